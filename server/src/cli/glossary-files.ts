import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { nodeFiles } from '../host/node-files.js';
import type { Problem } from '../index.js';
import { showControls } from './problems.js';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';

/** The path as people see it: from the working directory, with forward slashes. */
export function toReportedPath(path: string): string {
  const shown = relative(process.cwd(), resolve(path));
  return (isAbsolute(shown) ? resolve(path) : shown).replaceAll('\\', '/');
}

/** The text of a glossary; `undefined` when there is no such file. Throws a UsageError for one that cannot be read. */
export async function readGlossaryText(path: string): Promise<string | undefined> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw new UsageError(`“${toReportedPath(path)}” is a folder. Name the file of the glossary.`);
  return nodeFiles.readText(path).catch((error: unknown) => {
    throw new UsageError(`“${toReportedPath(path)}” cannot be read: ${describeSystemError(error)}.`);
  });
}

/** Prints problems: a line each to standard error, or as JSON to standard output. */
export function printProblems(problems: readonly Problem[], format: 'text' | 'json'): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
    return;
  }
  const lines = problems.map(
    ({ path, start, severity, code, message }) => `${path}:${start.line}:${start.column}  ${severity}  ${showControls(message)}  ${code}\n`,
  );
  process.stderr.write(lines.join(''));
}

/** “1 term”, “2 terms”. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
