import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatGitlab } from '../../../server/src/cli/reporters/gitlab.js';
import { checkSchema } from '../../support/json-schema.js';
import { fileOf, findingIn, hostile, sampleReport, source } from '../../support/sample-report.js';

const issues = JSON.parse(formatGitlab(sampleReport()));

describe('GitLab code quality', () => {
  it('holds against the fields that GitLab documents', () => {
    expect(checkSchema('gitlab-code-quality.json', issues)).toEqual([]);
    expect(checkSchema('gitlab-code-quality.json', [{ ...issues[0], severity: 'error' }])).not.toEqual([]);
  });

  it('lists findings and problems by path, each with a fingerprint of its own', () => {
    expect(
      issues.map(({ location, check_name, severity }: { location: { path: string; lines: object }; check_name: string; severity: string }) => [
        location.path,
        location.lines,
        check_name,
        severity,
      ]),
    ).toEqual([
      ['hostile.md', { begin: 1, end: 2 }, 'jargon', 'minor'],
      ['kick-off.pptx', { begin: 1, end: 1 }, 'jargon', 'major'],
      ['liaison.yml', { begin: 2, end: 2 }, 'unknown-key', 'minor'],
      ['old.doc', { begin: 1, end: 1 }, 'unreadable-file', 'major'],
      ['plain/with space.md', { begin: 2, end: 2 }, 'unknown-kind', 'major'],
      ['plain/with space.md', { begin: 3, end: 3 }, 'jargon', 'minor'],
      ['plain/with space.md', { begin: 3, end: 4 }, 'long-sentence', 'info'],
    ]);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length);
    expect(issues[0].description).toBe(hostile);
    expect(issues[1].description).toBe('slide 3, title: “leverage” may lose readers: try another word.');
  });

  it('tells findings of files apart that have one name and one text', () => {
    const files = ['a/README.md', 'b/README.md'].map((path) => fileOf(path, source, [findingIn(source, 'utilise')]));
    const fingerprints = JSON.parse(formatGitlab(joinReports(files, []))).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(2);
  });
});
