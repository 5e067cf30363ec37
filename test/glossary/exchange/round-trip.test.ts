import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../server/src/glossary/exchange/csv.js';
import type { Entry, Header, Imported } from '../../../server/src/glossary/exchange/imported.js';
import { readTbx, writeTbx } from '../../../server/src/glossary/exchange/tbx.js';
import { writeGlossary } from '../../../server/src/glossary/exchange/write-glossary.js';
import { readXlsx, writeXlsx } from '../../../server/src/glossary/exchange/xlsx.js';
import { parseGlossary } from '../../../server/src/glossary/parse.js';
import { anyEntries, anyHeader } from './any-glossary.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes in pieces, so that characters and rows are cut. */
function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

/** There and back through each format. */
const trips: readonly (readonly [format: string, trip: (header: Header, entries: readonly Entry[]) => Pick<Imported, 'header' | 'entries' | 'problems'>])[] = [
  ['CSV', (header, entries) => readCsv('a.csv', cut(bytesOf(writeCsv(header, entries).content), 7))],
  ['a workbook', (header, entries) => readXlsx('a.xlsx', writeXlsx(header, entries).content)],
  ['TBX', (header, entries) => readTbx('a.tbx', cut(bytesOf(writeTbx(header, entries, { language: 'en' }).content), 7), { language: 'en' })],
];

describe.each(trips)('%s', (_format, trip) => {
  it('gives every field of every entry back, and what stands above them', () => {
    fc.assert(
      fc.property(anyHeader, anyEntries, (header, entries) => {
        const back = trip(header, entries);
        expect(back.problems).toEqual([]);
        expect(back.entries).toEqual(entries);
        expect(back.header).toEqual(header);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the YAML file', () => {
  it('gives every field back, and is the same when it is written again', () => {
    fc.assert(
      fc.property(anyHeader, anyEntries, (header, entries) => {
        const text = writeGlossary(header, entries);
        const { glossary, problems } = parseGlossary('a.yml', text);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(glossary.terms.map(({ policy: _policy, glossary: _glossary, bundled: _bundled, source: _source, ...entry }) => entry)).toEqual(
          entries.map(({ policy: _, ...entry }) => entry),
        );
        expect(glossary).toMatchObject(header);
      }),
      { numRuns: 300 },
    );
  });
});
