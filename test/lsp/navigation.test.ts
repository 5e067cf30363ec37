import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens, DocumentLink, DocumentSymbol, Location, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type TextView, textViewMethod } from '../../server/src/lsp/protocol.js';
import { makeDocx, paragraph } from '../support/office-files.js';
import { type ClientOptions, MemoryFiles, TestClient } from './client.js';

const running: TestClient[] = [];

const config =
  'glossaries: [plain-words, ./glossaries/house.yml]\ngoals: ./goals.yml\naudiences:\n  everyone: { readingAge: 14 }\n  it: { knows: ["frobnicate"] }\nmessages:\n  - { files: "status/**", kind: status, goals: [G2] }\n';
const glossary =
  'name: house\nterms:\n  - term: frobnicate\n    partOfSpeech: verb\n    replacements: [mend]\n  - term: "whatsit"\n    definition: a thing\n    status: proposed\n  - { term: unused, replacements: [none] }\n';
const goals = 'goals:\n  - id: G1\n    title: Easy services\n    statement: All is easy.\n  - id: "G2"\n    title: Safe systems\n    status: retired\n';
const texts = {
  'liaison.yml': config,
  'glossaries/house.yml': glossary,
  'goals.yml': goals,
  'news/a.md': '---\nkind: announcement\ngoals: [G1, "G2"]\n---\n\n# News\n\nThey frobnicated a whatsit. Now they are frobnicating it.\n',
  'news/b.md': '---\nkind: announcement\naudience: it\ngoal: G1\n---\n\nWe frobnicate it.\n',
  'status/c.md': 'All is well.\n',
};

async function start(options?: ClientOptions): Promise<TestClient> {
  const client = await TestClient.start(new MemoryFiles(texts), options);
  running.push(client);
  for (const [path, text] of Object.entries(texts)) if (!path.endsWith('b.md') && !path.endsWith('c.md')) await client.open(path, text);
  return client;
}

afterEach(() => {
  for (const client of running.splice(0)) client.stop();
});

/** Places as `path: words`. */
async function show(client: TestClient, places: readonly Location[]): Promise<string[]> {
  return Promise.all(
    places.map(async ({ uri, range }) => {
      const path = uri.slice('file:///acme/'.length);
      const text = (await client.files.readText(`/acme/${path}`)) ?? '';
      return `${path}: ${TextDocument.create(uri, '', 1, text).getText(range)}`;
    }),
  );
}

function edited(edit: WorkspaceEdit | null): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edit?.changes ?? {}).map(([uri, edits]) => {
      const path = uri.slice('file:///acme/'.length);
      return [path, TextDocument.applyEdits(TextDocument.create(uri, '', 1, texts[path as keyof typeof texts]), edits)];
    }),
  );
}

describe('definition', () => {
  it('of a term is its entry, from any inflected use', async () => {
    const client = await start();
    const place = await client.ask<Location>('textDocument/definition', 'news/a.md', { at: 'frobnicated' });
    expect(await show(client, [place])).toEqual(['glossaries/house.yml: frobnicate']);
  });

  it('of a goal id is its entry, from a message and from liaison.yml', async () => {
    const client = await start();
    for (const [path, at] of [
      ['news/a.md', 'G2'],
      ['liaison.yml', 'G2'],
    ] as const) {
      const place = await client.ask<Location>('textDocument/definition', path, { at });
      expect(await show(client, [place])).toEqual(['goals.yml: G2']);
    }
  });

  it('is not there for a term that ships with Liaison, and for other words', async () => {
    const client = await start();
    await client.open('d.md', 'We utilise it today.\n');
    expect(await client.ask('textDocument/definition', 'd.md', { at: 'utilise' })).toBeNull();
    expect(await client.ask('textDocument/definition', 'd.md', { at: 'today' })).toBeNull();
  });
});

describe('references', () => {
  const context = { includeDeclaration: true };

  it('of a term are all its uses, however inflected, in open and closed messages', async () => {
    const client = await start();
    const places = await client.ask<Location[]>('textDocument/references', 'glossaries/house.yml', { at: 'frobnicate', context });
    expect(await show(client, places)).toEqual([
      'glossaries/house.yml: frobnicate',
      'news/a.md: frobnicated',
      'news/a.md: frobnicating',
      'news/b.md: frobnicate',
    ]);
  });

  it('of a goal are the messages and the folders that name it', async () => {
    const client = await start();
    const places = await client.ask<Location[]>('textDocument/references', 'goals.yml', { at: 'G2', context: { includeDeclaration: false } });
    expect(await show(client, places)).toEqual(['news/a.md: G2', 'liaison.yml: G2']);
  });

  it('follow what is typed', async () => {
    const client = await start();
    await client.type('news/a.md', 'frobnicated', 'saw');
    const places = await client.ask<Location[]>('textDocument/references', 'glossaries/house.yml', { at: 'frobnicate', context });
    expect(places).toHaveLength(3);
  });
});

describe('a text view', () => {
  const view = 'liaison-text:/acme/news/memo.docx?file%3A%2F%2F%2Facme%2Fnews%2Fmemo.docx';

  async function startWithView(): Promise<TestClient> {
    const client = await start();
    client.files.writeBytes('news/memo.docx', makeDocx({ body: paragraph('They frobnicate it.'), properties: { 'liaison:goals': 'G1' } }));
    const { text = '' } = await client.send<TextView>(textViewMethod, { uri: client.uriOf('news/memo.docx') }).answer;
    await client.open(view, text, 'plaintext');
    return client;
  }

  it('belongs to the organisation of its file', async () => {
    const client = await startWithView();
    const found = await client.ask<Location[]>('textDocument/references', view, { at: 'frobnicate', context: { includeDeclaration: false } });
    expect(found.filter(({ uri }) => uri === view)).toHaveLength(1);
    const [entry] = await client.ask<Location[]>('textDocument/definition', view, { at: 'G1' }).then((places) => [places].flat());
    expect(entry?.uri).toBe(client.uriOf('goals.yml'));
  });

  it('is left as it is when a goal is renamed', async () => {
    const client = await startWithView();
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', 'goals.yml', { at: 'G1', newName: 'G9' });
    expect(Object.keys(edit.changes ?? {})).toEqual(['goals.yml', 'news/a.md', 'news/b.md'].map((path) => client.uriOf(path)));
  });
});

describe('rename', () => {
  it('of a goal changes its entry, all messages and liaison.yml, and quotes what would be read as a number', async () => {
    const client = await start();
    expect(await client.ask('textDocument/prepareRename', 'news/a.md', { at: 'G2' })).toMatchObject({ placeholder: 'G2' });
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', 'news/a.md', { at: 'G2', newName: '1.10' });
    expect(edited(edit)).toEqual({
      'goals.yml': goals.replace('"G2"', '"1.10"'),
      'liaison.yml': config.replace('G2', '"1.10"'),
      'news/a.md': texts['news/a.md'].replace('"G2"', '"1.10"'),
    });
  });

  it('of a term changes its entry and who knows it, not the messages', async () => {
    const client = await start();
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', 'news/a.md', { at: 'frobnicated', newName: 'tinker with' });
    expect(edited(edit)).toEqual({
      'glossaries/house.yml': glossary.replace('frobnicate', 'tinker with'),
      'liaison.yml': config.replace('frobnicate', 'tinker with'),
    });
  });

  it('says why it cannot be', async () => {
    const client = await start();
    await client.open('d.md', 'We utilise it.\n');
    await expect(client.ask('textDocument/prepareRename', 'd.md', { at: 'utilise' })).rejects.toThrow(
      '“utilise” is in the glossary “plain-words”, which ships with Liaison. Add an entry of your own to change it.',
    );
    await expect(client.ask('textDocument/rename', 'goals.yml', { at: 'G1', newName: 'G2' })).rejects.toThrow(
      'Another goal is already called “G2”. Choose another id.',
    );
    await expect(client.ask('textDocument/rename', 'goals.yml', { at: 'G1', newName: 'a, b' })).rejects.toThrow(
      '“a, b” is awkward to write in a message. Use letters and digits, with “-”, “_”, “.” or “/” between them.',
    );
    expect(await client.ask('textDocument/prepareRename', 'd.md', { at: 'it' })).toBeNull();
  });
});

describe('code lenses', () => {
  async function lenses(client: TestClient, path: string): Promise<readonly { readonly title: string | undefined; readonly places: number }[]> {
    const found = await client.ask<CodeLens[]>('textDocument/codeLens', path);
    const resolved = await Promise.all(found.map((lens) => client.send<CodeLens>('codeLens/resolve', lens).answer));
    return resolved.map(({ command }) => ({ title: command?.title, places: command?.arguments?.[2]?.length ?? 0 }));
  }

  it('tell above a term how often it is used, and what a proposed one would flag', async () => {
    const client = await start({ commands: ['liaison.showReferences'] });
    expect(await lenses(client, 'glossaries/house.yml')).toEqual([
      { title: '3 uses in 2 messages, 2 flagged', places: 3 },
      { title: 'Would flag 1 place in 1 message', places: 1 },
      { title: 'Not used', places: 0 },
    ]);
  });

  it('tell above a goal which messages count for it, also by their folder', async () => {
    const client = await start({ commands: ['liaison.showReferences'] });
    expect(await lenses(client, 'goals.yml')).toEqual([
      { title: '2 messages', places: 2 },
      { title: '2 messages', places: 2 },
    ]);
  });

  it('lead nowhere for a client without the command', async () => {
    const client = await start();
    expect(await lenses(client, 'goals.yml')).toEqual([
      { title: '2 messages', places: 0 },
      { title: '2 messages', places: 0 },
    ]);
  });
});

describe('symbols', () => {
  const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, detail, children = [] }) => [name, ...(detail === undefined ? [] : [detail]), ...outline(children)]);

  it('of a message are its headings, with how much there is to mend below each', async () => {
    const client = await start();
    await client.open('d.md', '# News\n\nWe utilise it.\n\n## One\n\nWe utilise it.\n\n## Two\n\nAll is well.\n');
    expect(outline(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'd.md'))).toEqual([['News', '2 findings', ['One', '1 finding'], ['Two']]]);
  });

  it('of a deck are its slides', async () => {
    const client = await start();
    await client.open('d.md', '---\nmarp: true\nkind: deck\n---\n\n# Welcome\n\n---\n\nNo title here.\n');
    expect(outline(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'd.md')).map((slide) => (slide as string[])[0])).toEqual([
      '1 Welcome',
      'Slide 2',
    ]);
  });

  it('of an organisation’s files are its terms and goals', async () => {
    const client = await start();
    expect(outline(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'glossaries/house.yml'))).toEqual([
      ['frobnicate'],
      ['whatsit', 'proposed'],
      ['unused'],
    ]);
    expect(outline(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'goals.yml'))).toEqual([
      ['G1: Easy services'],
      ['G2: Safe systems', 'retired'],
    ]);
  });

  it('of the workspace are found by any words of their names', async () => {
    const client = await start();
    const find = async (query: string) => (await client.send<WorkspaceSymbol[]>('workspace/symbol', { query }).answer).map(({ name }) => name);
    expect(await find('systems g2')).toEqual(['G2: Safe systems']);
    expect(await find('')).toEqual(['frobnicate', 'whatsit', 'unused', 'G1: Easy services', 'G2: Safe systems']);
  });
});

describe('document links', () => {
  it('lead from liaison.yml to the files and rules that it names', async () => {
    const client = await start();
    await client.open('two/liaison.yml', 'glossaries: [plain-words, "./a.yml"]\ngoals: ../goals.yml\nrules:\n  jargon: off\n  no-such: off\n');
    const links = await client.ask<DocumentLink[]>('textDocument/documentLink', 'two/liaison.yml');
    expect(links.map(({ range, target }) => `${client.documentOf('two/liaison.yml').getText(range)} → ${target}`)).toEqual([
      './a.yml → file:///acme/two/a.yml',
      '../goals.yml → file:///acme/goals.yml',
      'jargon → https://example.org/rules/jargon.md',
    ]);
  });
});
