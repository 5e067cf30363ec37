import { z } from 'zod';
import type { Span } from '../model/span.js';
import { type AnalysedBlock, defineMessageRule, findOpening, type MessageContext, type PartState } from './define-rule.js';
import { fillIn } from './fill-in.js';
import { hasGap } from './gaps.js';
import { findSentence, keepBySentence } from './sentence-search.js';

const message =
  '(?:message|e-?mail|mail|note|notice|memo|announcement|newsletter|bulletin|update|report|briefing|deck|talk|presentation|post|guide|information)';
const group =
  '(?:staff|people|users|colleagues|employees|managers|directors|executives|leaders|heads|teams?|councillors|members|customers|clients|students|pupils|teachers|lecturers|instructors|learners|researchers|developers|engineers|administrators|admins|clinicians|doctors|nurses|patients|residents|tenants|visitors|volunteers|contractors|suppliers|partners|applicants|parents|trustees|governors|editors|authors|maintainers|contributors|drivers|assistants|officers|owners|holders|workers|analysts|community)';
const people = `(?:you,? (?:if|when|only|who)\\b|(?:any|every)(?:one|body)\\b|those (?:who|of you)\\b|all who\\b|(?:[\\p{L}’'-]+\\s+){0,4}?${group}\\b)`;

/** A lead-in with the answer behind it: “For: everyone who books rooms”. */
const labelled =
  /^\W*(?:for|to|audience|intended (?:for|audience)|aimed at|attn|attention|readers|who (?:(?:this|it)(?:[’']s| is) (?:for|aimed at|meant for)|(?:is|will be) affected|(?:will (?:notice|feel|see)|notices)(?: (?:it|this|anything))?|(?:this|it) (?:affects|concerns|applies to)|(?:should|needs to) (?:read|know) (?:this|about this)))\W{0,3}[:?–—]\W*(?=\p{L})/iu;
/** A heading that the answer follows. */
const question =
  /^\W*(?:who (?:(?:this|it)(?:[’']s| is) (?:for|aimed at|meant for)|is (?:this|it) for|(?:is|will be) affected|(?:will (?:notice|feel|see)|notices)(?: (?:it|this|anything))?|(?:this|it) (?:affects|concerns|applies to)|does (?:this|it) (?:affect|concern|apply to)|(?:should|needs to) (?:read|know) (?:this|about this)))\W*$/iu;
const stated = new RegExp(
  `\\bth(?:is|ese)\\s+(?:(?:\\p{L}+\\s+)?${message}\\s+)?(?:is|are|was)\\s+(?:(?:only|mainly|just|especially|primarily|chiefly)\\s+)?(?:for|aimed at|intended for|meant for|written for|addressed to|going to|sent to|relevant (?:to|for)|of interest to|important for)\\s+(?:you\\b|${people})(?!\\s+to\\s)|` +
    `\\b(?:this\\s+(?:(?:\\p{L}+\\s+)?(?:${message}|change|work|outage|maintenance|move|switch)\\s+)?|the\\s+(?:change|work|outage|maintenance|move|switch|upgrade)\\s+)(?:(?:will|may|might|only|also|does)\\s+)*(?:affects?|concerns?|appl(?:y|ies) to|matters? to|impacts?)\\s+(?:only\\s+)?${people}|` +
    `\\b(?:if|when)\\s+[^.!?]{3,150},\\s+this\\s+(?:(?:${message}|change)\\s+)?(?:is for|affects|applies to|concerns|matters to)\\s+you\\b|` +
    `\\byou(?:[’']re| are| have)\\s+(?:been\\s+)?(?:getting|receiving|reading|sent|received|been sent|had|got)\\s+this\\b[^.!?]{0,30}\\b(?:because|as|since)\\b`,
  'iu',
);
const called = new RegExp(
  `^\\W*(?:attention|attn|notice (?:to|for)|action (?:(?:needed|required) )?(?:by|for))\\W+${people}|^\\W*to (?:the|all|every|our)\\s+[^.!?:]{3,60}:\\W*$`,
  'iu',
);
/** How a subject line names its readers: “For line managers: approve leave by Friday”. */
const titled = new RegExp(`^\\W*for\\s+${people}[^.!?:]{0,60}(?:[:–—]|$)`, 'iu');
/** A line of its own at the top: “To everybody who works in Chemistry.” */
const addressed = new RegExp(
  `^\\W*(?:to|for)\\s+(?:the\\s+|all\\s+|our\\s+)?${people}(?![^.!?]*,[^.!?]*\\b(?:is|are|was|were|will|can|has|have|must|should|means?|please|you|we|it|there|moves?|changes?)\\b)[^.!?:]{0,120}[.!:,]?\\W*$`,
  'iu',
);
/** “Dear all” greets whoever reads; “Dear line managers” says who should. */
const greeting =
  /^\W*(?:dear|hello|hi)\s+(?:all\s+)?(?!(?:all|both|every\w*|any\w*|colleagues?|teams?|folks|friends|staff|people|users?|customers?|readers?|subscribers?|sirs?|guys)\b\W*$)(?:\p{Ll}[\p{Ll}’'-]*\s+){0,3}\p{Ll}+s(?:\s+(?:of|in|at|on|for|from|who|with)\s+[^.!?]{2,80})?\W*$/iu;

export default defineMessageRule({
  meta: {
    id: 'audience-missing',
    title: 'Nothing says who it is for',
    category: 'message',
    why: 'People decide in a moment whether a message is for them. It is also read here the way its audience will, so the audience has to be known. Where the organisation describes no audiences to choose from, this is only for information.',
    severity: 'warning',
    kinds: ['announcement', 'status', 'newsletter', 'deck'],
    examples: {
      bad: ['‹The room booking page moves on Monday.›', '‹Hi all,›\n\nThe room booking page moves on Monday.'],
      good: [
        '---\naudience: executives\n---\n\nThe room booking page moves on Monday.',
        'For: everyone who books rooms.\n\nThe page moves on Monday.',
        'This message is for line managers. The leave form moves on Monday.',
        'The page moves on Monday. This affects you if you book rooms.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context, parts) {
    const { document, blocks, audiences } = context;
    // An audience that nobody described has a rule of its own.
    if (blocks.length === 0 || document.fields.audience !== undefined || findAudience(context).isMet) return;
    const hasChoice = audiences.length > 1;
    yield {
      span: findOpening(document),
      message: `This message does not say who it is for: add “audience:” at the top${hasChoice ? ` (${audiences.slice(0, 5).join(', ')})` : ''}, or a line such as “For: everyone who books rooms”.`,
      suggestions: fillIn('audience', context, parts),
      ...(hasChoice ? {} : { severity: 'info' }),
    };
  },
  parts: [{ name: 'audience', find: findAudience }],
});

function findAudience({
  document,
  blocks,
  audiences,
  folderAudience,
}: Pick<MessageContext<unknown>, 'document' | 'blocks' | 'audiences' | 'folderAudience'>): PartState {
  const field = document.fields.audience;
  if (field !== undefined) return audiences.includes(field.value) ? { isMet: true, evidence: field.span } : { isMet: false };
  const evidence = findStatement(blocks) ?? findAnswer(blocks);
  if (evidence !== undefined) return { isMet: true, evidence };
  const { subject } = document.fields;
  if (subject !== undefined && (saysWho(subject.value) || titled.test(subject.value))) return { isMet: true, evidence: subject.span };
  return { isMet: folderAudience !== undefined };
}

const longestLine = 250;

/** The sentence that says who the message is for. */
function findStatement(blocks: readonly AnalysedBlock[]): Span | undefined {
  const title = blocks.find(({ block }) => block.kind === 'heading')?.block;
  const body = blocks.filter(({ block }) => block.kind !== 'heading' && /\p{L}/u.test(block.text));
  const line = body
    .slice(0, 2)
    .find(({ block }) => block.kind === 'paragraph' && !block.quoted && block.text.length < longestLine && !hasGap(block.text) && addressed.test(block.text));
  if (line !== undefined) return line.block.map.toSource({ start: 0, end: line.block.text.length });
  return findSentence(blocks, (placed) => tellsWho(placed) || (placed.block === title && titled.test(placed.text)));
}

const tellsWho = keepBySentence(({ text }) => saysWho(text));

function saysWho(text: string): boolean {
  if (hasGap(text)) return false;
  // “Audience: who is this for?” asks.
  return (labelled.test(text) && !text.trimEnd().endsWith('?')) || [stated, greeting, called].some((pattern) => pattern.test(text));
}

/** What stands under a heading, or behind a cell, that asks who it is for. */
function findAnswer(blocks: readonly AnalysedBlock[]): Span | undefined {
  for (const [index, { block }] of blocks.entries()) {
    if (block.quoted || block.kind === 'paragraph' || !question.test(block.text)) continue;
    const answer = blocks[index + 1];
    const sentence = answer?.analysis.sentences[0];
    if (answer === undefined || sentence === undefined || answer.block.kind === 'heading' || hasGap(answer.block.text)) continue;
    return answer.block.map.toSource(sentence);
  }
  return undefined;
}
