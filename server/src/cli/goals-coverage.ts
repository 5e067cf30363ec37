import { createColors, isColorSupported } from 'picocolors';
import { type DoubtfulGoal, GoalCoverage, type OrganisationCoverage } from '../index.js';
import { formatCoverage } from './coverage-table.js';
import { readMessages, toReported } from './messages.js';
import { print } from './print.js';
import { formatProblems, sortProblems } from './problems.js';
import { choose } from './read-options.js';

export interface CoverageOptions {
  readonly format: string;
}

/** Prints which goals the messages serve, month by month, and the weeks in which an audience gets more than its limit. */
export async function showCoverage(paths: readonly string[], options: CoverageOptions): Promise<void> {
  const format = choose('--format', options.format, ['pretty', 'json'] as const);
  const today = new Date().toISOString().slice(0, 10);
  const coverage = new GoalCoverage(today);
  for await (const { document, organisation } of readMessages(paths)) coverage.add(document, organisation);
  const found = coverage.list();
  // A limit or a goal that cannot be read would be missing without a word.
  const problems = found
    .flatMap(({ organisation }) => organisation.problems)
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({ ...problem, path: toReported(problem.path) }));
  for (const line of formatProblems(sortProblems(problems), createColors(false))) console.error(`liaison: ${line.trim()}`);
  if (format === 'json') return print(`${JSON.stringify({ version: 1, organisations: found.map(toJson) }, undefined, 2)}\n`);
  const colors = createColors(isColorSupported && process.stdout.isTTY === true);
  const width = process.stdout.isTTY ? process.stdout.columns : undefined;
  return print(
    found.length === 0 ? 'No messages here.\n' : found.map((one) => formatCoverage(one, { colors, width, today, showConfig: found.length > 1 })).join('\n'),
  );
}

function toJson({ organisation, figures, pages }: OrganisationCoverage) {
  const { goals, weeks } = figures;
  return {
    config: organisation.folder === undefined ? null : toReported(`${organisation.folder}/liaison.yml`),
    goalsFile: organisation.goals === undefined ? null : toReported(organisation.goals.path),
    messages: figures.messages,
    pages,
    tied: figures.tied,
    share: shareOf(figures),
    goals: goals.map(({ goal, paths, byMonth, last, isSilent }) => ({
      id: goal.id,
      title: goal.title,
      status: goal.status,
      messages: paths.length,
      byMonth: Object.fromEntries([...byMonth].sort(([a], [b]) => (a < b ? -1 : 1))),
      last: last ?? null,
      silent: isSilent,
      paths: paths.map(toReported),
    })),
    months: figures.months.map((month) => ({ ...month, share: shareOf(month) })),
    untied: figures.untied.map(toReported),
    unknown: figures.unknown.map(toDoubtful),
    outdated: figures.outdated.map(toDoubtful),
    undated: figures.undated.map(toReported),
    weeks: weeks.map(({ audience, week, monday, limit, paths, isOverLimit }) => ({
      audience,
      week,
      monday,
      messages: paths.length,
      limit: limit ?? null,
      overLimit: isOverLimit,
      paths: paths.map(toReported),
    })),
  };
}

function toDoubtful({ id, reason, paths }: DoubtfulGoal) {
  return { goal: id, reason, paths: paths.map(toReported) };
}

/** Between 0 and 1, to two digits; `null` of no messages. */
function shareOf({ messages, tied }: { readonly messages: number; readonly tied: number }): number | null {
  return messages === 0 ? null : Math.round((tied * 100) / messages) / 100;
}
