import type { Document } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { TextFormat } from './format.js';
import { type FieldNames, type Header, readFields } from './header-fields.js';
import { type Comment, collectComments, readDirectives } from './ignores.js';
import { groupLines } from './plain-text-blocks.js';
import { CUT, readLines, type TextLine } from './plain-text-lines.js';
import { plainTextSyntax } from './plain-text-syntax.js';

/** Plain text: header lines, then paragraphs, lists and headings as people write them without markup. */
export const plainText: TextFormat = {
  title: 'Plain text',
  extensions: ['.text', '.txt'],
  holds: 'text',
  read: readPlainText,
};

const names: FieldNames = {
  kind: ['kind'],
  audience: ['audience'],
  goals: ['goals', 'goal'],
  intent: ['intent'],
  subject: ['subject'],
  date: ['date'],
};
const ownNames = new Set(Object.values(names).flat());

// “--” is also a line across the page, so that what follows it must be as short as a signature is.
const longestSignature = 12;

function readPlainText(path: string, source: string): Document {
  const first = /^\uFEFF*/.exec(source)?.[0].length ?? 0;
  const headers = readHeaders(source, first);
  const span = { start: headers[0]?.start ?? first, end: headers.at(-1)?.end ?? first };
  const comments: Comment[] = [];
  collectComments(source, 0, comments);
  const text = cutOut(source, comments);
  const lines = readLines(text, { start: span.end, end: source.length });
  return {
    path,
    source,
    fields: readFields(headers, names, source, span),
    blocks: groupLines(text, leaveOutSignature(lines)),
    ignores: readDirectives(comments, source),
    syntax: plainTextSyntax,
  };
}

/** Puts a mark over every character of the spans but ends of lines, so that offsets stay as they are. */
export function cutOut(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let from = 0;
  const pieces: string[] = [];
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, CUT));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

/** The lines `Key: value` above the first blank line, where all look so and one of them is ours; otherwise they are text. */
function readHeaders(source: string, first: number): (Header & Span)[] {
  const headers: (Header & Span)[] = [];
  const line = /([^\r\n]*)(?:\r\n|\n|\r|$)/y;
  line.lastIndex = first;
  for (;;) {
    const start = line.lastIndex;
    const written = line.exec(source)?.[1] ?? '';
    if (written.trim() === '') break;
    const match = /^([\p{L}][\p{L}\p{N} -]{0,40}):(?=[ \t]|$)[ \t]*/u.exec(written);
    const end = start + written.trimEnd().length;
    const previous = headers.at(-1);
    if (match !== null) {
      const valueStart = Math.min(start + match[0].length, end);
      headers.push({ name: (match[1] ?? '').trim().toLowerCase(), value: source.slice(valueStart, end), span: { start: valueStart, end }, start, end });
    } else if (/^[ \t]/.test(written) && previous !== undefined) {
      const span = { start: previous.span.start, end };
      headers[headers.length - 1] = { ...previous, value: source.slice(span.start, end).replace(/\s+/g, ' ').trim(), span, end };
    } else return [];
    if (line.lastIndex >= source.length) break;
  }
  return headers.some(({ name }) => ownNames.has(name)) ? headers : [];
}

/** Everything below the line “-- ” tells who writes (RFC 3676). */
function leaveOutSignature(lines: readonly TextLine[]): readonly TextLine[] {
  const at = lines.findLastIndex((line, index) => line.quoteDepth === 0 && line.text === '--' && index > 0);
  if (at < 0) return lines;
  const below = lines.slice(at + 1).filter(({ text }) => text !== '').length;
  return below <= longestSignature ? lines.slice(0, at) : lines;
}
