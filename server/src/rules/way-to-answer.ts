import { z } from 'zod';
import { defineMessageRule, findOpening, sentKinds, toState } from './define-rule.js';
import { findAnswer } from './evidence/answer.js';
import { fillIn } from './fill-in.js';

const wantsAnswers = ['engage', 'collaborate'];

export default defineMessageRule({
  meta: {
    id: 'way-to-answer',
    title: 'No way to answer',
    category: 'message',
    why: 'A message that wants people to take part has to ask them something, and to say where their answer goes.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['---\nsubject: ‹The new start page›\nintent: engage\n---\n\nThe start page gets a new look. We love hearing from you!'],
      good: [
        '---\nintent: engage\n---\n\nWhich news should stand at the top of the start page? Reply to this message by Friday.',
        '---\nintent: collaborate\n---\n\nBring your ideas to the workshop in room 3 on Monday.',
        '---\nintent: inform\n---\n\nThe start page gets a new look.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    if (context.blocks.length === 0 || parts.get('way-to-answer')?.isMet !== false) return;
    yield {
      span: findOpening(context.document),
      message: `This message means to ${context.document.fields.intent?.value}, but readers cannot answer: ask them something, and say where the answer goes.`,
      suggestions: fillIn('way-to-answer', context, parts),
    };
  },
  parts: [
    {
      name: 'way-to-answer',
      find: ({ document, blocks }) => (wantsAnswers.includes(document.fields.intent?.value ?? '') ? toState(findAnswer(blocks)) : undefined),
    },
  ],
});
