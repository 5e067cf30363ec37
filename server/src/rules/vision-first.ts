import { z } from 'zod';
import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import type { Span } from '../model/span.js';
import { isFunctionWord } from '../text/part-of-speech.js';
import { stemOf } from '../text/word-family.js';
import { splitWords } from '../text/words.js';
import type { Sentence } from './analysis.js';
import { type AnalysedBlock, defineMessageRule, findOpening, type MessageContext, type PartState } from './define-rule.js';
import { fillIn } from './fill-in.js';
import { hasGap } from './gaps.js';

// What stands behind so many words is no longer the start.
const openingWords = 80;
// In characters. What is longer is a text without full stops.
const longestSentence = 1000;

export default defineMessageRule({
  meta: {
    id: 'vision-first',
    title: 'No vision at the start',
    category: 'strategy',
    why: 'A strategy says where we are going before it says how. People follow a picture of the future, not a history.',
    severity: 'warning',
    kinds: ['strategy'],
    examples: {
      bad: [
        '---\nkind: strategy\n---\n\n# Digital strategy\n\n‹The board asked for a paper on our systems in 2024.›\n\n## Goals\n\n- Fewer systems\n- Shorter queues',
      ],
      good: [
        '---\nkind: strategy\n---\n\n# Digital strategy\n\nBy 2028 anyone can get help from us in one visit.\n\n## Goals\n\n- Fewer systems\n- Shorter queues',
        '---\nkind: strategy\n---\n\n# Digital strategy\n\n## Our vision\n\nNobody has to tell us anything twice.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    const { document, blocks } = context;
    if (blocks.length === 0 || parts.get('vision')?.isMet === true) return;
    const late = findVision(context, Number.POSITIVE_INFINITY);
    const opening = findBody(blocks);
    const span = opening ?? findOpening(document);
    yield {
      span,
      message:
        late === undefined
          ? 'This strategy does not start with a vision: say in a sentence what the future will be like, and for whom.'
          : `The vision comes only further down, at “${nameOpening(document, late)}”: move it to the start.`,
      suggestions: late === undefined ? fillIn('vision', context, parts) : [],
    };
  },
  parts: [
    {
      name: 'vision',
      find(context) {
        if (context.blocks.length === 0) return undefined;
        return toState(findVision(context, openingWords));
      },
    },
    {
      name: 'goals',
      find(context) {
        return context.blocks.length === 0 ? undefined : toState(findGoals(context));
      },
    },
    {
      name: 'review-date',
      find(context) {
        return context.blocks.length === 0 ? undefined : findReview(context);
      },
    },
  ],
});

function toState(evidence: Span | undefined): PartState {
  return evidence === undefined ? { isMet: false } : { isMet: true, evidence };
}

function nameOpening({ source }: Document, { start, end }: Span): string {
  return `${source.slice(start, end).split(/\s+/).slice(0, 5).join(' ')} …`;
}

/** The first sentence that is no heading. */
function findBody(blocks: readonly AnalysedBlock[]): Span | undefined {
  const first = blocks.find(({ block }) => block.kind !== 'heading' && /\p{L}/u.test(block.text));
  const sentence = first?.analysis.sentences[0];
  return first === undefined || sentence === undefined ? undefined : first.block.map.toSource(sentence);
}

interface Placed {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly text: string;
  readonly heading: string;
  /** Words of the body before it. */
  readonly before: number;
}

/** The sentences of the body with what stands over them. A vision may be set as a quotation. */
function* listBody(blocks: readonly AnalysedBlock[]): Generator<Placed> {
  let heading = '';
  let before = 0;
  for (const [index, { block, analysis }] of blocks.entries()) {
    if (block.kind === 'heading') {
      if (index > 0 || (block.depth ?? 1) > 1) heading = block.text;
      continue;
    }
    for (const sentence of analysis.sentences) {
      yield { block, sentence, text: block.text.slice(sentence.start, sentence.end), heading, before };
      before += sentence.words.length;
    }
  }
}

const visionHeading =
  /\b(?:vision|ambition|aspiration|north star|where we(?:[’']re| are| want| will)(?: going| to be| be| to go| heading)|what we (?:want to be|will be|want to become|are aiming for)|the future|our future|future state|destination|in (?:five|ten|three) years|our purpose)\b|^\W*(?:in|by) 20\d\d\W*$/iu;
const namesVision =
  /\b(?:our|the|this|a) (?:shared |common |digital |long-term )?(?:vision|ambition|aspiration|dream)\b(?! (?:statement|of (?:the )?(?:last|previous|old)))|\b(?:we|I) (?:want|see|imagine|picture|envision|envisage|aspire|dream)\b(?! (?:no|more|two|three|four|five|\w+ things)\b)|\bour (?:aim|purpose|mission|goal) is\b|\bwe (?:will|want to) (?:be|become) (?:the|a|an|known|one)\b|\b(?:should|must) (?:all )?be (?:a place|places)\b|\b(?:a|an) \p{L}+ (?:where|in which) (?:every|any|no|each|all|people|you)/iu;
/** “By 2028 …”, “In five years …”: a time that is still to come. */
const future =
  /\b(?:by|in|before) (?:the (?:end|summer|autumn|winter|spring) of )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter) )?(20\d\d)\b|\b(?:in|within) (?:\w+ )?(?:two|three|four|five|six|seven|eight|ten|\d+) years(?:[’'] time)?\b(?! (?:ago|of|old))|\bby the end of (?:the|this) decade\b|\bone day\b/iu;
/** A state of the world for somebody: “Anyone can …”, “No one has to …”. */
const everybody =
  /^\W*(?:anyone|anybody|everyone|everybody|nobody|no one|(?:every|each|any|no|all(?: of)?(?: our| the)?) \p{L}+(?: \p{L}+)?|people|you)(?: (?:who|in|of|with|from|here|at|on)\b[^.!?]{0,60}?)? (?:can|will|gets?|finds?|has|have|knows?|is|are|needs?|never|no longer|should)\b/iu;

/** The sentence that says what the organisation wants the future to be, among those that begin within `limit` words. */
function findVision(context: MessageContext<unknown>, limit: number): Span | undefined {
  const vision = contentStems(context.organisationGoals?.vision ?? '');
  const isWhole = limit === Number.POSITIVE_INFINITY;
  for (const { block, sentence, text, heading, before } of listBody(context.blocks)) {
    if (before >= limit) break;
    if (hasGap(text) || block.kind === 'cell' || sentence.words.length < 4 || text.length > longestSentence) continue;
    const isUnderHeading = visionHeading.test(heading);
    const isListed = block.kind === 'list-item' || goalsHeading.test(heading);
    const isShared = vision.size >= 4 && countShared(contentStems(text), vision) >= vision.size * 0.6;
    // Further down, only what calls itself the vision is meant as one.
    const isStated =
      !isWhole && !isListed && !isPast(text) && (namesVision.test(text) || isFuture(text, context.today) || (before < 40 && everybody.test(text)));
    if (isUnderHeading || isShared || isStated) return block.map.toSource(sentence);
  }
  return undefined;
}

function isFuture(text: string, today: string): boolean {
  const match = future.exec(text);
  if (match === null) return false;
  return match[1] === undefined || match[1] >= today.slice(0, 4);
}

/** Whether a sentence tells what happened: “In 2030 we had …” never begins a vision, “the board agreed in 2025” neither. */
function isPast(text: string): boolean {
  return (
    /\b(?:was|were|had|opened|asked|agreed|met|decided|wrote|published|praised|began|started|came|took|made|found|set up|approved|adopted|commissioned|prepared)\b/iu.test(
      text,
    ) && !/\b(?:will|can|want|vision)\b/iu.test(text)
  );
}

function contentStems(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).flatMap(({ key }) => (isFunctionWord(key) ? [] : [stemOf(key)])));
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((stem) => b.has(stem)).length;
}

const goalWord = '(?:goals?|aims?|objectives?|priorities|ambitions|outcomes?|missions|themes|pillars|commitments|promises|targets|aspirations)';
const goalsHeading = new RegExp(
  `^\\W*(?:\\d+[.)]?\\s*)?(?:(?:our|the|what are our|key|main|strategic|shared|\\p{L}+) ){0,3}${goalWord}\\b(?! (?:of the (?:last|previous))\\b)[^.!?]{0,40}$|^\\W*(?:what we (?:will|want to|are going to|promise to|aim to|plan to) (?:do|achieve|change|deliver)|what we want|where we will focus|what matters|how we (?:will )?get there)\\W*$`,
  'iu',
);
const goalsLead = new RegExp(
  `\\b(?:two|three|four|five|six|seven|eight|nine|ten|\\d) (?:\\p{L}+ ){0,2}(?:${goalWord}|things|changes)\\b|\\b(?:our|the|these) (?:\\p{L}+ ){0,2}${goalWord} (?:are|is|for)\\b|\\bwe (?:have|set|agreed|want|will) (?:\\p{L}+ ){0,3}${goalWord}\\b`,
  'iu',
);

/** Where the goals are listed: under a heading, behind a sentence that announces them, or by the ids or titles of the goals file. */
function findGoals({ blocks, organisationGoals }: MessageContext<unknown>): Span | undefined {
  for (const [index, { block, analysis }] of blocks.entries()) {
    if (block.quoted || hasGap(block.text)) continue;
    if (block.kind === 'heading' && goalsHeading.test(block.text) && isFollowedByList(blocks, index))
      return block.map.toSource({ start: 0, end: block.text.length });
    if (block.kind === 'cell' && new RegExp(`^\\W*(?:our |strategic )?${goalWord}\\W*$`, 'iu').test(block.text))
      return block.map.toSource({ start: 0, end: block.text.length });
    const last = analysis.sentences.at(-1);
    if (block.kind !== 'paragraph' || last === undefined || !isItem(blocks[index + 1]) || !isItem(blocks[index + 2])) continue;
    if (goalsLead.test(block.text.slice(last.start, last.end))) return block.map.toSource(last);
  }
  const goals = organisationGoals?.goals ?? [];
  const named = goals.flatMap(({ id, title }) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${[id, title].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
      'iu',
    );
    const found = blocks.find(({ block }) => block.kind !== 'heading' && pattern.test(block.text)) ?? blocks.find(({ block }) => pattern.test(block.text));
    const match = found === undefined ? null : pattern.exec(found.block.text);
    return found === undefined || match === null ? [] : [found.block.map.toSource({ start: match.index, end: match.index + match[0].length })];
  });
  return named.length >= Math.min(2, goals.length) ? named[0] : undefined;
}

function isItem(analysed: AnalysedBlock | undefined): boolean {
  return analysed !== undefined && (analysed.block.kind === 'list-item' || analysed.block.kind === 'cell') && !hasGap(analysed.block.text);
}

/** Whether at least two items, cells, smaller headings or sentences stand under a heading. */
function isFollowedByList(blocks: readonly AnalysedBlock[], heading: number): boolean {
  const depth = blocks[heading]?.block.depth ?? 6;
  let count = 0;
  for (const { block, analysis } of blocks.slice(heading + 1)) {
    if (block.kind === 'heading' && (block.depth ?? 6) <= depth) break;
    if (hasGap(block.text)) continue;
    count += block.kind === 'paragraph' ? analysis.sentences.length : 1;
  }
  return count >= 2;
}

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const moment = new RegExp(
  `\\b(?:${month}\\b(?! be\\b)|20\\d\\d\\b|(?:spring|summer|autumn|winter|fall)\\b|q[1-4]\\b|every (?:\\p{L}+ )?(?:year|month|quarter|term|spring|summer|autumn|winter|six months|two years|${month}|half-year|meeting)|each (?:year|month|quarter|term|spring|summer|autumn|winter|${month})|(?:once|twice|three times) (?:a|every|each) (?:year|quarter|month|term)|annually|yearly|quarterly|monthly|termly|half-yearly|in (?:a|one|two|three|six|twelve|eighteen|\\d+) (?:years?|months?)|after (?:a|one|two|three|six|twelve|\\d+) (?:years?|months?)|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|next (?:year|spring|summer|autumn|winter|term))`,
  'iu',
);
const reviewing =
  /\b(?:review(?:s|ed|ing)?|revisit(?:s|ed|ing)?|(?:look(?:s|ed)?|come(?:s)?|go(?:es)?|open(?:s|ed)?|read(?:s)?|return(?:s|ed)?|meet(?:s)?|check(?:s|ed)?|discuss(?:es|ed)?|take(?:s|n)?|bring(?:s)?|see(?:s|n)?)\b[^.!?]{0,80}\bagain|(?:look|come|go) back (?:at|to)|returns? to (?:this|it|these|them)|refresh(?:es|ed)?|renew(?:s|ed)?|rewrit(?:e|es|ten)|updat(?:e|es|ed) (?:this|it|the (?:strategy|plan|page)|every|each|in)|next (?:look|check|version|edition)|valid until|runs? out|stock-?take|take stock)\b/iu;
const reviewHeading =
  /^\W*(?:(?:when|how) (?:we|this|it)[^?]{0,30}(?:review|look|check|again)|(?:next |date of |annual |our )?(?:review|look|check|revision|stock-?take)s?(?: dates?| points?)?|reviewing|looking again|keeping (?:this|it) (?:up to date|alive|current))\b/iu;
/** A review of the past, or of something else. */
const otherReview =
  /\b(?:was|were|has been|have been|had been|last) (?:last )?(?:reviewed|revisited|looked at|refreshed|updated|renewed)\b|\b(?:peer|literature|performance|code|book|case|judicial|press|independent|previous|last|recent) reviews?\b|\breview(?:s)? of (?!this|the (?:strategy|plan|goals|page))|\b(?:approved|agreed|adopted|published|signed off)\b(?![^.!?]*\b(?:review|again|revisit))/iu;

/** The sentence that says when the strategy will be looked at again: a day, a month, a year or how often. */
function findReview({ blocks, document, today }: MessageContext<unknown>): PartState {
  const field = /^review(?:[-_ ]?(?:by|date|on))?[ \t]*:[ \t]*(["']?\d{4}[^\r\n]*)/imu.exec(
    document.source.slice(document.fields.span.start, document.fields.span.end),
  );
  if (field?.[1] !== undefined) {
    const start = document.fields.span.start + field.index;
    return { isMet: true, evidence: { start, end: start + field[0].length } };
  }
  let cell = '';
  for (const { block, sentence, text, heading } of listBody(blocks)) {
    const above = block.kind === 'cell' ? cell : heading;
    if (block.kind === 'cell') cell = block.text;
    if (block.quoted || text.length > longestSentence || hasGap(text) || !moment.test(text) || otherReview.test(text) || isOver(text, today)) continue;
    if (reviewing.test(text) || reviewHeading.test(above)) return { isMet: true, evidence: block.map.toSource(sentence) };
  }
  return { isMet: false };
}

/** Whether all the years that a sentence names are past: “a review in 2019 found …”. */
function isOver(text: string, today: string): boolean {
  const years = Array.from(text.matchAll(/\b(?:19|20)\d\d\b/g), ([year]) => year);
  return years.length > 0 && years.every((year) => year < today.slice(0, 4));
}
