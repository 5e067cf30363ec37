import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatRdjson } from '../../../server/src/cli/reporters/rdjson.js';
import { SourcePlaces } from '../../../server/src/cli/source-places.js';
import { checkSchema } from '../../support/json-schema.js';
import { fileOf, findingIn, replaceIn, sampleReport } from '../../support/sample-report.js';

describe('reviewdog', () => {
  it('holds against the fields that reviewdog documents', () => {
    const result = JSON.parse(formatRdjson(sampleReport()));
    expect(checkSchema('rdjson.json', result)).toEqual([]);
    expect(result.diagnostics).toHaveLength(7);
    expect(checkSchema('rdjson.json', { diagnostics: [{ message: 'x' }] })).not.toEqual([]);
  });

  it('counts columns in bytes of UTF-8', () => {
    const source = 'Näws 👍: utilise it.\n';
    const report = joinReports([fileOf('a.md', source, [findingIn(source, 'utilise', { suggestions: [replaceIn(source, 'utilise', 'use')] })])], []);
    const range = { start: { line: 1, column: 13 }, end: { line: 1, column: 20 } };
    expect(JSON.parse(formatRdjson(report)).diagnostics).toEqual([
      {
        message: '“utilise” may lose readers: try another word.',
        location: { path: 'a.md', range },
        severity: 'WARNING',
        code: { value: 'jargon' },
        suggestions: [{ range, text: 'use' }],
      },
    ]);
  });

  it('counts the same bytes as an encoder, however long the line', () => {
    const source = `${'aä“👍'.repeat(900)}\nä`;
    const places = new SourcePlaces(source);
    for (const offset of [0, 1, 3, 1023, 1025, 2048, 4498]) expect(places.at(offset).byteColumn).toBe(Buffer.byteLength(source.slice(0, offset)) + 1);
    expect(places.at(source.length)).toEqual({ offset: 4502, line: 2, column: 2, byteColumn: 3 });
  });

  it('leaves out a suggestion that needs several edits at once', () => {
    const source = 'A utilise of it.\n';
    const [first] = replaceIn(source, 'A', 'An').edits;
    const [second] = replaceIn(source, 'utilise', 'use').edits;
    if (first === undefined || second === undefined) throw new Error('each has an edit');
    const finding = findingIn(source, 'utilise', { suggestions: [{ title: 'Use “use”', safety: 'safe', edits: [first, second] }] });
    expect(JSON.parse(formatRdjson(joinReports([fileOf('a.md', source, [finding])], []))).diagnostics[0]).not.toHaveProperty('suggestions');
  });

  it('shows a file without lines as a whole, with the place in the message', () => {
    const { diagnostics } = JSON.parse(formatRdjson(sampleReport()));
    expect(diagnostics[1]).toEqual({
      message: 'slide 3, title: “leverage” may lose readers: try another word.',
      location: { path: 'kick-off.pptx' },
      severity: 'ERROR',
      code: { value: 'jargon' },
    });
  });
});
