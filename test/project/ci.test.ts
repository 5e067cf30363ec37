import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readableExtensions } from '../../server/src/index.js';
import { isRecord } from '../../server/src/yaml/yaml-file.js';
import { cli, folder, liaison, node, write } from '../support/command-line.js';

const root = join(dirname(cli), '..');

async function loadYaml(path: string): Promise<unknown> {
  return load(await readFile(join(root, path), 'utf8'));
}

/** The value at a path of keys; undefined where there is none. */
function valueAt(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => (Array.isArray(inner) ? inner[Number(key)] : isRecord(inner) ? inner[key] : undefined), value);
}

describe('the action for GitHub', () => {
  it('declares every input that it uses', async () => {
    const text = await readFile(join(root, 'action.yml'), 'utf8');
    const inputs = valueAt(await loadYaml('action.yml'), 'inputs');
    const used = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(isRecord(inputs) ? inputs : {}).sort());
  });

  it.skipIf(process.platform === 'win32')('checks each path that it is given, and reads none of them as a command', async () => {
    await write('a folder/draft.md', 'We utilise it.\n');
    await write('$(touch owned).md', 'We utilise it.\n');
    const step = valueAt(await loadYaml('action.yml'), 'runs', 'steps', 1);
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', String(valueAt(step, 'run'))], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${dirname(node)}:${process.env['PATH']}`,
        LIAISON_CLI: cli,
        LIAISON_PATHS: 'a folder\n$(touch owned).md\n',
        LIAISON_FAIL_ON: 'warning',
        LIAISON_CONFIG: '',
        LIAISON_SARIF: 'liaison.sarif',
      },
    });
    expect({ status: ended.status, stderr: ended.stderr, stdout: ended.stdout.split('\n') }).toEqual({
      status: 1,
      stderr: '',
      stdout: [
        '::warning file=$(touch owned).md,line=1,endLine=1,col=4,endColumn=11,title=jargon::“utilise” may lose readers: try “use”.',
        '::warning file=a folder/draft.md,line=1,endLine=1,col=4,endColumn=11,title=jargon::“utilise” may lose readers: try “use”.',
        '',
      ],
    });
    expect(valueAt(JSON.parse(await readFile(join(folder, 'liaison.sarif'), 'utf8')), 'runs', 0, 'results')).toHaveLength(2);
    await expect(readFile(join(folder, 'owned'))).rejects.toThrow('ENOENT');
  });
});

describe('the hook for pre-commit', () => {
  it('takes the files that can be read, and no others', async () => {
    const [pattern = ''] =
      String(valueAt(await loadYaml('.pre-commit-hooks.yaml'), 0, 'files'))
        .match(/\(\?i\)(.*)/)
        ?.slice(1) ?? [];
    const files = new RegExp(pattern, 'i');
    expect(readableExtensions.filter((extension) => !files.test(`draft${extension}`))).toEqual([]);
    expect(pattern).toBe(`\\.(${readableExtensions.map((extension) => extension.slice(1).replaceAll('.', '\\.')).join('|')})$`);
  });
});

describe('the template for GitLab', () => {
  it('runs commands with options that there are', async () => {
    const template = await loadYaml('ci-templates/gitlab.yml');
    for (const job of ['liaison', 'liaison-report']) {
      const script = String(valueAt(template, job, 'script', 0));
      const command = job === 'liaison' ? 'lint' : 'merge';
      expect(script).toContain(`liaison ${command} `);
      const { stdout } = await liaison([command, '--help']);
      const options = [...script.slice(script.indexOf(` ${command} `)).matchAll(/--[\w-]+/g)].map(([option]) => option);
      expect(options.filter((option) => !stdout.includes(`${option} `))).toEqual([]);
    }
  });
});
