import { z } from 'zod';
import { findDate, mayHoldDate } from '../text/dates.js';
import { isQuoted } from './analysis.js';
import { type AnalysedBlock, defineMessageRule, sentKinds } from './define-rule.js';
import { hasGap } from './gaps.js';
import { keepBySentence, type PlacedSentence } from './sentence-search.js';

const adverbs =
  '(?:\\s+(?:currently|now|yet|also|still|simply|unfortunately|therefore|generally|normally|usually|presently|officially|longer|ever|always|even))*';
const we = '(?:we|IT|the (?:\\p{L}+ ){0,2}(?:team|desk|department|service|office|group|unit)|our (?:\\p{L}+ ){0,2}(?:team|desk|department|office))';
const requests =
  '(?:requests?|applications?|tickets?|claims?|orders?|forms?|submissions?|entries|bookings?|exceptions?|extensions?|appeals?|complaints?|queries|enquiries|calls?|invoices?|expenses?|refunds?|nominations?|registrations?|changes|purchases|walk-ins?|visitors|late ?comers)';
const exceptions = '(?:any |an )?exceptions?';
/** What a service does for people, so that not doing it is a refusal. “We cannot thank you enough” is none. */
const unableTo = `(?:support|accept|offer|provide|help|assist|allow|permit|process|approve|grant|fix|repair|install|replace|reimburse|refund|respond|reply|answer|take (?:on|any|new|more|your|calls|requests|bookings)|consider|extend|make ${exceptions}|restore|recover|deal with|handle|arrange|lend|pay|issue|set up|deliver|honou?r|fulfil|meet (?:this|these|that|your|all|every)|look (?:at|into)|do (?:this|that|it|so|anything)(?! without)|give (?:you|everyone|anyone|any|out))`;
const unwillingTo = `(?:support|accept|offer|permit|approve|grant|reimburse|refund|lend|repair|respond to|reply to|answer|help with|process ${requests}|consider ${requests}|pay for|make ${exceptions}|take (?:calls|requests|bookings)|provide (?:support|help|training|assistance|access|refunds?|loans?|equipment|devices?|laptops?|tablets?|phones?|replacements?))`;

const refusals: readonly RegExp[] = [
  new RegExp(
    `\\b${we}\\s+(?:cannot|can[’']t|can not|can no longer|(?:are|is)(?: not|n[’']t| no longer) able to|(?:are|is) unable to|are not in a position to)${adverbs}\\s+${unableTo}\\b`,
    'iu',
  ),
  new RegExp(`\\b${we}\\s+(?:(?:do|does|will)(?: not|n[’']t)|won[’']t|no longer|will no longer)${adverbs}\\s+${unwillingTo}\\b`, 'iu'),
  new RegExp(
    `\\b(?:${requests}|\\p{L}+s)\\b[^.!?;,]{0,60}\\s(?:will be|are|would be) (?:automatically |immediately )?(?:rejected|refused|declined|denied|ignored|turned (?:away|down)|returned unread|closed without)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b${requests}\\b[^.!?;,]{0,60}\\s(?:(?:will|can)(?: not|n[’']t|not)|won[’']t|will no longer|can no longer)\\s+be\\s+(?:accepted|approved|processed|considered|granted|made|honou?red|supported|answered|entertained)\\b`,
    'iu',
  ),
  new RegExp(
    `\\bno\\s+(?:\\p{L}+\\s+)?${requests}\\s+(?:(?:will|can) be|are|is)\\s+(?:accepted|approved|processed|considered|granted|made|honou?red|answered|allowed|permitted|possible|entertained)\\b`,
    'iu',
  ),
  /^\W*(?:(?:unfortunately|sorry|regrettably|at present|currently|at the moment|for now),?\s+)?(?:this|that|it)\s+(?:(?:is|will)\s+(?:(?:currently|also|simply|therefore|unfortunately)\s+)?(?:not|no longer)\s+(?:be\s+)?(?:(?:currently|yet)\s+)?(?:possible|allowed|permitted|supported|an option)|isn[’']t (?:possible|allowed|permitted|supported|an option)|cannot be (?:done|changed|arranged|extended)|is (?:impossible|out of (?:the question|scope)|forbidden|prohibited|against (?:our |the )?(?:policy|rules)))\b(?!\s+to\b)/iu,
  /\bit (?:is|will) (?:not|no longer)(?: be)? (?:possible|allowed|permitted) (?:for (?:you|us|staff|users|anyone|everyone|people) )?to (?:change|move|extend|cancel|refund|swap|transfer|book|keep|use|order|apply|install|offer|provide|support|accept|make|get|have|add|bring|choose|opt|pay|borrow|buy)\b/iu,
  /\b(?:you|staff|users|employees|contractors|visitors|managers|students|members|nobody|no one)\s+(?:are|is) (?:not|no longer) (?:allowed|permitted|entitled|eligible)\b|\b(?:nobody|no one) is (?:allowed|permitted)\b/iu,
  /\p{L}s?\s+(?:is|are|will)(?: not|n[’']t| no longer)(?: be)?(?: currently| yet| officially)? (?:supported|permitted|allowed|possible(?! to\b))(?=\s*(?:[.!]|$|at (?:this|the|present)|(?:on|in|by|from|for|with)\b))/iu,
  /^\W*no exceptions\W*$|\bthere (?:are|will be|can be) no exceptions\b|\bunder no circumstances (?:will|can|do) we\b/iu,
];

/** What comes before a refusal that is only thought of: “if we cannot fix it by six”, “phones that we do not support”. */
const supposed =
  /(?:\b(?:if|when|whenever|whether|unless|in case|once|where|until|whilst?|ensure|sure|why|how|what|lest|assum\p{L}+)\b[^,;:–—]*|\b(?:that|which|who)\s+)$/iu;
const announced = /\b(?:sorry|afraid|regret|note|aware|decided|means?|announce|fact|inform you|tell you|so)\s+(?:you\s+)?that\s+$/iu;

/** Words that open another way, or say who, when or under what condition. */
const wayForward =
  /\b(?:instead|alternatives?|alternatively|work-?arounds?|until then|in the meantime|meanwhile|for the time being|unless|except|other than|apart from|only if|as long as|provided that|rather than|please|you (?:can|could|may|might|will be able|will need to|need to|should|must|have to|are welcome|still have|keep)\b(?! (?:not|no longer)\b)|you[’']ll (?:be able|need|have|find|get)|(?:managers?|customers|users|staff|people|everyone|anyone|teams) (?:can|could|may)(?!not|[’']t| not| no longer)|should(?! not|n[’']t)|feel free|if you (?:need|want|would|have|are|do|think|wish|use|work|cannot|can[’']t)|if (?:this|that) (?:affects|is a problem|causes|applies)|we (?:(?:will|can|could|are happy to|would be happy to|[’']ll)\b(?![’']t| (?:not|no longer|never)\b)|are (?:working|looking|planning|building|testing|exploring|investigating|preparing)|recommend|suggest|advise|offer|plan to|hope to|intend to|aim to|have (?:set up|prepared|opened|put))|we[’']ll|we[’']re (?:working|looking|planning|building|testing|investigating)|will be (?:possible|available|supported|able)|(?:is|are|remains?) (?:still )?(?:possible|available|supported|allowed|open|fine)(?!\s*to (?:only|nobody))|how to|help (?:you|people)|(?:ask|speak|talk|write|turn) to)\b/iu;
const anotherWay =
  /\b(?:instead|alternatives?|alternatively|work-?arounds?|until then|in the meantime|meanwhile|for the time being|rather than|you can (?:still|also)|if you (?:need|want|would|cannot|can[’']t|wish)|we[’']?(?: are|re) (?:working|looking|planning|building|testing))\b/iu;
const contacting =
  /^\W*(?:please )?(?:use|try|contact|call|ask|borrow|speak|talk|write|reply|choose|visit)\b|\b(?:questions|exceptions|help)\b[^.!?]*\b(?:go to|ask|call|contact|write)\b/iu;
const instruction =
  /(?:^|[.!?;:–—,]\s+|\b(?:but|so|and|then|or)\s+)[^\p{L}]*(?:use|try|contact|call|ask|write|e-?mail|visit|reply|speak|talk|apply|see|choose|bring|switch|go|book|open|send|take|read|raise|check|phone|ring|move|keep|add|submit|get|let|tell|sign|log|make|order|report|borrow|upgrade|update|download|install|find|follow|join|plan|consider|start|set|click|select|register|request|enter|fill|save|print|work)\b/iu;

export default defineMessageRule({
  meta: {
    id: 'closed-door',
    title: 'A refusal with no way forward',
    category: 'message',
    why: 'A plain no leaves people with their problem, and they will solve it where nobody sees it. What they can do instead keeps the door open.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: [
        '‹We cannot support private tablets.› The portal opens on Monday.',
        'Send your form by Friday. The office is closed in May. ‹Late requests will be rejected.›',
        'Some of you asked to keep the old phones. ‹This is not possible.›',
      ],
      good: [
        'We cannot support private tablets. You can borrow one of ours instead.',
        'Late requests will be rejected unless your manager has agreed.',
        'Some of you asked to keep the old phones. This is not possible, but we will move your numbers.',
        'You cannot miss the new sign.',
        'You will not be able to log in between 18:00 and 20:00.',
      ],
    },
  },
  options: z.strictObject({}),
  *check({ blocks }) {
    const sentences = listOwnSentences(blocks);
    for (const [index, placed] of sentences.entries()) {
      if (!isRefusal(placed)) continue;
      const neighbours = [sentences[index - 1], sentences[index + 1]].filter((neighbour) => neighbour !== undefined);
      if (hasWayForward(placed, true) || neighbours.some((neighbour) => opensDoor(neighbour, placed))) continue;
      const { block, sentence } = placed;
      const span = block.map.toSource(sentence);
      const isInLink = block.links.some((link) => link.span.start < sentence.end && sentence.end <= link.span.end);
      yield {
        span,
        message: 'This says no and stops there: add what readers can do instead, whom to ask, or when it will be possible.',
        suggestions: isInLink
          ? []
          : [
              {
                title: 'Add what they can do instead',
                safety: 'review',
                edits: [{ start: span.end, end: span.end, text: ' Instead, [what readers can do].' }],
              },
            ],
      };
    }
  },
});

// What is longer is a text without full stops, in which nothing stands beside anything.
const longestSentence = 1000;

interface OwnSentence extends Pick<PlacedSentence, 'block' | 'sentence' | 'text'> {
  readonly analysed: AnalysedBlock;
}

/** The sentences of running text, in order: a heading between them is no answer. */
function listOwnSentences(blocks: readonly AnalysedBlock[]): OwnSentence[] {
  return blocks.flatMap((analysed) => {
    const { block, analysis } = analysed;
    if (block.quoted || block.kind === 'heading') return [];
    return analysis.sentences.map((sentence) => ({ block, sentence, text: block.text.slice(sentence.start, sentence.end), analysed }));
  });
}

const isRefusal = keepBySentence(({ text, sentence, analysed }: OwnSentence): boolean => {
  if (text.length > longestSentence || /\?\s*["”’)]*$/.test(text)) return false;
  return refusals.some((pattern) => {
    const match = pattern.exec(text);
    // “It doesn’t answer the question” is nobody’s refusal.
    if (match === null || (/^it\s(?!is|will)/iu.test(match[0]) && !match[0].startsWith('IT'))) return false;
    const before = text.slice(0, match.index);
    if (supposed.test(before) && !announced.test(before)) return false;
    const start = sentence.start + match.index;
    return !isQuoted(analysed.analysis, { start, end: start + match[0].length });
  });
});

/** What stands in another paragraph may be about something else, so there only plain words of another way count. */
function opensDoor(neighbour: OwnSentence, refusal: OwnSentence): boolean {
  const isBeside = neighbour.block === refusal.block || (neighbour.block.kind === 'list-item' && refusal.block.kind === 'list-item');
  if (isBeside) return hasWayForward(neighbour, false);
  return !hasGap(neighbour.text) && (anotherWay.test(neighbour.text) || contacting.test(neighbour.text));
}

function hasWayForward({ block, sentence, text }: OwnSentence, isSame: boolean): boolean {
  if (hasGap(text)) return false;
  if (wayForward.test(text) || instruction.test(text)) return true;
  const isInside = (offset: number): boolean => sentence.start <= offset && offset < sentence.end;
  if (block.opaque.some(({ kind, offset }) => (kind === 'email' || kind === 'url') && isInside(offset))) return true;
  if (block.links.some(({ span }) => isInside(span.start))) return true;
  if (isSame) return /\b(?:if|while|during)\b/iu.test(text) || (/\b(?:until|before|between|from|on|today|tonight)\b/iu.test(text) && holdsDate(text));
  // The desk opens again on Monday.
  return /\b(?:again|back|reopens?|returns?)\b/iu.test(text) && holdsDate(text);
}

/** With its times, “you cannot log in” is downtime and no refusal, and “not before 6 June” says when. */
function holdsDate(text: string): boolean {
  return mayHoldDate(text) && findDate(text) !== undefined;
}
