import { z } from 'zod';
import { whyInactive } from '../goals/inactive.js';
import { readMessageDay } from '../text/dates.js';
import { allKinds, defineMessageRule } from './define-rule.js';

export default defineMessageRule({
  meta: {
    id: 'goal-inactive',
    title: 'A goal that is over, or has not begun',
    category: 'goals',
    why: 'A message tied to a goal of yesterday tells readers that nobody follows the strategy.',
    severity: 'warning',
    kinds: allKinds.filter((kind) => kind !== 'page'),
    examples: {
      bad: ['---\ngoals: [‹G2›]\n---\n\nThe portal opens on Monday.', '---\ngoals: [G1, ‹G3›]\n---\n\nThe portal opens on Monday.'],
      good: ['---\ngoals: [G1]\n---\n\nThe portal opens on Monday.', '---\ngoals: [G3]\ndate: 2024-05-01\n---\n\nThe portal opens on Monday.'],
    },
  },
  options: z.strictObject({}),
  *check({ document, organisationGoals, today }) {
    // A message of last year served the goals of last year.
    const day = readMessageDay(document.fields.date?.value, document.path) ?? today;
    for (const { value, span } of document.fields.goals ?? []) {
      const goal = organisationGoals?.goals.find((candidate) => candidate.id === value);
      const reason = goal === undefined ? undefined : whyInactive(goal, day, today);
      if (reason !== undefined) yield { span, message: `The goal “${value}” ${reason}: choose one that counts today.` };
    }
  },
});
