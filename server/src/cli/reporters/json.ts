import type { Position } from '../../index.js';
import type { Report, ReportedSuggestion } from '../report.js';

/** The machine-readable report, version 1 of its form. */
export function formatJson({ files, problems, summary }: Report, version: string): string {
  const results = files.map(({ path, kind, audience, goals, metrics, slides, checkup, findings }) => ({
    path,
    kind,
    audience,
    goals,
    metrics,
    ...(slides === undefined ? {} : { slides }),
    checkup: checkup.map(({ title: _title, shown: _shown, ...part }) => part),
    findings: findings.map(({ frame: _, rule, severity, message, text, start, end, place, term, glossary, fingerprint, url, suggestions }) => ({
      rule,
      severity,
      message,
      text,
      start: toPosition(start),
      end: toPosition(end),
      place,
      ...(term === undefined ? {} : { term }),
      ...(glossary === undefined ? {} : { glossary }),
      fingerprint,
      url,
      suggestions: suggestions.map(toSuggestion),
    })),
  }));
  return `${JSON.stringify({ version: 1, tool: { name: 'liaison', version }, summary, results, problems }, undefined, 2)}\n`;
}

function toPosition({ offset, line, column }: Position): Position {
  return { offset, line, column };
}

function toSuggestion({ title, safety, edits }: ReportedSuggestion) {
  return { title, safety, edits: edits.map(({ start, end, text }) => ({ start, end, text })) };
}
