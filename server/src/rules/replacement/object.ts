import type { TermMatch } from '../../glossary/match.js';
import { isFunctionWord } from '../../text/part-of-speech.js';
import { enclosesObject, isParticle, isPreposition, placeOfPronoun, takesNoObject } from '../../text/verbs.js';
import type { Word } from '../../text/words.js';
import { isObjectPronoun } from './complement.js';
import { type Draft, type Place, wordAfter } from './place.js';

/** The object of a split verb stays where English wants it: “sign the plan off” is “approve the plan”, “spin one up” is “set one up”. */
export function enclosePart({ text, analysis, match }: Place, object: NonNullable<TermMatch['object']>, replacement: string, draft: Draft): void {
  const words = text.slice(analysis.words[object.firstWord]?.start ?? 0, analysis.words[object.lastWord]?.end ?? 0);
  const endsAlike = replacement.includes(' ') && match.term.term.endsWith(` ${replacement.split(' ').at(-1)}`);
  if (takesNoObject(replacement)) draft.doubts.push('nothing may follow it directly');
  draft.value = placeOfPronoun(replacement) === 'between' || endsAlike ? putInside(draft.value, words) : `${draft.value} ${words}`;
}

/** Puts a pronoun between the halves of a phrasal verb: “switch it off”. */
export function placeObject(place: Place, replacement: string, draft: Draft): void {
  const next = wordAfter(place);
  if (next === undefined || !replacement.includes(' ')) return;
  if (enclosesObject(replacement) && holdsObject(place.match.term.term)) return;
  if (isPronoun(place, next) && placeOfPronoun(replacement) === 'between') {
    draft.value = putInside(draft.value, next.value);
    draft.end = next.end;
    // “enables you to enter”: what follows says that the verb means something else.
    if (isBeforeInfinitive(place)) draft.doubts.push('“to” may not follow it');
  } else if (enclosesObject(replacement)) encloseObject(place, next, draft);
}

/** Whether a verb phrase has its object already: “implement a fix”, but not “roll out”. */
function holdsObject(term: string): boolean {
  const words = term.split(' ');
  return words.length > 1 && !isParticle(words.at(-1) ?? '');
}

/** “Her rights” is hers, “tell her” is she; “this note” is a note, “pass this to teams” is this. */
function isPronoun({ text, analysis, match }: Place, next: Word): boolean {
  const isDemonstrative = /^(?:this|that|these|those)$/.test(next.key);
  if (next.key !== 'her' && !isDemonstrative) return isObjectPronoun(next.key);
  const following = analysis.words[match.lastWord + 2];
  if (following === undefined || !/^\s+$/.test(text.slice(next.end, following.start))) return true;
  return isDemonstrative ? isPreposition(following.key) : isFunctionWord(following.key);
}

/** Whether the object is followed by `to` and a verb. */
function isBeforeInfinitive({ analysis, match }: Place): boolean {
  if (analysis.words[match.lastWord + 2]?.key !== 'to') return false;
  const tag = analysis.tagAt(match.lastWord + 3);
  return tag === undefined || tag === 'VERB' || tag === 'AUX';
}

/** “Made the fault worse”: only a short object, an article and a word, can be moved unseen. */
function encloseObject({ text, analysis, match }: Place, next: Word, draft: Draft): void {
  const noun = analysis.words[match.lastWord + 2];
  const isShort =
    noun !== undefined &&
    /^(?:the|this|that|our|your|their|its|an?)$/.test(next.key) &&
    /^\s+$/.test(text.slice(next.end, noun.start)) &&
    /^(?:[.,;:!?]|$)/.test(text.slice(noun.end));
  if (!isShort) {
    draft.doubts.push('the word order has to change');
    return;
  }
  draft.value = putInside(draft.value, text.slice(next.start, noun.end));
  draft.end = noun.end;
}

function putInside(phrase: string, object: string): string {
  const [head = '', ...rest] = phrase.split(' ');
  return [head, object, ...rest].join(' ');
}
