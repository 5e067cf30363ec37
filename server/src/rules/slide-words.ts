import { z } from 'zod';
import { defineMessageRule, spanOfOpening } from './define-rule.js';
import { listSlides } from './slides.js';

export default defineMessageRule({
  meta: {
    id: 'slide-words',
    title: 'Too many words on a slide',
    category: 'deck',
    why: 'People cannot read a full slide and listen at the same time. Most of them read, and nobody hears what you say.',
    severity: 'warning',
    kinds: ['deck'],
    examples: {
      bad: [
        '---\nkind: deck\n---\n\n# Book your leave online\n\n---\n\n## ‹Why we do this›\n\nLeave is our most common paper form. Each year we fill in nine thousand of them, and each one goes through four pairs of hands before somebody types it into the payroll system. On average it takes six days until you get an answer, and three weeks in the summer. One form in twelve is lost on its way, and then everything begins again, with a new form and a new stamp.',
      ],
      good: [
        '---\nkind: deck\n---\n\n# Book your leave online\n\n---\n\n## Why we do this\n\n- Nine thousand paper forms a year\n- Six days for an answer\n- One form in twelve is lost\n\n<!-- Leave is our most common paper form. Each one goes through four pairs of hands. -->',
      ],
    },
  },
  options: z.strictObject({
    maxWords: z
      .number()
      .int()
      .min(1)
      .default(60)
      .describe('The most words that may stand on a slide, its title and tables included and its speaker notes not.'),
  }),
  *check({ document, blocks, options }) {
    for (const { slide, blocks: shown, words } of listSlides({ document, blocks })) {
      const first = slide.title ?? shown.find(({ analysis }) => analysis.words.length > 0)?.block;
      if (words <= options.maxWords || first === undefined) continue;
      yield {
        span: spanOfOpening(first),
        message: `Slide ${slide.number} has ${words} words, more than ${options.maxWords}: keep what people must see, and say the rest.`,
      };
    }
  },
});
