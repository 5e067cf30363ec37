import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, liaison, write } from '../support/command-line.js';

async function listRead(...args: string[]): Promise<string[]> {
  const { stdout, stderr, code } = await liaison(['lint', '--format', 'json', ...args]);
  if (code === 2) throw new Error(stderr);
  return JSON.parse(stdout).results.map(({ path }: { path: string }) => path);
}

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
}

describe('which files are read', () => {
  it('are those of a folder in the order of their paths, each once, however often it is named', async () => {
    for (const name of ['a/b.md', 'a.md', 'a-b/c.md', 'z.md', 'a/notes.rst', 'node_modules/x.md', '.git/x.md']) await write(name, 'All is well.\n');
    expect(await listRead()).toEqual(['a-b/c.md', 'a.md', 'a/b.md', 'z.md']);
    expect(await listRead('z.md', 'a', 'a-b', './a/b.md', 'a/../z.md')).toEqual(['a-b/c.md', 'a/b.md', 'z.md']);
  });

  it('leave out what git ignores, in a repository, unless it is named', async () => {
    git('init', '-q');
    await write('.gitignore', 'drafts/\n*.tmp.md\n!keep.tmp.md\n');
    await write('news/.gitignore', '/old.md\n');
    for (const name of ['drafts/a.md', 'b.tmp.md', 'keep.tmp.md', 'news/old.md', 'news/new.md', 'old.md']) await write(name, 'All is well.\n');
    expect(await listRead()).toEqual(['keep.tmp.md', 'news/new.md', 'old.md']);
    expect(await listRead('news', 'drafts/a.md')).toEqual(['drafts/a.md', 'news/new.md']);
  });

  it('survive links that lead in a circle', async () => {
    await write('a/b.md', 'All is well.\n');
    await symlink('..', join(folder, 'a', 'loop'));
    await symlink('b.md', join(folder, 'a', 'c.md'));
    await symlink('nowhere.md', join(folder, 'a', 'd.md'));
    expect(await listRead()).toEqual(['a/b.md', 'a/c.md']);
  });

  it('may stand in a list', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) await write(name, 'All is well.\n');
    await write('list.txt', '# of this week\nc.md\r\n\n  a.md\n');
    expect(await listRead('--file-list', 'list.txt')).toEqual(['a.md', 'c.md']);
    const { stdout } = await liaison(['lint', '--format', 'json', '--file-list', '-'], 'b.md\0');
    expect(JSON.parse(stdout).results).toMatchObject([{ path: 'b.md' }]);
    expect(await liaison(['lint', '--file-list', 'none.txt'])).toEqual({ code: 2, stdout: '', stderr: 'liaison: There is no file list “none.txt”.\n' });
  });

  it('may be those that git says have changed', async () => {
    git('init', '-q');
    for (const name of ['same.md', 'changed.md', 'gone.md']) await write(name, 'All is well.\n');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    await write('changed.md', 'All is better.\n');
    await write('new.md', 'All is new.\n');
    git('rm', '-q', 'gone.md');
    expect(await listRead('--changed')).toEqual(['changed.md', 'new.md']);
    git('add', '.');
    git('commit', '-q', '-m', 'second');
    expect(await listRead('--changed')).toEqual([]);
    expect(await listRead('--changed', 'HEAD~1')).toEqual(['changed.md', 'new.md']);
    expect(await liaison(['lint', '--changed', 'nobody'])).toEqual({ code: 2, stdout: '', stderr: 'liaison: git knows no commit “nobody”.\n' });
  });

  it('need a repository to have changed', async () => {
    await write('a.md', 'All is well.\n');
    expect(await liaison(['lint', '--changed'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'liaison: --changed needs a git repository, and this folder is in none.\n',
    });
  });

  it('are dealt out to shards, each to one', async () => {
    for (const name of ['a.md', 'b.md', 'c.md', 'd.md', 'e.md']) await write(name, 'All is well.\n');
    const shards = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => listRead('--shard', shard)));
    expect(shards).toEqual([['a.md', 'd.md'], ['b.md', 'e.md'], ['c.md']]);
    for (const shard of ['0/3', '4/3', '3', 'a/b'])
      expect((await liaison(['lint', '--shard', shard])).stderr).toBe(`liaison: --shard takes a part and how many there are, as in 2/5, not “${shard}”.\n`);
  });

  it('may be none', async () => {
    await mkdir(join(folder, 'empty'));
    expect((await liaison(['lint', 'empty'])).stdout).toBe('✓ No messages here.\n');
  });
});
