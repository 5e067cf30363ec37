import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Problem } from '../index.js';
import { UsageError } from './usage-error.js';

/** The path as people see it: from the working directory, with forward slashes. */
export function toReportedPath(path: string): string {
  const shown = relative(process.cwd(), resolve(path));
  return (isAbsolute(shown) ? resolve(path) : shown).replaceAll('\\', '/');
}

/** Writes a file whole or not at all. A file that was there keeps its mode; a link stays a link. */
export async function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  const target = before === undefined ? path : await realpath(path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx').catch((error: unknown) => {
    throw new UsageError(
      `“${path}” cannot be written: ${error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'its folder is not there. Make it first' : String(error)}.`,
    );
  });
  try {
    for (const piece of joinPieces(pieces)) await (typeof piece === 'string' ? handle.write(piece) : handle.writeFile(piece));
    await handle.close();
    if (before !== undefined) await chmod(temporary, before.mode);
    await rename(temporary, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Joins small pieces of text, so that a long glossary is not written a line at a time. */
export function* joinPieces(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Prints problems: a line each to standard error, or as JSON to standard output. */
export function printProblems(problems: readonly Problem[], format: 'text' | 'json'): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
    return;
  }
  const lines = problems.map(({ path, start, severity, code, message }) => `${path}:${start.line}:${start.column}  ${severity}  ${message}  ${code}\n`);
  process.stderr.write(lines.join(''));
}

/** “1 term”, “2 terms”. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
