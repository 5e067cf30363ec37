import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, MemoryFiles, TestClient } from './client.js';

const running: TestClient[] = [];

const config = 'glossaries: [./glossaries/house.yml]\nrules:\n  simpler-word: off\n';
const glossary = 'name: house\nterms:\n  - term: frobnicate\n    replacements: [mend]\n';

async function start(options?: ClientOptions): Promise<TestClient> {
  const client = await TestClient.start(new MemoryFiles({ 'liaison.yml': config, 'glossaries/house.yml': glossary }), options);
  running.push(client);
  await client.open('d.md', 'We utilise it. We frobnicate it.\n');
  return client;
}

afterEach(() => {
  for (const client of running.splice(0)) client.stop();
});

describe('a liaison.yml broken while typing', () => {
  it('holds as it was, and says so in the file and to the client', async () => {
    const client = await start({ wantsStatus: true });
    expect(await client.marks('d.md')).toEqual(['jargon: frobnicate']);
    await client.open('liaison.yml', config);
    await client.type('liaison.yml', 'yml]', 'yml');
    expect((await client.diagnose('liaison.yml')).map(({ message }) => message)).toEqual([
      'This file cannot be read as it is, so its last version that could be read holds until then. A bracket is not closed before this place. Close it with “]”.',
    ]);
    expect(await client.marks('d.md')).toEqual(['jargon: frobnicate']);
    await vi.waitFor(() =>
      expect(client.statuses.at(-1)).toMatchObject({ state: 'broken', broken: [{ uri: 'file:///acme/liaison.yml', range: { start: { line: 1 } } }] }),
    );
    await client.type('liaison.yml', 'yml', 'yml]');
    await vi.waitFor(() => expect(client.statuses.at(-1)).toEqual({ state: 'ready', broken: [] }));
    expect(await client.diagnose('liaison.yml')).toEqual([]);
  });

  it('is told in the log of a client that has no other place for it', async () => {
    const client = await start();
    await client.open('liaison.yml', config);
    await client.diagnose('liaison.yml');
    await client.type('liaison.yml', 'yml]', 'yml');
    await vi.waitFor(() => expect(client.logged.join('\n')).toContain('acme/liaison.yml: This file cannot be read as it is'));
  });

  it('was never good: what can be read of it counts', async () => {
    const client = await TestClient.start(new MemoryFiles({ 'liaison.yml': 'glossaries: [plain-words,\n' }));
    running.push(client);
    await client.open('d.md', 'We utilise it.\n');
    expect(await client.marks('d.md')).toEqual(['jargon: utilise']);
  });

  it('never changes what is said of a message, letter by letter', async () => {
    const client = await start();
    const line = 'audiences: { "it": { readingAge: 18, knows: [a, "b"] } }\n';
    await client.open('liaison.yml', `${config}#`);
    for (const letter of line) {
      await client.type('liaison.yml', '#', `${letter}#`);
      expect(await client.marks('d.md')).toEqual(['jargon: frobnicate']);
    }
  });
});

describe('a glossary', () => {
  it('that is deleted is missed in liaison.yml, and comes back', async () => {
    const client = await start({ wantsStatus: true });
    await client.marks('d.md');
    client.files.remove('glossaries/house.yml');
    await client.fileChanged('glossaries/house.yml');
    await vi.waitFor(() =>
      expect(client.statuses.at(-1)?.broken.map(({ message }) => message)).toEqual([
        'There is no file “./glossaries/house.yml”. Check the path, or remove the entry.',
      ]),
    );
    expect(await client.marks('d.md')).toEqual([]);
    client.files.write('glossaries/house.yml', glossary);
    await client.fileChanged('glossaries/house.yml');
    await vi.waitFor(async () => expect(await client.marks('d.md')).toEqual(['jargon: frobnicate']));
    await vi.waitFor(() => expect(client.statuses.at(-1)?.state).toBe('ready'));
  });

  it('whose top is broken while typing keeps its terms', async () => {
    const client = await start();
    await client.marks('d.md');
    await client.open('glossaries/house.yml', glossary);
    await client.type('glossaries/house.yml', 'name: house', 'name: "house');
    expect((await client.diagnose('glossaries/house.yml')).map(({ code }) => code)).toContain('not-yaml');
    expect(await client.marks('d.md')).toEqual(['jargon: frobnicate']);
  });
});

describe('requests', () => {
  it('that are cancelled say so', async () => {
    const client = await start();
    await client.marks('d.md');
    const request = client.send('textDocument/references', {
      textDocument: { uri: client.uriOf('d.md') },
      position: { line: 0, character: 20 },
      context: { includeDeclaration: true },
    });
    request.cancel();
    await expect(request.answer).rejects.toMatchObject({ code: -32800 });
  });

  it('about a document that is not open are answered with nothing', async () => {
    const client = await start();
    const textDocument = { uri: 'file:///acme/closed.md' };
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    for (const [method, params] of [
      ['textDocument/hover', { position }],
      ['textDocument/definition', { position }],
      ['textDocument/references', { position, context: { includeDeclaration: true } }],
      ['textDocument/prepareRename', { position }],
      ['textDocument/codeLens', {}],
      ['textDocument/documentSymbol', {}],
      ['textDocument/documentLink', {}],
    ] as const)
      expect(await client.send(method, { textDocument, ...params }).answer).toBeNull();
    expect(await client.send('textDocument/completion', { textDocument, position }).answer).toEqual([]);
    expect(await client.send('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }).answer).toEqual([]);
  });
});
