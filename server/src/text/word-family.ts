import { listForms } from './inflection.js';

/**
 * Words that a reader of `word` would know it by: its lemmas and other inflections, the word without the commonest
 * prefixes and suffixes, and each of these in British and American spelling. Some are no words at all: a word list
 * tells which are. The affixes are those of Bauer and Nation's third level (1993) that leave the meaning plain.
 */
export function listFamily(word: string): ReadonlySet<string> {
  const bare = word.replace(/'(?:s|ll|re|ve|d|m)$|n't$/, '');
  const family = new Set<string>([bare]);
  for (const base of listBases(bare)) family.add(base);
  for (const base of [...family]) for (const root of stripAffixes(base)) family.add(root);
  for (const form of listForms(bare, undefined)) family.add(form.text);
  for (const relative of [...family]) for (const spelling of listSpellings(relative)) family.add(spelling);
  family.delete(word);
  return family;
}

/**
 * Words whose meaning `word` builds on with an affix that adds some of its own: `standardise`, `adaptability`,
 * `cofounder`. Only a very common root makes such a word easy: a container is no help with “containerise”.
 */
export function listRoots(word: string): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const base of new Set([word, ...listBases(word)])) {
    const ends: [RegExp, readonly string[]][] = [
      [/(?<=.{3})i[sz](?:e|ation)$/, ['', 'e', 'y', 'ity']],
      [/(?<=.{3})ability$/, ['', 'e', 'able']],
      [/(?<=.{3})ity$/, ['', 'e']],
      [/(?<=.{3})(?:ment|ist|ish|y)$/, ['', 'e']],
      [/^(?:pre|co|inter|sub|over|under|out|multi|counter|micro|mid|super|bi)(?=.{4})/, ['']],
    ];
    for (const [affix, endings] of ends) if (affix.test(base)) for (const ending of endings) roots.add(base.replace(affix, ending));
  }
  for (const root of [...roots]) for (const base of listBases(root)) roots.add(base);
  for (const root of [...roots]) for (const spelling of listSpellings(root)) roots.add(spelling);
  return roots;
}

/** What the word would be if a letter stood twice, was left out where it is double, or changed places with its neighbour. */
export function listRespellings(word: string): readonly string[] {
  const spellings: string[] = [];
  for (let index = 1; index < word.length; index++) {
    const before = word.slice(0, index);
    const letter = word.charAt(index);
    const after = word.slice(index + 1);
    spellings.push(before + after, before + letter + letter + after);
    if (after !== '') spellings.push(before + after.charAt(0) + letter + after.slice(1));
  }
  return spellings;
}

/** What the word may be an inflection of. */
function listBases(word: string): string[] {
  const bases: string[] = [];
  const add = (suffix: RegExp, ...endings: readonly string[]): void => {
    if (suffix.test(word)) for (const ending of endings) bases.push(word.replace(suffix, ending));
  };
  add(/(?<=.{2})ies$/, 'y', 'ie');
  add(/(?<=(?:s|x|z|ch|sh|o))es$/, '');
  add(/(?<=.{2})ves$/, 'f', 'fe');
  add(/(?<=.{2}[^su])s$/, '');
  add(/(?<=.{2})ied$/, 'y');
  add(/(?<=.{2})ed$/, '', 'e');
  add(/(?<=.{2})ying$/, 'ie');
  add(/(?<=.{2})ing$/, '', 'e');
  add(/(?<=.)([bdfgklmnprtvz])\1(?:ed|ing|er|est)$/, '$1');
  // Comparison, and who or what does it: quicker, quickest, installer.
  add(/(?<=.{2})i(?:er|est)$/, 'y');
  add(/(?<=.{3})(?:er|est)s?$/, '', 'e');
  return bases;
}

function stripAffixes(word: string): string[] {
  const roots: string[] = [];
  const without = /^(?:un|re|non|mis)(?=.{4})/.exec(word)?.[0];
  if (without !== undefined) roots.push(word.slice(without.length), ...listBases(word.slice(without.length)));
  for (const stem of [word, ...roots]) {
    if (/.{3}ily$/.test(stem)) roots.push(stem.replace(/ily$/, 'y'));
    if (/.{3}ally$/.test(stem)) roots.push(stem.replace(/ally$/, ''));
    if (/.{3}ly$/.test(stem)) roots.push(stem.replace(/ly$/, ''), stem.replace(/ly$/, 'le'));
    if (/.{3}iness$/.test(stem)) roots.push(stem.replace(/iness$/, 'y'));
    if (/.{3}ness$/.test(stem)) roots.push(stem.replace(/ness$/, ''));
    if (/.{3}able$/.test(stem)) roots.push(stem.replace(/able$/, ''), stem.replace(/able$/, 'e'));
  }
  return roots;
}

/** British for American and the other way round, as patterns of where the two differ. */
const spellingPairs: readonly (readonly [RegExp, string])[] = [
  [/is(?=(?:e[drs]?|ing|ations?|able|ers?)$)/, 'iz'],
  [/iz(?=(?:e[drs]?|ing|ations?|able|ers?)$)/, 'is'],
  [/ys(?=(?:e[drs]?|ing)$)/, 'yz'],
  [/yz(?=(?:e[drs]?|ing)$)/, 'ys'],
  [/(?<=.{3})our(?=(?:s|ed|ing|ful|able|ite|ites|al|ly)?$)/, 'or'],
  [/(?<=.{3})or(?=(?:s|ed|ing|ful|able|ite|ites|al|ly)?$)/, 'our'],
  [/(?<=.{2}[bt])re(?=s?$)/, 'er'],
  [/(?<=.{2}[bt])er(?=s?$)/, 're'],
  [/ogue(?=s?$)/, 'og'],
  [/og(?=s?$)/, 'ogue'],
  [/ll(?=(?:ed|ing|ers?|ful|ment)?$)/, 'l'],
  [/(?<=[aeiou])l(?=(?:ed|ing|ers?|ful|ment)?$)/, 'll'],
  [/enc(?=es?$)/, 'ens'],
  [/ens(?=es?$)/, 'enc'],
  [/[ao]e/, 'e'],
  [/gement/, 'gment'],
];

function listSpellings(word: string): string[] {
  return spellingPairs.flatMap(([pattern, other]) => (pattern.test(word) ? [word.replace(pattern, other)] : []));
}

/** What all inflections of a word share, in one spelling, so that they can be counted together. It need not be a word. */
export function stemOf(word: string): string {
  return word
    .replace(/'s?$/, '')
    .replace(/(?<=.{2})(?:ies|ied|ying)$/, 'y')
    .replace(/(?<=.{2}(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=.{2}[^su])s$/, '')
    .replace(/(?<=.{2}[^eiouy])(?:ed|ing)$/, '')
    .replace(/(?<=.{2}[bdfgklmnprtvz])e$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/is$/, 'iz');
}
