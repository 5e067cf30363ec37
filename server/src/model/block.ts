import type { OffsetMap } from './offset-map.js';
import type { Span } from './span.js';

/** What a block is in its document. Rules use it to leave headings and cells out of sentence checks. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'cell' | 'caption';

/** Stands in a block's text for a run that is not prose: inline code, an address, an image. */
export const OPAQUE = '\uFFFC';

/** A run that rules must not read as words, kept as one `OPAQUE` character of the text. */
export interface OpaqueRun {
  readonly kind: 'code' | 'url' | 'email' | 'image' | 'markup';
  /** Offset of the character in the block's text. */
  readonly offset: number;
  readonly value: string;
}

/** A link around words of the block; `span` is in text offsets. */
export interface Link {
  readonly span: Span;
  readonly target: string;
  /** Whether its words are also what the target is looked up by, `[words]`: other words would break it. */
  readonly isLabel: boolean;
}

/** A run of prose that belongs together: a paragraph, a heading, a list item, a table cell. */
export interface Block {
  readonly kind: BlockKind;
  /** Words without markup. */
  readonly text: string;
  readonly map: OffsetMap;
  readonly opaque: readonly OpaqueRun[];
  readonly links: readonly Link[];
  /** Heading depth, 1 to 6. */
  readonly depth?: number;
  /** Whether somebody else is being quoted: rules leave quoted words alone. */
  readonly quoted: boolean;
  /** Whether a speaker says it rather than a slide: it is prose, but nobody reads it. */
  readonly isNote?: boolean;
  /** Where the block is, for formats whose source has no lines: `slide 3, title`. */
  readonly place?: string;
}
