import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatJunit } from '../../../server/src/cli/reporters/junit.js';
import { fileOf, findingIn, hostile, sampleReport } from '../../support/sample-report.js';

const schema = readFileSync(new URL('../../schemas/junit.xsd', import.meta.url), 'utf8');

async function check(xml: string) {
  const { errors } = await validateXML({ xml, schema });
  return errors.map(({ message }) => message);
}

describe('JUnit', () => {
  it('holds against the schema of Jenkins, whatever is in the text', async () => {
    expect(await check(formatJunit(sampleReport(), { failOn: 'info' }))).toEqual([]);
    expect(await check(formatJunit(joinReports([], []), { failOn: 'error' }))).toEqual([]);
    expect(await check('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
  });

  it('fails for what fails the run, and passes the rest with what it found', () => {
    const source = 'We utilise it.\n';
    const report = joinReports(
      [fileOf('a.md', source, [findingIn(source, 'We', { severity: 'error' }), findingIn(source, 'utilise')]), fileOf('b.md', source, [])],
      [],
    );
    expect(formatJunit(report, { failOn: 'error' }).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="liaison" tests="3" failures="1" errors="0" time="0">',
      '  <testsuite name="a.md" tests="2" failures="1" errors="0" skipped="0" time="0">',
      '    <testcase name="jargon at 1:1" classname="a.md" time="0">',
      '      <failure type="error" message="“We” may lose readers: try another word.">a.md:1:1: error: “We” may lose readers: try another word.',
      'We</failure>',
      '    </testcase>',
      '    <testcase name="jargon at 1:4" classname="a.md" time="0">',
      '      <system-out>a.md:1:4: warning: “utilise” may lose readers: try another word.',
      'utilise</system-out>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="b.md" tests="1" failures="0" errors="0" skipped="0" time="0">',
      '    <testcase name="nothing to mend" classname="b.md" time="0"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ]);
    expect(formatJunit(report, { failOn: 'never' })).not.toContain('<failure');
  });

  it('replaces what XML cannot hold', () => {
    const report = joinReports([fileOf('a.md', hostile, [findingIn(hostile, hostile, { message: hostile })])], []);
    expect(formatJunit(report, { failOn: 'warning' })).toContain(
      'message="\ufffd[31m]]&gt;|&lt;script&gt;alert(1)&lt;/script&gt;&#10;::error::@all `x` #1 %0A ##[error]\ufffd&amp;amp;"',
    );
  });

  it('names slides, files that cannot be read and problems of your own files', () => {
    const xml = formatJunit(sampleReport(), { failOn: 'error' });
    expect(xml).toContain('<testcase name="jargon at slide 3, title" classname="kick-off.pptx" time="0">');
    expect(xml).toContain('<testcase name="unreadable-file" classname="old.doc" time="0">');
    expect(xml).toContain('<testsuite name="liaison.yml" tests="1" failures="0" errors="0" skipped="0" time="0">');
  });
});
