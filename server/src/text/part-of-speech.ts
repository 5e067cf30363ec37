import type { Inflection } from './inflection.js';
import type { Tag } from './tagger.js';

export const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'phrase'] as const;
export type PartOfSpeech = (typeof partsOfSpeech)[number];

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// What can only stand before a noun.
const articles = set('a an the my your our their every no whose');
// Before a noun, or for one: “this change”, “this changes it”.
const demonstratives = set(
  'this that these those each some any all both either neither another such much more most less enough many few several its his her what which',
);
const prepositions = set(
  'of in for with by from on at about into under over through without between via as than during despite against within per after before since',
);
const numbers = set('one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred');
const subjects = set("we they you i who we'll they'll you'll i'll we'd they'd you'd");
const singularSubjects = set('it he she this that which who everyone everybody nobody somebody someone something nothing');
const modals = set(
  "to will would can could shall should may might must do does did don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't let's please not",
);
const realModals = set("will would can could shall should may might must do does did don't doesn't didn't");
const be = set("be am is are was were been being isn't aren't wasn't weren't it's that's we're they're you're i'm");
const have = set("have has had having haven't hasn't hadn't we've they've you've i've get gets got");
const finite = set("is are was were will would can could should may might must has had isn't aren't wasn't weren't");
const auxiliaries = new Set([...finite, 'do', 'does', 'did']);
const objects = set('me you him us them it myself yourself ourselves themselves');
const skipped = set(
  'not also already always never now still soon just better best well fully much often only recently previously ever yet all both then first together',
);
// Nouns that are plural without an s.
const plurals = set('people staff men women children data media criteria police teams users');

/** The words around a place, as far as no punctuation stands between. Keys, lower case. */
export interface Surroundings {
  /** Nearest last. */
  readonly before: readonly string[];
  /** Nearest first. */
  readonly after: readonly string[];
  /** The first word of the place itself. */
  readonly own: string;
  readonly opensSentence: boolean;
  readonly closesSentence: boolean;
  /** Whether the place holds several words. A phrase is its own evidence: “touch base” is what people do. */
  readonly isPhrase: boolean;
}

export type Verdict = 'yes' | 'no' | 'unsure';

/** Whether a word in this form can be read as `partOfSpeech`, from the small words around it, whose own part of speech is certain. */
export function judgeByNeighbours(partOfSpeech: PartOfSpeech, inflection: Inflection, surroundings: Surroundings): Verdict {
  const neighbours = { ...surroundings, previous: nearest(surroundings.before), next: surroundings.after[0] };
  if (surroundings.isPhrase && partOfSpeech !== 'adjective') {
    const isNoun = neighbours.previous !== undefined && articles.has(neighbours.previous) && inflection !== 'past' && inflection !== 'pastParticiple';
    return partOfSpeech === 'verb' && isNoun ? 'no' : 'yes';
  }
  switch (partOfSpeech) {
    case 'verb':
      return judgeVerb(inflection, neighbours);
    case 'noun':
      return judgeNoun(inflection, neighbours);
    case 'adjective':
      return judgeAdjective(neighbours);
    default:
      return 'yes';
  }
}

interface Neighbours extends Surroundings {
  /** The nearest word before that is no adverb. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The nearest word before that is no adverb. */
function nearest(before: readonly string[]): string | undefined {
  let index = before.length - 1;
  while (index > 0 && isAdverb(before[index] ?? '')) index--;
  return before[index];
}

function isAdverb(key: string): boolean {
  return (key !== 'not' && skipped.has(key)) || (key.length > 4 && key.endsWith('ly'));
}

/** Ends as plurals do: users, but no bus, class or crisis. */
function isPluralShaped(word: string): boolean {
  return /[^sui]s$/.test(word);
}

function isNumber(key: string): boolean {
  return numbers.has(key) || /^\d/.test(key);
}

/** Whether the word can only open a noun phrase, or be one as an object: an article, a possessive, “them”. */
export function beginsNounPhrase(key: string | undefined): boolean {
  return (
    key !== undefined && (articles.has(key) || objects.has(key) || (demonstratives.has(key) && !singularSubjects.has(key)) || key === 'this' || key === 'that')
  );
}

/** “A big ask”: the verb of one would have an s. */
function isSingularPhrase(before: readonly string[]): boolean {
  return /^(?:an?|each|every)$/.test(before.at(-2) ?? '');
}

function judgeVerb(inflection: Inflection, { previous, next, opensSentence, before }: Neighbours): Verdict {
  // What is done to a noun may stand before it: “the impacted users”.
  if (inflection === 'past' || inflection === 'pastParticiple') return 'yes';
  if (next === 'of') return 'no';
  if (previous === undefined) {
    if (next !== undefined && finite.has(next)) return 'no';
    return opensSentence && beginsNounPhrase(next) && inflection !== 'thirdPerson' ? 'yes' : 'unsure';
  }
  if (articles.has(previous) || isNumber(previous) || (inflection === 'base' && isSingularPhrase(before))) return 'no';
  if (inflection === 'presentParticiple') {
    if (previous === 'those' || previous === 'these') return 'yes';
    if (be.has(previous)) return 'yes';
    if (next !== undefined && finite.has(next)) return 'no';
    if (beginsNounPhrase(next)) return 'yes';
    return prepositions.has(previous) ? 'yes' : 'unsure';
  }
  if (prepositions.has(previous)) return 'no';
  if (next !== undefined && auxiliaries.has(next)) return 'no';
  if (inflection === 'thirdPerson') {
    if (subjects.has(previous) && previous !== 'who') return 'no';
    if (modals.has(previous)) return 'no';
    if (singularSubjects.has(previous)) return 'yes';
  } else {
    if (subjects.has(previous) || modals.has(previous)) return 'yes';
    if (be.has(previous) || have.has(previous)) return 'no';
    // “will the trial commence”
    if (before.some((key) => realModals.has(key)) && (next === undefined || prepositions.has(next))) return 'yes';
    // “things that impact users”
    if (previous === 'that' && isPluralShaped(before.at(-2) ?? '')) return 'yes';
  }
  return beginsNounPhrase(next) ? 'yes' : 'unsure';
}

function judgeNoun(inflection: Inflection, { previous, next, own, opensSentence, before }: Neighbours): Verdict {
  // Who lists “onboarding” as a noun means all of its uses.
  if (inflection === 'base' && own.endsWith('ing')) return previous !== undefined && be.has(previous) && next !== undefined ? 'no' : 'yes';
  if (next === 'of' || (inflection === 'base' && isSingularPhrase(before))) return 'yes';
  if (previous === undefined) {
    if (next !== undefined && finite.has(next)) return 'yes';
    return opensSentence && inflection === 'base' && beginsNounPhrase(next) ? 'no' : 'unsure';
  }
  if (articles.has(previous) || isNumber(previous) || prepositions.has(previous)) return 'yes';
  if (inflection === 'base' && (subjects.has(previous) || modals.has(previous))) return next === undefined ? 'unsure' : 'no';
  if (inflection === 'plural' && singularSubjects.has(previous) && beginsNounPhrase(next)) return 'no';
  return next !== undefined && finite.has(next) ? 'yes' : 'unsure';
}

/** “Lost your key?” has no adjective: what follows an article and comes before no noun is one itself. */
function judgeAdjective({ previous, next, own, closesSentence }: Neighbours): Verdict {
  // “the signal has degraded”
  if (previous !== undefined && have.has(previous) && own.endsWith('ed') && (next === undefined || functionWords.has(next))) return 'no';
  const endsNounPhrase = next === undefined ? closesSentence : prepositions.has(next) || finite.has(next) || modals.has(next);
  return previous !== undefined && articles.has(previous) && endsNounPhrase ? 'no' : 'yes';
}

/**
 * The same from the tags of a whole sentence. A statistical tagger knows a word by the company it usually keeps, and takes
 * “ask” for a verb and “impact” for a noun nearly everywhere; the tags of the words beside it say more.
 */
export function judgeByTags(
  partOfSpeech: PartOfSpeech,
  inflection: Inflection,
  words: readonly string[],
  tags: readonly Tag[],
  first: number,
  last: number,
): boolean {
  if (partOfSpeech === 'noun') return !isVerbByTags(inflection === 'plural' ? 'thirdPerson' : inflection, words, tags, first, last);
  return partOfSpeech !== 'verb' || isVerbByTags(inflection, words, tags, first, last);
}

function isVerbByTags(inflection: Inflection, words: readonly string[], tags: readonly Tag[], first: number, last: number): boolean {
  const own = tags[first];
  const previous = tags[first - 1];
  const next = tags[last + 1];
  if (previous === 'DET' || previous === 'ADJ' || previous === 'NUM') return false;
  if (inflection === 'presentParticiple') return own === 'VERB' || own === 'AUX' || next === 'ADJ';
  if (previous === 'CCONJ' && tags[first - 2] === 'VERB') return true;
  const isNoun = previous === 'NOUN' || previous === 'PROPN';
  if (isNoun) {
    const word = words[first - 1] ?? '';
    const isPlural = plurals.has(word) || isPluralShaped(word);
    // “changes impact users” agrees; “service impact” and “changes impacts” don't.
    if (isPlural !== (inflection === 'base')) return false;
    if (own === 'VERB') return true;
    const follows = words[last + 1] ?? '';
    return (
      next === 'DET' ||
      next === 'PRON' ||
      (inflection === 'base' && (next === 'ADP' || next === 'ADV')) ||
      (inflection === 'thirdPerson' && (next === 'NUM' || next === 'ADJ')) ||
      ((next === 'NOUN' || next === 'PROPN') && (plurals.has(follows) || isPluralShaped(follows) || inflection === 'thirdPerson'))
    );
  }
  return own === 'VERB';
}

/** How a form in -ed is used: a finite past, a participle after `has` or after `was`, or one that stands beside a noun. */
export type PastUse = 'past' | 'perfect' | 'passive' | 'open';

/** Reads a form in -ed from the words before it, nearest last, and those after it in its sentence. */
export function readPastUse(before: readonly string[], after: readonly string[]): PastUse {
  for (let index = before.length - 1; index >= 0; index--) {
    const word = before[index] ?? '';
    if (have.has(word) && !/^g[eo]t/.test(word)) return 'perfect';
    if (be.has(word) || /^g[eo]t/.test(word)) return 'passive';
    if (skipped.has(word) || word === 'not' || word.endsWith('ly')) continue;
    if (subjects.has(word) || singularSubjects.has(word)) return isInverted(before.slice(0, index)) ?? 'past';
    // “Has anyone circled back?” asks; “repairs commenced in March are late” may be said of the repairs.
    return isInverted(before.slice(0, index)) ?? (after.some((key) => finite.has(key)) ? 'open' : 'past');
  }
  return 'past';
}

/** Whether a question or condition opens with the auxiliary of the form. */
function isInverted(before: readonly string[]): PastUse | undefined {
  const opening = before.slice(0, 3).find((key) => have.has(key) || be.has(key));
  if (opening === undefined || before.length > 5) return undefined;
  return before.indexOf(opening) > 1 ? undefined : have.has(opening) ? 'perfect' : 'passive';
}

/** Whether a word belongs to grammar and not to the subject: articles, pronouns, prepositions, auxiliaries, conjunctions. */
export function isFunctionWord(key: string): boolean {
  return functionWords.has(key);
}

const functionWords: ReadonlySet<string> = new Set([
  ...articles,
  ...demonstratives,
  ...prepositions,
  ...subjects,
  ...singularSubjects,
  ...modals,
  ...be,
  ...have,
  ...objects,
  ...skipped,
  ...set('and or but nor if when where while because so that there here then than how why again today tomorrow yesterday tonight too'),
]);
