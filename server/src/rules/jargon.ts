import { z } from 'zod';
import type { Term } from '../glossary/glossary.js';
import { findOverlapping, itself } from '../model/span.js';
import { isQuoted } from './analysis.js';
import { allKinds, defineBlockRule, type TextSuggestion } from './define-rule.js';
import { isInName } from './names.js';
import { suggestOmission } from './replacement/omission.js';
import type { Place } from './replacement/place.js';
import { suggestReplacements } from './replacement/replace.js';

export default defineBlockRule({
  meta: {
    id: 'jargon',
    title: 'Words this audience does not know',
    category: 'jargon',
    why: 'Readers stop at a word they do not know, and guess. A word they use themselves keeps them reading.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: ['We ‹leverage› the new portal.', 'They are ‹leveraging› it.'],
      good: ['We use the new portal.', 'She said “leverage” twice.', 'The company reduced its financial leverage.'],
      fixed: { 'We leverage the new portal.': 'We use the new portal.', 'They are leveraging it.': 'They are using it.' },
    },
  },
  options: z.strictObject({}),
  *check({ block, analysis, audience, language }) {
    if (block.quoted) return;
    for (const match of analysis.matches) {
      const { term } = match;
      if (term.policy === 'expand' || term.policy === 'explain') continue;
      if (audience.knows(term.term, term.domain, term.knownTo)) continue;
      if (isQuoted(analysis, match.span) || isInName(block.text, analysis, match)) continue;
      // “commercial off-the-shelf (COTS)” says what the short form means.
      if (findOverlapping(analysis.acronyms, match.span, itself)?.isDefined) continue;
      const written = block.text.slice(match.span.start, match.span.end);
      const suggestions = suggest({ text: block.text, analysis, match, language, isHeading: block.kind === 'heading' });
      yield {
        span: match.span,
        message: explain(written, term, suggestions),
        term: term.term,
        glossary: term.glossary,
        suggestions,
        ...(term.severity === undefined ? {} : { severity: term.severity }),
      };
    }
  },
});

/**
 * Replacements, best first. `avoid` says that none fits everywhere, so a person chooses. So does one for capitals that only a
 * bundled glossary knows: the same letters mean different things in different places.
 */
function suggest(place: Place): TextSuggestion[] {
  const { policy, replacements = [], bundled, term } = place.match.term;
  const isAmbiguous = bundled && /\p{Lu}.*\p{Lu}/u.test(term);
  const replaced = suggestReplacements(place, replacements, policy !== 'avoid' && !isAmbiguous);
  return policy === 'omit' ? [suggestOmission(place, replacements.length === 0), ...replaced] : replaced;
}

function explain(written: string, term: Term, suggestions: readonly TextSuggestion[]): string {
  const first = suggestions[0];
  const titles = suggestions.slice(0, 3).map((suggestion) => /“[^”]*”/.exec(suggestion.title)?.[0] ?? suggestion.title);
  if (first?.title.startsWith('Leave out')) return `“${written}” adds nothing for readers: leave it out.`;
  if (first !== undefined) return `“${written}” may lose readers: try ${titles.join(' or ')}.`;
  return term.reason === undefined
    ? `“${written}” may lose readers: say it in everyday words.`
    : `“${written}” may lose readers: say it in everyday words. ${term.reason}`;
}
