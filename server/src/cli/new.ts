import { stat } from 'node:fs/promises';
import { type DraftKind, draftKinds, findGaps, findSimilar, type Goal, LineIndex, nameDraftIn, type Organisation, placeDraft, writeDraft } from '../index.js';
import { todayHere } from './local-date.js';
import { createOrganisations, toLocation, toReported } from './messages.js';
import { print } from './print.js';
import { showControls } from './problems.js';
import { readDate } from './read-options.js';
import { UsageError } from './usage-error.js';
import { isThere, writeNew } from './write-new.js';

/** The options of `liaison new`, as the argument parser gives them. */
export interface NewOptions {
  readonly goal: readonly string[];
  readonly audience?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly stdout?: boolean;
}

/** Writes the draft of a message, for its writer to fill in, and says where it is and what is open. */
export async function startMessage(kindName: string, file: string | undefined, options: NewOptions): Promise<void> {
  const kind = readKind(kindName);
  const date = options.date === undefined ? todayHere() : readDate('--date', options.date);
  const here = toLocation('.');
  const isFolder = file !== undefined && (/[/\\]$/.test(file) || (await stat(file).catch(() => undefined))?.isDirectory() === true);
  if (file !== undefined && !isFolder && !/\.(?:md|markdown)$/i.test(file))
    throw new UsageError(`Drafts are written as Markdown, so “${file}” has to end in .md, as in “${file.replace(/\.[^./\\]*$/, '')}.md”.`);
  const start = isFolder ? toLocation(file) : here;
  const organisation = await createOrganisations().forMessage(file === undefined || isFolder ? `${start}/message.md` : toLocation(file));
  warnOfProblems(organisation);
  const { audience, subject } = options;
  if (audience !== undefined) checkAudience(audience, organisation);
  for (const id of options.goal) checkGoal(id, organisation);
  const location =
    file === undefined
      ? placeDraft(organisation, here, { kind, date, subject })
      : isFolder
        ? nameDraftIn(start, organisation, { kind, date, subject })
        : toLocation(file);
  const draft = writeDraft(organisation, location, { kind, date, subject, audience, goals: options.goal.length === 0 ? undefined : options.goal });
  if (options.stdout) {
    await print(draft);
    return;
  }
  const shown = toReported(location);
  if (await isThere(location)) {
    const advice =
      file === undefined || isFolder ? `name a file, as in “liaison new ${kind} second-message.md”, or give another --subject` : 'choose another name';
    throw new UsageError(`“${shown}” is already there and stays as it is. To write a new one, ${advice}.`);
  }
  await writeNew(shown, draft);
  await print(describeDraft(shown, draft));
}

/** Audiences, goals and folders are missing where their file has a mistake, so that comes before what follows from it. */
function warnOfProblems({ folder, goals, problems }: Organisation): void {
  const sources = [`${folder}/liaison.yml`, goals?.path];
  const problem = problems.find(({ severity, path }) => severity === 'error' && sources.includes(path));
  if (problem !== undefined) console.error(`liaison: ${toReported(problem.path)}:${problem.start.line}: ${showControls(problem.message)}`);
}

function readKind(name: string): DraftKind {
  const kind = draftKinds.find((candidate) => candidate === name);
  if (kind !== undefined) return kind;
  const similar = findSimilar(name, draftKinds);
  throw new UsageError(
    `There is no template for “${name}”.${similar === undefined ? ` Choose ${draftKinds.slice(0, -1).join(', ')} or ${draftKinds.at(-1)}.` : ` Did you mean “${similar}”?`}`,
  );
}

function checkAudience(name: string, { config }: Organisation): void {
  const names = Object.keys(config.audiences);
  if (names.includes(name)) return;
  const similar = findSimilar(name, names);
  throw new UsageError(`There is no audience “${name}”.${similar === undefined ? ` Known: ${names.join(', ')}.` : ` Did you mean “${similar}”?`}`);
}

function checkGoal(id: string, { goals }: Organisation): void {
  if (goals === undefined)
    throw new UsageError(`Nothing says what goal “${id}” is: no liaison.yml from here up names a goals file. “liaison init” writes both.`);
  if (goals.goals.some((goal) => goal.id === id)) return;
  if (goals.goals.length === 0) throw new UsageError(`There is no goal “${id}”: ${toReported(goals.path)} lists none yet.`);
  const name = (goal: Goal): string => `${goal.id} (${goal.title})`;
  const similarId = findSimilar(
    id,
    goals.goals.map((goal) => goal.id),
  );
  const similar = goals.goals.find((goal) => goal.id === similarId);
  throw new UsageError(
    `There is no goal “${id}”. ${similar === undefined ? `The goals are ${goals.goals.map(name).join(', ')}.` : `Did you mean ${name(similar)}?`}`,
  );
}

/** Where the draft is, what is open in it, and how to go on. */
function describeDraft(path: string, draft: string): string {
  const lines = new LineIndex(draft);
  const gapsOfLine = new Map<number, string[]>();
  for (const { start, end } of findGaps(draft)) {
    const gap = draft.slice(start, end);
    const { line } = lines.at(start);
    gapsOfLine.set(line, [...(gapsOfLine.get(line) ?? []), gap]);
  }
  const width = String(Math.max(0, ...gapsOfLine.keys())).length;
  return [
    `Wrote ${path}`,
    '',
    'Fill in what stands in square brackets:',
    ...[...gapsOfLine].map(([line, gaps]) => `  line ${String(line).padStart(width)}  ${showControls(gaps.join(' '))}`),
    ...(/^goals: \[\]/m.test(draft) ? ['', 'Name the goal that it serves at the top, as in “goals: [G1]”.'] : []),
    '',
    `Then check it: liaison lint ${quote(path)}`,
    '',
  ].join('\n');
}

/** A path as a shell takes it for one word. */
function quote(path: string): string {
  return /[^\p{L}\p{N}_./:@+-]/u.test(path) ? `"${path}"` : path;
}
