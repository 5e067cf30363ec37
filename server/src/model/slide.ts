import type { Block } from './block.js';
import type { Span } from './span.js';

/** One slide of a deck. */
export interface Slide {
  /** As the deck shows it, from 1. */
  readonly number: number;
  /** Of the source: from the first character on the slide to the last, speaker notes included, separators not. */
  readonly span: Span;
  /** The first heading on it. */
  readonly title: Block | undefined;
  /** A title that is no block: of the slide's own front matter, or a heading in HTML. */
  readonly name?: string;
  /** The layout that the slide asks for, such as `cover`. */
  readonly layout?: string;
  /** Whether it shows something besides words: a picture, code, a diagram, a film. */
  readonly hasPicture: boolean;
  /** Indexes into the document's blocks: that of its first, and the one after its last. Those that are notes are not on the slide. */
  readonly firstBlock: number;
  readonly endBlock: number;
}
