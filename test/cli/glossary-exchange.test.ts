import { spawn } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, type Ended, folder, liaison, node, write } from '../support/command-line.js';

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

function glossary(...args: readonly string[]): Promise<Ended> {
  return liaison(['glossary', ...args]);
}

describe('liaison glossary import', () => {
  it('prints a glossary, and what did not come in to standard error', async () => {
    await write('New terms.csv', 'Word,Use instead,Severity\nutilise,use,\nvia,by,loud\n');
    expect(await glossary('import', 'New terms.csv', '--status', 'proposed')).toEqual({
      code: 1,
      stdout: 'name: new-terms\nterms:\n  - term: utilise\n    replacements: [use]\n    status: proposed\n',
      stderr: [
        'New terms.csv:3:8  error  “Severity” is “loud”. Write error, warning or info. The entry was left out.  wrong-value',
        '1 term came in with 1 error.',
        '',
      ].join('\n'),
    });
  });

  it('writes a file, but never over one that is there without being told to', async () => {
    await write('a.csv', 'Term\nvia\n');
    expect(await glossary('import', 'a.csv', '--to', 'house.yml')).toMatchObject({ code: 0, stdout: '', stderr: '1 term came in, written to house.yml.\n' });
    expect(await glossary('import', 'a.csv', '--to', 'house.yml')).toMatchObject({
      code: 2,
      stderr: 'liaison: “house.yml” is already there. Merge with --into house.yml, or write over it with --force.\n',
    });
    expect(await glossary('import', 'a.csv', '--to', 'house.yml', '--force', '--name', 'ours')).toMatchObject({ code: 0 });
    expect(await read('house.yml')).toBe('name: ours\nterms:\n  - term: via\n');
  });

  it('merges into a glossary and keeps its comments', async () => {
    await write('house.yml', '# Ours\nterms:\n  - term: via # a short one\n');
    await write('a.csv', 'Term,Use instead\nvia,by\nutilise,use\n');
    expect(await glossary('import', 'a.csv', '--into', 'house.yml')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'house.yml: 1 added, 1 changed, 0 unchanged.\n  added: utilise\n  changed: via\n',
    });
    expect(await read('house.yml')).toBe('# Ours\nterms:\n  - term: via # a short one\n    replacements: [by]\n  - term: utilise\n    replacements: [use]\n');
  });

  it('takes several files of several formats, each term once', async () => {
    await write('a.csv', 'Term,Use instead\nvia,by\n');
    await write('words.txt', '!hte\n!via\n');
    expect(await glossary('import', 'a.csv', 'words.txt', '--name', 'ours')).toEqual({
      code: 1,
      stdout: 'name: ours\nterms:\n  - term: via\n    replacements: [by]\n  - term: hte\n    policy: avoid\n',
      stderr:
        'words.txt:1:1  error  “via” also came from a file before this one, and only that came in. Join the two.  duplicate-term\n2 terms came in with 1 error.\n',
    });
  });

  it('prints problems as JSON', async () => {
    await write('a.yml', 'extends: existence\ntokens: [via, "very .*"]\n');
    const { code, stdout } = await glossary('import', 'a.yml', '--to', 'house.yml', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      problems: [
        {
          path: 'a.yml',
          start: { line: 2, column: 15 },
          severity: 'error',
          code: 'pattern',
          message: '“very .*” was left out: “.” stands for any character. Add the words that it is meant for by hand.',
        },
      ],
    });
  });

  it('ends with 2 when it cannot be used so, or when no file can be read', async () => {
    await write('a.csv', 'nothing,here\n');
    await write('a.bin', 'nothing here\n');
    await write('broken.yml', 'terms: [\n');
    await write('b.csv', 'Term\nvia\n');
    expect((await glossary('import', 'a.csv')).code).toBe(2);
    expect(await glossary('import', 'a.bin')).toMatchObject({
      code: 2,
      stderr: 'liaison: “a.bin” is of no format that is known here. Say which with --from csv|xlsx|tbx|vale|cspell|prh.\n',
    });
    expect((await glossary('import', 'missing.csv')).code).toBe(2);
    expect((await glossary('import', 'b.csv', '--into', 'broken.yml')).code).toBe(2);
    expect((await glossary('import', 'b.csv', '--to', 'no/such/folder.yml')).code).toBe(2);
    expect((await glossary('import', 'b.csv', '--from', 'excel')).code).toBe(2);
    expect(await read('broken.yml')).toBe('terms: [\n');
  });
});

describe('a glossary that cannot be merged into', () => {
  it.each([
    ['is broken', 'terms:\n  - term: "via\n', 'line 3: A quotation mark is not closed before this place. Close it with ".'],
    [
      'is not UTF-8',
      Buffer.from('terms:\n  - term: caf\xe9\n', 'latin1'),
      'line 2: A character here could not be read, because the file is not saved as UTF-8. Save it as UTF-8, and write the character again.',
    ],
  ])('because it %s stays as it is', async (_what, content, reason) => {
    await writeFile(join(folder, 'house.yml'), content);
    const before = await readFile(join(folder, 'house.yml'));
    await write('a.csv', 'Term\nper\n');
    expect(await glossary('import', 'a.csv', '--into', 'house.yml')).toEqual({
      code: 2,
      stdout: '',
      stderr: `liaison: “house.yml” cannot be merged into: ${reason}\n`,
    });
    expect(await readFile(join(folder, 'house.yml'))).toEqual(before);
  });
});

describe('wrong use', () => {
  it.each([
    [['export', 'house.yml', '--to', 'house'], '“house” does not end in .csv, .xlsx or .tbx. Say which with --format.'],
    [['export', 'house.yml', '--to', 'house.csv', '--format', 'tbx'], '“house.csv” ends in .csv, but --format says tbx. Change one of the two.'],
    [['export', 'house.yml', '--to', 'nowhere/house.csv'], '“nowhere/house.csv” cannot be written: its folder is not there. Make it first.'],
    [['export', 'house.yml', '--to', 'folder.csv', '--force'], '“folder.csv” cannot be written: there is a folder of that name. Choose another name.'],
    [['export', 'folder.csv'], '“folder.csv” is a folder. Name the file of the glossary.'],
    [['export', 'loop.yml'], '“loop.yml” cannot be read: it is a link that leads back to itself.'],
    [['export', 'house.yml', '--language', 'x"y'], '--language takes the code of a language, as in en or en-GB, not “x"y”.'],
    [['check', 'folder.csv'], '“folder.csv” holds no glossaries: there are no .yml files in it.'],
    [['impact', 'loop.yml'], '“loop.yml” cannot be read: it is a link that leads back to itself.'],
  ])('is told in a sentence: %j', async (args, message) => {
    await write('house.yml', 'terms:\n  - term: via\n');
    await mkdir(join(folder, 'folder.csv'));
    await symlink('loop.yml', join(folder, 'loop.yml'));
    expect(await glossary(...args)).toEqual({ code: 2, stdout: '', stderr: `liaison: ${message}\n` });
  });
});

describe('output that nobody reads to its end', () => {
  it('ends quietly', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `word${index},${'long '.repeat(20)}\n`);
    await write('a.csv', `Term,Meaning\n${rows.join('')}`);
    const child = spawn(node, [cli, 'glossary', 'import', 'a.csv'], { cwd: folder });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(stderr).toBe('');
  });
});

describe('what a terminal would obey', () => {
  it('is shown as a sign', async () => {
    await write('house.yml', 'terms:\n  - term: "\\e[2Jvia"\n  - term: "\\e[2Jvia"\n');
    const { stdout } = await glossary('check', 'house.yml');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('“␛[2Jvia” is already entry 1.');
  });
});

describe('liaison glossary export', () => {
  it.each(['csv', 'xlsx', 'tbx'])('and import lose nothing on the way: %s', async (format) => {
    const house =
      'name: house\nowner: Comms\nreviewBy: 2027-06-30\nterms:\n  - term: =SUM\n    replacements: [a; b, "c, d"]\n    examples:\n      becomes: { "One -> two": "Two" }\n'.replace(
        '=SUM',
        '"=SUM"',
      );
    await write('house.yml', house);
    expect(await glossary('export', 'house.yml', '--to', `house.${format}`)).toMatchObject({ code: 0, stderr: `1 term written to house.${format}.\n` });
    expect((await glossary('import', `house.${format}`)).stdout).toBe(house);
  });

  it('writes a glossary that comes with Liaison, with its examples', async () => {
    const { code, stdout } = await glossary('export', 'it-jargon');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\ufeff# Name,it-jargon\r\n/);
    expect(stdout).toContain('The code is in the repository.');
  });

  it('says what a format could not hold, and where that stands', async () => {
    await write('house.yml', `terms:\n  - term: via\n    reason: "${'long '.repeat(7000)}"\n`);
    expect(await glossary('export', 'house.yml', '--to', 'house.xlsx')).toMatchObject({
      code: 1,
      stderr:
        'house.yml:2:5  error  “Why” has more than the 32,767 characters that a cell holds. The rest was cut off.  cannot-hold\n1 term written to house.xlsx.\n',
    });
  });

  it('ends with 2 for a glossary that is not there or a format that is none', async () => {
    expect(await glossary('export', 'it-jargn')).toMatchObject({
      code: 2,
      stderr:
        'liaison: There is no glossary “it-jargn”: neither a file nor one of plain-words, business-buzzwords, it-jargon, it-acronyms. Did you mean “it-jargon”?\n',
    });
    expect((await glossary('export', 'it-jargon', '--to', 'a.docx')).code).toBe(2);
  });
});
