import type { Block } from '../model/block.js';
import type { Segment } from '../model/offset-map.js';
import type { Span } from '../model/span.js';
import { BlockBuilder } from './block-builder.js';
import { CUT, type TextLine } from './plain-text-lines.js';

const bullet = /^(?:[-–*+•‣◦▪●·o](?=\s)|[•‣◦▪●·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s))[\s\0]*(?=\S)/u;
const ruleLine = /^[-=_*~#+.^\u2013\u2014\u2500-\u257F|\s]{2,}$/;
const underline = /^(={3,}|-{3,}|~{3,}|\*{3,})$/;
const markedHeading = /^(#{1,6})[ \t]+(?=\S)/;

// A line of a letter is rarely longer; longer ones were left to the program that shows them to break.
const longestWrap = 100;
const usualWrap = 72;
const shortestWrap = 50;
const longestCapitals = 70;

/** Groups the lines of plain text into paragraphs, list items, headings and cells, with maps into `text`. */
export function groupLines(text: string, lines: readonly TextLine[]): Block[] {
  const blocks: Block[] = [];
  const width = findWidth(lines);
  let open: TextLine[] = [];
  let isItem = false;

  const flush = (): void => {
    if (open.length > 0) blocks.push(...readParagraph(text, open, isItem, width));
    open = [];
    isItem = false;
  };

  for (const [index, line] of lines.entries()) {
    const previous = open.at(-1);
    if (previous !== undefined && previous.quoteDepth !== line.quoteDepth) flush();
    if (line.text === '') {
      flush();
      continue;
    }
    if (ruleLine.test(line.text)) {
      const [title, ...others] = open;
      if (title !== undefined && others.length === 0 && !isItem && isUnderlining(title, line)) {
        blocks.push(...buildBlock(text, open, width, { kind: 'heading', depth: line.text.startsWith('=') ? 1 : 2 }));
        open = [];
      }
      flush();
      continue;
    }
    const marked = markedHeading.exec(line.text);
    if (marked !== null && open.length === 0) {
      blocks.push(...buildBlock(text, [cutLead(line, marked[0].length)], width, { kind: 'heading', depth: marked[1]?.length ?? 1 }));
      continue;
    }
    const mark = bullet.exec(line.text);
    if (mark !== null && (open.length === 0 || isItem || mayPrecedeList(open, line, width))) {
      flush();
      open = [cutLead(line, mark[0].length)];
      isItem = true;
      continue;
    }
    if (previous !== undefined && startsParagraph(line, open, isItem, width)) flush();
    const next = lines[index + 1];
    if (open.length === 0 && isCapitalHeading(line, next)) {
      blocks.push(...buildBlock(text, [line], width, { kind: 'heading', depth: 2 }));
      continue;
    }
    open.push(line);
  }
  flush();
  return blocks;
}

/** Where the writer's program broke lines. */
function findWidth(lines: readonly TextLine[]): number {
  let width = 0;
  for (const line of lines) {
    const length = line.indent + line.text.length;
    if (length <= longestWrap && length > width && line.text.includes(' ')) width = length;
  }
  return width < shortestWrap ? usualWrap : width;
}

function isUnderlining(title: TextLine, line: TextLine): boolean {
  return (
    underline.test(line.text) &&
    !/[.,;]$/.test(title.text) &&
    Math.abs(line.text.length - title.text.length) <= Math.max(3, title.text.length / 4) &&
    line.indent === title.indent
  );
}

/** A line that begins with a dash may go on with a sentence: “systems\n- all of them - are”. */
function mayPrecedeList(open: readonly TextLine[], line: TextLine, width: number): boolean {
  const last = open.at(-1);
  return last === undefined || /[.:;!?]["'”’)]?$/.test(last.text) || hasRoom(last, line, width);
}

/** An indented first line, an indented block that begins or ends, or a new line at the edge that no item runs on to. */
function startsParagraph(line: TextLine, open: readonly TextLine[], isItem: boolean, width: number): boolean {
  const [first] = open;
  const previous = open.at(-1);
  if (first === undefined || previous === undefined) return false;
  if (isItem) return line.indent <= first.indent && (line.flow === undefined ? hasRoom(previous, line, width) : previous.flow === 'end');
  if (line.indent >= previous.indent + 2) return true;
  return open.length > 1 && line.indent + 2 <= previous.indent;
}

/** A line in capitals by itself, or above a line that is not: people who write plain text write headings so. */
function isCapitalHeading({ text, quoteDepth }: TextLine, next: TextLine | undefined): boolean {
  if (text.length > longestCapitals || !isInCapitals(text) || /[.,;!?]$/.test(text)) return false;
  if (next === undefined) return false;
  return next.text === '' || ruleLine.test(next.text) || (next.quoteDepth === quoteDepth && !isInCapitals(next.text) && next.text.length > text.length);
}

function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

function readParagraph(text: string, lines: readonly TextLine[], isItem: boolean, width: number): Block[] {
  if (isItem) return buildBlock(text, lines, width, { kind: 'list-item' });
  const separator = findSeparator(lines);
  if (separator === undefined) return buildBlock(text, lines, width, { kind: 'paragraph' });
  return lines.flatMap((line) => splitCells(line, separator).flatMap((cell) => buildBlock(text, [cell], width, { kind: 'cell' })));
}

/** What parts the columns of a table: the same number of tabs or bars in each of at least two lines. */
function findSeparator(lines: readonly TextLine[]): string | undefined {
  if (lines.length < 2) return undefined;
  return ['\t', '|'].find((separator) => {
    const [count, ...others] = lines.map(({ text }) => text.split(separator).length);
    return count !== undefined && count > 1 && others.every((other) => other === count);
  });
}

function splitCells(line: TextLine, separator: string): TextLine[] {
  let from = 0;
  return line.text.split(separator).flatMap((part) => {
    const start = line.start + from + (part.length - part.trimStart().length);
    const words = part.trim();
    from += part.length + 1;
    return words === '' ? [] : [{ ...line, start, end: start + words.length, text: words }];
  });
}

function cutLead(line: TextLine, length: number): TextLine {
  return { ...line, start: line.start + length, text: line.text.slice(length) };
}

function buildBlock(text: string, lines: readonly TextLine[], width: number, rest: Pick<Block, 'kind'> & Partial<Pick<Block, 'depth'>>): Block[] {
  const segments: Segment[] = [];
  let value = '';
  const add = (words: string, source: Span, verbatim: boolean): void => {
    if (words === '') return;
    segments.push({ textStart: value.length, textEnd: value.length + words.length, sourceStart: source.start, sourceEnd: source.end, verbatim });
    value += words;
  };
  const isUnwrapped = lines.some((line) => line.text.length > longestWrap);
  for (const [index, line] of lines.entries()) {
    let from = line.start;
    for (const words of line.text.split(CUT)) {
      add(words, { start: from, end: from + words.length }, true);
      from += words.length + 1;
    }
    const next = lines[index + 1];
    if (next === undefined) continue;
    const between = { start: line.end, end: next.start };
    const link = linkLines(line, next, isUnwrapped ? Number.POSITIVE_INFINITY : width);
    add(link, between, link === '\n' && text.slice(between.start, between.end) === '\n');
  }
  const builder = new BlockBuilder();
  builder.addText(value, segments);
  return builder.length === 0 ? [] : [builder.build({ ...rest, quoted: (lines[0]?.quoteDepth ?? 0) > 0 })];
}

/** What stands for a line's end in running text: white space, or a break where the writer ended the line on purpose. */
function linkLines(line: TextLine, next: TextLine, width: number): string {
  if (line.flow === 'join') return '';
  if (line.flow === 'space') return '\n';
  return (line.flow === 'end' && /^[^\p{Ll}]/u.test(next.text)) || hasRoom(line, next, width) ? '\u2028' : '\n';
}

/** Whether the next word would have fitted: a wrapped line ends where it does not. A sentence that goes on does so in small letters. */
function hasRoom(line: TextLine, next: TextLine, width: number): boolean {
  const [nextWord = ''] = next.text.split(/\s/, 1);
  return line.indent + line.text.length + 1 + nextWord.length < width * 0.85 && /^[^\p{Ll}]/u.test(next.text);
}
