import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { makeDocx, paragraph } from '../support/office-files.js';
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

interface Previous {
  readonly uri: string;
  readonly value: string;
}

function pull(client: TestClient, previousResultIds: readonly Previous[] = []) {
  return client.send<WorkspaceDiagnosticReport>('workspace/diagnostic', { identifier: 'liaison', previousResultIds });
}

function idsOf(items: readonly WorkspaceDocumentDiagnosticReport[]): Previous[] {
  return items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
}

function told(items: readonly WorkspaceDocumentDiagnosticReport[]): string[] {
  return items.map((item) => `${item.uri.slice('file:///acme/'.length)}: ${item.kind === 'full' ? item.items.map(({ code }) => code).join(' ') : 'unchanged'}`);
}

describe('diagnostics of a document', () => {
  it('are not sent again when they are the same', async () => {
    const client = await start();
    await client.open('draft.md', 'We utilise it.\n\nAll is well.\n');
    const first = await client.ask<{ kind: string; resultId: string }>('textDocument/diagnostic', 'draft.md');
    expect(first.kind).toBe('full');
    await client.type('draft.md', 'All is well', 'All is fine');
    const ask = () => client.ask('textDocument/diagnostic', 'draft.md', { previousResultId: first.resultId });
    expect(await ask()).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.type('draft.md', 'We', 'They');
    expect(await ask()).toMatchObject({ kind: 'full', items: [{ code: 'jargon' }] });
  });
});

describe('diagnostics of the workspace', () => {
  const house = { 'liaison.yml': 'glossaries: [plain-words]\naudience: nobody\n', 'a.md': 'We utilise it.\n', 'b.md': 'We use it.\n' };

  it('cover what is not open: messages, and the files of the organisation', async () => {
    const client = await start(house);
    const { items } = await pull(client).answer;
    expect(told(items)).toEqual(['a.md: jargon', 'liaison.yml: unknown-audience']);
  });

  it('leave Markdown alone that belongs to no organisation', async () => {
    const client = await start({ 'one/liaison.yml': '', 'one/a.md': 'We utilise it.\n', 'two/b.md': 'We utilise it.\n' });
    expect(told((await pull(client).answer).items)).toEqual(['one/a.md: jargon']);
  });

  it('read each folder by its own liaison.yml', async () => {
    const client = await start(
      {
        'one/liaison.yml': 'glossaries: [plain-words]\n',
        'one/a.md': 'We utilise it.\n',
        'two/liaison.yml': 'glossaries: []\nrules: { simpler-word: off }\n',
        'two/b.md': 'We utilise it.\n',
        'three/liaison.yml': '',
        'three/c.md': 'We utilise it.\n',
      },
      { folders: ['one', 'two'] },
    );
    expect(told((await pull(client).answer).items)).toEqual(['one/a.md: jargon']);
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///acme/three', name: 'three' }], removed: [{ uri: 'file:///acme/one', name: 'one' }] },
    });
    expect(told((await pull(client).answer).items)).toEqual(['three/c.md: jargon']);
  });

  it('wait with the next answer until there is something new, and take back what is gone', async () => {
    const client = await start(house);
    const first = await pull(client).answer;
    const second = pull(client, idsOf(first.items)).answer;
    client.files.write('a.md', 'We use it.\n');
    client.files.write('b.md', 'We leverage it.\n\nWe utilise it.\n');
    await client.fileChanged('a.md');
    await client.fileChanged('b.md');
    expect(told((await second).items)).toEqual(['a.md: ', 'b.md: jargon', 'liaison.yml: unchanged']);
    client.files.remove('b.md');
    await client.fileChanged('b.md');
    const third = await pull(client, idsOf((await second).items)).answer;
    expect(told(third.items)).toEqual(['a.md: unchanged', 'liaison.yml: unchanged', 'b.md: ']);
  });

  it('read every format as it is kept, and Word files when they are opened', async () => {
    const client = await start({
      'liaison.yml': '',
      'mail.eml': 'Subject: News\r\nFrom: a@example.org\r\n\r\nWe utilise it.\r\n\r\n> We leverage it.\r\n',
      'page.html': '<p>We utilise&nbsp;it.</p><p hidden>We leverage it.</p>\n',
      'requirements.txt': 'utilise\n',
    });
    client.files.writeBytes(
      'note.txt',
      Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('We utilise it.\n', (letter) => letter.charCodeAt(0)).buffer)]),
    );
    client.files.writeBytes('broken.txt', Uint8Array.from([0x50, 0x4b, 0x00, 0xff, 0xfe, 0x00]));
    client.files.writeBytes('memo.docx', makeDocx({ body: paragraph('We utilise it.') }));
    const { items } = await pull(client).answer;
    expect(told(items)).toEqual(['mail.eml: jargon', 'note.txt: jargon', 'page.html: jargon']);
    const note = items.flatMap((item) => (item.uri.endsWith('note.txt') && item.kind === 'full' ? item.items : []));
    expect(note.map(({ range }) => range.start)).toEqual([{ line: 0, character: 3 }]);
  });

  it('stop when they are cancelled', async () => {
    const client = await start(house);
    const first = await pull(client).answer;
    const second = pull(client, idsOf(first.items));
    second.cancel();
    await expect(second.answer).rejects.toMatchObject({ code: -32800 });
  });
});

describe('a file that is too long', () => {
  it('is not checked, and says so', async () => {
    const client = await start();
    await client.open('draft.md', 'We utilise it.\n'.repeat(1_400_000));
    expect((await client.diagnose('draft.md')).map(({ code, message }) => [code, message])).toEqual([
      ['too-large', 'This file has more than 2 million characters, so it is not checked while you type. Split it, or run “liaison lint” on it.'],
    ]);
    expect(await client.hover('draft.md', 'utilise')).toBeUndefined();
  });
});
