import { automatedReadability } from 'automated-readability';
import { colemanLiau } from 'coleman-liau';
import { daleChall } from 'dale-chall';
import { flesch } from 'flesch';
import type { Root, Sentence, Word as WordNode } from 'nlcst';
import retextReadability from 'retext-readability';
import { spache } from 'spache';
import { VFile } from 'vfile';
import { countAsSyllable } from './syllables.js';
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

/** How many of retext-readability's seven formulas may put a sentence over the age before it is hard. */
const formulaCount = 7;

/**
 * Which sentences retext-readability finds too hard for a reader of `age`.
 * Returns, in order, the index of the sentence and how many of the seven formulas agree.
 */
export function findHardSentences(
  sentences: readonly (readonly Word[])[],
  age: number,
  threshold: number,
  minWords: number,
): { readonly index: number; readonly formulas: number }[] {
  const tree: Root = { type: 'RootNode', children: [] };
  for (const [index, words] of sentences.entries()) {
    if (words.length >= minWords && canBeHard(words, age, threshold)) tree.children.push(toSentenceNode(words, index));
  }
  if (tree.children.length === 0) return [];
  const file = new VFile();
  const transform = retextReadability({ age, threshold: threshold / formulaCount, minWords });
  transform(tree, file);
  return file.messages.map((message) => ({
    index: (message.line ?? 1) - 1,
    formulas: message.reason.includes('all') ? formulaCount : Number(/according to (\d)/.exec(message.reason)?.[1] ?? formulaCount),
  }));
}

/** The sentence as retext knows it. Its index stands in the line, the one place a message hands back. */
function toSentenceNode(words: readonly Word[], index: number): Sentence {
  const point = { line: index + 1, column: 1 };
  const children = words.map((word): WordNode => ({ type: 'WordNode', children: [{ type: 'TextNode', value: word.value }] }));
  return { type: 'SentenceNode', children, position: { start: point, end: point } };
}

/**
 * Whether `threshold` of the seven formulas can still put the sentence over the age, going by the three that are cheap
 * to work out, with the packages and the ages that retext-readability uses. Most sentences are settled here.
 */
function canBeHard(words: readonly Word[], age: number, threshold: number): boolean {
  let letters = 0;
  let syllables = 0;
  for (const { value } of words) {
    letters += value.length;
    syllables += countAsSyllable(value);
  }
  const counts = { sentence: 1, word: words.length, character: letters, letter: letters, syllable: syllables };
  const ages = [Math.round(automatedReadability(counts) + 5), Math.round(colemanLiau(counts) + 5), 20 - Math.floor(flesch(counts) / 10)];
  return formulaCount - ages.filter((formulaAge) => formulaAge <= age).length >= threshold;
}
