import { z } from 'zod';
import type { Span } from '../model/span.js';
import { type AnalysedBlock, defineMessageRule, findOpening, sentKinds } from './define-rule.js';
import { findSentence, type PlacedSentence } from './sentence-search.js';

// Verbs that open a request to the reader. At the start of a sentence they can hardly be anything else.
const imperatives =
  "add|allow|answer|apply|ask|attend|back up|book|bring|call|change|check|choose|clear|click|close|come|complete|confirm|contact|copy|create|delete|do not|don[’']t|download|email|enter|fill|find|follow|forward|give|go to|hand|install|join|keep|leave|let|log|look|make sure|mark|move|open|pay|phone|pick|plan|please|print|put|read|register|remember|remove|rename|renew|reply|report|reset|restart|return|review|ring|rsvp|save|scan|see|select|send|set|share|shut|sign|speak|start|stop|submit|switch|take|talk|tell|test|tick|try|turn|update|upload|use|visit|vote|wait|watch|write";
const opening = new RegExp(
  `^(?:[^\\p{L}]*(?:then|next|now|first|second|third|finally|also|just|simply|instead|otherwise|afterwards)[, ]+)?[^\\p{L}]*(?:${imperatives})\\b(?!\\s+(?:is|are|was|were|will|has|have|team|centre|center)\\b)`,
  'iu',
);
const afterCondition = new RegExp(
  `^\\s*(?:if|when|once|before|after|until|to|by|on|from|for|at|as soon as)\\b[^.!?]*?,\\s+(?:please\\s+)?(?:${imperatives})\\b`,
  'iu',
);
const request =
  /\bplease\b|\byou(?:\s+(?:will|may|might|also|all|each|first|then|still|only|both))*\s+(?:need|have|must|should|ought)\b|\byou(?:\s+(?:will|may|also|now|still|then))*\s+(?:can|could|are asked|are invited|will be asked)\b|\bwe\s+(?:ask|need|would like|want|invite|encourage|urge)\s+(?:you|everyone|everybody|all|each)\b|\b(?:all|every(?:one|body)|staff|users|managers|teams|colleagues|each\s+\w+)\s+(?:\w+\s+)?(?:must|should|need to|needs to|has to|have to)\b/iu;
const nothingToDo =
  /\bno\s+(?:further\s+)?action\b|\bnothing\s+(?:\w+\s+){0,3}(?:to do|you need to do|is needed|is required|changes for you)\b|\b(?:do not|don[’']t|won[’']t|will not|does not|doesn[’']t)\s+(?:need|have)\s+to\s+do\s+anything\b|\bfor (?:your )?information only\b|\bno need to\b/iu;
const nextInStatus =
  /\bnext\s+(?:steps?|week|month|sprint|phase|milestone)\b|\bwhat(?:[’']s| is| happens| comes)\s+next\b|\bby (?:then|our next)\b|\bwe (?:will|plan to|are going to|aim to|expect to)\b/iu;

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
  *check({ document, blocks, kind }) {
    if (blocks.length === 0 || findNextStep(blocks, kind === 'status') !== undefined) return;
    yield { span: findOpening(document), message: 'This message does not say what to do next: tell readers, or write that they need not do anything.' };
  },
  parts: [
    {
      name: 'next-step',
      find({ blocks, kind }) {
        const evidence = findNextStep(blocks, kind === 'status');
        return evidence === undefined ? { isMet: false } : { isMet: true, evidence };
      },
    },
  ],
});

/** The sentence that asks something of the reader or, in a status message, says what comes next. */
function findNextStep(blocks: readonly AnalysedBlock[], isStatus: boolean): Span | undefined {
  return findSentence(blocks, (placed) => isRequest(placed) || nothingToDo.test(placed.text) || (isStatus && nextInStatus.test(placed.text)));
}

/** Headings name things rather than ask for them, so there only a plain request counts. */
function isRequest({ block, text }: PlacedSentence): boolean {
  if (request.test(text)) return true;
  return block.kind !== 'heading' && (opening.test(text) || afterCondition.test(text));
}
