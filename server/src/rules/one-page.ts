import { z } from 'zod';
import { adviseCut } from './cut-advice.js';
import { defineMessageRule, findOpening } from './define-rule.js';
import { countRunningWords } from './sections.js';

export default defineMessageRule({
  meta: {
    id: 'one-page',
    title: 'More than one side of A4',
    category: 'strategy',
    why: 'A strategy that fits on one side of A4 is read, remembered and pinned to a wall. What does not fit is mostly how, and how can change.',
    severity: 'warning',
    kinds: ['strategy'],
    examples: {
      bad: [
        `---\nkind: strategy\n---\n\n‹By 2028 everyone who works here can find what they need to know in one place.› ${'Here is one more detail of it. '.repeat(75).trim()}`,
      ],
      good: ['---\nkind: strategy\n---\n\nBy 2028 everyone who works here can find what they need to know in one place.'],
    },
  },
  options: z.strictObject({
    maxWords: z.number().int().min(50).default(500).describe('The most words of running text that one side of A4 holds.'),
  }),
  *check({ document, blocks, options }) {
    const words = countRunningWords(blocks);
    if (words <= options.maxWords) return;
    yield {
      span: findOpening(document),
      message: `This strategy has ${words} words, and one side of A4 holds about ${options.maxWords}: ${adviseCut(blocks)}.`,
    };
  },
  parts: [
    {
      name: 'one-page',
      find({ blocks, options }) {
        return blocks.length === 0 ? undefined : { isMet: countRunningWords(blocks) <= options.maxWords };
      },
    },
  ],
});
