import type { Report } from '../report.js';
import { countOf } from './summary.js';

const shownRules = 10;

/** Figures of all files together: averages weigh each file by its words. `seconds` is how long the run took. */
export function formatStatistics({ files }: Report, seconds: number): string[] {
  const words = files.reduce((sum, { metrics }) => sum + metrics.words, 0);
  const average = (figure: (file: Report['files'][number]) => number): number =>
    words === 0 ? 0 : files.reduce((sum, file) => sum + figure(file) * file.metrics.words, 0) / words;
  const rows: [string, string][] = [
    ['messages', String(files.length)],
    ['words', String(words)],
    ['reading age', words === 0 ? 'none' : average(({ metrics }) => metrics.readingAge).toFixed(1)],
    ['jargon per 100 words', average(({ metrics }) => metrics.jargonPer100).toFixed(1)],
    ['seconds', seconds.toFixed(2)],
    ...countRules(files).map(([rule, count]): [string, string] => [rule, countOf(count, 'finding')]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return ['Figures', ...rows.map(([name, figure]) => `  ${name.padEnd(width)}  ${figure}`)];
}

/** The rules that found most. */
function countRules(files: Report['files']): [string, number][] {
  const counts = new Map<string, number>();
  for (const { findings } of files) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([first, a], [second, b]) => b - a || (first < second ? -1 : 1)).slice(0, shownRules);
}
