import {
  type CheckedPart,
  type Edit,
  type Position,
  type Problem,
  partTitles,
  type Result,
  type Severity,
  type Suggestion,
  type Unreadable,
} from '../index.js';
import { type ReportedPosition, SourcePlaces } from './source-places.js';

/** An edit as reports show it. */
export interface ReportedEdit extends Edit {
  /** Where the replaced text starts and ends; absent where the source is not at hand. */
  readonly from?: ReportedPosition;
  readonly to?: ReportedPosition;
}

/** A suggestion as reports show it. */
export interface ReportedSuggestion extends Suggestion {
  readonly edits: readonly ReportedEdit[];
}

/** A finding as reports show it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly text: string;
  readonly start: ReportedPosition;
  readonly end: ReportedPosition;
  readonly place: string | null;
  readonly term?: string;
  readonly glossary?: string;
  readonly fingerprint: string;
  readonly url: string;
  readonly suggestions: readonly ReportedSuggestion[];
  /** The source line that it starts on, cut to a readable length, and where in it the finding stands; empty where the source is not at hand. */
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
  const places = new SourcePlaces(source);
  return {
    path,
    ...rest,
    checkup: checkup.map((part) => reportPart(part, source, places)),
    findings: findings.map(({ start, end, place, suggestions, ...finding }) => ({
      ...finding,
      start: places.at(start),
      end: places.at(end),
      place: place ?? null,
      url: urlOf(finding.rule),
      suggestions: suggestions.map((suggestion) => placeEdits(suggestion, places)),
      frame: cutFrame(source, start, end),
    })),
  };
}

/** Adds to a report that was read back what only the source can tell: frames, places of edits, words that show a part. */
export function addSource(file: ReportedFile, source: string): ReportedFile {
  const places = new SourcePlaces(source);
  return {
    ...file,
    checkup: file.checkup.map((part) => reportPart(part, source, places)),
    findings: file.findings.map((finding) => ({
      ...finding,
      start: places.at(finding.start.offset),
      end: places.at(finding.end.offset),
      suggestions: finding.suggestions.map((suggestion) => placeEdits(suggestion, places)),
      frame: cutFrame(source, finding.start.offset, finding.end.offset),
    })),
  };
}

function placeEdits({ edits, ...suggestion }: Suggestion, places: SourcePlaces): ReportedSuggestion {
  return { ...suggestion, edits: edits.map(({ start, end, text }) => ({ start, end, text, from: places.at(start), to: places.at(end) })) };
}

function reportPart(part: CheckedPart, source: string, places: SourcePlaces): ReportedPart {
  return { ...part, title: partTitles[part.part], ...showEvidence(part, source, places) };
}

const evidenceWidth = 80;

function showEvidence({ evidence }: CheckedPart, source: string, places: SourcePlaces): Pick<ReportedPart, 'shown'> {
  if (evidence === undefined) return {};
  const words = source.slice(evidence.start, Math.min(evidence.end, evidence.start + evidenceWidth * 3)).replace(/\s+/g, ' ');
  return { shown: { start: places.at(evidence.start), text: words.length > evidenceWidth ? `${words.slice(0, evidenceWidth - 1).trimEnd()}…` : words } };
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
  const summary = { files: files.length, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0 };
  for (const file of files) {
    summary.suppressed += file.suppressed;
    for (const { severity, suggestions } of file.findings) {
      summary[`${severity}s`]++;
      if (suggestions.some(({ safety }) => safety === 'safe')) summary.fixable++;
    }
  }
  return { files: sortFiles(files), problems, summary };
}

/** By path. */
export function sortFiles(files: readonly ReportedFile[]): ReportedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
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
