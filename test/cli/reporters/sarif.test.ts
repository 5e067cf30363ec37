import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatSarif } from '../../../server/src/cli/reporters/sarif.js';
import { checkSchema } from '../../support/json-schema.js';
import { configProblem, fileOf, findingIn, sampleReport, source } from '../../support/sample-report.js';

const log = JSON.parse(formatSarif(sampleReport(), { version: '0.1.0' }));
const [run] = log.runs;

/** The result of a file, by its path and rule. */
function resultOf(uri: string, rule: string) {
  return run.results.find((result: { ruleId: string; locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) => {
    return result.ruleId === rule && result.locations[0].physicalLocation.artifactLocation.uri === uri;
  });
}

describe('SARIF', () => {
  it('holds against its schema, with and without findings', () => {
    expect(checkSchema('sarif-2.1.0.json', log)).toEqual([]);
    expect(checkSchema('sarif-2.1.0.json', JSON.parse(formatSarif(joinReports([], []), { version: '0.1.0' })))).toEqual([]);
    expect(checkSchema('sarif-2.1.0.json', { ...log, runs: [{ ...run, columnKind: 'bytes' }] })).not.toEqual([]);
  });

  it('says where a finding is and what would mend it, in UTF-16 columns', () => {
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(resultOf('plain/with%20space.md', 'jargon')).toEqual({
      ruleId: 'jargon',
      ruleIndex: 0,
      level: 'warning',
      message: { text: '“utilise” may lose readers: try another word.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'plain/with%20space.md', index: 5 },
            region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 11, charOffset: 14, charLength: 7, snippet: { text: 'utilise' } },
          },
        },
      ],
      partialFingerprints: { 'liaison/v1': '0000000e-7' },
      fixes: [
        {
          description: { text: 'Use “use”' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'plain/with%20space.md', index: 5 },
              replacements: [
                {
                  deletedRegion: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 11, charOffset: 14, charLength: 7 },
                  insertedContent: { text: 'use' },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('names the place of a file without lines, and offers no edit there', () => {
    const { message, locations, fixes } = resultOf('kick-off.pptx', 'jargon');
    expect({ message, locations, fixes }).toEqual({
      message: { text: 'Slide 3, title: “leverage” may lose readers: try another word.' },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'kick-off.pptx', index: 2 } },
          logicalLocations: [{ fullyQualifiedName: 'slide 3, title' }],
        },
      ],
      fixes: undefined,
    });
  });

  it('explains each rule that found something, with a page where the address is whole', () => {
    const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'long-sentence');
    expect(rule).toMatchObject({
      shortDescription: { text: 'Sentences that are too long.' },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['readability'] },
    });
    expect(rule.help.markdown).toContain('<!-- liaison-ignore-next-line long-sentence:');
    expect(rule).not.toHaveProperty('helpUri');
    const file = fileOf('draft.md', source, [findingIn(source, 'utilise')]);
    const placed = { ...file, findings: file.findings.map((finding) => ({ ...finding, url: 'https://example.org/rules/jargon.md' })) };
    const withPage = JSON.parse(formatSarif(joinReports([placed], []), { version: '0.1.0' }));
    expect(withPage.runs[0].tool.driver.rules[0].helpUri).toBe('https://example.org/rules/jargon.md');
    expect(checkSchema('sarif-2.1.0.json', withPage)).toEqual([]);
  });

  it('has results for files that cannot be read and for problems of your own files', () => {
    expect(resultOf('old.doc', 'unreadable-file')).toMatchObject({ level: 'error', message: { text: 'This file cannot be read: it is not text.' } });
    expect(resultOf('liaison.yml', 'unknown-key').locations[0].physicalLocation.region).toEqual({ startLine: 2, startColumn: 3 });
  });

  it('keeps the fingerprint of a problem when its line moves, and tells two alike apart', () => {
    const fingerprints = (lines: readonly number[]) => {
      const problems = lines.map((line) => ({ ...configProblem, start: { line, column: 1 } }));
      const { runs } = JSON.parse(formatSarif(joinReports([], problems), { version: '0.1.0' }));
      return runs[0].results.map(({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => partialFingerprints['liaison/v1']);
    };
    expect(fingerprints([4, 9])).toEqual(fingerprints([2, 3]));
    expect(new Set(fingerprints([4, 9])).size).toBe(2);
  });
});
