import type { TermMatch } from '../../glossary/match.js';
import { takesAn } from '../../text/article.js';
import { isFunctionWord } from '../../text/part-of-speech.js';
import { capitalise, isAllCapitals, isCapitalised } from '../../text/words.js';
import { type BlockAnalysis, sentenceOf, startsSentence } from '../analysis.js';
import { type Draft, type Place, wordEndingAt } from './place.js';

/** Gives the value the capitals of what it replaces: a title's, a shout's, those of a sentence's first word. */
export function fitCapitals({ text, analysis, match, isHeading }: Place, draft: Draft): void {
  if (draft.start !== match.span.start) return;
  const { start, end } = match.span;
  const written = text.slice(start, end);
  if (isAllCapitals(written) && !isAllCapitals(match.term.term) && (written.length > 5 || isShouted(analysis, match))) {
    draft.value = draft.value.toUpperCase();
    return;
  }
  const inner = analysis.words.slice(match.firstWord, match.lastWord + 1);
  const isTitle =
    inner.length > 1
      ? inner.every(({ value, key }) => isCapitalised(value) || isFunctionWord(key)) && isCapitalised(inner.at(-1)?.value ?? '')
      : isHeading === true && isCapitalised(written) && isTitleCase(analysis, match);
  // A term with a capital of its own says nothing about its replacement; the start of a sentence does.
  const ownCapital = isAllCapitals(written) || isCapitalised(match.term.term);
  if (isTitle && !isAllCapitals(written) && !isCapitalised(match.term.term))
    draft.value = draft.value.replace(/(?<=[\s-]|^)(?!(?:of|in|for|on|to|with|at|from|by|and|or|the|an?)\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
  if (ownCapital ? startsSentence(analysis, start) : isCapitalised(written)) draft.value = capitalise(draft.value);
}

/** Whether the whole sentence is in capitals, so that those of a short word are no acronym. */
function isShouted(analysis: BlockAnalysis, { firstWord }: TermMatch): boolean {
  const { words } = sentenceOf(analysis, firstWord);
  return words.length > 1 && words.every(({ value }) => value === value.toUpperCase());
}

/** Whether most words around, beside the first, begin with a capital. */
function isTitleCase({ words }: BlockAnalysis, { firstWord, lastWord }: TermMatch): boolean {
  const others = words.filter(({ key }, index) => (index < firstWord || index > lastWord) && index > 0 && !isFunctionWord(key));
  return others.length > 0 && others.filter(({ value }) => isCapitalised(value)).length > others.length / 2;
}

/** Mends `a` or `an` before the draft, for the words that follow it. */
export function fitArticle(place: Place, draft: Draft, following: string): void {
  if (draft.start > place.match.span.start) return;
  const article = wordEndingAt(place, draft.start);
  if (article === undefined || !/^an?$/.test(article.key)) return;
  const isShout = isShouted(place.analysis, place.match);
  const wanted = takesAn(isShout ? following.toLowerCase() : following) ? 'an' : 'a';
  if (article.key === wanted) return;
  const written = isShout ? wanted.toUpperCase() : isCapitalised(article.value) ? capitalise(wanted) : wanted;
  draft.value = `${written}${place.text.slice(article.end, draft.start)}${draft.value}`;
  draft.start = article.start;
}

/** “Use and use”, “about about”, “brought in in June”: what would stand twice. */
export function checkRepetition(place: Place, draft: Draft): void {
  const { text, analysis, match } = place;
  const { words } = analysis;
  const keys = draft.value.toLowerCase().split(/[\s-]+/);
  const first = keys[0];
  const last = keys.at(-1);
  const before = words[match.firstWord - 1];
  const after = words.slice(match.lastWord + 1, match.lastWord + 6).find(({ start }) => start >= draft.end);
  const repeatsBefore = before !== undefined && before.end <= draft.start && before.key === first && isJoint(text.slice(before.end, draft.start));
  const repeatsAfter = after !== undefined && after.key === last && isJoint(text.slice(draft.end, after.start));
  const joinsTwin = (joint: number, twin: number): boolean => keys.length === 1 && /^(?:and|or)$/.test(words[joint]?.key ?? '') && words[twin]?.key === first;
  // “A sketch, a wireframe or a prototype” has its sketch already.
  const isNear = keys.length === 1 && first !== undefined && !isFunctionWord(first) && nearbyKeys(analysis, match).includes(first);
  if (repeatsBefore || repeatsAfter || joinsTwin(match.firstWord - 1, match.firstWord - 2) || joinsTwin(match.lastWord + 1, match.lastWord + 2) || isNear)
    draft.doubts.push('a word would stand twice');
}

const nearby = 4;

/** Words of the same sentence close by. */
function nearbyKeys(analysis: BlockAnalysis, { firstWord, lastWord }: TermMatch): readonly string[] {
  const { words, first } = sentenceOf(analysis, firstWord);
  const [from, to] = [firstWord - first, lastWord - first + 1];
  return [...words.slice(Math.max(0, from - nearby), from), ...words.slice(to, to + nearby)].map(({ key }) => key);
}

/** What may be a name, and what is the long form of an acronym, only a person should touch. */
export function checkName({ text, analysis, match, isHeading }: Place, draft: Draft): void {
  const { start, end } = match.span;
  const written = text.slice(start, end);
  const isCapital = isCapitalised(written) && !isAllCapitals(written) && !isCapitalised(match.term.term);
  if (isCapital && isHeading !== true && !startsSentence(analysis, start) && !isTitleCase(analysis, match)) draft.doubts.push('it may be part of a name');
  if (/^\s\(\p{Lu}[\p{Lu}\d]+s?\)/u.test(text.slice(end, end + 12))) draft.doubts.push('its short form stands behind it');
}

function isJoint(gap: string): boolean {
  return /^\s*[/\s]\s*$/.test(gap);
}
