import { describe, expect, it } from 'vitest';
import { liaison, write } from '../support/command-line.js';

const check = (...args: readonly string[]) => liaison(['goals', 'check', ...args]);

const whole = 'goals:\n  - { id: G1, title: Easy online services, statement: All is online, owner: Head of IT, measures: [requests online] }\n';

describe('liaison goals check', () => {
  it('checks the goals file of the nearest liaison.yml', async () => {
    await write('liaison.yml', 'goals: ./strategy/goals.yml\n');
    await write('strategy/goals.yml', `${whole}  - { id: G2, titel: Short queues }\n`);
    expect(await check()).toEqual({
      code: 1,
      stderr: '',
      stdout: [
        '  strategy/goals.yml:3:5  error  “title” is missing. Add it.  wrong-shape',
        '  strategy/goals.yml:3:15  error  “titel” is not a key that belongs here. Did you mean “title”?  unknown-key',
        '',
        '! 2 problems in 1 goals file.',
        '',
      ].join('\n'),
    });
  });

  it('says when there is nothing to mend', async () => {
    await write('goals.yml', whole);
    expect(await check('goals.yml')).toEqual({ code: 0, stderr: '', stdout: '✓ 1 goals file checked, nothing to mend: goals.yml\n' });
  });

  it('prints problems as a list for a program, and fails from the severity asked for', async () => {
    await write('goals.yml', `reviewBy: 2020-01-01\n${whole}`);
    const { code, stdout } = await check('--format', 'json', '--fail-on', 'warning', 'goals.yml');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        path: 'goals.yml',
        start: { line: 1, column: 11 },
        severity: 'warning',
        code: 'overdue-review',
        message: 'These goals were to be reviewed by 2020-01-01. Look through them and set a new date.',
      },
    ]);
    expect((await check('--format', 'json', 'goals.yml')).code).toBe(0);
  });

  it.each([
    ['a file that is not there', './goals.yml', '1:8  error  There is no file “./goals.yml”. Check the path, or remove the entry.  missing-file'],
    ['a folder', '.', '1:8  error  There is no file “.”. Check the path, or remove the entry.  missing-file'],
    ['itself', './liaison.yml', '1:8  error  “./liaison.yml” is this file itself. Name the file that lists your goals, as in “./goals.yml”.  wrong-file'],
  ])('tells of a liaison.yml that names %s for its goals', async (_what, name, problem) => {
    await write('liaison.yml', `goals: ${name}\n`);
    expect(await check()).toEqual({ code: 1, stderr: '', stdout: `  liaison.yml:${problem}\n\n! 1 problem in 1 goals file.\n` });
  });

  it('says what it needs', async () => {
    expect(await check()).toEqual({
      code: 2,
      stdout: '',
      stderr: 'liaison: No liaison.yml from here up names a goals file. Name the file to check, as in liaison goals check goals.yml.\n',
    });
    expect((await check('none.yml')).stderr).toBe('liaison: There is no file or folder “none.yml”.\n');
    expect((await check('--format', 'xml')).stderr).toBe('liaison: --format takes pretty or json, not “xml”.\n');
  });
});
