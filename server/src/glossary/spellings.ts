import { findHead } from '../text/inflection.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { toAmerican } from '../text/spelling.js';
import { splitWords } from '../text/words.js';
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
  /** Whether its spelling has a hyphen, and whether it ends in a full stop: “on-board”, “approx.” */
  readonly hasHyphen: boolean;
  readonly endsInStop: boolean;
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
const hyphenated = /^[\p{L}\p{N}]+[-‐‑][\p{L}\p{N}]+$/u;

function addSpelling(spellings: Spelling[], written: string, partOfSpeech: Term['partOfSpeech'], isExact: boolean, isException: boolean): void {
  const words = splitWords(written);
  if (words.length === 0) return;
  const headOf = (as: 'verb' | 'noun'): number => {
    if (partOfSpeech !== undefined && partOfSpeech !== as) return -1;
    const { start } = words.length === 1 ? { start: words[0]?.start ?? 0 } : findHead(written, as);
    return words.findIndex((word) => word.start <= start && start < word.end);
  };
  const spelling: Spelling = {
    keys: words.map(({ key }) => toAmerican(key)),
    exact: isExact ? words.map(({ value }) => value) : undefined,
    verbHead: headOf('verb'),
    nounHead: headOf('noun'),
    hasHyphen: hyphen.test(written),
    endsInStop: written.endsWith('.'),
    isException,
  };
  spellings.push(spelling);
  if (words.length !== 2 || isExact) return;
  // “road-map” and “life cycle” are also written as one word, unless that is an everyday word of its own.
  const closed = words.map(({ key }) => key).join('');
  if (isEverydayWord(closed) || !(partOfSpeech === 'noun' || hyphenated.test(written))) return;
  spellings.push({ ...spelling, keys: [toAmerican(closed)], verbHead: Math.min(spelling.verbHead, 0), nounHead: Math.min(spelling.nounHead, 0) });
}

function isAcronym(term: string): boolean {
  return /^[\p{Lu}\d&/]{2,}$/u.test(term);
}

/** A spelling as the build keeps it: its keys, what bends, a bit for each of the questions, and its capitals where they count. */
export type PackedSpelling = readonly [keys: string, verbHead: number, nounHead: number, bits: number, exact?: string];

export function packSpelling({ keys, exact, verbHead, nounHead, hasHyphen, endsInStop, isException }: Spelling): PackedSpelling {
  const bits = (hasHyphen ? 1 : 0) + (endsInStop ? 2 : 0) + (isException ? 4 : 0);
  return [keys.join(' '), verbHead, nounHead, bits, ...(exact === undefined ? ([] as const) : ([exact.join(' ')] as const))];
}

export function unpackSpelling([keys, verbHead, nounHead, bits, exact]: PackedSpelling): Spelling {
  return {
    keys: keys.split(' '),
    exact: exact?.split(' '),
    verbHead,
    nounHead,
    hasHyphen: (bits & 1) !== 0,
    endsInStop: (bits & 2) !== 0,
    isException: (bits & 4) !== 0,
  };
}
