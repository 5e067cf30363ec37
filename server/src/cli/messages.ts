import { isAbsolute, relative, resolve } from 'node:path';
import { nodeFiles, readBytes } from '../host/node-files.js';
import { type Document, type Organisation, Organisations, readMessage, rules, type Unreadable } from '../index.js';
import { Progress } from './progress.js';
import { describeSystemError } from './system-error.js';
import { listTargets } from './targets.js';

/** An absolute path with forward slashes, as the engine names files. */
export function toLocation(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

/** The path as reports show it. */
export function toReported(location: string): string {
  const path = relative(process.cwd(), location);
  return (isAbsolute(path) ? location : path).replaceAll('\\', '/');
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
  const progress = new Progress(process.stderr);
  try {
    for await (const location of listTargets({ paths })) {
      progress.update(toReported(location));
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
