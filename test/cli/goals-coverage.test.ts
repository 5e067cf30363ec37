import { beforeEach, describe, expect, it } from 'vitest';
import { liaison, write } from '../support/command-line.js';

const coverage = (...args: readonly string[]) => liaison(['goals', 'coverage', ...args]);

beforeEach(async () => {
  await write(
    'liaison.yml',
    [
      'goals: ./goals.yml',
      'cadence: { perWeek: 3, audiences: { executives: 1 } }',
      'audiences: { executives: {} }',
      'messages:',
      '  - { files: "news/**", kind: announcement }',
      '  - { files: "status/**", kind: status, audience: executives, goals: [G2] }',
      '',
    ].join('\n'),
  );
  await write(
    'goals.yml',
    [
      'goals:',
      '  - { id: G1, title: Easy online services }',
      '  - { id: G2, title: Fewer systems }',
      '  - { id: G3, title: Short queues, owner: Head of Services }',
      '  - { id: G4, title: Less paper, until: 2019-12-31, status: achieved }',
      '',
    ].join('\n'),
  );
  await write('news/portal.md', '---\ngoals: [G1]\ndate: 2020-01-09\n---\nIt opens.\n');
  await write('news/2020-03-02-forms.md', '---\ngoals: [G1, G4]\n---\nIt opens.\n');
  await write('news/fair.md', 'It opens.\n');
  await write('status/one.md', '---\ndate: 2020-03-02\n---\nAll is well.\n');
  await write('status/two.md', '---\ndate: 8 March 2020\n---\nAll is well.\n');
  await write('docs/page.md', 'A page.\n');
});

describe('liaison goals coverage', () => {
  it('shows goals by month, what needs somebody, and what to do next', async () => {
    expect(await coverage()).toEqual({
      code: 0,
      stderr: '',
      stdout: `                            2020
                             Jan  Feb  Mar    all
  G1  Easy online services     1    ·    1      2
  G2  Fewer systems            ·    ·    2      2
  G3  Short queues             ·    ·    ·      0
  G4  Less paper (achieved)    ·    ·    1      1
      serving no goal          ·    ·    ·      1 (1 undated)
      all messages             1    ·    3      5 (1 undated)
      tied to a goal        100%      100%    80%

Goals nobody talks about
  G3  Short queues · Head of Services

Messages that serve no goal
  news/fair.md

Goals named outside their dates
  G4 ended on 2019-12-31
    news/2020-03-02-forms.md

Messages a week
  everyone: 1 in the busiest week, from 6 Jan 2020; the limit is 3, never over it
  executives: 2 in the busiest week, from 2 Mar 2020; the limit is 1, over it in 1 week

Weeks over the limit
  2020-W10 from 2 Mar 2020, executives: 2, and the limit is 1
    status/one.md
    status/two.md

Messages without a date, in no month or week
  news/fair.md

5 messages, 4 tied to a goal (80%). 1 page left out.
Next: write about G3 (Short queues), or retire it.
`,
    });
  });

  it('gives a program the same', async () => {
    const { stdout, stderr, code } = await coverage('--format', 'json', 'news', 'docs');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      organisations: [
        {
          config: 'liaison.yml',
          goalsFile: 'goals.yml',
          messages: 3,
          pages: 1,
          tied: 2,
          share: 0.67,
          goals: [
            {
              id: 'G1',
              title: 'Easy online services',
              status: 'active',
              messages: 2,
              byMonth: { '2020-01': 1, '2020-03': 1 },
              last: '2020-03-02',
              silent: false,
              paths: ['news/2020-03-02-forms.md', 'news/portal.md'],
            },
            { id: 'G2', title: 'Fewer systems', status: 'active', messages: 0, byMonth: {}, last: null, silent: true, paths: [] },
            { id: 'G3', title: 'Short queues', status: 'active', messages: 0, byMonth: {}, last: null, silent: true, paths: [] },
            {
              id: 'G4',
              title: 'Less paper',
              status: 'achieved',
              messages: 1,
              byMonth: { '2020-03': 1 },
              last: '2020-03-02',
              silent: false,
              paths: ['news/2020-03-02-forms.md'],
            },
          ],
          months: [
            { month: '2020-01', messages: 1, tied: 1, share: 1 },
            { month: '2020-03', messages: 1, tied: 1, share: 1 },
          ],
          untied: ['news/fair.md'],
          unknown: [],
          outdated: [{ goal: 'G4', reason: 'ended on 2019-12-31', paths: ['news/2020-03-02-forms.md'] }],
          undated: ['news/fair.md'],
          weeks: [
            { audience: 'everyone', week: '2020-W02', monday: '2020-01-06', messages: 1, limit: 3, overLimit: false, paths: ['news/portal.md'] },
            { audience: 'everyone', week: '2020-W10', monday: '2020-03-02', messages: 1, limit: 3, overLimit: false, paths: ['news/2020-03-02-forms.md'] },
          ],
        },
      ],
    });
  });

  it('says how a page becomes a message', async () => {
    expect((await coverage('docs')).stdout).toBe(
      'No messages here. 1 page left out. Give messages a kind, in their front matter or by folder under “messages” of liaison.yml.\n',
    );
  });

  it('asks for goals where there are none', async () => {
    await write('liaison.yml', 'messages: [{ files: "news/**", kind: announcement }]\n');
    const { stdout } = await coverage('news');
    expect(stdout).toContain('\n  everyone: 1 in the busiest week, from 6 Jan 2020; no limit: “cadence” in liaison.yml sets one\n');
    expect(stdout).toContain('\nNext: write your goals into a goals.yml, and name it in liaison.yml as “goals: ./goals.yml”.\n');
  });

  it('tells of a goal that does not exist before all else', async () => {
    await write('news/fair.md', '---\ngoals: [G9]\n---\nIt opens.\n');
    const { stdout } = await coverage();
    expect(stdout).toContain('\nGoals that do not exist\n  G9 is not in the goals file\n    news/fair.md\n');
    expect(stdout).toContain('\nNext: mend the goal “G9” in news/fair.md, which is not in the goals file.\n');
  });

  it('tells of limits that cannot be read', async () => {
    await write('liaison.yml', 'cadence: { everyone: 2 }\n');
    expect((await coverage()).stderr).toBe(
      'liaison: liaison.yml:1:12  error  “everyone” is not a key that belongs here. The limit of an audience stands one level down: write “audiences: { everyone: 2 }”.  unknown-key\n',
    );
  });

  it('keeps organisations apart', async () => {
    await write('other/liaison.yml', 'messages: [{ files: "**", kind: announcement }]\n');
    await write('other/a.md', '---\ngoals: [G1]\n---\nIt opens.\n');
    const { organisations } = JSON.parse((await coverage('--format', 'json')).stdout);
    expect(organisations.map(({ config, messages }: { config: string; messages: number }) => [config, messages])).toEqual([
      ['liaison.yml', 5],
      ['other/liaison.yml', 1],
    ]);
    expect((await coverage()).stdout).toMatch(/^liaison\.yml\n\n[\s\S]*\nother\/liaison\.yml\n\n/);
  });

  it('makes nothing of an empty folder', async () => {
    await write('empty/notes.csv', '');
    expect((await coverage('empty')).stdout).toBe('No messages here.\n');
    expect(JSON.parse((await coverage('empty', '--format', 'json')).stdout)).toEqual({ version: 1, organisations: [] });
  });
});
