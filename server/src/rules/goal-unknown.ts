import { z } from 'zod';
import { findSimilar } from '../text/similar.js';
import { allKinds, defineMessageRule } from './define-rule.js';

export default defineMessageRule({
  meta: {
    id: 'goal-unknown',
    title: 'A goal that does not exist',
    category: 'goals',
    why: 'A goal id that is not in the goals file ties the message to nothing.',
    severity: 'error',
    kinds: allKinds.filter((kind) => kind !== 'page'),
    examples: {
      bad: ['---\ngoals: [‹G9›]\n---\n\nThe portal opens on Monday.'],
      good: ['---\ngoals: [G1]\n---\n\nThe portal opens on Monday.'],
    },
  },
  options: z.strictObject({}),
  *check({ document, organisationGoals }) {
    if (organisationGoals === undefined) return;
    const known = organisationGoals.goals.map((goal) => goal.id);
    for (const { value, span } of document.fields.goals ?? []) {
      if (known.includes(value)) continue;
      const similar = findSimilar(value, known);
      yield {
        span,
        message: `There is no goal “${value}”: ${similar === undefined ? (known.length > 0 ? `the goals are ${known.join(', ')}` : 'the goals file lists none') : `did you mean “${similar}”`}${similar === undefined ? '.' : '?'}`,
        suggestions: similar === undefined ? [] : [{ title: `Use “${similar}”`, safety: 'review', edits: [{ ...span, text: similar }] }],
      };
    }
  },
});
