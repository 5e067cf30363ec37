import { z } from 'zod';
import type { TermMatch } from '../glossary/match.js';
import { isQuoted } from './analysis.js';
import { type AnalysedBlock, allKinds, defineMessageRule, type TextSuggestion } from './define-rule.js';
import { isExplained } from './explanation.js';
import { isInName } from './names.js';

export default defineMessageRule({
  meta: {
    id: 'unexplained-term',
    title: 'Terms used without their meaning',
    category: 'jargon',
    why: 'Some terms have no everyday twin. Told once what they mean, readers can follow the rest.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: ['You need an ‹API key› by Monday.'],
      good: [
        'You need an API key (a secret code that lets one program use another) by Monday.',
        'A secret code that lets one program use another is called an API key. Your API key comes by post.',
        'He said “API key” again.',
      ],
    },
  },
  options: z.strictObject({}),
  *check({ blocks, audience }) {
    const uses = [...listUses(blocks)].filter(({ match }) => !audience.knows(match.term.term, match.term.domain, match.term.knownTo));
    const explained = new Set(uses.filter(({ analysed, match }) => isExplained(analysed, match)).map(({ match }) => match.term.term));
    const settled = new Set<string>();
    for (const { analysed, match } of uses) {
      const { block, analysis } = analysed;
      const { term, span } = match;
      if (isExplained(analysed, match)) settled.add(term.term);
      if (settled.has(term.term) || block.kind === 'heading' || block.quoted || isQuoted(analysis, span) || isInName(block.text, analysis, match)) continue;
      settled.add(term.term);
      const written = block.text.slice(span.start, span.end);
      const definition = term.definition ?? '';
      const suggestion: TextSuggestion = {
        title: `Explain it: “(${definition})”`,
        safety: 'review',
        edits: [{ start: span.end, end: span.end, text: ` (${definition})` }],
      };
      yield {
        block,
        span,
        message: explained.has(term.term)
          ? `“${written}” is explained only further down: move its meaning up to here.`
          : `Readers may not know “${written}”: say once what it means, such as “${definition}”.`,
        term: term.term,
        glossary: term.glossary,
        suggestions: hasRoom(analysed, match) ? [suggestion] : [],
        ...(term.severity === undefined ? {} : { severity: term.severity }),
      };
    }
  },
});

/** Not inside brackets, before a possessive, or half way into a compound: there a bracket would not read. */
function hasRoom({ block }: AnalysedBlock, { span }: TermMatch): boolean {
  const before = block.text.slice(Math.max(0, span.start - 80), span.start);
  return !/[([][^)\]]*$/.test(before) && !/^(?:['’]|[-‐‑/]\p{L})/u.test(block.text.slice(span.end, span.end + 2));
}

function* listUses(blocks: readonly AnalysedBlock[]): Generator<{ analysed: AnalysedBlock; match: TermMatch }> {
  for (const analysed of blocks) {
    for (const match of analysed.analysis.matches) {
      if (match.term.policy === 'explain' && match.term.definition !== undefined) yield { analysed, match };
    }
  }
}
