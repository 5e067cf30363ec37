import { describe, expect, it } from 'vitest';
import { liaison, write } from '../support/command-line.js';

const goals = `goals:
  - { id: G1, title: Easy online services, statement: Nine in ten requests start and finish online., keywords: [online] }
  - { id: G2, title: Safe and steady systems, keywords: [password, outage] }
  - { id: G3, title: Paper-free meetings, status: retired }
`;

async function writeOrganisation(): Promise<void> {
  await write('liaison.yml', 'goals: ./goals.yml\n');
  await write('goals.yml', goals);
}

describe('liaison goals match', () => {
  it('names the goal of a message, why, and the sentence that shows it', async () => {
    await writeOrganisation();
    await write('draft.md', '# Parking\n\nThe barrier is new.\n\nOur easy services: renew your *permit*\nonline at `My Acme`.\n');
    const { code, stdout, stderr } = await liaison(['goals', 'match', 'draft.md']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/\d+%/, 'N%')).toBe(
      'G1  Easy online services  N%\n  shared words: online, easy, services\n  line 5: Our easy services: renew your permit online at My Acme.\n',
    );
  });

  it('prints JSON, from standard input', async () => {
    await writeOrganisation();
    const { code, stdout } = await liaison(['goals', 'match', '--format', 'json', '-'], 'You can now renew your permit online with our easy services.\n');
    const { version, matches } = JSON.parse(stdout);
    expect([code, version, matches.length]).toEqual([0, 1, 1]);
    expect(Object.keys(matches[0])).toEqual(['goal', 'score', 'evidence']);
    expect([matches[0].goal, matches[0].evidence]).toEqual(['G1', 'You can now renew your permit online with our easy services.']);
    expect(matches[0].score).toBeGreaterThanOrEqual(0.5);
  });

  it('lists nothing when the text serves none', async () => {
    await writeOrganisation();
    const text = 'The canteen serves soup on Friday.\n';
    expect((await liaison(['goals', 'match', '--format', 'json'], text)).stdout).toBe('{\n  "version": 1,\n  "matches": []\n}\n');
    const { code, stdout } = await liaison(['goals', 'match'], text);
    expect([code, stdout]).toEqual([0, 'This text shows none of your 2 goals. Say which one it serves, in the words of the goal.\n']);
  });

  it('leaves out goals that do not count today', async () => {
    await writeOrganisation();
    const { stdout } = await liaison(['goals', 'match', '--format', 'json'], 'From May our meetings are paper-free meetings.\n');
    expect(JSON.parse(stdout).matches).toEqual([]);
  });

  it('takes the goals of another config', async () => {
    await write('acme/liaison.yml', 'goals: ./goals.yml\n');
    await write('acme/goals.yml', goals);
    const { stdout } = await liaison(['goals', 'match', '--config', 'acme/liaison.yml', '--format', 'json'], 'Renew online: easy services.\n');
    expect(JSON.parse(stdout).matches[0].goal).toBe('G1');
  });

  it.each([
    ['no config', {}, 'There are no goals to match with: no liaison.yml was found. Write one with “goals: ./goals.yml”, or name yours with --config.'],
    [
      'a config without goals',
      { 'liaison.yml': 'language: en-GB\n' },
      'There are no goals to match with: liaison.yml names no goals file that can be read. Add “goals: ./goals.yml” to it.',
    ],
    [
      'an empty list',
      { 'liaison.yml': 'goals: ./goals.yml\n', 'goals.yml': 'goals: []\n' },
      'There are no goals to match with: “goals.yml” lists none. Add one with an id and a title.',
    ],
    [
      'goals that are over',
      { 'liaison.yml': 'goals: ./goals.yml\n', 'goals.yml': 'goals:\n  - { id: G1, title: Old, until: 2020-01-01 }\n' },
      'There are no goals to match with: none in “goals.yml” counts today. Check “status”, “from” and “until”.',
    ],
  ])('ends with 2 for %s', async (_, files, message) => {
    for (const [path, text] of Object.entries(files)) await write(path, text);
    const { code, stdout, stderr } = await liaison(['goals', 'match'], 'Renew online.\n');
    expect([code, stdout, stderr]).toEqual([2, '', `liaison: ${message}\n`]);
  });

  it('ends with 2 for a file that is not there, one it cannot read, and a format it does not have', async () => {
    await writeOrganisation();
    expect((await liaison(['goals', 'match', 'none.md'])).stderr).toBe('liaison: There is no file “none.md”.\n');
    await write('deck.xyz', 'Renew online.\n');
    expect((await liaison(['goals', 'match', 'deck.xyz'])).stderr).toMatch(/^liaison: “deck.xyz” cannot be read: only .* files can be read\.\n$/);
    expect(await liaison(['goals', 'match', '--format', 'csv'], 'x')).toMatchObject({
      code: 2,
      stderr: 'liaison: --format takes pretty or json, not “csv”.\n',
    });
  });
});
