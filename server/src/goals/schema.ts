import { z } from 'zod';
import { isoDate, words } from '../yaml/shapes.js';

export const goalStatuses = ['active', 'achieved', 'retired'] as const;

/** One strategic goal. */
export const goalSchema = z.strictObject({
  id: z.union([words, z.number().transform(String)]).describe('What messages write under “goals:”.'),
  title: words.describe('A few words that name the goal.'),
  statement: words.optional().describe('What will be true, and by when.'),
  owner: words.optional().describe('Who answers for it.'),
  from: isoDate.optional().describe('First day it counts.'),
  until: isoDate.optional().describe('Last day it counts.'),
  status: z.enum(goalStatuses).default('active').describe('active, achieved or retired.'),
  keywords: z.array(words).optional().describe('Words that show a message serves it.'),
  measures: z.array(words).optional().describe('How progress is measured.'),
});

export const goalsHeaderSchema = z.strictObject({
  vision: words.optional().describe('Where the organisation is going, in a sentence.'),
  reviewBy: isoDate.optional().describe('When to look at the goals again.'),
});

/** A whole goals file, for the JSON Schema. */
export const goalsSchema = goalsHeaderSchema.extend({ goals: z.array(goalSchema).describe('The goals.') });

/** A goal as messages refer to it. */
export type Goal = z.output<typeof goalSchema>;

export interface Goals {
  readonly path: string;
  readonly vision?: string | undefined;
  readonly reviewBy?: string | undefined;
  readonly goals: readonly Goal[];
}
