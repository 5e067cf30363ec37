import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/index.js';
import { lintResult } from '../support/lint-text.js';

/** What is told of a message with this front matter: `line:column severity code: message`. */
function problemsOf(yaml: string, path?: string): readonly string[] {
  return lintResult(`---\n${yaml}\n---\n\nThe portal opens.`, path === undefined ? {} : { path }).problems.map(
    ({ start, severity, code, message }) => `${start.line}:${start.column} ${severity} ${code}: ${message}`,
  );
}

describe('what a message says of itself', () => {
  it.each([
    'kind: announcement\naudience: everyone\ngoals: [G1]\nintent: ask\ndate: 2026-03-05',
    'kind: Status',
    'goal: G1',
    'Kind: announcement\nGoals: [G1]\nDate: 2026-03-05',
    'goals:',
    'date: 2026-03-05T10:00:00Z',
    'title: A\ntags: [a, b]\ndate: 5 March 2026',
    'params: !expr list(1)',
    'title: {{ page.title }}',
    '"title": "runs on\nat the left edge"\nkind: status',
    '',
  ])('may be %j', (yaml) => {
    expect(problemsOf(yaml)).toEqual([]);
  });

  it.each([
    [
      'a kind that is misspelt',
      'kind: anouncement',
      '2:7 error unknown-kind: “anouncement” is no kind of message, so this is read as an announcement. Did you mean “announcement”?',
    ],
    [
      'a kind of another tool',
      'kind: tutorial',
      '2:7 warning unknown-kind: “tutorial” is no kind of message, so this is read as an announcement. Write announcement, status, deck, newsletter, strategy or page.',
    ],
    ['an intent that is misspelt', 'intent: enage', '2:9 error unknown-intent: There is no intent “enage”. Did you mean “engage”?'],
    ['an intent of nobody', 'intent: marketing', '2:9 warning unknown-intent: There is no intent “marketing”. Write inform, ask, engage or collaborate.'],
    ['a day that does not exist', 'date: 2026-02-30', '2:7 error wrong-date: The calendar has no day “2026-02-30”. Write the date as 2027-06-30.'],
    [
      'a day that is not one',
      'date: next week',
      '2:7 info unread-date: “next week” names no one day. Write the date as 2027-06-30, so that this message counts in its week.',
    ],
    ['a number of goals', 'goals: 5', '2:8 error wrong-shape: “goals” is a number. Write a list of ids, as in “goals: [5]”.'],
    ['a number of goals with a capital', 'Goals: 5', '2:8 error wrong-shape: “Goals” is a number. Write a list of ids, as in “Goals: [5]”.'],
    ['goals under their ids', 'goals: { G1: yes }', '2:8 error wrong-shape: “goals” is a group of keys. Write a list of ids, as in “goals: [G1]”.'],
    ['a goal in full', 'goals: [{ id: G1 }]', '2:9 error wrong-shape: Item 1 of “goals” is a group of keys. Write the id of a goal, as in “goals: [G1]”.'],
    ['two audiences', 'audience: [everyone, it]', '2:11 error wrong-shape: “audience” is a list. Write one value, as in “audience: everyone”.'],
    ['a key that comes twice', 'kind: status\nkind: deck', '3:1 error duplicate-key: This key is already there. Keep one of the two.'],
    [
      'another tool’s key with a slip',
      'title: a: b\nkind: status',
      '2:8 warning not-yaml: This value has a colon of its own. Put the value in quotation marks.',
    ],
    ['a list that is not closed', 'goals: [G1\nkind: status', '3:1 error not-yaml: A bracket is not closed before this place. Close it with “]”.'],
    ['emphasis', 'kind: *status*', '2:7 error not-yaml: “*status*” repeats something that no “&status*” above names. Put the value in quotation marks.'],
  ])('is told where it stands when it is %s', (_what, yaml, problem) => {
    expect(problemsOf(yaml).filter((line) => !line.includes('unknown-kind') || problem.includes('unknown-kind'))).toEqual([problem]);
  });

  it('says what a misspelt kind is read as', () => {
    expect(problemsOf('kind: stauts', 'pages/a.md')[0]).toContain('so this is read as a page.');
  });

  it('is left alone on a page where it means something to another tool', () => {
    expect(problemsOf('date: last-modified', 'pages/a.md')).toEqual([]);
  });

  it('is told at its line with Windows line ends and a byte order mark', () => {
    const [problem] = lintResult('\uFEFF---\r\nkind: status\r\ndate: 2026-13-01\r\n---\r\nText.').problems;
    expect(problem?.start).toEqual({ line: 3, column: 7 });
  });

  it('needs an end', () => {
    expect(lintResult('---\nkind: status\n\nThe portal opens.').problems.map(({ message }) => message)).toEqual([
      'What this message says of itself has no end. Write “---” on a line of its own behind the last key.',
    ]);
  });

  it.each([
    ['a line across the page', '---\n\nSome text: it is prose.\n\n---\n\nMore: text: here.'],
    ['a slide', '---\n# Title\n"A quotation\n---\n\nText.'],
  ])('is not looked for in %s', (_what, text) => {
    expect(lintResult(text).problems).toEqual([]);
  });
});

describe('one slip in front matter', () => {
  const source = '---\nkind: status\ntitle: a: b\ngoals: [G1]\nauthor: "Someone\ndate: 2026-03-05\n---\n\nWe utilise it.\n';

  it('costs nothing of the other keys, which keep their places', () => {
    const { kind, goals, date } = readDocument('a.md', source).fields;
    expect([kind, goals?.[0], date].map((field) => source.slice(field?.span.start, field?.span.end))).toEqual(['status', 'G1', '2026-03-05']);
  });

  it('costs no finding in the text', () => {
    expect(lintResult(source).findings.some(({ rule, text }) => rule === 'jargon' && text === 'utilise')).toBe(true);
  });

  it('keeps the places of a quotation that runs on at the left edge', () => {
    const text = '---\r\nauthor: "A\r\nB"\r\ntitle: "How\r\nto sign in"\r\nkind: status\r\n---\r\nText.';
    const { subject, kind } = readDocument('a.md', text).fields;
    expect(subject?.value).toBe('How to sign in');
    expect([subject, kind].map((field) => text.slice(field?.span.start, field?.span.end))).toEqual(['"How\r\nto sign in"', 'status']);
  });
});
