import { compare } from '../../text/number.js';
import { isPreposition } from '../../text/verbs.js';
import { capitalise, isAllCapitals, isCapitalised } from '../../text/words.js';
import { type Draft, isBeforeNoun, type Place, wordAfter, wordBefore } from './place.js';

/** Compares an adjective where the one it replaces is compared, and checks that it can stand where that one stands. */
export function fitAdjective(place: Place, draft: Draft): void {
  const before = wordBefore(place);
  const degree = before?.key === 'more' || before?.key === 'most' ? before.key : undefined;
  if (isPhraseBehindNoun(draft.value) && isBeforeNoun(place)) draft.doubts.push('it stands before a noun');
  if (degree !== undefined && isSharedDegree(place)) draft.doubts.push(`“${before?.value}” belongs to both words`);
  if (before !== undefined && degree !== undefined && !draft.value.includes(' ')) {
    const compared = compare(draft.value, degree);
    if (compared === undefined) return;
    draft.value = isAllCapitals(before.value) ? compared.toUpperCase() : isCapitalised(before.value) ? capitalise(compared) : compared;
    draft.start = before.start;
    return;
  }
  if (/^an?$/.test(before?.key ?? '') && /^(?:best|worst|most|least)\b/.test(draft.value)) draft.doubts.push('“a” may not go before it');
  if (mayBeAdverb(place)) draft.doubts.push('it may say how something is done');
}

/** Whether the “more” before the place says something of another word too: “more and more agile”, “more agile and open”, “more agile, open teams”. */
function isSharedDegree(place: Place): boolean {
  const { text, analysis, match } = place;
  if (/^(?:and|or)$/.test(wordAfter(place)?.key ?? '') || analysis.words[match.firstWord - 2]?.key === 'and') return true;
  return text.charAt(match.span.end) === ',' && analysis.tagAt(match.lastWord + 1) === 'ADJ';
}

/** Whether an adjective of several words goes behind its noun: “safe to use”, but not “very old” or “well known”. */
function isPhraseBehindNoun(value: string): boolean {
  return value.includes(' ') && !/^(?:very|more|most|less|least|well|\p{L}+ly)\s/u.test(value);
}

/** “Tested the app end to end” says how, and an adjective cannot. */
function mayBeAdverb(place: Place): boolean {
  const { analysis, match } = place;
  const next = wordAfter(place);
  if (match.firstWord === match.lastWord || wordBefore(place) === undefined || (next !== undefined && !isPreposition(next.key))) return false;
  const tag = analysis.tagAt(match.firstWord - 1);
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON';
}
