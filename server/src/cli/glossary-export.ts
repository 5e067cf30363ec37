import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../host/node-files.js';
import {
  bundledGlossaries,
  type Exported,
  type ExportFormat,
  exportFormats,
  findSimilar,
  type GlossaryFile,
  LineIndex,
  type Problem,
  readGlossary,
  writeCsv,
  writeTbx,
  writeXlsx,
} from '../index.js';
import { countOf, printProblems, readGlossaryText, toReportedPath } from './glossary-files.js';
import { choose, readLanguage } from './read-options.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** The options of `liaison glossary export`, as the argument parser gives them. */
export interface ExportOptions {
  readonly to?: string;
  readonly format?: string;
  readonly language: string;
  readonly force?: boolean;
}

/** Writes a glossary in another format. Returns the exit code: 0, or 1 when something could not go along, or 2 when the glossary cannot be read. */
export async function exportGlossary(glossary: string, options: ExportOptions): Promise<number> {
  const format = chooseFormat(options);
  const { to } = options;
  const language = readLanguage('--language', options.language);
  if (to === undefined && format === 'xlsx' && process.stdout.isTTY) throw new UsageError('A workbook is not for a terminal. Add --to FILE.xlsx.');
  if (to !== undefined && !options.force && (await stat(to).catch(() => undefined)) !== undefined)
    throw new UsageError(`“${to}” is already there. Choose another name, or write over it with --force.`);
  const source = await loadGlossary(glossary);
  if (source.file.entries.length === 0 && source.file.problems.some(({ severity }) => severity === 'error')) {
    printProblems(source.file.problems, 'text');
    return 2;
  }
  const { content, losses } = write(format, source.file, language);
  // A long glossary that loses nothing needs no places.
  const lines = new LineIndex(losses.length === 0 ? '' : source.text);
  const lost = losses.map(({ entry, message }): Problem => {
    const { line, column } = lines.at(entry === undefined ? 0 : source.file.offsetOf(entry));
    return { path: source.path, start: { line, column }, severity: 'error', code: 'cannot-hold', message };
  });
  const problems = [...source.file.problems, ...lost];
  printProblems(problems, 'text');
  if (to === undefined) process.stdout.write(content);
  else {
    await writeWhole(to, [content]);
    console.error(`${countOf(source.file.entries.length, 'term')} written to ${toReportedPath(to)}.`);
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function chooseFormat({ to, format }: ExportOptions): ExportFormat {
  const ending = to === undefined ? undefined : /\.([^./\\]+)$/.exec(to)?.[1]?.toLowerCase();
  const told = exportFormats.find((candidate) => candidate === ending);
  if (format === undefined) {
    if (to === undefined) return 'csv';
    if (told === undefined) throw new UsageError(`“${to}” does not end in .csv, .xlsx or .tbx. Say which with --format.`);
    return told;
  }
  const chosen = choose('--format', format, exportFormats);
  // A program that opens a file by its ending would call it damaged.
  if (told !== undefined && told !== chosen) throw new UsageError(`“${to}” ends in .${told}, but --format says ${chosen}. Change one of the two.`);
  return chosen;
}

function write(format: ExportFormat, { header, entries }: GlossaryFile, language: string): Exported<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return writeCsv(header, entries);
    case 'xlsx':
      return writeXlsx(header, entries);
    case 'tbx':
      return writeTbx(header, entries, { language });
  }
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly file: GlossaryFile;
}

/** A file, or a glossary that ships with Liaison. */
async function loadGlossary(glossary: string): Promise<Source> {
  const name = bundledGlossaries.find((candidate) => candidate === glossary);
  const isBundled = name !== undefined && !(await stat(glossary).catch(() => undefined))?.isFile();
  const text = isBundled ? undefined : await readGlossaryText(glossary);
  if (text !== undefined) return { path: toReportedPath(glossary), text, file: readGlossary(toReportedPath(glossary), text) };
  if (name === undefined) {
    const similar = findSimilar(basename(glossary), bundledGlossaries);
    throw new UsageError(
      `There is no glossary “${glossary}”: neither a file nor one of ${bundledGlossaries.join(', ')}.${similar === undefined ? '' : ` Did you mean “${similar}”?`}`,
    );
  }
  // What is built in has no examples, so the whole file is read, from the folder beside that of the program.
  const here = dirname(fileURLToPath(import.meta.url));
  for (const folder of ['..', '../..', '../../..']) {
    const path = join(here, folder, 'glossaries', `${name}.yml`);
    const whole = await nodeFiles.readText(path);
    if (whole !== undefined) return { path: toReportedPath(path), text: whole, file: readGlossary(toReportedPath(path), whole) };
  }
  throw new UsageError(`The folder “glossaries” is not beside the program, so “${name}” cannot be exported. Install Liaison again.`);
}
