import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'follow-up';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('a check after the downtime', () => {
  it.each([
    [
      'The portal will be closed from 18:00 to 20:00 on 3 March. Afterwards we test every service and tell you by 21:00 whether all is well.',
      'Afterwards we test every service and tell you by 21:00 whether all is well.',
    ],
    ['The portal will be down on 3 March until noon. We write to you once it is back.', 'We write to you once it is back.'],
    ['The portal will be closed from 18:00 to 20:00 on 3 March. At 21:00 we try every page. The result is posted on this page.', 'At 21:00 we try every page.'],
    ['The portal will be closed from 18:00 to 20:00 on 3 March.\r\n\r\nAfterwards we test\r\nit and tell you.\r\n', 'Afterwards we test\r\nit and tell you.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    'The portal will be closed from 18:00 to 20:00 on 3 March.',
    'Scheduled maintenance on 3 March between 18:00 and 20:00.',
    'There will be no water on 3 March until noon.',
    'The portal will be closed from 18:00 to 20:00 on 3 March. We tested it last week and told everyone.',
    'The portal will be closed from 18:00 to 20:00 on 3 March. **Afterwards:** we check that everything works again, and tell you by [time] on [day and date].',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it.each([
    'The election will open on 5 December and close on 11 December at midnight.',
    'Applications for the U.S. grant open on 8 November and close on 15 November.',
    'We shut down all old accounts on 5 April and on 6 April the new ones open.',
    'She will step down on 1 September, for an hour.',
    'We will bring it back down to 1 GB on Monday for a week.',
    'The portal has been down since 9:00 today.',
    'From 3 March the portal has a new address.',
    'If the portal is down on 3 March for an hour, wait.',
    'New features are off by default on 3 March for a week.',
  ])('is not asked of %j', (text) => {
    expect(readPart(id, text)).toBe('not asked');
    expect(tell(text)).toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('# The portal\n\nThe portal will be closed from 18:00 to 20:00 on 3 March.')).toEqual([
      'warning ‹The portal› This message announces downtime, but no check afterwards: promise to test that everything works again, and say when you will tell.',
    ]);
  });

  it.each([
    [
      'one paragraph',
      'The portal will be closed from 18:00 to 20:00 on 3 March.\n',
      'The portal will be closed from 18:00 to 20:00 on 3 March.\n\n**Afterwards:** we check that everything works again, and tell you by [time] on [day and date].\n',
    ],
    [
      'without a last line end',
      'The portal will be closed from 18:00 to 20:00 on 3 March.',
      'The portal will be closed from 18:00 to 20:00 on 3 March.\n\n**Afterwards:** we check that everything works again, and tell you by [time] on [day and date].',
    ],
    [
      'before the sign-off',
      'Dear all,\n\nThe portal will be closed from 18:00 to 20:00 on 3 March.\n\nKind regards,\nThe desk\n',
      'Dear all,\n\nThe portal will be closed from 18:00 to 20:00 on 3 March.\n\n**Afterwards:** we check that everything works again, and tell you by [time] on [day and date].\n\nKind regards,\nThe desk\n',
    ],
    [
      'with the line ends of Windows',
      'Dear all,\r\n\r\nThe portal will be closed from 18:00 to 20:00 on 3 March.\r\n\r\nKind regards,\r\nThe desk\r\n',
      'Dear all,\r\n\r\nThe portal will be closed from 18:00 to 20:00 on 3 March.\r\n\r\n**Afterwards:** we check that everything works again, and tell you by [time] on [day and date].\r\n\r\nKind regards,\r\nThe desk\r\n',
    ],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });
});
