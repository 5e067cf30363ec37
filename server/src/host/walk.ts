import type { Dirent } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import ignore, { type Ignore } from 'ignore';

/** Folders that hold no messages: of version control, of installed packages, of caches. */
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn', '.venv', '.cache']);

/** The patterns of one `.gitignore`, which speak of paths below its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * Walks the files below a folder whose paths `accepts` takes, in the order of their paths and one at a time: a tree is never held
 * in memory. Left out are what git ignores and folders that hold no messages. Links to folders are not followed, so a loop ends.
 * @param folder an absolute path with forward slashes.
 */
export async function* walk(folder: string, accepts: (path: string) => boolean): AsyncGenerator<string> {
  yield* walkFolder(folder, accepts, await readIgnoresAbove(folder));
}

async function* walkFolder(folder: string, accepts: (path: string) => boolean, above: readonly IgnoreFile[]): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.some(({ name }) => name === '.gitignore') ? await readIgnore(folder) : undefined;
  const ignores = own === undefined ? above : [...above, own];
  for (const entry of entries.map(toPlaced).sort(byPath)) {
    const path = `${folder === '/' ? '' : folder}/${entry.name}`;
    if (entry.isFolder) {
      if (skippedFolders.has(entry.name) || isIgnored(`${path}/`, ignores)) continue;
      try {
        yield* walkFolder(path, accepts, ignores);
      } catch (error) {
        // A folder that may not be entered, or that has gone since, does not keep the others from being read.
        if (!isClosed(error)) throw error;
      }
    } else if (accepts(path) && !isIgnored(path, ignores) && (!entry.isLink || (await isFile(path)))) yield path;
  }
}

interface Placed {
  readonly name: string;
  /** What sorts it among its siblings as its whole path would: `a.md` stands before what is in `a`. */
  readonly key: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

function toPlaced(entry: Dirent): Placed {
  const isFolder = entry.isDirectory();
  return { name: entry.name, key: isFolder ? `${entry.name}/` : entry.name, isFolder, isLink: entry.isSymbolicLink() };
}

function byPath(a: Placed, b: Placed): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The ignore files that hold for a folder from above it, up to the root of its repository. None where it is in no repository. */
async function readIgnoresAbove(folder: string): Promise<readonly IgnoreFile[]> {
  const folders: string[] = [];
  for (let current = folder; ; current = current.slice(0, current.lastIndexOf('/'))) {
    if (current !== folder) folders.unshift(current);
    if (await exists(`${current}/.git`)) break;
    if (!current.includes('/')) return [];
  }
  const read = await Promise.all(folders.map(readIgnore));
  return read.filter((file) => file !== undefined);
}

async function readIgnore(folder: string): Promise<IgnoreFile | undefined> {
  try {
    return { folder, patterns: ignore().add(await readFile(`${folder}/.gitignore`, 'utf8')) };
  } catch (error) {
    if (isClosed(error)) return undefined;
    throw error;
  }
}

/** The nearest file that has something to say decides, as in git. */
function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { folder, patterns } of ignores.toReversed()) {
    const { ignored, unignored } = patterns.test(path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function isClosed(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'EACCES' || code === 'EPERM' || code === 'ELOOP';
}
