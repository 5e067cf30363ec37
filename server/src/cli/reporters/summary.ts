import type { Problem } from '../../index.js';
import type { Report, Summary } from '../report.js';

/** “1 error, 2 warnings, 3 for information”. */
export function describeCounts({ errors, warnings, infos }: Summary): string {
  return `${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}, ${infos} for information`;
}

/** “2 findings ignored with a reason.”; empty when there are none. */
export function describeSuppressed({ suppressed }: Summary): string {
  return suppressed > 0 ? `${countOf(suppressed, 'finding')} ignored with a reason.` : '';
}

/** How many problems there are, a sentence for each kind. */
export function describeProblems(report: Report): string[] {
  const { own, ofMessages } = splitProblems(report);
  return [
    ...(ofMessages.length > 0 ? [`${countOf(ofMessages.length, 'problem')} in what messages say of themselves.`] : []),
    ...(own.length > 0 ? [`${countOf(own.length, 'problem')} in your own files.`] : []),
  ];
}

/** Problems of the organisation's files, and those of the messages that were read. */
export function splitProblems({ files, problems }: Report): { readonly own: readonly Problem[]; readonly ofMessages: readonly Problem[] } {
  const messages = new Set(files.map(({ path }) => path));
  return { own: problems.filter(({ path }) => !messages.has(path)), ofMessages: problems.filter(({ path }) => messages.has(path)) };
}

/** A number and what it counts, in the plural where there are several. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
