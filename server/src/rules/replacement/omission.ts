import { beginsNounPhrase } from '../../text/part-of-speech.js';
import { isPreposition } from '../../text/verbs.js';
import { startsSentence } from '../analysis.js';
import type { TextSuggestion } from '../define-rule.js';
import { type Draft, type Place, wordAfter, wordBefore } from './place.js';
import { fitArticle } from './surface.js';

/** A suggestion that leaves the match out, with the spaces and commas that were there for it. */
export function suggestOmission(place: Place, mayBeSafe: boolean): TextSuggestion {
  const { text, analysis, match } = place;
  const written = text.slice(match.span.start, match.span.end);
  const { start, end, value, doubts } = draftOmission(place);
  const [doubt] = doubts;
  const draft: Draft = { start, end, value, doubts };
  // “A basically honest mistake” becomes an honest one.
  const next = analysis.words[match.lastWord + 1];
  if (value === '' && next?.start === end) fitArticle(place, draft, next.value);
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
  // “Please note that in the form” asks to write that down.
  if (last === 'that' && (next === undefined || isPreposition(next.key))) doubts.push('something would be missing');
  // “The very server” is the same one.
  if (match.term.term === 'very' && wordBefore(place)?.key === 'the') doubts.push('it may mean something else here');
  // “Very, very odd”
  if (analysis.words[match.firstWord - 1]?.key === match.term.term.toLowerCase()) doubts.push('it stands twice');
  if (wouldLeaveNothing(place)) doubts.push('nothing would be left there');
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

/** Whether it stands alone: in brackets, between dashes, behind a colon, or as a whole list item. */
function wouldLeaveNothing({ text, match }: Place): boolean {
  const isOpening = /(?:^|[([:–—]|\s-)\s*$/.test(text.slice(Math.max(0, match.span.start - 4), match.span.start));
  return isOpening && /^[.,;!?]*\s*(?:$|[)\]–—]|-\s)/.test(text.slice(match.span.end));
}
