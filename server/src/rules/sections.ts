import type { Block } from '../model/block.js';
import type { AnalysedBlock } from './define-rule.js';

/** A heading with what stands under it up to the next; without a heading, what stands before the first. */
export interface Section {
  readonly heading: Block | undefined;
  readonly body: readonly AnalysedBlock[];
}

/** Divides a message at its headings. What is quoted from somebody else belongs to no section. */
export function listSections(blocks: readonly AnalysedBlock[]): Section[] {
  const sections: { heading: Block | undefined; body: AnalysedBlock[] }[] = [];
  for (const analysed of blocks) {
    const { block } = analysed;
    if (block.quoted) continue;
    if (block.kind === 'heading') sections.push({ heading: block, body: [] });
    else if (sections.length === 0) sections.push({ heading: undefined, body: [analysed] });
    else sections.at(-1)?.body.push(analysed);
  }
  return sections;
}

/** Words of running text: paragraphs and lists, without headings, tables and what is quoted. */
export function countRunningWords(blocks: readonly AnalysedBlock[]): number {
  return blocks.reduce((sum, { block, analysis }) => sum + (block.quoted ? 0 : analysis.counts.words), 0);
}
