import { inflect } from '../../text/inflection.js';
import { listReadings } from '../../text/lemmas.js';
import { agreeWith, endsInHead, isMass, isPlural, makePlural, showsNumber, takesEitherNumber } from '../../text/number.js';
import { isFunctionWord } from '../../text/part-of-speech.js';
import { isPreposition } from '../../text/verbs.js';
import { capitalise, isCapitalised, type Word } from '../../text/words.js';
import { startsSentence } from '../analysis.js';
import { type Draft, findPossessive, isBeforeNoun, type Place, type Possessive, sentenceAround, wordAfter, wordBefore } from './place.js';

/** Gives a noun the number of the one it replaces, and makes what stands around it agree where it cannot. */
export function fitNoun(place: Place, replacement: string, draft: Draft): void {
  const { inflection, term } = place.match;
  draft.value = inflection === 'plural' && !isPlural(replacement) ? makePlural(replacement) : replacement;
  if (inflection === 'plural' && term.partOfSpeech === undefined && inflect(replacement, 'verb', 'thirdPerson') !== draft.value)
    draft.doubts.push('it may be a verb here');
  const wasPlural = readNumber(place);
  const nowPlural = takesEitherNumber(draft.value) ? wasPlural : isPlural(draft.value);
  if (wasPlural !== nowPlural) fitNumber(place, nowPlural ? 'plural' : 'singular', draft);
  else if (!nowPlural && isMass(draft.value) && !isMass(term.term) && findArticle(place) !== undefined) draft.doubts.push('“a” may not go before it');
  const owner = findPossessive(place, draft.end);
  if (owner !== undefined) fitPossessive(owner, draft);
  else if (inflection === 'base' && isBeforeOther(place, replacement, nowPlural && !wasPlural)) draft.doubts.push('it stands before another noun');
  if (inflection === 'base' && !nowPlural && needsArticle(place, replacement)) draft.doubts.push('it may need “the” before it');
  const next = wordAfter(place);
  // “A deep dive into” is a close look at.
  if (next?.key === 'into' || next?.key === 'upon') draft.doubts.push(`“${next.key}” may not follow it`);
}

/** Whether the noun that goes is several things here. The verb knows best: “data is”, “data are”. */
function readNumber(place: Place): boolean {
  const next = wordAfter(place);
  if (next !== undefined && isSubject(place)) {
    if (showsNumber(next.key, 'singular')) return false;
    if (showsNumber(next.key, 'plural')) return true;
  }
  return place.match.inflection === 'plural' || isPlural(place.match.term.term);
}

/** Whether the verb that follows is said of the noun: not in “the number of staff is”. */
function isSubject(place: Place): boolean {
  return !sentenceAround(place).before.slice(-3).some(isPreposition);
}

/** Whether another noun follows that the replacement cannot stand before: “partner groups”, but not “person affected groups”. */
function isBeforeOther(place: Place, replacement: string, becomesPlural: boolean): boolean {
  if (isBeforeNoun(place)) return !endsInHead(replacement) || replacement === 'use' || becomesPlural;
  // What a preposition ends is so hard to read before a noun that a mere chance counts.
  if (endsInHead(replacement)) return false;
  const next = wordAfter(place);
  // “took” and “failed” begin what is said of it.
  return next !== undefined && !isFunctionWord(next.key) && !next.key.endsWith('s') && !isPast(next.key);
}

function isPast(key: string): boolean {
  return listReadings(key).some(({ partOfSpeech, inflection }) => partOfSpeech === 'verb' && inflection === 'past');
}

/** Whether a name of a process (“Onboarding is easy”) is replaced by that of a thing, which does not open a sentence alone. */
function needsArticle(place: Place, replacement: string): boolean {
  const { analysis, match, isHeading } = place;
  if (isHeading === true || !startsSentence(analysis, match.span.start) || isMass(replacement) || isCapitalised(match.term.term)) return false;
  return /^(?:is|was|has|will)$/.test(wordAfter(place)?.key ?? '');
}

/** The `a` or `an` before the place, with at most one word between: “a broad skillset”. */
function findArticle(place: Place): { readonly article: Word; readonly firstAfter: Word } | undefined {
  if (wordBefore(place) === undefined) return undefined;
  const { words } = place.analysis;
  for (const index of [place.match.firstWord - 1, place.match.firstWord - 2]) {
    const article = words[index];
    const firstAfter = words[index + 1];
    if (article !== undefined && firstAfter !== undefined && /^an?$/.test(article.key)) return { article, firstAfter };
  }
  return undefined;
}

const saysSeveral = /^(?:these|those|many|few|fewer|several|both|two|three|four|five|six|seven|eight|nine|ten|\d+)$/;
const saysOne = /^(?:one|this|that|each|every|another|much|little|less)$/;

/** One thing becomes several, or the other way round: the article before and the verb after have to follow. */
function fitNumber(place: Place, number: 'singular' | 'plural', draft: Draft): void {
  const { text, analysis, match } = place;
  const next = wordAfter(place);
  const agreeing = next === undefined || !isSubject(place) ? undefined : agreeWith(next.key, number);
  if (next !== undefined && agreeing !== undefined) {
    draft.value = `${draft.value} ${agreeing}`;
    draft.end = next.end;
  }
  const { before, after } = sentenceAround(place);
  const [contradicts, other] = number === 'plural' ? ([saysOne, 'singular'] as const) : ([saysSeveral, 'plural'] as const);
  // “There is collateral”, “Has the collateral come?”
  const isAfterVerb = before.slice(-4).some((key, index) => showsNumber(key, other) && (index === 0 || !/^(?:ha|do)/.test(key)));
  const isContradicted =
    isAfterVerb ||
    before.slice(-4).some((key) => contradicts.test(key)) ||
    (isSubject(place) && after.slice(agreeing === undefined ? 0 : 1).some((key) => showsNumber(key, other)));
  if (isContradicted || (isSubject(place) && agreeing === undefined && next !== undefined && analysis.tagAt(match.lastWord + 1) === 'VERB')) {
    draft.doubts.push('the number changes');
    return;
  }
  const found = number === 'plural' ? findArticle(place) : undefined;
  if (found === undefined) return;
  // “a broad skillset” becomes “broad skills”.
  const kept = text.slice(found.firstAfter.start, match.span.start) + draft.value;
  draft.start = found.article.start;
  draft.value = isCapitalised(found.article.value) ? capitalise(kept) : kept;
}

/** The ’s of a singular or the ’ of a plural goes to the end of the noun, and only there. */
function fitPossessive({ apostrophe, hasS }: Possessive, draft: Draft): void {
  const endsInS = draft.value.endsWith('s');
  if (!endsInHead(draft.value) || (hasS && endsInS)) draft.doubts.push('the possessive may not fit');
  else if (!hasS && !endsInS) {
    draft.value = `${draft.value}${apostrophe}s`;
    draft.end += 1;
  }
}
