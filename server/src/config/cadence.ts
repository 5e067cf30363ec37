import { z } from 'zod';
import { shorten } from '../model/shorten.js';
import { findSimilar } from '../text/similar.js';
import { isRecord, type YamlFile } from '../yaml/yaml-file.js';

const weeklyLimit = z.number().int().min(1).max(1000);

/** How many messages an audience is to get. */
export const cadenceSchema = z.strictObject({
  perWeek: weeklyLimit.optional().describe('Most messages that any audience is to get in a week, from Monday on.'),
  audiences: z.record(z.string(), weeklyLimit).optional().describe('The same for single audiences.'),
});

/** Limits on messages in an ISO week. */
export interface Cadence {
  readonly perWeek?: number | undefined;
  readonly audiences: ReadonlyMap<string, number>;
}

/** Most messages that an audience is to get in a week; `undefined` without a limit. */
export function limitOf({ perWeek, audiences }: Cadence, audience: string): number | undefined {
  return audiences.get(audience) ?? perWeek;
}

/** Reads `cadence` of a liaison.yml. Each limit stands for itself: a wrong one is reported and left out. */
export function readCadence(file: YamlFile, value: unknown, audienceNames: readonly string[]): Cadence {
  const audiences = new Map<string, number>();
  if (value === undefined || value === null) return { audiences };
  if (!isRecord(value)) {
    const example = typeof value === 'number' ? value : 3;
    file.add(['cadence'], 'error', 'wrong-shape', `“cadence” says how many messages an audience is to get in a week: write “perWeek: ${example}” below it.`);
    return { audiences };
  }
  const keys = Object.keys(cadenceSchema.shape);
  for (const key of Object.keys(value))
    if (!keys.includes(key)) file.addAtKey(['cadence', key], 'error', 'unknown-key', describeKey(key, value[key], audienceNames));
  const perWeek = value['perWeek'] === undefined ? undefined : file.check(weeklyLimit, value['perWeek'], ['cadence', 'perWeek']);
  const limits = value['audiences'] ?? {};
  if (!isRecord(limits)) file.add(['cadence', 'audiences'], 'error', 'wrong-shape', '“audiences” maps each audience to its limit, as in “everyone: 3”.');
  else
    for (const [name, entry] of Object.entries(limits)) {
      const path = ['cadence', 'audiences', name];
      const limit = file.check(weeklyLimit, entry, path);
      if (limit !== undefined) audiences.set(name, limit);
      if (audienceNames.includes(name)) continue;
      const similar = findSimilar(name, audienceNames);
      const advice = similar === undefined ? `Add it there, or use one of: ${audienceNames.join(', ')}.` : `Did you mean “${similar}”?`;
      file.addAtKey(path, 'error', 'unknown-audience', `There is no audience “${shorten(name)}” under “audiences”. ${advice}`);
    }
  return { perWeek, audiences };
}

function describeKey(key: string, value: unknown, audienceNames: readonly string[]): string {
  const told = `“${shorten(key)}” is not a key that belongs here.`;
  if (audienceNames.includes(key))
    return `${told} The limit of an audience stands one level down: write “audiences: { ${key}: ${typeof value === 'number' ? value : 3} }”.`;
  const keys = Object.keys(cadenceSchema.shape);
  const similar = findSimilar(key, keys);
  return `${told} ${similar === undefined ? `Known keys: ${keys.join(', ')}.` : `Did you mean “${similar}”?`}`;
}
