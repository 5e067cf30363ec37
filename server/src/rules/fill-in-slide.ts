import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import { newlineOf } from '../model/newline.js';
import type { Slide } from '../model/slide.js';
import type { PartName } from './check-up.js';
import type { TextSuggestion } from './define-rule.js';
import { titleOf, usualTitleDepth } from './slides.js';

/** A slide that the writer completes: its gaps stand in square brackets. */
interface FillInSlide {
  /** What the suggestion says it does. */
  readonly offer: string;
  readonly title: string;
  readonly lines: readonly string[];
}

const slidesOfParts: ReadonlyMap<PartName, FillInSlide> = new Map<PartName, FillInSlide>([
  [
    'people-affected',
    { offer: 'Add a slide that says who is affected', title: 'Who is affected', lines: ['- [who, and how many]: [what will be different for them]'] },
  ],
  [
    'roles',
    {
      offer: 'Add a slide that says who does what',
      title: 'Who does what',
      lines: ['- [name or role]: answers for the project', '- [name or role]: runs it from day to day'],
    },
  ],
  [
    'dates',
    { offer: 'Add a slide with the dates', title: 'Dates', lines: ['- [day and date]: [what happens first]', '- [day and date]: [what happens next]'] },
  ],
  [
    'needs',
    { offer: 'Add a slide that says what you need from people', title: 'What we need from you', lines: ['- [what you ask them for] by [day and date]'] },
  ],
  ['support', { offer: 'Add a slide about the help people will get', title: 'Help you will get', lines: ['- [a course, a guide, somebody to sit with you]'] }],
  ['contact', { offer: 'Add a slide that says whom to ask', title: 'Questions?', lines: ['Ask [who], on [number] or at [address].'] }],
]);

const closing =
  /\b(?:questions|q ?& ?a|thank(?:s| you)|contact|discussion|the end|feedback|ideas|talk to us|ask us|find us|reach us|get in touch|over to you|after (?:today|this|the (?:kick-?off|meeting))|afterwards)\b|^(?:end|fin)$/iu;

/** Edits that write a slide for a missing part into a deck: before the one that closes it, else at its end. */
export function fillInSlide(part: PartName, document: Document): TextSuggestion[] {
  const slides = document.slides ?? [];
  const fill = slidesOfParts.get(part);
  const last = slides.at(-1);
  if (fill === undefined || last === undefined) return [];
  const newline = newlineOf(document.source);
  const hasClosing = slides.length > 2 && closing.test(titleOf(last) ?? document.blocks[last.firstBlock]?.text.slice(0, 80) ?? '');
  // A deck that closes with a call for questions lacks no more than the line with the way to ask them.
  const end = hasClosing ? endOfText(document) : undefined;
  if (part === 'contact' && end !== undefined)
    return [
      { title: 'Add a line that says whom to ask', safety: 'review', edits: [{ start: end, end, text: `${newline}${newline}${fill.lines.join(newline)}` }] },
    ];
  const before = (hasClosing && part !== 'contact' ? slides.at(-2) : undefined) ?? last;
  const separator = findSeparator(document);
  const slide = [...(separator === '' ? [] : ['', separator]), '', `${'#'.repeat(usualTitleDepth(slides))} ${fill.title}`, '', ...fill.lines];
  const start = before.span.end;
  return [{ title: fill.offer, safety: 'review', edits: [{ start, end: start, text: newline + slide.join(newline) }] }];
}

/** An edit that writes a title over the first words of a slide, or into a heading that stands empty above them. */
export function fillInTitle(slide: Slide, first: Block, { source, slides = [] }: Document): TextSuggestion[] {
  const title = '[what this slide says]';
  const newline = newlineOf(source);
  const lineStart = source.lastIndexOf('\n', first.map.toSource({ start: 0, end: 1 }).start - 1) + 1;
  const empty = /^#{1,6}(?=[ \t]*\r?$)/m.exec(source.slice(slide.span.start, lineStart));
  const at = empty === null ? lineStart : slide.span.start + empty.index + empty[0].length;
  const text = empty === null ? `${'#'.repeat(usualTitleDepth(slides))} ${title}${newline}${newline}` : ` ${title}`;
  return [{ title: 'Add a title', safety: 'review', edits: [{ start: at, end: at, text }] }];
}

/** Where the last words of the deck's last slide end, speaker notes left out. */
function endOfText({ blocks, slides = [], source }: Document): number | undefined {
  const last = slides.at(-1);
  const block = blocks.slice(last?.firstBlock, last?.endBlock).findLast(({ isNote }) => isNote !== true);
  if (block === undefined) return undefined;
  const { end } = block.map.toSource({ start: 0, end: block.text.length });
  const lineEnd = source.slice(end).search(/\r|\n/);
  return lineEnd < 0 ? source.length : end + lineEnd;
}

/** The line between the deck's slides; empty where a heading is enough. */
function findSeparator({ source, slides = [] }: Document): string {
  const [first, second] = slides;
  if (first === undefined || second === undefined) return '---';
  return source.slice(first.span.end, second.span.start).trim().split(/\r?\n/)[0] ?? '';
}
