import { z } from 'zod';
import { findHardSentences } from '../text/retext-bridge.js';
import { readingAge, type TextCounts } from '../text/scores.js';
import { countSyllables } from '../text/syllables.js';
import type { Word } from '../text/words.js';
import type { Sentence } from './analysis.js';
import { allKinds, defineBlockRule } from './define-rule.js';

export default defineBlockRule({
  meta: {
    id: 'hard-sentence',
    title: 'Sentences that are too hard for their readers',
    category: 'readability',
    why: 'A sentence above its readers’ level is read twice, or not at all.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: ['‹Organisational infrastructure consolidation necessitates comprehensive authentication reconfiguration across departmental applications.›'],
      good: ['We are moving all our systems to one place. You will have to sign in again.'],
    },
  },
  options: z.strictObject({
    formulas: z.number().int().min(1).max(7).default(5).describe('How many of the seven readability formulas must agree.'),
    margin: z
      .number()
      .int()
      .min(0)
      .default(8)
      .describe('How many years over the reading age the sentence must score: a single sentence scatters more than a text.'),
    minWords: z.number().int().min(1).default(8).describe('Shorter sentences are never flagged.'),
  }),
  *check({ block, analysis, audience, options }) {
    if (block.quoted || block.isNote === true || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return;
    const isFarOver = ({ words }: Sentence): boolean =>
      words.length >= options.minWords && words.length <= mostWords && readingAge(countSentence(words)) >= audience.readingAge + options.margin;
    const candidates = analysis.sentences.filter(isFarOver);
    const hard = findHardSentences(
      candidates.map((sentence) => sentence.words),
      audience.readingAge,
      options.formulas,
    );
    for (const index of hard) {
      const sentence = candidates[index];
      if (sentence === undefined) continue;
      yield { span: sentence, message: `Readers of ${audience.readingAge} would find this sentence hard: ${advise(sentence.words)}.` };
    }
  },
});

// What is longer is a text without full stops: long-sentence says so, and retext would take seconds over it.
const mostWords = 300;

function countSentence(words: readonly Word[]): TextCounts {
  return { words: words.length, sentences: 1, syllables: words.reduce((sum, word) => sum + countSyllables(word.key), 0) };
}

/** What to try: shorter words when a few long ones stand out, shorter sentences otherwise. */
function advise(words: readonly Word[]): string {
  const long = [...new Map(words.filter((word) => countSyllables(word.key) >= 4).map((word) => [word.key, word.value])).values()];
  const share = long.length / words.length;
  if (words.length <= 20 && long.length > 0) return `try shorter words for ${listWords(long)}`;
  if (share >= 0.12) return `try splitting it, and shorter words for ${listWords(long)}`;
  return 'try splitting it in two';
}

function listWords(words: readonly string[]): string {
  const quoted = words.slice(0, 3).map((word) => `“${word}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
