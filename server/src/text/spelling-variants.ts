import type { Span } from '../model/span.js';
import { isAllCapitals, isCapitalised, type Word } from './words.js';

/** A word that has another spelling, in one of the two. */
export interface VariantSpelling {
  readonly span: Span;
  readonly written: string;
  /** The same for all forms and both spellings of a word: `organis` of `organizing`. */
  readonly word: string;
  /** Which of the two it is. */
  readonly style: string;
  /** The word in the other spelling, in the same form. */
  readonly other: string;
}

/** Endings that British and American English spell in two ways, with the stem that they stand behind. “Analyses” may be the noun. */
const endings: readonly { readonly pattern: RegExp; readonly from: string; readonly to: string }[] = [
  { pattern: /^(\p{L}{3,}i)s(e|es|ed|er|ers|ing|ation|ations|ational)$/u, from: 's', to: 'z' },
  { pattern: /^(\p{L}{3,}i)z(e|es|ed|er|ers|ing|ation|ations|ational)$/u, from: 'z', to: 's' },
  { pattern: /^(\p{L}{2,}ly)s(e|ed|er|ers|ing)$/u, from: 's', to: 'z' },
  { pattern: /^(\p{L}{2,}ly)z(e|ed|er|ers|ing)$/u, from: 'z', to: 's' },
];

/** Other words with two spellings, British first. Their inflections are added at the end. */
const pairs: readonly (readonly [string, string])[] = [
  ['adviser', 'advisor'],
  ['behaviour', 'behavior'],
  ['cancelled', 'canceled'],
  ['cancelling', 'canceling'],
  ['catalogue', 'catalog'],
  ['centre', 'center'],
  ['colour', 'color'],
  ['defence', 'defense'],
  ['enrolment', 'enrollment'],
  ['favour', 'favor'],
  ['favourite', 'favorite'],
  ['fibre', 'fiber'],
  ['fulfil', 'fulfill'],
  ['grey', 'gray'],
  ['labelled', 'labeled'],
  ['labelling', 'labeling'],
  ['labour', 'labor'],
  ['modelling', 'modeling'],
  ['neighbour', 'neighbor'],
  ['offence', 'offense'],
  ['theatre', 'theater'],
  ['travelled', 'traveled'],
  ['travelling', 'traveling'],
  ['web site', 'website'],
  ['web page', 'webpage'],
  ['home page', 'homepage'],
  ['help desk', 'helpdesk'],
  ['data set', 'dataset'],
  ['data base', 'database'],
  ['file name', 'filename'],
  ['user name', 'username'],
  ['code base', 'codebase'],
  ['road map', 'roadmap'],
  ['time line', 'timeline'],
  ['work flow', 'workflow'],
  ['life cycle', 'lifecycle'],
  ['smart phone', 'smartphone'],
  ['cell phone', 'cellphone'],
];

/** Spellings by their lower-case words: of `["web", "site"]` by `web site`. */
const listed: ReadonlyMap<string, Pick<VariantSpelling, 'word' | 'style' | 'other'>> = new Map(
  pairs.flatMap(([british, american]) =>
    ['', 's'].flatMap((ending): [string, Pick<VariantSpelling, 'word' | 'style' | 'other'>][] => [
      [british + ending, { word: british, style: 'first', other: american + ending }],
      [american + ending, { word: british, style: 'second', other: british + ending }],
    ]),
  ),
);

/** First words of those that are two words in one of their spellings. */
const openFirsts: ReadonlySet<string> = new Set(pairs.flatMap(([first]) => (first.includes(' ') ? [first.replace(/ .*/, '')] : [])));

/** What every word with one of `endings` has: asked first, because most words have none. */
const hasEnding = /[iy][sz](?:e|ing|a)/;

// “Re-sign” and “resign”, “re-cover” and “recover” are two words each, and so may others be.
const openPrefixes = /^(?:re|un|pre|de)$/;
// The second half of an address or a file name.
const suffix = /^(?:io|js|py|md|org|com|net|uk|dev|app)$/;

/**
 * Finds the words of some texts that are spelled in one of two ways: `organise`, `e-mail`. A hyphenated word counts where the
 * same texts also have it in one piece. Names keep their own spelling.
 */
export function listVariantSpellings(texts: readonly { readonly text: string; readonly words: readonly Word[] }[]): VariantSpelling[][] {
  // By the word in one piece, how many letters stand before the hyphen.
  const hyphenated = new Map<string, number>();
  for (const { text, words } of texts) {
    if (!text.includes('-') && !text.includes('‑')) continue;
    for (const [index, word] of words.entries()) {
      const next = words[index + 1];
      if (next !== undefined && isCompound(text, word, next)) hyphenated.set(singular(word.key + next.key), word.key.length);
    }
  }
  return texts.map(({ text, words }) => {
    const spellings: VariantSpelling[] = [];
    for (const [index, word] of words.entries()) {
      // Most words have one spelling: they are passed over before anything else is asked.
      if (!isHyphen(text.charAt(word.end)) && !hasVariant(word.key, hyphenated)) continue;
      const spelling = isName(text, words, index) ? undefined : readSpelling(text, words, index, hyphenated);
      if (spelling !== undefined) spellings.push(spelling);
    }
    return spellings;
  });
}

function hasVariant(key: string, hyphenated: ReadonlyMap<string, number>): boolean {
  if (key.length < 4) return openFirsts.has(key);
  if (listed.has(key) || openFirsts.has(key) || hyphenated.has(key) || (key.endsWith('s') && hyphenated.has(key.slice(0, -1)))) return true;
  return key.length > 5 && hasEnding.test(key);
}

function readSpelling(text: string, words: readonly Word[], index: number, hyphenated: ReadonlyMap<string, number>): VariantSpelling | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  const next = words[index + 1];
  const written = text.slice(word.start, word.end);
  if (next !== undefined && isCompound(text, word, next)) {
    if (isName(text, words, index + 1)) return undefined;
    const solid = word.key + next.key;
    return { span: { start: word.start, end: next.end }, written: text.slice(word.start, next.end), word: singular(solid), style: 'hyphen', other: solid };
  }
  if (isHyphenBeside(text, word)) return undefined;
  const apart = next !== undefined && openFirsts.has(word.key) && text.slice(word.end, next.start) === ' ' ? listed.get(`${word.key} ${next.key}`) : undefined;
  if (next !== undefined && apart !== undefined && !isHyphenBeside(text, next))
    return { ...apart, span: { start: word.start, end: next.end }, written: text.slice(word.start, next.end) };
  const single = listed.get(word.key);
  if (single !== undefined) return { ...single, span: { start: word.start, end: word.end }, written };
  const head = hyphenated.get(singular(word.key));
  if (head !== undefined) {
    const other = `${word.key.slice(0, head)}-${word.key.slice(head)}`;
    return { span: { start: word.start, end: word.end }, written, word: singular(word.key), style: 'solid', other };
  }
  for (const { pattern, from, to } of endings) {
    const [, stem, ending] = pattern.exec(word.key) ?? [];
    if (stem !== undefined && ending !== undefined)
      return { span: { start: word.start, end: word.end }, written, word: stem, style: from, other: stem + to + ending };
  }
  return undefined;
}

/** Whether the word and the next are two halves of one in two pieces, with no third: `e-mail`, not `end-to-end`. */
function isCompound(text: string, word: Word, next: Word): boolean {
  if (next.start - word.end !== 1 || !isHyphen(text.charAt(word.end))) return false;
  if (openPrefixes.test(word.key) || suffix.test(next.key)) return false;
  if (!/^\p{L}+$/u.test(word.key) || !/^\p{L}{2,}$/u.test(next.key)) return false;
  return !/[-‐‑/_.@#]/.test(text.charAt(word.start - 1)) && !/^(?:[-‐‑/_@]|\.\p{L})/u.test(text.slice(next.end, next.end + 2));
}

function isHyphen(character: string): boolean {
  return character === '-' || character === '‑';
}

function isHyphenBeside(text: string, { start, end }: Span): boolean {
  return /[-‐‑/_@\\]/.test(text.charAt(start - 1) + text.charAt(end));
}

/** A capital inside a sentence, or capitals only, make a name; it is spelled as its owner does. */
function isName(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !isCapitalised(word.value)) return false;
  if (isAllCapitals(word.value)) return true;
  const before = text.slice(Math.max(0, word.start - 12), word.start).trimEnd();
  const isStart = before === '' || /[.!?:•\u2028]["”’)]*$/u.test(before);
  return !isStart || isCapitalised(words[index + 1]?.value ?? '');
}

function singular(key: string): string {
  return /[^s]s$/.test(key) ? key.slice(0, -1) : key;
}
