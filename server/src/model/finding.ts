import type { Span } from './span.js';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A replacement of one source span. */
export interface Edit extends Span {
  readonly text: string;
}

/**
 * A ready edit. `safe`: meaning and grammar hold, so it may be applied in bulk.
 * `review`: a person decides, one at a time.
 */
export interface Suggestion {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly Edit[];
}

/** What a rule says about a span of the source. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The source at the span. */
  readonly text: string;
  readonly place?: string;
  readonly term?: string;
  readonly glossary?: string;
  readonly suggestions: readonly Suggestion[];
  /** Stays the same while lines move: made of the path, the rule, the text and which of several alike it is. */
  readonly fingerprint: string;
}
