import { lstat, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Whether something has this name, be it a link that leads nowhere. */
export async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

/** Writes a file that is not there yet, whole, with the folders above it. Throws a UsageError when the system refuses. */
export async function writeNew(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    const isFile = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UsageError(`“${path}” cannot be written: ${isFile ? 'part of its path is a file and no folder' : describeSystemError(error)}.`);
  });
  await writeWhole(path, [text]);
}
