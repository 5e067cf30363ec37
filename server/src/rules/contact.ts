import { z } from 'zod';
import { defineMessageRule, findOpening, sentKinds, toState } from './define-rule.js';
import { findContact } from './evidence/contact.js';
import { fillIn } from './fill-in.js';

export default defineMessageRule({
  meta: {
    id: 'contact',
    title: 'Nobody to ask',
    category: 'message',
    why: 'A reader with a question and nobody to ask asks everybody, or gives up.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['‹The old portal closes on Friday.›', '‹The old portal closes. Contact us with questions.›'],
      good: [
        'The old portal closes on Friday. Call the service desk on 1234.',
        'The old portal closes on Friday. Write to help@example.org.',
        'The old portal closes on Friday. Ask in #help-it.',
        'The old portal closes on Friday. [Ask the service desk](https://example.org/help).',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    if (context.blocks.length === 0 || parts.get('contact')?.isMet !== false) return;
    yield {
      span: findOpening(context.document),
      message: 'This message does not say whom to ask: give a name with a number, an address or a channel.',
      suggestions: fillIn('contact', context, parts),
    };
  },
  parts: [{ name: 'contact', find: ({ blocks }) => toState(findContact(blocks)) }],
});
