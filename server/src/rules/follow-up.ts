import { z } from 'zod';
import { defineMessageRule, findOpening, sentKinds, toState } from './define-rule.js';
import { findFollowUp, hasPlannedDowntime } from './evidence/follow-up.js';
import { fillIn } from './fill-in.js';

export default defineMessageRule({
  meta: {
    id: 'follow-up',
    title: 'Downtime without a check afterwards',
    category: 'message',
    why: 'When something has been off, readers wonder whether all of it works again. A promise to check, and to tell, spares them the trying.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['‹The portal will be closed from 18:00 to 20:00 on 3 March.›'],
      good: [
        'The portal will be closed from 18:00 to 20:00 on 3 March. Afterwards we test every service and tell you by 21:00 whether all is well.',
        'From 3 March the portal has a new address.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    if (parts.get('follow-up')?.isMet !== false) return;
    yield {
      span: findOpening(context.document),
      message: 'This message announces downtime, but no check afterwards: promise to test that everything works again, and say when you will tell.',
      suggestions: fillIn('follow-up', context, parts),
    };
  },
  parts: [
    {
      name: 'follow-up',
      find: ({ blocks }) => (hasPlannedDowntime(blocks) ? toState(findFollowUp(blocks)) : undefined),
    },
  ],
});
