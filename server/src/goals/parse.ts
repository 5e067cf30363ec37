import type { Problem } from '../model/problem.js';
import { isRecord, YamlFile } from '../yaml/yaml-file.js';
import { type Goal, type Goals, goalSchema, goalsHeaderSchema } from './schema.js';

export interface ParsedGoals {
  readonly goals: Goals;
  readonly problems: readonly Problem[];
}

/** Reads a goals file. Every good goal comes back, whatever is wrong with the others. */
export function parseGoals(path: string, text: string): ParsedGoals {
  const file = new YamlFile(path, text);
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
    return { goals: { path, goals: [] }, problems: file.problems };
  }
  const { goals: entries, ...rest } = value;
  const header = file.check(goalsHeaderSchema, rest, []) ?? {};
  const goals: Goal[] = [];
  if (!Array.isArray(entries)) {
    file.add(['goals'], 'error', 'wrong-shape', '“goals” must be a list: write each goal as “- id: …”.');
    return { goals: { path, ...header, goals }, problems: file.problems };
  }
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const goal = file.check(goalSchema, entry, ['goals', index]);
    if (goal === undefined) continue;
    if (seen.has(goal.id)) {
      file.add(['goals', index, 'id'], 'error', 'duplicate-goal', `Another goal is already called “${goal.id}”. Give this one its own id.`);
      continue;
    }
    seen.add(goal.id);
    if (goal.from !== undefined && goal.until !== undefined && goal.from > goal.until) {
      file.add(['goals', index, 'until'], 'warning', 'dates-crossed', `“${goal.id}” ends before it begins. Check “from” and “until”.`);
    }
    goals.push(goal);
  }
  return { goals: { path, ...header, goals }, problems: file.problems };
}
