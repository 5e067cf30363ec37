/** What a replacement verb allows around it. Lists hold the verbs that plain-language glossaries use; an unknown verb is trusted. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs that need an object: “the app can tell” says nothing. */
const transitive = set(
  'use do tell introduce show get give make buy send need want set put bring find have let keep include affect cause choose describe fix hold offer remove replace see share test treat build carry name raise reach ' +
    'release approve install publish print join mention explain check provide contact cover',
);

/** Verbs that take none: “we arrived a contract”. */
const intransitive = set('arrive happen appear work talk come go rise fall sit wait live exist act');

/** Verbs that nobody puts into the passive: “it may be got”. */
const withoutPassive = set('get have let want like lack think');

/** Verbs that go with `to` and another verb: “try to print”. */
const beforeInfinitive = set(
  'need try want help plan begin start continue ask like have agree offer choose hope expect decide learn go come mean get used tell allow',
);

/** Verbs that go with `with`. */
const beforeWith = set('talk work help deal meet speak start begin end finish continue cope stay compare share agree join fit play');

/** Verbs that take their object without the preposition of the verb that goes, or with another: “reach out to us”, “contact us”. */
const objectPrepositions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contact: { to: '', with: '' },
  call: { to: '', with: '' },
  email: { to: '', with: '' },
  affect: { on: '', upon: '' },
  join: { in: '' },
  answer: { to: '' },
  follow: { with: '', to: '' },
  discuss: { about: '', on: '' },
  explain: { on: '', about: '' },
  describe: { on: '', about: '' },
  'get in touch': { to: 'with' },
  'keep in touch': { to: 'with' },
  'come back': { with: 'to' },
};

const separableEverywhere = set('off up out down away back forward aside apart');
const separableOn = set('pass take bring put turn switch hand carry try');
const separableWords = /^(?:in place|into practice|into effect|into use|into words|together|to work|to rest|to bed)$/;
// With these, what says where to or into what comes after the object: “put it in the diary”.
const movingVerbs = set('put bring take turn build enter write place move add send divide split');
const results = /^(?:worse|better|easier|harder|clear|clearer|available|public|possible|safe|safer|simple|simpler|ready|sure|whole|known)$/;
const prepositions = set('of in for with by from on at about into under over through to after across against');

/** The first word of a verb phrase. */
export function headOf(phrase: string): string {
  return phrase.split(' ', 1)[0] ?? phrase;
}

export function needsObject(phrase: string): boolean {
  return transitive.has(phrase);
}

export function takesNoObject(phrase: string): boolean {
  return (
    intransitive.has(phrase) || /^(?:take part|come back|go ahead|go on|catch up|keep in touch|get in touch|work together|break down|speak up)$/.test(phrase)
  );
}

export function hasNoPassive(phrase: string): boolean {
  return withoutPassive.has(phrase);
}

export function takesInfinitive(phrase: string): boolean {
  return beforeInfinitive.has(headOf(phrase));
}

export function takesWith(phrase: string): boolean {
  return beforeWith.has(phrase);
}

/**
 * Where a pronoun goes in a verb phrase: `between` its halves (“switch it off”), or `after` it (“look at it”).
 */
export function placeOfPronoun(phrase: string): 'between' | 'after' {
  const [head = '', ...rest] = phrase.split(' ');
  const tail = rest.join(' ');
  if (rest.length === 0) return 'after';
  const isParticle = separableEverywhere.has(tail) || ((tail === 'on' || tail === 'in' || tail === 'over') && separableOn.has(head));
  return isParticle || separableWords.test(tail) || enclosesObject(phrase) ? 'between' : 'after';
}

/** Whether any object has to stand inside the phrase: “make the fault worse”, “put the call in the diary”. */
export function enclosesObject(phrase: string): boolean {
  const [head = '', ...rest] = phrase.split(' ');
  const tail = rest.join(' ');
  if (separableWords.test(tail)) return false;
  return results.test(tail) || (rest.length > 1 && movingVerbs.has(head) && isPreposition(rest[0] ?? ''));
}

/** The preposition that a verb phrase has where another verb has this one, empty for none; `undefined` where it is the same or unknown. */
export function prepositionFor(phrase: string, preposition: string): string | undefined {
  return objectPrepositions[phrase]?.[preposition];
}

/** Whether the phrase ends in a particle, so that it may stand before a noun with a hyphen: “a switched-off server”. */
export function endsInParticle(phrase: string): boolean {
  const words = phrase.split(' ');
  return words.length === 2 && (separableEverywhere.has(words[1] ?? '') || words[1] === 'on' || words[1] === 'in');
}

/** Whether the particle of a phrasal verb may stand after any object: “sign the plan off”. */
export function mayFollowObject(particle: string): boolean {
  return separableEverywhere.has(particle) || particle === 'onboard';
}

/** Whether the word may be the second half of a phrasal verb, or the first of a word like “onboard”. */
export function isParticle(key: string): boolean {
  return separableEverywhere.has(key) || prepositions.has(key) || key === 'around';
}

export function isPreposition(key: string): boolean {
  return prepositions.has(key);
}
