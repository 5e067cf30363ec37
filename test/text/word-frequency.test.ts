import { describe, expect, it } from 'vitest';
import { WordFrequency } from '../../server/src/text/word-frequency.js';

const frequency = new WordFrequency('5.80 work\n4.90 standard\n4.40 helpful quick color\n4.03 container\n3.90 deploy\n3.70 separately authentication\n');

describe('word frequency', () => {
  it('gives the Zipf value of a listed word and none for others', () => {
    expect([frequency.zipfOf('helpful'), frequency.zipfOf('quick'), frequency.zipfOf('idempotent')]).toEqual([4.4, 4.4, undefined]);
  });

  it('passes over lines that do not start with a number', () => {
    expect(new WordFrequency('# a comment\n\n3.20 backlog\r\n').zipfOf('backlog')).toBe(3.2);
  });

  it.each([
    ['deploys', 3.9],
    ['deploying', 3.9],
    ['redeployed', 3.9],
    ['quickest', 4.4],
    ['unhelpfully', 4.4],
    ['colour', 4.4],
    ['workable', 5.8],
  ])('counts %s as the word that readers know it by', (word, zipf) => {
    expect(frequency.zipfOfFamily(word)).toBe(zipf);
  });

  it('takes a slip of the pen for what was meant', () => {
    expect(frequency.zipfOfFamily('authenticaiton')).toBe(3.7);
  });

  it('trusts an affix with a meaning of its own only on a very common root', () => {
    expect(frequency.zipfOfFamily('standardise')).toBeCloseTo(3.6);
    expect(frequency.zipfOfFamily('containerise')).toBeLessThan(3);
  });

  it('knows nothing of a word without relatives', () => {
    expect(frequency.zipfOfFamily('idempotent')).toBe(0);
  });
});
