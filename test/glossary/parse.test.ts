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
    ['without a term', '  - { replacements: [use] }', ['3:5 wrong-shape: “term” is missing. Add it.']],
    [
      'with a key of its own',
      '  - { term: via, replacement: by }',
      ['3:18 unknown-key: “replacement” is not a key that belongs here. Remove it, or check its spelling.'],
    ],
    ['with one replacement that is no list', '  - term: via\n    replacements: by', ['4:19 wrong-shape: “replacements” must be a list: write [by].']],
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
    ['that is a number', '  - term: 365', ['3:11 wrong-shape: “term” is read as a number. Put it in quotation marks: "365".']],
    ['that is nothing', '  - term:', ['3:10 wrong-shape: “term” is empty. Write something there, or remove it.']],
    ['of no such status', '  - { term: via, status: live }', ['3:26 wrong-shape: “status” is “live”. Write proposed, approved, deprecated or retired.']],
    [
      'with a yes in quotation marks',
      '  - { term: via, caseSensitive: "yes" }',
      ['3:33 wrong-shape: “caseSensitive” is text. Write true or false, without quotation marks.'],
    ],
    ['that is a word', '  - via', ['3:5 wrong-shape: Item 1 of “terms” is text. Write keys with values, as in “key: value”.']],
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

  it.each([
    ['2027-02-30', 'the calendar has no such day. Write a date as 2027-06-30'],
    ['2027-13-45', 'the calendar has no such day. Write a date as 2027-06-30'],
    ['next week', 'write a date as 2027-06-30'],
  ])('that is to be reviewed by %s is told so', (date, reason) => {
    expect(parseGlossary('a.yml', `name: a\nreviewBy: ${date}\nterms: []`).problems.map(({ message }) => message)).toEqual([
      `“reviewBy” is not right: ${reason}.`,
    ]);
  });

  it('that is not UTF-8 says where', () => {
    const text = new TextDecoder().decode(new Uint8Array([...new TextEncoder().encode('name: caf'), 0xe9, 0x0a, ...new TextEncoder().encode('terms: []')]));
    expect(parseGlossary('a.yml', text).problems).toEqual([
      {
        path: 'a.yml',
        start: { line: 1, column: 10 },
        severity: 'error',
        code: 'not-utf8',
        message: 'A character here could not be read, because the file is not saved as UTF-8. Save it as UTF-8, and write the character again.',
      },
    ]);
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

describe('a broken glossary', () => {
  const read = (text: string) => {
    const { glossary, problems } = parseGlossary('a.yml', text);
    return { terms: glossary.terms.map(({ term }) => term), problems: problems.map(({ start, message }) => `${start.line}:${start.column} ${message}`) };
  };

  it.each([
    ['an open bracket', '  - term: per\n    replacements: [by\n', '5:1 A bracket is not closed before this place. Close it with “]”.'],
    ['an open quotation mark', '  - term: "per\n', '4:1 A quotation mark is not closed before this place. Close it with ".'],
    ['a second colon', '  - term: per: by\n', '3:11 This value has a colon of its own. Put the value in quotation marks.'],
    ['a tab', '  - term: per\n\treplacements: [by]\n', '4:1 This line starts with a tab, which means nothing to YAML. Indent it with spaces.'],
    ['a key that comes twice', '  - term: per\n    term: via\n', '4:5 This key is already there. Keep one of the two.'],
    ['a hidden character', '  - term: p\0er\n', '3:12 There is a control character here, which nobody can see. Type this line again.'],
    ['a sign that YAML keeps for itself', '  - term: @per\n', '3:11 A value cannot start with “@”. Put it in quotation marks.'],
  ])('loses one entry by %s, and keeps the others', (_what, entry, problem) => {
    expect(read(`name: a\nterms:\n${entry}  - term: via\n`)).toEqual({ terms: ['via'], problems: [problem] });
  });

  it('is still told what else is wrong', () => {
    expect(read('name: a\nterms:\n  - term: "per\n  - term: 365\nreviewBy: soon\n').problems).toEqual([
      '4:1 A quotation mark is not closed before this place. Close it with ".',
      '5:11 “reviewBy” is not right: write a date as 2027-06-30.',
      '4:11 “term” is read as a number. Put it in quotation marks: "365".',
    ]);
  });

  it('of any depth is a problem', () => {
    const { problems } = read(`name: a\nterms: ${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(problems[0]).toContain('Lists or keys are nested too deep here to be read. Write this part with fewer levels.');
  });

  it('with a second document is told so', () => {
    expect(read('name: a\nterms:\n  - term: via\n---\nname: b\n').problems).toEqual([
      '4:1 A second document starts here. Keep one in a file, and remove the line “---”.',
    ]);
  });

  it('with tags of another program runs nothing and says so', () => {
    expect(read('name: a\nterms:\n  - term: !!js/function "function(){}"\n').problems).toEqual([
      '3:11 The tag “!!js/function” means nothing here. Remove it; nothing is ever run.',
    ]);
  });
});

describe('places in a long list', () => {
  it.each([
    ['indented', '  '],
    ['at the left edge', ''],
  ])('are those of its lines when it is %s', (_what, indent) => {
    const item = (lines: readonly string[]): string => `${indent}- ${lines.join(`\n${indent}  `)}\n`;
    const text = `# Ours\nname: a\nterms: # all of them\n\n${item(['term: via', 'definition: |', '  - not an item', '', '# nor this'])}# Between\n${item(['term: per', 'reason: "two', '  lines"', 'policy: kill'])}\nowner: 5\n`;
    const { problems } = parseGlossary('a.yml', text);
    expect(problems.map(({ start, code }) => `${text.split('\n')[start.line - 1]?.slice(start.column - 1)} ${code}`)).toEqual([
      '5 wrong-shape',
      'kill wrong-shape',
    ]);
  });
});
