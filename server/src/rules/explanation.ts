import type { TermMatch } from '../glossary/match.js';
import { findOverlapping, itself, type Span } from '../model/span.js';
import type { AnalysedBlock } from './define-rule.js';

// What brackets say that begin so is where, when or whether, not what it is.
const explainedAfter =
  /^s?["”’']?\s*(?:\((?!\p{Lu}+s?\))(?!(?:see|from|by|on|in|at|if|for|until|since|and|or|but|not|with|e\.g\.|page|section)[\s,])[^()]*\s[^()]*\)|,? (?:which|that) (?:is|are|means?)\b|,? (?:meaning|means?|in other words|that is|refers? to)\b|\s+[–—]\s)/u;
const explainedBefore = /\(\s*(?:known as |called |also |or |a |an |the |our )*$|\b(?:called|known as)\s+(?:a |an |the )?["“‘']?$/i;

/** Whether the words right before or after a term say what it means: “X (a …)”, “X, which is …”, “a … called X”. */
export function isExplainedAt(text: string, span: Span): boolean {
  return explainedAfter.test(text.slice(span.end, span.end + 160)) || explainedBefore.test(text.slice(Math.max(0, span.start - 60), span.start));
}

/** Whether the words around a use of a term say what it means, or enough of its definition's words stand beside it. */
export function isExplained({ block, analysis }: AnalysedBlock, { term, span }: Pick<TermMatch, 'term' | 'span'>): boolean {
  if (isExplainedAt(block.text, span)) return true;
  const sentence = findOverlapping(analysis.sentences, span, itself);
  const nearby = new Set(sentence?.words.filter((word) => word.end <= span.start || word.start >= span.end).map((word) => word.key));
  const meaning = (term.definition ?? '').toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return meaning.length > 1 && meaning.filter((word) => nearby.has(word)).length >= meaning.length * 0.6;
}
