import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatPretty } from '../../../server/src/cli/reporters/pretty.js';
import { fileOf, findingIn, sampleReport } from '../../support/sample-report.js';

const options = { colors: createColors(false), width: undefined, quiet: false, checkup: false };

describe('the report for people', () => {
  it('sends nothing to the terminal that it would obey', () => {
    const source = 'We \u001b]0;title\u0007utilise\u009b2J it.\n';
    const file = fileOf('a\u001b[2J.md', source, [findingIn(source, 'utilise', { message: 'Say \u001b[31m“use”.' })], { audience: 'all\u0007' });
    expect(formatPretty(joinReports([file], []), options).split('\n')).toEqual([
      'a␛[2J.md  page for all␇ · 40 words · reading age 14',
      '  1:14  warning  Say ␛[31m“use”.  jargon',
      '                 We ␛]0;title␇utilise�2J it.',
      '                              ^^^^^^^',
      '',
      '! 1 finding in 1 of 1 file: 0 errors, 1 warning, 0 for information.',
      '',
    ]);
  });

  it('adds figures of all files together when asked to', () => {
    const report = formatPretty(sampleReport(), { ...options, seconds: 1.234 });
    expect(report.slice(report.indexOf('Figures'))).toBe(
      [
        'Figures',
        '  messages              5',
        '  words                 160',
        '  reading age           14.0',
        '  jargon per 100 words  2.5',
        '  seconds               1.23',
        '  jargon                3 findings',
        '  long-sentence         1 finding',
        '  unreadable-file       1 finding',
        '',
      ].join('\n'),
    );
  });
});
