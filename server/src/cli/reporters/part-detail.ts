import type { ReportedPart } from '../report.js';

/** The words that show a part, or the line that would add it; empty where there is neither. */
export function describePart({ met, shown, suggestions = [] }: ReportedPart): string {
  if (met) return shown === undefined ? '' : `line ${shown.start.line}: ${shown.text}`;
  const [first] = suggestions;
  const line = first?.edits[0]?.text.split(/\r?\n/).find((candidate) => candidate.trim() !== '' && candidate !== '---');
  return line === undefined ? '' : `add: ${line.trim()}`;
}
