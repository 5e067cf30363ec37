import type { Goal } from './schema.js';

/**
 * Why a goal does not count for a message of an ISO day, as in “The goal … ended on 2024-12-31”; `undefined` when it does.
 * A message of last year served the goals of last year, whatever has become of them since.
 */
export function whyInactive({ from, until, status }: Goal, day: string, today: string): string | undefined {
  if (until !== undefined && day > until) return `ended on ${until}`;
  if (from !== undefined && day < from) return `only begins on ${from}`;
  const endedSince = until !== undefined && until < today;
  if (status !== 'active' && !endedSince) return status === 'retired' ? 'is retired' : 'is achieved';
  return undefined;
}

/** Whether a goal counts on an ISO day: it is active, has begun and has not ended. */
export function countsOn(goal: Goal, day: string): boolean {
  return whyInactive(goal, day, day) === undefined;
}
