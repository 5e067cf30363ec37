import type { Span } from '../model/span.js';

/** One line of plain text; the span covers its words, without white space around them and without marks of quotation. */
export interface TextLine extends Span {
  /** Empty for a blank line. */
  readonly text: string;
  /** Columns before the first word, behind the marks of quotation. A tab counts as four. */
  readonly indent: number;
  /** How many `>` the line begins with. */
  readonly quoteDepth: number;
  /** How it leads on to the next line: by white space, by nothing, or not at all. Known for `format=flowed` only (RFC 3676). */
  readonly flow?: 'space' | 'join' | 'end';
}

/** Text whose lines say themselves where a paragraph goes on (RFC 3676). `deletesSpace` is its parameter DelSp. */
export interface Flowed {
  readonly deletesSpace: boolean;
}

/** Stands for what is no text of the writer's, such as a comment: it is cut out of the line that it stands in. */
export const CUT = '\0';

/** Splits plain text into lines. Lines end at LF, CR LF or a lone CR. */
export function readLines(text: string, { start, end }: Span, flowed?: Flowed): TextLine[] {
  const lines: TextLine[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  lineEnd.lastIndex = start;
  let from = start;
  while (from <= end) {
    const found = lineEnd.exec(text);
    const to = found === null || found.index >= end ? end : found.index;
    lines.push(readLine(text, from, to, flowed));
    if (found === null || to === end) break;
    from = to + found[0].length;
  }
  return lines;
}

function readLine(text: string, lineStart: number, lineEnd: number, flowed: Flowed | undefined): TextLine {
  let start = lineStart;
  let quoteDepth = 0;
  for (;;) {
    const gap = text.charAt(start) === ' ' && start < lineEnd ? 1 : 0;
    if (text.charAt(start + gap) !== '>' || start + gap >= lineEnd) break;
    start += gap + 1;
    quoteDepth++;
  }
  // Flowed text puts a space before a line that begins with one, with “>” or with “From”.
  if (quoteDepth > 0 || flowed !== undefined) start += text.charAt(start) === ' ' && start < lineEnd ? 1 : 0;
  let indent = 0;
  while (start < lineEnd && isBlank(text, start)) {
    indent += text.charAt(start) === '\t' ? 4 : text.charAt(start) === CUT ? 0 : 1;
    start++;
  }
  let end = lineEnd;
  while (end > start && isBlank(text, end - 1)) end--;
  const words = text.slice(start, end);
  const line = { start, end, text: words, indent, quoteDepth };
  if (flowed === undefined) return line;
  const isSoft = end < lineEnd && text.charAt(lineEnd - 1) === ' ' && words !== '--';
  return { ...line, flow: isSoft ? (flowed.deletesSpace ? 'join' : 'space') : 'end' };
}

function isBlank(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  return character === ' ' || character === '\t' || character === CUT || /\s|\u200B|\uFEFF/.test(character);
}
