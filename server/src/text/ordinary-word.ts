import type { Word } from './words.js';

/** A word shorter than this is not judged: too many are initials, units or parts of something else. */
const shortest = 4;

// Characters looked at on each side of a word for what it is part of.
const longestRun = 60;

/**
 * Whether a word of a text is prose: letters of one case, or a capital first. Identifiers, capitals, options of a
 * command, parts of a path or an address, handles, names with a version and words with digits or accents are not.
 */
export function isOrdinaryWord(text: string, { value, start, end }: Word): boolean {
  if (value.length < shortest || !/^\p{Lu}?[a-z]+(?:['’][a-z]+)*$/u.test(value)) return false;
  return !identifier.test(runAround(text, start, end)) && !version.test(text.slice(end, end + 20));
}

// An address, a path, a handle, an option, an assignment, a call, a version, a chain of three or more words.
const identifier = /[@#$%=+<>{}[\]~^*|/\\_&\d\uFFFC]|\(\)?$|^--?\p{L}|\p{L}[.:]\p{L}|::|(?:\p{L}+-){2}/u;

// What follows the name of a program: “nginx 1.25”, “lodash from 4.17.19”.
const version = /^\s(?:(?:from|to|version)\s)?v?\d+\.\d/;

/** The run without white space that the span is part of, without the punctuation around it. */
function runAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < longestRun && /\S/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < longestRun && /\S/.test(text.charAt(to))) to++;
  return text.slice(from, to).replace(/^[("'“‘]+|[)"'”’.,;:!?…]+$/g, '');
}

// Little words of other languages that are not English ones too.
const foreignWords = new Set(
  (
    'le la les des une est dans pour avec sur nous vous votre ont el los las del una por para con que y en su sus se der die das und nicht ist mit ein eine von zu den dem auf für wir sie ' +
    'het een van voor niet zijn worden og det som ikke av til och att är dolor sit amet ipsum'
  ).split(' '),
);

/** Whether a sentence is in another language, or in none: most of its words are not English. */
export function isForeign(words: readonly Word[], isListed: (key: string) => boolean): boolean {
  const counted = words.filter(({ value }) => /^\p{L}{2,}$/u.test(value) && !/^\p{Lu}{2,}$/u.test(value));
  if (counted.length < 4) return false;
  const unknown = counted.filter(({ key }) => foreignWords.has(key) || !isListed(key)).length;
  return unknown > counted.length / 2;
}
