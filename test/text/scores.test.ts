import { describe, expect, it } from 'vitest';
import { addCounts, gradeLevel, noCounts, readingAge, readingEase } from '../../server/src/text/scores.js';
import { countSyllables } from '../../server/src/text/syllables.js';
import { lintResult } from '../support/lint-text.js';

describe('scores', () => {
  // The two sentences by which Wikipedia explains the formulas, with their published values.
  const platypus = { words: 13, sentences: 1, syllables: 24 };
  const cat = { words: 6, sentences: 1, syllables: 6 };

  it('of reading ease are as published', () => {
    expect(readingEase(platypus)).toBeCloseTo(37.5, 1);
    expect(readingEase(cat)).toBeCloseTo(116.1, 1);
  });

  it('of grade level are as published', () => {
    expect(gradeLevel(platypus)).toBeCloseTo(11.3, 1);
    expect(gradeLevel(cat)).toBeCloseTo(-1.45, 2);
  });

  it('of reading age are five years over the grade, rounded up', () => {
    expect(readingAge(platypus)).toBe(17);
    expect(readingAge(cat)).toBe(5);
  });

  it('of nothing are those of an easy text', () => {
    expect([gradeLevel(noCounts), readingEase(noCounts), readingAge(noCounts)]).toEqual([0, 100, 5]);
  });

  it('are made of sums', () => {
    expect(addCounts(platypus, cat)).toEqual({ words: 19, sentences: 2, syllables: 30 });
  });
});

describe('the figures of a message', () => {
  it('are those of its running text', () => {
    const { metrics } = lintResult('# A heading\n\nThe cat sat on the mat.\n\n| a | b |\n| - | - |\n| c | d |\n\n```\ncode here\n```');
    expect(metrics).toEqual({ words: 6, sentences: 1, readingAge: 5, gradeLevel: -1.4, readingEase: 116.1, jargonPer100: 0 });
  });

  it('are zero where there is none', () => {
    expect(lintResult('').metrics).toMatchObject({ words: 0, sentences: 0, readingAge: 0, gradeLevel: 0, jargonPer100: 0 });
  });
});

it.each([
  ['cat', 1],
  ['table', 2],
  ['used', 1],
  ['organisation', 5],
  ['authentication', 5],
  ['simile', 3],
  ['2026', 1],
])('counts the syllables of %s: %d', (word, syllables) => {
  expect(countSyllables(word)).toBe(syllables);
});

it('counts no more than one in what is no word', () => {
  expect(countSyllables('ae'.repeat(40))).toBe(1);
});
