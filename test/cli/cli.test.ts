import { spawn } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { encodeText } from '../../server/src/index.js';
import { cli, folder, liaison, node, write } from '../support/command-line.js';

async function lintJson(...args: string[]) {
  const { stdout, code } = await liaison(['lint', '--format', 'json', ...args]);
  return { report: JSON.parse(stdout), code };
}

describe('liaison lint', () => {
  it('prints each finding with its place, its line and a summary', async () => {
    await write('draft.md', '# News\n\nWe utilise it.\n');
    expect(await liaison(['lint', 'draft.md'])).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'draft.md  page for everyone · 3 words',
        '  3:4  warning  “utilise” may lose readers: try “use”.  jargon',
        '                We utilise it.',
        '                   ^^^^^^^',
        '',
        '! 1 finding in 1 of 1 file: 0 errors, 1 warning, 0 for information. 1 can be mended with --fix.',
        '',
      ].join('\n'),
    });
  });

  it('prints what is wrong in what messages say of themselves, and fails on it', async () => {
    await write('draft.md', '---\nkind: stauts\ndate: 2026-02-30\n---\n\nAll is well.\n');
    expect(await liaison(['lint', 'draft.md'])).toEqual({
      code: 1,
      stderr: '',
      stdout: [
        'What messages say of themselves',
        '  draft.md:2:7  error  “stauts” is no kind of message, so this is read as a page. Did you mean “status”?  unknown-kind',
        '  draft.md:3:7  error  The calendar has no day “2026-02-30”. Write the date as 2027-06-30.  wrong-date',
        '',
        '✖ 0 findings in 0 of 1 file: 0 errors, 0 warnings, 0 for information. 2 problems in what messages say of themselves.',
        '',
      ].join('\n'),
    });
    expect((await lintJson('draft.md')).report).toMatchObject({
      problems: [
        { path: 'draft.md', start: { line: 2, column: 7 }, severity: 'error', code: 'unknown-kind' },
        { path: 'draft.md', start: { line: 3, column: 7 }, severity: 'error', code: 'wrong-date' },
      ],
      results: [{ path: 'draft.md', kind: 'page' }],
    });
  });

  it('lists with --checkup what a message has and lacks', async () => {
    await write(
      'checkup.md',
      '---\nkind: announcement\naudience: everyone\nsubject: Book rooms in the new portal from 5 June\n---\n\nFrom Friday 5 June you book rooms in the new portal.\n\nPlease sign in once before then.\n',
    );
    const args = ['--rule', 'goal-missing=off', '--rule', 'audience-unknown=off', 'checkup.md'];
    const { stdout, code, stderr } = await liaison(['lint', '--checkup', ...args]);
    expect({ code, stderr, checkup: stdout.slice(stdout.indexOf('  Check-up'), stdout.indexOf('\n\n')).split('\n') }).toEqual({
      code: 0,
      stderr: '',
      checkup: [
        '  Check-up: 8 of 10 met',
        '    ✓ Who it is for                               line 3: everyone',
        '    ✓ A subject line that says what it is about   line 4: Book rooms in the new portal from 5 June',
        '    ✓ What changes for the reader                 line 7: From Friday 5 June you book rooms in the new portal.',
        '    ✓ When                                        line 7: From Friday 5 June you book rooms in the new portal.',
        '    ✓ What to do, or that there is nothing to do  line 9: Please sign in once before then.',
        '    ✗ Whom to ask, and how                        add: **Questions?** Ask [who], on [number] or at [address].',
        '    ✗ The help people will get                    add: **Help you get:** [a course, a guide, somebody to sit with you].',
        '    ✓ One topic',
        '    ✓ One screen',
        '    ✓ The reader first                            line 7: From Friday 5 June you book rooms in the new portal.',
      ],
    });
    expect((await liaison(['lint', ...args])).stdout).not.toContain('Check-up');
  });

  it('writes JSON with offsets, lines and ready edits', async () => {
    await write('draft.md', 'It’s 👍.\r\nWe utilise it.\r\n');
    const { report, code } = await lintJson('draft.md');
    expect(code).toBe(0);
    expect(report).toMatchObject({
      version: 1,
      tool: { name: 'liaison' },
      summary: { files: 1, errors: 0, warnings: 1, infos: 0, fixable: 1, suppressed: 0 },
      problems: [],
      results: [
        {
          path: 'draft.md',
          kind: 'page',
          audience: 'everyone',
          goals: [],
          findings: [
            {
              rule: 'jargon',
              severity: 'warning',
              text: 'utilise',
              start: { offset: 13, line: 2, column: 4 },
              end: { offset: 20, line: 2, column: 11 },
              place: null,
              term: 'utilise',
              glossary: 'plain-words',
              suggestions: [{ title: 'Use “use”', safety: 'safe', edits: [{ start: 13, end: 20, text: 'use' }] }],
            },
          ],
        },
      ],
    });
  });

  it('writes several formats at once', async () => {
    await write('draft.md', 'We utilise it.\n');
    const { stdout } = await liaison(['lint', '--format', 'gitlab=quality.json', '--format', 'sarif=liaison.sarif', '--format', 'github', 'draft.md']);
    expect(stdout).toBe('::warning file=draft.md,line=1,endLine=1,col=4,endColumn=11,title=jargon::“utilise” may lose readers: try “use”.\n');
    expect(JSON.parse(await readFile(join(folder, 'quality.json'), 'utf8'))).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder, 'liaison.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('adds the report to the job summary of GitHub, where there is one', async () => {
    await write('draft.md', 'We utilise it.\n');
    const summary = await write('summary.md', 'Before.\n');
    vi.stubEnv('GITHUB_STEP_SUMMARY', summary);
    await liaison(['lint', '--format', 'github', 'draft.md']);
    vi.unstubAllEnvs();
    expect((await readFile(summary, 'utf8')).split('\n')).toEqual([
      'Before.',
      '<!-- liaison -->',
      '## Liaison',
      '',
      '1 file read: 0 errors, 1 warning, 0 for information. 1 can be mended with `liaison lint --fix`.',
      '',
      '### draft.md',
      '',
      '| | place | what we saw | rule |',
      '|---|---|---|---|',
      '| ⚠️ warning | 1:4 | “utilise” may lose readers: try “use”. | jargon |',
      '',
    ]);
  });

  it('adds figures to the report with --stats', async () => {
    await write('draft.md', 'We utilise it.\n');
    expect((await liaison(['lint', '--stats', 'draft.md'])).stdout).toMatch(
      /\n\nFigures\n {2}messages +1\n {2}words +3\n[\s\S]* {2}seconds +\d+\.\d\d\n {2}jargon +1 finding\n$/,
    );
  });

  it('finds the messages of a folder, sorted, without what the organisation ignores', async () => {
    await write('liaison.yml', 'ignore: ["archive/**"]\n');
    await write('b.md', 'All is well.\n');
    await write('a/z.md', 'All is well.\n');
    await write('archive/old.md', 'We utilise it.\n');
    await write('node_modules/x/readme.md', 'We utilise it.\n');
    const { report } = await lintJson('.');
    expect(report.results.map(({ path }: { path: string }) => path)).toEqual(['a/z.md', 'b.md']);
  });

  it('ends with 1 at or over --fail-on, and over --max-warnings', async () => {
    await write('draft.md', 'We utilise it.\n');
    expect((await liaison(['lint', 'draft.md'])).code).toBe(0);
    expect((await liaison(['lint', '--fail-on', 'warning', 'draft.md'])).code).toBe(1);
    expect((await liaison(['lint', '--max-warnings', '0', 'draft.md'])).code).toBe(1);
    expect((await liaison(['lint', '--rule', 'jargon=error', 'draft.md'])).code).toBe(1);
    expect((await liaison(['lint', '--rule', 'jargon=error', '--fail-on', 'never', 'draft.md'])).code).toBe(0);
  });

  it.each([
    [['lint', 'nowhere.md'], 'liaison: There is no file or folder “nowhere.md”.\n'],
    [['lint', '--rule', 'jargn=off'], 'liaison: There is no rule “jargn”. Did you mean “jargon”?\n'],
    [['lint', '--fail-on', 'often'], 'liaison: --fail-on takes error, warning, info or never, not “often”.\n'],
    [['lint', '--format', 'xml'], 'liaison: There is no format “xml”. Use one of: pretty, json, sarif, junit, github, gitlab, rdjson, markdown, html.\n'],
    [
      ['lint', '--format', 'json', '--format', 'github'],
      'liaison: Only one format can be printed. Send the others to files, as in --format json=report.json.\n',
    ],
    [['lint', '--format', 'sarif='], 'liaison: Say which file the format goes to, as in --format sarif=FILE.\n'],
    [['lint', '--format', 'sarif=no/where.sarif'], 'liaison: “no/where.sarif” cannot be written: its folder is not there. Make it first.\n'],
    [['lint', '--config', 'none.yml', '.'], 'liaison: There is no config file “none.yml”.\n'],
  ])('ends with 2 and a plain sentence for %j', async (args, stderr) => {
    await write('draft.md', 'All is well.\n');
    expect(await liaison(args)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('fixes what is safe and keeps every other byte, and the mode', async () => {
    const path = await write('draft.md', '\uFEFF# News\r\n\r\nWe *utilise* it,   “utilise”, and `utilise`.\r\n\r\n\tcode utilise\r\nNo newline');
    await chmod(path, 0o640);
    await liaison(['lint', '--fix', 'draft.md']);
    expect(await readFile(path, 'utf8')).toBe('\uFEFF# News\r\n\r\nWe *use* it,   “utilise”, and `utilise`.\r\n\r\n\tcode utilise\r\nNo newline');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('reads standard input as if it were a file, and prints the mended text with --fix', async () => {
    await write('liaison.yml', 'messages:\n  - { files: "news/**", kind: announcement }\n');
    const linted = await liaison(['lint', '--stdin', '--stdin-filename', 'news/new.md', '--format', 'json'], 'We utilise it.\n');
    expect(JSON.parse(linted.stdout).results[0]).toMatchObject({ path: 'news/new.md', kind: 'announcement' });
    const fixed = await liaison(['lint', '--stdin', '--fix'], 'We utilise it.\n');
    expect(fixed.stdout).toBe('We use it.\n');
  });

  it('reports what it cannot read as a finding on that file and reads the rest', async () => {
    await write('binary.md', Uint8Array.from([0, 1, 2, 255, 0]));
    await write('latin.md', Uint8Array.from([0x0a, 0x63, 0x61, 0x66, 0xe9]));
    await write('utf16.md', Uint8Array.from([0xff, 0xfe, 0x61]));
    await write('empty.md', '');
    await write('good.md', 'We utilise it.\n');
    const { report, code } = await lintJson('.');
    expect(code).toBe(1);
    expect(
      report.results.map(({ path, findings }: { path: string; findings: { rule: string; message: string }[] }) => [path, findings.map(({ rule }) => rule)]),
    ).toEqual([
      ['binary.md', ['unreadable-file']],
      ['empty.md', []],
      ['good.md', ['jargon']],
      ['latin.md', ['unreadable-file']],
      ['utf16.md', ['unreadable-file']],
    ]);
    expect(report.results[3].findings[0]).toMatchObject({
      message: 'This file cannot be read: it is not UTF-8 text: line 2 has a character that is saved another way. Save it as UTF-8.',
      start: { offset: 0, line: 2, column: 1 },
    });
  });

  it('reads and mends a page, and reads one from standard input by its name', async () => {
    const page = '<html><head><title>New sign-in</title></head><body>\r\n<p>We utilise&nbsp;it.\n<p hidden>We leverage it.</p></body></html>';
    await write('page.html', page);
    const { report } = await lintJson('page.html');
    expect(report.results[0].findings.map(({ text, start }: { text: string; start: { line: number } }) => [text, start.line])).toEqual([['utilise', 2]]);
    expect((await liaison(['lint', '--stdin', '--stdin-filename', 'x.html', '--fix'], page)).stdout).toBe(page.replace('utilise', 'use'));
    await liaison(['lint', '--fix', 'page.html']);
    expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe(page.replace('utilise', 'use'));
  });

  it('mends a file in the encoding that it came in', async () => {
    const text = '\uFEFF# News\r\n\r\nWe utilise it.\nIt’s here.';
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      await write('draft.md', encodeText({ text, encoding }));
      await liaison(['lint', '--fix', 'draft.md']);
      const expected = encodeText({ text: text.replace('utilise', 'use'), encoding });
      expect([...(await readFile(join(folder, 'draft.md')))]).toEqual([...expected]);
    }
  });

  it('finds the kind of file without an ending by what it holds', async () => {
    await write('draft', '<!doctype html>\n<p>We utilise it.</p>\n');
    const { report } = await lintJson('draft');
    expect(report.results[0].findings.map(({ text, start }: { text: string; start: { line: number } }) => [text, start.line])).toEqual([['utilise', 2]]);
  });

  it('mends a mail and leaves all but the word as it was', async () => {
    const mail = 'Subject: News\r\nFrom: a@example.org\r\nMIME-Version: 1.0\r\n\r\nWe utilise it.\r\n';
    await write('news.eml', mail);
    await liaison(['lint', '--fix', 'news.eml']);
    expect(await readFile(join(folder, 'news.eml'), 'utf8')).toBe(mail.replace('utilise', 'use'));
  });

  it('gets through one line of five megabytes', async () => {
    await write('long.md', `${'we know it and '.repeat(350_000)} utilise it`);
    const { report } = await lintJson('long.md');
    expect(report.results[0].findings.map(({ rule }: { rule: string }) => rule)).toContain('jargon');
  }, 60_000);

  it('locates the problems of config, glossary and goals, and goes on with the rest', async () => {
    await write('liaison.yml', 'glossaries: [plain-words, ./house.yml]\ngoals: ./goals.yml\nrules:\n  long-sentense: off\n');
    await write('house.yml', 'name: house\nterms:\n  - term: frobnicate\n    replacements: [mend]\n  - trm: oops\n');
    await write('goals.yml', '');
    await write('draft.md', 'We frobnicate and utilise it.\n');
    const { report, code } = await lintJson('draft.md');
    expect(code).toBe(1);
    expect(report.results[0].findings.map(({ text }: { text: string }) => text)).toEqual(['frobnicate', 'utilise']);
    expect(
      report.problems.map(({ path, start, code: problem }: { path: string; start: { line: number }; code: string }) => `${path}:${start.line} ${problem}`),
    ).toEqual(['goals.yml:1 empty-file', 'house.yml:5 wrong-shape', 'house.yml:5 unknown-key', 'liaison.yml:4 unknown-rule']);
  });

  it('ends with 2 when the config is not YAML, and still reads the message', async () => {
    await write('liaison.yml', 'rules: [\n');
    await write('draft.md', 'We utilise it.\n');
    const { report, code } = await lintJson('draft.md');
    expect(code).toBe(2);
    expect(report.problems[0]).toMatchObject({ path: 'liaison.yml', code: 'not-yaml', severity: 'error' });
    expect(report.results[0].findings).toHaveLength(1);
  });
});

describe('liaison explain', () => {
  it('explains a rule, and a term in any of its forms', async () => {
    expect((await liaison(['explain', 'long-sentence'])).stdout).toContain('maxWords');
    expect((await liaison(['explain', 'utilised'])).stdout).toContain('say instead  use');
  });

  it('suggests what may have been meant', async () => {
    expect(await liaison(['explain', 'long-sentense'])).toMatchObject({
      code: 2,
      stderr: 'liaison: There is no rule and no term “long-sentense”. Did you mean “long-sentence”?\n',
    });
  });
});

describe('liaison', () => {
  it('shows help with examples, and its version', async () => {
    expect((await liaison(['lint', '--help'])).stdout).toContain('Examples:');
    expect(await liaison(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  });

  it('answers an editor over standard input and output', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const child = spawn(node, [cli, 'lsp', '--stdio'], { cwd: folder });
    const answer = new Promise<string>((resolve) => {
      let received = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
        if (received.includes('serverInfo')) resolve(received);
      });
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    expect(await answer).toContain('"serverInfo":{"name":"liaison"');
    child.kill();
  });
});
