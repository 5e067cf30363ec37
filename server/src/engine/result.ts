import type { MessageKind } from '../model/document.js';
import type { Finding, Suggestion } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import type { Span } from '../model/span.js';
import type { PartName } from '../rules/check-up.js';

/** Figures of a message. Words, sentences and the three scores are those of its running text. */
export interface Metrics {
  readonly words: number;
  readonly sentences: number;
  /** Age in years. */
  readonly readingAge: number;
  readonly gradeLevel: number;
  readonly readingEase: number;
  readonly jargonPer100: number;
}

/** A part or target of the check-up. */
export interface CheckedPart {
  readonly part: PartName;
  readonly met: boolean;
  /** Source span of the words that show it; a target, and what the organisation's files say, have none. */
  readonly evidence?: Span;
  /** Edits that write a line to fill in, for a part that is missing. */
  readonly suggestions?: readonly Suggestion[];
}

/** Figures of one slide. */
export interface SlideFigures {
  /** As the deck shows it. */
  readonly number: number;
  readonly title: string | null;
  /** All that stands on it, titles and tables too; what the speaker says is left out. */
  readonly words: number;
  /** Age in years of its running text; 0 without any. */
  readonly readingAge: number;
}

/** All that linting one message says: every report and the editor are made from it. */
export interface Result {
  readonly kind: MessageKind;
  readonly audience: string;
  readonly goals: readonly string[];
  readonly metrics: Metrics;
  readonly checkup: readonly CheckedPart[];
  /** In order; only for a deck. */
  readonly slides?: readonly SlideFigures[];
  /** By start, then rule. */
  readonly findings: readonly Finding[];
  /** What is wrong in what the message says of itself, by place. */
  readonly problems: readonly Problem[];
  /** How many findings an ignore hid. */
  readonly suppressed: number;
}
