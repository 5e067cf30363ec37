import { patterns } from 'retext-simplify/patterns';
import { z } from 'zod';
import { TermAutomaton } from '../glossary/compile.js';
import type { Term } from '../glossary/glossary.js';
import { matchTerms } from '../glossary/match.js';
import { spellFor } from '../text/spelling.js';
import { isJudged, isPartOfName, isQuoted } from './analysis.js';
import { allKinds, defineBlockRule, type TextSuggestion } from './define-rule.js';
import { fitToText, type Place, suggestOmission } from './replacement.js';

/**
 * Entries of retext-simplify that mostly misfire in messages: the word has an everyday meaning of its own (“type”, “address”),
 * the advice changes the meaning (“however” to “but”), or the word is already the plainest one for it (“delete”, “option”).
 */
const leftAlone = new Set([
  ...'accompany accurate address adjustment advise aggregate aircraft alternatively apparent appropriate attempt benefit capability caveat combined component'.split(
    ' ',
  ),
  ...'comprise concerning consolidate constitutes contains convene currently delete depart desire determine effect elect employ encounter ensure equitable equivalent'.split(
    ' ',
  ),
  ...'establish evaluate evident exhibit expertise facilitate females feasible forfeit forward frequently function however identical identify immediately implement indicate indication'.split(
    ' ',
  ),
  ...'initial interface liaison literally magnitude maintain maximum minimum modify monitor multiple notify objective observe operate option overall parameters participate'.split(
    ' ',
  ),
  ...'perform permit portion previous previously proceed proficiency provide purchase reflect regarding relocate remain render represents request require requirement residence satisfy'.split(
    ' ',
  ),
  ...'selection shall submit substantial therefore there thereof therein timely transmit type validate very viable vice warrant witnessed whereas'.split(' '),
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
  ...[
    'a number of',
    'adjacent to',
    'as a means of',
    'at the present time',
    'at this time',
    'because of the fact that',
    'due to the fact that',
    'each and every',
    'first and foremost',
  ],
  ...[
    'for a period of',
    'has a requirement for',
    'in accordance with',
    'in all likelihood',
    'in an effort to',
    'in excess of',
    'in light of the fact that',
    'in order to',
    'in the event of',
  ],
  ...[
    'inasmuch as',
    'is applicable to',
    'is authorised to',
    'is authorized to',
    'not later than',
    'notwithstanding',
    'owing to the fact that',
    'pertaining to',
    'prior to',
  ],
  ...[
    'provides guidance for',
    'pursuant to',
    'readily apparent',
    'refer back',
    'until such time as',
    'various different',
    'whether or not',
    'with reference to',
    'with respect to',
  ],
  ...['with the exception of', 'by means of', 'in regard to', 'in lieu of', 'interpose no objection', 'effect modifications'],
]);

/** The patterns as a glossary of fixed phrases, so that one pass of the automaton finds them all. */
function compilePatterns(): TermAutomaton {
  const terms = Object.entries(patterns).flatMap(([phrase, pattern]): Term[] => {
    if (leftAlone.has(phrase)) return [];
    const replacements = pattern.replace.filter((replacement) => !replacement.includes('…'));
    if (replacements.length === 0 && pattern.omit !== true) return [];
    return [
      {
        term: phrase,
        partOfSpeech: 'phrase',
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
      if (allowed.has(phrase) || isQuoted(analysis, match.span) || isPartOfName(analysis, match) || isJudged(analysis, match.span)) continue;
      const written = block.text.slice(match.span.start, match.span.end);
      const place: Place = { text: block.text, analysis, match, language, isHeading: block.kind === 'heading' };
      const suggestions = (match.term.replacements ?? []).map(
        (replacement, index): TextSuggestion => ({
          title: `Use “${replacement}”`,
          safety: index === 0 && safePhrases.has(phrase) ? 'safe' : 'review',
          edits: [fitToText(place, spellFor(language, replacement))],
        }),
      );
      if (match.term.policy === 'omit') suggestions.unshift(suggestOmission(place, false));
      yield { span: match.span, message: describe(written, match.term), term: phrase, suggestions };
    }
  },
});

function describe(written: string, term: Term): string {
  const options = (term.replacements ?? []).slice(0, 3).map((replacement) => `“${replacement}”`);
  if (term.policy === 'omit') return `“${written}” can go: leave it out${options.length > 0 ? `, or try ${options.join(' or ')}` : ''}.`;
  return `“${written}” has a shorter way to say it: try ${options.join(' or ')}.`;
}
