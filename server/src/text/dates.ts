import { casual, strict } from 'chrono-node/en';
import { isCalendarDay } from '../model/day.js';
import type { Span } from '../model/span.js';

const dayOrMonth =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/iu;
const namedDay =
  /\b(?:today|tonight|tomorrow|yesterday|(?:this|next|last) (?:morning|afternoon|evening|week|weekend|month|term|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|at noon|at midnight|end of (?:the )?(?:week|month|year))\b(?![’']s)/iu;

/** Chrono takes the day behind this “from” for an hour and then finds no date at all: “from 1 July”, “from 3 to 5 May”. */
const fromBeforeDay =
  /\bfrom(?=\s{1,3}\d{1,2}(?:st|nd|rd|th)?\s{1,3}(?:(?:to|and|until|–|-)\s{1,3}\d{1,2}(?:st|nd|rd|th)?\s{1,3})?(?:of\s{1,3})?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/giu;
/** A span beside something that is no day: “letting 3 hours before it runs out”, “the last 5 minutes”. */
const looseSpan = /^(?:the )?(?:last|past|first) \d|^\d+ \p{L}+ (?:before|after|earlier|later)\b/iu;

/** Whether it is worth looking for a date: finding one costs a hundred times more than asking this. */
export function mayHoldDate(text: string): boolean {
  return dayOrMonth.test(text) || namedDay.test(text);
}

/** A day, a date or a time of day in a text. */
export interface TimeMention extends Span {
  /** ISO date, where a day and a month or a month and a year are named: in the year nearest to the day it was asked for when none is. */
  readonly day?: string;
}

/**
 * Where a text names a day, a date or a time of day; `undefined` when it names none. `near` is the ISO date of the day on which
 * it was written.
 */
export function findDate(text: string, near?: string): TimeMention | undefined {
  const named = namedDay.exec(text);
  if (named !== null) return { start: named.index, end: named.index + named[0].length };
  // Blanks of the same length keep the places.
  const searched = text.slice(0, 2000).replace(fromBeforeDay, '    ');
  for (const { index, text: written, start } of casual.parse(searched, near === undefined ? undefined : new Date(`${near}T12:00:00`))) {
    const isDay = start.isCertain('day') && start.isCertain('month');
    const isMonth = start.isCertain('month') && start.isCertain('year');
    // “Sun” and “sat” are words of their own.
    const isWeekday = start.isCertain('weekday') && /day\b/i.test(written);
    const isTime = start.isCertain('hour') && /\d[:.]\d\d|\d\s?[ap]\.?m\b/i.test(written) && !isInVersion(searched, index, written);
    // “Now” and “for a day” are no dates, and version numbers look like them: 10.11.12.
    if ((!isDay && !isMonth && !isWeekday && !isTime) || !dayOrMonth.test(written)) continue;
    if (looseSpan.test(written) || /^v?\d+\.\d+\.\d+$/.test(written)) continue;
    const day = [start.get('year'), start.get('month'), start.get('day')].map((part) => String(part).padStart(2, '0')).join('-');
    return { start: index, end: index + written.length, ...(isDay || isMonth ? { day } : {}) };
  }
  return undefined;
}

/** “5.30” is a time, and a part of 5.30.1. */
function isInVersion(text: string, index: number, written: string): boolean {
  return /^\.\d/.test(text.slice(index + written.length, index + written.length + 2)) || /\d\.$/.test(text.slice(Math.max(0, index - 2), index));
}

/** A day that a text begins with or is: `day` as `2026-03-05`, or `undefined` when the calendar has no such day. */
export interface ReadDay {
  readonly day: string | undefined;
}

/**
 * Reads the date of a message, as in `2026-03-05T10:00:00Z`, `2026/3/5`, `5 March 2026` or `Thu, 05 Mar 2026 10:00:00 +0000`.
 * `undefined` for what is no date, and for 05/03/2026, which is another day on each side of the Atlantic.
 */
export function readDay(text: string): ReadDay | undefined {
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text.trim());
  if (numbers !== null) {
    const [, year = '', month = '', day = ''] = numbers;
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return { day: isCalendarDay(written) ? written : undefined };
  }
  if (!/\p{L}/u.test(text)) return undefined;
  const [found] = strict.parse(text.slice(0, 100));
  if (found === undefined || !(['year', 'month', 'day'] as const).every((part) => found.start.isCertain(part))) return undefined;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => String(found.start.get(part)).padStart(2, '0'));
  return { day: `${year}-${month}-${day}` };
}

/** The day of a message: what it says itself, or else a day in its file's name, as in `2026-03-05-portal.md`. */
export function readMessageDay(date: string | undefined, path: string): string | undefined {
  const written = date === undefined ? undefined : readDay(date)?.day;
  if (written !== undefined) return written;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name
    .match(/(?<!\d)\d{4}([-_.])\d{2}\1\d{2}(?!\d)/g)
    ?.map((day) => day.replaceAll(/[_.]/g, '-'))
    .find(isCalendarDay);
}
