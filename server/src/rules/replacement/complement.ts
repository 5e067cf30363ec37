import { OPAQUE } from '../../model/block.js';
import { beginsNounPhrase } from '../../text/part-of-speech.js';
import { headOf, isPreposition, needsObject, prepositionFor, takesInfinitive, takesNoObject, takesWith } from '../../text/verbs.js';
import { isCapitalised, type Word } from '../../text/words.js';
import { type Draft, type Place, sentenceAround, wordAfter } from './place.js';

/** “Reach out to us” is “contact us”, and “get in touch with us”. Returns whether it was so. */
export function mendPreposition(place: Place, replacement: string, draft: Draft): boolean {
  const { analysis, match } = place;
  const next = wordAfter(place);
  if (isBeforeTime(place)) return false;
  const preposition = next === undefined ? undefined : prepositionFor(replacement, next.key);
  const object = analysis.words[match.lastWord + 2];
  if (next === undefined || preposition === undefined || object === undefined) return false;
  const tag = analysis.tagAt(match.lastWord + 2);
  // “Reach out to discuss it” says what for.
  const isObject = beginsNounPhrase(object.key) || tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON';
  if (!isObject || !/^\s+$/.test(place.text.slice(next.end, object.start))) return false;
  draft.value = preposition === '' ? draft.value : `${draft.value} ${preposition}`;
  draft.end = next.end;
  return true;
}

/** What follows a verb has to be able to follow its replacement too. */
export function checkComplement(place: Place, replacement: string, isPassive: boolean, draft: Draft): void {
  const next = wordAfter(place);
  if (next !== undefined && mayNotFollow(next.key, place, replacement, isPassive)) draft.doubts.push(`“${next.key}” may not follow it`);
  else if (next !== undefined && place.analysis.words[place.match.lastWord + 2]?.key === 'with' && isObjectPronoun(next.key))
    draft.doubts.push('“with” may not follow it');
  // “Reach out to enrol” says what for: nobody contacts “enrol”.
  const isPurpose = place.match.term.term.endsWith(' to') && !replacement.endsWith(' to') && place.analysis.tagAt(place.match.lastWord + 1) === 'VERB';
  if (next !== undefined && isPurpose && !next.key.endsWith('ing')) draft.doubts.push(`“${next.key}” may not follow it`);
  if (isPassive) return;
  if (next !== undefined && beginsNounPhrase(next.key)) {
    if (takesNoObject(replacement)) draft.doubts.push('nothing may follow it directly');
  } else if (!replacement.includes(' ') && needsObject(headOf(replacement)) && isWithoutObject(place, next)) draft.doubts.push('something has to follow it');
}

export function isObjectPronoun(key: string): boolean {
  return /^(?:it|them|us|me|you|him|her)$/.test(key);
}

/** Whether a word like “to” or “with” belongs to the verb that goes, and not to the one that comes. */
function mayNotFollow(next: string, place: Place, replacement: string, isPassive: boolean): boolean {
  const { analysis, match } = place;
  const second = match.lastWord + 2;
  const isSingle = !replacement.includes(' ');
  if (next === 'with' && replacement.endsWith(' together')) return true;
  if (prepositionFor(replacement, next) !== undefined && !isBeforeTime(place)) return true;
  if (!isSingle) return false;
  switch (next) {
    case 'to':
      // “undertook to answer” is a promise, “did to answer” is nothing.
      return !isPassive && !takesInfinitive(replacement) && needsObject(replacement);
    case 'with':
      return !takesWith(replacement) && !match.term.term.endsWith(' with') && !isPreposition(replacement);
    case 'out':
    case 'into':
    case 'upon':
      return !match.term.term.endsWith(` ${next}`) && !isPreposition(replacement);
    case 'in':
      return analysis.words[second]?.key.endsWith('ing') === true && analysis.tagAt(second) === 'VERB';
    case 'on':
      return !isPassive && match.inflection !== 'presentParticiple' && !isBeforeTime(place) && !/^(?:the|time)$/.test(analysis.words[second]?.key ?? '');
    default:
      return false;
  }
}

/** Whether what follows the next word says when: “on Monday”, “in May”, “on 5 June”. */
function isBeforeTime({ analysis, match }: Place): boolean {
  const word = analysis.words[match.lastWord + 2];
  return word !== undefined && (/day|^\d/.test(word.key) || (isCapitalised(word.value) && month.test(word.key)));
}

const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])$/;

const opensClause = /^(?:and|or|but|if|when|because|so|yesterday|today|tomorrow|again|soon|now|well)$/;
const standsForObject = /^(?:which|what|that|who|whom|how|whatever|where|anything|everything|nothing)$/;

/** Whether an active verb has no object after it, and none before it: “what we use”, “easy to use”. */
function isWithoutObject(place: Place, next: Word | undefined): boolean {
  const { analysis, match, text } = place;
  const { before, after } = sentenceAround(place);
  const isHalfOfCompound = /[-‐‑]/.test(text.charAt((analysis.words[match.firstWord]?.start ?? 0) - 1));
  // A cell or a label that says “Impacted”, and the half of “auto-deploys”.
  // Code or an address is an object too.
  if (text.slice(match.span.end).trimStart().startsWith(OPAQUE)) return false;
  if (match.term.partOfSpeech !== 'verb' || before.length + after.length === 0 || isHalfOfCompound) return false;
  if (next === undefined ? after.length > 0 : !isPreposition(next.key) && !opensClause.test(next.key)) return false;
  if (before.some((key) => standsForObject.test(key))) return false;
  const tag = before.at(-1) === 'to' ? analysis.tagAt(match.firstWord - 2) : undefined;
  const followsAdjective = tag === 'ADJ' || tag === 'NOUN' || tag === 'PROPN';
  const isSubject = match.inflection === 'presentParticiple' && before.length === 0;
  return !followsAdjective && !isSubject;
}
