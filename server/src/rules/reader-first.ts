import { z } from 'zod';
import type { Block } from '../model/block.js';
import type { Edit } from '../model/finding.js';
import { capitalise } from '../text/words.js';
import type { Sentence } from './analysis.js';
import { type AnalysedBlock, defineMessageRule, type MessageContext, sentKinds, type TextSuggestion } from './define-rule.js';
import { hasGap } from './gaps.js';
import { listSentences, type PlacedSentence } from './sentence-search.js';
import { standsAlone } from './stands-alone.js';

const group = '(?:team|department|directorate|division|office|group|unit|programme|program|project|board|committee|desk|services|service|council|staff)';
const us = `(?:we|I|our (?:[\\p{L}&’'-]+ ){0,4}?${group}|the (?:[\\p{L}&’'-]+ ){0,5}?${group}|(?:IT|ICT|Digital|Information)(?: [\\p{L}&]+){0,2})`;
const lead =
  '^\\W*(?:(?:today|now|finally|after [^,.]{3,60}|as part of [^,.]{3,120}|in line with [^,.]{3,120}|following [^,.]{3,80}|over the (?:last|past) [^,.]{3,40}|this (?:week|month|year)|as (?:many|some) of you (?:may |will )?know),?\\s+)?';
const feeling = '(?:delighted|proud|excited|pleased|happy|thrilled|glad|honou?red|privileged|overjoyed|ecstatic)';
const telling =
  '(?:announce|share|inform you|tell you|introduce|present|launch|unveil|let (?:you|everyone) know|report|confirm|say|reveal|welcome|offer|bring you|release|publish)';
const frames: readonly RegExp[] = [
  new RegExp(
    `${lead}${us}(?:\\s+(?:is|are|am)|[’'](?:re|m))\\s+(?:\\p{L}+ly |very |so |both )?${feeling}\\b(?!\\s+to (?:help|answer|hear|talk|support|assist))`,
    'iu',
  ),
  /^\W*it (?:is|gives (?:us|me)) (?:with )?(?:a |our )?(?:great|much|enormous|immense)? ?(?:pleasure|pride|delight|excitement)\b/iu,
  /^\W*(?:we|our \p{L}+) (?:have|has|had)(?: had)? (?:such )?an? (?:\p{L}+ly )?(?:wonderful|great|fantastic|amazing|successful|busy|brilliant|good|excellent|exciting|incredible|proud|productive|record) (?:year|month|week|term|quarter|time|start|summer|spring|autumn|winter)\b|^\W*we (?:could(?: not|n[’']t) be|can(?:not|[’']t) be) (?:more|happier|prouder)\b/iu,
  /^\W*we (?:have|take) (?:the |great )?(?:pleasure|pride|honour) (?:in|to|of)\b/iu,
];
/** Work that we did, as against what it brings. */
const feats =
  '(?:worked|been working|been busy|spent|invested|put (?:in|a lot|much|great)|gone to great|completed|delivered|developed|built|implemented|deployed|rolled out|upgraded|migrated|achieved|finished|undertaken|carried out|conducted|embarked|reviewed|been reviewing|evaluated|procured|selected|overhauled|moderni[sz]ed|redesigned|consolidated|been developing|been building|been planning|successfully|recently (?:completed|delivered|finished|upgraded|implemented|deployed))';
const hardWork =
  '(?:worked (?:hard|tirelessly|day and night|closely|around the clock)|been working (?:hard|tirelessly|day and night|around the clock|for (?:many|several|the (?:last|past))|over the)|been (?:very |really )?busy|successfully|invested|spent (?:many|several|months|the last|the past|a lot)|achieved|put (?:in|a lot|much|great))';
const adverbs = '(?:(?:now|also|just|recently|already|finally|been|all) )?';
const ofFeats = new RegExp(`${lead}${us}\\s+(?:has|have)\\s+${adverbs}${feats}\\b|${lead}${us}\\s+(?:successfully|proudly)\\b`, 'iu');
const ofHardWork = new RegExp(`${lead}${us}\\s+(?:(?:has|have)\\s+${adverbs})?${hardWork}\\b`, 'iu');
const ofCommitment = new RegExp(`${lead}${us}\\s+(?:(?:is|are) (?:\\p{L}+ )?(?:committed|dedicated|responsible)|(?:continues?|strives?) to)\\b`, 'iu');

/** Words that turn to the readers. */
const reader =
  /\b(?:you|your|yours|yourself|yourselves)\b|\b(?:staff|everyone|everybody|colleagues|managers|customers|residents|patients|students|teachers|members|users|visitors|people|teams|councillors|anyone)\s+(?:can|will|may|must|should|need|who|now|no longer|have to|get)\b/iu;
const greeting =
  /^\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|welcome|happy \p{L}+)\b[^.!?]{0,60}$|^\W*(?:(?:i|we) )?hope (?:that )?(?:you|this|everyone|all)\b/iu;
/** Lines before the message proper. */
const header = /^\W*(?:for|to|from|cc|date|audience|subject|sent|re|published|posted|author|by|tl;?dr)\W{0,3}:/iu;

export default defineMessageRule({
  meta: {
    id: 'reader-first',
    title: 'It starts with us, not with the readers',
    category: 'message',
    why: 'Readers look for themselves in the first sentence: what they get, will see or have to do. How hard we worked can come last, or not at all.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: [
        '‹We are delighted to announce that the IT team has finished the new portal.› From Monday you can book rooms in it.',
        '‹Our team has worked hard on the new portal.› It opens on Monday.',
        '‹The project team is pleased to share that the new portal opens on Monday.›',
      ],
      good: [
        'From Monday you can book rooms in the new portal. Our team has worked hard on it.',
        'We will move your mailbox on Friday 5 June.',
        'The new portal opens on Monday.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context) {
    const opening = findOpeningSentence(context.blocks);
    if (opening === undefined || !isAboutUs(opening.text, context)) return;
    yield {
      span: opening.block.map.toSource(opening.sentence),
      message: 'This opens with us: start with what readers get, will see or have to do.',
      suggestions: [...suggestCut(opening), ...suggestMove(context, opening)],
    };
  },
  parts: [
    {
      name: 'reader-first',
      find(context) {
        const opening = findOpeningSentence(context.blocks);
        if (opening === undefined) return undefined;
        const isMet = !isAboutUs(opening.text, context);
        return { isMet, ...(isMet ? { evidence: opening.block.map.toSource(opening.sentence) } : {}) };
      },
    },
  ],
});

/** The first sentence of running text that is no greeting and no line of a header. */
function findOpeningSentence(blocks: readonly AnalysedBlock[]): PlacedSentence | undefined {
  for (const placed of listSentences(blocks)) {
    const { block, sentence, text } = placed;
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    if (sentence.words.length < 4 || greeting.test(text) || header.test(text) || hasGap(text)) continue;
    return placed;
  }
  return undefined;
}

/** A status message reports what was done, so there only praise of the work puts us first. */
function isAboutUs(text: string, { kind }: Pick<MessageContext<unknown>, 'kind'>): boolean {
  if (frames.some((pattern) => pattern.test(text))) return true;
  if (reader.test(text)) return false;
  return ofHardWork.test(text) || (kind !== 'status' && (ofFeats.test(text) || ofCommitment.test(text)));
}

const frame = new RegExp(
  `^(?:${us}(?:\\s+(?:is|are|am)|[’'](?:re|m))\\s+(?:\\p{L}+ly |very |so )?${feeling}(?:\\s+to\\s+(?:be able to\\s+)?${telling})?|it is with (?:great )?(?:pleasure|pride|delight|excitement) that (?:we|I) (?:announce|share|confirm|tell you|inform you|report|let you know))\\s+that,?\\s+(?=\\p{L})`,
  'iu',
);

/** Cuts what announces off the clause that says it: “We are delighted to announce that you can …”. */
function suggestCut({ block, sentence, text }: PlacedSentence): TextSuggestion[] {
  const match = frame.exec(text);
  if (match === null) return [];
  const rest = text.slice(match[0].length);
  // “We have finished …” is still about us.
  if (/^(?:we|I|our|us)\b/iu.test(rest) || isAboutUs(rest, { kind: 'announcement' })) return [];
  const start = sentence.start;
  const end = start + match[0].length + 1;
  if (!block.map.isContiguous({ start, end })) return [];
  return [
    {
      title: `Start with “${rest
        .split(/\s+/)
        .slice(0, 4)
        .map((word, index) => (index === 0 ? capitalise(word) : word))
        .join(' ')} …”`,
      safety: 'review',
      edits: [{ ...block.map.toSource({ start, end }), text: capitalise(rest.charAt(0)) }],
    },
  ];
}

const speaksToReader =
  /^(?:(?:from|on|by|after|before|until|as of|starting|with|in) [^,.]{2,50},? )?(?:you (?:can|will|may|must|need|should|get|have|no longer|now|do not|don[’']t|won[’']t)|your [\p{L} -]{2,40}? (?:will (?:be|move|change|look|open|close|need|have|get|stop|stay|work|expire)|moves?|changes?|stays?|is|are)|you[’']ll)\b/iu;
const searched = 10;

/** Offers to move the first sentence that speaks to the readers to the top, where it can stand without those before it. */
function suggestMove({ document, blocks }: MessageContext<unknown>, opening: PlacedSentence): TextSuggestion[] {
  if (opening.block.kind !== 'paragraph') return [];
  let seen = 0;
  for (const { block, sentence, text } of listSentences(blocks)) {
    if (block.kind === 'heading') continue;
    if (++seen > searched) break;
    if (block.kind !== 'paragraph' || block.map.toSource(sentence).start <= opening.block.map.toSource(opening.sentence).start) continue;
    if (!speaksToReader.test(text) || !standsAlone(text) || !/[.!]$/.test(text)) continue;
    const removal = removeSentence(document.source, block, sentence);
    if (removal === undefined) continue;
    const { start } = opening.block.map.toSource(opening.sentence);
    return [
      {
        title: `Start with “${text.split(/\s+/).slice(0, 6).join(' ')} …”`,
        safety: 'review',
        edits: [{ start, end: start, text: `${text} ` }, removal],
      },
    ];
  }
  return [];
}

/** The edit that takes a sentence out of its paragraph, or the paragraph with it; `undefined` where markup reaches into it. */
function removeSentence(source: string, block: Block, sentence: Sentence): Edit | undefined {
  if (!block.map.isContiguous(sentence)) return undefined;
  const { start, end } = block.map.toSource(sentence);
  const before = block.text.slice(0, sentence.start);
  const after = block.text.slice(sentence.end);
  if (before.trim() === '' && after.trim() === '') {
    const isAlone = /(?:^|[\n\r])$/.test(source.slice(0, start).slice(-1)) && /^(?:[\n\r]|$)/.test(source.slice(end, end + 1));
    if (!isAlone) return undefined;
    const gap = /^\s*/.exec(source.slice(end))?.[0].length ?? 0;
    return end + gap < source.length ? { start, end: end + gap, text: '' } : { start: source.slice(0, start).trimEnd().length, end, text: '' };
  }
  const gap =
    after.trim() === ''
      ? { start: before.trimEnd().length, end: sentence.end }
      : { start: sentence.start, end: sentence.end + (after.length - after.trimStart().length) };
  return block.map.isContiguous(gap) ? { ...block.map.toSource(gap), text: '' } : undefined;
}
