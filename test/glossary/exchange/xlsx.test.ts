import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../server/src/glossary/exchange/imported.js';
import { readXlsx, writeXlsx } from '../../../server/src/glossary/exchange/xlsx.js';

const entry: Entry = { term: 'utilise', replacements: ['use'], status: 'approved', caseSensitive: false };

/** A workbook of one entry, with rows of one's own behind it. */
function workbook(rows: string): Uint8Array {
  const parts = unzipSync(writeXlsx({}, [entry]).content);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace('</sheetData>', () => `${rows}</sheetData>`)) });
}

const tell = (bytes: Uint8Array): readonly string[] =>
  readXlsx('a.xlsx', bytes).problems.map(({ start, message }) => `${start.line}:${start.column} ${message}`);

describe('a workbook', () => {
  it('keeps its headings in sight, can be filtered, and has no formulas', () => {
    const parts = unzipSync(writeXlsx({}, [{ ...entry, term: '=1+1' }]).content);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:R2"/>');
    expect(sheet).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).not.toContain('<f>');
  });

  it('is the same bytes every time', () => {
    expect(writeXlsx({}, [entry]).content).toEqual(writeXlsx({}, [entry]).content);
  });

  it('gives the text that a formula last showed, and nothing else of it', () => {
    const bytes = workbook(
      '<row r="3"><c r="A3" t="str"><f>LOWER("VIA")</f><v>via</v></c></row><row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row><row r="5"><c r="A5" t="str"><f>X1</f><v>=cmd</v></c></row>',
    );
    expect(readXlsx('a.xlsx', bytes).entries.map(({ term }) => term)).toEqual(['utilise', 'via']);
    expect(tell(bytes)).toEqual([
      '3:1 Cell A3 of “Terms”: This cell has a formula. The text it last showed was taken, and nothing was worked out. Write the text itself.',
      '4:1 Cell A4 of “Terms”: This cell has a formula and shows no plain text, so it was left out. Write the text itself.',
      '5:1 Cell A5 of “Terms”: This cell has a formula and shows no plain text, so it was left out. Write the text itself.',
    ]);
  });

  it('tells the cell of a value that does not fit', () => {
    expect(tell(workbook('<row r="3"><c r="A3" t="inlineStr"><is><t>via</t></is></c><c r="G3" t="inlineStr"><is><t>maybe</t></is></c></row>'))).toEqual([
      '3:7 Cell G3 of “Terms”: “Status” is “maybe”. Write proposed, approved, deprecated or retired. The entry was left out.',
    ]);
  });

  it('that unpacks without end is given up', () => {
    const parts = unzipSync(writeXlsx({}, [entry]).content);
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(4 * 1024 * 1024).fill(32) });
    expect(bomb.length).toBeLessThan(16 * 1024);
    expect(readXlsx('a.xlsx', bomb, { most: 1024 * 1024 })).toMatchObject({ isReadable: false, problems: [{ code: 'too-large' }] });
  });

  it.each([
    ['text', strToU8('Term,Meaning\n')],
    ['a cut file', writeXlsx({}, [entry]).content.slice(0, 900)],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
  ])('is told from %s', (_what, bytes) => {
    expect(readXlsx('a.xlsx', bytes)).toMatchObject({ isReadable: false, entries: [], problems: [{ code: 'not-xlsx' }] });
  });
});
