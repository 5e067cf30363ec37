/** What readability formulas count. */
export interface TextCounts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** Sums counts. */
export function addCounts(a: TextCounts, b: TextCounts): TextCounts {
  return { words: a.words + b.words, sentences: a.sentences + b.sentences, syllables: a.syllables + b.syllables };
}

export const noCounts: TextCounts = { words: 0, sentences: 0, syllables: 0 };

/**
 * Flesch-Kincaid grade level: the US school year that can follow the text.
 * Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas (1975). Zero without words.
 */
export function gradeLevel(counts: TextCounts): number {
  if (counts.words === 0 || counts.sentences === 0) return 0;
  return 0.39 * (counts.words / counts.sentences) + 11.8 * (counts.syllables / counts.words) - 15.59;
}

/**
 * Flesch reading ease, about 0 (very hard) to 100 (very easy).
 * Source: Flesch, A New Readability Yardstick (1948). 100 without words.
 */
export function readingEase(counts: TextCounts): number {
  if (counts.words === 0 || counts.sentences === 0) return 100;
  return 206.835 - 1.015 * (counts.words / counts.sentences) - 84.6 * (counts.syllables / counts.words);
}

/** Age in years at which a reader follows the text: grade 1 begins at six, so the grade level plus five, rounded up. */
export function readingAge(counts: TextCounts): number {
  return Math.max(5, Math.ceil(gradeLevel(counts) + 5));
}
