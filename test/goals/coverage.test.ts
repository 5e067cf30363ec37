import { describe, expect, it } from 'vitest';
import { Coverage, type CoveredMessage } from '../../server/src/goals/coverage.js';
import { parseGoals } from '../../server/src/goals/parse.js';
import { today } from '../support/organisation.js';

const { goals } = parseGoals(
  'goals.yml',
  `goals:
  - { id: G1, title: Easy online services }
  - { id: G2, title: Fewer systems, status: retired }
  - { id: G3, title: A safe network, until: 2025-12-31 }
  - { id: G4, title: Short queues }
  - { id: G5, title: To come, from: 2027-01-01 }
`,
);

/** Figures of messages; what a test does not say is to everyone, about no goal and without a date. */
function cover(messages: readonly Partial<CoveredMessage>[], limits: Readonly<Record<string, number>> = {}) {
  const coverage = new Coverage({ goals, limitOf: (audience) => limits[audience], today });
  for (const [index, message] of messages.entries()) coverage.add({ path: `${index}.md`, goals: [], audience: 'everyone', day: undefined, ...message });
  return coverage.summarise();
}

describe('goals', () => {
  it('are counted by month, once for each message', () => {
    const {
      goals: counted,
      messages,
      tied,
    } = cover([
      { goals: ['G1', 'G1'], day: '2026-03-05' },
      { goals: ['G1', 'G4'], day: '2026-03-31' },
      { goals: ['G1'], day: '2026-05-01' },
      { goals: ['G1'] },
      {},
    ]);
    const [first] = counted;
    expect([...(first?.byMonth ?? [])]).toEqual([
      ['2026-03', 2],
      ['2026-05', 1],
    ]);
    expect(first).toMatchObject({ paths: ['0.md', '1.md', '2.md', '3.md'], last: '2026-05-01', isSilent: false });
    expect([messages, tied]).toEqual([5, 4]);
  });

  it('that count today and that nobody names are silent', () => {
    expect(cover([{ goals: ['G1'] }]).goals.flatMap(({ goal, isSilent }) => (isSilent ? goal.id : []))).toEqual(['G4']);
  });

  it('that are unknown tie a message to nothing', () => {
    expect(cover([{ goals: ['G9'] }, { goals: ['G1', 'G9'] }])).toMatchObject({
      tied: 1,
      untied: ['0.md'],
      unknown: [{ id: 'G9', reason: 'is not in the goals file', paths: ['0.md', '1.md'] }],
    });
  });

  it('are outdated by the day of the message, or by today', () => {
    const { outdated } = cover([
      { goals: ['G3'], day: '2025-12-31' },
      { goals: ['G3'], day: '2026-01-01' },
      { goals: ['G3'] },
      { goals: ['G2'], day: '2020-01-01' },
      { goals: ['G5'], day: '2026-12-31' },
    ]);
    expect(outdated).toEqual([
      { id: 'G3', reason: 'ended on 2025-12-31', paths: ['1.md', '2.md'] },
      { id: 'G2', reason: 'is retired', paths: ['3.md'] },
      { id: 'G5', reason: 'only begins on 2027-01-01', paths: ['4.md'] },
    ]);
  });

  it('are what messages say where there is no goals file', () => {
    const coverage = new Coverage({ goals: undefined, limitOf: () => undefined, today });
    coverage.add({ path: 'a.md', goals: ['X'], audience: 'everyone', day: undefined });
    expect(coverage.summarise()).toMatchObject({ tied: 1, goals: [], unknown: [], untied: [] });
  });
});

describe('months and weeks', () => {
  it('count messages and those that serve a goal', () => {
    expect(cover([{ day: '2026-05-01' }, { day: '2026-03-05', goals: ['G1'] }, { day: '2026-03-06' }]).months).toEqual([
      { month: '2026-03', messages: 2, tied: 1 },
      { month: '2026-05', messages: 1, tied: 0 },
    ]);
  });

  it('run from Monday to Sunday, across the year', () => {
    const { weeks } = cover([{ day: '2026-12-28' }, { day: '2027-01-03' }, { day: '2027-01-04' }]);
    expect(weeks.map(({ week, monday, paths }) => [week, monday, paths.length])).toEqual([
      ['2026-W53', '2026-12-28', 2],
      ['2027-W01', '2027-01-04', 1],
    ]);
  });

  it('are over the limit of their own audience', () => {
    const day = '2026-03-05';
    const { weeks } = cover(
      [{ day }, { day }, { day, audience: 'executives' }, { day, audience: 'executives' }, { day, audience: 'it' }, { day, audience: 'it' }],
      { everyone: 2, executives: 1 },
    );
    expect(weeks.map(({ audience, limit, isOverLimit }) => [audience, limit, isOverLimit])).toEqual([
      ['everyone', 2, false],
      ['executives', 1, true],
      ['it', undefined, false],
    ]);
  });

  it('are none without a date', () => {
    expect(cover([{}])).toMatchObject({ months: [], weeks: [], undated: ['0.md'], messages: 1 });
  });
});
