import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../server/src/glossary/exchange/csv.js';
import type { Imported } from '../../../server/src/glossary/exchange/imported.js';

const read = (text: string | Uint8Array): Imported => readCsv('a.csv', [typeof text === 'string' ? new TextEncoder().encode(text) : text]);
const tell = ({ problems }: Imported): readonly string[] => problems.map(({ start, severity, code }) => `${start.line}:${start.column} ${severity} ${code}`);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the columns of a table', () => {
  it.each([
    ['commas', 'Term,Use instead\nutilise,use; apply\n'],
    ['semicolons', 'Term;Use instead\nutilise;"use; apply"\n'],
    ['tabs', 'Term\tUse instead\nutilise\tuse; apply\n'],
    ['a line that names the delimiter', 'sep=|\nTerm|Use instead\nutilise|use; apply\n'],
    ['other names in any case', 'JARGON,Plain English\r\nutilise,"use, apply"\r\n'],
    ['a title above them', 'Our words,\n,\nWord,Say instead\nutilise,"use\napply"\n'],
  ])('are told with %s', (_what, text) => {
    const imported = read(text);
    expect(imported.problems).toEqual([]);
    expect(imported.entries).toEqual([{ term: 'utilise', replacements: ['use', 'apply'], status: 'approved', caseSensitive: false }]);
  });

  it('are reported and kept out when no glossary has them', () => {
    const imported = read('Term,Meaning,Approved by\nSSO,one password,Someone\n');
    expect(tell(imported)).toEqual(['1:14 warning unknown-column']);
    expect(imported.entries).toEqual([{ term: 'SSO', definition: 'one password', status: 'approved', caseSensitive: false }]);
  });

  it('must be there', () => {
    const imported = read('utilise,use\nleverage,use\n');
    expect(imported).toMatchObject({ entries: [], isReadable: false });
    expect(imported.problems[0]?.message).toBe(
      'The first row must name the columns, and one of them must be “Term”; it has “utilise”, “use”. Add a row such as: Term, Use instead, Meaning.',
    );
  });
});

describe('a row', () => {
  it('that is not right is told with its cell, and the others come in', () => {
    const imported = read('Term,Severity\nvia,high-ish\n,error\nutilise,warning\nUtilise,info\n');
    expect(imported.problems.map(({ start, message }) => `${start.line}:${start.column} ${message}`)).toEqual([
      '2:5 “Severity” is “high-ish”. Write error, warning or info. The entry was left out.',
      '3:1 This row has no term, so it was left out. Write one under “Term”, or clear the row.',
      '5:1 “Utilise” is already in line 4. Join the two; only the first came in.',
    ]);
    expect(imported.entries.map(({ term }) => term)).toEqual(['utilise']);
  });

  it('with a quotation mark that is never closed costs one line', () => {
    const imported = read('Term,Meaning\nfirst,"lost\nsecond,fine\nthird,fine\n');
    expect(tell(imported)).toEqual(['2:7 error unclosed-quote']);
    expect(imported.entries.map(({ term }) => term)).toEqual(['second', 'third']);
  });

  it('may go on over several lines, and the next one still knows its line', () => {
    expect(tell(read('Term,Meaning\na,"one\ntwo"\nb,"three\r\nfour",extra\n'))).toEqual(['5:7 warning extra-cell']);
  });
});

describe('what a spreadsheet would take for a formula', () => {
  it.each(['=1+1', '+44', '-ise', '@here', "'=x", '＝1'])('gets an apostrophe and loses it again: %s', (term) => {
    const { content } = writeCsv({}, [{ term, status: 'approved', caseSensitive: false }]);
    expect(content.split('\r\n')[1]?.startsWith(`'${term},`)).toBe(true);
    expect(read(content).entries[0]?.term).toBe(term);
  });

  it('is told and taken as plain text when it comes in bare', () => {
    const imported = read('Term,Meaning\nSSO,"=HYPERLINK(""http://example.org"")"\nid,="007"\n');
    expect(tell(imported)).toEqual(['2:5 warning formula']);
    expect(imported.entries.map(({ definition }) => definition)).toEqual(['=HYPERLINK("http://example.org")', '007']);
  });
});

describe('the encoding', () => {
  const text = 'Term,Meaning\ncafé,naïve “words”\nvia,by\n';
  it.each([
    ['UTF-8', new TextEncoder().encode(text), []],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), []],
    ['UTF-16, small end first', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')), []],
    ['UTF-16, big end first', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()), []],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from(text, 'utf16le')), []],
    ['Windows-1252', latin1(text.replace('“', '\x93').replace('”', '\x94')), ['2:1 info windows-1252']],
  ])('is told: %s', (_name, bytes, problems) => {
    const imported = read(bytes);
    expect(tell(imported)).toEqual(problems);
    expect(imported.entries[0]).toMatchObject({ term: 'café', definition: 'naïve “words”' });
  });

  it('may be mixed: each line is read by itself and reported', () => {
    const imported = read(Uint8Array.from([...new TextEncoder().encode('Term\ncafé\n'), ...latin1('naïve\n'), ...new TextEncoder().encode('rôle\n')]));
    expect(tell(imported)).toEqual(['3:1 warning mixed-encodings']);
    expect(imported.entries.map(({ term }) => term)).toEqual(['café', 'naïve', 'rôle']);
  });

  it('with a stray NUL loses the NUL only', () => {
    const imported = read('Term,Use instead\nutilise,use\nv\0ia,by\n');
    expect(tell(imported)).toEqual(['3:2 warning control-character']);
    expect(imported.entries.map(({ term }) => term)).toEqual(['utilise', 'via']);
  });

  it('of a picture is none', () => {
    expect(read(Uint8Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? 0 : index)))).toMatchObject({
      isReadable: false,
      problems: [{ code: 'not-text' }],
    });
  });
});

describe('a file without bounds', () => {
  it('lists a thousand problems and counts the rest', () => {
    const { problems } = read(`Term,Severity\n${'x,bad\n'.repeat(5000)}`);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ code: 'more-problems', severity: 'error' });
  });

  it('looks for a closing quotation mark only so far', () => {
    const { problems } = read(`Term,Meaning\nx,"yes\n${'z\n'.repeat(150_000)}`);
    expect(problems[0]).toMatchObject({ code: 'unclosed-quote', start: { line: 2, column: 3 } });
  });
});
