import type { TermMatch } from '../glossary/match.js';
import { takesAn } from '../text/article.js';
import { inflect } from '../text/inflection.js';
import { readPastForm } from '../text/part-of-speech.js';
import { isAllCapitals, isCapitalised } from '../text/words.js';
import { type BlockAnalysis, startsSentence } from './analysis.js';
import type { TextSuggestion } from './define-rule.js';

/** A term's replacements in the form the text needs: inflected, with its capitals and the right article before. */
export function suggestReplacements(
  text: string,
  analysis: BlockAnalysis,
  match: TermMatch,
  replacements: readonly string[],
  firstIsSafe: boolean,
): TextSuggestion[] {
  return replacements.map((replacement, index) => {
    const { value, isCertain } = inflectLike(replacement, analysis, match);
    const edit = fitToText(text, analysis, match, value);
    const isSafe = firstIsSafe && index === 0 && isCertain && !isCompared(analysis, match);
    return { title: `Use “${value}”`, safety: isSafe ? 'safe' : 'review', edits: [edit] };
  });
}

/** “More comprehensive” does not become “more full”: a comparison needs a person. */
function isCompared(analysis: BlockAnalysis, { firstWord, partOfSpeech }: TermMatch): boolean {
  return partOfSpeech === 'adjective' && /^(?:more|most|less|least|as|so|too|very|quite)$/.test(analysis.words[firstWord - 1]?.key ?? '');
}

function inflectLike(replacement: string, analysis: BlockAnalysis, match: TermMatch): { value: string; isCertain: boolean } {
  const { inflection, partOfSpeech } = match;
  if (inflection === 'base') return { value: replacement, isCertain: partOfSpeech !== 'verb' || !mayBePast(analysis, match) };
  if (inflection === 'plural' || partOfSpeech === 'noun') {
    const plural = inflect(replacement, 'noun', 'plural');
    const asVerb = inflect(replacement, 'verb', 'thirdPerson');
    return { value: plural, isCertain: match.term.partOfSpeech !== undefined || plural === asVerb };
  }
  if (inflection !== 'past')
    return { value: inflect(replacement, 'verb', inflection), isCertain: match.term.partOfSpeech !== undefined || inflection !== 'thirdPerson' };
  const before = analysis.words.slice(Math.max(0, match.firstWord - 4), match.firstWord).map((word) => word.key);
  const past = inflect(replacement, 'verb', 'past');
  const participle = inflect(replacement, 'verb', 'pastParticiple');
  return { value: readPastForm(before) === 'past' ? past : participle, isCertain: past === participle || before.length > 0 };
}

/** “We hit the ground running” may be today or yesterday; “we will hit” is not. */
function mayBePast(analysis: BlockAnalysis, { term, firstWord }: TermMatch): boolean {
  if (inflect(term.term, 'verb', 'past') !== term.term) return false;
  return !/^(?:to|will|would|can|could|shall|should|may|might|must|do|does|did|please|let's)$/.test(analysis.words[firstWord - 1]?.key ?? '');
}

/** The edit that puts `value` in the place of the match, with its capitals, and mends `a` or `an` before it. */
export function fitToText(
  text: string,
  analysis: BlockAnalysis,
  match: Pick<TermMatch, 'term' | 'span' | 'firstWord' | 'lastWord'>,
  value: string,
): { start: number; end: number; text: string } {
  const { start, end } = match.span;
  const written = text.slice(start, end);
  const isShouted = isAllCapitals(written) && written.length > 5;
  // A term with a capital of its own says nothing about its replacement; the start of a sentence does.
  const isCapital = isAllCapitals(written) || isCapitalised(match.term.term) ? startsSentence(analysis, start) : isCapitalised(written);
  const fitted = isShouted ? value.toUpperCase() : isCapital ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  const article = analysis.words[match.firstWord - 1];
  if (article === undefined || !/^an?$/i.test(article.value) || !/^\s+$/.test(text.slice(article.end, start))) return { start, end, text: fitted };
  const wanted = takesAn(fitted) ? 'an' : 'a';
  if (article.key === wanted) return { start, end, text: fitted };
  const capital = isCapitalised(article.value) ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
  return { start: article.start, end, text: `${capital}${text.slice(article.end, start)}${fitted}` };
}

/** The edit that leaves the match out, with one of the spaces around it and the comma after it. */
export function omitFromText(text: string, match: Pick<TermMatch, 'span'>): { start: number; end: number; text: string } {
  const { start, end } = match.span;
  const startsSentence = /(?:^|[.!?]\s+)$/.test(text.slice(Math.max(0, start - 8), start));
  const after = /^,?\s+/.exec(text.slice(end, end + 4))?.[0] ?? '';
  if (after !== '') {
    if (!startsSentence)
      return { start, end: end + (after.startsWith(',') && text.charAt(start - 2) !== ',' ? after.length : after.replace(/^,/, '').length), text: '' };
    const next = text.slice(end + after.length, end + after.length + 1);
    return { start, end: end + after.length + next.length, text: next.toUpperCase() };
  }
  const before = /\s+$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - before, end, text: '' };
}
