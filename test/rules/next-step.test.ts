import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'next-step';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('what to do', () => {
  it.each([
    ['The portal has moved. Sign in to the new one on Monday.', 'Sign in to the new one on Monday.'],
    ['The portal has moved. Please save your work.', 'Please save your work.'],
    ['The portal has moved. You do not need to do anything.', 'You do not need to do anything.'],
    ['The portal has moved. No action is needed.', 'No action is needed.'],
    ['The portal has moved. Before Friday, save your work.', 'Before Friday, save your work.'],
    ['The portal has moved. If you use it, please sign in once.', 'If you use it, please sign in once.'],
    ['The portal has moved. All managers must confirm their lists.', 'All managers must confirm their lists.'],
    ['The portal has moved. You can register now.', 'You can register now.'],
    ['The portal has moved.\n\n## What you need to do\n\nNothing until June.', 'Nothing until June.'],
    ['The portal has moved.\n\n- Sign in\n- Save your work', 'Sign in'],
    ['---\nkind: status\n---\n\nThe portal is down. We are investigating.', 'We are investigating.'],
    ['---\nkind: status\n---\n\nNext week we test the payments.', 'Next week we test the payments.'],
    ['The portal has moved.\r\n\r\nPlease save\r\nyour work.\r\n', 'Please save\r\nyour work.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    'The portal has moved.',
    'The portal has moved. Change of plan is a good thing.',
    '## Changes\n\n- Add a search box (#12)\n- Remove the old menu',
    '### Portal 2.4.1\n\n- Remove the old menu',
    'The portal has moved. Read more on our page.',
    'The portal has moved. Questions? Call 1234.',
    'The portal has moved. Fewer people felt the need to open it.',
    'The portal has moved. Please accept our apologies.',
    'The portal has moved. Cross referencing was slow.',
    '3744 - Stay on the old version is closed.',
    '**How to fix it:** The outcome is a list of causes.',
    '**First step:** Collected the answers.',
    'The portal is down. We are investigating.',
    'The portal has moved. **What to do:** [what the reader does, and by when, or “nothing”].',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('# The portal\n\nIt has moved.')).toEqual([
      'warning ‹The portal› This message does not say what to do next: tell readers, or write that they need not do anything.',
    ]);
  });

  it.each([
    ['one paragraph', 'The office is nice.\n', '**What to do:** [what the reader does, and by when, or “nothing”].\n\nThe office is nice.\n'],
    [
      'under the heading',
      '# News\n\nThe office is nice.\n',
      '# News\n\n**What to do:** [what the reader does, and by when, or “nothing”].\n\nThe office is nice.\n',
    ],
    [
      'behind the greeting',
      'Dear all,\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
      'Dear all,\n\n**What to do:** [what the reader does, and by when, or “nothing”].\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
    ],
    [
      'behind front matter',
      '---\nsubject: News\n---\n\nThe office is nice.\n',
      '---\nsubject: News\n---\n\n**What to do:** [what the reader does, and by when, or “nothing”].\n\nThe office is nice.\n',
    ],
    [
      'behind front matter in TOML',
      '+++\ntitle = "News"\n+++\n\nThe office is nice.\n',
      '+++\ntitle = "News"\n+++\n\n**What to do:** [what the reader does, and by when, or “nothing”].\n\nThe office is nice.\n',
    ],
    ['before a list', '- It is nice.\n- It is big.\n', '**What to do:** [what the reader does, and by when, or “nothing”].\n\n- It is nice.\n- It is big.\n'],
    [
      'before a table',
      '| Room | Floor |\n| - | - |\n| B2 | two |\n',
      '**What to do:** [what the reader does, and by when, or “nothing”].\n\n| Room | Floor |\n| - | - |\n| B2 | two |\n',
    ],
    ['behind a heading alone', '# News\n', '# News\n\n**What to do:** [what the reader does, and by when, or “nothing”].\n'],
    [
      'with the line ends of Windows',
      '# News\r\n\r\nThe office is nice.\r\n',
      '# News\r\n\r\n**What to do:** [what the reader does, and by when, or “nothing”].\r\n\r\nThe office is nice.\r\n',
    ],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });
});
