import { inflect } from './inflection.js';
import { listReadings } from './lemmas.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// Nouns that name a mass in the plain words that glossaries use: no article `a`, no plural.
const mass = set(
  'software hardware information equipment staff advice help work money time training support news data feedback progress research knowledge access spending funding planning testing hosting billing ' +
    'pay power space room skill trust care change-over downtime safety growth effort proof evidence speed',
);
const singularInS = /(?:ss|us|is|news|series|species|means|access|process|business|address|ics|kubernetes)$/;

/** The word that says whether a noun phrase is one thing or several: the last before a preposition. */
function headOf(phrase: string): string {
  return (
    phrase
      .split(/\s(?:who|that|which|as|of|in|for|on|to|with|at|from|by|between|affected|involved)\b/, 1)[0]
      ?.split(/[\s-]/)
      .at(-1) ?? phrase
  );
}

/** Whether a noun or noun phrase, as it stands, is plural: `features`, `people affected`. */
export function isPlural(phrase: string): boolean {
  const written = headOf(phrase);
  if (/\p{Lu}s$/u.test(written)) return true;
  const head = written.toLowerCase();
  if (singularInS.test(head)) return false;
  return head === 'people' || listReadings(head).some(({ partOfSpeech, inflection }) => partOfSpeech === 'noun' && inflection === 'plural');
}

/** Whether a noun goes with a verb of either number: “data is”, “data are”. */
export function takesEitherNumber(phrase: string): boolean {
  return /^(?:data|media|staff|police|headquarters)$/.test(headOf(phrase).toLowerCase());
}

/** Whether a noun names something that is not counted: `spending`. */
export function isMass(phrase: string): boolean {
  return mass.has(headOf(phrase).toLowerCase());
}

/** Whether the noun that carries the phrase is also its last word, so that an ending can follow it. */
export function endsInHead(phrase: string): boolean {
  return phrase.endsWith(headOf(phrase));
}

const pluralVerbs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    is: 'are',
    was: 'were',
    has: 'have',
    does: 'do',
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
  }),
);
const singularVerbs: ReadonlyMap<string, string> = new Map([...pluralVerbs].map(([singular, plural]) => [plural, singular]));

/** The same verb for a subject of the other number, for the few verbs that show it wherever they stand; `undefined` for others. */
export function agreeWith(verb: string, number: 'singular' | 'plural'): string | undefined {
  return (number === 'plural' ? pluralVerbs : singularVerbs).get(verb);
}

/** The verb of a relative clause for several: “uses” is “use”. */
function bendForSeveral(verb: string): string {
  const listed = pluralVerbs.get(verb);
  if (listed !== undefined) return listed;
  if (/(?:ss|x|z|ch|sh|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('ies') ? `${verb.slice(0, -3)}y` : verb.replace(/(?<!s)s$/, '');
}

/** The plural of a noun phrase, with the verb of a relative clause in it: “people who use it”. */
export function makePlural(phrase: string): string {
  return inflect(phrase, 'noun', 'plural').replace(/(?<=\s(?:who|that|which)\s)\p{L}+/u, bendForSeveral);
}

/** Whether the verb shows that its subject is one, or several. */
export function showsNumber(verb: string, number: 'singular' | 'plural'): boolean {
  return (number === 'singular' ? pluralVerbs : singularVerbs).has(verb);
}

const irregularComparisons: ReadonlyMap<string, readonly [more: string, most: string]> = new Map([
  ['good', ['better', 'best']],
  ['best', ['better', 'best']],
  ['bad', ['worse', 'worst']],
  ['far', ['further', 'furthest']],
  ['little', ['less', 'least']],
]);

/** A comparative or superlative of one word where English makes one: strong, stronger; good, better. */
export function compare(adjective: string, degree: 'more' | 'most'): string | undefined {
  const known = irregularComparisons.get(adjective);
  if (known !== undefined) return known[degree === 'more' ? 0 : 1];
  if (!/^[^aeiou]*(?:qu)?[aeiou]{1,2}[^aeiou]{0,3}e?$/.test(adjective) && !/^[^aeiou]*[aeiou]{1,2}[^aeiouy]{1,3}y$/.test(adjective)) return undefined;
  // The endings join as a verb's -ed does: big, bigger; easy, easier; safe, safer.
  const joined = inflect(adjective, 'verb', 'past');
  return joined.endsWith('ed') ? joined.replace(/d$/, degree === 'more' ? 'r' : 'st') : undefined;
}
