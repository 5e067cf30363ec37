import { z } from 'zod';
import { isCalendarDay } from '../model/day.js';

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
