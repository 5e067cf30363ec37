import { LineIndex, type Position, type Problem, type Result, type Suggestion, type Unreadable } from '../index.js';

/** A finding as reports show it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly text: string;
  readonly start: Position;
  readonly end: Position;
  readonly place: string | null;
  readonly term?: string;
  readonly glossary?: string;
  readonly fingerprint: string;
  readonly url: string;
  readonly suggestions: readonly Suggestion[];
  /** The source line that it starts on, cut to a readable length, and where in it the finding stands. */
  readonly frame: { readonly line: string; readonly from: number; readonly to: number };
}

/** What is reported of one file. */
export interface ReportedFile extends Omit<Result, 'findings' | 'problems'> {
  /** From the working directory, with forward slashes. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

/** Everything that a run has to say: all formats are written from it. */
export interface Report {
  /** By path. */
  readonly files: readonly ReportedFile[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  readonly suppressed: number;
}

const frameWidth = 100;

/** Makes the report of one file from what the engine found in its source. */
export function reportFile(path: string, source: string, result: Result): ReportedFile {
  const { findings, problems: _, ...rest } = result;
  if (findings.length === 0) return { path, ...rest, findings: [] };
  const lines = new LineIndex(source);
  return {
    path,
    ...rest,
    findings: findings.map(({ start, end, place, ...finding }) => ({
      ...finding,
      start: lines.at(start),
      end: lines.at(end),
      place: place ?? null,
      url: urlOf(finding.rule),
      frame: cutFrame(source, start, end),
    })),
  };
}

/** The report of a file that could not be read. */
export function reportUnreadable(path: string, { reason, line = 1 }: Unreadable, fingerprint: string): ReportedFile {
  // No text, no offsets in it.
  const start = { offset: 0, line, column: 1 };
  return {
    path,
    kind: 'page',
    audience: 'everyone',
    goals: [],
    metrics: { words: 0, sentences: 0, readingAge: 0, gradeLevel: 0, readingEase: 100, jargonPer100: 0 },
    checkup: [],
    suppressed: 0,
    findings: [
      {
        rule: 'unreadable-file',
        severity: 'error',
        message: `This file cannot be read: ${reason}.`,
        text: '',
        start,
        end: start,
        place: null,
        fingerprint,
        url: urlOf('unreadable-file'),
        suggestions: [],
        frame: { line: '', from: 0, to: 0 },
      },
    ],
  };
}

/** Joins the reports of all files. */
export function joinReports(files: readonly ReportedFile[], problems: readonly Problem[]): Report {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const summary = { files: files.length, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0 };
  for (const file of files) {
    summary.suppressed += file.suppressed;
    for (const { severity, suggestions } of file.findings) {
      summary[`${severity}s`]++;
      if (suggestions.some(({ safety }) => safety === 'safe')) summary.fixable++;
    }
  }
  return { files: sorted, problems, summary };
}

function urlOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

function cutFrame(source: string, start: number, end: number): ReportedFinding['frame'] {
  // A line may be megabytes long, so only its neighbourhood is looked at.
  const before = source.slice(Math.max(0, start - frameWidth), start);
  const after = source.slice(start, start + frameWidth * 2);
  const lead = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const tail = after.slice(0, /[\r\n]|$/.exec(after)?.index ?? 0);
  const isCutBefore = lead.length === frameWidth || lead.length > frameWidth / 2;
  const kept = isCutBefore ? `…${lead.slice(-frameWidth / 2).replace(/^\S*\s/, '')}` : lead.trimStart();
  const room = frameWidth - kept.length;
  const shown = tail.length > room ? `${tail.slice(0, room - 1)}…` : tail.trimEnd();
  return { line: `${kept}${shown}`.replaceAll('\t', ' '), from: kept.length, to: kept.length + Math.max(1, Math.min(end - start, shown.length)) };
}
