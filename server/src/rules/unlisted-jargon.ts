import { z } from 'zod';
import { stemOf } from '../text/word-family.js';
import { allKinds, defineMessageRule } from './define-rule.js';
import type { RareWord } from './rare-words.js';

export default defineMessageRule({
  meta: {
    id: 'unlisted-jargon',
    title: 'Words that few readers meet elsewhere',
    category: 'jargon',
    why: 'A glossary knows the jargon somebody wrote down. Word frequency shows the rest: words that most people hardly ever read.',
    severity: 'info',
    kinds: allKinds,
    examples: {
      bad: ['The old form is ‹vestigial›, so you can skip it.'],
      good: [
        'You can skip the old form.',
        'The old form is vestigial (a leftover that does nothing).',
        'We call such a form “vestigial”.',
        'We moved the site to Kubernetes.',
        'Run `kubectl` to see it.',
      ],
    },
  },
  options: z.strictObject({
    zipf: z.number().min(1).max(7).default(3).describe('Words below this are flagged. On this scale 3 is once in a million words, 4 ten times in a million.'),
    allow: z.array(z.string()).default([]).describe('Words that all your readers know.'),
  }),
  *check({ blocks, glossaries, rareWords, audience, options }) {
    if (rareWords === undefined) return;
    const uses = blocks.flatMap((analysed) => rareWords.find(analysed, options.zipf).map((rare) => ({ ...rare, analysed })));
    const settled = new Set([...options.allow.map((word) => stemOf(word.toLowerCase())), ...listNamesAndExplained(uses)]);
    for (const { analysed, word, stem } of uses) {
      if (settled.has(stem) || analysed.block.kind === 'heading') continue;
      settled.add(stem);
      if (audience.knows(word.key) || rareWords.isListed(glossaries, word.key)) continue;
      yield {
        block: analysed.block,
        span: word,
        message: `Most readers rarely meet “${word.value}”: try an everyday word, or say once what it means.`,
      };
    }
  },
});

/** Stems of words with a capital inside a sentence or wherever they stand, and of those whose meaning the message gives. */
function listNamesAndExplained(uses: readonly RareWord[]): Set<string> {
  const lowerCase = new Set(uses.filter(({ capital }) => capital === 'none').map(({ stem }) => stem));
  return new Set(uses.filter(({ stem, capital, isExplained }) => isExplained || capital === 'inside' || !lowerCase.has(stem)).map(({ stem }) => stem));
}
