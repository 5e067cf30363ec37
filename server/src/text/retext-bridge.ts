import { daleChall } from 'dale-chall';
import type { Root, Sentence, Word as WordNode } from 'nlcst';
import retextReadability from 'retext-readability';
import { spache } from 'spache';
import { VFile } from 'vfile';
import type { Word } from './words.js';

// retext-readability asks these word lists for every word with `includes`, a walk over 3,000 entries.
// Answering from a set gives the same result and takes most of the rule's time away.
const daleChallWords: ReadonlySet<string> = new Set(daleChall);
const spacheWords: ReadonlySet<string> = new Set(spache);
Object.defineProperty(daleChall, 'includes', { value: (word: string) => daleChallWords.has(word), enumerable: false });
Object.defineProperty(spache, 'includes', { value: (word: string) => spacheWords.has(word), enumerable: false });

/** Whether a lower-case word is one of the 3,000 that four in five ten-year-olds know. Source: Dale and Chall (1995). */
export function isEverydayWord(key: string): boolean {
  return daleChallWords.has(key);
}

/** retext-readability asks seven formulas. */
const formulaCount = 7;

/**
 * Indexes, in order, of the sentences that at least `threshold` of retext-readability's seven formulas find too hard for
 * a reader of `age`.
 */
export function findHardSentences(sentences: readonly (readonly Word[])[], age: number, threshold: number): number[] {
  if (sentences.length === 0) return [];
  const tree: Root = { type: 'RootNode', children: sentences.map(toSentenceNode) };
  const file = new VFile();
  retextReadability({ age, threshold: threshold / formulaCount, minWords: 1 })(tree, file);
  return file.messages.map((message) => (message.line ?? 1) - 1);
}

/** The sentence as retext knows it. Its index stands in the line, the one place a message hands back. */
function toSentenceNode(words: readonly Word[], index: number): Sentence {
  const point = { line: index + 1, column: 1 };
  const children = words.map((word): WordNode => ({ type: 'WordNode', children: [{ type: 'TextNode', value: word.value }] }));
  return { type: 'SentenceNode', children, position: { start: point, end: point } };
}
