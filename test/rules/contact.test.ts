import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'contact';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('whom to ask', () => {
  it.each([
    ['The portal closes. Write to help@example.org.', 'Write to help@example.org.'],
    ['The portal closes. Call the service desk on 1234.', 'Call the service desk on 1234.'],
    ['The portal closes. Ring extension 4410.', 'Ring extension 4410.'],
    ['The portal closes. Call 020 7946 0000 any day.', 'Call 020 7946 0000 any day.'],
    ['The portal closes. Ask in #help-it.', 'Ask in #help-it.'],
    ['The portal closes. Questions? Reply to this message.', 'Reply to this message.'],
    ['The portal closes. [Ask the service desk](https://example.org/help).', 'Ask the service desk](https://example.org/help).'],
    ['The portal closes. If you have questions, see [our page](https://example.org/help).', 'If you have questions, see [our page](https://example.org/help).'],
    [
      'The portal closes. If something looks wrong, [open a ticket](https://example.org/new).',
      'If something looks wrong, [open a ticket](https://example.org/new).',
    ],
    ['The portal closes. Ask any porter.', 'Ask any porter.'],
    ['The portal closes. Ask your line manager.', 'Ask your line manager.'],
    ['The portal closes. Come to the help desk in room 3.14.', 'Come to the help desk in room 3.14.'],
    ['The portal closes. Raise a ticket in the service portal.', 'Raise a ticket in the service portal.'],
    ['The portal closes.\n\n| What | Where |\n| - | - |\n| Service desk | 4410 |', '4410'],
    ['Write to us at first@example.org about rooms. Questions about the portal? Call 1234.', 'Write to us at first@example.org about rooms.'],
    ['The portal closes.\r\n\r\nCall 1234\r\nwith questions.\r\n', 'Call 1234\r\nwith questions.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    'The portal closes. Contact us with questions.',
    'The portal closes. **Questions?** Ask [who], on [number] or at [address].',
    'The portal closes. The [report](https://example.org/r) is there for all.',
    'Support for the old portal ends. See [support for the new one](https://example.org/s).',
    'Please help us and share [the link](https://example.org).',
    'This page helped us with [all questions in the survey](https://example.org).',
    'The survey ran until September 19th, 2024.',
    'The portal was off from 2021-05-25 11:30 to 2021-05-26 07:51.',
    'The support library moves to v0.94.0(1.17.5).',
    'The portal closes. Do not reply to noreply@example.org.',
    'The portal closes. Mail no-reply@example.org.',
    'The portal closes. Order number 0123456789 was paid.',
    'Does your guide ask newcomers to join a group?',
    '> Call 1234 for help.\n\nThe portal closes.',
    '+++\nauthor = "help@example.org"\n+++\n\nThe portal closes.',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('# The portal\n\nIt closes.')).toEqual([
      'warning ‹The portal› This message does not say whom to ask: give a name with a number, an address or a channel.',
    ]);
  });

  it.each([
    ['one paragraph', 'The office is nice.\n', 'The office is nice.\n\n**Questions?** Ask [who], on [number] or at [address].\n'],
    ['without a last line end', 'The office is nice.', 'The office is nice.\n\n**Questions?** Ask [who], on [number] or at [address].'],
    [
      'before the sign-off',
      'Dear all,\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
      'Dear all,\n\nThe office is nice.\n\n**Questions?** Ask [who], on [number] or at [address].\n\nKind regards,\nThe desk\n',
    ],
    [
      'with the line ends of Windows',
      'Dear all,\r\n\r\nThe office is nice.\r\n\r\nKind regards,\r\nThe desk\r\n',
      'Dear all,\r\n\r\nThe office is nice.\r\n\r\n**Questions?** Ask [who], on [number] or at [address].\r\n\r\nKind regards,\r\nThe desk\r\n',
    ],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });

  it.fails('is shown by an address behind the label of a link', () => {
    expect(tell('The portal closes on Friday. Write to [the desk].\n\n[the desk]: mailto:desk@example.org')).toEqual([]);
  });
});
