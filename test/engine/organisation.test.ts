import { describe, expect, it } from 'vitest';
import { bundledGlossaries, Organisations, rules } from '../../server/src/index.js';
import { lintWith } from '../support/lint-text.js';
import { loadOrganisation, organisationsOf } from '../support/organisation.js';

/** The problems of an organisation, as a person reads them: `liaison.yml:2:3 code: message`. */
async function listProblems(files: Record<string, string>): Promise<readonly string[]> {
  const { problems } = await loadOrganisation(files);
  return problems.map(({ path, start, code, message }) => `${path.replace('/acme/', '')}:${start.line}:${start.column} ${code}: ${message}`);
}

const goals = 'goals:\n  - { id: G1, title: Easy online services }\n  - { id: G2, title: A safe network }\n';
const glossary = 'name: house\nterms:\n  - { term: frobnicate, replacements: [turn] }\n';

describe('an organisation', () => {
  it('is that of the nearest liaison.yml above the message', async () => {
    const organisations = organisationsOf({ '/acme/liaison.yml': 'language: en-US', '/acme/it/liaison.yml': 'language: en-AU' });
    const languages = await Promise.all(
      ['/acme/a.md', '/acme/it/a.md', '/acme/it/deep/down/a.md', '/acme/hr/a.md', '/other/a.md'].map(async (location) => {
        const { folder, config } = await organisations.forMessage(location);
        return `${folder} ${config.language}`;
      }),
    );
    expect(languages).toEqual(['/acme en-US', '/acme/it en-AU', '/acme/it en-AU', '/acme en-US', 'undefined en-GB']);
  });

  it('is found at the root', async () => {
    expect((await organisationsOf({ '/liaison.yml': '' }).forMessage('/a/b.md')).folder).toBe('');
  });

  it('is found at an address', async () => {
    const organisations = organisationsOf({ 'vscode-vfs://github/acme/liaison.yml': 'goals: goals.yml', 'vscode-vfs://github/acme/goals.yml': goals });
    const { problems, goals: found } = await organisations.forMessage('vscode-vfs://github/acme/docs/a.md');
    expect(problems).toEqual([]);
    expect(found?.goals).toHaveLength(2);
  });

  it('works without any file', async () => {
    const organisation = await organisationsOf({}).forMessage('/acme/a.md');
    expect(organisation.problems).toEqual([]);
    expect(organisation.glossaries.map(({ name }) => name)).toEqual([...bundledGlossaries]);
    expect(organisation.goals).toBeUndefined();
  });

  it('works with an empty file', async () => {
    const { problems, glossaries, config } = await loadOrganisation({ 'liaison.yml': '' });
    expect(problems).toEqual([]);
    expect(glossaries.map(({ name }) => name)).toEqual([...bundledGlossaries]);
    expect(config.audience).toBe('everyone');
  });

  it('is read once for all its messages', async () => {
    const asked: string[] = [];
    const organisations = new Organisations((location) => {
      asked.push(location);
      return Promise.resolve(location === '/acme/liaison.yml' ? '' : undefined);
    }, rules);
    await Promise.all(['/acme/a.md', '/acme/b.md', '/acme/c/d.md'].map((location) => organisations.forMessage(location)));
    expect(asked.filter((location) => location === '/acme/c/liaison.yml')).toHaveLength(1);
    expect(asked.filter((location) => location === '/acme/liaison.yml').length).toBeLessThanOrEqual(2);
  });

  it('leaves out what it ignores', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'ignore: ["archive/**", "*.draft.md"]' });
    expect(['/acme/archive/2020/a.md', '/acme/b.draft.md', '/acme/docs/b.draft.md', '/acme/a.md'].map((location) => organisation.isIgnored(location))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('gives messages the defaults of the first pattern that matches', async () => {
    const organisation = await loadOrganisation({
      'liaison.yml':
        'messages:\n  - { files: "status/**", kind: status }\n  - { files: ["**/*.news.md", "news/**"], kind: newsletter }\n  - { files: "**", kind: announcement }',
    });
    const kinds = ['/acme/status/week.news.md', '/acme/a.news.md', '/acme/news/a.md', '/acme/a.md'].map((location) => organisation.defaultsFor(location)?.kind);
    expect(kinds).toEqual(['status', 'newsletter', 'newsletter', 'announcement']);
  });
});

describe('glossaries of an organisation', () => {
  it('are read from paths and by bundled names', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'glossaries: [it-jargon, ./words/house.yml]', 'words/house.yml': glossary });
    expect(organisation.glossaries.map(({ name }) => name)).toEqual(['it-jargon', 'house']);
    expect(lintWith('jargon', 'We frobnicate it.', { organisation })).toMatchObject([{ text: 'frobnicate', term: 'frobnicate', glossary: 'house' }]);
  });

  it('may lie above the folder', async () => {
    const organisations = organisationsOf({ '/acme/it/liaison.yml': 'glossaries: [../house.yml]', '/acme/house.yml': glossary });
    expect((await organisations.forMessage('/acme/it/a.md')).glossaries.map(({ name }) => name)).toEqual(['house']);
  });

  it('win over those before them', async () => {
    const organisation = await loadOrganisation({
      'liaison.yml': 'glossaries: [./one.yml, ./two.yml]',
      'one.yml': 'name: one\nterms: [{ term: utilise, replacements: [use] }, { term: leverage, replacements: [use] }]',
      'two.yml': 'name: two\nterms: [{ term: utilise, replacements: [employ] }, { term: leverage, status: retired }]',
    });
    expect(lintWith('jargon', 'We utilise and leverage it.', { organisation }).map(({ message }) => message)).toEqual([
      '“utilise” may lose readers: try “employ”.',
    ]);
  });

  it('that are missing are reported where they are named', async () => {
    expect(await listProblems({ 'liaison.yml': 'glossaries:\n  - it-jargon\n  - ./house.yml' })).toEqual([
      'liaison.yml:3:5 missing-file: There is no file “./house.yml”. Check the path, or remove the entry.',
    ]);
  });

  it('that are misspelt are guessed', async () => {
    expect(await listProblems({ 'liaison.yml': 'glossaries: [it-jargn]' })).toEqual([
      'liaison.yml:1:14 unknown-glossary: There is no glossary “it-jargn”. Did you mean “it-jargon”?',
    ]);
  });

  it('that are like none of ours are asked for by path', async () => {
    expect(await listProblems({ 'liaison.yml': 'glossaries: [housewords]' })).toEqual([
      'liaison.yml:1:14 unknown-glossary: There is no glossary “housewords”. For a file of your own, write its path, as in “./glossaries/house.yml”.',
    ]);
  });

  it('count once when they are named twice', async () => {
    const files = { 'liaison.yml': 'glossaries: [plain-words, ./house.yml, plain-words, house.yml]', 'house.yml': 'name: house\nterms:\n  - term: via\n' };
    expect(await listProblems(files)).toEqual([
      'liaison.yml:1:40 duplicate-glossary: “plain-words” is already in this list. Remove it here.',
      'liaison.yml:1:53 duplicate-glossary: “house.yml” is already in this list. Remove it here.',
    ]);
    expect((await loadOrganisation(files)).glossaries.map(({ name }) => name)).toEqual(['plain-words', 'house']);
  });

  it('keep their good entries beside the bad ones', async () => {
    const organisation = await loadOrganisation({
      'liaison.yml': 'glossaries: [./house.yml]',
      'house.yml':
        'name: house\nterms:\n  - { term: frobnicate, replacements: [turn] }\n  - { trem: utilise }\n  - { term: leverage, status: maybe }\n  - { term: via }\n',
    });
    expect(organisation.glossaries[0]?.terms.map(({ term }) => term)).toEqual(['frobnicate', 'via']);
    expect(organisation.problems.map(({ path, start, code }) => `${path} ${start.line} ${code}`)).toEqual([
      '/acme/house.yml 4 wrong-shape',
      '/acme/house.yml 4 unknown-key',
      '/acme/house.yml 5 wrong-shape',
    ]);
  });
});

describe('goals of an organisation', () => {
  it('are read from the file that it names', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'goals: ./goals.yml', 'goals.yml': goals });
    expect(organisation.problems).toEqual([]);
    expect(organisation.goals?.goals.map(({ id }) => id)).toEqual(['G1', 'G2']);
  });

  it('that are missing are reported where they are named', async () => {
    expect(await listProblems({ 'liaison.yml': 'language: en-GB\ngoals: ./goals.yml' })).toEqual([
      'liaison.yml:2:8 missing-file: There is no file “./goals.yml”. Check the path, or remove the entry.',
    ]);
  });

  it('that a folder names and nobody has are guessed, at their own line', async () => {
    const config = 'goals: ./goals.yml\nmessages:\n  - { kind: status }\n  - { files: "status/**", goals: [G1, G3] }\n';
    const problems = await listProblems({ 'liaison.yml': config, 'goals.yml': goals });
    expect(problems.at(-1)).toBe('liaison.yml:4:39 unknown-goal: There is no goal “G3” in ./goals.yml. Did you mean “G1”?');
  });
});

describe('a broken file', () => {
  it.each([
    ['an empty glossary', { 'house.yml': '' }, ['house.yml:1:1 empty-file: A glossary starts with “name:” and lists its entries under “terms:”.']],
    ['a glossary of one word', { 'house.yml': 'words' }, ['house.yml:1:1 wrong-shape: A glossary starts with “name:” and lists its entries under “terms:”.']],
    ['a glossary without terms', { 'house.yml': 'name: house' }, ['house.yml:1:1 wrong-shape: “terms” must be a list: write each entry as “- term: …”.']],
    [
      'terms that are no list',
      { 'house.yml': 'name: house\nterms: leverage' },
      ['house.yml:2:8 wrong-shape: “terms” must be a list: write each entry as “- term: …”.'],
    ],
    ['empty goals', { 'goals.yml': '# none yet' }, ['goals.yml:1:1 empty-file: A goals file lists its goals under “goals:”, each with “id” and “title”.']],
    ['goals that are no list', { 'goals.yml': 'goals: G1' }, ['goals.yml:1:8 wrong-shape: “goals” must be a list: write each goal as “- id: …”.']],
    [
      'goals as a bare list',
      { 'goals.yml': '- id: G1' },
      ['goals.yml:1:1 wrong-shape: A goals file lists its goals under “goals:”, each with “id” and “title”.'],
    ],
  ])('of the kind “%s” is located, and the rest works', async (_what, broken, problems) => {
    const files: Record<string, string> = {
      'liaison.yml': 'goals: ./goals.yml\nglossaries: [plain-words, ./house.yml]',
      'goals.yml': goals,
      'house.yml': glossary,
      ...broken,
    };
    expect(await listProblems(files)).toEqual(problems);
    const organisation = await loadOrganisation(files);
    expect(lintWith('jargon', 'We utilise it.', { organisation })).toHaveLength(1);
  });

  it.each(['liaison.yml', 'house.yml', 'goals.yml'])('that is not YAML is located: %s', async (name) => {
    const files: Record<string, string> = {
      'liaison.yml': 'goals: ./goals.yml\nglossaries: [plain-words, ./house.yml]',
      'goals.yml': goals,
      'house.yml': glossary,
    };
    const { problems } = await loadOrganisation({ ...files, [name]: `${files[name]}\n"never closed` });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toContain(`/acme/${name} not-yaml`);
    expect(problems.every(({ start }) => start.line >= 1 && start.column >= 1)).toBe(true);
  });

  it('that cannot be read is a problem of its own', async () => {
    const organisations = new Organisations((location) => {
      if (location === '/acme/liaison.yml') return Promise.resolve('glossaries: [plain-words, ./house.yml]');
      return location === '/acme/house.yml' ? Promise.reject(new Error('permission denied')) : Promise.resolve(undefined);
    }, rules);
    const { problems, glossaries } = await organisations.forMessage('/acme/a.md');
    expect(problems).toEqual([
      {
        path: '/acme/house.yml',
        start: { line: 1, column: 1 },
        severity: 'error',
        code: 'unreadable-file',
        message: 'This file cannot be read: the system says “permission denied”.',
      },
    ]);
    expect(glossaries.map(({ name }) => name)).toEqual(['plain-words']);
  });
});

describe('a change of a file', () => {
  it('is seen once the organisation is told of it', async () => {
    const files: Record<string, string> = { '/acme/liaison.yml': 'glossaries: [./house.yml]', '/acme/house.yml': glossary };
    const organisations = organisationsOf(files);
    const countTerms = async (): Promise<number | undefined> => (await organisations.forMessage('/acme/a.md')).glossaries[0]?.terms.length;
    expect(await countTerms()).toBe(1);
    files['/acme/house.yml'] = `${glossary}  - { term: via }\n`;
    expect(await countTerms()).toBe(1);
    expect(await organisations.invalidate('/acme/house.yml')).toBe(true);
    expect(await countTerms()).toBe(2);
  });

  it('of a file that nothing hangs on says so', async () => {
    const organisations = organisationsOf({ '/acme/liaison.yml': '' });
    await organisations.forMessage('/acme/a.md');
    expect(await organisations.invalidate('/acme/other.yml')).toBe(false);
  });

  it('counts when a missing file appears', async () => {
    const files: Record<string, string> = { '/acme/liaison.yml': 'goals: ./goals.yml' };
    const organisations = organisationsOf(files);
    expect((await organisations.forMessage('/acme/a.md')).problems).toHaveLength(1);
    files['/acme/goals.yml'] = goals;
    await organisations.invalidate('/acme/goals.yml');
    expect((await organisations.forMessage('/acme/a.md')).problems).toEqual([]);
  });

  it('counts when a nearer liaison.yml appears, and when it goes', async () => {
    const files: Record<string, string> = { '/acme/liaison.yml': '' };
    const organisations = organisationsOf(files);
    const folder = async (): Promise<string | undefined> => (await organisations.forMessage('/acme/it/a.md')).folder;
    expect(await folder()).toBe('/acme');
    files['/acme/it/liaison.yml'] = '';
    await organisations.invalidate('/acme/it/liaison.yml');
    expect(await folder()).toBe('/acme/it');
    delete files['/acme/it/liaison.yml'];
    await organisations.invalidate('/acme/it/liaison.yml');
    expect(await folder()).toBe('/acme');
  });

  it('counts while the file is still being read', async () => {
    const files: Record<string, string> = { '/acme/liaison.yml': 'language: en-US' };
    const organisations = organisationsOf(files);
    const loading = organisations.forMessage('/acme/a.md');
    files['/acme/liaison.yml'] = 'language: en-AU';
    await Promise.all([loading, organisations.invalidate('/acme/liaison.yml')]);
    expect((await organisations.forMessage('/acme/a.md')).config.language).toBe('en-AU');
  });
});
