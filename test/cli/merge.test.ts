import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../server/src/cli/reporters/index.js';
import { folder, liaison, write } from '../support/command-line.js';

/** A folder of messages with all that a report can hold. */
async function writeMessages(): Promise<void> {
  await write('liaison.yml', 'glossaries: [plain-words, house.yml]\nrool: 1\n');
  await write('house.yml', 'name: house\nterms:\n  - term: blue sky\n    replacements: [idea]\n    replacemnt: idea\n');
  await write('a/one.md', '---\nkind: stauts\n---\n\nWe utilise “it”, \u001b[31mand we 👍 utilise a blue sky.\n');
  await write('a/two.md', '---\nkind: announcement\nsubject: Update\n---\n\nWe utilise it.\r\nIt will be switched off soon.\r\n');
  await write('b/clean.md', 'All is well.\n');
  await write('b/ignored.md', '<!-- liaison-ignore-next-line jargon: the legal name -->\nWe utilise it.\n');
  await write('b/latin.md', new Uint8Array([0x57, 0xe4, 0x72, 0x65, 0x0a]));
  await write('z.md', `${'We leverage it, utilise it, and '.repeat(30)}rest.\n`);
}

const shards = [
  ['b/latin.md', 'a/two.md'],
  ['z.md', 'b/clean.md'],
  ['a/one.md', 'b/ignored.md'],
];

async function writeShards(): Promise<string[]> {
  const reports = shards.map((_, index) => `shard-${index + 1}.json`);
  for (const [index, paths] of shards.entries()) await liaison(['lint', '--format', `json=shard-${index + 1}.json`, ...paths]);
  return reports;
}

describe('liaison merge', () => {
  it('gives the report of one run, byte for byte, in every format', async () => {
    await writeMessages();
    const reports = await writeShards();
    const into = (name: string) => formats.flatMap((format) => ['--format', `${format}=${name}.${format}`]);
    const whole = await liaison(['lint', '--checkup', ...into('whole'), 'a', 'b', 'z.md']);
    const merged = await liaison(['merge', '--checkup', ...into('merged'), ...reports]);
    expect(merged).toEqual({ code: whole.code, stdout: '', stderr: '' });
    expect(whole.code).toBe(1);
    for (const format of formats) {
      const expected = await readFile(join(folder, `whole.${format}`), 'utf8');
      expect(await readFile(join(folder, `merged.${format}`), 'utf8'), format).toBe(expected);
    }
    expect(JSON.parse(await readFile(join(folder, 'merged.json'), 'utf8'))).toMatchObject({
      summary: { files: 6, suppressed: 1 },
      problems: [{ path: 'a/one.md' }, { path: 'house.yml' }, { path: 'liaison.yml' }],
    });
  });

  it('gives the same JSON in whatever order, and when a merged report is merged again', async () => {
    await writeMessages();
    const [first = '', second = '', third = ''] = await writeShards();
    const whole = await liaison(['lint', '--format', 'json', 'a', 'b', 'z.md']);
    expect((await liaison(['merge', '--format', 'json', third, first, second])).stdout).toBe(whole.stdout);
    await liaison(['merge', '--format', 'json=part.json', second, third]);
    expect((await liaison(['merge', '--format', 'json', 'part.json', first])).stdout).toBe(whole.stdout);
  });

  it('leaves out lines around findings where the messages are gone or have changed', async () => {
    await write('draft.md', 'We utilise it.\n');
    await write('gone.md', 'We utilise it.\n');
    await liaison(['lint', '--format', 'json=report.json', '.']);
    await write('draft.md', 'Now we utilise it.\n');
    await rm(join(folder, 'gone.md'));
    expect((await liaison(['merge', 'report.json'])).stdout.split('\n')).toEqual([
      'draft.md  page for everyone · 3 words',
      '  1:4  warning  “utilise” may lose readers: try “use”.  jargon',
      '',
      'gone.md  page for everyone · 3 words',
      '  1:4  warning  “utilise” may lose readers: try “use”.  jargon',
      '',
      '! 2 findings in 2 of 2 files: 0 errors, 2 warnings, 0 for information. 2 can be mended with --fix.',
      '',
    ]);
    const { diagnostics } = JSON.parse((await liaison(['merge', '--format', 'rdjson', 'report.json'])).stdout);
    expect(diagnostics[0].location.range).toEqual({ start: { line: 1 }, end: { line: 1 } });
  });

  it('ends with the code of liaison lint', async () => {
    await write('draft.md', 'We utilise it.\n');
    await liaison(['lint', '--format', 'json=report.json', 'draft.md']);
    expect((await liaison(['merge', 'report.json'])).code).toBe(0);
    expect((await liaison(['merge', '--fail-on', 'warning', 'report.json'])).code).toBe(1);
    expect((await liaison(['merge', '--max-warnings', '0', 'report.json'])).code).toBe(1);
  });

  it('ends with 2 and a plain sentence for what is no report, a damaged one, or one of another version', async () => {
    await write('draft.md', 'We utilise it.\n');
    const { stdout } = await liaison(['lint', '--format', 'json', 'draft.md']);
    const report = JSON.parse(stdout);
    await write('good.json', stdout);
    await write('again.json', stdout);
    await write('cut.json', stdout.slice(0, 400));
    await write('foreign.json', '[{ "filePath": "a.js", "messages": [] }]');
    await write('older.json', JSON.stringify({ ...report, tool: { name: 'liaison', version: '0.0.1' } }));
    await write('form.json', JSON.stringify({ ...report, version: 2 }));
    await write('damaged.json', JSON.stringify({ ...report, results: [{ ...report.results[0], findings: [{}] }] }));
    const { version } = report.tool;
    const sentences: readonly [string, string][] = [
      ['none.json', 'There is no report “none.json”.'],
      ['cut.json', '“cut.json” is no JSON, or only part of it. Write it anew with “liaison lint --format json=FILE”.'],
      ['foreign.json', '“foreign.json” is no report of Liaison. Give files that “liaison lint --format json=FILE” wrote.'],
      ['older.json', `“older.json” was written by Liaison 0.0.1, and this is ${version}. Use one version for all of them.`],
      ['form.json', '“form.json” is damaged at “version”. Write it anew with “liaison lint --format json=FILE”.'],
      ['damaged.json', '“damaged.json” is damaged at “results.0.findings.0.rule”. Write it anew with “liaison lint --format json=FILE”.'],
      ['again.json', '“draft.md” is in both “good.json” and “again.json”. Each message belongs in one report.'],
    ];
    for (const [path, sentence] of sentences) {
      expect(await liaison(['merge', '--format', 'json', 'good.json', path])).toEqual({ code: 2, stdout: '', stderr: `liaison: ${sentence}\n` });
    }
  });
});
