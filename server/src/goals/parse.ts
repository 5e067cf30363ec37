import type { z } from 'zod';
import type { Problem } from '../model/problem.js';
import { shorten } from '../model/shorten.js';
import { findSimilar } from '../text/similar.js';
import { reportEncoding } from '../yaml/encoding.js';
import { isRecord, YamlFile } from '../yaml/yaml-file.js';
import { type Goal, type Goals, goalSchema, goalStatuses, goalsHeaderSchema } from './schema.js';

export interface ParsedGoals {
  readonly goals: Goals;
  readonly problems: readonly Problem[];
  /** For what only a closer look finds: adds problems at its goals. */
  readonly file: YamlFile;
  /** The place of each goal in the list as written, where bad entries count too. */
  readonly places: readonly number[];
}

type Path = readonly (string | number)[];

/**
 * Reads a goals file. Every good goal comes back, whatever is wrong with the others. A goal whose id and title are good comes
 * back without the rest that is not: messages that name it would be told of a goal that is missing.
 */
export function parseGoals(path: string, text: string): ParsedGoals {
  const file = new YamlFile(path, text, { list: 'goals' });
  reportEncoding(file, text);
  const value = file.value;
  if (!isRecord(value)) {
    if (file.problems.length === 0) {
      file.add(
        [],
        'error',
        value === null || value === undefined ? 'empty-file' : 'wrong-shape',
        'A goals file lists its goals under “goals:”, each with “id” and “title”.',
      );
    }
    return { goals: { path, goals: [] }, problems: file.problems, file, places: [] };
  }
  const { goals: entries, ...rest } = value;
  const header = checkEntry(file, goalsHeaderSchema, rest, [], [...Object.keys(goalsHeaderSchema.shape), 'goals']) ?? {};
  const goals: Goal[] = [];
  const places: number[] = [];
  if (!Array.isArray(entries)) {
    file.add(['goals'], 'error', 'wrong-shape', '“goals” must be a list: write each goal as “- id: …”.');
    return { goals: { path, ...header, goals }, problems: file.problems, file, places };
  }
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    // Not valid YAML, which the file has told already.
    if (entry === undefined) continue;
    const goal = checkEntry(file, goalSchema, entry, ['goals', index], Object.keys(goalSchema.shape));
    if (goal === undefined) continue;
    if (seen.has(goal.id)) {
      file.add(['goals', index, 'id'], 'error', 'duplicate-goal', `Another goal is already called “${shorten(goal.id)}”. Give this one its own id.`);
      continue;
    }
    seen.add(goal.id);
    if (goal.from !== undefined && goal.until !== undefined && goal.from > goal.until) {
      file.add(['goals', index, 'until'], 'warning', 'dates-crossed', `“${shorten(goal.id)}” ends before it begins. Check “from” and “until”.`);
    }
    goals.push(goal);
    places.push(index);
  }
  return { goals: { path, ...header, goals }, problems: file.problems, file, places };
}

/** Checks a mapping, tells what is wrong with it, and gives back what is left of it without that; `undefined` where too little is. */
function checkEntry<Schema extends z.ZodObject>(
  file: YamlFile,
  schema: Schema,
  entry: unknown,
  path: Path,
  known: readonly string[],
): z.output<Schema> | undefined {
  if (!isRecord(entry)) return file.check(schema, entry, path);
  const good: Record<string, unknown> = { ...entry };
  for (const key of Object.keys(entry)) {
    if (known.includes(key)) continue;
    const similar = findSimilar(key, known);
    const advice = similar === undefined || similar in entry ? `Known keys: ${known.join(', ')}.` : `Did you mean “${similar}”?`;
    file.addAtKey([...path, key], 'error', 'unknown-key', `“${shorten(key)}” is not a key that belongs here. ${advice}`);
    delete good[key];
  }
  if (typeof good['status'] === 'string' && !isStatus(good['status'])) {
    const similar = findSimilar(good['status'].trim(), goalStatuses);
    const advice = similar === undefined ? `Write ${goalStatuses.slice(0, -1).join(', ')} or ${goalStatuses.at(-1)}.` : `Did you mean “${similar}”?`;
    file.add([...path, 'status'], 'error', 'unknown-status', `There is no status “${shorten(good['status'])}”. ${advice}`);
    delete good['status'];
  }
  const checked = file.check(schema, good, path);
  if (checked !== undefined) return checked;
  // Told above; the rest of the entry may be good without it.
  for (const { path: steps } of schema.safeParse(good).error?.issues ?? []) delete good[String(steps[0])];
  return schema.safeParse(good).data;
}

function isStatus(value: string): boolean {
  return (goalStatuses as readonly string[]).includes(value);
}
