import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import { newlineOf } from './paragraphs.js';

/**
 * The edit that writes a line into the front matter, or front matter with that line where there is none. A line that gives the
 * same key a value which says nothing, as a template does, is replaced: YAML takes a key only once.
 */
export function insertField(document: Document, line: string): Edit {
  const { source } = document;
  const { start, end } = document.fields.span;
  const newline = newlineOf(source);
  if (start === end) return { start, end, text: `---${newline}${line}${newline}---${newline}${newline}` };
  const key = line.slice(0, line.indexOf(':'));
  const written = new RegExp(`^${key}[ \\t]*:.*(?:\\r?\\n(?:[ \\t]+\\S|-[ \\t]).*)*`, 'im').exec(source.slice(start, end));
  if (written !== null) return { start: start + written.index, end: start + written.index + written[0].length, text: line };
  const closing = source.lastIndexOf('---', end);
  return { start: closing, end: closing, text: `${line}${newline}` };
}
