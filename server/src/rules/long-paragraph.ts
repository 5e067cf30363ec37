import { z } from 'zod';
import { OPAQUE } from '../model/block.js';
import type { Document } from '../model/document.js';
import { newlineOf } from '../model/newline.js';
import type { Span } from '../model/span.js';
import { isQuoted } from './analysis.js';
import { type AnalysedBlock, allKinds, defineMessageRule, type TextSuggestion } from './define-rule.js';
import { standsAlone } from './stands-alone.js';

export default defineMessageRule({
  meta: {
    id: 'long-paragraph',
    title: 'Paragraphs that are too long',
    category: 'readability',
    why: 'A wall of text is skipped. The eye finds its place at the start of a paragraph.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        `‹Here is one more detail of it. Here is one more detail of it. Here is one more› detail of it. ${'Here is one more detail of it. '.repeat(15).trim()}`,
      ],
      good: [`${'Here is one more detail of it. '.repeat(9).trim()}\n\n${'Here is one more detail of it. '.repeat(9).trim()}`],
    },
  },
  options: z.strictObject({
    maxWords: z.number().int().min(20).default(120).describe('The most words a paragraph may have.'),
  }),
  *check({ document, blocks, options }) {
    for (const analysed of blocks) {
      const { block, analysis } = analysed;
      const { words } = analysis.counts;
      if (block.quoted || words <= options.maxWords) continue;
      yield {
        block,
        span: { start: 0, end: openingEnd(block.text) },
        message: `This paragraph has ${words} words, more than ${options.maxWords}: try splitting it where the subject changes, or listing its points.`,
        suggestions: suggestSplit(document, analysed),
      };
    }
  },
});

/** End of the first words, where the finding stands: a line under the whole of it would be no help. */
function openingEnd(text: string): number {
  const length = 80;
  return text.length <= length ? text.length : Math.max(text.lastIndexOf(' ', length), 1);
}

// A paragraph of fewer words is not worth the gap.
const smallestShare = 0.25;
const mostTried = 12;

/** Offers to split between two sentences near the middle, where the second does not lean on the first and no markup reaches across. */
function suggestSplit({ source, syntax }: Document, analysed: AnalysedBlock): TextSuggestion[] {
  const { block, analysis } = analysed;
  const line = findLine(source, analysed);
  const paragraphBreak = syntax?.paragraphBreak?.replaceAll('\n', newlineOf(source));
  if (line === undefined || paragraphBreak === undefined) return [];
  const total = analysis.counts.words;
  const places: { readonly gap: Span; readonly distance: number }[] = [];
  let before = 0;
  for (const [index, sentence] of analysis.sentences.entries()) {
    const previous = analysis.sentences[index - 1];
    if (previous !== undefined && Math.min(before, total - before) >= total * smallestShare) {
      const gap = { start: previous.end, end: sentence.start };
      const isOpen =
        !standsAlone(block.text.slice(sentence.start, sentence.end)) ||
        /(?:\p{Lu}|\b\d+)\.$|:$/u.test(block.text.slice(Math.max(0, gap.start - 12), gap.start));
      if (!isOpen && /^\s+$/.test(block.text.slice(gap.start, gap.end)) && !isQuoted(analysis, gap))
        places.push({ gap, distance: Math.abs(total / 2 - before) });
    }
    before += sentence.words.length;
  }
  places.sort((a, b) => a.distance - b.distance);
  const place = places.slice(0, mostTried).find(({ gap }) => block.map.isContiguous(gap) && isClosed(source.slice(line, block.map.toSource(gap).start)));
  if (place === undefined) return [];
  const opening = block.text.slice(place.gap.end).split(/\s+/).slice(0, 4).join(' ').replaceAll(OPAQUE, '…');
  return [{ title: `Start a new paragraph at “${opening} …”`, safety: 'review', edits: [{ ...place.gap, text: paragraphBreak }] }];
}

/** Where the line begins that the paragraph opens, as only markup of its own stands before it there; `undefined` in a list, a footnote or a quotation. */
function findLine(source: string, { block }: AnalysedBlock): number | undefined {
  if (block.kind !== 'paragraph' || block.text.startsWith('[^')) return undefined;
  const { start } = block.map.toSource({ start: 0, end: 1 });
  const line = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  return /^[*_~[\uFEFF]*$/.test(source.slice(line, start)) ? line : undefined;
}

/** Whether all markup and brackets that open in this piece of source also close in it. */
function isClosed(piece: string): boolean {
  const prose = piece.replace(/`[^`]*`/g, '').replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']');
  const open: string[] = [];
  for (const [mark] of prose.matchAll(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|~~|`|[[\](){}“”]|<\/?[a-z]/giu)) {
    if (/^[)\]}”]$|^<\//.test(mark)) open.pop();
    else if (mark === open.at(-1) && !/^[([{<“]/.test(mark)) open.pop();
    else open.push(mark);
  }
  return open.length === 0;
}
