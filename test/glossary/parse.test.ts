import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../server/src/glossary/parse.js';

/** The problems of a glossary of these entries: `line:column code: message`. */
function listProblems(entries: string): readonly string[] {
  return parseGlossary('house.yml', `name: house\nterms:\n${entries}`).problems.map(
    ({ start, code, message }) => `${start.line}:${start.column} ${code}: ${message}`,
  );
}

describe('the policy of an entry', () => {
  it.each([
    ['is to expand an expansion', '{ term: SSO, expansion: single sign-on, definition: one password }', 'expand'],
    ['is to replace with replacements', '{ term: utilise, replacements: [use], definition: to use }', 'replace'],
    ['is to explain a definition', '{ term: API key, definition: a secret code }', 'explain'],
    ['is to avoid what has none of these', '{ term: guys }', 'avoid'],
    ['is to avoid what has an empty list', '{ term: guys, replacements: [] }', 'avoid'],
    ['is what it says', '{ term: via, replacements: [by], policy: omit }', 'omit'],
  ])('%s', (_what, entry, policy) => {
    const { glossary, problems } = parseGlossary('house.yml', `terms: [${entry}]`);
    expect(problems).toEqual([]);
    expect(glossary.terms[0]?.policy).toBe(policy);
  });
});

describe('an entry', () => {
  it('knows where it stands', () => {
    const text = 'terms:\n  - term: utilise\n';
    const source = parseGlossary('house.yml', text).glossary.terms[0]?.source;
    expect(source).toEqual({ path: 'house.yml', index: 0 });
  });

  it('is approved and of any case by default', () => {
    expect(parseGlossary('house.yml', 'terms: [{ term: utilise }]').glossary.terms[0]).toMatchObject({
      status: 'approved',
      caseSensitive: false,
      glossary: 'house',
    });
  });

  it.each([
    ['without a term', '  - { replacements: [use] }', ['3:5 wrong-shape: “term” is not right: expected string, received undefined.']],
    [
      'with a key of its own',
      '  - { term: via, replacement: by }',
      ['3:18 unknown-key: “replacement” is not a key that belongs here. Remove it, or check its spelling.'],
    ],
    [
      'with one replacement that is no list',
      '  - term: via\n    replacements: by',
      ['4:19 wrong-shape: “replacements” is not right: expected array, received string.'],
    ],
    ['that comes twice', '  - term: via\n  - term: Via', ['4:11 duplicate-term: “Via” is already entry 1. Keep one of the two; the later one wins.']],
    [
      'that expands to nothing',
      '  - { term: SSO, policy: expand }',
      ['3:26 policy-without-expansion: The policy “expand” needs an “expansion”. Add one, or choose another policy.'],
    ],
    [
      'that is replaced by nothing',
      '  - { term: via, policy: replace }',
      ['3:26 policy-without-replacement: The policy “replace” needs “replacements”. Add one, or choose another policy.'],
    ],
    [
      'that is explained by nothing',
      '  - { term: API, policy: explain }',
      ['3:26 policy-without-definition: The policy “explain” needs a “definition”. Add one, or choose another policy.'],
    ],
    ['that is a word', '  - via', ['3:5 wrong-shape: “0” is not right: expected object, received string.']],
  ])('%s is a problem at its place', (_what, entries, problems) => {
    expect(listProblems(entries)).toEqual(problems);
  });

  it('that is a noun and a verb is two', () => {
    expect(listProblems('  - { term: leverage, partOfSpeech: verb }\n  - { term: leverage, partOfSpeech: noun }')).toEqual([]);
  });
});

describe('a glossary', () => {
  it('is called after its file when it has no name', () => {
    expect(parseGlossary('/acme/words/house.yml', 'terms: []').glossary.name).toBe('house');
  });

  it('keeps its title, owner and review date', () => {
    const { glossary } = parseGlossary('a.yml', 'name: house\ntitle: House\nowner: a@example.org\nreviewBy: 2027-06-30\nterms: []');
    expect(glossary).toEqual({
      path: 'a.yml',
      name: 'house',
      title: 'House',
      owner: 'a@example.org',
      reviewBy: '2027-06-30',
      terms: [],
    });
  });

  it('with one bad date keeps its name and its terms', () => {
    const { glossary, problems } = parseGlossary('a.yml', 'name: house\nreviewBy: soon\nterms: [{ term: via }]');
    expect(problems.map(({ start }) => start)).toEqual([{ line: 2, column: 11 }]);
    expect(glossary).toMatchObject({ name: 'house', terms: [{ term: 'via' }] });
  });

  it('that names keys twice says so', () => {
    expect(parseGlossary('a.yml', 'name: a\nname: b\nterms: []').problems.map(({ code }) => code)).toEqual(['duplicate-key']);
  });

  it('that would grow without bound is a problem', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, index) => `a${index}: &a${index} [${index === 0 ? 'x' : Array.from({ length: 9 }, () => `*a${index - 1}`).join(', ')}]`,
    ).join('\n');
    expect(parseGlossary('a.yml', bomb).problems.map(({ code }) => code)).toContain('not-yaml');
  });
});
