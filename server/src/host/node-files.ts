import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { Files } from './files.js';
import { walk } from './walk.js';

/** Folders that hold no messages: of version control, of installed packages, of caches. */
const skippedFolders = ['**/node_modules/**', '**/.git/**', '**/.hg/**', '**/.svn/**', '**/.venv/**', '**/.cache/**'];

/** The files of the machine that Node runs on. */
export const nodeFiles: Files = {
  async readText(location) {
    const bytes = await nodeFiles.readBytes(location);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  },
  async readBytes(location) {
    try {
      return await readFile(location);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async listFiles(folder, extensions) {
    // An editor started in no project names these as its workspace, and reading all of a disk helps nobody.
    if (folder === '' || /^\/$|^[a-z]:\/?$/i.test(folder) || folder === homedir().replaceAll('\\', '/')) return [];
    const found: string[] = [];
    for await (const path of walk(folder, (candidate) => extensions.some((extension) => candidate.toLowerCase().endsWith(extension)))) found.push(path);
    return found;
  },
  toLocation: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : uri),
  toUri: (location) => (/^[a-z][a-z+.-]+:/i.test(location) && !/^[a-z]:/i.test(location) ? location : pathToFileURL(location).href),
};

/** Locations of all files under a folder whose names `accepts` takes, in no order. Installed packages and version control are left out. */
export async function listFiles(folder: string, accepts: (path: string) => boolean): Promise<readonly string[]> {
  const paths = await glob('**/*', { cwd: folder, absolute: true, dot: true, followSymbolicLinks: false, ignore: skippedFolders, expandDirectories: false });
  return paths.filter(accepts);
}

/**
 * The bytes of a file; `undefined` when there is none, or when a folder stands in its place. Synchronous: a small file
 * is read in less time than the waiting for it takes.
 */
export function readBytes(location: string): Uint8Array | undefined {
  try {
    return readFileSync(location);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
