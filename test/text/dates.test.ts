import { describe, expect, it } from 'vitest';
import { findDate, mayHoldDate } from '../../server/src/text/dates.js';

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
    'call 1234',
    'in the second place',
    'a sun hat',
  ])('is not named in “%s”', (text) => {
    expect(find(text)).toBeUndefined();
  });
});
