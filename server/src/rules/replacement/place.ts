import type { TermMatch } from '../../glossary/match.js';
import { isFunctionWord } from '../../text/part-of-speech.js';
import type { Word } from '../../text/words.js';
import { type BlockAnalysis, sentenceOf } from '../analysis.js';

/** A place where something is to be replaced. */
export interface Place {
  readonly text: string;
  readonly analysis: BlockAnalysis;
  readonly match: TermMatch;
  /** Of the organisation: the spelling of what is brought in. */
  readonly language: string;
  /** Whether the block is a heading, where capitals may stand for emphasis. */
  readonly isHeading?: boolean;
}

/** A replacement on its way into a text: what it covers grows with what has to agree. */
export interface Draft {
  start: number;
  end: number;
  value: string;
  /** Why a person should look at it; the first is told. */
  readonly doubts: string[];
}

/** The words beside a place, where only white space lies between. */
export function wordBefore({ text, analysis: { words }, match }: Place, distance = 1): Word | undefined {
  const word = words[match.firstWord - distance];
  const after = words[match.firstWord - distance + 1];
  return word !== undefined && after !== undefined && /^\s+$/.test(text.slice(word.end, after.start)) ? word : undefined;
}

export function wordAfter({ text, analysis: { words }, match }: Place): Word | undefined {
  const word = words[match.lastWord + 1];
  return word !== undefined && /^\s+$/.test(text.slice(match.span.end, word.start)) ? word : undefined;
}

/** The word that ends right before an offset at or near the place. */
export function wordEndingAt({ text, analysis: { words }, match }: Place, offset: number): Word | undefined {
  let index = match.firstWord - 1;
  while (index >= 0 && (words[index]?.end ?? 0) > offset) index--;
  const word = words[index];
  return word !== undefined && /^\s+$/.test(text.slice(word.end, offset)) ? word : undefined;
}

/** Keys of the sentence before and after the place. */
export function sentenceAround({ analysis, match }: Place): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const { words, first } = sentenceOf(analysis, match.firstWord);
  const keys = words.map(({ key }) => key);
  return { before: keys.slice(0, match.firstWord - first), after: keys.slice(match.lastWord - first + 1) };
}

/** Whether the word after the place is one of the subject matter, and by its tag a noun or what describes one. */
export function isBeforeNoun(place: Place): boolean {
  const next = wordAfter(place);
  if (next === undefined || isFunctionWord(next.key)) return false;
  const tag = place.analysis.tagAt(place.match.lastWord + 1);
  return tag === undefined || tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM';
}

const possessive = /^(['’])(s?)(?!\p{L})/u;

/** What makes an owner of a word: ’s, or the ’ of a plural. */
export interface Possessive {
  readonly apostrophe: string;
  readonly hasS: boolean;
}

/** The possessive ending at an offset. */
export function findPossessive({ text }: Place, offset: number): Possessive | undefined {
  const found = possessive.exec(text.slice(offset, offset + 3));
  return found === null ? undefined : { apostrophe: found[1] ?? '', hasS: found[2] === 's' };
}
