import { syllable } from 'syllable';

const known = new Map<string, number>();
const mostKnown = 50_000;

/** What the package `syllable` counts; 0 without letters. Words repeat, and counting takes some thirty patterns, so counts are kept. */
export function countAsSyllable(word: string): number {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  // A run of hundreds of letters is data, not a word, and the counter's patterns are slow on it.
  const count = word.length > 60 ? 1 : syllable(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, count);
  return count;
}

/** Syllables of one word as it is read out; at least one, also for a number. */
export function countSyllables(word: string): number {
  return Math.max(1, countAsSyllable(word));
}
