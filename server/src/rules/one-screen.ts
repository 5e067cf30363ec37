import { z } from 'zod';
import { adviseCut } from './cut-advice.js';
import { defineMessageRule, findOpening } from './define-rule.js';
import { countRunningWords } from './sections.js';

export default defineMessageRule({
  meta: {
    id: 'one-screen',
    title: 'Longer than a screen',
    category: 'message',
    why: 'What stands below the first screen is read by few. What does not fit can stand behind a link.',
    severity: 'warning',
    kinds: ['announcement', 'status'],
    examples: {
      bad: [
        `‹We will move the leave form to the portal on Monday, and from then on you ask› for all leave there. ${'Here is one more detail of it. '.repeat(35).trim()}`,
      ],
      good: ['We will move the leave form to the portal on Monday. From then on you ask for all leave there.'],
    },
  },
  options: z.strictObject({
    maxWords: z.number().int().min(20).default(250).describe('The most words of running text that a message may have.'),
  }),
  *check({ document, blocks, options }) {
    const words = countRunningWords(blocks);
    if (words <= options.maxWords) return;
    yield {
      span: findOpening(document),
      message: `This message has ${words} words, and a screen holds about ${options.maxWords}: ${adviseCut(blocks)}.`,
    };
  },
  parts: [
    {
      name: 'one-screen',
      find({ blocks, options }) {
        return blocks.length === 0 ? undefined : { isMet: countRunningWords(blocks) <= options.maxWords };
      },
    },
  ],
});
