import { severities } from '../index.js';
import type { Report } from './report.js';

/** From which severity on a run fails. */
export const failLevels = [...severities, 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

/** Whether a finding of this severity fails the run. */
export function fails(severity: (typeof severities)[number], failOn: FailLevel): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** What a run fails on. */
export interface FailOptions {
  readonly failOn: FailLevel;
  readonly maxWarnings: number;
}

/** The exit code of a report: 0, or 1 with something at or over the level or more warnings than allowed, or 2 when a config cannot be read. */
export function exitCodeOf(report: Report, options: FailOptions): 0 | 1 | 2 {
  if (hasBrokenConfig(report)) return 2;
  return isFailure(report, options) ? 1 : 0;
}

/** Whether a `liaison.yml` cannot be read at all. */
export function hasBrokenConfig({ problems }: Report): boolean {
  return problems.some(
    ({ code, path, severity }) => severity === 'error' && path.endsWith('liaison.yml') && (code === 'not-yaml' || code === 'unreadable-file'),
  );
}

/** Whether a report fails the run: something at or over the level, or more warnings than allowed. */
export function isFailure({ summary, problems }: Report, { failOn, maxWarnings }: FailOptions): boolean {
  if (summary.warnings > maxWarnings) return true;
  const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  return severities.some((level) => fails(level, failOn) && (counts[level] > 0 || problems.some(({ severity }) => severity === level)));
}
