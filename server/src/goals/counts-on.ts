import type { Goal } from './schema.js';

/** Whether a goal counts on a day, an ISO date: it is active, has begun and has not ended. */
export function countsOn({ status, from, until }: Goal, day: string): boolean {
  return status === 'active' && (from ?? '') <= day && day <= (until ?? '9999');
}
