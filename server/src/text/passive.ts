import type { Span } from '../model/span.js';
import { findVerb, isPastParticiple } from './participles.js';
import { isCapitalised, type Word } from './words.js';

/** When and how it is done, as the words around the participle say: “was moved” is past, “will be moved” a modal. */
export type Frame = 'present' | 'past' | 'perfect' | 'pastPerfect' | 'progressive' | 'pastProgressive' | 'modal' | 'infinitive' | 'bare' | 'get';

/** A verb in the passive. `span` reaches from the first auxiliary to the last participle. */
export interface Passive {
  readonly span: Span;
  readonly frame: Frame;
  /** The modal of a modal frame, as written in lower case: `will`, `can't`. */
  readonly modal: string | undefined;
  /** Whether “not” stands in it. */
  readonly isNegated: boolean;
  /** Adverbs between the auxiliary and the participle, as written, without “not”. */
  readonly adverbs: readonly string[];
  /** Lower case. */
  readonly participle: string;
  /** What belongs to the verb behind the participle: the “off” of “switched off”. */
  readonly particle: string | undefined;
  /** Whether the subject stands between the auxiliary and the participle: “Was it moved?” */
  readonly isQuestion: boolean;
  /** Whether further participles follow: “tested and released”. */
  readonly isCoordinated: boolean;
  /** Indexes into the words: the first auxiliary, the auxiliary right before the participle, the last word of the span. */
  readonly firstWord: number;
  readonly auxiliary: number;
  readonly lastWord: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const present = set("am is are isn't aren't i'm you're we're they're");
const past = set("was were wasn't weren't");
const getting = set('get gets got getting gotten');
const having = set("has have had hasn't haven't hadn't having i've you've we've they've i'd you'd we'd they'd");
const modals = set(
  "will would can could shall should may might must cannot won't wouldn't can't couldn't shan't shouldn't mightn't mustn't i'll you'll we'll they'll it'll i'd you'd we'd they'd",
);

// Words that may stand between the auxiliary and the participle, besides those in -ly.
const adverbs = set(`
  not also already always never now still soon just often only then thus since ever yet all both again later first next further once instead therefore however
  even either sometimes usually rather no longer too otherwise currently temporarily
`);

// After these the participle is an adjective: “very limited”, “more advanced”.
const degrees = set(
  'very so too quite rather more most less least as how extremely incredibly really increasingly particularly especially fairly pretty super',
);

/** What may follow a verb in the passive. Another word right behind the participle is mostly its noun: “are updated versions”. */
const followers = set(`
  a an the this that these those my your his her its our their any some all each every both no none one two three another
  to of in on at by for from with without within into onto over under about after before since until till during through throughout across between among against
  around along behind below above beneath beside near off out up down back away aside apart together again via per as than like upon towards toward outside inside
  and or but nor so yet if when while where because although though unless once whenever wherever whether which who whom whose what how why
  not never now then soon later today tomorrow yesterday tonight here there everywhere anywhere online offline too also either instead already only just even still well
  first last next twice once more less most least half it them him her us me you we they he she i is are was were be been will would can could should may might must
  has have had do does did back-to-back end-to-end live locally overnight straight immediately free
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
`);

/** Verbs with two objects, or with an object and what becomes of it: a noun or an adjective may follow their passive. */
const ditransitive = set(`
  given sent offered told shown called named asked granted made kept left set found deemed considered charged paid allowed awarded assigned issued taught refused
  denied declared elected appointed labelled labeled marked rendered promised handed lent sold guaranteed ensured believed reported rated ranked classified
  presumed assumed held thought returned renamed opened shipped provided invited notified informed reminded warned
`);

const particles = set('off on out up down back over in away through offline');

/** Verbs that change their meaning with a word behind them, by that word. */
const phrasalVerbs: Readonly<Record<string, ReadonlySet<string>>> = {
  off: set('switch turn log sign shut cut call lay pay put kick write'),
  on: set('switch turn carry pass put'),
  out: set('roll carry phase rule send hand sort swap log sign point print find fill set take try work build call iron leave lock'),
  up: set('set back follow pick bring clean clear speed sign look build hold open free wind put scale take wake make tidy break link'),
  down: set('shut take turn close break bring scale slow pull write'),
  back: set('roll bring put send call hold scale'),
  over: set('hand take carry move switch'),
  in: set('log sign bring phase hand fill'),
  away: set('put take throw'),
  through: set('carry put'),
  offline: set('take'),
};

/** Finds the verbs in the passive of one sentence, given by its words. `text` is the block's. */
export function findPassives(text: string, words: readonly Word[]): Passive[] {
  const passives: Passive[] = [];
  let index = 0;
  while (index < words.length) {
    const passive = readPassiveAt(text, words, index);
    if (passive !== undefined) passives.push(passive);
    index = (passive?.lastWord ?? index) + 1;
  }
  return passives;
}

function readPassiveAt(text: string, words: readonly Word[], index: number): Passive | undefined {
  const key = keyAt(words, index);
  const isGet = getting.has(key);
  if (!isGet && !present.has(key) && !past.has(key) && key !== 'be' && key !== 'been' && key !== 'being') return undefined;
  const chain = readChain(text, words, index, isGet);
  if (chain === undefined) return undefined;
  let at = skipAdverbs(text, words, index + 1);
  let isQuestion = false;
  if (!isParticipleAt(text, words, at) && isInverted(text, words, chain.firstWord)) {
    const subject = skipSubject(text, words, chain.firstWord, index);
    if (subject === undefined) return undefined;
    isQuestion = true;
    at = skipAdverbs(text, words, subject);
  } else if (chain.firstWord !== index && isInverted(text, words, chain.firstWord)) isQuestion = true;
  if (!isParticipleAt(text, words, at)) return undefined;
  const between = words.slice(chain.firstWord + 1, at);
  if (degrees.has(keyAt(words, at - 1))) return undefined;
  const end = readVerbEnd(text, words, at);
  if (isAttributive(text, words, at, end.verbEnd, chain.frame)) return undefined;
  const first = words[chain.firstWord];
  const last = words[end.lastWord];
  if (first === undefined || last === undefined) return undefined;
  return {
    ...chain,
    span: { start: first.start, end: last.end },
    isNegated: /n't$|^cannot$/.test(first.key) || between.some((word) => word.key === 'not'),
    adverbs: between.filter((word) => isAdverb(word.key) && word.key !== 'not').map((word) => word.value),
    participle: keyAt(words, at),
    particle: end.particle,
    isQuestion,
    isCoordinated: end.isCoordinated,
    auxiliary: index,
    lastWord: end.lastWord,
  };
}

function keyAt(words: readonly Word[], index: number): string {
  return words[index]?.key ?? '';
}

/** Whether only white space stands between a word and the one before it. */
function isJoined(text: string, words: readonly Word[], index: number): boolean {
  const previous = words[index - 1];
  const word = words[index];
  return previous !== undefined && word !== undefined && /^\s+$/.test(text.slice(previous.end, word.start));
}

function isAdverb(key: string): boolean {
  return adverbs.has(key) || (key.length > 4 && key.endsWith('ly'));
}

function skipAdverbs(text: string, words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length && at < from + 4 && isAdverb(keyAt(words, at)) && isJoined(text, words, at)) at++;
  // “re-enabled” is two words.
  if (/^(?:re|pre|co|auto|de|over|cross)$/.test(keyAt(words, at)) && text.charAt(words[at]?.end ?? 0) === '-') return at + 1;
  return at;
}

function isParticipleAt(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !isPastParticiple(word.key) || isCapitalised(word.value)) return false;
  // Half of a compound is an adjective: “is cloud-based”, “was limited-time”. A prefix is none.
  if (/[-‐‑/]/.test(text.charAt(word.end))) return false;
  return isJoined(text, words, at) || /^(?:re|pre|co|auto|de|over|cross)$/.test(keyAt(words, at - 1));
}

/** The auxiliaries that end at `index`, from the left: “will have been”, “is to be”, “has not been”. */
function readChain(
  text: string,
  words: readonly Word[],
  index: number,
  isGet: boolean,
): { readonly frame: Frame; readonly modal: string | undefined; readonly firstWord: number } | undefined {
  const key = keyAt(words, index);
  const previous = skipAdverbsBack(text, words, index);
  const before = keyAt(words, previous);
  if (isGet) {
    if (modals.has(before)) return { frame: 'get', modal: before, firstWord: previous };
    return { frame: 'get', modal: undefined, firstWord: present.has(before) || past.has(before) || having.has(before) ? previous : index };
  }
  if (present.has(key)) return { frame: 'present', modal: undefined, firstWord: index };
  if (past.has(key)) return { frame: 'past', modal: undefined, firstWord: index };
  if (key === 'being') {
    if (present.has(before)) return { frame: 'progressive', modal: undefined, firstWord: previous };
    return past.has(before) ? { frame: 'pastProgressive', modal: undefined, firstWord: previous } : questionChain(text, words, index);
  }
  if (key === 'been') {
    if (before === 'had' || before === "hadn't") return { frame: 'pastPerfect', modal: undefined, firstWord: previous };
    const earlier = skipAdverbsBack(text, words, previous);
    if (before === 'have' && modals.has(keyAt(words, earlier))) return { frame: 'modal', modal: `${keyAt(words, earlier)} have`, firstWord: earlier };
    if (having.has(before)) return before === 'having' ? undefined : { frame: 'perfect', modal: undefined, firstWord: previous };
    return questionChain(text, words, index) ?? { frame: 'perfect', modal: undefined, firstWord: index };
  }
  if (modals.has(before)) return { frame: 'modal', modal: before, firstWord: previous };
  if (before === 'to') return { frame: 'infinitive', modal: undefined, firstWord: previous };
  return questionChain(text, words, index) ?? { frame: 'bare', modal: undefined, firstWord: index };
}

/** “Has it been moved?”: the auxiliary in front of the subject. */
function questionChain(
  text: string,
  words: readonly Word[],
  index: number,
): { readonly frame: Frame; readonly modal: string | undefined; readonly firstWord: number } | undefined {
  const key = keyAt(words, index);
  for (let at = index - 1; at >= Math.max(0, index - 6); at--) {
    const word = keyAt(words, at);
    if (!isInverted(text, words, at)) continue;
    // “Are there any springing up or being retired?” asks for something else.
    if (words.slice(at, index).some((word) => /^(?:there|or|and|which|who|that)$/.test(word.key))) return undefined;
    if (key === 'been' && having.has(word)) return { frame: word.startsWith('had') ? 'pastPerfect' : 'perfect', modal: undefined, firstWord: at };
    if (key === 'being' && present.has(word)) return { frame: 'progressive', modal: undefined, firstWord: at };
    if (key === 'being' && past.has(word)) return { frame: 'pastProgressive', modal: undefined, firstWord: at };
    if (key === 'be' && modals.has(word)) return { frame: 'modal', modal: word, firstWord: at };
  }
  return undefined;
}

function skipAdverbsBack(text: string, words: readonly Word[], index: number): number {
  let at = index - 1;
  while (at >= 0 && isAdverb(keyAt(words, at)) && isJoined(text, words, at + 1)) at--;
  return at >= 0 && isJoined(text, words, at + 1) ? at : -1;
}

const questionWords = set('when where why how what which who');

/** Whether the auxiliary opens a question: “Was it …?”, “When will it be …?” */
function isInverted(text: string, words: readonly Word[], at: number): boolean {
  const last = words.at(-1);
  if (last === undefined || !/^["'”’)\]]*\?/.test(text.slice(last.end, last.end + 4))) return false;
  return at === 0 || (at <= 3 && questionWords.has(keyAt(words, 0)));
}

/** The index behind the subject of a question, “Was ‹the portal› tested?”; `undefined` where there is no clear one. */
function skipSubject(text: string, words: readonly Word[], first: number, auxiliary: number): number | undefined {
  if (auxiliary !== first) return undefined;
  if (/^(?:it|they|you|he|she|we|i|this|that|these|those)$/.test(keyAt(words, first + 1)) && isParticipleAt(text, words, skipAdverbs(text, words, first + 2)))
    return first + 2;
  if (!/^(?:the|your|our|my|their|this|that|these|those|any|all)$/.test(keyAt(words, first + 1))) return undefined;
  for (let at = first + 3; at <= first + 5; at++) if (isParticipleAt(text, words, skipAdverbs(text, words, at))) return at;
  return undefined;
}

/** Where the verb ends: with its particle, and with the participles that are coordinated with it. */
function readVerbEnd(
  text: string,
  words: readonly Word[],
  at: number,
): { verbEnd: number; lastWord: number; particle: string | undefined; isCoordinated: boolean } {
  const verbEnd = withParticle(text, words, at);
  const particle = verbEnd > at ? keyAt(words, verbEnd) : undefined;
  let lastWord = verbEnd;
  for (;;) {
    const joint = words[lastWord + 1];
    if (joint === undefined || !/^(?:and|or|then|but)$/.test(joint.key) || !/^,?\s+$/.test(text.slice(words[lastWord]?.end ?? 0, joint.start))) break;
    let next = lastWord + 2;
    if (keyAt(words, next) === 'then') next++;
    next = skipAdverbs(text, words, next);
    if (!isParticipleAt(text, words, next) || !isFollowed(text, words, next) || hasObject(text, words, next)) break;
    lastWord = withParticle(text, words, next);
  }
  return { verbEnd, lastWord, particle, isCoordinated: lastWord > verbEnd };
}

/** “Was founded and held its first meeting”: the second verb is active, because something is done by it. */
function hasObject(text: string, words: readonly Word[], at: number): boolean {
  return isJoined(text, words, at + 1) && /^(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|it|them|him|us|me|you)$/.test(keyAt(words, at + 1));
}

function withParticle(text: string, words: readonly Word[], at: number): number {
  const particle = keyAt(words, at + 1);
  const verb = findVerb(keyAt(words, at));
  if (verb === undefined || !particles.has(particle) || !isJoined(text, words, at + 1) || phrasalVerbs[particle]?.has(verb) !== true) return at;
  // “carried on Friday”, “set out in the plan”: the particle leads a phrase of its own.
  if (/^(?:in|on)$/.test(particle) && !isEndOfPhrase(text, words, at + 1)) return at;
  return at + 1;
}

function isEndOfPhrase(text: string, words: readonly Word[], at: number): boolean {
  return (
    !isJoined(text, words, at + 1) || /^(?:and|or|to|at|by|for|from|on|in|before|after|until|when|while|again|with|today|tomorrow)$/.test(keyAt(words, at + 1))
  );
}

/** Whether what follows a participle lets it be a verb. */
function isFollowed(text: string, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || !isJoined(text, words, at + 1)) return true;
  return followers.has(next.key) || /(?:ly|ing)$/.test(next.key) || /^\d/.test(next.key);
}

function isAttributive(text: string, words: readonly Word[], at: number, verbEnd: number, frame: Frame): boolean {
  if (frame !== 'present' && frame !== 'past' && frame !== 'get' && frame !== 'bare' && frame !== 'infinitive') return false;
  return verbEnd === at && !ditransitive.has(keyAt(words, at)) && !isFollowed(text, words, at);
}
