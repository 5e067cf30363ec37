import { type CheckedPart, LineIndex, type Position, type Problem, partTitles, type Result, type Suggestion, type Unreadable } from '../index.js';

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

/** A part of the check-up as reports show it. */
export interface ReportedPart extends CheckedPart {
  /** What it means to a writer. */
  readonly title: string;
  /** Where its evidence starts, and the words, cut to a readable length. */
  readonly shown?: { readonly start: Position; readonly text: string };
}

/** What is reported of one file. */
export interface ReportedFile extends Omit<Result, 'findings' | 'problems' | 'checkup'> {
  /** From the working directory, with forward slashes. */
  readonly path: string;
  readonly checkup: readonly ReportedPart[];
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
  const { findings, checkup, problems: _, ...rest } = result;
  const lines = new LineIndex(source);
  return {
    path,
    ...rest,
    checkup: checkup.map((part) => ({ ...part, title: partTitles[part.part], ...showEvidence(part, source, lines) })),
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

const evidenceWidth = 80;

function showEvidence({ evidence }: CheckedPart, source: string, lines: LineIndex): Pick<ReportedPart, 'shown'> {
  if (evidence === undefined) return {};
  const words = source.slice(evidence.start, Math.min(evidence.end, evidence.start + evidenceWidth * 3)).replace(/\s+/g, ' ');
  return { shown: { start: lines.at(evidence.start), text: words.length > evidenceWidth ? `${words.slice(0, evidenceWidth - 1).trimEnd()}…` : words } };
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
