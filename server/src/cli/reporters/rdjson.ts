import type { Report, ReportedEdit } from '../report.js';
import type { ReportedPosition } from '../source-places.js';
import { describePlace, type EntryPosition, type EntryRange, groupEntries } from './entries.js';

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

/**
 * The report for reviewdog. Its columns count bytes of UTF-8, so a report whose sources are not at hand has lines only. It
 * shows each suggestion by itself, so one that needs several edits at once is left out.
 */
export function formatRdjson(report: Report): string {
  const entries = groupEntries(report).flatMap((group) => group.entries);
  const diagnostics = entries.map((entry) => {
    const { path, rule, severity, message, range, place, url, suggestions } = entry;
    const edits = suggestions.flatMap((suggestion) => (suggestion.edits.length === 1 ? suggestion.edits : [])).flatMap(toSuggestion);
    return {
      message: place === null ? message : `${describePlace(entry)}: ${message}`,
      location: { path, ...(range === undefined ? {} : { range: toRange(range) }) },
      severity: severities[severity],
      code: { value: rule, ...(url !== undefined && URL.canParse(url) ? { url } : {}) },
      ...(edits.length === 0 ? {} : { suggestions: edits }),
    };
  });
  return `${JSON.stringify({ source: { name: 'liaison' }, diagnostics }, undefined, 2)}\n`;
}

function toRange({ start, end }: EntryRange) {
  // Without columns a range takes in its last line.
  const isWhole = start.byteColumn === undefined || end?.byteColumn === undefined;
  const toPlace = ({ line, byteColumn }: EntryPosition) => ({ line, ...(isWhole || byteColumn === undefined ? {} : { column: byteColumn }) });
  return { start: toPlace(start), ...(end === undefined ? {} : { end: toPlace(end) }) };
}

function toSuggestion({ from, to, text }: ReportedEdit) {
  if (from === undefined || to === undefined) return [];
  const toPlace = ({ line, byteColumn = 1 }: ReportedPosition) => ({ line, column: byteColumn });
  return [{ range: { start: toPlace(from), end: toPlace(to) }, text }];
}
