import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatGithub } from '../../../server/src/cli/reporters/github.js';
import { fileOf, findingIn, hostile, sampleReport } from '../../support/sample-report.js';

describe('annotations of GitHub', () => {
  it('say file, lines, columns and rule', () => {
    expect(formatGithub(sampleReport()).split('\n').slice(1)).toEqual([
      '::error file=kick-off.pptx,title=jargon%2C slide 3%2C title::“leverage” may lose readers: try another word.',
      '::warning file=liaison.yml,line=2,endLine=2,col=3,endColumn=3,title=unknown-key::There is no key “rool”. Did you mean “rule”?',
      '::error file=old.doc,title=unreadable-file::This file cannot be read: it is not text.',
      '::error file=plain/with space.md,line=2,endLine=2,col=3,endColumn=3,title=unknown-kind::“stauts” is no kind of message.',
      '::warning file=plain/with space.md,line=3,endLine=3,col=4,endColumn=11,title=jargon::“utilise” may lose readers: try another word.',
      '::notice file=plain/with space.md,line=3,endLine=4,title=long-sentence::“it”,%0Aand” may lose readers: try another word.',
      '',
    ]);
  });

  it('are one command each, whatever a message or a path holds', () => {
    const lines = formatGithub(joinReports([fileOf('a:b,c%.md', hostile, [findingIn(hostile, hostile, { message: hostile })])], [])).split('\n');
    expect(lines).toEqual([
      '::warning file=a%3Ab%2Cc%25.md,line=1,endLine=2,title=jargon::␛[31m]]>|<script>alert(1)</script>%0A::error::@all `x` #1 %250A ##[error]\ud800&amp;',
      '',
    ]);
  });

  it('stay within ten of each kind, and list the rest in the log without a command', () => {
    const source = 'utilise\n';
    const findings = Array.from({ length: 12 }, () => findingIn(source, 'utilise'));
    const errors = Array.from({ length: 11 }, () => findingIn(source, 'utilise', { severity: 'error', message: 'one\n::error::two ##[error]' }));
    const lines = formatGithub(joinReports([fileOf('a.md', source, [...findings, ...errors])], [])).split('\n');
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.slice(20)).toEqual([
      '::group::3 more than GitHub shows beside the text',
      '- a.md:1:1  warning  “utilise” may lose readers: try another word.  jargon',
      '- a.md:1:1  warning  “utilise” may lose readers: try another word.  jargon',
      '- a.md:1:1  error  one ::error::two ## [error]  jargon',
      '::endgroup::',
      '',
    ]);
  });
});
