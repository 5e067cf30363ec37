import { type Inflection, inflect, listIrregular } from './inflection.js';

/** What an inflected word may be a form of. */
export interface Reading {
  readonly lemma: string;
  readonly partOfSpeech: 'verb' | 'noun';
  readonly inflection: Exclude<Inflection, 'base'>;
}

/**
 * What a lower-case word may be an inflected form of: `leveraging` is the present participle of `leverage`, and `impacts`
 * a plural or a third person. There is no dictionary behind it, so a reading is what spelling allows: `leverag` is one too.
 * The word itself, uninflected, is not among them.
 */
export function listReadings(word: string): Reading[] {
  const readings: Reading[] = [...listIrregular(word)];
  const add = (lemma: string, partOfSpeech: Reading['partOfSpeech'], inflection: Reading['inflection']): void => {
    if (lemma.length < 2 || !isFormOf(word, lemma, partOfSpeech, inflection)) return;
    readings.push({ lemma, partOfSpeech, inflection });
  };
  if (word.endsWith('s') && !word.endsWith('ss')) {
    for (const stem of stemsOfS(word)) {
      add(stem, 'verb', 'thirdPerson');
      add(stem, 'noun', 'plural');
    }
  }
  if (word.endsWith('ed')) for (const stem of stemsOf(word.slice(0, -2))) add(stem, 'verb', 'past');
  if (word.endsWith('ing')) for (const stem of stemsOf(word.slice(0, -3))) add(stem, 'verb', 'presentParticiple');
  return readings;
}

function stemsOfS(word: string): string[] {
  const stems = [word.slice(0, -1)];
  if (word.endsWith('es')) stems.push(word.slice(0, -2));
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`);
  return stems;
}

/** What may stand before -ed and -ing: the word, the word without its e, with a doubled consonant, with a y that became i, an ie that became y. */
function stemsOf(rest: string): string[] {
  const stems = [rest, `${rest}e`];
  if (/(\p{L})\1$/u.test(rest)) stems.push(rest.slice(0, -1));
  if (rest.endsWith('i')) stems.push(`${rest.slice(0, -1)}y`);
  if (rest.endsWith('y')) stems.push(`${rest.slice(0, -1)}ie`);
  return stems;
}

/** Whether the word is that form of the lemma. Longer words may double their last consonant or not: focussed, benefited. */
function isFormOf(word: string, lemma: string, partOfSpeech: Reading['partOfSpeech'], inflection: Reading['inflection']): boolean {
  if (inflect(lemma, partOfSpeech, inflection) === word) return true;
  if (inflection !== 'past' && inflection !== 'presentParticiple') return false;
  const ending = inflection === 'past' ? 'ed' : 'ing';
  // American spelling keeps a single l: canceled, trialing.
  const isLong = /[aeiouy]l$/.test(lemma) || /[aeiouy][^aeiouy]+[aeiouy][^aeiouyw]$/.test(lemma);
  return isLong && (word === lemma + ending || word === lemma + lemma.slice(-1) + ending);
}
