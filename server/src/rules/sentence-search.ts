import type { Block } from '../model/block.js';
import type { Span } from '../model/span.js';
import type { Sentence } from './analysis.js';
import type { AnalysedBlock } from './define-rule.js';

/** A sentence in its block. */
export interface PlacedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly text: string;
  /** What introduces the sentence: the words before its colon, the cell before its cell, else the heading above. Empty without one. */
  readonly label: string;
}

const listed = new WeakMap<readonly AnalysedBlock[], readonly PlacedSentence[]>();

/** The sentences of a message that are its own, not quoted from somebody else. */
export function listSentences(blocks: readonly AnalysedBlock[]): readonly PlacedSentence[] {
  const known = listed.get(blocks);
  if (known !== undefined) return known;
  const sentences = [...placeSentences(blocks)];
  listed.set(blocks, sentences);
  return sentences;
}

const ownLabel = /^[^\p{L}\p{N}]*(\p{L}[^:.!?]{0,38})[:?]\s/u;
const maximumLabel = 40;
/** What is longer is no sentence that somebody wrote for a reader: a log, a table, a line without an end. */
const maximumSentence = 1000;

function* placeSentences(blocks: readonly AnalysedBlock[]): Generator<PlacedSentence> {
  let heading = '';
  let cell = '';
  for (const { block, analysis } of blocks) {
    if (block.quoted) continue;
    if (block.kind === 'heading') heading = block.text;
    const above = block.kind === 'cell' && cell !== '' ? cell : heading;
    const inBlock = ownLabel.exec(block.text)?.[1];
    for (const sentence of analysis.sentences) {
      if (sentence.end - sentence.start > maximumSentence) continue;
      const text = block.text.slice(sentence.start, sentence.end);
      yield { block, sentence, text, label: block.kind === 'heading' ? '' : (ownLabel.exec(text)?.[1] ?? inBlock ?? above) };
    }
    cell = block.kind === 'cell' && block.text.length <= maximumLabel ? block.text : '';
  }
}

/**
 * Keeps what a sentence measures for as long as its block stays as it is, so that a keystroke pays for one block.
 * The measure may read the sentence’s text, its label and its block’s kind, and `setting`, which names whatever else it hangs on.
 */
export function keepBySentence<Value, Placed extends Pick<PlacedSentence, 'sentence'> & Partial<PlacedSentence> = PlacedSentence>(
  measure: (placed: Placed, setting: string) => Value,
): (placed: Placed, setting?: string) => Value {
  const kept = new WeakMap<Sentence, { readonly label: string | undefined; readonly setting: string; readonly value: Value }>();
  return (placed, setting = '') => {
    const { sentence, label } = placed;
    const known = kept.get(sentence);
    if (known !== undefined && known.label === label && known.setting === setting) return known.value;
    const value = measure(placed, setting);
    kept.set(sentence, { label, setting, value });
    return value;
  };
}

/** The source span of the first sentence that `isEvidence` accepts. */
export function findSentence(blocks: readonly AnalysedBlock[], isEvidence: (sentence: PlacedSentence) => boolean): Span | undefined {
  const found = listSentences(blocks).find(isEvidence);
  return found === undefined ? undefined : toSource(found);
}

/**
 * The source span of the sentence with the highest score, the first of them where several are as high; `undefined` when none
 * has more than 0. Looking ends at the first that reaches `enough`.
 */
export function findBestSentence(
  blocks: readonly AnalysedBlock[],
  score: (sentence: PlacedSentence, index: number, all: readonly PlacedSentence[]) => number,
  enough = Number.POSITIVE_INFINITY,
): Span | undefined {
  const all = listSentences(blocks);
  let best: PlacedSentence | undefined;
  let highest = 0;
  for (const [index, placed] of all.entries()) {
    const reached = score(placed, index, all);
    if (reached <= highest) continue;
    best = placed;
    highest = reached;
    if (highest >= enough) break;
  }
  return best === undefined ? undefined : toSource(best);
}

function toSource({ block, sentence }: PlacedSentence): Span {
  return block.map.toSource(sentence);
}
