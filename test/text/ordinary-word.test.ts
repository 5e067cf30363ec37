import { describe, expect, it } from 'vitest';
import { isForeign, isOrdinaryWord } from '../../server/src/text/ordinary-word.js';
import { splitWords } from '../../server/src/text/words.js';

/** The words of a text that count as prose. */
const listOrdinary = (text: string): string[] =>
  splitWords(text)
    .filter((word) => isOrdinaryWord(text, word))
    .map(({ value }) => value);

describe('ordinary words', () => {
  it('are words with small letters, with or without a capital first', () => {
    expect(listOrdinary('Nodes drain, “slowly” (again).')).toEqual(['Nodes', 'drain', 'slowly', 'again']);
  });

  it.each([
    'camelCase',
    'SHOUTED',
    'utf8string',
    'snake_case',
    '@handle',
    '#channel',
    '--verbose',
    'level=debug',
    'owner/project',
    'node.drain',
    'drain()',
    'std::string',
    'cluster-api-provider',
    'nginx 1.25',
    'lodash from 4.17',
    'naïveté',
    'via',
  ])('leave out %s', (text) => {
    expect(listOrdinary(text)).toEqual([]);
  });

  it('keep both halves of a compound', () => {
    expect(listOrdinary('a fault-tolerant cluster')).toEqual(['fault', 'tolerant', 'cluster']);
  });
});

describe('sentences in another language', () => {
  const isEnglish = (key: string): boolean => ['the', 'report', 'is', 'ready', 'on'].includes(key);

  it('are those in which most words are not English', () => {
    expect(isForeign(splitWords('Le rapport est prêt pour vous'), isEnglish)).toBe(true);
    expect(isForeign(splitWords('The idempotent report is ready'), isEnglish)).toBe(false);
  });

  it('are not told from a few words', () => {
    expect(isForeign(splitWords('kubectl drain'), isEnglish)).toBe(false);
  });
});
