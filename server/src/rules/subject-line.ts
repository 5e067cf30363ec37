import { z } from 'zod';
import { OPAQUE } from '../model/block.js';
import type { Edit } from '../model/finding.js';
import { findDate, mayHoldDate } from '../text/dates.js';
import { listReadings } from '../text/lemmas.js';
import { isFunctionWord } from '../text/part-of-speech.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { capitalise, isAllCapitals, splitWords, type Word } from '../text/words.js';
import { defineMessageRule, findOpening, type MessageContext, type PartStates, sentKinds, type TextSuggestion } from './define-rule.js';
import { fillIn } from './fill-in.js';
import { hasGap } from './gaps.js';
import { listSentences } from './sentence-search.js';
import { findSubject, type Subject } from './subject-search.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that any message could have for a subject. */
const sayNothing = set(
  'update updates updated news newsletter newsletters bulletin digest round roundup up important information info notice notices notification announcement announcements ' +
    'announcing message messages memo fyi fao please read reading note notes reminder urgent attention action required needed response immediate immediately hello hi hey dear ' +
    'managers leaders heads directors supervisors executives councillors employees members customers students residents everyone everybody all staff team teams colleagues users department departments group office project projects programme program it ict digital technology tech latest recent general quick short brief ' +
    'quarterly weekly fortnightly monthly annual yearly daily report reports status progress summary question questions query follow following heads new subject title untitled draft test ' +
    'various several things stuff some more further other key main upcoming forthcoming coming re fw fwd briefing communication communications comms post entry issue edition number no vol volume part introduction overview background welcome thanks thank',
);
/** Words that say what kind of thing happens, and not to what. */
const sayLittle = set(
  'change changes changed system systems service services upgrade upgrades maintenance outage outages downtime planned scheduled unplanned emergency disruption incident incidents issue issues problem problems works work rollout launch release releases training survey meeting event events feedback policy',
);
const calendar =
  /^(?:\d+(?:st|nd|rd|th)?|q[1-4]|fy\d*|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|week|month|quarter|year|today)$/;
const properDays = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|april|june|july|august|september|october|november|december)$/;
const everydayCapitals = set('it us who am pm id ok');

type Fault = { readonly kind: 'missing' } | { readonly kind: 'vague' | 'shouting' | 'long'; readonly subject: Subject };

interface Options {
  readonly maxLength: number;
}

export default defineMessageRule({
  meta: {
    id: 'subject-line',
    title: 'A subject line that says too little, or too much',
    category: 'message',
    why: 'Readers choose from a list of subject lines what to open. A line that says what the message is about is often all that they read.',
    severity: 'warning',
    kinds: sentKinds,
    examples: {
      bad: [
        '‹The leave form moves on Monday.›',
        '---\nsubject: ‹Important information›\n---\n\nThe leave form moves on Monday.',
        '# ‹Newsletter June 2026›\n\nThe leave form moves on Monday.',
        '---\nsubject: ‹PLEASE APPROVE LEAVE BY FRIDAY!!!›\n---\n\nThe leave form moves on Monday.',
      ],
      good: [
        '---\nsubject: The leave form moves on 1 June\n---\n\nIt will be in the portal.',
        '# The leave form moves on 1 June\n\nIt will be in the portal.',
        '# Newsletter: leave moves to the portal\n\nThe leave form moves on Monday.',
      ],
    },
  },
  options: z.strictObject({
    maxLength: z.number().int().min(10).default(70).describe('The most characters a subject line may have. Longer ones are cut off in a list of messages.'),
  }),
  *check(context, parts) {
    const { document, blocks } = context;
    if (blocks.length === 0) return;
    const fault = findFault(context);
    if (fault === undefined) return;
    const offered = [...suggestSentence(context, parts, fault), ...fillIn('subject', context, parts)];
    if (fault.kind === 'missing') {
      yield {
        span: findOpening(document),
        message: 'This message has no subject line: say in a few words what changes, and when.',
        suggestions: offered,
      };
      return;
    }
    const { subject } = fault;
    const { span, value } = subject;
    if (fault.kind === 'vague') {
      yield { span, message: `“${value}” could stand over any message: say in a few words what changes, and when.`, suggestions: offered };
    } else if (fault.kind === 'shouting') {
      const edit = replaceSubject(context, subject, calmDown(context, value));
      yield {
        span,
        message: 'Capitals and exclamation marks read like shouting: try an ordinary sentence.',
        suggestions: edit === undefined ? [] : [{ title: `Use “${calmDown(context, value)}”`, safety: 'review', edits: [edit] }],
      };
    } else {
      yield {
        span,
        message: `This subject line has ${value.length} characters, and what comes after about ${context.options.maxLength} is often cut off: try a shorter one.`,
      };
    }
  },
  parts: [
    {
      name: 'subject',
      find(context) {
        if (findFault(context) !== undefined) return { isMet: false };
        const evidence = findSubject(context.document)?.span;
        return { isMet: true, ...(evidence === undefined ? {} : { evidence }) };
      },
    },
  ],
});

function findFault({ document, options }: MessageContext<Options>): Fault | undefined {
  const subject = findSubject(document);
  if (subject === undefined || isUnfilled(subject.value)) return { kind: 'missing' };
  if (isVague(subject.value)) return { kind: 'vague', subject };
  if (isShouting(subject.value)) return { kind: 'shouting', subject };
  return subject.value.length > options.maxLength ? { kind: 'long', subject } : undefined;
}

/** A subject that a template left to be filled in. “[Action required] Confirm your number” only begins with a mark. */
function isUnfilled(value: string): boolean {
  return hasGap(value.replace(/^\[[^\]]+\]\s*(?=\p{Lu})/u, ''));
}

function isVague(value: string): boolean {
  const telling = splitWords(value).filter(({ key }) => !sayNothing.has(key) && !calendar.test(key) && !isFunctionWord(key));
  if (telling.length === 0) return true;
  // “Planned maintenance” says little; with its day, it says enough.
  return telling.every(({ key }) => sayLittle.has(key)) && !(mayHoldDate(value) && findDate(value) !== undefined) && splitWords(value).length <= 3;
}

/** Several words in capitals that are no acronyms, or more than one exclamation mark. */
function isShouting(value: string): boolean {
  if (/!\s*!|[?!]{3}|!\?/.test(value)) return true;
  const words = splitWords(value);
  return words.some((word, index) => isShouted(word) && isShouted(words[index + 1]) && !isLabel(value, words, index));
}

/** “ACTION REQUIRED: …” is a mark that mail programs sort by. */
function isLabel(value: string, words: readonly Word[], index: number): boolean {
  const second = words[index + 1];
  return (
    index === 0 && second !== undefined && /^\]?\s*[:–—-]|^\]/.test(value.slice(second.end)) && words.slice(2).some(({ value: word }) => !isAllCapitals(word))
  );
}

/** Whether a word in capitals is one that has small letters elsewhere. */
function isShouted(word: Word | undefined): boolean {
  if (word === undefined || !isAllCapitals(word.value) || everydayCapitals.has(word.key)) return false;
  if (isEverydayWord(word.key) || sayNothing.has(word.key) || sayLittle.has(word.key)) return true;
  return word.key.length >= 5 && listReadings(word.key).some(({ lemma }) => isEverydayWord(lemma));
}

/** The subject in sentence case. Acronyms keep their capitals: words that the body has in capitals, and those that no list of words has. */
function calmDown({ blocks }: MessageContext<Options>, value: string): string {
  const written = new Set<string>();
  for (const { analysis } of blocks) for (const word of analysis.words) written.add(word.value);
  const words = splitWords(value);
  const shouted = words.filter(({ value: word }) => isAllCapitals(word)).length;
  let text = value;
  for (const word of words) {
    if (!isAllCapitals(word.value) && word.value !== 'A') continue;
    if (word.value === 'A' && shouted === 0) continue;
    const isName = written.has(word.value) && !written.has(word.key);
    if (isName || !isPlainWord(word, written)) continue;
    text = text.slice(0, word.start) + (isDayOrMonth(value, word) ? capitalise(word.key) : word.key) + text.slice(word.end);
  }
  text = text
    .replace(/!?\?!+|!+\?/g, '?')
    .replace(/(?:\s*!)+\s*$/u, '')
    .replace(/!(?:\s*!)+/gu, '!');
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

function isDayOrMonth(value: string, { key, start }: Word): boolean {
  return properDays.test(key) || (/^(?:may|march)$/.test(key) && /\b(?:in|on|by|from|until|before|after|since|\d+)\s+$/i.test(value.slice(0, start)));
}

function isPlainWord(word: Word, written: ReadonlySet<string>): boolean {
  if (written.has(word.key) || isShouted(word)) return true;
  // Few acronyms are as long, or have as many vowels.
  return word.key.length >= 6 && /[aeiouy].*[aeiouy]/.test(word.key);
}

// Further down, a sentence is about a detail.
const openingSentences = 4;

/** Offers a short sentence of the message that says what it is about: the one that says what changes, or one with a day near the top. */
function* suggestSentence(context: MessageContext<Options>, parts: PartStates, fault: Fault): Generator<TextSuggestion> {
  const { blocks, document, options } = context;
  const change = parts.get('what-changes')?.evidence;
  let best: string | undefined;
  let seen = 0;
  for (const { block, sentence, text } of listSentences(blocks)) {
    if (block.kind === 'heading' || block.kind === 'cell') continue;
    seen++;
    if (!isTelling(text, options.maxLength)) continue;
    if (block.map.toSource(sentence).start === change?.start) {
      best = text;
      break;
    }
    if (best === undefined && seen <= openingSentences && mayHoldDate(text) && findDate(text) !== undefined) best = text;
  }
  if (best === undefined) return;
  const line = best.replace(/\.$/, '');
  const edit = fault.kind === 'missing' ? document.syntax?.insertField(document, 'subject', line) : replaceSubject({ document }, fault.subject, line);
  if (edit !== undefined) yield { title: `Use “${line}”`, safety: 'review', edits: [edit] };
}

/** Whether a sentence can stand alone over a message. */
function isTelling(text: string, maxLength: number): boolean {
  if (text.length > maxLength || hasGap(text) || text.includes(OPAQUE) || !/^\p{Lu}/u.test(text) || !/[\p{L}\p{N}]\.?$/u.test(text)) return false;
  if (/^(?:it|this|that|these|those|they|he|she|there|so|but|and|also|then|however|if|we|dear|hello|hi|date|when|where|who|no)\b/iu.test(text)) return false;
  return splitWords(text).length >= 4 && !isVague(text) && /\p{Ll}s\b|\b(?:will|is|are|can|must|please|\p{L}+ed)\b/u.test(text);
}

/** The edit that writes another subject, as a value of YAML where it is one; `undefined` where markup stands in it. */
function replaceSubject({ document }: Pick<MessageContext<unknown>, 'document'>, { span, block, value }: Subject, line: string): Edit | undefined {
  const old = document.source.slice(span.start, span.end);
  if (block !== undefined) return old.trim() === value && !/[*_`[\]<>|\\~#]/.test(line) ? { ...span, text: line } : undefined;
  const isYaml = document.source.slice(document.fields.span.start).startsWith('---');
  const isPlain = /^[\p{L}\p{N}][^:#"'[\]{},&*!|>%@`]*$/u.test(line);
  if (!isYaml) return document.syntax === undefined || /["']/.test(line) ? undefined : { ...span, text: document.syntax.escape(line) };
  return { ...span, text: isPlain && !/^["'|>]/.test(old) ? line : JSON.stringify(line) };
}
