import type { Block } from '../model/block.js';
import type { Span } from '../model/span.js';
import type { Sentence } from './analysis.js';
import type { AnalysedBlock } from './define-rule.js';

/** A sentence in its block. */
export interface PlacedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly text: string;
}

/** The sentences of a message that are its own, not quoted from somebody else. */
export function* listSentences(blocks: readonly AnalysedBlock[]): Generator<PlacedSentence> {
  for (const { block, analysis } of blocks) {
    if (block.quoted) continue;
    for (const sentence of analysis.sentences) yield { block, sentence, text: block.text.slice(sentence.start, sentence.end) };
  }
}

/** The source span of the first sentence that `isEvidence` accepts. */
export function findSentence(blocks: readonly AnalysedBlock[], isEvidence: (sentence: PlacedSentence) => boolean): Span | undefined {
  for (const placed of listSentences(blocks)) {
    if (isEvidence(placed)) return placed.block.map.toSource(placed.sentence);
  }
  return undefined;
}
