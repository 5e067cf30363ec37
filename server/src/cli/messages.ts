import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { listFiles, nodeFiles, readBytes } from '../host/node-files.js';
import { type Document, decodeText, isReadable, type Organisation, Organisations, readableExtensions, readDocument, rules } from '../index.js';
import { Progress } from './progress.js';
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
    else for (const file of await listFiles(location, isReadable)) found.add(file);
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
      const source = readSource(location);
      if (typeof source === 'string')
        yield { document: readDocument(location, source, undefined, { folder: organisation.defaultsFor(location)?.kind }), organisation };
      else console.error(`liaison: ${toReported(location)} cannot be read: ${source.reason}.`);
    }
  } finally {
    progress.clear();
  }
}

/** Organisations whose files are on this machine. */
export function createOrganisations(): Organisations {
  return new Organisations((location) => nodeFiles.readText(location), rules);
}

function readSource(location: string): string | { readonly reason: string } {
  if (!isReadable(location)) return { reason: `only ${readableExtensions.join(', ')} files can be read so far` };
  try {
    const bytes = readBytes(location);
    return bytes === undefined ? { reason: 'it was removed while Liaison ran' } : decodeText(bytes);
  } catch (error) {
    return { reason: `the system says “${error instanceof Error ? error.message : String(error)}”` };
  }
}
