import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'support';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('the help that people get', () => {
  it.each([
    [
      'From Monday you sign in to the portal with your badge. Helpers will be on every floor all week to show you how.',
      'Helpers will be on every floor all week to show you how.',
    ],
    ['From Monday you sign in to the portal with your badge. A two-page guide is on your desk.', 'A two-page guide is on your desk.'],
    ['From Monday you sign in to the portal with your badge. Join a half-hour course on Tuesday.', 'Join a half-hour course on Tuesday.'],
    [
      'From Monday you sign in to the portal with your badge.\n\n## Training\n\nHalf-hour sessions for every team in June.',
      'Half-hour sessions for every team in June.',
    ],
    ['The meeting is on Monday. A short film shows you the room.', 'A short film shows you the room.'],
    ['From Monday you sign in to the portal with your badge.\r\n\r\nA two-page guide\r\nis on your desk.\r\n', 'A two-page guide\r\nis on your desk.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    'From Monday you sign in to the portal with your badge.',
    'From Monday you sign in to the portal with your badge. Call 1234 with questions.',
    'From Monday you sign in to the portal with your badge. There is no training.',
    'From Monday you sign in to the portal with your badge. The handbook no longer provides a guide.',
    'The old forms will be replaced by an app on Monday. **Help you get:** [a course, a guide, somebody to sit with you].',
    'The old forms will be replaced by an app on Monday. Fill in the survey, as your answers help us.',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it.each([
    'The portal will be closed from 18:00 to 20:00 on Monday.',
    'We will be replacing the power strips in January.',
    'From 1 July we no longer rely on a supplier for our accounts.',
    'The servers will be upgraded on Monday.',
    'The staff meeting is on Monday.',
    'The staff meeting is on Monday. Fill in the survey, as your answers help us improve.',
  ])('is not asked of %j', (text) => {
    expect(readPart(id, text)).toBe('not asked');
    expect(tell(text)).toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('# The portal\n\nFrom Monday you sign in to the portal with your badge.')).toEqual([
      'warning ‹The portal› This message tells of a change, but not of the help people will get with it: name a guide, a course, a drop-in or somebody to sit with them.',
    ]);
  });

  it.each([
    [
      'one paragraph',
      'From Monday you sign in to the portal with your badge.\n',
      'From Monday you sign in to the portal with your badge.\n\n**Help you get:** [a course, a guide, somebody to sit with you].\n',
    ],
    [
      'without a last line end',
      'From Monday you sign in to the portal with your badge.',
      'From Monday you sign in to the portal with your badge.\n\n**Help you get:** [a course, a guide, somebody to sit with you].',
    ],
    [
      'before the sign-off',
      'Dear all,\n\nFrom Monday you sign in to the portal with your badge.\n\nKind regards,\nThe desk\n',
      'Dear all,\n\nFrom Monday you sign in to the portal with your badge.\n\n**Help you get:** [a course, a guide, somebody to sit with you].\n\nKind regards,\nThe desk\n',
    ],
    [
      'with the line ends of Windows',
      'Dear all,\r\n\r\nFrom Monday you sign in to the portal with your badge.\r\n\r\nKind regards,\r\nThe desk\r\n',
      'Dear all,\r\n\r\nFrom Monday you sign in to the portal with your badge.\r\n\r\n**Help you get:** [a course, a guide, somebody to sit with you].\r\n\r\nKind regards,\r\nThe desk\r\n',
    ],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });

  it('is not looked for in a long text without a change', () => {
    expect(readPart(id, `${'The board met on Monday. '.repeat(45)}A workshop for every team was fun.`)).toBe('not asked');
  });
});
