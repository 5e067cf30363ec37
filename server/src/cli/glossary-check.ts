import { stat } from 'node:fs/promises';
import { createColors, isColorSupported } from 'picocolors';
import { listFiles, nodeFiles } from '../host/node-files.js';
import { bundledGlossaries, GlossaryChecker, type Organisations, type Problem, readDocument, rules } from '../index.js';
import { createOrganisations, toLocation, toReported } from './messages.js';
import { print } from './print.js';
import { formatProblems, sortProblems } from './problems.js';
import { choose } from './read-options.js';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';

/** The options of `liaison glossary check`, as the argument parser gives them. */
export interface GlossaryCheckOptions {
  readonly format: string;
  readonly failOn: string;
}

/**
 * Checks glossaries: those named, or the organisation's own. Returns the exit code: 1 with problems at or over `--fail-on`.
 */
export async function checkGlossaries(paths: readonly string[], options: GlossaryCheckOptions): Promise<number> {
  const format = choose('--format', options.format, ['pretty', 'json'] as const);
  const failOn = choose('--fail-on', options.failOn, ['error', 'warning', 'info', 'never'] as const);
  const organisations = createOrganisations();
  const checker = new GlossaryChecker(rules, readDocument);
  const today = new Date().toISOString().slice(0, 10);
  const locations = await findGlossaries(paths, organisations);
  const problems: Problem[] = [];
  for (const location of locations) {
    const text = await nodeFiles.readText(location).catch((error: unknown) => {
      const message = `This file cannot be read: ${describeSystemError(error)}.`;
      problems.push({ path: location, start: { line: 1, column: 1 }, severity: 'error', code: 'unreadable-file', message });
      return undefined;
    });
    if (text === undefined) continue;
    problems.push(...(await checker.check(location, text, await organisations.forMessage(location), today)));
  }
  const reported = sortProblems(problems.map((problem) => ({ ...problem, path: toReported(problem.path) })));
  await print(`${format === 'json' ? JSON.stringify(reported, undefined, 2) : describe(reported, locations.map(toReported))}\n`);
  const ranks = ['error', 'warning', 'info'];
  return failOn !== 'never' && reported.some(({ severity }) => ranks.indexOf(severity) <= ranks.indexOf(failOn)) ? 1 : 0;
}

async function findGlossaries(paths: readonly string[], organisations: Organisations): Promise<readonly string[]> {
  if (paths.length === 0) {
    const here = `${process.cwd().replaceAll('\\', '/')}/message.md`;
    const organisation = await organisations.forMessage(here);
    const own = organisation.glossaries.flatMap(({ path }) => path ?? []);
    if (own.length === 0)
      throw new UsageError(
        'No liaison.yml from here up names a glossary of your own. Name the files to check, as in liaison glossary check glossaries/house.yml.',
      );
    return own;
  }
  const found = new Set<string>();
  for (const path of paths) {
    const location = toLocation(path);
    const stats = await stat(location).catch(() => undefined);
    if (stats === undefined) {
      const isBundled = (bundledGlossaries as readonly string[]).includes(path);
      throw new UsageError(
        `There is no file or folder “${path}”.${isBundled ? ' The glossary of that name ships with Liaison and is checked at build time.' : ''}`,
      );
    }
    if (!stats.isDirectory()) found.add(location);
    else {
      const files = await listFiles(location, (name) => /\.ya?ml$/.test(name));
      if (files.length === 0) throw new UsageError(`“${path}” holds no glossaries: there are no .yml files in it.`);
      for (const file of files) found.add(file);
    }
  }
  return [...found].sort();
}

function describe(problems: readonly Problem[], paths: readonly string[]): string {
  const colors = createColors(isColorSupported);
  const files = `${paths.length} ${paths.length === 1 ? 'glossary' : 'glossaries'}`;
  if (problems.length === 0) return `${colors.green('✓')} ${files} checked, nothing to mend: ${paths.join(', ')}`;
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return `${formatProblems(problems, colors).join('\n')}\n\n${colors.yellow('!')} ${count} in ${files}.`;
}
