import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'way-to-answer';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('a way to answer', () => {
  it.each([
    ['---\nintent: engage\n---\n\nWhich news should stand at the top? Reply to this message by Friday.', 'Which news should stand at the top?'],
    ['---\nintent: collaborate\n---\n\nBring your ideas to the workshop in room 3 on Monday.', 'Bring your ideas to the workshop in room 3 on Monday.'],
    ['---\nintent: engage\n---\n\nVote in [our poll](https://example.org).', 'Vote in [our poll](https://example.org).'],
    ['---\nintent: engage\n---\n\nTell us what you think: reply to this message.', 'Tell us what you think: reply to this message.'],
    ['---\r\nintent: engage\r\n---\r\n\r\nTell us what you think:\r\nreply to this message.\r\n', 'Tell us what you think:\r\nreply to this message.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    '---\nintent: engage\n---\n\nThe page gets a new look. We love hearing from you!',
    '---\nintent: engage\n---\n\nWhy wait?',
    '---\nintent: engage\n---\n\nDid you know that the page is new? Come to the party.',
    '---\nintent: engage\n---\n\nWhat should I do?',
    '---\nintent: engage\n---\n\nOur doors are open, and we value your feedback on this page.',
    '---\nintent: engage\n---\n\n**Tell us:** [your question]? Reply to this message by [day and date].',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it.each(['The page gets a new look.', '---\nintent: inform\n---\n\nThe page gets a new look.'])('is not asked of %j', (text) => {
    expect(readPart(id, text)).toBe('not asked');
    expect(tell(text)).toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('---\nintent: engage\n---\n\n# The page\n\nIt gets a new look.')).toEqual([
      'warning ‹The page› This message means to engage, but readers cannot answer: ask them something, and say where the answer goes.',
    ]);
  });

  it.each([
    [
      'one paragraph',
      '---\nintent: engage\n---\n\nThe office is nice.\n',
      '---\nintent: engage\n---\n\nThe office is nice.\n\n**Tell us:** [your question]? Reply to this message by [day and date].\n',
    ],
    [
      'without a last line end',
      '---\nintent: engage\n---\n\nThe office is nice.',
      '---\nintent: engage\n---\n\nThe office is nice.\n\n**Tell us:** [your question]? Reply to this message by [day and date].',
    ],
    [
      'before the sign-off',
      '---\nintent: engage\n---\n\nDear all,\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
      '---\nintent: engage\n---\n\nDear all,\n\nThe office is nice.\n\n**Tell us:** [your question]? Reply to this message by [day and date].\n\nKind regards,\nThe desk\n',
    ],
    [
      'with the line ends of Windows',
      '---\r\nintent: engage\r\n---\r\n\r\nDear all,\r\n\r\nThe office is nice.\r\n\r\nKind regards,\r\nThe desk\r\n',
      '---\r\nintent: engage\r\n---\r\n\r\nDear all,\r\n\r\nThe office is nice.\r\n\r\n**Tell us:** [your question]? Reply to this message by [day and date].\r\n\r\nKind regards,\r\nThe desk\r\n',
    ],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });
});
