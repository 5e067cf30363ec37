import { z } from 'zod';
import { allKinds, defineBlockRule } from './define-rule.js';
import { suggestSplit } from './sentence-split.js';

export default defineBlockRule({
  meta: {
    id: 'long-sentence',
    title: 'Sentences that are too long',
    category: 'readability',
    why: 'By the end of a long sentence, readers have lost its beginning. Two short ones say the same.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        '‹The new system will be ready for all of you in the spring of next year, and we will show each of the teams how it works in a short talk before then.›',
      ],
      good: ['The new system will be ready in spring. We will show each team how it works before then.'],
    },
  },
  options: z.strictObject({
    maxWords: z.number().int().min(5).default(25).describe('The most words a sentence may have.'),
  }),
  *check({ block, analysis, options }) {
    if (block.quoted || block.isNote === true || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return;
    for (const sentence of analysis.sentences) {
      const count = sentence.words.length;
      if (count <= options.maxWords) continue;
      yield {
        span: sentence,
        message: `This sentence has ${count} words, more than ${options.maxWords}: try splitting it in two.`,
        suggestions: suggestSplit({ block, analysis }, sentence),
      };
    }
  },
});
