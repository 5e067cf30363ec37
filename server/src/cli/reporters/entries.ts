import { hashText, type Problem, type Severity } from '../../index.js';
import type { Report, ReportedFile, ReportedSuggestion } from '../report.js';
import type { ReportedPosition } from '../source-places.js';

/** What a platform shows: a finding, or a problem of an organisation's own files. */
export interface Entry {
  readonly path: string;
  /** The rule, or the code of the problem. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fingerprint: string;
  /** Absent where the file has no lines, or could not be read. */
  readonly range?: EntryRange;
  /** Where it is in a file that has no lines: `slide 3, title`. */
  readonly place: string | null;
  /** The words that it is about; empty for a problem. */
  readonly text: string;
  /** The page of the rule; absent for a problem. */
  readonly url?: string;
  /** Only those that lines can express. */
  readonly suggestions: readonly ReportedSuggestion[];
}

export interface EntryRange {
  readonly start: EntryPosition;
  /** Exclusive; a problem has none. */
  readonly end?: EntryPosition;
}

export type EntryPosition = Pick<ReportedPosition, 'line' | 'column' | 'byteColumn'> & Partial<Pick<ReportedPosition, 'offset'>>;

/** All that is said of one file. */
export interface EntryGroup {
  readonly path: string;
  /** Absent for a file of the organisation. */
  readonly file?: ReportedFile;
  /** Problems first, then findings, each by place. */
  readonly entries: readonly Entry[];
}

/** Findings and problems by file, in order of path: what every platform's format is made from. */
export function groupEntries({ files, problems }: Report): EntryGroup[] {
  const groups = new Map<string, { path: string; file?: ReportedFile; entries: Entry[] }>();
  const groupOf = (path: string) => {
    const group = groups.get(path) ?? { path, entries: [] };
    groups.set(path, group);
    return group;
  };
  const alike = new Map<string, number>();
  for (const problem of problems) groupOf(problem.path).entries.push(fromProblem(problem, alike));
  for (const file of files) {
    const group = groupOf(file.path);
    group.file = file;
    for (const finding of file.findings) {
      const { rule, severity, message, fingerprint, start, end, place, text, url, suggestions } = finding;
      const hasLines = place === null && rule !== 'unreadable-file';
      group.entries.push({
        path: file.path,
        rule,
        severity,
        message,
        fingerprint,
        ...(hasLines ? { range: { start, end } } : {}),
        place,
        text,
        url,
        suggestions: hasLines ? suggestions : [],
      });
    }
  }
  return [...groups.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where an entry is, as people say it: `3:5`, `slide 3, title`, or nothing for a file as a whole. */
export function describePlace({ place, range }: Entry): string {
  return place ?? (range === undefined ? '' : `${range.start.line}:${range.start.column}`);
}

function fromProblem({ path, code, severity, message, start }: Problem, alike: Map<string, number>): Entry {
  const identity = `${path}\n${code}\n${message}`;
  const ordinal = alike.get(identity) ?? 0;
  alike.set(identity, ordinal + 1);
  return {
    path,
    rule: code,
    severity,
    message,
    fingerprint: hashText(`${identity}\n${ordinal}`),
    ...(code === 'unreadable-file' ? {} : { range: { start } }),
    place: null,
    text: '',
    suggestions: [],
  };
}
