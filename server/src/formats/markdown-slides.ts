import type { Block } from '../model/block.js';
import type { Slide } from '../model/slide.js';
import type { Span } from '../model/span.js';
import type { DeckStyle } from './deck-style.js';

/** A node at the top level of a deck that may begin a slide, or fill one without words. */
export type DeckMark = Span &
  (
    | { readonly kind: 'break'; readonly value: string }
    | { readonly kind: 'heading'; readonly depth: number }
    | { readonly kind: 'html'; readonly value: string }
    | { readonly kind: 'picture' }
  );

/** What only a look at the lines of a deck can tell, before Markdown is parsed. Offsets are those of the text. */
export interface SlidePlan {
  /** As long as the source, with blanks for what is neither prose nor Markdown. */
  readonly text: string;
  /** Where the first slide begins: behind the front matter. */
  readonly start: number;
  /** Separators, each with the front matter of the slide behind it. */
  readonly cuts: readonly Cut[];
  /** Speaker notes. One without an end goes on to the end of its slide. */
  readonly notes: readonly { readonly start: number; readonly end: number | undefined }[];
}

interface Cut extends Span {
  /** The slide's own front matter; empty without any. */
  readonly fields: string;
}

// The settings of one slide that Slidev knows.
const slideFields =
  /^\s*(?:layout|layoutClass|class|clicks|clicksStart|background|backgroundSize|transition|clickAnimation|title|titleTemplate|level|image|src|hide|disabled|hideInToc|preload|routeAlias|zoom|dragPos|theme|url|name|info|color|align|routeMeta|magicMoveDuration)\s*:/m;
const yamlKey = /^\s*[\w-]+\s*:(?:\s|$)/;
const yamlLine = /^(?:\s*$|\s*#|\s*-\s|\s*[\w-]+\s*:(?:\s|$)|\s+\S)/;
// Slides have a handful of settings; a longer stretch is prose between two rules.
const mostFieldLines = 40;

/** Settings that Marp reads from a comment. */
const marpDirective =
  /^\s*[$_]?(?:theme|style|headingDivider|size|math|title|author|description|keywords|url|image|marp|lang|paginate|header|footer|class|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color|transition)\s*:/;
/** Comments that speak to a program. */
const programComment =
  /^\s*(?:liaison-|\.slide\b|\.element\b|prettier-|markdownlint-|textlint-|vale\b|cspell|spell-?checker|eslint|remark|lint\b|toc\b|TOC\b|omit\b|DOCTOC|TODO\b|FIXME\b)/i;

/** Finds separators with front matter, vertical separators and speaker notes, line by line; code and HTML comments hide what they hold. */
export function planSlides(text: string, start: number, style: DeckStyle): SlidePlan {
  const lines = listLines(text, start);
  const mask = new Mask(text);
  const cuts: Cut[] = [];
  const notes: { start: number; end: number | undefined }[] = [];
  const { tool } = style;
  const commentsAreNotes = tool === 'marp' || tool === 'slidev' || tool === 'any';
  // Comments that are notes if the slide ends behind them.
  let pending: Span[] = [];
  let hasSpokenLine = false;
  let fence: RegExp | undefined;
  let lastComment = text.length;
  const divs: boolean[] = [];
  let isInAside = false;

  const takeNotes = (): void => {
    for (const comment of pending) {
      mask.replace(comment.start, comment.start + 4, '   \n');
      mask.replace(comment.end - 3, comment.end, '\n  ');
      notes.push(comment);
    }
    pending = [];
  };
  const endSlide = (): void => {
    takeNotes();
    hasSpokenLine = false;
    isInAside = false;
  };

  for (let index = 0; index < lines.length; index++) {
    // The index is within the list.
    const line = lines[index] as Span;
    const value = text.slice(line.start, line.end);
    if (fence !== undefined) {
      if (fence.test(value)) fence = undefined;
      continue;
    }
    if (value.trim() === '') continue;
    const opening = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(value)?.[1];
    if (opening !== undefined) {
      pending = [];
      fence = new RegExp(`^[ \\t]*${opening.charAt(0)}{${opening.length},}[ \\t]*$`);
      continue;
    }
    if (/^ {0,3}<!--/.test(value) && !style.separators.includes(value.trim()) && line.start < lastComment) {
      const from = text.indexOf('<!--', line.start);
      const close = text.indexOf('-->', from + 4);
      if (close < 0) {
        // Nothing closes any comment from here on.
        lastComment = from;
        continue;
      }
      const comment = { start: from, end: close + 3 };
      while (index + 1 < lines.length && (lines[index + 1]?.start ?? 0) < comment.end) index++;
      const isAlone = text.slice(comment.end, lines[index]?.end).trim() === '';
      if (commentsAreNotes && isAlone && isSpoken(text.slice(from + 4, close))) {
        pending.push(comment);
        // Marp reads every comment as a note.
        if (tool === 'marp') takeNotes();
      } else if (!isAlone) pending = [];
      continue;
    }
    const head = tool === 'slidev' || tool === 'any' ? readHead(text, lines, index) : undefined;
    if (head !== undefined && (tool === 'slidev' || slideFields.test(head.fields))) {
      endSlide();
      mask.blank(head.start, head.end);
      cuts.push(head);
      while (index + 1 < lines.length && (lines[index + 1]?.start ?? 0) < head.end) index++;
      continue;
    }
    if ((tool === 'slidev' && /^-{3,}[ \t]*$/.test(value)) || isVertical(text, lines, index, style) || style.separators.includes(value.trim())) {
      endSlide();
      mask.blank(line.start, line.end);
      cuts.push({ ...line, fields: '' });
      continue;
    }
    if (isSlideEnd(value, style)) {
      endSlide();
      continue;
    }
    pending = [];
    const spoken = tool === 'reveal' || tool === 'any' ? /^\s{0,3}notes?:/i.exec(value)?.[0] : undefined;
    if (spoken !== undefined && !hasSpokenLine) {
      // A line of blanks ends the paragraph before.
      mask.replace(line.start, line.start + spoken.length, `${' '.repeat(spoken.length - 1)}\n`);
      notes.push({ start: line.start, end: undefined });
      hasSpokenLine = true;
      continue;
    }
    const aside = /^[ \t]*<aside\b[^>]*\bclass=["']?notes\b[^>]*>/i.exec(value);
    if (aside !== null) {
      mask.replace(line.start, line.start + aside[0].length, `${' '.repeat(aside[0].length - 1)}\n`);
      notes.push({ start: line.start, end: undefined });
      isInAside = true;
    }
    if (isInAside) {
      const close = value.search(/<\/aside>/i);
      if (close < 0) continue;
      mask.replace(line.start + close, line.start + close + 8, `\n${' '.repeat(7)}`);
      const open = notes.at(-1);
      if (open !== undefined) open.end = line.start + close;
      isInAside = false;
      continue;
    }
    const div = /^:{3,}[ \t]*([^:]*?)[ \t]*:*[ \t]*$/.exec(value)?.[1];
    if (div !== undefined) {
      mask.blank(line.start, line.end);
      if (div !== '') {
        const isNotes = /^(?:\{[^}]*\.notes\b[^}]*\}|notes)$/.test(div);
        divs.push(isNotes);
        if (isNotes) notes.push({ start: line.end, end: undefined });
      } else if (divs.pop() === true) {
        const open = notes.at(-1);
        if (open !== undefined) open.end = line.start;
      }
    } else if (/^::[\w-]+::[ \t]*$/.test(value)) mask.blank(line.start, line.end);
  }
  endSlide();
  return { text: mask.apply(), start, cuts, notes };
}

/** Whether a comment's words are for the speaker rather than for a program. */
function isSpoken(value: string): boolean {
  return /\p{L}{2,}\s+\S*\p{L}/u.test(value) && !programComment.test(value) && !marpDirective.test(value);
}

/** A separator with the front matter of the slide behind it: `---`, settings, `---`. */
function readHead(text: string, lines: readonly Span[], index: number): Cut | undefined {
  const first = lines[index];
  if (first === undefined || !/^---[ \t]*$/.test(text.slice(first.start, first.end))) return undefined;
  for (let at = index + 1; at <= index + mostFieldLines && at < lines.length; at++) {
    // The index is within the list.
    const line = lines[at] as Span;
    const value = text.slice(line.start, line.end);
    if (/^---[ \t]*$/.test(value)) return at === index + 1 ? undefined : { start: first.start, end: line.end, fields: text.slice(first.end, line.start) };
    if (!(at === index + 1 ? yamlKey : yamlLine).test(value)) return undefined;
  }
  return undefined;
}

/** reveal's vertical separator: two dashes between blank lines. */
function isVertical(text: string, lines: readonly Span[], index: number, { tool }: DeckStyle): boolean {
  if (tool !== 'reveal' && tool !== 'any') return false;
  const isBlank = (line: Span | undefined): boolean => line === undefined || text.slice(line.start, line.end).trim() === '';
  const line = lines[index];
  return line !== undefined && /^--[ \t]*$/.test(text.slice(line.start, line.end)) && isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
}

/** Whether a slide seems to end at the line. The parser has the last word; here it only decides what a comment before it is. */
function isSlideEnd(value: string, { tool, headings }: DeckStyle): boolean {
  if (/^ {0,3}(?:-[ \t]*){3,}$/.test(value)) return true;
  if (tool === 'marp' && /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(value)) return true;
  return headings.has(/^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(value)?.[1]?.length ?? 0);
}

/** Replaces stretches of a text by others of the same length. They come in order, except for those of a comment. */
class Mask {
  private readonly replaced: { readonly start: number; readonly value: string }[] = [];

  constructor(private readonly text: string) {}

  replace(start: number, end: number, value: string): void {
    if (end > start) this.replaced.push({ start, value });
  }

  blank(start: number, end: number): void {
    this.replace(start, end, this.text.slice(start, end).replace(/[^\r\n]/g, ' '));
  }

  apply(): string {
    const parts: string[] = [];
    let from = 0;
    for (const { start, value } of this.replaced.sort((a, b) => a.start - b.start)) {
      parts.push(this.text.slice(from, start), value);
      from = start + value.length;
    }
    return parts.join('') + this.text.slice(from);
  }
}

function listLines(text: string, from: number): Span[] {
  const lines: Span[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  lineEnd.lastIndex = from;
  let start = from;
  for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** A place where one slide ends and the next begins. */
interface Boundary extends Span {
  readonly isHeading: boolean;
  readonly fields: string;
}

export interface SlideSource {
  readonly source: string;
  /** Offset in the source at which the text of the plan begins. */
  readonly first: number;
  readonly plan: SlidePlan;
  readonly style: DeckStyle;
  /** Blocks and marks in order, in offsets of the source. */
  readonly blocks: readonly Block[];
  readonly marks: readonly DeckMark[];
}

/** Puts blocks on slides, and marks those that are speaker notes. */
export function assembleSlides({ source, first, plan, style, blocks, marks }: SlideSource): {
  readonly blocks: readonly Block[];
  readonly slides: readonly Slide[];
} {
  const notes = plan.notes
    .map(({ start, end }) => ({ start: start + first, end: end === undefined ? undefined : end + first }))
    .sort((a, b) => a.start - b.start);
  const starts = blocks.map((block) => block.map.toSource({ start: 0, end: 1 }).start);
  const boundaries = listBoundaries(plan, style, first, marks);
  const visible = marks.filter(({ kind }) => kind === 'html' || kind === 'picture');
  const read: Block[] = [];
  const slides: Slide[] = [];
  let from = plan.start + first;
  let fields = '';
  let nextVisible = 0;
  let nextNote = 0;

  const closeSlide = (to: number): void => {
    const firstBlock = read.length;
    let hasPicture = false;
    let name = /^\s*title\s*:\s*["']?([^"'\r\n]+)/m.exec(fields)?.[1]?.trim();
    for (; (visible[nextVisible]?.start ?? Number.POSITIVE_INFINITY) < to; nextVisible++) {
      const mark = visible[nextVisible];
      hasPicture = true;
      if (mark?.kind === 'html') name ??= readHtmlTitle(mark.value);
    }
    while (read.length < blocks.length && (starts[read.length] ?? 0) < to) {
      // The index is within the list.
      const block = blocks[read.length] as Block;
      const start = starts[read.length] ?? 0;
      while ((notes[nextNote + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) nextNote++;
      const note = notes[nextNote];
      // A note without an end belongs to the slide on which it begins.
      const isNote = note !== undefined && note.start <= start && start < (note.end ?? to) && note.start >= (note.end === undefined ? from : 0);
      if (!isNote && block.opaque.some(({ kind }) => kind === 'image')) hasPicture = true;
      read.push(isNote ? { ...block, isNote } : block);
    }
    const title = read.slice(firstBlock).find((block) => block.kind === 'heading' && block.isNote !== true);
    const layout = /^\s*layout\s*:\s*["']?([\w-]+)/m.exec(fields)?.[1];
    slides.push({
      number: style.firstNumber + slides.length,
      span: trim(source, from, to),
      title,
      ...(name === undefined ? {} : { name }),
      ...(layout === undefined ? {} : { layout }),
      hasPicture,
      firstBlock,
      endBlock: read.length,
    });
  };
  const isEmptyUntil = (to: number): boolean => Math.min(starts[read.length] ?? to, visible[nextVisible]?.start ?? to) >= to;

  for (const boundary of boundaries) {
    // A heading that comes first on its slide needs no slide before it.
    if (boundary.isHeading && isEmptyUntil(boundary.start)) continue;
    closeSlide(boundary.start);
    from = boundary.end;
    fields = boundary.fields;
  }
  if (boundaries.length === 0 || boundaries.some(({ isHeading }) => !isHeading) || !isEmptyUntil(source.length)) closeSlide(source.length);
  return { blocks: read, slides };
}

function listBoundaries(plan: SlidePlan, style: DeckStyle, first: number, marks: readonly DeckMark[]): readonly Boundary[] {
  const boundaries: Boundary[] = plan.cuts.map(({ start, end, fields }) => ({ start: start + first, end: end + first, fields, isHeading: false }));
  for (const { start, end, ...mark } of marks) {
    if (mark.kind === 'break' && isSeparator(mark.value, style)) boundaries.push({ start, end, fields: '', isHeading: false });
    if (mark.kind === 'heading' && style.headings.has(mark.depth)) boundaries.push({ start, end: start, fields: '', isHeading: true });
  }
  if (boundaries.length > 0 || style.tool !== 'any') return boundaries.sort((a, b) => a.start - b.start);
  // A deck without a single rule is written with a heading for each slide.
  const headings = marks.filter((mark) => mark.kind === 'heading' && mark.depth <= 2);
  return headings.length < 2 ? [] : headings.map(({ start }) => ({ start, end: start, fields: '', isHeading: true }));
}

/** Whether a thematic break ends a slide: any does in Marp and Pandoc, elsewhere one of hyphens. */
function isSeparator(value: string, { tool }: DeckStyle): boolean {
  if (tool === 'marp' || tool === 'pandoc') return true;
  return tool !== 'slidev' && /^\s*-{3,}\s*$/.test(value);
}

function readHtmlTitle(html: string): string | undefined {
  const inner = /<h[1-6]\b[^>]*>([^<]{1,300})/i.exec(html)?.[1]?.trim();
  return inner === '' ? undefined : inner;
}

function trim(source: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(source.charAt(start))) start++;
  while (end > start && /\s/.test(source.charAt(end - 1))) end--;
  return { start, end };
}
