import { findHead, findTwinVerb } from '../text/inflection.js';
import { isFunctionWord } from '../text/part-of-speech.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { toAmerican } from '../text/spelling.js';
import { isParticle } from '../text/verbs.js';
import { splitWords, type Word } from '../text/words.js';
import type { Term } from './glossary.js';

/** One way in which a term is written, split into words, with what finding it in a text hangs on. */
export interface Spelling {
  /** Its words as they are looked up: lower case, American. */
  readonly keys: readonly string[];
  /** Its words as they must be written, where capitals count. */
  readonly exact: readonly string[] | undefined;
  /** Index of the word that bends when the term is a verb, and when it is a noun; -1 when it cannot be one. */
  readonly verbHead: number;
  readonly nounHead: number;
  /** Index of a second verb that bends with the first: “slice and dice”; -1 without one. */
  readonly twin: number;
  /** Whether its spelling has a hyphen, and whether it ends in a full stop: “on-board”, “approx.” */
  readonly hasHyphen: boolean;
  readonly endsInStop: boolean;
  /** Whether it is another way to write the entry: closed up, or as two words. */
  readonly isRespelled: boolean;
  /** Whether one of its words is a particle: “log on”, “on-board”. Hyphens make another word of such a verb. */
  readonly hasParticle: boolean;
  /** Whether somebody owns something in it: “lion’s share”. */
  readonly hasPossessive: boolean;
  /** Whether the words are fine here rather than a term. */
  readonly isException: boolean;
}

/** What of an entry says how it is written. */
export type Spelled = Pick<Term, 'term' | 'variants' | 'exceptions' | 'partOfSpeech'> & { readonly caseSensitive?: boolean | undefined };

/** Every spelling of an entry: the term, its variants, both as one word where they are two, and its exceptions. */
export function listSpellings({ term, variants = [], exceptions = [], partOfSpeech, caseSensitive = false }: Spelled): Spelling[] {
  const spellings: Spelling[] = [];
  for (const written of [term, ...variants]) {
    // An acronym is its capitals: “it” is not IT.
    addSpelling(spellings, written, isAcronym(term) ? 'noun' : partOfSpeech, caseSensitive || isAcronym(written), false);
  }
  for (const exception of exceptions) addSpelling(spellings, exception, undefined, false, true);
  return spellings;
}

const hyphen = /[-‐‑]/;

function addSpelling(spellings: Spelling[], written: string, partOfSpeech: Term['partOfSpeech'], isExact: boolean, isException: boolean): void {
  const words = splitWords(written);
  if (words.length === 0) return;
  const indexAt = (offset: number | undefined): number => (offset === undefined ? -1 : words.findIndex((word) => word.start <= offset && offset < word.end));
  const headOf = (as: 'verb' | 'noun'): number => {
    if (partOfSpeech !== undefined && partOfSpeech !== as) return -1;
    return words.length === 1 ? 0 : indexAt(findHead(written, as).start);
  };
  const keys = words.map(({ key }) => key);
  const spelling: Spelling = {
    keys: keys.map(toAmerican),
    exact: isExact ? words.map(({ value }) => value) : undefined,
    verbHead: headOf('verb'),
    nounHead: headOf('noun'),
    twin: partOfSpeech === 'verb' && words.length > 1 ? indexAt(findTwinVerb(written)) : -1,
    hasHyphen: hyphen.test(written),
    endsInStop: written.endsWith('.'),
    isRespelled: false,
    hasParticle: words.length > 1 && keys.some(isParticle),
    hasPossessive: /['’]s\s/.test(written),
    isException,
  };
  spellings.push(spelling);
  if (isExact) return;
  // “road-map” and “life cycle” are also written as one word, unless that is an everyday word of its own.
  const joint = words.findIndex((_, index) => isClosable(written, words, index) || (partOfSpeech === 'noun' && words.length === 2 && index === 0));
  const closed = `${keys[joint] ?? ''}${keys[joint + 1] ?? ''}`;
  if (joint !== -1 && !isEverydayWord(closed)) {
    const shift = (index: number): number => (index > joint ? index - 1 : index);
    const closedKeys = [...keys.slice(0, joint), closed, ...keys.slice(joint + 2)].map(toAmerican);
    const heads = { verbHead: shift(spelling.verbHead), nounHead: shift(spelling.nounHead), twin: shift(spelling.twin) };
    spellings.push({ ...spelling, ...heads, keys: closedKeys, isRespelled: true });
  }
  const halves = partOfSpeech === 'noun' && words.length === 1 ? splitCompound(keys[0] ?? '') : undefined;
  if (halves !== undefined) spellings.push({ ...spelling, keys: halves.map(toAmerican), nounHead: 1, isRespelled: true });
}

/** Whether a hyphen joins the word and the next, and no third: “multi-factor” is also one word, “end-to-end” is not. */
function isClosable(written: string, words: readonly Word[], index: number): boolean {
  const isHyphened = (at: number): boolean => hyphen.test(written.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0));
  return isHyphened(index) && !isHyphened(index - 1) && !isHyphened(index + 1);
}

/** The two everyday nouns that a compound is made of, for who writes “road map”; `undefined` for other words. */
function splitCompound(word: string): readonly [string, string] | undefined {
  // “Sunsetting” is no setting.
  if (word.endsWith('ing')) return undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const halves = [word.slice(0, at), word.slice(at)] as const;
    if (halves.every((half) => isEverydayWord(half) && !isFunctionWord(half) && !isParticle(half))) return halves;
  }
  return undefined;
}

function isAcronym(term: string): boolean {
  return /^[\p{Lu}\d&/]{2,}$/u.test(term);
}

/** A spelling as the build keeps it: its keys, what bends, a bit for each of the questions, and its capitals where they count. */
export type PackedSpelling = readonly [keys: string, verbHead: number, nounHead: number, twin: number, bits: number, exact?: string];

const questions = ['hasHyphen', 'endsInStop', 'isRespelled', 'hasParticle', 'hasPossessive', 'isException'] as const;

export function packSpelling(spelling: Spelling): PackedSpelling {
  const { keys, exact, verbHead, nounHead, twin } = spelling;
  const bits = questions.reduce((sum, question, index) => sum + (spelling[question] ? 1 << index : 0), 0);
  return [keys.join(' '), verbHead, nounHead, twin, bits, ...(exact === undefined ? ([] as const) : ([exact.join(' ')] as const))];
}

export function unpackSpelling([keys, verbHead, nounHead, twin, bits, exact]: PackedSpelling): Spelling {
  const [hasHyphen, endsInStop, isRespelled, hasParticle, hasPossessive, isException] = questions.map((_, index) => (bits & (1 << index)) !== 0);
  return {
    keys: keys.split(' '),
    exact: exact?.split(' '),
    verbHead,
    nounHead,
    twin,
    hasHyphen: hasHyphen === true,
    endsInStop: endsInStop === true,
    isRespelled: isRespelled === true,
    hasParticle: hasParticle === true,
    hasPossessive: hasPossessive === true,
    isException: isException === true,
  };
}
