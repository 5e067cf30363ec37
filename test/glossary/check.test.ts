import { describe, expect, it } from 'vitest';
import { checkGlossary, SpellingKeys } from '../../server/src/glossary/check.js';
import { parseGlossary } from '../../server/src/glossary/parse.js';

/** The problems of a glossary of these entries: `line:column code message`. */
function check(entries: string): readonly string[] {
  const others = [parseGlossary('/plain.yml', 'name: plain\nterms:\n  - term: leverage\n    replacements: [use]\n').glossary];
  const problems = checkGlossary({
    parsed: parseGlossary('/house.yml', `name: house\nterms:\n${entries}`),
    spellings: new SpellingKeys(),
    others,
    audiences: ['everyone', 'it'],
    today: '2027-01-01',
    tryExamples: () => [],
  });
  return problems.map(({ start, severity, code, message }) => `${start.line}:${start.column} ${severity} ${code} ${message}`);
}

describe('a replacement', () => {
  it.each([
    ['the term', '{ term: via, replacements: [Via] }', '3:33 error own-replacement “Via” is the term itself. Write another word, or remove the replacement.'],
    [
      'another spelling of the term',
      '{ term: via, variants: [by way of], replacements: [by way of] }',
      '3:56 error own-replacement “by way of” would be flagged again, as it holds “via”. Write other words, or list this phrase under “exceptions”.',
    ],
    [
      'the term and more',
      '{ term: tool, replacements: [power tool] }',
      '3:34 error own-replacement “power tool” would be flagged again, as it holds “tool”. Write other words, or list this phrase under “exceptions”.',
    ],
    ['listed twice', '{ term: via, replacements: [by, by] }', '3:37 warning duplicate-spelling “by” is already a replacement of this entry. Remove it here.'],
    [
      'a term of another glossary',
      '{ term: via, replacements: [leveraging] }',
      '3:33 warning flagged-replacement “leveraging” would be flagged itself: “leverage” is a term of plain. Choose a plainer word.',
    ],
  ])('that is %s is told so', (_what, entry, problem) => {
    expect(check(`  - ${entry}`)).toEqual([problem]);
  });

  it.each([
    ['the term in small letters, where capitals count', '{ term: Bill, caseSensitive: true, replacements: [bill] }'],
    ['a phrase in which the term is fine', '{ term: tool, replacements: [power tool], exceptions: [power tool] }'],
  ])('may be %s', (_what, entry) => {
    expect(check(`  - ${entry}`)).toEqual([]);
  });

  it('that comes round by way of three terms is told at each', () => {
    expect(
      check('  - { term: aaa, replacements: [bbb] }\n  - { term: bbb, replacements: [ccc] }\n  - { term: ccc, replacements: [aaa] }').map(
        (line) => line.split(' “')[0],
      ),
    ).toEqual(['3:33 error replacement-cycle', '4:33 error replacement-cycle', '5:33 error replacement-cycle']);
  });
});

describe('a spelling', () => {
  it.each([
    ['of marks only', '{ term: "***" }', '3:13 warning no-word “***” has neither a letter nor a digit, so it is never found. Write it in words, or remove it.'],
    [
      'that is a picture',
      '{ term: via, variants: ["🚀"] }',
      '3:29 warning no-word “🚀” has neither a letter nor a digit, so it is never found. Write it in words, or remove it.',
    ],
    ['listed twice', '{ term: via, variants: [via] }', '3:29 warning duplicate-spelling “via” is already a spelling of this entry. Remove it here.'],
    [
      'with a hidden character',
      '{ term: "vi\\u0007a" }',
      '3:13 warning control-character This text has a control character, which nobody can see. Type the text again.',
    ],
  ])('%s is told so', (_what, entry, problem) => {
    expect(check(`  - ${entry}`)).toEqual([problem]);
  });

  it('of marks only is like no other', () => {
    expect(check('  - { term: "!!!" }\n  - { term: "🚀" }').filter((line) => line.includes('near-duplicate'))).toEqual([]);
  });

  it('of ten thousand characters makes no long message', () => {
    for (const line of check(`  - { term: ${'a'.repeat(10_000)}, replacements: [${'a'.repeat(10_000)}] }`)) expect(line.length).toBeLessThan(250);
  });
});

describe('names that objects have of their own', () => {
  it('are terms and audiences like any other', () => {
    expect(check('  - { term: constructor, knownTo: [constructor, __proto__] }\n  - { term: __proto__ }\n  - { term: toString }')).toEqual([
      '3:36 warning unknown-audience There is no audience “constructor”. Add it to “audiences” of liaison.yml, or name one of: everyone, it.',
      '3:49 warning unknown-audience There is no audience “__proto__”. Add it to “audiences” of liaison.yml, or name one of: everyone, it.',
    ]);
  });
});
