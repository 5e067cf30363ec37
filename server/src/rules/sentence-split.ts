import { OPAQUE } from '../model/block.js';
import { countStarted } from '../model/span.js';
import { capitalise } from '../text/words.js';
import { isQuoted, type Sentence } from './analysis.js';
import type { AnalysedBlock, TextSuggestion } from './define-rule.js';

// A shorter half reads as a stump.
const shortestHalf = 5;
// What has more words is no sentence but a text without full stops, and two halves of it are no help.
const mostWords = 120;

const finite =
  "(?:is|are|was|were|has|have|had|will|can|could|would|should|must|may|might|does|do|did|cannot|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|hasn[’']t|haven[’']t|won[’']t|can[’']t|don[’']t|doesn[’']t|didn[’']t)";
const pronoun = '(?:we|you|they|it|he|she|I|everyone|everybody|nobody|no one|anyone|somebody)';
const adverb = '(?:(?:also|then|now|still|soon|often|always|never|only|just|already|usually|\\p{L}+ly) )?';
const determiner =
  '(?:the|a|an|our|your|their|its|his|her|my|this|that|these|those|all|some|most|many|both|each|every|no|any|another|two|three|four|five|\\d+)';
// What cannot stand between a subject and its verb without opening a clause of its own.
const inside = `(?!(?:that|which|who|whom|whose|where|when|if|because|as|to|and|or|but|so|than|while|not|${pronoun}|${finite})\\b)[\\p{L}\\p{N}’'/&-]+`;

/** A subject with its verb: what a sentence of its own needs. */
const clause = new RegExp(
  `^(?:${pronoun}(?:[’'](?:s|re|ll|ve|d|m)\\b| ${adverb}(?!(?:and|or|too|as|with|alone|both|all|in|on|at|of|for|to|who|that|else|whose|from)\\b)\\p{L}+)|` +
    `there (?:is|are|was|were|will|has|have|may|can)\\b|(?:this|that|these|those) ${adverb}(?:${finite}|means?|helps?|makes?|lets?|gives?|happens?|takes?|includes?|applies)\\b|` +
    `${determiner} (?:${inside} ){1,6}?${finite}\\b|(?:\\p{Ll}+ )?\\p{Ll}{2,}s (?:are|were|have|will|can|must|should|may)\\b|(?:\\p{Lu}[\\p{L}\\p{N}’'&-]* ){1,4}${finite}\\b)`,
  'u',
);
const subordinate =
  /^\W*(?:if|when|whenever|while|whilst|although|though|because|since|as|once|after|before|until|unless|whether|whereas|where|given|even|whatever|whoever|wherever|however much)\b/iu;
const paired = /\b(?:both|either|neither|not only|whether|between)\b/iu;
const hasVerb = new RegExp(
  `\\b${finite}\\b|\\b${pronoun}(?:[’'](?:s|re|ll|ve|d|m)\\b| \\p{L}+)|^\\W*(?:please )?[\\p{L}]+ (?:the|a|an|your|our|this|these|it|all|any)\\b`,
  'iu',
);

interface Place {
  /** In text offsets of the block. */
  readonly start: number;
  readonly end: number;
  /** What the new sentence begins with, before the words that follow. */
  readonly opening: string;
}

/** Offers to split a sentence in two before a clause with a subject of its own, nearest to the middle; nothing where that may be wrong. */
export function suggestSplit({ block, analysis }: AnalysedBlock, sentence: Sentence): TextSuggestion[] {
  if (sentence.words.length > mostWords) return [];
  const written = block.text.slice(sentence.start, sentence.end);
  if (/[?:]\W*$/.test(written)) return [];
  const middle = written.length / 2;
  const places = [...listPlaces(written)]
    .map((place) => ({ ...place, start: sentence.start + place.start, end: sentence.start + place.end }))
    .sort((a, b) => Math.abs(a.start - sentence.start - middle) - Math.abs(b.start - sentence.start - middle));
  const place = places.find(({ start, end }) => {
    const before = countStarted(sentence.words, start);
    return before >= shortestHalf && sentence.words.length - before >= shortestHalf && !isQuoted(analysis, { start, end });
  });
  if (place === undefined) return [];
  const next = block.text.charAt(place.end);
  const text = place.opening === '' ? `. ${next.toUpperCase()}` : `. ${place.opening} ${next}`;
  const shown = `${place.opening === '' ? '' : `${place.opening} `}${block.text.slice(place.end, sentence.end)}`.split(/\s+/).slice(0, 4).join(' ');
  return [
    {
      title: `Start a new sentence at “${capitalise(shown).replaceAll(OPAQUE, '…')} …”`,
      safety: 'review',
      edits: [{ start: place.start, end: place.end + next.length, text }],
    },
  ];
}

function* listPlaces(written: string): Generator<Place> {
  for (const match of written.matchAll(/;\s+(?:(and|but|so)\s+)?|(,)?\s+(and|but|so)\s+|,\s+which\s+/giu)) {
    const before = written.slice(0, match.index);
    const end = match.index + match[0].length;
    const after = written.slice(end);
    if (!isComplete(before) || !isClosed(before) || before.endsWith('.')) continue;
    if (/which/iu.test(match[0])) {
      const subject = findSubjectOfWhich(before, after);
      if (subject !== undefined) yield { start: match.index, end, opening: subject };
      continue;
    }
    const word = (match[1] ?? match[3] ?? '').toLowerCase();
    const isSemicolon = match[0].startsWith(';');
    if (isSemicolon && /:/.test(before)) continue;
    if (!isSemicolon && (paired.test(before) || isSeries(before) || isListOfNames(before, after))) continue;
    // Without a comma, “and” joins nearly anything; these can only be subjects.
    if (!isSemicolon && match[2] === undefined && !/^(?:we|they) (?!who\b|all\b|both\b)\p{L}+/u.test(after)) continue;
    // “… so you can see it” says what for.
    if (word === 'so' && match[2] === undefined && !isSemicolon) continue;
    // “…, and that can be slow” may go on with what came before “that”.
    if (!clause.test(after) || (!isSemicolon && /^(?:that|those)\b/iu.test(after))) continue;
    yield { start: match.index, end, opening: word === 'but' ? 'But' : word === 'so' ? 'So' : '' };
  }
}

/** “…, which means that …” becomes “This means that …” where the clause goes on to the end. */
function findSubjectOfWhich(before: string, after: string): string | undefined {
  if (/[,;:–—]|\s-\s/.test(after)) return undefined;
  const verb = /^(?:(?:also|then|now|still|usually|often|always) )?(\p{L}+)/u.exec(after)?.[1] ?? '';
  if (/^(?:are|have|were|do|include|make|let|help|allow|give|mean|need)$/.test(verb)) return 'These';
  if (/^(?:is|has|was|does|means|allows|lets|makes|gives|helps|includes|saves|needs|takes|shows|tells)$/.test(verb)) return 'This';
  if (!/^(?:will|can|could|may|might|must|should|would)$/.test(verb)) return undefined;
  // A plural may be what will happen, or what it happens to.
  return before.endsWith('s') ? undefined : 'This';
}

/** Whether what stands before a place can stand alone: it has a verb, and is no condition without what it is a condition of. */
function isComplete(before: string): boolean {
  if (!hasVerb.test(before)) return false;
  if (!subordinate.test(before)) return true;
  const [, ...rest] = before.split(/,\s+/);
  return rest.some((part) => clause.test(part) || /^(?:please )?[a-z]+ (?:the|a|an|your|our|this|these|it)\b/iu.test(part));
}

/** Whether clauses stand in a row, so that the last belongs to all before: “A is open, B is shut, and C is new”. */
function isSeries(before: string): boolean {
  const [first = '', ...rest] = before.split(/,\s+/);
  return !subordinate.test(first) && new RegExp(`\\b${finite}\\b`, 'iu').test(first) && rest.some((part) => clause.test(part));
}

/** “Ann, Bob, and Carol have left” has one clause: before its last comma stands no verb. */
function isListOfNames(before: string, after: string): boolean {
  const last = before.lastIndexOf(', ');
  return last >= 0 && !new RegExp(`^${pronoun}\\b`, 'iu').test(after) && !hasVerb.test(before.slice(last + 2));
}

/** Whether brackets and dashes that open before a place also close before it. */
function isClosed(before: string): boolean {
  const count = (pattern: RegExp): number => before.match(pattern)?.length ?? 0;
  return count(/[([“]/g) === count(/[)\]”]/g) && count(/\s[–—-]+\s|—/g) % 2 === 0 && count(/"/g) % 2 === 0;
}
