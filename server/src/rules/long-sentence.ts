import { z } from 'zod';
import { countStarted } from '../model/span.js';
import type { Sentence } from './analysis.js';
import { allKinds, defineBlockRule, type TextSuggestion } from './define-rule.js';

export default defineBlockRule({
  meta: {
    id: 'long-sentence',
    title: 'Sentences that are too long',
    category: 'readability',
    why: 'By the end of a long sentence, readers have lost its beginning. Two short ones say the same.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        '‹The new system will be ready for all of you in the spring of next year, and we will show each of the teams how it works in a short talk before then.›',
      ],
      good: ['The new system will be ready in spring. We will show each team how it works before then.'],
    },
  },
  options: z.strictObject({
    maxWords: z.number().int().min(5).default(25).describe('The most words a sentence may have.'),
  }),
  *check({ block, analysis, options }) {
    if (block.quoted || block.isNote === true || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return;
    for (const sentence of analysis.sentences) {
      const count = sentence.words.length;
      if (count <= options.maxWords) continue;
      yield {
        span: sentence,
        message: `This sentence has ${count} words, more than ${options.maxWords}: try splitting it in two.`,
        suggestions: suggestSplit(block.text, sentence),
      };
    }
  },
});

const shortestHalf = 5;

/** Offers to split at a semicolon, or before a clause with a subject of its own, nearest to the middle. */
function suggestSplit(text: string, sentence: Sentence): TextSuggestion[] {
  const written = text.slice(sentence.start, sentence.end);
  const middle = written.length / 2;
  const places = Array.from(written.matchAll(/;\s+(?:and\s+)?(?=\p{L})|,\s+(?:and|but|so)\s+(?=(?:we|you|they|it|he|she|I|this|there)\s)/gu), (match) => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    isBut: match[0].includes('but'),
  }));
  places.sort((a, b) => Math.abs(a.start - sentence.start - middle) - Math.abs(b.start - sentence.start - middle));
  const place = places.find(({ start }) => {
    const before = countStarted(sentence.words, start);
    return before >= shortestHalf && sentence.words.length - before >= shortestHalf;
  });
  if (place === undefined) return [];
  const next = text.charAt(place.end);
  const start = place.isBut ? `. But ${next}` : `. ${next.toUpperCase()}`;
  return [{ title: 'Split the sentence here', safety: 'review', edits: [{ start: place.start, end: place.end + next.length, text: start }] }];
}
