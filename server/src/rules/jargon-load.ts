import { z } from 'zod';
import type { Term } from '../glossary/glossary.js';
import { findOverlapping, itself } from '../model/span.js';
import { isQuoted } from './analysis.js';
import { type AnalysedBlock, allKinds, defineMessageRule, findOpening, type MessageContext } from './define-rule.js';
import { isExplained } from './explanation.js';
import { isInName } from './names.js';

// In a few words one term is a large share.
const fewestWords = 30;
// One term that comes up again and again is what the message is about.
const fewestTerms = 3;

interface Options {
  readonly maxPer100: number;
}

export default defineMessageRule({
  meta: {
    id: 'jargon-load',
    title: 'More jargon than readers can take',
    category: 'jargon',
    why: 'One unknown word can be guessed from those around it. Several in a row leave nothing to guess from.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        '‹We will leverage the synergy of both platforms and streamline the end-to-end› onboarding going forward. The key deliverables are a roadmap, a paradigm shift and a quick win for each stakeholder in the ecosystem.',
      ],
      good: [
        'From Monday you sign in to the portal with your work password. Your files stay where they are, and you need not do anything before then. If you cannot sign in, call the service desk on 1234.',
      ],
    },
  },
  options: z.strictObject({
    maxPer100: z.number().min(0).default(8).describe('The most terms in 100 words that the audience does not know.'),
  }),
  *check(context) {
    const load = measureLoad(context);
    if (load === undefined || !isTooMuch(load, context.options)) return;
    yield {
      span: findOpening(context.document),
      message: `About ${Math.round(load.per100)} of every 100 words here may be unknown to these readers: keep the few that matter, and explain them.`,
    };
  },
  parts: [
    {
      name: 'jargon-load',
      find(context) {
        const load = measureLoad(context);
        return load === undefined ? undefined : { isMet: !isTooMuch(load, context.options) };
      },
    },
  ],
});

interface Load {
  readonly per100: number;
  readonly terms: ReadonlySet<string>;
}

function isTooMuch({ per100, terms }: Load, { maxPer100 }: Options): boolean {
  return per100 > maxPer100 && terms.size >= fewestTerms;
}

/** Unknown terms in 100 words; `undefined` for a message too short to say. */
function measureLoad({ blocks, audience, counts }: MessageContext<Options>): Load | undefined {
  if (counts.words < fewestWords) return undefined;
  const explained = new Set(blocks.flatMap(listExplained));
  const terms: string[] = [];
  for (const { block, analysis } of blocks) {
    // Only running text, because only its words are counted.
    if (block.quoted || block.isNote === true || (block.kind !== 'paragraph' && block.kind !== 'list-item')) continue;
    for (const match of analysis.matches) {
      const { term } = match;
      if (isLongWinded(term) || explained.has(term.term) || audience.knows(term.term, term.domain, term.knownTo)) continue;
      if (!isQuoted(analysis, match.span) && !isInName(block.text, analysis, match)) terms.push(term.term);
    }
  }
  return { per100: (terms.length * 100) / counts.words, terms: new Set(terms) };
}

/** “In order to” is long, and everybody knows it: the bundled glossary of plain words lists what is no jargon. */
function isLongWinded(term: Term): boolean {
  return term.bundled && term.glossary === 'plain-words';
}

/** Terms that the block tells the meaning of: acronyms spelled out, and words that are explained. */
function listExplained(analysed: AnalysedBlock): string[] {
  const { matches, acronyms } = analysed.analysis;
  return matches.flatMap((match) => {
    const isSpelledOut = findOverlapping(acronyms, match.span, itself)?.isDefined === true;
    return isSpelledOut || isExplained(analysed, match) ? [match.term.term] : [];
  });
}
