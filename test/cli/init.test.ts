import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, liaison, write } from '../support/command-line.js';

const next = `
Next:
  liaison lint              see what the first message still needs
  liaison new announcement  start a message of your own
`;

const listFiles = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();

describe('liaison init', () => {
  it('writes settings, goals, a glossary and a first message, and says how to go on', async () => {
    expect(await liaison(['init'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `Wrote:
  liaison.yml                     who reads your messages, and what is checked
  goals.yml                       the goals that your messages serve
  glossaries/house.yml            your own words, and what to say instead
  announcements/first-message.md  a message with gaps to fill in
${next}`,
    });
    expect(await listFiles()).toEqual(['first-message.md', 'goals.yml', 'house.yml', 'liaison.yml']);
  });

  it('leaves nothing for the checks to mend but the gaps of the first message', async () => {
    await liaison(['init', '--name', 'Acme', '--owner', 'communications@example.org', '--language', 'en-US']);
    const { stdout, code } = await liaison(['lint', '--format', 'json']);
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report.problems).toEqual([]);
    expect(report.summary.errors).toBe(0);
    expect(report.results.map(({ path }: { path: string }) => path)).toEqual(['announcements/first-message.md']);
    expect(report.summary.warnings).toBeGreaterThan(0);
    expect(await liaison(['glossary', 'check', '--fail-on', 'info'])).toEqual({
      code: 0,
      stderr: '',
      stdout: '✓ 1 glossary checked, nothing to mend: glossaries/acme.yml\n',
    });
  });

  it('makes the folder that it is given', async () => {
    const { stdout } = await liaison(['init', 'our messages/it']);
    expect(stdout).toContain('  our messages/it/goals.yml');
    expect(stdout).toContain('\nNext, in our messages/it:\n');
    expect(await readFile(join(folder, 'our messages/it/liaison.yml'), 'utf8')).toContain('language: en-GB ');
  });

  it('changes nothing when everything is there', async () => {
    await liaison(['init', '--name', 'Acme']);
    await write('goals.yml', 'goals: []\r\n');
    expect(await liaison(['init'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `Everything is there already, so nothing was written.
Kept as it was:
  glossaries/acme.yml
  liaison.yml
  goals.yml
  announcements/first-message.md
${next}`,
    });
    expect(await readFile(join(folder, 'goals.yml'), 'utf8')).toBe('goals: []\r\n');
  });

  it('keeps what is there, adds the rest, and says what liaison.yml does not name', async () => {
    await write('liaison.yml', 'audience: everyone\r\n');
    await write('announcements/may.md', 'News.');
    expect(await liaison(['init', '--name', 'Acme'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `Wrote:
  goals.yml            the goals that your messages serve
  glossaries/acme.yml  your own words, and what to say instead
Kept as it was:
  liaison.yml
  announcements/may.md
! Your liaison.yml does not name goals.yml yet: add the line “goals: ./goals.yml”.
! Your liaison.yml does not name glossaries/acme.yml yet: add “./glossaries/acme.yml” to the list under “glossaries:”.
${next}`,
    });
    expect(await readFile(join(folder, 'liaison.yml'), 'utf8')).toBe('audience: everyone\r\n');
  });

  it('names in a new liaison.yml the glossary and the goals that are there', async () => {
    await write('glossaries/ours.yml', 'name: ours\nterms:\n  - { term: leverage, replacements: [use] }\n');
    await write('goals.yml', 'goals:\n  - { id: K7, title: Easy online services }\n');
    expect((await liaison(['init'])).stdout).toBe(`Wrote:
  liaison.yml                     who reads your messages, and what is checked
  announcements/first-message.md  a message with gaps to fill in
Kept as it was:
  glossaries/ours.yml
  goals.yml
${next}`);
    expect(await readFile(join(folder, 'liaison.yml'), 'utf8')).toContain('  - ./glossaries/ours.yml\n');
    expect(await readFile(join(folder, 'announcements/first-message.md'), 'utf8')).toContain('goals: [] # choose from K7 (Easy online services)\n');
    expect((await liaison(['glossary', 'check'])).stdout).toBe('✓ 1 glossary checked, nothing to mend: glossaries/ours.yml\n');
  });

  it('says that messages leave the liaison.yml above', async () => {
    await write('liaison.yml', '');
    expect((await liaison(['init', 'team'])).stdout).toContain(
      '! Messages in here are read by this liaison.yml from now on, and no longer by the one above it, liaison.yml.\n',
    );
  });

  it('writes nothing on a dry run', async () => {
    await write('goals.yml', 'goals: []\n');
    expect((await liaison(['init', '--dry-run'])).stdout).toBe(`Would write:
  liaison.yml                     who reads your messages, and what is checked
  glossaries/house.yml            your own words, and what to say instead
  announcements/first-message.md  a message with gaps to fill in
Would keep as it is:
  goals.yml
`);
    expect(await listFiles()).toEqual(['goals.yml']);
  });

  it('does not write through a link that leads nowhere', async () => {
    await symlink('elsewhere.yml', join(folder, 'goals.yml'));
    expect((await liaison(['init'])).stdout).toContain('Kept as it was:\n  goals.yml\n');
    expect(await listFiles()).not.toContain('elsewhere.yml');
  });

  it.each([
    [['--language', 'de'], '--language takes en, en-GB, en-US or en-AU, not “de”.'],
    [['--name', '…'], '--name takes the short name of your organisation, in letters or digits, not “…”.'],
    [['--name', 'Plain words'], 'A glossary called “plain-words” comes with Liaison. Give another --name, such as your organisation’s.'],
    [['--owner', ' '], '--owner takes a person, a role or an address. Leave it out if nobody is settled yet.'],
    [['a-file'], '“a-file” is a file. Name a folder, or leave it out for this one.'],
    [['a-file/below'], '“a-file/below/announcements/first-message.md” cannot be written: part of its path is a file and no folder.'],
  ])('says what it cannot do: %j', async (args, message) => {
    await write('a-file', '');
    expect(await liaison(['init', ...args])).toEqual({ code: 2, stdout: '', stderr: `liaison: ${message}\n` });
    expect(await listFiles()).toEqual(['a-file']);
  });

  it('says when a file stands where a folder has to be', async () => {
    await write('announcements', 'a file of that name');
    const { code, stderr } = await liaison(['init']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'liaison: “announcements/first-message.md” cannot be written: part of its path is a file and no folder.\n',
    });
  });
});
