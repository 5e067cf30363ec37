import type { Report } from '../report.js';
import { describePlace, type Entry, type EntryGroup, groupEntries } from './entries.js';
import { countOf, describeCounts, describeProblems, describeSuppressed } from './summary.js';

const marks = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** As many characters as a comment on GitHub takes; GitLab takes more. */
export const commentLength = 65_536;
const roomForRest = 100;

/**
 * The report for a comment on a pull request: a table for each file. What does not fit into `maxLength` characters is counted
 * at the end. The comment that opens it lets a program find its own comment and update it.
 */
export function formatMarkdown(report: Report, { maxLength = commentLength }: { readonly maxLength?: number } = {}): string {
  const { summary } = report;
  const groups = groupEntries(report).filter(({ entries }) => entries.length > 0);
  const read = `${countOf(summary.files, 'file')} read`;
  const sentences =
    groups.length === 0
      ? [`✅ ${read}, nothing to mend.`, describeSuppressed(summary)]
      : [
          `${read}: ${describeCounts(summary)}.`,
          summary.fixable > 0 ? `${summary.fixable} can be mended with \`liaison lint --fix\`.` : '',
          describeSuppressed(summary),
          ...describeProblems(report),
        ];
  const head = `<!-- liaison -->\n## Liaison\n\n${sentences.filter((sentence) => sentence !== '').join(' ')}\n`;
  return groups.length === 0 ? head : `${head}\n${fitRows(groups, maxLength - head.length - roomForRest)}`;
}

function fitRows(groups: readonly EntryGroup[], room: number): string {
  const lines: string[] = [];
  let left = room;
  let leftOut = 0;
  for (const { path, entries } of groups) {
    const heading = ['', `### ${escapeMarkdown(path)}`, '', '| | place | what we saw | rule |', '|---|---|---|---|'];
    left -= lengthOf(heading);
    let shown = 0;
    for (const entry of entries) {
      const row = formatRow(entry);
      if (leftOut > 0 || row.length + 1 > left) {
        leftOut++;
        continue;
      }
      if (shown++ === 0) lines.push(...heading);
      lines.push(row);
      left -= row.length + 1;
    }
  }
  if (leftOut > 0) lines.push('', `And ${leftOut} more, which this page has no room for.`);
  return `${lines.slice(1).join('\n')}\n`;
}

function formatRow(entry: Entry): string {
  const { severity, message, rule } = entry;
  return `| ${marks[severity]} ${severity === 'info' ? 'for information' : severity} | ${escapeMarkdown(describePlace(entry))} | ${escapeMarkdown(message)} | ${escapeMarkdown(rule)} |`;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length + 1, 0);
}

/** Text as it is, on one line: no markup, nobody is called, no issue is linked. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\0-\x1f\x7f-\x9f]+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~$^]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/[@#!](?=[\w-])/g, '$&<!-- -->');
}
