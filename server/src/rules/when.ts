import { z } from 'zod';
import { findDate, mayHoldDate } from '../text/dates.js';
import { type AnalysedBlock, defineMessageRule, findOpening, type MessageFinding, sentKinds, toState } from './define-rule.js';
import { findTime } from './evidence/time.js';
import { fillIn } from './fill-in.js';
import { keepBySentence, listSentences } from './sentence-search.js';

const vague =
  /(?<!\b(?:as|too|how|so|very) |[“"‘'])\bsoon\b(?![-”"’']|\s+(?:as|after|afterwards|became|found|enough|\p{L}+ed)\b)|\b(?:very |quite )?shortly\b(?!\s+(?:after|before)\b)|\bin due course\b|\bin the (?:near|not too distant|foreseeable) future\b|\b(?:at|on) a later date\b|\bin the (?:coming|next few|following) (?:days|weeks|months)\b|\bover the (?:coming|next few) (?:days|weeks|months)\b|\bat your earliest convenience\b|\bto be (?:confirmed|announced|determined)\b|\b(?:TBC|TBA|TBD)\b/giu;

export default defineMessageRule({
  meta: {
    id: 'when',
    title: 'Nothing says when',
    category: 'message',
    why: 'Most complaints are about expectations that were never set. A day and a time set them.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: ['‹The old portal closes.›', 'The old portal closes ‹soon›.', 'More news on 3 March. The old portal closes ‹in due course›.'],
      good: ['The old portal closes on Friday 5 June.', 'Reply as soon as you can, by 3 March 2026.', 'It will be off from 18:00 to 20:00 on 3 March.'],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    const { document, blocks } = context;
    let hasVague = false;
    const isMissing = parts.get('when')?.isMet === false;
    for (const finding of findVagueTimes(blocks)) {
      hasVague = true;
      // A message that says when may well be vague about the rest.
      yield isMissing ? finding : { ...finding, severity: 'info' };
    }
    if (hasVague || blocks.length === 0 || !isMissing) return;
    yield {
      span: findOpening(document),
      message: 'This message does not say when: give a day or a date.',
      suggestions: fillIn('when', context, parts),
    };
  },
  parts: [{ name: 'when', find: (context) => toState(findTime(context)) }],
});

/** “Soon” and its like, in sentences that give no date beside it. */
function* findVagueTimes(blocks: readonly AnalysedBlock[]): Generator<MessageFinding> {
  for (const placed of listSentences(blocks)) {
    const { block, sentence } = placed;
    for (const { at, words } of listVagueTimes(placed)) {
      const start = sentence.start + at;
      yield { block, span: { start, end: start + words.length }, message: `“${words}” may mean tomorrow or next year: give a day or a date.` };
    }
  }
}

const listVagueTimes = keepBySentence(({ text }): readonly { readonly at: number; readonly words: string }[] => {
  const found = Array.from(text.matchAll(vague), (match) => ({ at: match.index, words: match[0] }));
  return found.length > 0 && mayHoldDate(text) && findDate(text) !== undefined ? [] : found;
});
