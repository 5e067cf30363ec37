import { z } from 'zod';
import { defineMessageRule, findOpening, sentKinds, toState } from './define-rule.js';
import { findChange } from './evidence/change.js';
import { fillIn } from './fill-in.js';

export default defineMessageRule({
  meta: {
    id: 'what-changes',
    title: 'Nothing says what changes',
    category: 'message',
    why: 'Readers want to know what will be different for them: what they get, lose, see or do. A new version number tells them nothing.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['‹The portal was upgraded to version 12.›', '‹The project team reached all nine milestones.›'],
      good: [
        'From Monday you sign in with one password.',
        'The portal will be closed from 18:00 to 20:00 on 3 March.',
        '**What changes:** payslips in the portal, none on paper.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    if (context.blocks.length === 0 || parts.get('what-changes')?.isMet !== false) return;
    yield {
      span: findOpening(context.document),
      message: 'This message does not say what changes for its readers: tell them what they will see, get, lose or do differently.',
      suggestions: fillIn('what-changes', context, parts),
    };
  },
  parts: [{ name: 'what-changes', find: ({ blocks }) => toState(findChange(blocks)) }],
});
