import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { listFiles, nodeFiles, readBytes } from '../host/node-files.js';
import { type Document, isReadable, type Organisation, Organisations, readMessage, rules, type Unreadable } from '../index.js';
import { Progress } from './progress.js';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';

/** An absolute path with forward slashes, as the engine names files. */
export function toLocation(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

/** The path as reports show it. */
export function toReported(location: string): string {
  const path = relative(process.cwd(), location);
  return (isAbsolute(path) ? location : path).replaceAll('\\', '/');
}

/** The files that the arguments name: a file as it is, a folder with all messages below it. */
export async function findMessages(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const location = toLocation(path);
    const stats = await stat(location).catch(() => undefined);
    if (stats === undefined) throw new UsageError(`There is no file or folder “${path}”.`);
    if (!stats.isDirectory()) found.add(location);
    else for (const file of await listFiles(location, (name) => isReadable(name))) found.add(file);
  }
  return [...found].sort();
}

/** A message and the organisation that it belongs to. */
export interface Message {
  readonly document: Document;
  readonly organisation: Organisation;
}

/**
 * Reads the messages that the arguments name, one at a time, without those that their organisation ignores. What cannot be
 * read is told on standard error, and the rest is read all the same.
 */
export async function* readMessages(paths: readonly string[], organisations = createOrganisations()): AsyncGenerator<Message> {
  const locations = await findMessages(paths.length === 0 ? ['.'] : paths);
  const progress = new Progress(process.stderr, locations.length);
  try {
    for (const [index, location] of locations.entries()) {
      progress.update(index, toReported(location));
      const organisation = await organisations.forMessage(location);
      if (organisation.isIgnored(location)) continue;
      const bytes = readFileBytes(location);
      const document = 'reason' in bytes ? bytes : await readMessage(location, bytes, undefined, { folder: organisation.defaultsFor(location)?.kind });
      if ('reason' in document) console.error(`liaison: ${toReported(location)} cannot be read: ${document.reason}.`);
      else yield { document, organisation };
    }
  } finally {
    progress.clear();
  }
}

/** Organisations whose files are on this machine. */
export function createOrganisations(): Organisations {
  return new Organisations((location) => nodeFiles.readText(location), rules);
}

/** The bytes of a message, or why there are none. */
export function readFileBytes(location: string): Uint8Array | Unreadable {
  try {
    return readBytes(location) ?? { reason: 'it was removed while Liaison ran' };
  } catch (error) {
    return { reason: describeSystemError(error) };
  }
}

/** All of standard input. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
