import type { TermMatch } from '../glossary/match.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { isAllCapitals, isCapitalised } from '../text/words.js';
import { type BlockAnalysis, startsSentence } from './analysis.js';

/**
 * Whether everyday words stand capitalised beside another capital, so that they name somebody: “Acme Service Desk”, “Terminate
 * Partners”. “The Service Desk” is still a service desk, and “Prior to May” still prior.
 */
export function isInName(
  text: string,
  analysis: BlockAnalysis,
  { term, span, firstWord, lastWord }: Pick<TermMatch, 'span' | 'firstWord' | 'lastWord'> & { readonly term?: { readonly term: string } },
): boolean {
  // A term with a capital of its own is a name that is meant.
  if (term !== undefined && isCapitalised(term.term)) return false;
  const { words } = analysis;
  const first = words[firstWord];
  const last = words[lastWord];
  if (first === undefined || last === undefined || !isCapitalised(first.value) || isAllCapitals(first.value)) return false;
  if (last !== first && !isCapitalised(last.value)) return false;
  // In a title every word is capitalised, so capitals say nothing.
  if (words.filter((word) => isCapitalised(word.value)).length > words.length * 0.6) return false;
  const next = words[lastWord + 1];
  if (next !== undefined && isCapitalised(next.value) && isSpace(text.slice(span.end, next.start))) return true;
  const previous = words[firstWord - 1];
  if (previous === undefined || !isCapitalised(previous.value) || !isSpace(text.slice(previous.end, span.start))) return false;
  // “The” has its capital from the sentence, “Web” in “the U.S. Web Design System” from the name.
  return !(isEverydayWord(previous.key) && startsSentence(analysis, previous.start));
}

function isSpace(gap: string): boolean {
  return /^\s+$/.test(gap);
}
