import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import { newlineOf } from './paragraphs.js';

/** The edit that writes a line into the front matter, or front matter with that line where there is none. */
export function insertField(document: Document, line: string): Edit {
  const { source } = document;
  const { start, end } = document.fields.span;
  const newline = newlineOf(source);
  if (start === end) return { start, end, text: `---${newline}${line}${newline}---${newline}${newline}` };
  const closing = source.lastIndexOf('---', end);
  return { start: closing, end: closing, text: `${line}${newline}` };
}
