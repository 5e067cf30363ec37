import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createColors, isColorSupported } from 'picocolors';
import { nodeFiles } from '../host/node-files.js';
import { bundledGlossaries, languages, type Organisation, parentOf, type StarterFile, toSlug, writeStarter } from '../index.js';
import { todayHere } from './local-date.js';
import { createOrganisations, toLocation, toReported } from './messages.js';
import { print } from './print.js';
import { choose } from './read-options.js';
import { UsageError } from './usage-error.js';
import { isThere, writeNew } from './write-new.js';

/** The options of `liaison init`, as the argument parser gives them. */
export interface InitOptions {
  readonly name?: string;
  readonly language: string;
  readonly owner?: string;
  readonly dryRun?: boolean;
}

/** Writes the files that an organisation begins with, keeps those that are there, and says how to go on. */
export async function init(folder: string, options: InitOptions): Promise<void> {
  const language = choose('--language', options.language, languages);
  const name = readName(options.name);
  const before = await stat(folder).catch(() => undefined);
  if (before !== undefined && !before.isDirectory()) throw new UsageError(`“${folder}” is a file. Name a folder, or leave it out for this one.`);
  const glossaries = await listFilesIn(folder, 'glossaries', /\.ya?ml$/i);
  const starter = await writeStarter({
    folder: toLocation(folder),
    readText: (location) => nodeFiles.readText(location),
    glossaries,
    name,
    language,
    owner: readOwner(options.owner),
    today: todayHere(),
  });
  const above = await createOrganisations().forMessage(`${parentOf(toLocation(folder)) ?? ''}/message.md`);
  // Without a name for one more, those that are there will do.
  const kept: string[] = name === undefined ? [...glossaries] : [];
  const missing: StarterFile[] = [];
  for (const file of starter) {
    const twin = await findTwin(folder, file.path);
    if (twin === undefined) missing.push(file);
    else if (!kept.includes(twin)) kept.push(twin);
  }
  // Last the file that names the others, so that it never names one that is not there.
  if (!options.dryRun) for (const { path, text } of missing.toReversed()) await writeNew(join(folder, path), text);
  await print(describe({ folder, missing, kept, isDryRun: options.dryRun === true, notes: await listNotes(folder, missing, kept, above, options) }));
}

function readName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const slug = toSlug(name);
  if (slug === '') throw new UsageError(`--name takes the short name of your organisation, in letters or digits, not “${name}”.`);
  if ((bundledGlossaries as readonly string[]).includes(slug))
    throw new UsageError(`A glossary called “${slug}” comes with Liaison. Give another --name, such as your organisation’s.`);
  return name;
}

function readOwner(owner: string | undefined): string | undefined {
  if (owner?.trim() === '') throw new UsageError('--owner takes a person, a role or an address. Leave it out if nobody is settled yet.');
  return owner;
}

/** What makes a file unneeded, from the folder: the file itself, or another message beside the first one. */
async function findTwin(folder: string, path: string): Promise<string | undefined> {
  if (await isThere(join(folder, path))) return path;
  return path.startsWith('announcements/') ? (await listFilesIn(folder, 'announcements', /\.(?:md|markdown)$/i))[0] : undefined;
}

/** The files of a folder below it, as paths from the upper one; none when there is no such folder. */
async function listFilesIn(folder: string, name: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(join(folder, name)).catch(() => []);
  return names
    .filter((candidate) => ending.test(candidate))
    .sort()
    .map((candidate) => `${name}/${candidate}`);
}

/** What a writer may stumble over afterwards. */
async function listNotes(
  folder: string,
  missing: readonly StarterFile[],
  kept: readonly string[],
  above: Organisation,
  options: InitOptions,
): Promise<string[]> {
  const isNew = (path: string): boolean => missing.some((file) => file.path === path);
  if (isNew('liaison.yml')) {
    if (above.folder === undefined) return [];
    return [`Messages in here are read by this liaison.yml from now on, and no longer by the one above it, ${toReported(`${above.folder}/liaison.yml`)}.`];
  }
  if (options.dryRun || !kept.includes('liaison.yml')) return [];
  const location = toLocation(folder);
  const organisation = await createOrganisations().load(`${location}/liaison.yml`);
  const unnamed = missing.filter(({ path }) => (path === 'goals.yml' || path.startsWith('glossaries/')) && !organisation.files.has(`${location}/${path}`));
  return unnamed.map(({ path }) =>
    path === 'goals.yml'
      ? 'Your liaison.yml does not name goals.yml yet: add the line “goals: ./goals.yml”.'
      : `Your liaison.yml does not name ${path} yet: add “./${path}” to the list under “glossaries:”.`,
  );
}

interface Outcome {
  readonly folder: string;
  readonly missing: readonly StarterFile[];
  readonly kept: readonly string[];
  readonly isDryRun: boolean;
  readonly notes: readonly string[];
}

function describe({ folder, missing, kept, isDryRun, notes }: Outcome): string {
  const colors = createColors(isColorSupported);
  const shown = (path: string): string => toReported(toLocation(join(folder, path)));
  const width = Math.max(...missing.map(({ path }) => shown(path).length));
  const here = toReported(toLocation(folder));
  return [
    ...(missing.length === 0 ? ['Everything is there already, so nothing was written.'] : [isDryRun ? 'Would write:' : 'Wrote:']),
    ...missing.map(({ path, purpose }) => `  ${shown(path).padEnd(width)}  ${colors.dim(purpose)}`),
    ...(kept.length > 0 ? [isDryRun ? 'Would keep as it is:' : 'Kept as it was:', ...kept.map((path) => `  ${shown(path)}`)] : []),
    ...notes.map((note) => `${colors.yellow('!')} ${note}`),
    ...(isDryRun
      ? []
      : [
          '',
          here === '' ? 'Next:' : `Next, in ${here}:`,
          `  liaison lint              ${colors.dim('see what the first message still needs')}`,
          `  liaison new announcement  ${colors.dim('start a message of your own')}`,
        ]),
    '',
  ].join('\n');
}
