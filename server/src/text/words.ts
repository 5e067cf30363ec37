import type { Span } from '../model/span.js';

/** A word of a block's text. A possessive ending is not part of the span: `SSO’s` is the word `SSO`. */
export interface Word extends Span {
  /** As written. */
  readonly value: string;
  /** Lower case, with a straight apostrophe: what terms are looked up by. */
  readonly key: string;
}

// Letters and digits, with apostrophes, full stops (U.S.), ampersands (R&D), plus and hash signs (C++, C#) where they belong to the word.
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:(?:['’]|(?:(?<=\b\p{L})\.(?=\p{L}\b))|&(?=\p{Lu}))[\p{L}\p{N}\p{M}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** Splits text into words. Hyphens separate words, so `low-hanging` and `low hanging` are the same two. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const value = match[0].replace(/['’]s$/i, '');
    words.push({
      value,
      key: value.toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + value.length,
    });
  }
  return words;
}

/** Whether the word is written in capitals only, with at least two letters. */
export function isAllCapitals(value: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(value) && value === value.toUpperCase();
}

/** Whether the first character is a capital letter. */
export function isCapitalised(value: string): boolean {
  return /^\p{Lu}/u.test(value);
}

/** The text with a capital as its first character. */
export function capitalise(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}
