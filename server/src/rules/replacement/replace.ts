import { spellFor } from '../../text/spelling.js';
import type { TextSuggestion } from '../define-rule.js';
import { fitAdjective } from './adjective.js';
import { fitNoun } from './noun.js';
import { fitPhrase } from './phrase.js';
import { type Draft, findPossessive, type Place } from './place.js';
import { checkName, checkRepetition, fitArticle, fitCapitals } from './surface.js';
import { fitVerb } from './verb.js';

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
  const partOfSpeech = named === 'phrase' && findPossessive(place, match.span.end) !== undefined ? 'noun' : named;
  if (partOfSpeech === 'verb') fitVerb(place, replacement, draft);
  else if (partOfSpeech === 'noun') fitNoun(place, replacement, draft);
  else if (partOfSpeech === 'adjective') fitAdjective(place, draft);
  else fitPhrase(place, draft);
  const label = draft.value;
  fitCapitals(place, draft);
  fitArticle(place, draft, draft.value);
  checkRepetition(place, draft);
  checkName(place, draft);
  return { ...draft, label };
}

/** What a fixed value needs to stand in the place of the match: its capitals, and the right `a` or `an` before it. */
export function fitToText(place: Place, value: string): { readonly start: number; readonly end: number; readonly text: string } {
  const draft: Draft = { ...place.match.span, value, doubts: [] };
  fitCapitals(place, draft);
  fitArticle(place, draft, draft.value);
  return { start: draft.start, end: draft.end, text: draft.value };
}
