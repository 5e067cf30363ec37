import { listForms } from './inflection.js';
import { listReadings } from './lemmas.js';
import { spellFor, toAmerican } from './spelling.js';

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

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** What the word would be with one letter more or less, or with two neighbours changed around; its first letter stays. */
export function listRespellings(word: string): readonly string[] {
  const spellings: string[] = [];
  for (let index = 1; index < word.length; index++) {
    const before = word.slice(0, index);
    const letter = word.charAt(index);
    const after = word.slice(index + 1);
    spellings.push(before + after);
    for (const missing of letters) spellings.push(before + missing + letter + after);
    if (after !== '') spellings.push(before + after.charAt(0) + letter + after.slice(1));
  }
  return spellings;
}

/** What the word may be an inflection of, comparison included, and who or what does it: quicker, quickest, installer. */
function listBases(word: string): string[] {
  const bases = listReadings(word).map(({ lemma }) => lemma);
  if (/.{3}(?:er|est)s?$/.test(word)) {
    const stem = word.replace(/(?:er|est)s?$/, '');
    bases.push(stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/([bdgmnprt])\1$/, '$1'));
  }
  // Made of a noun, as in “long-winded” and “like-minded”.
  if (/.{3}ed$/.test(word)) bases.push(word.slice(0, -2), word.slice(0, -1));
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
    for (const ending of ['', 'e', 'able']) if (/.{3}ab(?:le|ility)$/.test(stem)) roots.push(stem.replace(/ab(?:le|ility)$/, ending));
  }
  return roots;
}

function listSpellings(word: string): readonly string[] {
  return [toAmerican(word), spellFor('en-GB', word)];
}

/** What all inflections of a word share, in one spelling, so that they can be counted together. It need not be a word. */
export function stemOf(word: string): string {
  return toAmerican(word.replace(/'s?$/, ''))
    .replace(/(?<=.{2})(?:ies|ied|ying)$/, 'y')
    .replace(/(?<=.{2}(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=.{2}[^su])s$/, '')
    .replace(/(?<=.{2}[^eiouy])(?:ed|ing)$/, '')
    .replace(/(?<=.{2}[bdfgklmnprtvz])e$/, '')
    .replace(/([bdgmnprt])\1$/, '$1');
}
