import { OPAQUE } from '../model/block.js';
import type { Slide } from '../model/slide.js';
import { addCounts, noCounts, type TextCounts } from '../text/scores.js';
import type { AnalysedBlock, MessageContext } from './define-rule.js';

/** A slide with what stands on it: its speaker notes are left out. */
export interface ReadSlide {
  readonly slide: Slide;
  /** Whether the deck opens with it. */
  readonly isOpening: boolean;
  readonly blocks: readonly AnalysedBlock[];
  /** All that an audience would read, titles and tables too. */
  readonly words: number;
  /** Of the running text. */
  readonly counts: TextCounts;
}

const known = new WeakMap<readonly AnalysedBlock[], readonly ReadSlide[]>();

/** The slides of a deck; none for any other message. */
export function listSlides({ document, blocks }: Pick<MessageContext<unknown>, 'document' | 'blocks'>): readonly ReadSlide[] {
  const read = known.get(blocks) ?? (document.slides ?? []).map((slide) => readSlide(slide, blocks));
  known.set(blocks, read);
  return read;
}

function readSlide(slide: Slide, all: readonly AnalysedBlock[]): ReadSlide {
  const blocks = all.slice(slide.firstBlock, slide.endBlock).filter(({ block }) => block.isNote !== true);
  return {
    slide,
    isOpening: slide.number === 1,
    blocks,
    words: blocks.reduce((sum, { analysis }) => sum + analysis.words.length, 0),
    counts: blocks.reduce((sum, { analysis }) => addCounts(sum, analysis.counts), noCounts),
  };
}

/** The title of a slide in words; `undefined` when it has none. */
export function titleOf({ title, name }: Slide): string | undefined {
  const values = (title?.opaque ?? []).map(({ kind, value }) => (kind === 'code' ? value : ' '));
  const words =
    title?.text
      .replaceAll(OPAQUE, () => values.shift() ?? ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  return words === '' ? name : words;
}

/** The depth that most titles of the deck have, leaving out the first slide's. */
export function usualTitleDepth(slides: readonly Slide[]): number {
  const counts = new Map<number, number>();
  for (const { title } of slides.slice(1)) if (title?.depth !== undefined) counts.set(title.depth, (counts.get(title.depth) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 2;
}
