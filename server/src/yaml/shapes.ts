import { z } from 'zod';

/** Text with something in it. */
export const words = z.string().trim().min(1, 'write at least one word');

/** A calendar day, `2027-06-30`. YAML readers that make a date of it are met half-way. */
export const isoDate = z.union([
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as 2027-06-30'),
  z.date().transform((date) => date.toISOString().slice(0, 10)),
]);
