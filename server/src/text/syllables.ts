import { syllable } from 'syllable';

const known = new Map<string, number>();
const mostKnown = 50_000;

/** Syllables of one word; at least one, also for a number. Words repeat and counting takes some thirty patterns, so counts are kept. */
export function countSyllables(word: string): number {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  // A run of hundreds of letters is data, not a word, and the counter's patterns are slow on it.
  const count = word.length > 60 ? 1 : Math.max(1, syllable(word));
  if (known.size >= mostKnown) known.clear();
  known.set(word, count);
  return count;
}
