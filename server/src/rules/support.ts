import { z } from 'zod';
import { defineMessageRule, findOpening, sentKinds, toState } from './define-rule.js';
import { findSupport, hasLastingChange, mayOfferHelp } from './evidence/support.js';
import { fillIn } from './fill-in.js';

export default defineMessageRule({
  meta: {
    id: 'support',
    title: 'A change without help',
    category: 'message',
    why: 'People take to a new tool or a new way of working when somebody helps them over the first days. An address for questions is not that help.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['‹From Monday you sign in to the portal with your badge. Questions? Call 1234.›'],
      good: [
        'From Monday you sign in to the portal with your badge. Helpers will be on every floor all week to show you how.',
        'From Monday you sign in to the portal with your badge. A two-page guide is on your desk.',
        'The portal will be closed from 18:00 to 20:00 on Monday.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    if (parts.get('support')?.isMet !== false) return;
    yield {
      span: findOpening(context.document),
      message: 'This message tells of a change, but not of the help people will get with it: name a guide, a course, a drop-in or somebody to sit with them.',
      suggestions: fillIn('support', context, parts),
    };
  },
  parts: [
    {
      name: 'support',
      find(context) {
        const { blocks } = context;
        if (hasLastingChange(blocks)) return toState(findSupport(blocks));
        // Who offers help has a reason to. In a long text the words for it are about something else as often.
        const evidence = mayOfferHelp(context) ? findSupport(blocks) : undefined;
        return evidence === undefined ? undefined : toState(evidence);
      },
    },
  ],
});
