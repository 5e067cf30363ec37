import { z } from 'zod';
import type { Span } from '../model/span.js';
import { type AnalysedBlock, defineMessageRule, findOpening, sentKinds } from './define-rule.js';
import { findSentence, type PlacedSentence } from './sentence-search.js';

const phone = /(?:\+|\b00|\(0|\b0)[\d ()./-]{6,18}\d\b|\(\d{3}\)\s?\d{3}[-. ]\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b/u;
const dial = /\b(?:call|phone|ring|dial|text|tel|telephone|ext|extension|line|helpline|desk)\b\.?[^.!?\d]{0,40}\b\d{3,}\b/iu;
const channel = /(?:\b(?:ask|post|in|on|join|channel|slack|teams|to|via|at)\b[^.!?]{0,30}|^)#[a-z][\w-]+/iu;
const inPerson =
  /\b(?:come to|drop in(?:to)?|visit|speak to us|find us|see us|meet us)\b[^.!?]*\b(?:room|desk|floor|building|office|library|counter|stand)\b/iu;
const reply = /\b(?:reply|respond)\s+(?:directly\s+)?to this\b|\bhit reply\b|\breply (?:to me|to us|with)\b/iu;
const asking =
  /\b(?:contact|ask|questions?|help|support|problems?|queries|query|issues?|feedback|get in touch|reach|raise|report|ticket|service desk|help ?desk)\b/iu;
const contactTarget = /^(?:mailto|tel|sip|sms|slack|msteams|skype):/i;

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
  *check({ document, blocks }) {
    if (blocks.length === 0 || findContact(blocks) !== undefined) return;
    yield { span: findOpening(document), message: 'This message does not say whom to ask: give a name with a number, an address or a channel.' };
  },
  parts: [
    {
      name: 'contact',
      find({ blocks }) {
        const evidence = findContact(blocks);
        return evidence === undefined ? { isMet: false } : { isMet: true, evidence };
      },
    },
  ],
});

function findContact(blocks: readonly AnalysedBlock[]): Span | undefined {
  return findSentence(blocks, (placed) => hasAddress(placed) || [phone, dial, channel, inPerson, reply].some((pattern) => pattern.test(placed.text)));
}

/** A mail address, a link that opens a mail or a call, or any link in a sentence that speaks of asking. */
function hasAddress({ block, sentence, text }: PlacedSentence): boolean {
  const isInside = (offset: number): boolean => sentence.start <= offset && offset < sentence.end;
  if (block.opaque.some(({ kind, offset }) => kind === 'email' && isInside(offset))) return true;
  const links = block.links.filter(({ span }) => isInside(span.start));
  if (links.some(({ target }) => contactTarget.test(target))) return true;
  const hasUrl = links.length > 0 || block.opaque.some(({ kind, offset }) => kind === 'url' && isInside(offset));
  return hasUrl && asking.test(text);
}
