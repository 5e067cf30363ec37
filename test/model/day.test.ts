import { describe, expect, it } from 'vitest';
import { isCalendarDay, isoWeekOf } from '../../server/src/model/day.js';

describe('a day of the calendar', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-2-3', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isCalendarDay(text)).toBe(is);
  });
});

describe('the ISO week of a day', () => {
  // The examples of the standard and of its description at Wikipedia.
  it.each([
    ['2005-01-01', '2004-W53', '2004-12-27'],
    ['2005-12-31', '2005-W52', '2005-12-26'],
    ['2007-01-01', '2007-W01', '2007-01-01'],
    ['2008-12-29', '2009-W01', '2008-12-29'],
    ['2010-01-03', '2009-W53', '2009-12-28'],
    ['2026-03-05', '2026-W10', '2026-03-02'],
  ])('%s is in %s', (day, week, monday) => {
    expect(isoWeekOf(day)).toEqual({ week, monday });
  });
});
