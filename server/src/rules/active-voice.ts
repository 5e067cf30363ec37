import { inflect } from '../text/inflection.js';
import { findVerb, isPastParticiple } from '../text/participles.js';
import type { Passive } from '../text/passive.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { isAllCapitals, isCapitalised, type Word } from '../text/words.js';
import type { Sentence } from './analysis.js';
import type { TextSuggestion } from './define-rule.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What the senders of a message do themselves. Who lost, chose or approved something is another question. */
const senderVerbs = set(`
  activate add adjust amend announce archive arrange ask assign back build cancel change check clean clear collect combine complete configure connect consolidate
  contact correct create deactivate debug decommission delete deliver deploy disable disconnect discontinue distribute double email enable encrypt expand extend
  fix give hold host identify implement improve increase inform install integrate introduce investigate invite issue keep launch lock make merge migrate modify
  monitor move notify offer open organise organize patch pause postpone prepare publish rebook reboot rebuild reconfigure reconnect record redeploy redesign
  redirect reduce refresh reinstall relocate remind remove rename renew reopen repair replace reschedule reset resolve restart restore resume retire review revise roll
  rotate run schedule send set share show shut simplify start stop store streamline strengthen suspend switch tell test track train transfer translate trial turn
  unblock uninstall unlock update upgrade upload warn write
`);

/** What somebody does by saying so: “you are asked to wait” is we asking, now. */
const spokenVerbs = set('advise appreciate ask encourage invite recommend remind request thank urge welcome');

/** “It was agreed that we move”: what is behind the verb is all that “it” means. */
const statedVerbs = set('agree announce confirm decide plan propose recommend suggest');

/** The active verb with its auxiliaries, for “we” and “you”; `undefined` where the frame or the verb gives none. */
function conjugate(passive: Passive): string | undefined {
  const lemma = findVerb(passive.participle);
  if (lemma === undefined) return undefined;
  const { frame, modal, isNegated } = passive;
  const adverbs = passive.adverbs.map((adverb) => `${adverb.toLowerCase()} `).join('');
  const not = isNegated ? 'not ' : '';
  switch (frame) {
    case 'present':
      return isNegated ? `do not ${adverbs}${lemma}` : adverbs + lemma;
    case 'past':
      return isNegated ? `did not ${adverbs}${lemma}` : adverbs + inflect(lemma, 'verb', 'past');
    case 'perfect':
      return `have ${not}${adverbs}${passive.participle}`;
    case 'pastPerfect':
      return `had ${not}${adverbs}${passive.participle}`;
    case 'progressive':
      return `are ${not}${adverbs}${inflect(lemma, 'verb', 'presentParticiple')}`;
    case 'pastProgressive':
      return `were ${not}${adverbs}${inflect(lemma, 'verb', 'presentParticiple')}`;
    case 'modal': {
      const plain = modal === undefined ? undefined : fullModals.get(modal);
      return plain === undefined ? undefined : `${plain} ${not}${adverbs}${lemma}`;
    }
    default:
      return undefined;
  }
}

/** Modals without their “not”, which `conjugate` puts back. */
const fullModals: ReadonlyMap<string, string> = new Map([
  ...'will would can could should may might must'.split(' ').map((modal): [string, string] => [modal, modal]),
  ["won't", 'will'],
  ["wouldn't", 'would'],
  ["can't", 'can'],
  ['cannot', 'can'],
  ["couldn't", 'could'],
  ["shouldn't", 'should'],
  ["mustn't", 'must'],
  ["it'll", 'will'],
  ["you'll", 'will'],
  ["they'll", 'will'],
]);

/** Frames in which somebody reports or promises, so that “we” is likely. “Must be returned” is for the reader to do. */
function isReport({ frame, modal }: Passive): boolean {
  return /^(?:past|perfect|progressive|pastProgressive)$/.test(frame) || (frame === 'modal' && modal !== undefined && fullModals.get(modal) === 'will');
}

/** Whether it is likely that those who send the message do it. What was done to “us” was done by others. */
function isSendersDeed(passive: Passive, words: readonly Word[]): boolean {
  const lemma = findVerb(passive.participle) ?? '';
  const subject = words[passive.firstWord - 1]?.key ?? '';
  if (/^(?:we|i)$/.test(subject) || /^(?:we|i)'/.test(words[passive.firstWord]?.key ?? '')) return false;
  if (passive.frame === 'present') return spokenVerbs.has(lemma);
  return isReport(passive) && (senderVerbs.has(lemma) || (subject === 'it' && statedVerbs.has(lemma)));
}

/** What to say about a passive, and the sentence with “we” in front where it can be turned round well. */
export function suggestActive(text: string, sentence: Sentence, passive: Passive): { readonly message: string; readonly suggestions: TextSuggestion[] } {
  const written = text.slice(passive.span.start, passive.span.end).replace(/\s+/g, ' ');
  const verb = conjugate(passive);
  const particle = passive.particle === undefined ? '' : ` ${passive.particle}`;
  const isOurs = verb !== undefined && isSendersDeed(passive, sentence.words);
  if (!isOurs) {
    const isForReader = verb !== undefined && passive.frame === 'modal' && !isReport(passive) && /^(?:must|should|can|may)\b/.test(verb);
    const advice = isForReader && !passive.isNegated ? `name them, or try “you ${verb}${particle}”` : 'name them, if readers need to know';
    return { message: `“${written}” does not say who does it: ${advice}.`, suggestions: [] };
  }
  const message = `“${written}” does not say who does it: name them, or try “we ${verb}${particle}”.`;
  const edit = turnAround(text, sentence, passive, verb);
  if (edit === undefined) return { message, suggestions: [] };
  return { message, suggestions: [{ title: `Say who: “${edit.text}”`, safety: 'review', edits: [edit] }] };
}

/** The subject of a passive as an object. Pronouns that are both, or that we could not be talking to, stay out. */
const pronouns: Readonly<Record<string, string>> = { it: 'it', they: 'them', you: 'you', this: 'this', these: 'these', those: 'those' };

const subjectStarts = set('the a an all your our this these those some both several many most further two three four five six seven eight nine ten');
// With these in it, a subject is no simple noun phrase, or says something that “we” would change.
const neverInSubject = set(`
  who which that whose what where when while if because although though as since so than but or nor to by not no none nobody nothing neither either few only each every
  is are was were be been being am has have had do does did will would can could shall should may might must i we he she us our ours there here
  after before until during
`);

/** Replaces subject and verb: “The portal will be switched off” gives “We will switch off the portal”. */
function turnAround(text: string, { words, end }: Sentence, passive: Passive, verb: string): { start: number; end: number; text: string } | undefined {
  if (passive.isQuestion || passive.isCoordinated || words[passive.lastWord] === undefined) return undefined;
  const first = findClauseStart(text, words, passive.firstWord);
  const subject = first === undefined ? [] : words.slice(first, passive.firstWord);
  const head = subject[0];
  if (first === undefined || head === undefined || subject.length > 8 || !isPlainSubject(text, subject, words[passive.firstWord])) return undefined;
  const after = words.slice(passive.lastWord + 1);
  if (!isPlainRest(after) || /[?;]|:(?!$)|\s[–—-]\s/.test(text.slice(passive.span.end, end))) return undefined;
  const subjectEnd = subject.at(-1)?.end ?? head.end;
  const written = text.slice(head.start, subjectEnd);
  const isStart = first === 0 || !text.slice(0, head.start).trimEnd().endsWith(',');
  const we = isStart ? 'We' : 'we';
  const particle = passive.particle === undefined ? '' : ` ${passive.particle}`;
  const pronoun = subject.length === 1 ? pronouns[head.key] : undefined;
  // “It was agreed that …” has nothing to put behind the verb.
  const stated = head.key === 'it' && statedVerbs.has(findVerb(passive.participle) ?? '') && /^(?:that|to)$/.test(after[0]?.key ?? '');
  if (head.key === 'it' && (after[0]?.key === 'that' || stated)) return { start: head.start, end: passive.span.end, text: `${we} ${verb}` };
  if (pronoun !== undefined) return { start: head.start, end: passive.span.end, text: `${we} ${verb} ${pronoun}${particle}` };
  const object = isStart ? lowerFirst(written, head, words[passive.firstWord]?.key ?? '') : written;
  return object === undefined ? undefined : { start: head.start, end: passive.span.end, text: `${we} ${verb}${particle} ${object}` };
}

/** Where the clause with the passive begins: at the sentence, or behind a short phrase and its comma, “On Friday, ”. */
function findClauseStart(text: string, words: readonly Word[], verb: number): number | undefined {
  for (let index = verb - 1; index > 0; index--) {
    const gap = text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? 0);
    if (!/[^\s’'s-]/.test(gap)) continue;
    // “10 December: The portal …” and “[Final message] The fault …” begin again behind the label.
    if (/[:\]]["”*]*\s+$/.test(gap) && isCapitalised(words[index]?.value ?? '')) return index;
    const isLeadIn =
      gap === ', ' && index <= 6 && /^(?:on|from|at|in|during|after|before|until|by|as|for|since|today|tomorrow|next|this)$/.test(words[0]?.key ?? '');
    const hasVerb = words.slice(0, index).some(({ key }) => /^(?:is|are|was|were|has|have|had|will|can|we|you|i|they|it|if|when|while)$/.test(key));
    return isLeadIn && !hasVerb ? index : undefined;
  }
  return 0;
}

function isPlainSubject(text: string, subject: readonly Word[], verb: Word | undefined): boolean {
  const first = subject[0];
  const last = subject.at(-1);
  if (first === undefined || last === undefined || verb === undefined) return false;
  // Nothing but white space before the verb: “it's”, a bracket and a comma stay as they are.
  if (!/^\s+$/.test(text.slice(last.end, verb.start))) return false;
  if (subject.length === 1) return pronouns[first.key] !== undefined || (isNounStart(first) && !neverInSubject.has(first.key));
  // “The report covers May and was written”: the verb is shared.
  if (/^(?:and|or|but|then)$/.test(last.key) || hasVerb(subject)) return false;
  if (subject.some(({ key }) => neverInSubject.has(key) && key !== 'our') || subject.some(({ key }) => /^(?:you|they|it|he|she)$/.test(key))) return false;
  return subjectStarts.has(first.key) || isNounStart(first);
}

const prepositions = /^(?:of|for|in|on|at|with|from|by|about|between|under|over|through|across|within|without|per|and)$/;
const pasts = /^(?:came|went|saw|said|took|gave|knew|began|became|ran|did|wrote|chose|know|knows|think|thinks|say|says|see|sees|hope|hopes|mean|means|shows?)$/;

/** Whether a verb hides among the words before the passive: “users reported the portal”, “two rules came after this table”. */
function hasVerb(subject: readonly Word[]): boolean {
  return subject.some(({ key }, index) => {
    if (index === 0) return false;
    const previous = subject[index - 1]?.key ?? '';
    const next = subject[index + 1]?.key;
    if (pasts.test(key)) return true;
    if (subjectStarts.has(key) && !prepositions.test(previous) && !/^(?:all|both|some)$/.test(previous)) return true;
    if (!isPastParticiple(key) || subjectStarts.has(previous) || prepositions.test(previous) || /ly$/.test(previous)) return false;
    return next !== undefined && !prepositions.test(next);
  });
}

/** A noun without an article, as far as one can tell: a plural, or a name. */
function isNounStart({ value, key }: Word): boolean {
  return (
    commonNouns.has(key) ||
    productNames.has(key) ||
    isAllCapitals(value) ||
    (isCapitalised(value) && !isEverydayWord(key) && !/(?:ing|ly)$/.test(key)) ||
    (/[^s]s$/.test(key) && key.length > 3)
  );
}

/** Nouns that begin a sentence of such messages without an article, and are no names. */
const commonNouns = set(`
  access accounts backups bookings calendars changes devices details documents email emails equipment information instructions invitations laptops licences mailboxes maintenance
  meetings messages notifications orders passwords payments phones printers reminders requests results servers services sessions software staff systems tickets training updates users
`);

/** Everyday words that are names of programs: “Teams will be upgraded”. */
const productNames = set('chrome copilot edge excel exchange forms lists loop meet office outlook pages planner slack stream teams windows word zoom');

/** “The portal” in the middle of a sentence; `undefined` where a capital may belong to a name. */
function lowerFirst(written: string, { value, key, end, start }: Word, verb: string): string | undefined {
  // “Teams was” is a name, “conflicts were” is none.
  const isPlural = end - start === written.length && /[^s]s$/.test(key) && /^(?:are|were|have)$/.test(verb);
  // “Windows 11 was installed” is the program; “windows will be cleaned” may not be.
  if (productNames.has(key)) return !key.endsWith('s') || /^\S+\s\d/.test(written) || /^(?:was|is|has)$/.test(verb) ? written : undefined;
  if (commonNouns.has(key)) return written.charAt(0).toLowerCase() + written.slice(1);
  if (subjectStarts.has(key) || isPlural) return written.charAt(0).toLowerCase() + written.slice(1);
  if (isAllCapitals(value) || /.\p{Lu}/u.test(value) || /\d/.test(value)) return written;
  return isEverydayWord(key) || (key.endsWith('s') && isEverydayWord(key.slice(0, -1))) ? written.charAt(0).toLowerCase() + written.slice(1) : undefined;
}

const restVerbs =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must|won't|isn't|aren't|wasn't|weren't|can't|don't|doesn't|didn't|cannot)$/;
const subordinators = /^(?:while|until|when|before|after|if|because|since|so|unless|once|whenever|wherever|where|which|who|that|although|though)$/;

/** Whether what follows can stay as it is: it has no further verb that shares the subject. */
function isPlainRest(words: readonly Word[]): boolean {
  for (const { key, value } of words) {
    if (value === 'May') continue;
    // From here on the words have a subject of their own.
    if (subordinators.test(key)) return true;
    if (restVerbs.test(key)) return false;
    if (/^(?:and|but|or)$/.test(key)) return false;
  }
  return true;
}
