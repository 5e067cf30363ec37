import { z } from 'zod';
import { defineMessageRule, findOpening } from './define-rule.js';
import { findOther, listDeclared } from './evidence/goal.js';

const longest = 90;

export default defineMessageRule({
  meta: {
    id: 'goal-mismatch',
    title: 'The text reads like another goal',
    category: 'goals',
    why: 'A message that names one goal and serves another puzzles its readers, and its goal looks talked about when it is not.',
    severity: 'warning',
    kinds: ['announcement', 'status', 'deck', 'newsletter'],
    examples: {
      bad: [
        '---\ngoals: [‹G4›]\n---\n\nFrom Monday you can apply for a parking permit in our easy online service. The online form takes three minutes, and you pay online too.',
      ],
      good: [
        '---\ngoals: [G1]\n---\n\nFrom Monday you can apply for a parking permit in our easy online service. The online form takes three minutes, and you pay online too.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context) {
    const { document } = context;
    const other = findOther(context);
    if (other === undefined) return;
    const [declared] = listDeclared(context);
    const field = document.fields.goals?.find(({ value }) => value === declared?.id);
    const { goal, evidence } = other;
    const seen = evidence === undefined ? '' : `, as in “${cut(evidence.text)}”`;
    yield {
      span: field?.span ?? findOpening(document),
      message: `The text says nothing of “${declared?.title}” and reads like ${goal.id} (${goal.title})${seen}: name that goal, or say how this serves ${declared?.id}.`,
      suggestions: field === undefined ? [] : [{ title: `Tie it to ${goal.id}, ${goal.title}`, safety: 'review', edits: [{ ...field.span, text: goal.id }] }],
    };
  },
});

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
