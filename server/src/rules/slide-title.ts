import { z } from 'zod';
import type { Document } from '../model/document.js';
import { defineMessageRule, spanOfOpening } from './define-rule.js';
import { fillInTitle } from './fill-in-slide.js';
import { listSlides, type ReadSlide, titleOf } from './slides.js';

// So few words say in one glance what a slide is about, alone or below a picture: “Any questions?”
const glance = 15;
// Who said what is quoted.
const source = 12;
/** Layouts of Slidev that are one picture, one statement or one page of another site. */
const withoutTitle: ReadonlySet<string> = new Set('cover intro section statement fact quote end image iframe full none'.split(' '));

export default defineMessageRule({
  meta: {
    id: 'slide-title',
    title: 'A slide without a title',
    category: 'deck',
    why: 'A title says what to look for before the eye is lost in the details. Screen readers and tables of contents know a slide by nothing else.',
    severity: 'warning',
    kinds: ['deck'],
    examples: {
      bad: [
        '---\nkind: deck\n---\n\n# Book your leave online\n\n---\n\n- ‹Nine thousand paper forms a year›\n- Six days for an answer\n- One form in twelve is lost',
      ],
      good: [
        '---\nkind: deck\n---\n\n# Book your leave online\n\n---\n\n## Paper is slow\n\n- Nine thousand forms a year\n- Six days for an answer',
        '---\nkind: deck\n---\n\n# Book your leave online\n\n---\n\n![A pile of forms](forms.jpg)\n\n---\n\nAny questions?',
      ],
    },
  },
  options: z.strictObject({}),
  *check({ document, blocks }) {
    for (const read of listSlides({ document, blocks })) {
      const first = read.blocks.find(({ analysis }) => analysis.words.length > 0)?.block;
      if (first === undefined || !lacksTitle(read, document)) continue;
      yield {
        span: spanOfOpening(first),
        message: `Slide ${read.slide.number} has no title: give it one that says its point.`,
        suggestions: fillInTitle(read.slide, first, document),
      };
    }
  },
});

function lacksTitle({ slide, isOpening, blocks, words }: ReadSlide, document: Document): boolean {
  // The first slide is a title itself.
  if (isOpening || words === 0 || titleOf(slide) !== undefined || withoutTitle.has(slide.layout ?? '')) return false;
  const isPlain = blocks.every(({ block }) => block.kind === 'paragraph');
  if (isPlain && words <= glance) return false;
  const quoted = blocks.filter(({ block }) => block.quoted).reduce((sum, { analysis }) => sum + analysis.words.length, 0);
  if (quoted > 0 && words - quoted <= source) return false;
  return !opensInBold(blocks, document);
}

/** Whether the first line stands in bold alone: it is a title to the eye. */
function opensInBold(blocks: ReadSlide['blocks'], { source: text }: Document): boolean {
  const first = blocks[0]?.block;
  if (first?.kind !== 'paragraph') return false;
  const { start } = first.map.toSource({ start: 0, end: 1 });
  const lineStart = text.lastIndexOf('\n', start) + 1;
  return /^[ \t]*(\*\*|__)(?!\s)[^\r\n]{1,200}\1[ \t:\\]*(?:\r|\n|$)/.test(text.slice(lineStart, lineStart + 300));
}
