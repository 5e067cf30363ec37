import { z } from 'zod';
import { defineMessageRule, findOpening } from './define-rule.js';
import { findGoal, listActive, rankActive } from './evidence/goal.js';
import { offerGoals } from './offer-goals.js';

export default defineMessageRule({
  meta: {
    id: 'goal-missing',
    title: 'No strategic goal',
    category: 'goals',
    why: 'A message that serves a goal of the organisation says why it is worth reading. One that serves none may not be worth sending.',
    severity: 'warning',
    kinds: ['announcement', 'status', 'deck', 'newsletter'],
    examples: {
      bad: ['‹The new portal opens on Monday.›'],
      good: ['---\ngoals: [G1]\n---\n\nThe new portal opens on Monday.', '---\ngoal: G1\n---\n\nThe new portal opens on Monday.'],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    const { document, goals } = context;
    if (goals.length > 0 || parts.get('goal')?.isMet === true) return;
    const [best] = rankActive(context);
    const example = listActive(context)
      .slice(0, 3)
      .map((goal) => `${goal.id} (${goal.title})`);
    yield {
      span: findOpening(document),
      message:
        best === undefined
          ? `This message names no goal that it serves: add “goals:” at the top${example.length > 0 ? `, such as ${example.join(', ')}` : ', as in “goals: [G1]”'}.`
          : `This message names no goal that it serves. It reads like ${best.goal.id} (${best.goal.title}): add “goals:” at the top.`,
      suggestions: offerGoals(context),
    };
  },
  parts: [{ name: 'goal', find: findGoal }],
});
