import { describe, expect, it } from 'vitest';
import { findDate, mayHoldDate, readDay, readMessageDay } from '../../server/src/text/dates.js';

/** The words that name a time; `undefined` when none do. */
const find = (text: string): string | undefined => {
  const span = mayHoldDate(text) ? findDate(text) : undefined;
  return span && text.slice(span.start, span.end);
};

describe('a time', () => {
  it.each([
    ['on 3 March', '3 March'],
    ['on 3 March 2026 we', '3 March 2026'],
    ['on March 3rd we', 'March 3rd'],
    ['on 2026-03-03 we', '2026-03-03'],
    ['on 03/06/2026 we', '03/06/2026'],
    ['by Fri 5 June we', 'Fri 5 June'],
    ['at 18:00 we', '18:00'],
    ['at 6 pm we', '6 pm'],
    ['tomorrow', 'tomorrow'],
    ['next week', 'next week'],
    ['by the end of the month', 'end of the month'],
    ['from 1 July we', '1 July'],
    ['From 1st May we', '1st May'],
    ['from 1 June to 3 June', '1 June to 3 June'],
    ['from 3 to 5 May', '3 to 5 May'],
    ['from 1 Sept', '1 Sept'],
  ])('is named in “%s”', (text, date) => {
    expect(find(text)).toContain(date);
  });

  it.each(['on Friday we', 'by Monday', 'in June 2026'])('is named in “%s”', (text) => {
    expect(find(text)).toBeDefined();
  });

  it.each([
    'soon',
    'the portal closes',
    'in due course',
    'we march on',
    'it may work',
    '3 people came',
    'version 10.11.12',
    'the last 5 minutes',
    'perl 5.30.0 to 5.38.0',
    'three hours, or 3 hours before it runs out',
    'call 1234',
    'in the second place',
    'a sun hat',
  ])('is not named in “%s”', (text) => {
    expect(find(text)).toBeUndefined();
  });
});

describe('the date of a message', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['2026-03-05T23:30:00-05:00', '2026-03-05'],
    ['2020-11-12 15:54:00', '2020-11-12'],
    ['Thu, 05 Mar 2026 10:00:00 +0000', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['March 5, 2026', '2026-03-05'],
  ])('is read from “%s”', (text, day) => {
    expect(readDay(text)).toEqual({ day });
  });

  it.each(['2026-02-30', '2026-13-01', '2025-02-29'])('cannot be %s', (text) => {
    expect(readDay(text)).toEqual({ day: undefined });
  });

  it.each(['05/03/2026', 'today', 'next Friday', 'March 2026', 'TBC', '2026', ''])('is not told by “%s”', (text) => {
    expect(readDay(text)).toBeUndefined();
  });

  it.each([
    ['2026-01-01', 'a/2026-03-05-portal.md', '2026-01-01'],
    [undefined, 'a/2026-03-05-portal.md', '2026-03-05'],
    [undefined, 'news_2026_03_05.md', '2026-03-05'],
    ['2026-02-30', '2026-03-05.md', '2026-03-05'],
    ['today', 'portal.md', undefined],
    [undefined, '2026-03-05/portal.md', undefined],
    [undefined, '2026-02-30-portal.md', undefined],
    [undefined, '12026-03-055.md', undefined],
  ])('of %s in %s is %s', (date, path, day) => {
    expect(readMessageDay(date, path)).toBe(day);
  });
});
