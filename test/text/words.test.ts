import { describe, expect, it } from 'vitest';
import { isAllCapitals, splitWords } from '../../server/src/text/words.js';

const split = (text: string): readonly string[] => splitWords(text).map(({ value }) => value);

describe('words', () => {
  it.each([
    ['stand between spaces and marks', 'We use it, now!', ['We', 'use', 'it', 'now']],
    ['are separated by hyphens', 'low-hanging fruit', ['low', 'hanging', 'fruit']],
    ['are separated by slashes', 'and/or', ['and', 'or']],
    ['keep their apostrophes', "don’t, don't, o’clock", ['don’t', "don't", 'o’clock']],
    ['leave out a possessive ending', "SSO’s end, the team's", ['SSO', 'end', 'the', 'team']],
    ['keep an ampersand between capitals', 'R&D and Q&A', ['R&D', 'and', 'Q&A']],
    ['keep the full stops of an abbreviation', 'the U.S. Senate', ['the', 'U.S', 'Senate']],
    ['keep signs of languages', 'C++ and C#', ['C++', 'and', 'C#']],
    ['hold digits', '24 hours in Q4, 2FA', ['24', 'hours', 'in', 'Q4', '2FA']],
    ['may be in any script', 'naïve Straße Ελλάδα', ['naïve', 'Straße', 'Ελλάδα']],
    ['keep combining marks', 'cafe\u0301 now', ['cafe\u0301', 'now']],
    ['may hold letters beyond the first plane', '𝒜bc d', ['𝒜bc', 'd']],
    ['are not emoji', '😀 yes 😀', ['yes']],
  ])('%s', (_what, text, words) => {
    expect(split(text)).toEqual(words);
  });

  it('stand where they say, in code units', () => {
    const text = '😀 We’s use';
    expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['We', 'use']);
  });

  it('are looked up in lower case with a straight apostrophe', () => {
    expect(splitWords('Don’t')[0]?.key).toBe("don't");
  });
});

it.each([
  ['SSO', true],
  ['R&D', true],
  ['A', false],
  ['SaaS', false],
  ['ÉCOLE', true],
])('knows whether %s is all capitals', (word, is) => {
  expect(isAllCapitals(word)).toBe(is);
});
