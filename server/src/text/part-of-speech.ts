import type { Inflection } from './inflection.js';

export const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'phrase'] as const;
export type PartOfSpeech = (typeof partsOfSpeech)[number];

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const determiners = set(
  'a an the this that these those my your his her its our their any some no every each either neither another such much more most less enough financial',
);
const prepositions = set('of in with for by from on at about into under over through without between via as than');
const verbLeads = set(
  "to will would can could shall should may might must do does did don't doesn't didn't can't cannot won't let's we they you i who not please",
);
const auxiliaries = set("be am is are was were been being have has had having get gets got isn't aren't wasn't weren't haven't hasn't hadn't");
const skipped = set('not also already always never now still soon just often only recently previously ever yet all both');

// Words that stand before a noun, and as often for one: “this alleviates the pressure”.
const pronouns = set('this that these those each some any all both either neither another such much more most less enough no its her his');

/**
 * Whether a word that may be a noun or a verb can be read as `partOfSpeech` between its neighbours (keys, lower case).
 * It says no only on strong evidence, an article before a verb or `to` before a noun, so doubt keeps the reading.
 */
export function canBe(partOfSpeech: PartOfSpeech, inflection: Inflection, previous: string | undefined, next: string | undefined): boolean {
  if (previous === undefined) return true;
  if (partOfSpeech === 'verb') {
    // “by leveraging it” is a verb; “by leverage” is not.
    if (prepositions.has(previous)) return inflection === 'presentParticiple';
    // “the leverage” is not a verb; “this leverages” is.
    return !determiners.has(previous) || (pronouns.has(previous) && (inflection === 'thirdPerson' || inflection === 'past'));
  }
  if (partOfSpeech === 'noun') return !(verbLeads.has(previous) && next !== undefined && (determiners.has(next) || prepositions.has(next)));
  return true;
}

/** How a form in -ed is used, from the words before it (nearest last): after `has` or `was` it is a participle. */
export function readPastForm(before: readonly string[]): 'past' | 'pastParticiple' {
  for (let index = before.length - 1; index >= 0 && index >= before.length - 4; index--) {
    const word = before[index] ?? '';
    if (auxiliaries.has(word)) return 'pastParticiple';
    if (!skipped.has(word) && !word.endsWith('ly')) return 'past';
  }
  return 'past';
}
