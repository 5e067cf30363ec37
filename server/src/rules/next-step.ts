import { z } from 'zod';
import { defineMessageRule, findOpening, sentKinds, toState } from './define-rule.js';
import { findNextStep } from './evidence/next-step.js';
import { fillIn } from './fill-in.js';

export default defineMessageRule({
  meta: {
    id: 'next-step',
    title: 'Nothing says what to do',
    category: 'message',
    why: 'Readers look for one thing: what they have to do. If that is nothing, they want to read that too.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['‹The old portal has been replaced by a better one.›'],
      good: [
        'Sign in to the new portal on Monday.',
        'The portal has moved. You do not need to do anything.',
        'The portal has moved. Before Friday, please save your work.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    if (context.blocks.length === 0 || parts.get('next-step')?.isMet !== false) return;
    yield {
      span: findOpening(context.document),
      message: 'This message does not say what to do next: tell readers, or write that they need not do anything.',
      suggestions: fillIn('next-step', context, parts),
    };
  },
  parts: [{ name: 'next-step', find: (context) => toState(findNextStep(context)) }],
});
