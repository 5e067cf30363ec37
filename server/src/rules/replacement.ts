import type { TermMatch } from '../glossary/match.js';
import { takesAn } from '../text/article.js';
import { inflect } from '../text/inflection.js';
import { listReadings } from '../text/lemmas.js';
import { agreeWith, compare, endsInHead, isMass, isPlural, showsNumber } from '../text/number.js';
import { beginsNounPhrase, isFunctionWord, type PastUse, readPastUse } from '../text/part-of-speech.js';
import { spellFor } from '../text/spelling.js';
import {
  enclosesObject,
  endsInParticle,
  hasNoPassive,
  headOf,
  isPreposition,
  needsObject,
  placeOfPronoun,
  takesInfinitive,
  takesNoObject,
  takesWith,
} from '../text/verbs.js';
import { isAllCapitals, isCapitalised, type Word } from '../text/words.js';
import { type BlockAnalysis, sentenceOf, startsSentence } from './analysis.js';
import type { TextSuggestion } from './define-rule.js';

/** A place where something is to be replaced. */
export interface Place {
  readonly text: string;
  readonly analysis: BlockAnalysis;
  readonly match: TermMatch;
  /** Of the organisation: the spelling of what is brought in. */
  readonly language: string;
  /** Whether the block is a heading, where capitals may stand for emphasis. */
  readonly isHeading?: boolean;
}

/** A replacement on its way into a text: what it covers grows with what has to agree. */
interface Draft {
  start: number;
  end: number;
  value: string;
  /** Why a person should look at it; the first is told. */
  readonly doubts: string[];
}

const possessive = /^(['’])(s?)(?!\p{L})/u;

/** A term's replacements in the form the text needs, each with what has to agree with it. The first is safe where nothing is open. */
export function suggestReplacements(place: Place, replacements: readonly string[], mayBeSafe: boolean): TextSuggestion[] {
  return replacements.map((replacement, index) => {
    const { start, end, value, label, doubts } = draftReplacement(place, spellFor(place.language, replacement));
    const [doubt] = doubts;
    return {
      title: `Use “${label}”${doubt === undefined ? '' : ` (check it: ${doubt})`}`,
      safety: mayBeSafe && index === 0 && doubt === undefined ? 'safe' : 'review',
      edits: [{ start, end, text: value }],
    };
  });
}

/** `label` is the replacement as it is named to the writer, before capitals and article. */
function draftReplacement(place: Place, replacement: string): Draft & { readonly label: string } {
  const { match } = place;
  const draft: Draft = { ...match.span, value: replacement, doubts: [] };
  const named = match.partOfSpeech === 'phrase' ? (match.term.partOfSpeech ?? 'phrase') : match.partOfSpeech;
  // Only a noun owns something.
  const partOfSpeech = named === 'phrase' && possessive.test(place.text.slice(match.span.end, match.span.end + 3)) ? 'noun' : named;
  if (partOfSpeech === 'verb') fitVerb(place, replacement, draft);
  else if (partOfSpeech === 'noun') fitNoun(place, replacement, draft);
  else if (partOfSpeech === 'adjective') fitAdjective(place, draft);
  else fitPhrase(place, draft);
  const label = draft.value;
  fitCapitals(place, draft);
  fitArticle(place, draft);
  checkRepetition(place, draft);
  return { ...draft, label };
}

// ── Neighbours

/** The words beside a place, where only white space lies between. */
function wordBefore({ text, analysis: { words }, match }: Place, distance = 1): Word | undefined {
  const word = words[match.firstWord - distance];
  const after = words[match.firstWord - distance + 1];
  return word !== undefined && after !== undefined && /^\s+$/.test(text.slice(word.end, after.start)) ? word : undefined;
}

function wordAfter({ text, analysis: { words }, match }: Place): Word | undefined {
  const word = words[match.lastWord + 1];
  return word !== undefined && /^\s+$/.test(text.slice(match.span.end, word.start)) ? word : undefined;
}

/** Keys of the sentence before and after the place. */
function sentenceAround({ analysis, match }: Place): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const { words, first } = sentenceOf(analysis, match.firstWord);
  const keys = words.map(({ key }) => key);
  return { before: keys.slice(0, match.firstWord - first), after: keys.slice(match.lastWord - first + 1) };
}

/** Whether the word after the place is one of the subject matter, and by its tag a noun or what describes one. */
function isBeforeNoun(place: Place): boolean {
  const next = wordAfter(place);
  if (next === undefined || isFunctionWord(next.key)) return false;
  const tag = place.analysis.tagAt(place.match.lastWord + 1);
  return tag === undefined || tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM';
}

// ── Verbs

function fitVerb(place: Place, replacement: string, draft: Draft): void {
  const { match } = place;
  const use = match.inflection === 'past' || match.inflection === 'pastParticiple' ? readUse(place) : undefined;
  bendVerb(place, replacement, use, draft);
  const isPassive = use === 'passive' || use === 'open' || use === 'modifier';
  if (/^(?:feel|feels|felt|seem|seems|seemed|remain|remains|stay|stays|become|becomes|became)$/.test(wordBefore(place)?.key ?? '') && use !== undefined)
    draft.doubts.push('it may describe a state');
  if (isPassive && (hasNoPassive(replacement) || (replacement === 'need' && wordAfter(place)?.key === 'to')))
    draft.doubts.push('it may read badly in the passive');
  if (use === 'modifier') fitModifier(place, replacement, draft);
  else if (match.inflection === 'presentParticiple' && isBeforeNoun(place) && !endsInObjectPlace(replacement) && opensNounPhrase(place))
    draft.doubts.push('it stands before a noun');
  if (match.object !== undefined) {
    enclose(place, match.object, replacement, draft);
    return;
  }
  checkComplement(place, replacement, isPassive, draft);
  if (!isPassive) placeObject(place, replacement, draft);
}

/** The object of a split verb stays where English wants it: “sign the plan off” is “approve the plan”, “spin one up” is “set one up”. */
function enclose({ text, analysis, match }: Place, object: NonNullable<TermMatch['object']>, replacement: string, draft: Draft): void {
  const words = text.slice(analysis.words[object.firstWord]?.start ?? 0, analysis.words[object.lastWord]?.end ?? 0);
  const [head = '', ...rest] = draft.value.split(' ');
  const last = replacement.split(' ').at(-1);
  const goesBetween = placeOfPronoun(replacement) === 'between' || (rest.length > 0 && match.term.term.endsWith(` ${last}`));
  draft.value = goesBetween ? `${head} ${words} ${rest.join(' ')}` : `${draft.value} ${words}`;
}

/** How a form in -ed is used; `modifier` where it stands before its noun: “the impacted users”. */
function readUse(place: Place): PastUse | 'modifier' {
  const { before, after } = sentenceAround(place);
  const read = readPastUse(before, after);
  // “the checks undertaken last week”: this form can be no past.
  const use = place.match.inflection === 'pastParticiple' && (read === 'past' || read === 'open') ? 'passive' : read;
  if ((read === 'past' || read === 'open') && opensNounPhrase(place) && isBeforeNoun(place)) return 'modifier';
  return use;
}

/** Whether what describes a noun may stand at the place: after an article, a preposition, an adjective, or first of all. */
function opensNounPhrase(place: Place): boolean {
  const previous = wordBefore(place);
  if (previous === undefined) return true;
  if (previous.key.endsWith('ly')) return true;
  const tag = place.analysis.tagAt(place.match.firstWord - 1);
  return beginsNounPhrase(previous.key) || isPreposition(previous.key) || tag === 'ADJ' || tag === 'DET' || tag === 'NUM' || tag === 'CCONJ' || tag === 'VERB';
}

function endsInObjectPlace(phrase: string): boolean {
  const last = phrase.split(' ').at(-1) ?? phrase;
  return !phrase.includes(' ') || isPreposition(last) || endsInParticle(phrase) || placeOfPronoun(phrase) === 'between';
}

function bendVerb({ match, ...place }: Place, replacement: string, use: PastUse | 'modifier' | undefined, draft: Draft): void {
  const { inflection, term } = match;
  if (use === undefined) {
    draft.value = inflect(replacement, 'verb', inflection);
    // “We hit the ground running” may be today or yesterday; “we will hit” is not.
    if (inflection === 'base' && inflect(term.term, 'verb', 'past') === term.term && !isInfinitive({ match, ...place })) draft.doubts.push('the tense is open');
    if (inflection === 'thirdPerson' && term.partOfSpeech === undefined && inflect(replacement, 'noun', 'plural') !== draft.value)
      draft.doubts.push('it may be a noun here');
    return;
  }
  const past = inflect(replacement, 'verb', 'past');
  const participle = inflect(replacement, 'verb', 'pastParticiple');
  draft.value = use === 'past' ? past : participle;
  if (use === 'open' && past !== participle) draft.doubts.push('the tense is open');
  else if (use === 'open' && isPreposition(replacement.split(' ').at(-1) ?? '')) draft.doubts.push('the word order has to change');
}

function isInfinitive(place: Place): boolean {
  return /^(?:to|will|would|can|could|shall|should|may|might|must|do|does|did|please|let's|not)$/.test(
    place.analysis.words[place.match.firstWord - 1]?.key ?? '',
  );
}

/** “Switched-off servers” takes a hyphen; any other phrase before a noun needs a person. */
function fitModifier(place: Place, replacement: string, draft: Draft): void {
  if (!replacement.includes(' ')) return;
  if (endsInParticle(replacement) && wordBefore(place)?.key.endsWith('ly') !== true) draft.value = draft.value.replace(' ', '-');
  else draft.doubts.push('it stands before a noun');
}

/** What follows a verb has to follow its replacement too. */
function checkComplement(place: Place, replacement: string, isPassive: boolean, draft: Draft): void {
  const { analysis, match } = place;
  const next = wordAfter(place);
  const isSingle = !replacement.includes(' ');
  // “undertook to answer” is a promise, “did to answer” is nothing.
  if (next?.key === 'to' && isSingle && !isPassive && !takesInfinitive(replacement) && needsObject(replacement)) draft.doubts.push('“to” may not follow it');
  if (
    next !== undefined &&
    /^(?:with|out|into|upon)$/.test(next.key) &&
    !place.match.term.term.endsWith(` ${next.key}`) &&
    !isPreposition(replacement.split(' ').at(-1) ?? '') &&
    !(next.key === 'with' && takesWith(replacement)) &&
    isSingle
  )
    draft.doubts.push(`“${next.key}” may not follow it`);
  const second = analysis.words[match.lastWord + 2];
  if (next?.key === 'in' && second?.key.endsWith('ing') === true && analysis.tagAt(match.lastWord + 2) === 'VERB' && isSingle)
    draft.doubts.push('“in” may not follow it');
  if (next !== undefined && second?.key === 'with' && /^(?:it|them|us|me|you|him|her)$/.test(next.key)) draft.doubts.push('“with” may not follow it');
  if (next?.key === 'with' && replacement.endsWith(' together')) draft.doubts.push('“with” may not follow it');
  if (next?.key === 'on' && !isPassive && isSingle && place.match.inflection !== 'presentParticiple' && !isDay(place))
    draft.doubts.push('“on” may not follow it');
  if (isPassive) return;
  if (next !== undefined && beginsNounPhrase(next.key)) {
    if (takesNoObject(replacement)) draft.doubts.push('nothing may follow it directly');
    return;
  }
  if (needsObject(headOf(replacement)) && isSingle && isWithoutObject(place, next)) draft.doubts.push('something has to follow it');
}

function isDay({ analysis, match }: Place): boolean {
  return /day|^\d|^(?:the|time)$/.test(analysis.words[match.lastWord + 2]?.key ?? '');
}

/** Whether an active verb has no object after it, and none before it: “what we use”, “easy to use”. */
function isWithoutObject(place: Place, next: Word | undefined): boolean {
  const { analysis, match, text } = place;
  const { before, after } = sentenceAround(place);
  // A cell or a label that says “Impacted”, and the half of “auto-deploys”.
  if (match.term.partOfSpeech !== 'verb' || before.length + after.length === 0 || /[-‐‑]/.test(text.charAt((analysis.words[match.firstWord]?.start ?? 0) - 1)))
    return false;
  const isLast = next === undefined;
  if (!isLast && !isPreposition(next.key) && !/^(?:and|or|but|if|when|because|so|yesterday|today|tomorrow|again|soon|now|well)$/.test(next.key)) return false;
  if (isLast && after.length > 0) return false;
  if (before.some((key) => /^(?:which|what|that|who|whom|how|whatever|where|anything|everything|nothing)$/.test(key))) return false;
  return (
    !(before.at(-1) === 'to' && before.length > 2 && !isFunctionWord(before.at(-2) ?? '')) &&
    !(place.match.inflection === 'presentParticiple' && before.length === 0)
  );
}

/** Puts a pronoun between the halves of a phrasal verb: “switch it off”. */
function placeObject(place: Place, replacement: string, draft: Draft): void {
  const next = wordAfter(place);
  if (next === undefined || !replacement.includes(' ')) return;
  const following = place.analysis.words[place.match.lastWord + 2];
  // “her rights” is hers, “tell her” is she.
  const isPossessive =
    next.key === 'her' && following !== undefined && !isFunctionWord(following.key) && /^\s+$/.test(place.text.slice(next.end, following.start));
  const isPronoun = /^(?:it|them|us|me|you|him|her)$/.test(next.key) && !isPossessive;
  if (isPronoun && placeOfPronoun(replacement) === 'between') {
    const [head = '', ...rest] = draft.value.split(' ');
    draft.value = `${head} ${next.value} ${rest.join(' ')}`;
    draft.end = next.end;
    // “enables you to enter”: what follows says that the verb means something else.
    if (sentenceAround(place).after[1] === 'to') draft.doubts.push('“to” may not follow it');
  } else if (enclosesObject(replacement)) encloseObject(place, next, draft);
}

/** “Made the fault worse”: only a short object, an article and a word, can be moved unseen. */
function encloseObject(place: Place, next: Word, draft: Draft): void {
  const { text, analysis, match } = place;
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
  const [head = '', ...rest] = draft.value.split(' ');
  draft.value = `${head} ${text.slice(next.start, noun.end)} ${rest.join(' ')}`;
  draft.end = noun.end;
}

// ── Nouns

function fitNoun(place: Place, replacement: string, draft: Draft): void {
  const { match, text } = place;
  const { inflection } = match;
  draft.value = isPlural(replacement) ? replacement : inflect(replacement, 'noun', inflection);
  if (inflection === 'plural' && match.term.partOfSpeech === undefined && inflect(replacement, 'verb', 'thirdPerson') !== draft.value)
    draft.doubts.push('it may be a verb here');
  const wasPlural = inflection === 'plural' || isPlural(match.term.term);
  const nowPlural = isPlural(draft.value);
  if (wasPlural !== nowPlural) fitNumber(place, nowPlural ? 'plural' : 'singular', draft);
  else if (!nowPlural && isMass(draft.value) && !isMass(match.term.term) && hasArticle(place)) draft.doubts.push('“a” may not go before it');
  const owner = possessive.exec(text.slice(draft.end, draft.end + 3));
  if (owner !== null) fitPossessive(owner[1] ?? '', owner[2] === 's', draft);
  else if (
    inflection === 'base' &&
    isBeforeOther(place, endsInHead(replacement)) &&
    (!endsInHead(replacement) || replacement === 'use' || (nowPlural && !wasPlural))
  )
    draft.doubts.push('it stands before another noun');
  if (
    inflection === 'base' &&
    !nowPlural &&
    startsSentence(place.analysis, match.span.start) &&
    /^(?:is|was|has|will)$/.test(wordAfter(place)?.key ?? '') &&
    !isMass(replacement) &&
    !isCapitalised(match.term.term) &&
    !place.isHeading
  )
    draft.doubts.push('it may need “the” before it');
  checkNounComplement(place, draft);
}

/** “A deep dive into” is a close look at. */
function checkNounComplement(place: Place, draft: Draft): void {
  const next = wordAfter(place);
  if (next?.key === 'into' || next?.key === 'upon') draft.doubts.push(`“${next.key}” may not follow it`);
}

/** Whether another noun follows. What a preposition ends is so hard to read before one that a mere chance counts. */
function isBeforeOther(place: Place, isCertain: boolean): boolean {
  const next = wordAfter(place);
  if (isBeforeNoun(place)) return true;
  // “took” and “failed” begin what is said of it.
  const isVerb = next !== undefined && listReadings(next.key).some(({ partOfSpeech, inflection }) => partOfSpeech === 'verb' && inflection === 'past');
  return !isCertain && !isVerb && next !== undefined && !isFunctionWord(next.key) && !next.key.endsWith('s');
}

function hasArticle(place: Place): boolean {
  return [1, 2].some((distance) => /^an?$/.test(place.analysis.words[place.match.firstWord - distance]?.key ?? '') && wordBefore(place) !== undefined);
}

/** One thing becomes several, or the other way round: the article before and the verb after have to follow. */
function fitNumber(place: Place, number: 'singular' | 'plural', draft: Draft): void {
  const { text, analysis, match } = place;
  const { before, after } = sentenceAround(place);
  const opposite = number === 'plural' ? 'singular' : 'plural';
  const next = wordAfter(place);
  const agreeing = next === undefined ? undefined : agreeWith(next.key, number);
  if (next !== undefined && agreeing !== undefined) {
    draft.value = `${draft.value} ${agreeing}`;
    draft.end = next.end;
  }
  const quantifiers =
    number === 'plural'
      ? /^(?:one|this|that|each|every|another|much|little|less)$/
      : /^(?:these|those|many|few|fewer|several|both|two|three|four|five|six|seven|eight|nine|ten|\d+)$/;
  const isOpen = before.slice(-4).some((key) => quantifiers.test(key)) || after.slice(agreeing === undefined ? 0 : 1).some((key) => showsNumber(key, opposite));
  if (isOpen || (agreeing === undefined && next !== undefined && analysis.tagAt(match.lastWord + 1) === 'VERB')) {
    draft.doubts.push('the number changes');
    return;
  }
  // “a broad skillset” becomes “broad skills”.
  const distance = [1, 2].find((steps) => /^an?$/.test(analysis.words[match.firstWord - steps]?.key ?? ''));
  const article = distance === undefined ? undefined : analysis.words[match.firstWord - distance];
  const first = distance === undefined ? undefined : analysis.words[match.firstWord - distance + 1];
  if (number !== 'plural' || article === undefined || first === undefined || wordBefore(place) === undefined) return;
  const between = text.slice(first.start, match.span.start);
  const kept = between + draft.value;
  draft.start = article.start;
  draft.value = isCapitalised(article.value) ? capitalise(kept) : kept;
}

/** The ’s of a singular or the ’ of a plural goes to the end of the noun, and only there. */
function fitPossessive(apostrophe: string, hasS: boolean, draft: Draft): void {
  const endsInS = draft.value.endsWith('s');
  if (!endsInHead(draft.value)) draft.doubts.push('the possessive may not fit');
  else if (hasS && endsInS) draft.doubts.push('the possessive may not fit');
  else if (!hasS && !endsInS) {
    draft.value = `${draft.value}${apostrophe}s`;
    draft.end += 1;
  }
}

// ── Adjectives and phrases

function fitAdjective(place: Place, draft: Draft): void {
  const before = wordBefore(place);
  const next = wordAfter(place);
  if (draft.value.includes(' ') && !/^(?:very|more|most|less|least|well|\p{L}+ly)\s/u.test(draft.value) && isBeforeNoun(place))
    draft.doubts.push('it stands before a noun');
  if (/^(?:more|most)$/.test(before?.key ?? '') && /^(?:and|or)$/.test(next?.key ?? '')) draft.doubts.push(`“${before?.value}” belongs to both words`);
  if ((before?.key === 'more' || before?.key === 'most') && !draft.value.includes(' ')) {
    const compared = compare(draft.value, before.key);
    if (compared === undefined) return;
    draft.value = isCapitalised(before.value) ? capitalise(compared) : compared;
    draft.start = before.start;
    return;
  }
  if (/^an?$/.test(before?.key ?? '') && /^(?:best|worst|most|least)\b/.test(draft.value)) draft.doubts.push('“a” may not go before it');
  // “Tested end to end” says how, and an adjective cannot.
  const isLast = next === undefined || isPreposition(next.key);
  const tag = before === undefined ? undefined : place.analysis.tagAt(place.match.firstWord - 1);
  if (isLast && place.match.firstWord !== place.match.lastWord && (tag === 'NOUN' || tag === 'PROPN')) draft.doubts.push('it may say how something is done');
}

const quantifier = /^(?:most|many|several|some|all|few|a few|enough|more|less|half|part)$/;

function fitPhrase(place: Place, draft: Draft): void {
  const next = wordAfter(place);
  const before = wordBefore(place);
  if (next !== undefined && quantifier.test(draft.value) && /^(?:the|these|those|this|that|our|your|their|its|his|her|my|them|us|it|you)$/.test(next.key))
    draft.value += ' of';
  if (
    /^(?:can|could|must|may|might|should|will|would)$/.test(draft.value) &&
    before !== undefined &&
    /^(?:to|will|would|can|could|shall|should|may|might|must|not)$/.test(before.key)
  )
    draft.doubts.push(`it may not follow “${before.value}”`);
  if (/(?:^| )to$/.test(draft.value) && next !== undefined && /^(?:the|an?|this|that|our|your)$/.test(next.key) && place.match.term.term.endsWith(' to'))
    draft.doubts.push('it may mean something else here');
  if (/^(?:almost|nearly|about|very|quite)$/.test(draft.value) && next === undefined) draft.doubts.push('it may mean something else here');
  if (draft.value === 'about' && place.match.term.partOfSpeech === 'phrase' && startsSentence(place.analysis, place.match.span.start))
    draft.doubts.push('it opens the sentence');
  if (
    place.match.term.partOfSpeech === 'phrase' &&
    /^(?:if|unless|because|although|while)$/.test(draft.value) &&
    (next === undefined || isPreposition(next.key))
  )
    draft.doubts.push('it may mean something else here');
}

// ── What holds for all

/** Gives the value the capitals of what it replaces: a title's, a shout's, those of a sentence's first word. */
function fitCapitals({ text, analysis, match, isHeading }: Place, draft: Draft): void {
  if (draft.start !== match.span.start) return;
  const { start, end } = match.span;
  const written = text.slice(start, end);
  if (isAllCapitals(written) && written.length > 5 && !isAllCapitals(match.term.term)) {
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

/** Whether most words around, beside the first, begin with a capital. */
function isTitleCase({ words }: BlockAnalysis, { firstWord, lastWord }: TermMatch): boolean {
  const others = words.filter(({ key }, index) => (index < firstWord || index > lastWord) && index > 0 && !isFunctionWord(key));
  return others.length > 0 && others.filter(({ value }) => isCapitalised(value)).length > others.length / 2;
}

function capitalise(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** Mends `a` or `an` before the value. */
function fitArticle({ text, analysis, match }: Place, draft: Draft): void {
  if (draft.start > match.span.start) return;
  const article = analysis.words.find((word) => word.end <= draft.start && /^\s+$/.test(text.slice(word.end, draft.start)) && /^an?$/.test(word.key));
  if (article === undefined) return;
  const wanted = takesAn(draft.value) ? 'an' : 'a';
  if (article.key === wanted) return;
  draft.value = `${isCapitalised(article.value) ? capitalise(wanted) : wanted}${text.slice(article.end, draft.start)}${draft.value}`;
  draft.start = article.start;
}

/** “Use and use”, “about about”, “brought in in June”: what would stand twice. */
function checkRepetition({ text, analysis: { words }, match }: Place, draft: Draft): void {
  const keys = draft.value.toLowerCase().split(/[\s-]+/);
  const before = words[match.firstWord - 1];
  const after = words.find((word) => word.start >= draft.end);
  const repeatsBefore =
    before !== undefined && before.end <= draft.start && before.key === keys[0] && /^\s*[/\s]\s*$/.test(text.slice(before.end, draft.start));
  const repeatsAfter = after !== undefined && after.key === keys.at(-1) && /^\s*[/\s]\s*$/.test(text.slice(draft.end, after.start));
  const [joint, twin] = [words[match.firstWord - 1], words[match.firstWord - 2]];
  const isTwin = /^(?:and|or)$/.test(joint?.key ?? '') && twin?.key === keys[0] && keys.length === 1;
  const following = words[match.lastWord + 1];
  const isTwinAfter = /^(?:and|or)$/.test(following?.key ?? '') && words[match.lastWord + 2]?.key === keys.at(-1) && keys.length === 1;
  if (repeatsBefore || repeatsAfter || isTwin || isTwinAfter) draft.doubts.push('a word would stand twice');
}

/** What a fixed value needs to stand in the place of the match: its capitals, and the right `a` or `an` before it. */
export function fitToText(place: Place, value: string): { readonly start: number; readonly end: number; readonly text: string } {
  const draft: Draft = { ...place.match.span, value, doubts: [] };
  fitCapitals(place, draft);
  fitArticle(place, draft);
  return { start: draft.start, end: draft.end, text: draft.value };
}

// ── Leaving out

/** A suggestion that leaves the match out, with the spaces and commas that were there for it. */
export function suggestOmission(place: Place, mayBeSafe: boolean): TextSuggestion {
  const { text, analysis, match } = place;
  const written = text.slice(match.span.start, match.span.end);
  const { start, end, value, doubts } = draftOmission(place);
  const [doubt] = doubts;
  const draft: Draft = { start, end, value, doubts };
  if (value === '') fitArticleBefore(place, draft);
  const opensWithout = startsSentence(analysis, match.span.start) && /^[,;:.!?]/.test(text.slice(end));
  const problem = doubt ?? (opensWithout ? 'punctuation would be left alone' : undefined);
  return {
    title: `Leave out “${written}”${problem === undefined ? '' : ` (check it: ${problem})`}`,
    safety: mayBeSafe && problem === undefined ? 'safe' : 'review',
    edits: [{ start: draft.start, end: draft.end, text: draft.value }],
  };
}

function draftOmission(place: Place): Draft {
  const { text, analysis, match } = place;
  const { start, end } = match.span;
  const doubts: string[] = [];
  const next = wordAfter(place);
  const last = match.term.term.split(' ').at(-1) ?? '';
  if (isPreposition(last) && last !== 'to' && (next === undefined || beginsNounPhrase(next.key))) doubts.push('something would be missing');
  if (next === undefined && /^(?:the|an?|our|your|their|this|that)$/.test(wordBefore(place)?.key ?? '')) doubts.push('something would be missing');
  // “The very server” is the same one.
  if (match.term.term === 'very' && wordBefore(place)?.key === 'the') doubts.push('it may mean something else here');
  const after = /^,?\s+/.exec(text.slice(end, end + 4))?.[0] ?? '';
  const hasCommaBefore = /,\s+$/.test(text.slice(Math.max(0, start - 4), start));
  if (startsSentence(analysis, start) && after !== '') {
    const opening = /^\S*/.exec(text.slice(end + after.length, end + after.length + 40))?.[0] ?? '';
    // iPads keep their small letter.
    const isOwn = /^\p{Ll}+\p{Lu}/u.test(opening);
    const first = opening.charAt(0);
    if (!/^[\p{L}\p{N}]/u.test(first)) doubts.push('the sentence would begin with something else');
    return { start, end: end + after.length + first.length, value: isOwn ? first : first.toUpperCase(), doubts };
  }
  const gapBefore = /,?\s+$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  // Between two commas that are there for it, both go.
  if (hasCommaBefore && after.startsWith(',')) return { start: start - gapBefore.length, end: end + after.length, value: ' ', doubts };
  // At the end of a sentence the comma before goes too.
  if (after === '') return { start: start - gapBefore.length, end, value: '', doubts };
  return { start, end: end + after.length, value: '', doubts };
}

/** “A basically honest mistake” becomes an honest one. */
function fitArticleBefore({ text, analysis, match }: Place, draft: Draft): void {
  const article = analysis.words[match.firstWord - 1];
  const next = analysis.words[match.lastWord + 1];
  if (
    article === undefined ||
    next === undefined ||
    !/^an?$/.test(article.key) ||
    draft.end !== next.start ||
    !/^\s+$/.test(text.slice(article.end, draft.start))
  )
    return;
  const wanted = takesAn(next.value) ? 'an' : 'a';
  if (article.key === wanted) return;
  draft.value = (isCapitalised(article.value) ? capitalise(wanted) : wanted) + text.slice(article.end, draft.start);
  draft.start = article.start;
}
