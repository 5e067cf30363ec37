import { inflect } from '../../text/inflection.js';
import { beginsNounPhrase, type PastUse, readPastUse } from '../../text/part-of-speech.js';
import { spellFor } from '../../text/spelling.js';
import { endsInParticle, hasNoPassive, isPreposition, placeOfPronoun } from '../../text/verbs.js';
import { checkComplement, mendPreposition } from './complement.js';
import { enclosePart, placeObject } from './object.js';
import { type Draft, isBeforeNoun, type Place, sentenceAround, wordAfter, wordBefore } from './place.js';

/** How a form in -ed is used; `modifier` where it stands before its noun: “the impacted users”. */
type Use = PastUse | 'modifier';

const linkingVerb = /^(?:feel|feels|felt|seem|seems|seemed|remain|remains|stay|stays|become|becomes|became)$/;

/** Gives a verb the form of the one it replaces, and checks that what stands around that one can stand around it. */
export function fitVerb(place: Place, replacement: string, draft: Draft): void {
  const { match } = place;
  const use = match.inflection === 'past' || match.inflection === 'pastParticiple' ? readUse(place) : undefined;
  if (use === undefined) bendFinite(place, replacement, draft);
  else bendPast(place, replacement, use, draft);
  const isPassive = use === 'passive' || use === 'open' || use === 'modifier';
  if (use !== undefined && linkingVerb.test(wordBefore(place)?.key ?? '')) draft.doubts.push('it may describe a state');
  if (isPassive && (hasNoPassive(replacement) || (replacement === 'need' && wordAfter(place)?.key === 'to')))
    draft.doubts.push('it may read badly in the passive');
  if (use === 'modifier') fitModifier(place, replacement, draft);
  else if (match.inflection === 'presentParticiple' && isBeforeNoun(place) && !mayTakeNoun(replacement) && opensNounPhrase(place))
    draft.doubts.push('it stands before a noun');
  if (match.object !== undefined) {
    enclosePart(place, match.object, replacement, draft);
    return;
  }
  if (!isPassive && mendPreposition(place, replacement, draft)) return;
  checkComplement(place, replacement, isPassive, draft);
  if (!isPassive) placeObject(place, replacement, draft);
}

function readUse(place: Place): Use {
  const { before, after } = sentenceAround(place);
  const read = readPastUse(before, after);
  const isOpen = read === 'past' || read === 'open';
  if (isOpen && opensNounPhrase(place) && isBeforeNoun(place)) return 'modifier';
  // “the checks undertaken last week”: this form can be no past.
  return isOpen && place.match.inflection === 'pastParticiple' ? 'passive' : read;
}

/** Whether what describes a noun may stand at the place: after an article, a preposition, an adjective, or first of all. */
function opensNounPhrase(place: Place): boolean {
  const previous = wordBefore(place);
  if (previous === undefined) return true;
  if (previous.key.endsWith('ly') || beginsNounPhrase(previous.key) || isPreposition(previous.key)) return true;
  const tag = place.analysis.tagAt(place.match.firstWord - 1);
  return tag === 'ADJ' || tag === 'DET' || tag === 'NUM' || tag === 'CCONJ' || tag === 'VERB';
}

/** Whether a noun may follow the phrase as its object: “looking at servers”, but not “getting in touch servers”. */
function mayTakeNoun(phrase: string): boolean {
  return !phrase.includes(' ') || isPreposition(lastWordOf(phrase)) || endsInParticle(phrase) || placeOfPronoun(phrase) === 'between';
}

function bendFinite(place: Place, replacement: string, draft: Draft): void {
  const { inflection, term } = place.match;
  draft.value = spellFor(place.language, inflect(replacement, 'verb', inflection));
  // “We hit the ground running” may be today or yesterday; “we will hit” is not.
  if (inflection === 'base' && inflect(term.term, 'verb', 'past') === term.term && !isInfinitive(place)) draft.doubts.push('the tense is open');
  if (inflection === 'thirdPerson' && term.partOfSpeech === undefined && inflect(replacement, 'noun', 'plural') !== draft.value)
    draft.doubts.push('it may be a noun here');
}

function bendPast({ language }: Place, replacement: string, use: Use, draft: Draft): void {
  // “Cancel” is the same everywhere, “cancelled” is not.
  const past = spellFor(language, inflect(replacement, 'verb', 'past'));
  const participle = spellFor(language, inflect(replacement, 'verb', 'pastParticiple'));
  draft.value = use === 'past' ? past : participle;
  if (use !== 'open') return;
  if (past !== participle) draft.doubts.push('the tense is open');
  else if (isPreposition(lastWordOf(replacement))) draft.doubts.push('the word order has to change');
}

function isInfinitive({ analysis, match }: Place): boolean {
  return /^(?:to|will|would|can|could|shall|should|may|might|must|do|does|did|please|let's|not)$/.test(analysis.words[match.firstWord - 1]?.key ?? '');
}

/** “Switched-off servers” takes a hyphen; any other phrase before a noun needs a person. */
function fitModifier(place: Place, replacement: string, draft: Draft): void {
  if (!replacement.includes(' ')) return;
  if (endsInParticle(replacement) && wordBefore(place)?.key.endsWith('ly') !== true) draft.value = draft.value.replace(' ', '-');
  else draft.doubts.push('it stands before a noun');
}

function lastWordOf(phrase: string): string {
  return phrase.split(' ').at(-1) ?? phrase;
}
