import { shorten } from '../model/shorten.js';
import type { AnalysedBlock } from './define-rule.js';
import { countRunningWords, listSections } from './sections.js';

// A shorter part is not what makes a message long.
const shortestPart = 30;

/** Says where most of a long message is, for somebody who has to shorten it: its longest section, or else its longest paragraph. */
export function adviseCut(blocks: readonly AnalysedBlock[]): string {
  const sections = listSections(blocks).filter(({ body }) => countRunningWords(body) > 0);
  const parts =
    sections.length > 1
      ? sections.map(({ heading, body }) => ({
          name: heading === undefined ? 'the part before the first heading' : `“${shorten(heading.text)}”`,
          words: countRunningWords(body),
        }))
      : blocks.map((analysed) => ({
          name: `the paragraph that begins “${nameOpening(analysed.block.text)}”`,
          words: countRunningWords([analysed]),
        }));
  const longest = parts.reduce((best, part) => (part.words > best.words ? part : best), { name: '', words: 0 });
  return longest.words < shortestPart
    ? 'try linking to the details'
    : `try cutting ${longest.name}, its longest part with ${longest.words} words, or linking to it`;
}

function nameOpening(text: string): string {
  return `${text.split(/\s+/).slice(0, 4).join(' ')} …`;
}
