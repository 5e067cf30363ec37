import { z } from 'zod';
import { defineMessageRule } from './define-rule.js';
import { findShowing, listDeclared } from './evidence/goal.js';

export default defineMessageRule({
  meta: {
    id: 'goal-buried',
    title: 'A goal that shows only far down',
    category: 'goals',
    why: 'Many readers see the first screen and no more. What the message is for belongs there.',
    severity: 'warning',
    kinds: ['announcement', 'status', 'newsletter'],
    examples: {
      bad: [
        `---\ngoals: [G1]\n---\n\n${'The builders took down the old wall and carried every stone of it to the yard behind the barn. '.repeat(11)}\n\n‹This serves our goal “Easy online services”.›`,
      ],
      good: ['---\ngoals: [G1]\n---\n\nFrom Monday you can renew your parking permit online. Nobody needs to come to the counter for it any more.'],
    },
  },
  options: z.strictObject({
    withinWords: z.number().int().positive().default(180).describe('Words of running text after which nothing counts as seen at first glance.'),
  }),
  *check(context) {
    const { withinWords } = context.options;
    for (const goal of listDeclared(context)) {
      const [first] = findShowing(goal, context);
      if (first === undefined || first.sentence.wordsBefore <= withinWords) continue;
      yield {
        span: first.sentence.span,
        message: `This is the first that shows the goal “${goal.title}”, after ${first.sentence.wordsBefore} words: say it further up.`,
      };
    }
  },
});
