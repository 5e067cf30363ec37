import type { Block } from './block.js';
import type { Document, FieldName } from './document.js';
import type { Edit } from './finding.js';

/** What a suggestion adds to the body of a message. `label` stands first, and out from the rest where the format can. */
export type Passage =
  | { readonly kind: 'paragraph'; readonly label?: string; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/**
 * How a format writes what a suggestion adds. Rules say what and where, this says how. Every method gives `undefined` where the
 * format has no place for it, and then nothing is offered.
 */
export interface FormatSyntax {
  /** The edit by which a message says something of itself. A value that says nothing, as in a template, is replaced. */
  insertField(document: Document, name: FieldName, value: string): Edit | undefined;
  /** The edit that puts passages in front of a block. */
  insertBefore(document: Document, block: Block, passages: readonly Passage[]): Edit | undefined;
  /** The edit that puts passages behind what stands around a source offset: a paragraph, or a whole list. */
  insertBehind(document: Document, offset: number, passages: readonly Passage[]): Edit | undefined;
  /** What between two sentences makes two paragraphs of one; `undefined` when that takes more than characters. */
  readonly paragraphBreak: string | undefined;
  /** Words as the format writes them in running text. */
  escape(text: string): string;
}
