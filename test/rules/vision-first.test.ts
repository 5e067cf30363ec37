import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { type LintOptions, lintResult, lintWith } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

const id = 'vision-first';
const top = '---\nkind: strategy\n---\n\n';
const goals = '## Goals\n\n- Fewer systems\n- Shorter queues';

/** The words that show a part; `undefined` when it is missing. */
const evidenceOf = (part: string, body: string, options?: LintOptions): string | undefined => {
  const text = top + body;
  const state = lintResult(text, options).checkup.find((checked) => checked.part === part);
  return state?.evidence === undefined ? undefined : text.slice(state.evidence.start, state.evidence.end);
};

/** What the text becomes with the line that is offered for a missing part. */
const fillIn = (part: string, body: string, options?: LintOptions): string | undefined => {
  const text = top + body;
  const suggestion = lintResult(text, options).checkup.find((checked) => checked.part === part)?.suggestions?.[0];
  return suggestion === undefined ? undefined : applyEdits(text, suggestion.edits).slice(top.length);
};

const withVision = await loadOrganisation({
  ...acme,
  'goals.yml': `vision: By 2028 anyone can get help from us in one visit.\nreviewBy: 2027-03-31\n${acme['goals.yml']}  - { id: G5, title: Shorter queues }\n`,
});

describe('a vision', () => {
  it.each([
    ['By 2030 every child in town reads for joy.', 'By 2030 every child in town reads for joy.'],
    ['# Reading\n\nBy the summer of 2030 reading is fun. It is hard today.', 'By the summer of 2030 reading is fun.'],
    ['In five years our rooms are full of readers.', 'In five years our rooms are full of readers.'],
    ['We want this to be a town that reads.', 'We want this to be a town that reads.'],
    ['Our vision is a town that reads.', 'Our vision is a town that reads.'],
    ['Anyone can get a book within a day, from any place.', 'Anyone can get a book within a day, from any place.'],
    ['Nobody has to tell us anything twice.', 'Nobody has to tell us anything twice.'],
    ['# Reading\n\n## Where we want to be\n\nThe shelves are full.', 'The shelves are full.'],
    ['# Reading\n\n## In 2030\n\nThe shelves are full.', 'The shelves are full.'],
    ['> By 2030 every child in town reads for joy.', 'By 2030 every child in town reads for joy.'],
    ['This page is for all of us. By 2030 every child reads for joy.', 'By 2030 every child reads for joy.'],
  ])('is found in %j', (body, vision) => {
    expect([evidenceOf('vision', body), lintWith(id, top + body)]).toEqual([vision, []]);
  });

  it('is that of the goals file, where it is quoted', () => {
    const body = 'Anyone will be able to get help from us, in 2028, at one visit.';
    expect(evidenceOf('vision', `The board met in March. ${body}`, { organisation: withVision })).toBe(body);
  });

  it.each([
    'The library was founded in 1903.',
    'In 2025 a panel looked at our shelves, and by 2026 it had agreed on a paper.',
    `${goals}\n- By 2030 every child reads`,
    'This document was prepared by the Library Committee.',
    'By [month and year], [what will be different for the people we serve].',
    'We have three rooms and two lifts.',
    'Each brought its own shelves, and most of them are still here.',
  ])('is missing in %j', (body) => {
    expect([evidenceOf('vision', body), lintWith(id, top + body).length]).toEqual([undefined, 1]);
  });

  it('is asked for at the first words of the body', () => {
    expect(lintWith(id, `${top}# Reading\n\nThe library is old. It is cold.`).map(({ text, message }) => [text, message])).toEqual([
      ['The library is old.', 'This strategy does not start with a vision: say in a sentence what the future will be like, and for whom.'],
    ]);
  });

  it('that comes late is to be moved', () => {
    const body = `# Reading\n\n${'The library is an old one and it is cold. '.repeat(10)}\n\n## Vision\n\nThe shelves in our rooms are full.`;
    expect(lintWith(id, top + body).map(({ message }) => message)).toEqual([
      'The vision comes only further down, at “The shelves in our rooms …”: move it to the start.',
    ]);
    expect(evidenceOf('vision', body)).toBeUndefined();
  });

  it('can be filled in, from the goals file where that has one', () => {
    const body = '# Reading\n\nThe library is old.';
    expect(fillIn('vision', body)).toBe('# Reading\n\nBy [month and year], [what will be different for the people we serve].\n\nThe library is old.');
    const filled = fillIn('vision', body, { organisation: withVision }) ?? '';
    expect(filled).toBe('# Reading\n\nBy 2028 anyone can get help from us in one visit.\n\nThe library is old.');
    expect(evidenceOf('vision', filled, { organisation: withVision })).toBe('By 2028 anyone can get help from us in one visit.');
    expect(lintWith(id, top + body)[0]?.suggestions.map(({ title }) => title)).toEqual(['Add a vision']);
  });
});

describe('the goals of a strategy', () => {
  it.each([
    ['# Reading\n\n## Our goals\n\n- Fewer systems\n- Shorter queues', 'Our goals'],
    ['# Reading\n\n## Priorities for 2027\n\n### Fewer systems\n\n### Shorter queues', 'Priorities for 2027'],
    ['# Reading\n\n## What we will do\n\nWe close three systems. We open a desk.', 'What we will do'],
    ['# Reading\n\nFor two years we want three things.\n\n1. Fewer systems.\n2. Shorter queues.', 'For two years we want three things.'],
    ['# Reading\n\nOur goals are:\n\n- Fewer systems\n- Shorter queues', 'Our goals are:'],
    ['# Reading\n\n| Goal | By |\n| - | - |\n| Fewer systems | 2027 |', 'Goal'],
    ['# Reading\n\nWe serve G1 and G3.', 'G1'],
    ['# Reading\n\nWe want easy online services, then a safe network.', 'easy online services'],
  ])('are found in %j', (body, evidence) => {
    expect(evidenceOf('goals', body)).toBe(evidence);
  });

  it.each([
    'We have a vision.',
    '# Goals\n\nSoon.',
    '## Goals\n\n- [what will be true, and by when]\n- [what will be true, and by when]',
    'We serve G1.',
    'The goals of the last strategy were met.\n\nIt is cold.',
  ])('are missing in %j', (body) => {
    expect([evidenceOf('goals', body), lintResult(top + body).checkup.find(({ part }) => part === 'goals')?.met]).toEqual([undefined, false]);
  });

  it('can be filled in, with those of the goals file that are in force', () => {
    const body = '# Reading\n\nBy 2030 every child reads.\n\nIt is cold.';
    expect(fillIn('goals', body, { organisation: withVision })).toBe(
      '# Reading\n\nBy 2030 every child reads.\n\nIt is cold.\n\n## Our goals\n\n- G1: Easy online services\n- G4: Safe streets at night\n- G5: Shorter queues',
    );
    expect(fillIn('goals', `${body}\n\n## Money\n\nThere is little.`, { organisation: withVision })).toBe(
      '# Reading\n\nBy 2030 every child reads.\n\nIt is cold.\n\n## Our goals\n\n- G1: Easy online services\n- G4: Safe streets at night\n- G5: Shorter queues\n\n## Money\n\nThere is little.',
    );
    const none = { 'liaison.yml': acme['liaison.yml']?.replace('goals: ./goals.yml\n', '') ?? '' };
    return loadOrganisation(none).then((organisation) => {
      const filled = fillIn('goals', body, { organisation }) ?? '';
      expect(filled).toContain('## Our goals\n\n- [what will be true, and by when]');
      expect(evidenceOf('goals', filled, { organisation })).toBeUndefined();
    });
  });
});

describe('the review date of a strategy', () => {
  it.each([
    ['We look at this strategy again in March 2027.', 'We look at this strategy again in March 2027.'],
    ['Review: March 2027', 'Review: March 2027'],
    ['The board reviews it every autumn.', 'The board reviews it every autumn.'],
    ['This page is revisited twice a year.', 'This page is revisited twice a year.'],
    ['It comes before the board again on 2 February 2028.', 'It comes before the board again on 2 February 2028.'],
    [
      'The board opens this page again on 9 June 2027 and crosses out what is done.',
      'The board opens this page again on 9 June 2027 and crosses out what is done.',
    ],
    ['## Next look\n\nOctober 2027, with the meters on the table.', 'October 2027, with the meters on the table.'],
    ['| Next review | 1 October 2027 |\n| - | - |\n| Owner | the board |', '1 October 2027'],
  ])('is found in %j', (body, evidence) => {
    expect(evidenceOf('review-date', `# Reading\n\n${body}`)).toBe(evidence);
  });

  it('may stand in the front matter', () => {
    const text = '---\nkind: strategy\nreviewBy: 2027-10-01\n---\n\nIt is cold.';
    const state = lintResult(text).checkup.find(({ part }) => part === 'review-date');
    expect([state?.met, text.slice(state?.evidence?.start, state?.evidence?.end)]).toEqual([true, 'reviewBy: 2027-10-01']);
  });

  it.each([
    'Approved by the board on 5 June 2026.',
    'It replaces the strategy of 2019, which was reviewed in May 2026.',
    'A review of the literature was made in 2025.',
    'We look at this strategy again in due course.',
    'We look at this strategy again in [month and year].',
    'The board meets in March 2027.',
    'A review in 2025 counted 640 books that nobody had opened.',
  ])('is missing in %j', (body) => {
    expect(evidenceOf('review-date', `# Reading\n\n${body}`)).toBeUndefined();
  });

  it('can be filled in, with that of the goals file', () => {
    const body = '# Reading\n\nIt is cold.';
    expect(fillIn('review-date', body)).toBe(`${body}\n\n**Review:** we look at this strategy again in [month and year].`);
    const filled = fillIn('review-date', body, { organisation: withVision }) ?? '';
    expect(filled).toBe(`${body}\n\n**Review:** we look at this strategy again by 31 March 2027.`);
    expect(evidenceOf('review-date', filled)).toBe('Review:** we look at this strategy again by 31 March 2027.');
  });
});

it('is not asked of other messages', () => {
  expect(lintWith(id, 'The library is old.')).toEqual([]);
});
