import type { Term } from '../glossary/glossary.js';
import { matchTerms } from '../glossary/match.js';
import type { Document } from '../model/document.js';
import type { Span } from '../model/span.js';
import { splitWords } from '../text/words.js';
import type { Organisation } from './organisation.js';

/** The glossary term at a source offset, and the source span of its use; `undefined` when there is none. */
export function findTermAt(document: Document, organisation: Organisation, offset: number): { readonly term: Term; readonly span: Span } | undefined {
  for (const block of document.blocks) {
    const whole = block.map.toSource({ start: 0, end: block.text.length });
    if (offset < whole.start || offset > whole.end) continue;
    for (const { term, span } of matchTerms(organisation.automaton, block.text, splitWords(block.text)).terms) {
      const source = block.map.toSource(span);
      if (source.start <= offset && offset <= source.end) return { term, span: source };
    }
  }
  return undefined;
}
