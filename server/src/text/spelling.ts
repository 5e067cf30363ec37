/**
 * British and American spelling. The pairs are the regular differences that dictionaries of both list; words that are
 * another word on the other side (tyre and tire, cheque and check, storey and story) are left out.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words in -ise that no spelling writes with a z. */
const alwaysIse = set(
  'advertise advise apprise arise chastise comprise compromise concise cruise bruise demise despise devise disguise enterprise excise exercise expertise ' +
    'franchise improvise incise likewise merchandise noise otherwise paradise poise praise precise premise promise raise revise rise supervise surmise ' +
    'surprise televise treatise turquoise wise reprise appraise malaise liaise anise braise chaise guise vise crosswise clockwise',
);

const ourStem =
  '(?:un|dis|mis|re)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|vap|vig)';
// “Honorary” and “laborious” have an o everywhere.
const british = new RegExp(`^(${ourStem})our(?=s?$|ed$|ings?$|it|able|ably|ers?$|hood|ful|less|al)`);
const american = new RegExp(`^(${ourStem})or(?=s?$|ed$|ings?$|it|able|ably|ers?$|hood|ful|less|al)`);

const ise = /^(.{3,})is(e[srd]?|ers|ing|ation|ations|ational|able)$/;
const ize = /^(.{3,})iz(e[srd]?|ers|ing|ation|ations|ational|able)$/;

const doubledL =
  /^(.*(?:travel|cancel|model|label|level|signal|channel|counsel|fuel|dial|tunnel|equal|initial|marvel|rival|pencil|panel|shovel|total))l(ed|ing|ings|er|ers)$/;
const singleL =
  /^(.*(?:travel|cancel|model|label|level|signal|channel|counsel|fuel|dial|tunnel|equal|initial|marvel|rival|pencil|panel|shovel|total))(ed|ing|ings|er|ers)$/;

/** British and American, whole words. Plural and verb endings are added by `withEndings`. */
const pairs: readonly (readonly [string, string])[] = [
  ['enrol', 'enroll'],
  ['enrols', 'enrolls'],
  ['fulfil', 'fulfill'],
  ['fulfils', 'fulfills'],
  ...withEndings(
    'centre:center theatre:theater metre:meter litre:liter fibre:fiber calibre:caliber kilometre:kilometer millimetre:millimeter centimetre:centimeter catalogue:catalog dialogue:dialog analogue:analog ' +
      'defence:defense offence:offense pretence:pretense programme:program grey:gray judgement:judgment acknowledgement:acknowledgment instalment:installment ' +
      'enrolment:enrollment fulfilment:fulfillment skilful:skillful wilful:willful jewellery:jewelry mould:mold plough:plow sceptic:skeptic sceptical:skeptical scepticism:skepticism ' +
      'manoeuvre:maneuver encyclopaedia:encyclopedia aluminium:aluminum cosy:cozy ageing:aging artefact:artifact adviser:advisor paediatric:pediatric orthopaedic:orthopedic anaesthetic:anesthetic ' +
      'analyse:analyze paralyse:paralyze catalyse:catalyze practise:practice licence:license',
  ),
];

function withEndings(list: string): [string, string][] {
  return list.split(' ').flatMap((pair): [string, string][] => {
    const [british = '', american = ''] = pair.split(':');
    const both = (a: string, b: string): [string, string] => [
      british.replace(/e?$/, (end) => (a.startsWith('e') || a === 'ing' ? '' : end) + a),
      american.replace(/e?$/, (end) => (b.startsWith('e') || b === 'ing' ? '' : end) + b),
    ];
    return [[british, american], both('s', 's'), both('ed', 'ed'), both('ing', 'ing')];
  });
}

// “Analyses” is the plural of a noun everywhere.
const americanOf: ReadonlyMap<string, string> = new Map(pairs.filter(([british]) => !british.endsWith('lyses')));
const britishOf: ReadonlyMap<string, string> = new Map(
  // The American word has both meanings, and only one of them is British for the other spelling.
  pairs
    .filter(([, american]) => !/^(?:meter|program|practi[cs]|licen[cs]|dialog|advisor|mold)/.test(american))
    .map(([british, american]) => [american, british]),
);

/** One spelling for a lower-case word, whichever of the two it is written in: `organise` and `organize` are both `organize`. */
export function toAmerican(word: string): string {
  const listed = americanOf.get(word);
  if (listed !== undefined) return listed;
  if (word.length < 5) return word;
  if (ise.test(word) && !alwaysIse.has(word.replace(ise, '$1ise'))) return word.replace(ise, '$1iz$2');
  if (british.test(word)) return word.replace(british, '$1or');
  return doubledL.test(word) ? word.replace(doubledL, '$1$2') : word;
}

function toBritish(word: string): string {
  const listed = britishOf.get(word);
  if (listed !== undefined) return listed;
  if (word.length < 5) return word;
  if (ize.test(word) && !/^(?:prize|seize|capsize|resize|downsize|oversize|maize)/.test(word)) return word.replace(ize, '$1is$2');
  if (american.test(word)) return word.replace(american, '$1our');
  return singleL.test(word) ? word.replace(singleL, '$1l$2') : word;
}

/** Writes the words of a phrase as a language spells them: `en-US`, or British for `en-GB` and `en-AU`. Plain `en` keeps them. */
export function spellFor(language: string, phrase: string): string {
  if (language === 'en') return phrase;
  const respell = language === 'en-US' ? toAmerican : toBritish;
  return phrase.replace(/\p{L}+/gu, (word) => {
    const lower = word.toLowerCase();
    const spelled = respell(lower);
    if (spelled === lower) return word;
    return word === lower ? spelled : word === word.toUpperCase() ? spelled.toUpperCase() : spelled.charAt(0).toUpperCase() + spelled.slice(1);
  });
}
