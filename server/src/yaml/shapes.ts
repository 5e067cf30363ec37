import { z } from 'zod';

/** Text with something in it. */
export const words = z.string().trim().min(1, 'write at least one word');

/** A calendar day, `2027-06-30`. YAML readers that make a date of it are met half-way. */
export const isoDate = z.union([
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a date as 2027-06-30', abort: true })
    .refine(isCalendarDay, 'the calendar has no such day. Write a date as 2027-06-30'),
  z.date().transform((date) => date.toISOString().slice(0, 10)),
]);

function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
