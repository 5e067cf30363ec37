import type { Block } from './block.js';
import type { FormatSyntax } from './format-syntax.js';
import type { Problem } from './problem.js';
import type { Slide } from './slide.js';
import type { Span } from './span.js';
import type { TextRun } from './text-run.js';

/** What a message is. `page` is ordinary documentation: only words and readability are checked there. */
export const messageKinds = ['announcement', 'status', 'deck', 'newsletter', 'strategy', 'page'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What a message wants of its readers. */
export const intents = ['inform', 'ask', 'engage', 'collaborate'] as const;
/** What is said of a message's kind outside of it. */
export interface PlacedKind {
  /** Asked for on this run. */
  readonly override?: MessageKind | undefined;
  /** The default of its folder. */
  readonly folder?: MessageKind | undefined;
}

/** The kind that counts: the one asked for, else what the message says of itself, its folder's, and what its form tells. */
export function chooseKind(written: string | undefined, { override, folder }: PlacedKind, hasDeckForm: boolean): MessageKind {
  return override ?? messageKinds.find((kind) => kind === written?.toLowerCase()) ?? folder ?? (hasDeckForm ? 'deck' : 'page');
}

/** One value that a message says of itself, with its place in the source. */
export interface FieldValue {
  readonly value: string;
  readonly span: Span;
}

/** An ignore as the writer wrote it. `from` and `to` are source offsets of the text it covers. */
export interface IgnoreDirective {
  /** Rule ids; empty means that none was named, which is a mistake of its own. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** ISO date after which it no longer counts. */
  readonly until?: string;
  readonly span: Span;
  readonly covers: Span;
}

/** What a message says of itself: front matter, header lines, document properties. */
export interface MessageFields {
  readonly kind?: FieldValue;
  readonly audience?: FieldValue;
  readonly goals?: readonly FieldValue[];
  readonly intent?: FieldValue;
  readonly subject?: FieldValue;
  readonly date?: FieldValue;
  /** Where the fields stand, or would be written: an empty span at the start when there are none. */
  readonly span: Span;
}

/** What a message may say of itself. */
export type FieldName = Exclude<keyof MessageFields, 'span'>;

/** A message as every rule sees it, whatever its format. */
export interface Document {
  readonly path: string;
  readonly source: string;
  readonly fields: MessageFields;
  readonly blocks: readonly Block[];
  readonly ignores: readonly IgnoreDirective[];
  /** What the reader of its format could not make sense of, in what the message says of itself. */
  readonly problems?: readonly Problem[];
  /** How something is added to the message; absent where its format cannot be written. */
  readonly syntax?: FormatSyntax;
  /** In order; only a deck has any. */
  readonly slides?: readonly Slide[];
  /**
   * Set where the source is only a view of the file's text: where in the file its words stand, in order. What is in none
   * of them, such as a line “Slide 3”, cannot be edited.
   */
  readonly runs?: readonly TextRun[];
}
