import { beginsNounPhrase, isFunctionWord } from '../../text/part-of-speech.js';
import { headOf, isPreposition, needsObject, takesInfinitive, takesNoObject, takesWith } from '../../text/verbs.js';
import type { Word } from '../../text/words.js';
import { type Draft, type Place, sentenceAround, wordAfter } from './place.js';

/** What follows a verb has to be able to follow its replacement too. */
export function checkComplement(place: Place, replacement: string, isPassive: boolean, draft: Draft): void {
  const next = wordAfter(place);
  if (next !== undefined && mayNotFollow(next.key, place, replacement, isPassive)) draft.doubts.push(`“${next.key}” may not follow it`);
  else if (next !== undefined && place.analysis.words[place.match.lastWord + 2]?.key === 'with' && isObjectPronoun(next.key))
    draft.doubts.push('“with” may not follow it');
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
  const isSingle = !replacement.includes(' ');
  if (next === 'with' && replacement.endsWith(' together')) return true;
  if (!isSingle) return false;
  const second = match.lastWord + 2;
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
      return !isPassive && match.inflection !== 'presentParticiple' && !/day|^\d|^(?:the|time)$/.test(analysis.words[second]?.key ?? '');
    default:
      return false;
  }
}

const opensClause = /^(?:and|or|but|if|when|because|so|yesterday|today|tomorrow|again|soon|now|well)$/;
const standsForObject = /^(?:which|what|that|who|whom|how|whatever|where|anything|everything|nothing)$/;

/** Whether an active verb has no object after it, and none before it: “what we use”, “easy to use”. */
function isWithoutObject(place: Place, next: Word | undefined): boolean {
  const { analysis, match, text } = place;
  const { before, after } = sentenceAround(place);
  const isHalfOfCompound = /[-‐‑]/.test(text.charAt((analysis.words[match.firstWord]?.start ?? 0) - 1));
  // A cell or a label that says “Impacted”, and the half of “auto-deploys”.
  if (match.term.partOfSpeech !== 'verb' || before.length + after.length === 0 || isHalfOfCompound) return false;
  if (next === undefined ? after.length > 0 : !isPreposition(next.key) && !opensClause.test(next.key)) return false;
  if (before.some((key) => standsForObject.test(key))) return false;
  const followsAdjective = before.at(-1) === 'to' && before.length > 2 && !isFunctionWord(before.at(-2) ?? '');
  const isSubject = match.inflection === 'presentParticiple' && before.length === 0;
  return !followsAdjective && !isSubject;
}
