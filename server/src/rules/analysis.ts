import type { TermAutomaton } from '../glossary/compile.js';
import { matchTerms, type TermMatch } from '../glossary/match.js';
import type { Block } from '../model/block.js';
import { countStarted, findOverlapping, itself, type Span } from '../model/span.js';
import { type Acronym, findAcronyms, isAcronymShaped, isDefinedAt } from '../text/acronyms.js';
import { noCounts, type TextCounts } from '../text/scores.js';
import { splitSentences } from '../text/sentences.js';
import { countSyllables } from '../text/syllables.js';
import type { Tag } from '../text/tagger.js';
import { splitWords, type Word } from '../text/words.js';

/** A sentence of a block, in text offsets, with its words. */
export interface Sentence extends Span {
  readonly words: readonly Word[];
}

/** What a block's text yields, worked out once and read by every rule. */
export interface BlockAnalysis {
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly matches: readonly TermMatch[];
  /** Phrases that a glossary lists as fine. */
  readonly exceptions: readonly Span[];
  readonly acronyms: readonly Acronym[];
  /** Spans in quotation marks: words somebody else said, or words talked about. */
  readonly quotations: readonly Span[];
  /** The tag of a word, worked out with those of its sentence when first asked for; `undefined` where no tagger is loaded. */
  readonly tagAt: (word: number) => Tag | undefined;
  /** Zero for blocks that are not running text, and for what is said beside a slide. */
  readonly counts: TextCounts;
}

/** Reads a block once for all rules. */
export function analyseBlock(block: Block, automaton: TermAutomaton): BlockAnalysis {
  const words = splitWords(block.text);
  const sentences = groupSentences(block.text, words);
  const { terms: matches, exceptions, tagAt } = matchTerms(automaton, block.text, words);
  return {
    words,
    sentences,
    matches,
    exceptions,
    tagAt,
    acronyms: listShortForms(block.text, words, matches),
    quotations: findQuotations(block.text),
    counts: block.isNote !== true && (block.kind === 'paragraph' || block.kind === 'list-item') ? countText(sentences) : noCounts,
  };
}

/** Whether the span stands in quotation marks. */
export function isQuoted(analysis: BlockAnalysis, span: Span): boolean {
  const quotation = findOverlapping(analysis.quotations, span, itself);
  return quotation !== undefined && quotation.start <= span.start && span.end <= quotation.end;
}

/** Acronyms by their capitals, and the short forms that a glossary wants spelled out whatever their capitals: SaaS, K8s. */
function listShortForms(text: string, words: readonly Word[], matches: readonly TermMatch[]): Acronym[] {
  const acronyms = findAcronyms(text, words).map((acronym) => {
    const match = acronym.isPlural ? findOverlapping(matches, acronym, ({ span }) => span) : undefined;
    const written = text.slice(acronym.start, acronym.end);
    // The s of K8s is part of its name.
    return match?.term.term === written ? { ...acronym, value: written, isPlural: false, isDefined: isDefinedAt(text, acronym, written) } : acronym;
  });
  const others: Acronym[] = [];
  for (const { term, span, inflection } of matches) {
    if (term.policy !== 'expand' || findOverlapping(acronyms, span, itself) !== undefined) continue;
    // Capitals that were left out above are part of a reference: CVE-2023-4806.
    if (isAcronymShaped(text.slice(span.start, span.end))) continue;
    others.push({ ...span, value: term.term, isPlural: inflection === 'plural', isDefined: isDefinedAt(text, span, term.term) });
  }
  return others.length === 0 ? acronyms : [...acronyms, ...others].sort((a, b) => a.start - b.start);
}

/** Whether a glossary of the organisation has an opinion here: that it is a term, or that it is fine. */
export function isJudged(analysis: BlockAnalysis, span: Span): boolean {
  return findOverlapping(analysis.matches, span, (match) => match.span) !== undefined || findOverlapping(analysis.exceptions, span, itself) !== undefined;
}

/** Whether a sentence's first word begins at the offset. */
export function startsSentence({ sentences }: BlockAnalysis, offset: number): boolean {
  return sentences[countStarted(sentences, offset) - 1]?.words[0]?.start === offset;
}

/** The words of the sentence that the word stands in, with the index of the first. */
export function sentenceOf({ sentences, words }: BlockAnalysis, word: number): { readonly words: readonly Word[]; readonly first: number } {
  const sentence = sentences[countStarted(sentences, words[word]?.start ?? 0) - 1];
  const opening = sentence?.words[0];
  return sentence === undefined || opening === undefined
    ? { words: [], first: word }
    : { words: sentence.words, first: countStarted(words, opening.start) - 1 };
}

function groupSentences(text: string, words: readonly Word[]): Sentence[] {
  let next = 0;
  return splitSentences(text).map((span) => {
    const first = next;
    while (next < words.length && (words[next]?.start ?? 0) < span.end) next++;
    return { ...span, words: words.slice(first, next) };
  });
}

function countText(sentences: readonly Sentence[]): TextCounts {
  let words = 0;
  let syllables = 0;
  let counted = 0;
  for (const sentence of sentences) {
    if (sentence.words.length === 0) continue;
    counted++;
    words += sentence.words.length;
    for (const word of sentence.words) syllables += countSyllables(word.key);
  }
  return { words, sentences: counted, syllables };
}

function findQuotations(text: string): Span[] {
  return Array.from(
    text.matchAll(
      /“[^“”]{1,300}”|(?<![\p{L}\p{N}])"[^"]{1,300}"|(?<![\p{L}\p{N}])‘[^‘’]{1,80}’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'[^'\n]{1,80}'(?![\p{L}\p{N}])/gu,
    ),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}
