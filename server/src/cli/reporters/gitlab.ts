import { hashText } from '../../index.js';
import type { Report } from '../report.js';
import { describePlace, groupEntries } from './entries.js';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** The report for GitLab's code quality. It wants a line of every entry; what has none is on the first. */
export function formatGitlab(report: Report): string {
  const entries = groupEntries(report).flatMap((group) => group.entries);
  const issues = entries.map((entry) => {
    const { path, rule, severity, message, fingerprint, range, place } = entry;
    const begin = range?.start.line ?? 1;
    return {
      description: place === null ? message : `${describePlace(entry)}: ${message}`,
      check_name: rule,
      // GitLab shows one entry for each fingerprint, and files of one name in two organisations, or in none, may share theirs.
      fingerprint: hashText(`${path}\n${fingerprint}`),
      severity: severities[severity],
      location: { path, lines: { begin, end: range?.end?.line ?? begin } },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
