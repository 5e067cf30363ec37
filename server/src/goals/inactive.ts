import type { Goal } from './schema.js';

/** Why a goal does not count on an ISO day, as in “The goal … ended on 2024-12-31”; `undefined` when it does. */
export function whyInactive({ from, until, status }: Goal, day: string): string | undefined {
  if (until !== undefined && day > until) return `ended on ${until}`;
  if (from !== undefined && day < from) return `only begins on ${from}`;
  // With dates, a status says what became of the goal since; without any, it is all there is to go by.
  if (status !== 'active' && until === undefined) return status === 'retired' ? 'is retired' : 'is achieved';
  return undefined;
}
