import { endsInHead } from '../../text/number.js';
import { isPreposition } from '../../text/verbs.js';
import { startsSentence } from '../analysis.js';
import { type Draft, isBeforeNoun, type Place, wordAfter, wordBefore } from './place.js';

const quantifier = /^(?:most|many|several|some|all|few|a few|enough|more|less|half|part)$/;
const definite = /^(?:the|these|those|this|that|our|your|their|its|his|her|my|them|us|it|you)$/;
const modal = /^(?:can|could|must|may|might|should|will|would)$/;

/** Adds the `of` that a quantifier needs, and checks what changes its meaning with its place. */
export function fitPhrase(place: Place, draft: Draft): void {
  const before = wordBefore(place);
  const next = wordAfter(place);
  if (next !== undefined && quantifier.test(draft.value) && definite.test(next.key)) draft.value += ' of';
  if (modal.test(draft.value) && before !== undefined && (modal.test(before.key) || /^(?:to|shall|not)$/.test(before.key)))
    draft.doubts.push(`it may not follow “${before.value}”`);
  if (mayMeanOther(place, draft.value)) draft.doubts.push('it may mean something else here');
  const { term, span } = place.match;
  // An entry that names no part of speech may be a noun here.
  if (term.partOfSpeech === undefined && !endsInHead(draft.value) && isBeforeNoun(place)) draft.doubts.push('it stands before a noun');
  if (draft.value === 'about' && term.partOfSpeech === 'phrase' && startsSentence(place.analysis, span.start)) draft.doubts.push('it opens the sentence');
}

function mayMeanOther(place: Place, value: string): boolean {
  const { term } = place.match;
  const next = wordAfter(place);
  // “Up to the team” is theirs to choose, “up to five” is at most five.
  if (/(?:^| )to$/.test(value) && term.term.endsWith(' to') && /^(?:the|an?|this|that|our|your)$/.test(next?.key ?? '')) return true;
  if (/^(?:almost|nearly|about|very|quite)$/.test(value)) return next === undefined;
  const isConjunction = /^(?:if|unless|because|although|while)$/.test(value);
  return isConjunction && term.partOfSpeech === 'phrase' && (next === undefined || isPreposition(next.key));
}
