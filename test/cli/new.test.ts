import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder, liaison, write } from '../support/command-line.js';

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

beforeEach(async () => {
  await write(
    'liaison.yml',
    `goals: ./goals.yml
audiences: { managers: {} }
messages:
  - { files: "announcements/**", kind: announcement }
  - { files: "status/**", kind: status, audience: managers, goals: [G2] }
`,
  );
  await write('goals.yml', 'goals:\n  - { id: G1, title: Easy online services }\n  - { id: G2, title: Safe systems }\n');
});

describe('liaison new', () => {
  it('writes a draft where its kind lives, and says what to fill in', async () => {
    const args = ['new', 'announcement', '--goal', 'G1', '--audience', 'managers', '--date', '2026-06-05', '--subject', 'Book leave online: from 1 July'];
    expect(await liaison(args)).toEqual({
      code: 0,
      stderr: '',
      stdout: `Wrote announcements/2026-06-05-book-leave-online-from-1-july.md

Fill in what stands in square brackets:
  line 12  [day, date and time] [can do something new, or do it in a new way]
  line 14  [What you do, and by when. If it is nothing, say so]
  line 16  [How it makes your day easier, in a sentence]
  line 18  [A course, a guide, or somebody who sits with you]
  line 20  [who] [number] [address]

Then check it: liaison lint announcements/2026-06-05-book-leave-online-from-1-july.md
`,
    });
    expect(await read('announcements/2026-06-05-book-leave-online-from-1-july.md')).toBe(`---
kind: announcement
audience: managers
goals: [G1]
intent: inform
subject: "Book leave online: from 1 July"
date: 2026-06-05
---

# Book leave online: from 1 July

**What changes:** From [day, date and time] you [can do something new, or do it in a new way].

**What to do:** [What you do, and by when. If it is nothing, say so].

**Why:** This is a step towards our goal “Easy online services”. [How it makes your day easier, in a sentence].

**Help you get:** [A course, a guide, or somebody who sits with you].

**Questions?** Ask [who], on [number] or at [address].
`);
  });

  it('prints the draft and writes nothing with --stdout', async () => {
    const { stdout, stderr, code } = await liaison(['new', 'status', '--stdout', '--date', '2026-06-05']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^---\nkind: status\naudience: managers\ngoals: \[G2\]\n/);
    await expect(read('status/2026-06-05-status.md')).rejects.toThrow('ENOENT');
  });

  it('dates a draft today', async () => {
    expect((await liaison(['new', 'status'])).stdout).toMatch(/^Wrote status\/\d{4}-\d\d-\d\d-status\.md\n/);
  });

  it('writes the file that it is told to, with the folders above it', async () => {
    expect((await liaison(['new', 'deck', 'talks/may/kick-off.md'])).stdout).toMatch(/^Wrote talks\/may\/kick-off\.md\n/);
    expect(await read('talks/may/kick-off.md')).toContain('kind: deck\n');
  });

  it('writes into the folder that it is told to', async () => {
    await mkdir(join(folder, 'talks'));
    expect((await liaison(['new', 'deck', 'talks', '--date', '2026-06-05'])).stdout).toMatch(/^Wrote talks\/2026-06-05-deck\.md\n/);
    expect((await liaison(['new', 'deck', 'more/', '--date', '2026-06-05'])).stdout).toMatch(/^Wrote more\/2026-06-05-deck\.md\n/);
  });

  it('asks for the goal where none is settled', async () => {
    const { stdout } = await liaison(['new', 'announcement', 'a b.md']);
    expect(stdout).toContain('\n\nName the goal that it serves at the top, as in “goals: [G1]”.\n\nThen check it: liaison lint "a b.md"\n');
    expect(await read('a b.md')).toContain('\ngoals: [] # choose from G1 (Easy online services), G2 (Safe systems)\n');
  });

  it('keeps a file that is there', async () => {
    await write('status/2026-06-05-status.md', 'Mine.');
    expect(await liaison(['new', 'status', '--date', '2026-06-05'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'liaison: “status/2026-06-05-status.md” is already there and stays as it is. To write a new one, name a file, as in “liaison new status second-message.md”, or give another --subject.\n',
    });
    expect((await liaison(['new', 'status', 'status/2026-06-05-status.md'])).stderr).toBe(
      'liaison: “status/2026-06-05-status.md” is already there and stays as it is. To write a new one, choose another name.\n',
    );
    expect(await read('status/2026-06-05-status.md')).toBe('Mine.');
  });

  it.each([
    [['announcment'], 'There is no template for “announcment”. Did you mean “announcement”?'],
    [['page'], 'There is no template for “page”. Choose announcement, status, deck or strategy.'],
    [['deck', '--audience', 'manager'], 'There is no audience “manager”. Did you mean “managers”?'],
    [['deck', '--audience', 'board'], 'There is no audience “board”. Known: everyone, managers.'],
    [['deck', '--goal', 'g1'], 'There is no goal “g1”. Did you mean G1 (Easy online services)?'],
    [['deck', '--goal', 'online'], 'There is no goal “online”. The goals are G1 (Easy online services), G2 (Safe systems).'],
    [['deck', '--date', 'tomorrow'], '--date takes a day of the calendar, as in 2027-06-30, not “tomorrow”.'],
    [['deck', '--date', '2026-02-30'], '--date takes a day of the calendar, as in 2027-06-30, not “2026-02-30”.'],
    [['deck', 'kick-off.pptx'], 'Drafts are written as Markdown, so “kick-off.pptx” has to end in .md, as in “kick-off.md”.'],
    [['deck', 'liaison.yml/x.md'], '“liaison.yml/x.md” cannot be written: part of its path is a file and no folder.'],
  ])('says what it cannot do: %j', async (args, message) => {
    expect(await liaison(['new', ...args])).toEqual({ code: 2, stdout: '', stderr: `liaison: ${message}\n` });
  });

  it('says first what is wrong in liaison.yml', async () => {
    await write('liaison.yml', 'audiences: { managers: { readingAge: old } }\n');
    const { stderr, code } = await liaison(['new', 'deck', '--audience', 'managers']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^liaison: liaison\.yml:1: .*\nliaison: There is no audience “managers”\. Known: everyone\.\n$/);
  });

  it('says where goals come from when there are none', async () => {
    await write('liaison.yml', '');
    expect((await liaison(['new', 'deck', '--goal', 'G1'])).stderr).toBe(
      'liaison: Nothing says what goal “G1” is: no liaison.yml from here up names a goals file. “liaison init” writes both.\n',
    );
  });
});
