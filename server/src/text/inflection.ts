import type { PartOfSpeech } from './part-of-speech.js';

/** The grammatical form of a term in a text. */
export type Inflection = 'base' | 'thirdPerson' | 'past' | 'pastParticiple' | 'presentParticiple' | 'plural';

/** Past and participle where they are not made with -ed. One value when both are the same. */
const irregularVerbs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    be: 'was been',
    become: 'became become',
    begin: 'began begun',
    bend: 'bent',
    bet: 'bet',
    bind: 'bound',
    bite: 'bit bitten',
    blow: 'blew blown',
    break: 'broke broken',
    bring: 'brought',
    build: 'built',
    burn: 'burned',
    buy: 'bought',
    catch: 'caught',
    choose: 'chose chosen',
    come: 'came come',
    cost: 'cost',
    cut: 'cut',
    deal: 'dealt',
    dig: 'dug',
    do: 'did done',
    draw: 'drew drawn',
    drink: 'drank drunk',
    drive: 'drove driven',
    eat: 'ate eaten',
    fall: 'fell fallen',
    feed: 'fed',
    feel: 'felt',
    fight: 'fought',
    find: 'found',
    fit: 'fitted',
    fly: 'flew flown',
    forget: 'forgot forgotten',
    get: 'got',
    give: 'gave given',
    go: 'went gone',
    grow: 'grew grown',
    hang: 'hung',
    have: 'had',
    hear: 'heard',
    hide: 'hid hidden',
    hit: 'hit',
    hold: 'held',
    keep: 'kept',
    know: 'knew known',
    lay: 'laid',
    lead: 'led',
    learn: 'learned',
    leave: 'left',
    lend: 'lent',
    let: 'let',
    lose: 'lost',
    make: 'made',
    mean: 'meant',
    meet: 'met',
    pay: 'paid',
    put: 'put',
    quit: 'quit',
    read: 'read',
    ride: 'rode ridden',
    ring: 'rang rung',
    rise: 'rose risen',
    run: 'ran run',
    say: 'said',
    see: 'saw seen',
    sell: 'sold',
    send: 'sent',
    set: 'set',
    shake: 'shook shaken',
    show: 'showed shown',
    shut: 'shut',
    sing: 'sang sung',
    sink: 'sank sunk',
    sit: 'sat',
    sleep: 'slept',
    speak: 'spoke spoken',
    spend: 'spent',
    spin: 'spun',
    split: 'split',
    spread: 'spread',
    stand: 'stood',
    steal: 'stole stolen',
    stick: 'stuck',
    sweep: 'swept',
    swim: 'swam swum',
    swing: 'swung',
    take: 'took taken',
    teach: 'taught',
    tear: 'tore torn',
    tell: 'told',
    think: 'thought',
    throw: 'threw thrown',
    wake: 'woke woken',
    wear: 'wore worn',
    win: 'won',
    write: 'wrote written',
    broadcast: 'broadcast',
    forego: 'forewent foregone',
    shrink: 'shrank shrunk',
    arise: 'arose arisen',
    seek: 'sought',
    strive: 'strove striven',
    bear: 'bore borne',
    beat: 'beat beaten',
    bid: 'bid',
    bleed: 'bled',
    breed: 'bred',
    burst: 'burst',
    cast: 'cast',
    cling: 'clung',
    creep: 'crept',
    flee: 'fled',
    forbid: 'forbade forbidden',
    forgive: 'forgave forgiven',
    freeze: 'froze frozen',
    grind: 'ground',
    hurt: 'hurt',
    light: 'lit',
    prove: 'proved',
    proofread: 'proofread',
    shed: 'shed',
    shine: 'shone',
    shoot: 'shot',
    slide: 'slid',
    sling: 'slung',
    speed: 'sped',
    spring: 'sprang sprung',
    sting: 'stung',
    strike: 'struck',
    swear: 'swore sworn',
    swell: 'swelled swollen',
    tread: 'trod trodden',
    weave: 'wove woven',
    weep: 'wept',
    wind: 'wound',
    wring: 'wrung',
    sunset: 'sunset',
  }),
);

/** Put before an irregular verb, these leave it irregular: rebuild, undertake, foresee. */
const prefixes = /^(?:under|re|un|over|out|mis|fore|with|up|off|pre|counter)(?=.{2})/;

// They only look like a prefix and an irregular verb.
const regularVerbs = new Set(['relay', 'outfit', 'refit']);

function findIrregularVerb(word: string): readonly [past: string, participle: string] | undefined {
  const listed = irregularVerbs.get(word);
  const prefix = listed === undefined && !regularVerbs.has(word) ? prefixes.exec(word)?.[0] : undefined;
  const forms = listed ?? (prefix === undefined ? undefined : irregularVerbs.get(word.slice(prefix.length)));
  if (forms === undefined) return undefined;
  const [past = '', participle = past] = forms.split(' ');
  return [(prefix ?? '') + past, (prefix ?? '') + participle];
}

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    person: 'people',
    child: 'children',
    man: 'men',
    woman: 'women',
    foot: 'feet',
    tooth: 'teeth',
    criterion: 'criteria',
    phenomenon: 'phenomena',
    analysis: 'analyses',
    basis: 'bases',
    crisis: 'crises',
    hypothesis: 'hypotheses',
    synthesis: 'syntheses',
    index: 'indexes',
    medium: 'media',
    datum: 'data',
    life: 'lives',
    half: 'halves',
    shelf: 'shelves',
    knife: 'knives',
    leaf: 'leaves',
    self: 'selves',
    wife: 'wives',
    thief: 'thieves',
    wolf: 'wolves',
    loaf: 'loaves',
    calf: 'calves',
    mouse: 'mice',
    goose: 'geese',
    ox: 'oxen',
    axis: 'axes',
    diagnosis: 'diagnoses',
    thesis: 'theses',
    parenthesis: 'parentheses',
    emphasis: 'emphases',
    stimulus: 'stimuli',
    curriculum: 'curricula',
    memorandum: 'memoranda',
    addendum: 'addenda',
    bacterium: 'bacteria',
    matrix: 'matrices',
    appendix: 'appendices',
    vertex: 'vertices',
    quiz: 'quizzes',
  }),
);

// Second plurals that readers meet as often as the first.
const otherPlurals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    indices: 'index',
    appendixes: 'appendix',
    matrixes: 'matrix',
    curriculums: 'curriculum',
    formulae: 'formula',
    fora: 'forum',
    persons: 'person',
  }),
);

// British past forms in -t, beside the ones in -ed.
const otherPasts: Readonly<Record<string, string>> = {
  learnt: 'learn',
  burnt: 'burn',
  spelt: 'spell',
  dreamt: 'dream',
  leapt: 'leap',
  spilt: 'spill',
  spoilt: 'spoil',
  leant: 'lean',
  proven: 'prove',
  gotten: 'get',
  lighted: 'light',
  fit: 'fit',
};

/** Nouns that have no plural, or are one already: nothing is added to them. */
const uncountable = new Set(
  'software hardware middleware firmware malware ransomware spending funding planning testing hosting billing monitoring reporting information equipment staff advice help work money time training support news data metadata feedback progress research knowledge access people series species means headquarters'.split(
    ' ',
  ),
);

/** What an irregular form is a form of: `began` is the past of `begin`, `people` the plural of `person`. */
export function listIrregular(word: string): { lemma: string; partOfSpeech: 'verb' | 'noun'; inflection: Exclude<Inflection, 'base'> }[] {
  const readings: { lemma: string; partOfSpeech: 'verb' | 'noun'; inflection: Exclude<Inflection, 'base'> }[] = [];
  const prefix = prefixes.exec(word)?.[0] ?? '';
  for (const start of new Set(['', prefix])) {
    for (const { lemma, inflection } of irregularForms.get(word.slice(start.length)) ?? []) {
      const whole = start + lemma;
      if (start === '' || (findIrregularVerb(whole) !== undefined && !irregularVerbs.has(whole)))
        readings.push({ lemma: whole, partOfSpeech: 'verb', inflection });
    }
  }
  const plural = irregularSingulars.get(word) ?? otherPlurals.get(word);
  if (plural !== undefined) readings.push({ lemma: plural, partOfSpeech: 'noun', inflection: 'plural' });
  return readings;
}

const irregularForms = groupForms();
const irregularSingulars: ReadonlyMap<string, string> = new Map([...irregularPlurals].map(([singular, plural]) => [plural, singular]));

function groupForms(): ReadonlyMap<string, readonly { readonly lemma: string; readonly inflection: Exclude<Inflection, 'base'> }[]> {
  const forms = new Map<string, { lemma: string; inflection: Exclude<Inflection, 'base'> }[]>();
  const add = (form: string, lemma: string, inflection: Exclude<Inflection, 'base'>): void => {
    const known = forms.get(form);
    if (known === undefined) forms.set(form, [{ lemma, inflection }]);
    else known.push({ lemma, inflection });
  };
  for (const [lemma, value] of irregularVerbs) {
    const [past = '', participle = past] = value.split(' ');
    add(past, lemma, 'past');
    if (participle !== past) add(participle, lemma, 'pastParticiple');
  }
  for (const [form, lemma] of Object.entries(otherPasts)) add(form, lemma, /^(?:proven|gotten)$/.test(form) ? 'pastParticiple' : 'past');
  add('is', 'be', 'thirdPerson');
  add('has', 'have', 'thirdPerson');
  return forms;
}

/** Two-syllable verbs stressed at the end, whose last consonant doubles: refer, referred. */
const doubling = /(?:^|[^aeiou]|qu)(?:[aeiouy])(?:[bdgmnprt])$/;
const doublingLong = new Set(
  'concur debug program refer prefer transfer confer defer occur incur recur admit commit permit submit omit emit begin forget regret control equip upset reset input format kidnap unplug rebut allot sunset offset output'.split(
    ' ',
  ),
);
const singleSyllable = /^[^aeiouy]*(?:qu)?[aeiouy][^aeiouy]$/;

/** Third person: fix, fixes; try, tries. The same spelling rule makes a regular plural. */
function addS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:^|[^aeiou])(?:go|do)$|(?:ech|et|er|ot|at)o$/.test(word) && !/photo$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function doubled(word: string): string {
  const isDoubled = doublingLong.has(word) || (singleSyllable.test(word) && doubling.test(word));
  // British spelling doubles a final l after one vowel letter: cancelled, travelling.
  const isDoubledL = (/[^aeiou][aeiou]l$/.test(word) && word.length > 3) || /(?:^dial|trial|initial|fuel)$/.test(word);
  return isDoubled || isDoubledL ? word + word.slice(-1) : word;
}

function addEd(word: string): string {
  if (word.endsWith('e')) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  return `${doubled(word)}ed`;
}

function addIng(word: string): string {
  if (word === 'be') return 'being';
  if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(word) && word !== 'singe') return `${word.slice(0, -1)}ing`;
  return `${doubled(word)}ing`;
}

function inflectVerb(word: string, inflection: Inflection): string {
  const [past, participle] = findIrregularVerb(word) ?? [];
  switch (inflection) {
    case 'thirdPerson':
      return word === 'be' ? 'is' : word === 'have' ? 'has' : addS(word);
    case 'past':
      return past ?? addEd(word);
    case 'pastParticiple':
      return participle ?? addEd(word);
    case 'presentParticiple':
      return addIng(word);
    default:
      return word;
  }
}

function inflectNoun(word: string, inflection: Inflection): string {
  const lower = word.toLowerCase();
  if (inflection !== 'plural' || uncountable.has(lower) || /.ics$/.test(lower)) return word;
  if (/^[\p{Lu}\d&]{2,}$/u.test(word)) return `${word}s`;
  return irregularPlurals.get(lower) ?? addS(word);
}

/** A phrase split around the word that carries its inflection. */
interface Head {
  readonly before: string;
  readonly head: string;
  readonly after: string;
}

// Words that follow the noun they describe: “people affected”.
const afterNoun = '(?:affected|involved|concerned|responsible|needed|required|available)';

/** Splits a phrase at the word that bends: a verb phrase's first word, a noun phrase's head. */
function splitAtHead(phrase: string, partOfSpeech: PartOfSpeech): Head {
  if (partOfSpeech === 'verb') {
    // “log-on” bends its first half, “double-check” its last.
    const match = /^()([^\s-]+)(-(?:off|in|out|up|on|down|back|over)\b.*)$/su.exec(phrase) ?? /^((?:[^\s-]+-)*)([^\s-]+)(.*)$/su.exec(phrase);
    return { before: match?.[1] ?? '', head: match?.[2] ?? phrase, after: match?.[3] ?? '' };
  }
  // The head of “point of contact” stands before the preposition.
  const match = nounPhrase.exec(phrase);
  return { before: match?.[1] ?? '', head: match?.[2] ?? phrase, after: match?.[3] ?? '' };
}

const nounPhrase = new RegExp(`^(.*?)([^\\s-]+)((?:\\s(?:(?:as|of|in|for|on|to|with|at|from|by|between|that|who|which)(?:\\s.*)?|${afterNoun}))?)$`, 'su');

/** Where the word that bends stands in a phrase. */
export function findHead(phrase: string, partOfSpeech: 'verb' | 'noun'): { readonly start: number; readonly end: number } {
  // Most terms are one word, and need no pattern.
  if (!/[\s-]/.test(phrase)) return { start: 0, end: phrase.length };
  const { before, head } = splitAtHead(phrase, partOfSpeech);
  return { start: before.length, end: before.length + head.length };
}

// “plan and run” bends both its verbs.
const twoVerbs = /^(\p{L}+) (and|or) (?!(?:forth|out|down|up|on|off|over|back|about|again)\b)(\p{L}+)((?:\s.*)?)$/u;

/** Where the second verb of a pair stands that bends with the first: “slice and dice”. */
export function findTwinVerb(phrase: string): number | undefined {
  const [, first = '', conjunction = ''] = twoVerbs.exec(phrase) ?? [];
  return first === '' ? undefined : first.length + conjunction.length + 2;
}

/** Puts a word or phrase, given as lemma, into a form: (`use`, `verb`, `presentParticiple`) is `using`. */
export function inflect(phrase: string, partOfSpeech: PartOfSpeech, inflection: Inflection): string {
  if (inflection === 'base' || (partOfSpeech !== 'verb' && partOfSpeech !== 'noun')) return phrase;
  const pair = partOfSpeech === 'verb' ? twoVerbs.exec(phrase) : null;
  if (pair !== null) return `${inflectVerb(pair[1] ?? '', inflection)} ${pair[2]} ${inflectVerb(pair[3] ?? '', inflection)}${pair[4]}`;
  const { before, head, after } = splitAtHead(phrase, partOfSpeech);
  return before + (partOfSpeech === 'verb' ? inflectVerb(head, inflection) : inflectNoun(head, inflection)) + after;
}

/** A spelling that a term can take, and what it then is. */
export interface InflectedForm {
  readonly text: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly inflection: Inflection;
}

const verbForms = ['thirdPerson', 'past', 'pastParticiple', 'presentParticiple'] as const;

/** Every form of a lemma. Without a part of speech the word may be a noun, a verb or fixed, so all of those. */
export function listForms(lemma: string, partOfSpeech: PartOfSpeech | undefined): InflectedForm[] {
  const forms: InflectedForm[] = [{ text: lemma, partOfSpeech: partOfSpeech ?? 'phrase', inflection: 'base' }];
  if (partOfSpeech === 'verb' || partOfSpeech === undefined) {
    for (const inflection of verbForms) {
      const text = inflect(lemma, 'verb', inflection);
      if (inflection !== 'pastParticiple' || text !== inflect(lemma, 'verb', 'past')) forms.push({ text, partOfSpeech: 'verb', inflection });
      // American spelling keeps the single l: canceled.
      if (/[^l]l$/.test(splitAtHead(lemma, 'verb').head) && /ll(?:ed|ing)/.test(text))
        forms.push({ text: text.replace(/ll(ed|ing)/, 'l$1'), partOfSpeech: 'verb', inflection });
    }
  }
  if (partOfSpeech === 'noun' || partOfSpeech === undefined) {
    const plural = inflect(lemma, 'noun', 'plural');
    if (plural !== lemma) forms.push({ text: plural, partOfSpeech: 'noun', inflection: 'plural' });
  }
  return forms;
}
