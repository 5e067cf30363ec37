import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { walk } from '../host/walk.js';
import { isReadable } from '../index.js';
import { readStdin, toLocation } from './messages.js';
import { isCopy } from './name-copy.js';
import { UsageError } from './usage-error.js';

/** What a run is about. */
export interface Target {
  /** Files and folders; the working directory when there are none. */
  readonly paths: readonly string[];
  /** A file that lists more of them, one a line; `-` stands for standard input. */
  readonly fileList?: string | undefined;
  /** Only what git says has changed since this commit. */
  readonly changedSince?: string | undefined;
  /** Only one part of so many, to be joined with the others later. */
  readonly shard?: Shard | undefined;
}

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Reads `2/5`. Throws a UsageError for what is none. */
export function readShard(value: string): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(value);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > count) throw new UsageError(`--shard takes a part and how many there are, as in 2/5, not “${value}”.`);
  return { index, count };
}

/**
 * The messages that the arguments name, by path: a file as it is, a folder with all messages below it. A file stands once, however
 * often it is named.
 */
export async function* listTargets(target: Target): AsyncGenerator<string> {
  const changed = target.changedSince === undefined ? undefined : await listChanged(target.changedSince);
  let position = 0;
  for await (const location of listNamed(target)) {
    if (changed !== undefined && !changed.has(location)) continue;
    const { shard } = target;
    if (shard === undefined || position++ % shard.count === shard.index - 1) yield location;
  }
}

async function* listNamed({ paths, fileList }: Target): AsyncGenerator<string> {
  const listed = fileList === undefined ? [] : await readFileList(fileList);
  const named = paths.length === 0 && fileList === undefined ? ['.'] : [...paths, ...listed];
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const path of named) {
    const location = toLocation(path);
    const stats = await stat(location).catch(() => undefined);
    if (stats === undefined) throw new UsageError(`There is no file or folder “${path}”.`);
    (stats.isDirectory() ? folders : files).add(location);
  }
  const outermost: string[] = [];
  for (const folder of [...folders].sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1))) {
    const last = outermost.at(-1);
    if (last === undefined || !isBelow(folder, last)) outermost.push(folder);
  }
  // A file that a folder has as well is read on its walk, unless the walk leaves it out.
  const single = [...files].sort();
  let next = 0;
  for (const folder of outermost) {
    for await (const location of walk(folder, (path) => isReadable(path) && !isCopy(path))) {
      for (; next < single.length && (single[next] ?? '') < location; next++) yield single[next] ?? '';
      if (single[next] === location) next++;
      yield location;
    }
  }
  for (; next < single.length; next++) yield single[next] ?? '';
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** One path a line; empty lines and those that begin with `#` are left out. */
async function readFileList(path: string): Promise<readonly string[]> {
  const bytes = path === '-' ? await readStdin() : await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new UsageError(`There is no file list “${path}”.`);
  return new TextDecoder()
    .decode(bytes)
    .split(/\0|\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Locations of files that differ from a commit, also those that git does not know yet; what was deleted is left out. */
async function listChanged(since: string): Promise<ReadonlySet<string>> {
  if (since.startsWith('-')) throw new UsageError(`“${since}” is no commit.`);
  const root = (await git('rev-parse', '--show-toplevel')).trim();
  const differing = await git('diff', '--name-only', '-z', '--diff-filter=d', since, '--').catch((error: unknown) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`git knows no commit “${since}”.`);
  });
  const unknown = await git('-C', root, 'ls-files', '--others', '--exclude-standard', '-z');
  return new Set([...differing.split('\0'), ...unknown.split('\0')].filter((path) => path !== '').map((path) => toLocation(`${root}/${path}`)));
}

const run = promisify(execFile);

async function git(...args: readonly string[]): Promise<string> {
  try {
    return (await run('git', [...args], { maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT') throw new UsageError('--changed needs git, and there is none.');
    if (/not a git repository/i.test(stderr ?? '')) throw new UsageError('--changed needs a git repository, and this folder is in none.');
    throw error;
  }
}
