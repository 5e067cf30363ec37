import { describe, expect, it } from 'vitest';
import { checkGoals } from '../../server/src/goals/check.js';
import { parseGoals } from '../../server/src/goals/parse.js';
import { today } from '../support/organisation.js';

/** The problems of a goals file: `line:column severity code: message`. */
function check(text: string): readonly string[] {
  return checkGoals(parseGoals('goals.yml', text), today).map(
    ({ start, severity, code, message }) => `${start.line}:${start.column} ${severity} ${code}: ${message}`,
  );
}

/** The same for a list of goals that have all a goal needs. */
function checkList(...goals: readonly string[]): readonly string[] {
  return check(`goals:\n${goals.map((goal) => `  - { ${goal}, owner: Head of IT, measures: [requests online] }\n`).join('')}`).filter(
    (line) => !line.includes(' incomplete-goal: '),
  );
}

const idsOf = (text: string): readonly string[] => parseGoals('goals.yml', text).goals.goals.map(({ id }) => id);

describe('the check of a goals file', () => {
  it('has nothing to say about one that is whole', () => {
    expect(
      check(`vision: Help in one visit.
reviewBy: 2027-03-31
goals:
  - id: G1
    title: Easy online services
    statement: By 2028 nine in ten requests start and finish online.
    owner: Director of Customer Services
    from: 2025-04-01
    until: 2028-03-31
    measures: [share of requests finished online]
`),
    ).toEqual([]);
  });

  it.each([
    [
      'a review that is overdue',
      'reviewBy: 2026-05-31\ngoals:\n  - { id: G1, title: A, status: retired }',
      ['1:11 warning overdue-review: These goals were to be reviewed by 2026-05-31. Look through them and set a new date.'],
    ],
    [
      'a goal that nobody can follow',
      'goals:\n  - { id: G1, title: A }',
      [
        '2:5 info incomplete-goal: “G1” has no “owner”, no “statement” and no “measures”. Add them to say who answers for it, what will be true by when and how progress is seen.',
      ],
    ],
    [
      'a goal without an owner',
      'goals:\n  - { id: G1, title: A, statement: B, measures: [C] }',
      ['2:5 info incomplete-goal: “G1” has no “owner”. Add it to say who answers for it.'],
    ],
    [
      'a goal without measures',
      'goals:\n  - { id: G1, title: A, statement: B, owner: C }',
      ['2:5 info incomplete-goal: “G1” has no “measures”. Add them to say how progress is seen.'],
    ],
    ['a list without goals', 'goals: []', ['1:8 warning no-goals: This file lists no goal yet. Write one as “- id: G1”, with its title below.']],
  ])('tells of %s', (_what, text, problems) => {
    expect(check(text)).toEqual(problems);
  });

  it('tells of an active goal that is over, and not of one that was achieved', () => {
    expect(
      checkList('id: G1, title: A, until: 2026-05-31', 'id: G2, title: B, until: 2026-06-01', 'id: G3, title: C, until: 2026-05-31, status: achieved'),
    ).toEqual(['2:32 warning goal-over: “G1” ended on 2026-05-31 and is still active. Set its status to achieved or retired, or give it a new date.']);
  });

  it('asks nothing of a goal that is retired', () => {
    expect(check('goals:\n  - { id: G1, title: A, status: retired }')).toEqual([]);
  });
});

describe('an id', () => {
  it.each(['G1', '2.1', 'digital-1', 'IT/3', 'été', '7'])('may be %s', (id) => {
    expect(checkList(`id: "${id}", title: A`)).toEqual([]);
  });

  it.each(['G 1', 'G1,G2', '[G1]', '#1', 'G:1', 'G1.\\n', '__proto__'])('that is %j is awkward', (id) => {
    expect(checkList(`id: "${id}", title: A`).map((line) => line.split(': ')[0])).toEqual(id === 'G1.\\n' ? [] : ['2:11 warning odd-id']);
  });

  it('may be the name of what objects have', () => {
    expect(idsOf('goals:\n  - { id: constructor, title: A }\n  - { id: __proto__, title: B }')).toEqual(['constructor', '__proto__']);
  });

  it('differs from another in more than capitals', () => {
    expect(checkList('id: G1, title: A', 'id: g1, title: B')).toEqual([
      '3:11 warning similar-id: “g1” differs from “G1” in its capitals only. Give it another id.',
    ]);
  });

  it('that is a number with a fraction loses its noughts', () => {
    expect(checkList('id: 1.10, title: A')).toEqual([
      '2:11 warning number-id: “1.1” is read as a number, so a nought at its end is lost. Put the id in quotation marks.',
    ]);
  });
});

describe('two goals', () => {
  it.each([
    ['the same words in another order', 'Easy online services', 'Easy services online'],
    ['other forms of the words', 'Anyone can book each of our services online', 'Anyone books each service online'],
  ])('in %s are alike', (_what, one, other) => {
    expect(checkList(`id: G1, title: ${one}`, `id: G2, title: ${other}`)).toEqual([
      `3:22 warning near-duplicate: “G2” is worded much like “G1” (${one}). Merge the two, or say what sets them apart.`,
    ]);
  });

  it('with one statement are alike whatever their titles', () => {
    const statement = 'By 2028 nine in ten requests start and finish online';
    expect(checkList(`id: G1, title: A, statement: ${statement}`, `id: G2, title: B, statement: ${statement}`)).toEqual([
      '3:36 warning near-duplicate: “G2” is worded much like “G1” (A). Merge the two, or say what sets them apart.',
    ]);
  });

  it.each([
    ['about two things', 'title: Easy online services', 'title: Easy online payments'],
    ['of two years', 'title: Easy online services, until: 2026-12-31', 'title: Easy online services, from: 2027-01-01'],
    ['of which one is retired', 'title: Easy online services, status: retired', 'title: Easy online services'],
    ['under one theme', 'title: Health', 'title: Health'],
  ])('%s are two', (_what, one, other) => {
    expect(checkList(`id: G1, ${one}`, `id: G2, ${other}`)).toEqual([]);
  });
});

describe('a slip in a goals file', () => {
  it.each([
    [
      'a key that is misspelt',
      'goals:\n  - { id: G1, title: A, untill: 2026-01-01 }',
      '2:25 error unknown-key: “untill” is not a key that belongs here. Did you mean “until”?',
    ],
    [
      'a key of nobody',
      'goals:\n  - { id: G1, title: A, colour: red }',
      '2:25 error unknown-key: “colour” is not a key that belongs here. Known keys: id, title, statement, owner, from, until, status, keywords, measures.',
    ],
    [
      'a key above the goals',
      'visoin: A\ngoals:\n  - { id: G1, title: A }',
      '1:1 error unknown-key: “visoin” is not a key that belongs here. Did you mean “vision”?',
    ],
    [
      'a status that is misspelt',
      'goals:\n  - { id: G1, title: A, status: activ }',
      '2:33 error unknown-status: There is no status “activ”. Did you mean “active”?',
    ],
    [
      'a status of nobody',
      'goals:\n  - { id: G1, title: A, status: open }',
      '2:33 error unknown-status: There is no status “open”. Write active, achieved or retired.',
    ],
    [
      'a day that the calendar has not',
      'goals:\n  - { id: G1, title: A, until: 2026-02-30 }',
      '2:32 error wrong-shape: “until” is not right: the calendar has no such day. Write a date as 2027-06-30.',
    ],
    [
      'an alias of nothing',
      'goals:\n  - { id: G1, title: A, owner: *me }',
      '2:32 error not-yaml: “*me” repeats something that no “&me” above names. Put the value in quotation marks.',
    ],
  ])('such as %s costs no goal', (_what, text, problem) => {
    expect(check(text).filter((line) => !line.includes(' info '))).toEqual([problem]);
    expect(idsOf(text)).toEqual(['G1']);
  });

  it.each([
    ['a quotation that is not closed', 'goals:\n  - id: G1\n    title: "One\n  - id: G2\n    title: Two\n'],
    ['a bracket that is not closed', 'goals:\n  - { id: G1, title: One\n  - { id: G2, title: Two }\n'],
    ['a goal that is a number', 'goals:\n  - 5\n  - { id: G2, title: Two }\n'],
    ['a goal that is empty', 'goals:\n  -\n  - { id: G2, title: Two }\n'],
    ['a goal with two ids', 'goals:\n  - id: G1\n    id: G3\n    title: One\n  - id: G2\n    title: Two\n'],
    ['a goal in itself', 'goals: &all\n  - *all\n  - { id: G2, title: Two }\n'],
  ])('such as %s costs only that goal', (_what, text) => {
    expect(idsOf(text)).toEqual(['G2']);
    expect(check(text).filter((line) => line.includes(' error '))).toHaveLength(1);
  });

  it.each([
    ['nothing', '', '1:1 error empty-file: A goals file lists its goals under “goals:”, each with “id” and “title”.'],
    ['a number of goals', 'goals: 5', '1:8 error wrong-shape: “goals” must be a list: write each goal as “- id: …”.'],
    ['goals under their ids', 'goals:\n  G1: { title: A }', '2:3 error wrong-shape: “goals” must be a list: write each goal as “- id: …”.'],
    ['a list in itself', '&all\ngoals: *all', '2:8 error wrong-shape: “goals” must be a list: write each goal as “- id: …”.'],
    [
      'aliases that grow without bound',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${['b', 'c', 'd', 'e', 'f'].map((name, index) => `${name}: &${name} [${`*${'abcde'[index]},`.repeat(9)}]`).join('\n')}\ngoals: *f`,
      '1:1 error not-yaml: This file repeats itself by “*” so often that it would grow without bound, so it was not read. Write its entries out.',
    ],
    [
      'a file that is not UTF-8',
      'goals:\n  - { id: G1, title: A\ufffd, status: retired }',
      '2:23 error not-utf8: A character here could not be read, because the file is not saved as UTF-8. Save it as UTF-8, and write the character again.',
    ],
  ])('such as %s is told so', (_what, text, problem) => {
    expect(check(text)).toEqual([problem]);
  });

  it('is found with a byte order mark and Windows line ends', () => {
    expect(check('\uFEFFgoals:\r\n  - id: G1\r\n    title: A\r\n    status: retird\r\n').filter((line) => !line.includes(' info '))).toEqual([
      '4:13 error unknown-status: There is no status “retird”. Did you mean “retired”?',
    ]);
  });
});

describe('a file of thousands of goals', () => {
  const list = (count: number, goal: (index: number) => string): string =>
    `goals:\n${Array.from({ length: count }, (_, index) => `  - { id: G${index}, ${goal(index)} }\n`).join('')}`;

  it('takes time in step with their number, however alike they are', () => {
    const time = (count: number): number => {
      const text = list(count, (index) => `title: Easy online services ${index % 7} in ${index % 11} places`);
      const parsed = parseGoals('goals.yml', text);
      const start = performance.now();
      checkGoals(parsed, today);
      return performance.now() - start;
    };
    time(1000);
    // Ten times as many would take a hundred times as long if each were compared with each.
    expect(time(20_000)).toBeLessThan(60 * Math.max(5, time(2000)));
  });

  it('tells what matters first, and that information was left out is no error', () => {
    const problems = checkGoals(
      parseGoals(
        'goals.yml',
        list(2000, (index) => `title: A${index}, until: 2026-01-01`),
      ),
      today,
    );
    expect(problems.length).toBe(1001);
    expect(problems.some(({ severity }) => severity === 'error')).toBe(false);
    expect(problems[0]?.message).toBe('3,000 more problems of this file are not listed. Mend the first ones, and check again.');
  });
});
