import { afterEach, describe, expect, it, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, MemoryFiles, TestClient } from './client.js';

const running: TestClient[] = [];

async function start(texts: Readonly<Record<string, string>> = {}, options?: ClientOptions): Promise<TestClient> {
  const client = await TestClient.start(new MemoryFiles(texts), options);
  running.push(client);
  return client;
}

afterEach(() => {
  for (const client of running.splice(0)) client.stop();
});

const houseConfig = 'glossaries: [plain-words, ./glossaries/house.yml]\n';
const houseGlossary = 'name: house\nterms:\n  - term: frobnicate\n    partOfSpeech: verb\n    replacements: [mend]\n';

describe('diagnostics', () => {
  it('come when the editor asks for them', async () => {
    const client = await start();
    await client.open('draft.md', 'We utilise it.\n');
    expect(await client.marks('draft.md')).toEqual(['jargon: utilise']);
  });

  it('are sent to an editor that does not ask, and taken back when the message closes', async () => {
    const client = await start({}, { pulls: false });
    await client.open('draft.md', 'We utilise it.\n');
    await vi.waitFor(() => expect(client.pushed.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(['jargon']));
    await client.type('draft.md', 'utilise', 'use');
    await vi.waitFor(() => expect(client.pushed.at(-1)?.diagnostics).toEqual([]));
    await client.type('draft.md', 'use', 'utilise');
    await vi.waitFor(() => expect(client.pushed.at(-1)?.diagnostics).toHaveLength(1));
    await client.close('draft.md');
    await vi.waitFor(() => expect(client.pushed.at(-1)?.diagnostics).toEqual([]));
  });

  it('call words rare by the list that the editor names', async () => {
    const client = await start({}, { wordFrequency: '6.00 the job is\n' });
    await client.open('draft.md', 'The job is vestigial.\n');
    expect(await client.marks('draft.md')).toEqual(['unlisted-jargon: vestigial']);
  });

  it('follow what is typed', async () => {
    const client = await start();
    await client.open('draft.md', '# News\n\nWe use it.\n\nAll is well.\n');
    expect(await client.marks('draft.md')).toEqual([]);
    await client.type('draft.md', 'use', 'utilise');
    expect(await client.marks('draft.md')).toEqual(['jargon: utilise']);
  });

  it.each([
    ['page.html', 'html', '<p>We utilise&nbsp;it.</p><p hidden>We leverage it.</p>\n'],
    ['note.txt', 'plaintext', 'Subject: News\n\nWe utilise it.\n'],
    ['mail.eml', 'plaintext', 'Subject: News\r\nFrom: a@example.org\r\n\r\nWe utilise it.\r\n\r\n> We leverage it.\r\n'],
    ['Untitled-1', 'markdown', '# News\n\nWe utilise it.\n'],
  ])('come for %s', async (path, language, text) => {
    const client = await start();
    await client.open(path, text, language);
    expect(await client.marks(path)).toEqual(['jargon: utilise']);
  });

  it('stay away from text without an ending, and text for machines', async () => {
    const client = await start();
    await client.open('Untitled-1', 'We utilise it.\n', 'plaintext');
    await client.open('requirements.txt', 'utilise\n', 'plaintext');
    expect([await client.marks('Untitled-1'), await client.marks('requirements.txt')]).toEqual([[], []]);
  });

  it('stay away from what is no message', async () => {
    const client = await start();
    await client.open('code.ts', '// We utilise it.\n', 'typescript');
    await client.open('other.yml', 'note: We utilise it.\n');
    expect(await client.marks('code.ts')).toEqual([]);
    expect(await client.marks('other.yml')).toEqual([]);
  });

  it('are empty for a message that closed before they were asked for', async () => {
    const client = await start();
    await client.open('draft.md', 'We utilise it.\n');
    await client.close('draft.md');
    expect(await client.diagnose('draft.md')).toEqual([]);
  });

  it('survive a message of one endless line', async () => {
    const client = await start();
    await client.open('draft.md', `${'we know it and '.repeat(20_000)} utilise it`);
    expect(await client.marks('draft.md')).toContain('jargon: utilise');
  });
});

describe('the organisation', () => {
  it('is the nearest liaison.yml', async () => {
    const client = await start({ 'liaison.yml': houseConfig, 'glossaries/house.yml': houseGlossary });
    await client.open('news/draft.md', 'We frobnicated it.\n');
    expect(await client.marks('news/draft.md')).toEqual(['jargon: frobnicated']);
  });

  it('is read again when a glossary is saved', async () => {
    const client = await start({ 'liaison.yml': houseConfig, 'glossaries/house.yml': houseGlossary });
    await client.open('draft.md', 'We defenestrate it.\n');
    expect(await client.marks('draft.md')).toEqual([]);
    client.files.write('glossaries/house.yml', houseGlossary.replace('frobnicate', 'defenestrate'));
    await client.fileChanged('glossaries/house.yml');
    await vi.waitFor(() => expect(client.refreshes).toBe(1));
    expect(await client.marks('draft.md')).toEqual(['jargon: defenestrate']);
  });

  it('counts what is typed in a glossary before it is saved', async () => {
    const client = await start({ 'liaison.yml': houseConfig, 'glossaries/house.yml': houseGlossary });
    await client.open('draft.md', 'We defenestrate it.\n');
    await client.open('glossaries/house.yml', houseGlossary);
    await client.type('glossaries/house.yml', 'frobnicate', 'defenestrate');
    await vi.waitFor(async () => expect(await client.marks('draft.md')).toEqual(['jargon: defenestrate']));
  });

  it('may begin with a liaison.yml that was not there', async () => {
    const client = await start();
    await client.open('draft.md', 'We utilise it.\n');
    expect(await client.marks('draft.md')).toHaveLength(1);
    client.files.write('liaison.yml', 'glossaries: []\nrules:\n  simpler-word: off\n');
    await client.fileChanged('liaison.yml');
    await vi.waitFor(async () => expect(await client.marks('draft.md')).toEqual([]));
  });

  it('has its mistakes shown where they stand', async () => {
    const config = 'audience: everone\nglossaries:\n  - it-jargn\n  - ./missing.yml\n';
    const client = await start({ 'liaison.yml': config });
    await client.open('liaison.yml', config);
    const found = (await client.diagnose('liaison.yml')).map(
      ({ range, code, message }) => `${range.start.line + 1}:${range.start.character + 1} ${code}: ${message}`,
    );
    expect(found).toEqual([
      '1:11 unknown-audience: There is no audience “everone” under “audiences”. Did you mean “everyone”?',
      '3:5 unknown-glossary: There is no glossary “it-jargn”. Did you mean “it-jargon”?',
      '4:5 missing-file: There is no file “./missing.yml”. Check the path, or remove the entry.',
    ]);
  });

  it.each([
    ['empty', ''],
    ['not YAML', 'terms: [\n'],
    ['of another shape', '- one\n- two\n'],
  ])('works on with a glossary that is %s', async (_, text) => {
    const client = await start({ 'liaison.yml': houseConfig, 'glossaries/house.yml': text });
    await client.open('draft.md', 'We utilise it.\n');
    expect(await client.marks('draft.md')).toEqual(['jargon: utilise']);
    await client.open('glossaries/house.yml', text);
    expect((await client.diagnose('glossaries/house.yml')).length).toBeGreaterThan(0);
  });
});

describe('code actions', () => {
  it('replace one word, preferred where that is safe', async () => {
    const client = await start();
    await client.open('draft.md', 'They utilised it.\n');
    const [action] = await client.actions('draft.md', 'utilised');
    expect(action).toMatchObject({ title: 'Use “used”', kind: 'quickfix', isPreferred: true });
    expect(client.applied('draft.md', action)).toBe('They used it.\n');
  });

  it('mend all of one rule at once', async () => {
    const client = await start();
    await client.open('draft.md', 'We utilise it. They utilise it.\n');
    const action = (await client.actions('draft.md', 'utilise')).find(({ title }) => title === 'Fix all 2 of “jargon” that are safe');
    expect(client.applied('draft.md', action)).toBe('We use it. They use it.\n');
  });

  it('mend all that is safe as a source action, and only when that is asked for', async () => {
    const client = await start();
    await client.open('draft.md', '# On `utilise`\n\nWe utilise it.\r\n\r\nThey utilised “utilise” prior to it.\n');
    const actions = await client.actions('draft.md', '#', { only: ['source.fixAll.liaison'] });
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([['Fix all that is safe to fix', 'source.fixAll.liaison']]);
    expect(client.applied('draft.md', actions[0])).toBe('# On `utilise`\n\nWe use it.\r\n\r\nThey used “utilise” before it.\n');
  });
});

describe('a glossary as it is typed', () => {
  it('never fails, letter by letter, and keeps its other entries at work', async () => {
    const entry = '  - term: "defenestrate"\n    replacements: [throw, {out: of}, \'the\']\n    examples: { flags: ["A: b"] }\n';
    const client = await start({ 'liaison.yml': houseConfig, 'glossaries/house.yml': houseGlossary });
    await client.open('draft.md', 'We frobnicate it.\n');
    await client.open('glossaries/house.yml', `${houseGlossary}#`);
    for (const letter of entry) {
      await client.type('glossaries/house.yml', '#', `${letter}#`);
      await client.diagnose('glossaries/house.yml');
      expect(await client.marks('draft.md')).toEqual(['jargon: frobnicate']);
    }
  });

  it('marks only the entry that is not finished', async () => {
    const client = await start({ 'liaison.yml': houseConfig, 'glossaries/house.yml': houseGlossary });
    await client.open('glossaries/house.yml', `${houseGlossary}  - term: via\n`);
    await client.type('glossaries/house.yml', '[mend]', '[mend');
    expect((await client.diagnose('glossaries/house.yml')).map(({ range, message }) => `${range.start.line + 1} ${message}`)).toEqual([
      '6 A bracket is not closed before this place. Close it with “]”.',
    ]);
    await client.type('glossaries/house.yml', '[mend', '[mend]');
    expect(await client.diagnose('glossaries/house.yml')).toEqual([]);
  });
});

describe('a goals file', () => {
  const told = async (client: TestClient, path: string): Promise<readonly string[]> =>
    (await client.diagnose(path)).map(({ range, code }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`);

  it('is checked as it is typed, and keeps its other goals at work', async () => {
    const text = 'reviewBy: 2020-01-01\ngoals:\n  - { id: G1, title: One, status: retired }\n  - id: G2\n    title: Two\n';
    const client = await start({ 'liaison.yml': 'goals: ./strategy.yml\n', 'strategy.yml': text });
    await client.open('strategy.yml', text);
    expect(await told(client, 'strategy.yml')).toEqual(['1:11 overdue-review', '4:5 incomplete-goal']);
    await client.open('draft.md', '---\nkind: status\ngoals: [G2, G3]\n---\n\nIt is open.\n');
    await client.type('strategy.yml', 'title: Two', 'title: "Two');
    expect(await told(client, 'strategy.yml')).toContain('6:1 not-yaml');
    await client.type('strategy.yml', 'title: One', 'title: [One');
    await client.type('strategy.yml', '"Two', 'Two');
    await vi.waitFor(async () => expect((await client.marks('draft.md')).filter((mark) => mark.startsWith('goal-unknown'))).toEqual(['goal-unknown: G3']));
  });

  it('is known by its name where no liaison.yml names it', async () => {
    const client = await start();
    await client.open('goals.yml', 'goals: 5\n');
    expect(await told(client, 'goals.yml')).toEqual(['1:8 wrong-shape']);
  });

  it('is not the liaison.yml that names itself', async () => {
    const client = await start({ 'liaison.yml': 'goals: ./liaison.yml\n' });
    await client.open('liaison.yml', 'goals: ./liaison.yml\n');
    expect(await told(client, 'liaison.yml')).toEqual(['1:8 wrong-file']);
  });
});

describe('front matter', () => {
  it('has its slips marked beside the findings', async () => {
    const client = await start();
    await client.open('draft.md', '---\nkind: stauts\n---\n\nWe utilise it.\n');
    expect(await client.marks('draft.md')).toEqual(['jargon: utilise', 'unknown-kind: stauts']);
    await client.type('draft.md', 'stauts', 'page');
    expect(await client.marks('draft.md')).toEqual(['jargon: utilise']);
  });
});

describe('the check-up', () => {
  const message = '---\nkind: announcement\n---\n\nThe portal opens on Friday 5 June.\n';

  it('says what a message has, where, and what it lacks, with edits that add it', async () => {
    const client = await start();
    await client.open('draft.md', message);
    const checkUp = await client.checkUp('draft.md');
    expect(checkUp).toMatchObject({ kind: 'announcement', audience: 'everyone', goals: [] });
    expect(checkUp?.parts.find(({ part }) => part === 'when')).toEqual({
      part: 'when',
      title: 'When',
      isMet: true,
      evidence: { start: { line: 4, character: 0 }, end: { line: 4, character: 34 } },
      fixes: [],
    });
    const contact = checkUp?.parts.find(({ part }) => part === 'contact');
    expect(contact).toMatchObject({ title: 'Whom to ask, and how', isMet: false, fixes: [{ title: 'Add a line that says whom to ask' }] });
    expect(TextDocument.applyEdits(TextDocument.create('draft.md', 'markdown', 1, message), [...(contact?.fixes[0]?.edits ?? [])])).toBe(
      `${message.trimEnd()}\n\n**Questions?** Ask [who], on [number] or at [address].\n`,
    );
  });

  it('is null for what is no open message', async () => {
    expect(await (await start()).checkUp('draft.md')).toBeNull();
  });
});

describe('hover', () => {
  it('tells what a term means, what to say instead and which glossary says so', async () => {
    const client = await start();
    await client.open('draft.md', 'Sign in with SSO, and **utilise** it.\n');
    expect(await client.hover('draft.md', 'SSO')).toBe(
      '**SSO**: single sign-on\n\nMeans one password that opens all your work systems.\n\nKnown to: it.\n\n_Glossary it-acronyms, kept by Liaison maintainers_',
    );
    expect(await client.hover('draft.md', 'utilise')).toContain('Say instead: “use”.');
  });

  it('says when there is nothing to mend', async () => {
    const client = await start({ 'liaison.yml': 'audiences:\n  it: { knows: ["domain:it"] }\naudience: it\n' });
    await client.open('draft.md', 'Sign in with SSO.\n');
    expect(await client.hover('draft.md', 'SSO')).toContain('\n\nNothing to mend here for the audience “it”.\n\n');
  });

  it('tells what the values of front matter stand for', async () => {
    const client = await start({
      'liaison.yml': 'goals: ./goals.yml\naudiences:\n  it: { readingAge: 18, knows: ["domain:it", ROI] }\n',
      'goals.yml':
        'goals:\n  - id: G1\n    title: Easy services\n    statement: All is easy.\n    owner: the director\n    from: 2025-04-01\n    until: 2028-03-31\n    status: achieved\n',
    });
    await client.open('draft.md', '---\nkind: status\naudience: it\nintent: ask\ngoals: [G1, G2]\n---\n\nAll is well.\n');
    expect(await client.hover('draft.md', 'status')).toBe('**status**\n\nSays how a piece of work is going.');
    expect(await client.hover('draft.md', 'it\n')).toBe('**it**\n\nCan follow a text for readers of 18. Knows the words of it, ROI.');
    expect(await client.hover('draft.md', 'ask')).toBe('**ask**\n\nReaders are to do something.');
    expect(await client.hover('draft.md', 'G1')).toBe(
      '**G1**: Easy services\n\nAll is easy.\n\nThis goal is achieved.\n\nCounts from 2025-04-01 until 2028-03-31.\n\n_the director answers for it_',
    );
    expect(await client.hover('draft.md', 'G2')).toBeUndefined();
  });

  it('is silent over other words', async () => {
    const client = await start();
    await client.open('draft.md', 'Sign in today.\n');
    expect(await client.hover('draft.md', 'today')).toBeUndefined();
  });
});

describe('settings', () => {
  it('switch rules and the whole server off, and count as soon as they change', async () => {
    let settings: unknown = { rules: { jargon: 'off', 'simpler-word': 'off' } };
    const client = await start({}, { settings: () => settings });
    await client.open('draft.md', 'We utilise it.\n');
    expect(await client.marks('draft.md')).toEqual([]);
    settings = { rules: { jargon: 'error' } };
    await client.settingsChanged();
    await vi.waitFor(async () => expect((await client.diagnose('draft.md')).map(({ severity }) => severity)).toEqual([1]));
    settings = { enable: false };
    await client.settingsChanged();
    await vi.waitFor(async () => expect(await client.diagnose('draft.md')).toEqual([]));
  });
});
