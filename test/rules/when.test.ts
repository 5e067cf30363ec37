import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'when';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('when', () => {
  it.each([
    ['The portal closes on Friday 5 June.', 'The portal closes on Friday 5 June.'],
    ['From 1 July you sign in with your badge.', 'From 1 July you sign in with your badge.'],
    ['The portal is off from 3 to 5 May.', 'The portal is off from 3 to 5 May.'],
    ['The portal closes at 18:00.', 'The portal closes at 18:00.'],
    ['The portal closes tomorrow.', 'The portal closes tomorrow.'],
    ['The portal moves in June.', 'The portal moves in June.'],
    ['The portal is currently unavailable.', 'The portal is currently unavailable.'],
    ['The portal closes immediately.', 'The portal closes immediately.'],
    ['We met on 3 May. The portal closes on 5 June 2026.', 'The portal closes on 5 June 2026.'],
    ['---\nsubject: Release notes of 14 March 2026\n---\n\nThe portal has a new look.', 'Release notes of 14 March 2026'],
    ['---\nkind: status\ndate: 2026-06-01T10:30:00Z\n---\n\nThe portal does not open.', '2026-06-01T10:30:00Z'],
    ['---\ndate: 2026-06-02\n---\n\nOn 2 June 2025 we will close the portal.', 'On 2 June 2025 we will close the portal.'],
    ['Ask as soon as you can. It closes on 5 June.', 'It closes on 5 June.'],
    ['# News\r\n\r\nIt closes\r\non 5 June.\r\n', 'It closes\r\non 5 June.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    'The portal closes.',
    'The portal closes soon.',
    '---\ndate: 2026-06-01\n---\n\nThe portal was closed on 4 March 2024.',
    'The portal, founded in 1998, closes.',
    'This year the portal gets a new look.',
    'What did you like most this year?',
    'The last 5 minutes are for questions.',
    'We let 3 hours pass before it runs out.',
    'Call us on Mondays to Fridays from 9 to 5.',
    'The portal closes on [day and date].',
    'The soon-to-be-replaced portal closes.',
    '+++\ndate = 2026-06-01\n+++\n\nThe portal closes.',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('# The portal\n\nIt closes.')).toEqual(['warning ‹The portal› This message does not say when: give a day or a date.']);
  });

  it.each([
    ['one paragraph', 'The office is nice.\n', '**When:** [day, date and time].\n\nThe office is nice.\n'],
    ['under the heading', '# News\n\nThe office is nice.\n', '# News\n\n**When:** [day, date and time].\n\nThe office is nice.\n'],
    [
      'behind the greeting',
      'Dear all,\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
      'Dear all,\n\n**When:** [day, date and time].\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
    ],
    [
      'behind front matter',
      '---\nsubject: News\n---\n\nThe office is nice.\n',
      '---\nsubject: News\n---\n\n**When:** [day, date and time].\n\nThe office is nice.\n',
    ],
    [
      'behind front matter in TOML',
      '+++\ntitle = "News"\n+++\n\nThe office is nice.\n',
      '+++\ntitle = "News"\n+++\n\n**When:** [day, date and time].\n\nThe office is nice.\n',
    ],
    ['before a list', '- It is nice.\n- It is big.\n', '**When:** [day, date and time].\n\n- It is nice.\n- It is big.\n'],
    ['before a table', '| Room | Floor |\n| - | - |\n| B2 | two |\n', '**When:** [day, date and time].\n\n| Room | Floor |\n| - | - |\n| B2 | two |\n'],
    ['behind a heading alone', '# News\n', '# News\n\n**When:** [day, date and time].\n'],
    ['with the line ends of Windows', '# News\r\n\r\nThe office is nice.\r\n', '# News\r\n\r\n**When:** [day, date and time].\r\n\r\nThe office is nice.\r\n'],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });

  it.each([
    ['The portal closes soon.', ['warning ‹soon› “soon” may mean tomorrow or next year: give a day or a date.']],
    ['More on 5 June. The rest follows in due course.', ['info ‹in due course› “in due course” may mean tomorrow or next year: give a day or a date.']],
    ['The portal closes soon, on 5 June.', []],
    ['It closes on 5 June. We soon found out why.', []],
    ['It closes on 5 June. “Soon” is no date.', []],
    ['It closes on 5 June. How soon is up to you.', []],
    ['It closes on 5 June. Ask as soon as you can.', []],
  ])('is vague in %j', (text, told) => {
    expect(tell(text)).toEqual(told);
  });
});
