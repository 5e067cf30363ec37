import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countsOn } from '../../server/src/goals/inactive.js';
import { findRival, GoalMatcher, listGoalSentences } from '../../server/src/goals/match.js';
import type { Goal } from '../../server/src/goals/schema.js';
import { WordVectors } from '../../server/src/text/word-vectors.js';
import { frequency } from '../support/lint-text.js';

const shipped = new WordVectors(readFileSync(new URL('../../data/word-vectors/en.txt', import.meta.url), 'utf8'));
const vectors = (): WordVectors => shipped;

const goals: readonly Goal[] = [
  {
    id: 'G1',
    title: 'Easy online services',
    statement: 'By 2028 nine in ten requests start and finish online.',
    keywords: ['online', 'self-service'],
    measures: ['share of requests finished online'],
    status: 'active',
  },
  {
    id: 'G2',
    title: 'Safe and steady systems',
    statement: 'Our systems are safe to use and there whenever people need them.',
    keywords: ['password', 'sign in', 'outage'],
    status: 'active',
  },
  { id: 'G3', title: 'Confident with digital tools', statement: 'Every member of staff has a day of training.', status: 'active' },
];

const matcher = new GoalMatcher(goals, { frequency, vectors });

function served(text: string): readonly string[] {
  return matcher.match(listGoalSentences(text)).map(({ goal }) => goal.id);
}

describe('matching a text with goals', () => {
  it.each([
    ['You can now book a parking permit online.', 'G1'],
    ['Two outages kept staff from their files last week.', 'G2'],
    ['Signing in takes one password from Monday.', 'G2'],
    ['A day of training makes staff confident with the new tools.', 'G3'],
  ])('ties “%s” to %s', (text, goal) => {
    expect(served(text)).toEqual([goal]);
  });

  it.each([
    ['The canteen serves tomato soup on Friday.'],
    ['The car park by the river is closed for resurfacing.'],
    ['In due course the committee will write to all members.'],
    [''],
    ['1234 5678'],
  ])('ties “%s” to none', (text) => {
    expect(served(text)).toEqual([]);
  });

  it('finds the paragraph that serves a goal in a message about something else', () => {
    const other = 'The canteen serves tomato soup on Friday. The car park by the river is closed. Bring a coat to the summer party, which is in the garden. ';
    const [best] = matcher.match(listGoalSentences(`${other.repeat(4)}Residents start and finish their requests online. ${other.repeat(4)}`));
    expect([best?.goal.id, best?.evidence?.text]).toEqual(['G1', 'Residents start and finish their requests online.']);
  });

  it('says why: the words that are shared, keywords first, and the sentence', () => {
    const [best] = matcher.rank(listGoalSentences('The canteen is closed. Renew your permit online with our easy services.'));
    expect(best?.words).toEqual(['online', 'easy', 'services']);
    expect(best?.evidence?.text).toBe('Renew your permit online with our easy services.');
  });

  it('gives scores from 0 to 1, the likeliest goal first', () => {
    const scores = matcher.rank(listGoalSentences('Staff sign in to online services, and training is on Monday.')).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
  });

  it('finds a keyword whole, and not by one of its words', () => {
    const [whole] = matcher.evidenceFor('G2', listGoalSentences('Staff signed in from the library.'));
    expect(whole?.words).toContain('signed in');
    expect(matcher.evidenceFor('G2', listGoalSentences('A sign stands in front of the library.'))).toEqual([]);
  });

  it('knows words that mean the same when vectors are at hand', () => {
    const text = listGoalSentences('Our websites let users finish what they ask for without much effort.');
    const scoreOf = (other: GoalMatcher): number => other.rank(text).find(({ goal }) => goal.id === 'G1')?.score ?? 0;
    expect(scoreOf(matcher)).toBeGreaterThan(scoreOf(new GoalMatcher(goals, { frequency })));
  });

  it('works by the goal’s own words without vectors and word frequencies', () => {
    const [best] = new GoalMatcher(goals).rank(listGoalSentences('You can now request a permit online: easy services for all.'));
    expect(best?.goal.id).toBe('G1');
  });

  it('asks for the vectors when first needed, and once', () => {
    let asked = 0;
    const lazy = new GoalMatcher(goals, {
      vectors: () => {
        asked++;
        return undefined;
      },
    });
    expect(asked).toBe(0);
    lazy.rank(listGoalSentences('Book online.'));
    lazy.rank(listGoalSentences('Pay online.'));
    expect(asked).toBe(1);
  });

  it('lets what all goals say count for little', () => {
    const alike: readonly Goal[] = [
      'Digital services for parents',
      'Digital services for farmers',
      'Digital services for sailors',
      'Digital services for pupils',
    ].map((title, index) => ({ id: `D${index + 1}`, title, status: 'active' }));
    const [best] = new GoalMatcher(alike, { frequency, vectors }).rank(listGoalSentences('Our digital services now reach farmers.'));
    expect(best?.goal.id).toBe('D2');
  });
});

describe('evidence of a goal', () => {
  it('is each sentence that shows it, in order, with its place', () => {
    const text = 'The canteen is closed. You can renew online. Bring a coat. Easy online services save you a visit.';
    const evidence = matcher.evidenceFor('G1', listGoalSentences(text));
    expect(evidence.map(({ sentence }) => text.slice(sentence.sentence.start, sentence.sentence.end))).toEqual([
      'You can renew online.',
      'Easy online services save you a visit.',
    ]);
    expect(evidence.every(({ strength }) => strength > 0 && strength < 1)).toBe(true);
  });

  it('is none for a text about something else, and for a goal that is not in the file', () => {
    expect(matcher.evidenceFor('G1', listGoalSentences('The canteen serves tomato soup on Friday.'))).toEqual([]);
    expect(matcher.evidenceFor('G9', listGoalSentences('You can renew online.'))).toEqual([]);
  });
});

describe('a rival of the declared goals', () => {
  const rank = (text: string) => matcher.rank(listGoalSentences(text));

  it('is the goal that the text reads like instead', () => {
    expect(findRival(rank('Easy online services: residents start and finish requests online.'), ['G2'])?.goal.id).toBe('G1');
  });

  it('is none when a declared goal is shown, or when no other is clear', () => {
    expect(findRival(rank('Easy online services: residents start and finish requests online.'), ['G2', 'G1'])).toBeUndefined();
    expect(findRival(rank('Safe and steady systems let residents finish requests online.'), ['G2'])).toBeUndefined();
    expect(findRival(rank('The canteen serves tomato soup on Friday.'), ['G2'])).toBeUndefined();
    expect(findRival([], ['G2'])).toBeUndefined();
  });
});

describe('a goal', () => {
  const goal: Goal = { id: 'G1', title: 'Easy online services', status: 'active', from: '2026-01-01', until: '2026-12-31' };

  it('counts from its first day to its last, while it is active', () => {
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => countsOn(goal, day))).toEqual([false, true, true, false]);
    expect(countsOn({ ...goal, status: 'retired' }, '2026-06-01')).toBe(false);
  });
});
