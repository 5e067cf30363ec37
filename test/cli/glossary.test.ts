import { execFileSync } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseGlossary } from '../../server/src/index.js';
import { type Ended, folder, liaison, write } from '../support/command-line.js';

function glossary(...args: readonly string[]): Promise<Ended> {
  return liaison(['glossary', ...args]);
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org', ...args], { cwd: folder, stdio: 'ignore' });
}

async function writeHouse(terms: string): Promise<void> {
  await write('liaison.yml', 'glossaries: [./glossaries/house.yml]\n');
  await write('glossaries/house.yml', `name: house\nterms:\n${terms}`);
}

describe('liaison glossary suggest', () => {
  beforeEach(async () => {
    await write('a.md', 'Each buildpack is checked.\n');
    await write('b.md', 'We renewed two buildpacks today.\n');
  });

  it('prints candidates with figures and an example', async () => {
    const { code, stdout, stderr } = await glossary('suggest', '--min-count', '2');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^1 {2}buildpack {2}word · 2 uses in 2 messages · score [\d.]+\n {3}a\.md:1 {2}Each buildpack is checked\.\n\n1 candidate in 2 messages\./,
    );
  });

  it('makes a glossary that can be loaded, with entries that flag nothing yet', async () => {
    const { stdout } = await glossary('suggest', '--min-count', '2', '--format', 'yaml');
    const { glossary: parsed, problems } = parseGlossary('candidates.yml', stdout);
    expect(problems).toEqual([]);
    expect(parsed.terms).toMatchObject([{ term: 'buildpack', status: 'proposed' }]);
  });

  it('makes a glossary that can be loaded when there is nothing to suggest', async () => {
    const { stdout } = await glossary('suggest', '--min-count', '9', '--format', 'yaml');
    expect(parseGlossary('candidates.yml', stdout)).toMatchObject({ problems: [], glossary: { terms: [] } });
  });

  it('writes a table for spreadsheets', async () => {
    const { stdout } = await glossary('suggest', '--min-count', '2', '--format', 'csv');
    const [head, row] = stdout.split('\r\n');
    expect(head).toBe('term,kind,expansion,uses,messages,score,where,example');
    expect(row).toMatch(/^buildpack,word,,2,2,[\d.]+,a\.md:1,Each buildpack is checked\.$/);
  });

  it('leaves out the terms of the glossaries and the files that are ignored', async () => {
    await writeHouse('  - term: buildpack\n    status: proposed\n');
    await write('c.md', 'A hypervisor. Another hypervisor.\n');
    await write('liaison.yml', 'glossaries: [./glossaries/house.yml]\nignore: [c.md]\n');
    expect(JSON.parse((await glossary('suggest', '--min-count', '2', '--format', 'json')).stdout)).toEqual({ version: 1, messages: 2, candidates: [] });
  });

  it('says what its options take', async () => {
    expect(await glossary('suggest', '--limit', 'few')).toEqual({ code: 2, stdout: '', stderr: 'liaison: --limit takes a whole number, not “few”.\n' });
    expect((await glossary('suggest', '--format', 'xml')).stderr).toBe('liaison: --format takes pretty, csv, json or yaml, not “xml”.\n');
  });
});

describe('liaison glossary stats', () => {
  beforeEach(async () => {
    await writeHouse('  - term: leverage\n    replacements: [use]\n  - term: unloved\n');
    await write('a.md', 'We leverage it.\n\nShe said “leverage it”.\n');
  });

  it('prints uses, places and what became of them', async () => {
    expect(await glossary('stats', '--unused')).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'house  1 of 2 terms used, 1 by nobody',
        '  leverage  2 uses in 1 message: 1 flagged, 1 quoted',
        '            a.md:1  a.md:3',
        '  Nobody uses: unloved',
        '',
        '1 message read.',
        '',
      ].join('\n'),
    });
  });

  it('gives the same as JSON and as a table', async () => {
    const { glossaries } = JSON.parse((await glossary('stats', '--format', 'json')).stdout);
    expect(glossaries).toMatchObject([
      { name: 'house', terms: [{ term: 'leverage', uses: 2, messages: 1, decisions: { flagged: 1, quoted: 1 } }, { uses: 0 }], unused: ['unloved'] },
    ]);
    expect((await glossary('stats', '--format', 'csv')).stdout).toContain('\r\nhouse,leverage,approved,2,1,1,0,0,0,1,0,0,0,0,a.md:1 a.md:3\r\n');
  });

  it('suggests the glossary that was meant', async () => {
    expect(await glossary('stats', '--glossary', 'hoose')).toMatchObject({
      code: 2,
      stderr: 'liaison: There is no glossary “hoose” here. Did you mean “house”?\n',
    });
  });
});

describe('liaison glossary impact', () => {
  beforeEach(async () => {
    await write('a.md', 'We leverage it.\n');
    await writeHouse('  - term: leverage\n    replacements: [use]\n');
  });

  it('compares with the last commit, and counts proposed terms as approved', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    await writeHouse('  - term: leverage\n    replacements: [draw on]\n  - term: it\n    status: proposed\n');
    const { code, stdout } = await glossary('impact', 'house');
    expect(code).toBe(0);
    expect(stdout).toContain('  changed  a.md:1  We leverage it.\n           Use “use” → Use “draw on”\n');
    expect(stdout).toContain('glossaries/house.yml against HEAD: 1 new, 0 gone, 1 changed in 1 of 1 message.\n');
  });

  it('compares with nothing where the file was never committed', async () => {
    expect((await glossary('impact', 'glossaries/house.yml')).stdout).toContain('against no such glossary: 1 new, 0 gone, 0 changed');
  });

  it('compares with another file, one term only, for a machine or for a page', async () => {
    await write('old.yml', 'terms: []\n');
    const report = JSON.parse((await glossary('impact', 'house', '--base', 'old.yml', '--term', 'LEVERAGE', '--format', 'json')).stdout);
    expect(report).toMatchObject({
      version: 1,
      base: 'old.yml',
      summary: { new: 1, gone: 0, changed: 0 },
      terms: [{ term: 'leverage', samples: [{ path: 'a.md', line: 1 }] }],
    });
    expect((await glossary('impact', 'house', '--base', 'old.yml', '--term', 'none', '--format', 'markdown')).stdout).toContain('nothing changes in 1 message');
  });

  it.each(['nowhere', '--output=stolen.txt'])('takes no revision such as %s', async (base) => {
    git('init', '-q');
    const { code, stderr } = await glossary('impact', 'house', `--base=${base}`);
    expect([code, stderr]).toEqual([2, `liaison: “${base}” is neither a file nor a revision of git that has glossaries/house.yml.\n`]);
  });

  it('says when there is no such glossary', async () => {
    expect(await glossary('impact', 'none.yml')).toMatchObject({ code: 2, stderr: 'liaison: There is no glossary “none.yml”. Give the path of its file.\n' });
  });
});
