import { describe, expect, it } from 'vitest';
import { readPart, takeSuggestion } from '../support/check-up.js';
import { lintWith } from '../support/lint-text.js';

const id = 'what-changes';
const tell = (text: string): readonly string[] => lintWith(id, text).map(({ text: place, message, severity }) => `${severity} ‹${place}› ${message}`);

describe('what changes', () => {
  it.each([
    ['From Monday you sign in with one password.', 'From Monday you sign in with one password.'],
    ['The portal will be closed from 18:00 to 20:00 on 3 March.', 'The portal will be closed from 18:00 to 20:00 on 3 March.'],
    ['Office hours are cancelled on 4 July.', 'Office hours are cancelled on 4 July.'],
    ['The portal was taken offline.', 'The portal was taken offline.'],
    ['The portal went offline and came back.', 'The portal went offline and came back.'],
    ['Some requests may time out.', 'Some requests may time out.'],
    ['There might be a brief interruption.', 'There might be a brief interruption.'],
    ['We decided to disable the accounts for now.', 'We decided to disable the accounts for now.'],
    ['We were alerted that the portal is unavailable.', 'We were alerted that the portal is unavailable.'],
    ['The portal now also provides a map.', 'The portal now also provides a map.'],
    ['The survey is here!', 'The survey is here!'],
    ['The portal will be unavailable on 3 March as it will be upgraded.', 'The portal will be unavailable on 3 March as it will be upgraded.'],
    ['The lists are currently not updating.', 'The lists are currently not updating.'],
    ['Maintenance with a full service disruption will begin on 3 March.', 'Maintenance with a full service disruption will begin on 3 March.'],
    ['Maintenance on the portal, down for a security update.', 'Maintenance on the portal, down for a security update.'],
    ['## Changes\n\n- Search box', 'Search box'],
    ['## Customer facing changes\n\n- Search box', 'Search box'],
    ['## What changes\n\nPayslips come by post.', 'Payslips come by post.'],
    ['**What changes:** payslips in the portal, none on paper.', 'What changes:** payslips in the portal, none on paper.'],
    ['We thank all. From Monday you sign in\r\nwith one password.\r\n', 'From Monday you sign in\r\nwith one password.'],
  ])('is shown in %j', (text, evidence) => {
    expect(readPart(id, text)).toBe(evidence);
    expect(tell(text)).toEqual([]);
  });

  it.each([
    'The portal was upgraded to version 12.',
    'The project team reached all nine milestones.',
    'It is not you, and classes have not been cancelled.',
    'No update at present time.',
    'Nothing changes for you.',
    'Have questions? Contact the service desk.',
    'Which portal will you use?',
    '**What changes:** [what will be different for the reader].',
  ])('is missing in %j', (text) => {
    expect(readPart(id, text)).toBe('missing');
    expect(lintWith(id, text)).not.toEqual([]);
  });

  it('is asked for at the first words of the message', () => {
    expect(tell('# The portal\n\nThe project team reached all nine milestones.')).toEqual([
      'warning ‹The portal› This message does not say what changes for its readers: tell them what they will see, get, lose or do differently.',
    ]);
  });

  it.each([
    ['one paragraph', 'The office is nice.\n', '**What changes:** [what will be different for the reader].\n\nThe office is nice.\n'],
    ['under the heading', '# News\n\nThe office is nice.\n', '# News\n\n**What changes:** [what will be different for the reader].\n\nThe office is nice.\n'],
    [
      'behind the greeting',
      'Dear all,\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
      'Dear all,\n\n**What changes:** [what will be different for the reader].\n\nThe office is nice.\n\nKind regards,\nThe desk\n',
    ],
    [
      'behind front matter',
      '---\nsubject: News\n---\n\nThe office is nice.\n',
      '---\nsubject: News\n---\n\n**What changes:** [what will be different for the reader].\n\nThe office is nice.\n',
    ],
    [
      'behind front matter in TOML',
      '+++\ntitle = "News"\n+++\n\nThe office is nice.\n',
      '+++\ntitle = "News"\n+++\n\n**What changes:** [what will be different for the reader].\n\nThe office is nice.\n',
    ],
    ['before a list', '- It is nice.\n- It is big.\n', '**What changes:** [what will be different for the reader].\n\n- It is nice.\n- It is big.\n'],
    [
      'before a table',
      '| Room | Floor |\n| - | - |\n| B2 | two |\n',
      '**What changes:** [what will be different for the reader].\n\n| Room | Floor |\n| - | - |\n| B2 | two |\n',
    ],
    ['behind a heading alone', '# News\n', '# News\n\n**What changes:** [what will be different for the reader].\n'],
    [
      'with the line ends of Windows',
      '# News\r\n\r\nThe office is nice.\r\n',
      '# News\r\n\r\n**What changes:** [what will be different for the reader].\r\n\r\nThe office is nice.\r\n',
    ],
  ])('has a line to fill in: %s', (_, text, filled) => {
    expect(takeSuggestion(id, text)).toBe(filled);
    // A line with gaps says nothing yet, and is not offered twice over.
    expect(readPart(id, filled)).toBe('missing');
  });

  it('has to be told the more plainly the further down', () => {
    const before = 'The project team thanks the board. '.repeat(30);
    expect(readPart(id, `${before}Some requests may time out.`)).toBe('missing');
    expect(readPart(id, `${before}From Monday you no longer sign in with a password.`)).toBe('From Monday you no longer sign in with a password.');
  });
});
