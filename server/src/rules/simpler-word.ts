import { patterns } from 'retext-simplify/patterns';
import { z } from 'zod';
import { TermAutomaton } from '../glossary/compile.js';
import type { Term } from '../glossary/glossary.js';
import { matchTerms, type TermMatch } from '../glossary/match.js';
import { type BlockAnalysis, isJudged, isQuoted } from './analysis.js';
import { allKinds, defineBlockRule } from './define-rule.js';
import { isInName } from './names.js';
import { suggestOmission } from './replacement/omission.js';
import type { Place } from './replacement/place.js';
import { suggestReplacements } from './replacement/replace.js';

/**
 * Entries of retext-simplify that mostly misfire in messages: the word has an everyday meaning of its own (“type”, “address”),
 * the advice changes the meaning (“however” to “but”), or the word is already the plainest one for it (“delete”, “option”).
 */
const leftAlone = new Set([
  ...'accompany accordingly accurate address adjustment advise aggregate aircraft allocate alternatively apparent appropriate attempt benefit capability caveat combined component'.split(
    ' ',
  ),
  ...'comprise concerning consolidate constitutes contains convene currently delete depart desire determine effect elect employ encounter ensure equitable equivalent'.split(
    ' ',
  ),
  ...'establish evaluate evident exhibit expertise expiration facilitate females feasible forfeit forward frequently function however identical identify immediately implement indicate indication'.split(
    ' ',
  ),
  ...'initial interface liaison literally magnitude maintain maximum minimum modify monitor multiple notify objective observe operate option overall parameters participate'.split(
    ' ',
  ),
  ...'perform permit portion previous previously proceed proficiency provide purchase reflect regarding relocate remain render represents request require requirement residence satisfy'.split(
    ' ',
  ),
  ...'selection shall submit substantial therefore there thereof therein timely transmit type utilisation utilization validate very viable vice warrant witnessed whereas'.split(
    ' ',
  ),
  ...[
    'e.g.',
    'i.e.',
    'and/or',
    'it is',
    'there is',
    'there are',
    'your office',
    'on the other hand',
    'on the contrary',
    'not certain',
    'similar to',
    'all of',
    'the use of',
    'honest truth',
    'relative to',
    'in the amount of',
    'in terms of',
  ],
  ...[
    'limited number',
    'close proximity',
    'in between',
    'is responsible for',
    'took advantage of',
    'it appears',
    'in the process of',
    'benefit from',
    'not often',
    'in many cases',
  ],
  // No shorter word for it says when; the rule `when` asks for that.
  'in the near future',
]);

/** Phrases whose first replacement fits wherever they stand. */
const safePhrases = new Set([
  ...['adjacent to', 'at the present time', 'because of the fact that', 'due to the fact that', 'each and every', 'first and foremost'],
  ...[
    'for a period of',
    'has a requirement for',
    'in all likelihood',
    'in an effort to',
    'in excess of',
    'in lieu of',
    'in light of the fact that',
    'in order to',
  ],
  ...['inasmuch as', 'is applicable to', 'is authorised to', 'is authorized to', 'not later than', 'owing to the fact that', 'provides guidance for'],
  ...['readily apparent', 'refer back', 'until such time as', 'various different', 'with the exception of', 'in regard to'],
  ...['interpose no objection', 'effect modifications'],
]);

/** Where retext-simplify has a replacement that does not fit the sentence: “if a fire” for “in the event of a fire”. */
const ownReplacements: Readonly<Record<string, readonly string[]>> = {
  'as a means of': ['for'],
  'by means of': ['with', 'by'],
  demonstrate: ['show'],
  'in accordance with': ['following', 'under'],
  'in lieu of': ['instead of'],
  'in the event of': ['if there is'],
  necessitate: ['need', 'cause'],
  'not unlike': ['like'],
  'point in time': ['moment'],
  'pursuant to': ['under', 'following'],
};

/** Words of retext-simplify that are verbs, so that “prioritised” and “expediting” are found as well. */
const verbs: ReadonlySet<string> = new Set(
  (
    'accelerate accomplish acquire alleviate ameliorate anticipate ascertain assist attain authorise authorize bestow cease commence deem demonstrate designate disclose ' +
    'discontinue disseminate eliminate elucidate endeavor enumerate expedite expend finalise finalize formulate furnish minimise minimize necessitate obtain possess preclude prioritise ' +
    'prioritize procure promulgate reside retain solicit strategise strategize terminate transpire utilise utilize'
  ).split(' '),
);

/** The patterns as a glossary of fixed phrases, so that one pass of the automaton finds them all. */
function compilePatterns(): TermAutomaton {
  const terms = Object.entries(patterns).flatMap(([phrase, pattern]): Term[] => {
    if (leftAlone.has(phrase)) return [];
    const replacements = [...(ownReplacements[phrase] ?? pattern.replace.filter((replacement) => !replacement.includes('…')))];
    if (replacements.length === 0 && pattern.omit !== true) return [];
    return [
      {
        term: phrase,
        partOfSpeech: phrase === 'comply with' || verbs.has(phrase) ? 'verb' : 'phrase',
        replacements,
        policy: pattern.omit === true ? 'omit' : 'replace',
        status: 'approved',
        caseSensitive: false,
        glossary: 'retext-simplify',
        bundled: true,
      },
    ];
  });
  return new TermAutomaton([{ name: 'retext-simplify', terms }]);
}

const automaton = compilePatterns();

export default defineBlockRule({
  meta: {
    id: 'simpler-word',
    title: 'Longer than it needs to be',
    category: 'plain words',
    why: 'Long-winded words slow everybody down and add nothing. The short word means the same.',
    severity: 'info',
    kinds: allKinds,
    examples: {
      bad: ['Reply ‹not later than› Monday.', 'We will ‹prioritise› your calls.'],
      good: ['Reply by Monday.', 'She wrote “not later than” twice.'],
      fixed: { 'Reply not later than Monday.': 'Reply by Monday.' },
    },
  },
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Words and phrases to leave alone.'),
  }),
  *check({ block, analysis, language, options }) {
    if (block.quoted) return;
    const allowed = new Set(options.allow.map((phrase) => phrase.toLowerCase()));
    for (const match of matchTerms(automaton, block.text, analysis.words).terms) {
      const phrase = match.term.term;
      // The organisation's own glossary has the first word.
      if (allowed.has(phrase) || isQuoted(analysis, match.span) || isInName(block.text, analysis, match) || isJudged(analysis, match.span)) continue;
      if (isOtherPhrase(block.text, analysis, match)) continue;
      const written = block.text.slice(match.span.start, match.span.end);
      const place: Place = { text: block.text, analysis, match, language, isHeading: block.kind === 'heading' };
      const fitting = (match.term.replacements ?? []).filter((replacement) => hasRoomFor(replacement, block.text, match));
      const suggestions = suggestReplacements(place, fitting, safePhrases.has(phrase));
      if (match.term.policy === 'omit') suggestions.unshift(suggestOmission(place, false));
      yield { span: match.span, message: describe(written, match.term), term: phrase, suggestions };
    }
  },
});

/** Whether the words are part of another phrase, in which the shorter word does not fit. */
function isOtherPhrase(text: string, { words }: BlockAnalysis, { term, span, inflection, firstWord, lastWord }: TermMatch): boolean {
  const previous = words[firstWord - 1]?.key ?? '';
  const next = words[lastWord + 1]?.key ?? '';
  switch (term.term) {
    case 'as to':
      // “As well as to”, “so as to”.
      return /^(?:well|such|so|same|much|far|long|soon)$/.test(previous);
    case 'at this time':
      return next === 'of';
    case 'for a period of':
      return next === 'time';
    case 'failed to':
      // “Has failed to” does not become “has didn’t”.
      return /^(?:have|has|had|having|is|are|was|were|be|been|or)$/.test(previous);
    case 'acquire':
    case 'authorise':
    case 'authorize':
    case 'designate':
    case 'disclose':
      // “An authorised system” is no system that somebody lets.
      return inflection === 'past';
    case 'prioritise':
    case 'prioritize':
      // “Will be prioritised” leaves nothing to focus on.
      return inflection === 'past' && !hasRoomFor('focus on', text, { span });
    default:
      // “A point-in-time copy” is one word.
      return !term.term.includes('-') && /[-‐‑]/.test(text.slice(span.start, span.end));
  }
}

/** “Focus on” needs something to focus on: “plan and prioritise.” leaves it nothing. */
function hasRoomFor(replacement: string, text: string, { span }: Pick<TermMatch, 'span'>): boolean {
  return (
    !/ (?:on|of|for|to|with)$/.test(replacement) ||
    /^\s+(?!(?:and|or|but|in|on|by|for|to|alongside|with|at|as|from)\b)[\p{L}\p{N}“"‘'(]/u.test(text.slice(span.end, span.end + 16))
  );
}

function describe(written: string, term: Term): string {
  const options = (term.replacements ?? []).slice(0, 3).map((replacement) => `“${replacement}”`);
  if (term.policy === 'omit') return `“${written}” can go: leave it out${options.length > 0 ? `, or try ${options.join(' or ')}` : ''}.`;
  return `“${written}” has a shorter way to say it: try ${options.join(' or ')}.`;
}
