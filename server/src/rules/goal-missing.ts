import { z } from 'zod';
import { defineMessageRule, findOpening, type TextSuggestion } from './define-rule.js';
import { insertField } from './front-matter.js';

const offered = 5;

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
  *check({ document, goals, organisationGoals, today }) {
    if (goals.length > 0) return;
    const active = (organisationGoals?.goals ?? []).filter(
      ({ status, from, until }) => status === 'active' && (from ?? '') <= today && today <= (until ?? '9999'),
    );
    const hasEmptyField = /^goals?[ \t]*:/m.test(document.source.slice(document.fields.span.start, document.fields.span.end));
    const suggestions = hasEmptyField
      ? []
      : active.slice(0, offered).map(
          (goal): TextSuggestion => ({
            title: `Tie it to ${goal.id}, ${goal.title}`,
            safety: 'review',
            edits: [insertField(document, `goals: [${JSON.stringify(goal.id).slice(1, -1)}]`)],
          }),
        );
    const example = active.slice(0, 3).map((goal) => `${goal.id} (${goal.title})`);
    yield {
      span: findOpening(document),
      message: `This message names no goal that it serves: add “goals:” at the top${example.length > 0 ? `, such as ${example.join(', ')}` : ', as in “goals: [G1]”'}.`,
      suggestions,
    };
  },
  parts: [
    {
      name: 'goal',
      find({ document, goals, organisationGoals }) {
        const known = new Set(organisationGoals?.goals.map((goal) => goal.id));
        const isMet = goals.some((goal) => organisationGoals === undefined || known.has(goal));
        const evidence = document.fields.goals?.[0]?.span;
        return { isMet, ...(isMet && evidence !== undefined ? { evidence } : {}) };
      },
    },
  ],
});
