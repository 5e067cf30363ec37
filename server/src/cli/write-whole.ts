import { randomUUID } from 'node:crypto';
import { appendFile, chmod, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';

/**
 * Writes a file whole or not at all. A file that was there keeps its mode; a link stays a link. Throws a UsageError when
 * the system refuses.
 */
export async function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  if (before?.isDirectory()) throw new UsageError(`“${path}” cannot be written: there is a folder of that name. Choose another name.`);
  // A pipe or a device cannot be put in the place of another: it is written to as it is.
  if (before !== undefined && !before.isFile()) {
    for (const piece of joinPieces(pieces)) await appendFile(path, piece);
    return;
  }
  const target = before === undefined ? path : await realpath(path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx').catch((error: unknown) => {
    const isFolderMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(`“${path}” cannot be written: ${isFolderMissing ? 'its folder is not there. Make it first' : describeSystemError(error)}.`);
  });
  try {
    for (const piece of joinPieces(pieces)) await (typeof piece === 'string' ? handle.write(piece) : handle.writeFile(piece));
    await handle.close();
    if (before !== undefined) await chmod(temporary, before.mode);
    await rename(temporary, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw new UsageError(`“${path}” cannot be written: ${describeSystemError(error)}.`);
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
