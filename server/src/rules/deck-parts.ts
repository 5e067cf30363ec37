import { z } from 'zod';
import { defineMessageRule, findOpening, type PartDefinition, type PartStates, toState } from './define-rule.js';
import { type DeckPart, findDeckPart, isKickOff, tellsGoal } from './evidence/deck.js';
import { fillIn } from './fill-in.js';

/** What a kick-off tells people, in the order of its slides. */
const partNames: Readonly<Record<DeckPart, string>> = {
  'people-affected': 'who is affected',
  roles: 'who does what',
  dates: 'the dates',
  needs: 'what you need from them',
  support: 'the help they will get',
  contact: 'whom to ask',
};

// The names of the table are its keys.
const deckParts = Object.keys(partNames) as DeckPart[];

export default defineMessageRule({
  meta: {
    id: 'deck-parts',
    title: 'A kick-off that leaves questions open',
    category: 'deck',
    why: 'People leave a kick-off with the same questions. Does it touch me, and when? Who is in charge, what do you want from me, and who helps me? What the slides do not answer is told in the corridor.',
    severity: 'warning',
    kinds: ['deck'],
    examples: {
      bad: [
        '---\nkind: deck\nsubject: ‹Kick-off of leave online›\n---\n\n# Book your leave online\n\n---\n\n## What it can do\n\n- Works on any phone\n- Sends an answer the same day',
      ],
      good: [
        '---\nkind: deck\ngoals: [G1]\nsubject: "Kick-off: book your leave online"\n---\n\n# Book your leave online\n\n---\n\n## Who is affected\n\n- All 1,400 staff who book leave\n\n---\n\n## Who does what\n\n- Head of Payroll: decides the rules\n\n---\n\n## Dates\n\n- 1 March 2027: first trial\n\n---\n\n## What we need from you\n\n- One name from each department by 29 January\n\n---\n\n## Help you will get\n\n- A one-hour course in May\n\n---\n\n## Questions?\n\nWrite to leave@example.org.',
        '---\nkind: deck\nsubject: How we test software\n---\n\n# How we test software\n\n---\n\n## Unit tests\n\n- Small\n- Fast',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    const missing = deckParts.filter((part) => parts.get(part)?.isMet === false);
    const names = missing.map((part) => partNames[part]);
    if (lacksGoal(parts) && isKickOff(context) && !tellsGoal(context)) names.unshift('the goal it serves');
    if (names.length === 0) return;
    const advice = names.length === 1 ? 'add a slide for it' : 'add a slide for each';
    yield {
      span: findOpening(context.document),
      message: `This kick-off does not tell people ${joinNames(names)}: ${advice}.`,
      suggestions: missing.flatMap((part) => fillIn(part, context, parts)),
    };
  },
  parts: deckParts.map(
    (name): PartDefinition<unknown> => ({
      name,
      // A lecture has no need of roles and dates.
      find: (context) => (isKickOff(context) ? toState(findDeckPart(name, context)) : undefined),
    }),
  ),
});

function lacksGoal(parts: PartStates): boolean {
  return parts.get('goal')?.isMet === false;
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
