import { z } from 'zod';
import type { TermMatch } from '../glossary/match.js';
import { findOverlapping, itself } from '../model/span.js';
import { isQuoted } from './analysis.js';
import { type AnalysedBlock, allKinds, defineMessageRule, type TextSuggestion } from './define-rule.js';

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
      good: ['You need an API key (a secret code that lets one program use another) by Monday.', 'He said “API key” again.'],
    },
  },
  options: z.strictObject({}),
  *check({ blocks, audience }) {
    const settled = new Set<string>();
    const uses = [...listUses(blocks)].filter(({ match }) => !audience.knows(match.term.term, match.term.domain, match.term.knownTo));
    // An explanation anywhere in the message will do: readers look for it.
    for (const { analysed, match } of uses) if (isExplained(analysed, match)) settled.add(match.term.term);
    for (const { analysed, match } of uses) {
      const { block, analysis } = analysed;
      const { term, span } = match;
      if (settled.has(term.term) || block.kind === 'heading' || block.quoted || isQuoted(analysis, span)) continue;
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
        message: `Readers may not know “${written}”: say once what it means, such as “${definition}”.`,
        term: term.term,
        glossary: term.glossary,
        suggestions: [suggestion],
        ...(term.severity === undefined ? {} : { severity: term.severity }),
      };
    }
  },
});

function* listUses(blocks: readonly AnalysedBlock[]): Generator<{ analysed: AnalysedBlock; match: TermMatch }> {
  for (const analysed of blocks) {
    for (const match of analysed.analysis.matches) {
      if (match.term.policy === 'explain' && match.term.definition !== undefined) yield { analysed, match };
    }
  }
}

/** Whether the words around the term say what it means, or enough of its definition's words stand beside it. */
function isExplained({ block, analysis }: AnalysedBlock, { term, span }: TermMatch): boolean {
  const after = block.text.slice(span.end, span.end + 160);
  if (
    /^s?["”’']?\s*(?:\((?!\p{Lu}+s?\))[^()]*\s[^()]*\)|,? (?:which|that) (?:is|are|means?)\b|,? (?:meaning|means?|in other words|that is|refers? to)\b|\s+[–—]\s)/u.test(
      after,
    )
  )
    return true;
  const before = block.text.slice(Math.max(0, span.start - 60), span.start);
  if (/\(\s*(?:known as |called |also |or |a |an |the |our )*$|\b(?:called|known as)\s+(?:a |an |the )?["“‘']?$/i.test(before)) return true;
  const sentence = findOverlapping(analysis.sentences, span, itself);
  const nearby = new Set(sentence?.words.filter((word) => word.end <= span.start || word.start >= span.end).map((word) => word.key));
  const meaning = (term.definition ?? '').toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return meaning.length > 1 && meaning.filter((word) => nearby.has(word)).length >= meaning.length * 0.6;
}
