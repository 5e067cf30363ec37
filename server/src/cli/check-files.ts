import { stat } from 'node:fs/promises';
import { createColors, isColorSupported } from 'picocolors';
import { listFiles, nodeFiles } from '../host/node-files.js';
import type { Problem } from '../index.js';
import { toLocation, toReported } from './messages.js';
import { print } from './print.js';
import { formatProblems, sortProblems } from './problems.js';
import { choose } from './read-options.js';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';

/** The options of a command that checks files of the organisation, as the argument parser gives them. */
export interface CheckOptions {
  readonly format: string;
  readonly failOn: string;
}

/** What kind of file a command checks. */
export interface CheckedFiles {
  /** Locations of the files. */
  readonly locations: readonly string[];
  /** What is known to be wrong before any is read. */
  readonly problems?: readonly Problem[];
  /** What one and several of them are called. */
  readonly nouns: readonly [string, string];
  readonly check: (location: string, text: string) => Promise<readonly Problem[]>;
}

/** The options once checked. Throws a UsageError for a value that they do not take. */
export function readCheckOptions(options: CheckOptions) {
  return {
    format: choose('--format', options.format, ['pretty', 'json'] as const),
    failOn: choose('--fail-on', options.failOn, ['error', 'warning', 'info', 'never'] as const),
  };
}

/** Checks files one by one and prints their problems. Returns the exit code: 1 with problems at or over `failOn`. */
export async function checkFiles(
  { locations, problems: known = [], nouns, check }: CheckedFiles,
  { format, failOn }: ReturnType<typeof readCheckOptions>,
): Promise<number> {
  const problems: Problem[] = [...known];
  // A name that leads to no file is told where it is written.
  for (const location of known.length > 0 ? [] : locations) {
    const text = await nodeFiles.readText(location).catch((error: unknown) => {
      const message = `This file cannot be read: ${describeSystemError(error)}.`;
      problems.push({ path: location, start: { line: 1, column: 1 }, severity: 'error', code: 'unreadable-file', message });
      return undefined;
    });
    if (text !== undefined) problems.push(...(await check(location, text)));
  }
  const reported = sortProblems(problems.map((problem) => ({ ...problem, path: toReported(problem.path) })));
  await print(`${format === 'json' ? JSON.stringify(reported, undefined, 2) : describe(reported, locations.map(toReported), nouns)}\n`);
  const ranks = ['error', 'warning', 'info'];
  return failOn !== 'never' && reported.some(({ severity }) => ranks.indexOf(severity) <= ranks.indexOf(failOn)) ? 1 : 0;
}

/**
 * The YAML files that arguments name, in order: a file as it is, a folder with all below it. Throws a UsageError for one
 * that is not there, and for a folder without any; `explain` may say more about a name, and `holds` what a folder lacks.
 */
export async function findYamlFiles(paths: readonly string[], { holds, explain = () => '' }: { holds: string; explain?: (path: string) => string }) {
  const found = new Set<string>();
  for (const path of paths) {
    const location = toLocation(path);
    const stats = await stat(location).catch(() => undefined);
    if (stats === undefined) throw new UsageError(`There is no file or folder “${path}”.${explain(path)}`);
    if (!stats.isDirectory()) found.add(location);
    else {
      const files = await listFiles(location, (name) => /\.ya?ml$/.test(name));
      if (files.length === 0) throw new UsageError(`“${path}” holds no ${holds}: there are no .yml files in it.`);
      for (const file of files) found.add(file);
    }
  }
  return [...found].sort();
}

function describe(problems: readonly Problem[], paths: readonly string[], [one, several]: readonly [string, string]): string {
  const colors = createColors(isColorSupported);
  const files = `${paths.length} ${paths.length === 1 ? one : several}`;
  if (problems.length === 0) return `${colors.green('✓')} ${files} checked, nothing to mend: ${paths.join(', ')}`;
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return `${formatProblems(problems, colors).join('\n')}\n\n${colors.yellow('!')} ${count} in ${files}.`;
}
