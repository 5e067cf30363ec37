import { showControls } from '../problems.js';
import type { Report } from '../report.js';
import { describePlace, type Entry, groupEntries } from './entries.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** How many annotations of each kind GitHub shows for a step. */
const shownOfEach = 10;

/**
 * The report as workflow commands of GitHub, which become annotations. GitHub drops what is over its limit, so the rest is
 * listed in the log.
 */
export function formatGithub(report: Report): string {
  const lines: string[] = [];
  const rest: Entry[] = [];
  const counts = { error: 0, warning: 0, info: 0 };
  for (const entry of groupEntries(report).flatMap((group) => group.entries)) {
    if (counts[entry.severity]++ < shownOfEach) lines.push(formatCommand(entry));
    else rest.push(entry);
  }
  if (rest.length > 0) lines.push(`::group::${rest.length} more than GitHub shows beside the text`, ...rest.map(formatLine), '::endgroup::');
  return lines.map((line) => `${line}\n`).join('');
}

function formatCommand(entry: Entry): string {
  const { path, rule, severity, message, range, place } = entry;
  const end = range?.end ?? range?.start;
  // Columns are taken only within one line.
  const isOneLine = range !== undefined && end?.line === range.start.line;
  const properties = {
    file: path,
    ...(range === undefined ? {} : { line: range.start.line, endLine: end?.line }),
    ...(isOneLine ? { col: range.start.column, endColumn: end?.column } : {}),
    title: place === null ? rule : `${rule}, ${describePlace(entry)}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(message)}`;
}

function formatLine(entry: Entry): string {
  const { path, rule, severity, message, range } = entry;
  const place = describePlace(entry);
  const where = range === undefined ? `${path}${place === '' ? '' : `, ${place}`}` : `${path}:${place}`;
  const line = `- ${where}  ${severity}  ${message}  ${rule}`.replace(/[\r\n]+/g, ' ');
  // A line that holds such a mark would be a command.
  return showControls(line).replaceAll('##[', '## [');
}

function escapeData(text: string): string {
  return showControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
