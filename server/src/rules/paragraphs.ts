import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';

/** How the source ends its lines. */
export function newlineOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the paragraph, list or table around an offset ends. */
export function endOfChunk(source: string, offset: number): number {
  // A list goes on behind a blank line with an item, or with what is indented.
  const blankLine = /[ \t]*\r?\n[ \t]*\r?\n(?![ \t]|[-*+][ \t]|\d+[.)][ \t])/g;
  blankLine.lastIndex = offset;
  return blankLine.exec(source)?.index ?? Math.max(offset, source.trimEnd().length);
}

/** The edit that adds a paragraph behind the first one of the message. */
export function addParagraph(document: Document, text: string): Edit {
  const { source, blocks, fields } = document;
  const newline = newlineOf(source);
  const first = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0];
  const start = endOfChunk(source, first === undefined ? fields.span.end : first.map.toSource({ start: 0, end: first.text.length }).end);
  return { start, end: start, text: `${newline}${newline}${text}` };
}
