import { z } from 'zod';
import { gradeLevel, readingAge, type TextCounts } from '../text/scores.js';
import { allKinds, defineMessageRule, findOpening } from './define-rule.js';

// A short passage scores by chance.
const fewestWords = 30;

export default defineMessageRule({
  meta: {
    id: 'reading-age',
    title: 'The whole message is too hard',
    category: 'readability',
    why: 'Readers who find a message hard put it off. The reading age says who can follow it at the first go.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        '‹Organisational infrastructure consolidation necessitates comprehensive› authentication reconfiguration. Departmental representatives facilitate implementation activities according to predetermined prioritisation criteria. Subsequent communications disseminate supplementary documentation regarding organisational responsibilities. Administrative coordination continues throughout implementation, alongside comprehensive accessibility verification.',
      ],
      good: [
        'We are moving our systems to one place. You will have to sign in again on Monday. Your files stay where they are. If you need help, call us. We are here from eight to six each day of the week.',
      ],
    },
  },
  options: z.strictObject({}),
  *check({ document, counts, audience }) {
    if (counts.words < fewestWords) return;
    const age = readingAge(counts);
    if (age <= audience.readingAge) return;
    yield {
      span: findOpening(document),
      message: `This reads like a text for age ${age}, and its readers are at ease at ${audience.readingAge}: ${advise(counts)}.`,
    };
  },
  parts: [
    {
      name: 'reading-age',
      find({ counts, audience }) {
        return counts.words < fewestWords ? undefined : { isMet: readingAge(counts) <= audience.readingAge };
      },
    },
  ],
});

/** Names what drives the score: which of the two, at its everyday value, would lower the grade level more. */
function advise(counts: TextCounts): string {
  const sentenceLength = counts.words / counts.sentences;
  const everyday = { wordsPerSentence: 14, syllablesPerWord: 1.4 };
  const withShortSentences = gradeLevel({ ...counts, sentences: counts.words / Math.min(sentenceLength, everyday.wordsPerSentence) });
  const withShortWords = gradeLevel({ ...counts, syllables: Math.min(counts.syllables, counts.words * everyday.syllablesPerWord) });
  return withShortSentences < withShortWords
    ? `its sentences have ${Math.round(sentenceLength)} words on average, so try shorter ones`
    : `long words drive it, so try everyday ones`;
}
