import type { Document, PlacedKind } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { MarkdownCache } from './markdown.js';

/** Why a file cannot be read as a message: what is wrong, then what to try, in plain words. */
export interface Unreadable {
  readonly reason: string;
  /** The line that it is about, from 1, where it is about one. */
  readonly line?: number;
}

interface FormatBase {
  /** As in “Email”: what writers call it. */
  readonly title: string;
  /** Endings of file names, in small letters with the dot. */
  readonly extensions: readonly string[];
}

/** A format whose file is text: offsets are those of the file as the editor shows it. */
export interface TextFormat extends FormatBase {
  readonly holds: 'text';
  /** `cache` makes reading the next version of the same document cheap; `placed` is what is known of its kind beforehand. */
  read(path: string, source: string, cache?: MarkdownCache, placed?: PlacedKind): Document;
}

/** A format whose file is no text to an editor, or text in a code of its own: it is read from its bytes. */
export interface BinaryFormat extends FormatBase {
  readonly holds: 'bytes';
  /** Never throws for what a file may hold. */
  read(path: string, bytes: Uint8Array): Promise<Document | Unreadable>;
  /** Whether mended files of this format are copies unless somebody asks otherwise: those who keep them keep no earlier versions. */
  readonly isMendedAsCopy?: true;
  /** The file with edits of the document that reading these bytes gave. Those that cannot be written are left out. */
  write(bytes: Uint8Array, document: Document, edits: readonly Edit[]): Uint8Array | Unreadable;
}

/** One way in which a message is kept. Each has one file (or folder), one test and one row in the docs. */
export type Format = TextFormat | BinaryFormat;
