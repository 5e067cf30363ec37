import { closeSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { listFiles } from '../host/node-files.js';
import {
  type Entry,
  findSimilar,
  guessFormat,
  type Header,
  type Imported,
  type ImportFormat,
  importFormats,
  keyOf,
  mergeGlossary,
  type Problem,
  parseGlossary,
  readCspell,
  readCsv,
  readPrh,
  readTbx,
  readVale,
  readXlsx,
  statuses,
  writeGlossaryPieces,
} from '../index.js';
import { countOf, printProblems, readGlossaryText, toReportedPath } from './glossary-files.js';
import { readLanguage } from './read-options.js';
import { UsageError } from './usage-error.js';
import { joinPieces, writeWhole } from './write-whole.js';

/** The options of `liaison glossary import`, as the argument parser gives them. */
export interface ImportOptions {
  readonly from?: string;
  readonly to?: string;
  readonly into?: string;
  readonly name?: string;
  readonly status?: string;
  readonly language: string;
  readonly format: string;
  readonly force?: boolean;
}

/** Bytes of a file that has to be in memory whole: a packed workbook, rules in YAML. */
const largestWhole = 64 * 1024 * 1024;

/** Brings files of other formats in. Returns the exit code: 0 when everything came in, 1 when something did not, 2 when no file could be read. */
export async function importGlossary(paths: readonly string[], options: ImportOptions): Promise<number> {
  const run = await checkOptions(paths, options);
  const inputs: Imported[] = [];
  for (const path of paths) inputs.push(await readInput(path, run));
  const { entries, withoutStatus, problems: clashes } = joinInputs(inputs, paths);
  const problems = [...inputs.flatMap((input) => input.problems), ...clashes];
  printProblems(problems, run.format);
  if (!inputs.some(({ isReadable }) => isReadable)) return 2;
  const failed = problems.some(({ severity }) => severity === 'error');
  if (entries.length === 0) {
    console.error('Nothing came in, so nothing was written.');
    return failed ? 1 : 0;
  }
  const ready: Ready = run.status === undefined ? { entries, withoutStatus } : setStatus(entries, withoutStatus, run.status);
  if (run.into !== undefined) await mergeInto(run.into, ready);
  else {
    const header = { ...Object.assign({}, ...[...inputs].reverse().map((input) => input.header)) } as Header;
    const name = options.name ?? header.name ?? nameAfter(options.to ?? paths[0] ?? 'glossary');
    await writeNew({ ...header, name }, ready.entries, options.to);
    const place = options.to === undefined ? '' : `, written to ${toReportedPath(options.to)}`;
    console.error(`${countOf(entries.length, 'term')} came in${summarise(problems)}${place}.`);
  }
  return failed ? 1 : 0;
}

interface Run {
  readonly from: ImportFormat | undefined;
  readonly into: string | undefined;
  readonly status: Entry['status'] | undefined;
  readonly language: string;
  readonly format: 'text' | 'json';
}

async function checkOptions(paths: readonly string[], options: ImportOptions): Promise<Run> {
  const { to, into, format } = options;
  if (to !== undefined && into !== undefined) throw new UsageError('Give either --to, for a new glossary, or --into, for one that is there.');
  if (into !== undefined && options.name !== undefined) throw new UsageError('--name is for a new glossary. The one that --into names keeps its own.');
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format takes text or json, not “${format}”.`);
  if (format === 'json' && to === undefined && into === undefined)
    throw new UsageError('With --format json the problems go to standard output, so the glossary needs a file: add --to FILE.yml.');
  if (to !== undefined && !/\.ya?ml$/i.test(to)) throw new UsageError(`--to takes a glossary file, ending in .yml, not “${to}”.`);
  if (to !== undefined && !options.force && (await stat(to).catch(() => undefined)) !== undefined)
    throw new UsageError(`“${to}” is already there. Merge with --into ${to}, or write over it with --force.`);
  if (into !== undefined && (await stat(into).catch(() => undefined)) === undefined)
    throw new UsageError(`There is no glossary “${into}”. Write a new one with --to.`);
  for (const path of paths) if ((await stat(path).catch(() => undefined)) === undefined) throw new UsageError(`There is no file or folder “${path}”.`);
  return {
    from: options.from === undefined ? undefined : choose('--from', options.from, importFormats),
    into,
    status: options.status === undefined ? undefined : choose('--status', options.status, statuses),
    language: readLanguage('--language', options.language),
    format,
  };
}

function choose<const Value extends string>(flag: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const similar = findSimilar(value, allowed);
  throw new UsageError(
    `${flag} takes ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}, not “${value}”.${similar === undefined ? '' : ` Did you mean “${similar}”?`}`,
  );
}

async function readInput(path: string, { from, language }: Run): Promise<Imported> {
  const shown = toReportedPath(path);
  const stats = await stat(path);
  if (stats.isDirectory()) {
    if (from !== undefined && from !== 'vale') throw new UsageError(`“${path}” is a folder. Only the rules of Vale come as one; give the files of the others.`);
    const files = (await listFiles(path, (file) => /\.ya?ml$|(?:^|\/)(?:accept|reject)\.txt$/i.test(file))).toSorted();
    if (files.length === 0) throw new UsageError(`“${path}” holds no .yml files, so there are no rules of Vale in it.`);
    return readVale(
      shown,
      files.map((file) => ({ path: toReportedPath(file), bytes: readWhole(file) })),
    );
  }
  const format = from ?? guessFormat(shown, readStart(path));
  if (format === undefined) throw new UsageError(`“${path}” is of no format that is known here. Say which with --from ${importFormats.join('|')}.`);
  switch (format) {
    case 'csv':
      return readCsv(shown, readChunks(path));
    case 'tbx':
      return readTbx(shown, readChunks(path), { language });
    case 'xlsx':
      return readXlsx(shown, readWhole(path));
    case 'vale':
      return readVale(shown, [{ path: shown, bytes: readWhole(path) }]);
    case 'cspell':
      return readCspell({ path: shown, bytes: readWhole(path) });
    case 'prh':
      return readPrh({ path: shown, bytes: readWhole(path) });
  }
}

function readWhole(path: string): Uint8Array {
  const start = readStart(path, largestWhole + 1);
  if (start.length > largestWhole)
    throw new UsageError(`“${path}” is larger than ${largestWhole / 1024 / 1024} MB. Split it, or save a spreadsheet as CSV, which may be of any size.`);
  return start;
}

function readStart(path: string, length = 65_536): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const parts: Uint8Array[] = [];
    let total = 0;
    while (total < length) {
      const chunk = new Uint8Array(Math.min(1 << 20, length - total));
      const count = readSync(file, chunk);
      if (count === 0) break;
      parts.push(chunk.subarray(0, count));
      total += count;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(file);
  }
}

/** A file in pieces, so that its size does not matter. */
function* readChunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(1 << 16);
      const count = readSync(file, chunk);
      if (count === 0) return;
      yield chunk.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** The entries of all files. A term that two of them have comes from the first. */
function joinInputs(inputs: readonly Imported[], paths: readonly string[]): Pick<Imported, 'entries' | 'withoutStatus' | 'problems'> {
  const [only, ...others] = inputs;
  if (only !== undefined && others.length === 0) return { ...only, problems: [] };
  const entries = new Map<string, Entry>();
  const withoutStatus = new Set<Entry>();
  const problems: Problem[] = [];
  for (const [index, input] of inputs.entries()) {
    for (const entry of input.entries) {
      const key = keyOf(entry);
      if (!entries.has(key)) {
        entries.set(key, entry);
        if (input.withoutStatus.has(entry)) withoutStatus.add(entry);
      } else
        problems.push({
          path: toReportedPath(paths[index] ?? ''),
          start: { line: 1, column: 1 },
          severity: 'error',
          code: 'duplicate-term',
          message: `“${entry.term}” also came from a file before this one, and only that came in. Join the two.`,
        });
    }
  }
  return { entries: [...entries.values()], withoutStatus, problems };
}

interface Ready {
  readonly entries: readonly Entry[];
  readonly withoutStatus: ReadonlySet<Entry>;
}

function setStatus(entries: readonly Entry[], withoutStatus: ReadonlySet<Entry>, status: Entry['status']): Ready {
  const marked = new Set<Entry>();
  const ready = entries.map((entry) => {
    if (!withoutStatus.has(entry)) return entry;
    const copy = { ...entry, status };
    marked.add(copy);
    return copy;
  });
  return { entries: ready, withoutStatus: marked };
}

/** Problems of a glossary that nothing can be written back into without harm. */
const unmergeable: ReadonlySet<string> = new Set(['not-yaml', 'duplicate-key', 'not-utf8']);

async function mergeInto(path: string, { entries, withoutStatus }: Ready): Promise<void> {
  const text = await readGlossaryText(path);
  const { problems } = parseGlossary(toReportedPath(path), text ?? '');
  const broken = problems.find(({ code }) => unmergeable.has(code));
  if (text === undefined || broken !== undefined)
    throw new UsageError(`“${path}” cannot be merged into: line ${broken?.start.line ?? 1}: ${broken?.message ?? 'it cannot be read.'}`);
  const merged = mergeGlossary(text, entries, { withoutStatus });
  if (merged === undefined)
    throw new UsageError(`“${path}” cannot be merged into: its “terms” must be a list with each entry on lines of its own, as “- term: …”.`);
  if (merged.text !== text) await writeWhole(path, [merged.text]);
  const { added, changed, unchanged } = merged;
  console.error(`${toReportedPath(path)}: ${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged.`);
  for (const [label, names] of [
    ['added', added],
    ['changed', changed],
  ] as const)
    if (names.length > 0) console.error(`  ${label}: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`);
}

async function writeNew(header: Header, entries: readonly Entry[], to: string | undefined): Promise<void> {
  const pieces = writeGlossaryPieces(header, entries);
  if (to !== undefined) {
    await writeWhole(to, pieces);
    return;
  }
  for (const piece of joinPieces(pieces)) if (!process.stdout.write(piece)) await new Promise((resume) => process.stdout.once('drain', resume));
}

/** A name for `liaison.yml`, from that of a file. */
function nameAfter(path: string): string {
  const plain = basename(path, extname(path))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'glossary' : plain;
}

function summarise(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const parts = [...(errors > 0 ? [countOf(errors, 'error')] : []), ...(warnings > 0 ? [countOf(warnings, 'warning')] : [])];
  return parts.length === 0 ? '' : ` with ${parts.join(' and ')}`;
}
