import type { Document, PlacedKind } from '../model/document.js';
import { MarkdownCache, readMarkdown } from './markdown.js';

/** Endings of the files that can be read, longest first. */
export const readableExtensions = ['.md.erb', '.markdown', '.md', '.mdx', '.qmd', '.rmd'] as const;

/** Why a file cannot be read as a message. */
export interface Unreadable {
  readonly reason: string;
}

/** Whether the file's name says that it may be a message. */
export function isReadable(path: string): boolean {
  const lower = path.toLowerCase();
  return readableExtensions.some((extension) => lower.endsWith(extension));
}

/**
 * Reads the text of a message. `cache` makes reading the next version of the same document cheap. `placed` says what is known
 * of its kind beforehand: a deck is cut into slides.
 */
export function readDocument(path: string, source: string, cache?: MarkdownCache, placed?: PlacedKind): Document {
  return readMarkdown(path, source, cache, placed);
}

/**
 * Turns the bytes of a file into text. Only UTF-8 is text here: in any other encoding it is unreadable, because a
 * guess would damage the file when it is written back.
 */
export function decodeText(bytes: Uint8Array): string | Unreadable {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { reason: 'it is saved as UTF-16. Save it as UTF-8' };
  if (bytes.subarray(0, 8000).includes(0)) return { reason: 'it is not text. Give a Markdown file' };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { reason: 'it is not UTF-8 text. Save it as UTF-8' };
  }
}

export { MarkdownCache };
