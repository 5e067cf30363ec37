import { z } from 'zod';
import { defineMessageRule, findOpening } from './define-rule.js';
import { findOther, isAbsent, listDeclared, listShown } from './evidence/goal.js';

/** Where there is next to nothing to read, nothing can be shown. */
const leastWords = 20;

export default defineMessageRule({
  meta: {
    id: 'goal-not-shown',
    title: 'A goal that the text does not show',
    category: 'goals',
    why: 'A goal in the front matter is seen by nobody. Readers learn what the message is for when a sentence of the text tells them.',
    severity: 'warning',
    kinds: ['announcement', 'status', 'deck', 'newsletter'],
    examples: {
      bad: [
        '---\ngoals: [‹G1›]\n---\n\nThe coffee machine on the second floor has been repaired. Please rinse it after use, and tell the caretaker when the beans run out.',
      ],
      good: [
        '---\ngoals: [G1]\n---\n\nFrom Monday you can renew your parking permit online. It takes three minutes, and you no longer need to come to the counter.',
        '---\ngoals: [G1]\n---\n\nThe coffee machine on the second floor has been repaired. This serves our goal “Easy online services”.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context) {
    const { document, goalMatcher } = context;
    if (goalMatcher === undefined) return;
    const words = listShown(context).reduce((sum, { sentence }) => sum + sentence.words.length, 0);
    const declared = listDeclared(context);
    const hidden = declared.filter((goal) => isAbsent(goal, context));
    if (words < leastWords || hidden.length === 0 || findOther(context) !== undefined) return;
    for (const { id, title } of hidden) {
      yield {
        span: document.fields.goals?.find(({ value }) => value === id)?.span ?? findOpening(document),
        message: `No sentence of this text speaks of the goal “${title}”: add one that says how this serves it.`,
        // One that is shown is enough for readers; the others may be worth a word.
        ...(hidden.length < declared.length ? { severity: 'info' } : {}),
      };
    }
  },
});
