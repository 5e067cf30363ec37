import { describe, expect, it } from 'vitest';
import { parseGoals } from '../../server/src/goals/parse.js';
import { lintResult, lintWith, listSuggestions, markFindings } from '../support/lint-text.js';
import { loadOrganisation } from '../support/organisation.js';

/** The problems of a goals file: `line:column severity code: message`. */
const listProblems = (text: string): readonly string[] =>
  parseGoals('goals.yml', text).problems.map(({ start, severity, code, message }) => `${start.line}:${start.column} ${severity} ${code}: ${message}`);

describe('a goals file', () => {
  it('is read as the product page writes it', () => {
    const { goals, problems } = parseGoals(
      'goals.yml',
      `vision: By 2028 anyone can get help from us in one visit.
reviewBy: 2027-03-31
goals:
  - id: G1
    title: Easy online services
    statement: By 2028 nine in ten requests start and finish online.
    owner: Director of Customer Services
    from: 2025-04-01
    until: 2028-03-31
    status: active
    keywords: [online, self-service]
    measures: [share of requests finished online]
`,
    );
    expect(problems).toEqual([]);
    expect(goals).toEqual({
      path: 'goals.yml',
      vision: 'By 2028 anyone can get help from us in one visit.',
      reviewBy: '2027-03-31',
      goals: [
        {
          id: 'G1',
          title: 'Easy online services',
          statement: 'By 2028 nine in ten requests start and finish online.',
          owner: 'Director of Customer Services',
          from: '2025-04-01',
          until: '2028-03-31',
          status: 'active',
          keywords: ['online', 'self-service'],
          measures: ['share of requests finished online'],
        },
      ],
    });
  });

  it('may number its goals', () => {
    expect(parseGoals('goals.yml', 'goals: [{ id: 1, title: One }]').goals.goals[0]?.id).toBe('1');
  });

  it.each([
    ['a goal without a title', 'goals:\n  - id: G1', ['2:5 error wrong-shape: “title” is missing. Add it.']],
    [
      'two goals of one id',
      'goals:\n  - { id: G1, title: One }\n  - { id: G1, title: Two }',
      ['3:11 error duplicate-goal: Another goal is already called “G1”. Give this one its own id.'],
    ],
    [
      'crossed dates',
      'goals:\n  - { id: G1, title: One, from: 2026-02-01, until: 2026-01-01 }',
      ['2:52 warning dates-crossed: “G1” ends before it begins. Check “from” and “until”.'],
    ],
    ['a date in words', 'goals:\n  - { id: G1, title: One, from: spring }', ['2:33 error wrong-shape: “from” is not right: write a date as 2027-06-30.']],
  ])('with %s is told so at its place', (_what, text, problems) => {
    expect(listProblems(text)).toEqual(problems);
  });

  it('keeps its good goals beside the bad ones', () => {
    expect(parseGoals('goals.yml', 'goals: [{ id: G1, title: One }, { title: Two }, 3, { id: G4, title: Four }]').goals.goals.map(({ id }) => id)).toEqual([
      'G1',
      'G4',
    ]);
  });

  it('keeps its goals beside a header that is wrong', () => {
    expect(parseGoals('goals.yml', 'mission: none\ngoals: [{ id: G1, title: One }]').goals.goals).toHaveLength(1);
  });
});

describe('the goals of a message', () => {
  const about = (goals: string, more = ''): string => `---\ngoals: ${goals}\n${more}---\n\nThe portal opens on Monday.`;

  it('are named at the start of the message when it has none', () => {
    expect(lintWith('goal-missing', 'The portal opens.')[0]?.message).toBe(
      'This message names no goal that it serves: add “goals:” at the top, such as G1 (Easy online services), G4 (Safe streets at night).',
    );
  });

  it.each([
    ['a message without front matter', 'The portal opens.', '---\ngoals: [G1]\n---\n\nThe portal opens.'],
    ['a message with front matter', '---\nkind: status\n---\n\nThe portal opens.', '---\nkind: status\ngoals: [G1]\n---\n\nThe portal opens.'],
    ['a message with Windows line ends', '---\r\nkind: status\r\n---\r\nIt opens.', '---\r\nkind: status\r\ngoals: [G1]\r\n---\r\nIt opens.'],
    ['a message with a byte order mark', '\uFEFFIt opens.', '\uFEFF---\ngoals: [G1]\n---\n\nIt opens.'],
    ['a message with dashes below', '---\nkind: status\n---\n\nIt opens.\n\n---\n', '---\nkind: status\ngoals: [G1]\n---\n\nIt opens.\n\n---\n'],
  ])('are written into %s', (_where, text, written) => {
    const edit = lintWith('goal-missing', text)[0]?.suggestions[0]?.edits[0];
    expect(text.slice(0, edit?.start) + edit?.text + text.slice(edit?.end)).toBe(written);
  });

  it('are offered when they count today', async () => {
    const organisation = await loadOrganisation({
      'liaison.yml': 'goals: goals.yml\nmessages: [{ files: "**", kind: announcement }]',
      'goals.yml':
        'goals: [{ id: A, title: Now }, { id: B, title: Later, from: 2026-06-02 }, { id: C, title: Over, until: 2026-05-31 }, { id: D, title: Done, status: achieved }, { id: E, title: Today, from: 2026-06-01, until: 2026-06-01 }]',
    });
    expect(listSuggestions('goal-missing', 'It opens.', { organisation })).toEqual(['Tie it to A, Now (review)', 'Tie it to E, Today (review)']);
  });

  it('may be those of the folder', async () => {
    const organisation = await loadOrganisation({
      'liaison.yml': 'goals: goals.yml\nmessages: [{ files: "**", kind: announcement, goals: [G1] }]',
      'goals.yml': 'goals: [{ id: G1, title: One }]',
    });
    expect(lintWith('goal-missing', 'It opens.', { organisation })).toEqual([]);
  });

  it('are guessed when misspelt', () => {
    expect(markFindings('goal-unknown', about('[G1, ‹G11›]'))).toBe(about('[G1, ‹G11›]'));
    expect(lintWith('goal-unknown', about('[G11]'))[0]?.message).toBe('There is no goal “G11”: did you mean “G1”?');
    expect(lintWith('goal-unknown', about('[strategy]'))[0]?.message).toBe('There is no goal “strategy”: the goals are G1, G2, G3, G4.');
  });

  it.each([
    ['retired', 'G2', 'The goal “G2” is retired: choose one that counts today.'],
    ['over', 'G3', 'The goal “G3” ended on 2024-12-31: choose one that counts today.'],
  ])('are reported when they are %s', (_what, goal, message) => {
    expect(lintWith('goal-inactive', about(`[${goal}]`)).map((finding) => finding.message)).toEqual([message]);
  });

  it('are judged by the date of the message', () => {
    expect(lintWith('goal-inactive', about('[G3]', 'date: 2024-12-31\n'))).toEqual([]);
    expect(lintWith('goal-inactive', about('[G3]', 'date: 2022-12-31\n'))[0]?.message).toBe(
      'The goal “G3” only begins on 2023-01-01: choose one that counts today.',
    );
  });

  it('are a part of the check-up', () => {
    const part = (text: string) => lintResult(text).checkup.find((candidate) => candidate.part === 'goal');
    expect(part('It opens.')).toMatchObject({ part: 'goal', met: false, suggestions: [{ title: 'Tie it to G1, Easy online services' }, {}] });
    expect(part(about('[G9]'))).toEqual({ part: 'goal', met: false });
    expect(part(about('[G1]'))).toEqual({ part: 'goal', met: true, evidence: { start: 12, end: 14 } });
  });

  it('are not asked of a page', () => {
    expect(lintWith('goal-missing', 'It opens.', { path: 'pages/a.md' })).toEqual([]);
  });
});
