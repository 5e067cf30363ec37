import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../server/src/host/files.js';
import { type CheckUp, checkUpMethod, type Status, statusMethod, textViewScheme } from '../../server/src/lsp/protocol.js';
import { startServer } from '../../server/src/lsp/server.js';

/** Files that only exist in the test. Locations are paths below `file:///acme`. */
export class MemoryFiles implements Files {
  private readonly texts = new Map<string, string>();
  private readonly files = new Map<string, Uint8Array>();

  constructor(texts: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(texts)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.texts.set(`/acme/${path}`, text);
  }

  /** A file that is no text. */
  writeBytes(path: string, bytes: Uint8Array): void {
    this.files.set(`/acme/${path}`, bytes);
  }

  remove(path: string): void {
    this.texts.delete(`/acme/${path}`);
  }

  readText(location: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(location));
  }

  listFiles(folder: string, extensions: readonly string[]): Promise<readonly string[]> {
    const isBelow = (path: string): boolean => path.startsWith(`${folder}/`) && extensions.some((extension) => path.endsWith(extension));
    return Promise.resolve([...this.texts.keys(), ...this.files.keys()].filter(isBelow));
  }

  readBytes(location: string): Promise<Uint8Array | undefined> {
    const bytes = this.files.get(location) ?? this.texts.get(location);
    return Promise.resolve(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  }

  toLocation(uri: string): string {
    return decodeURIComponent(uri.replace('file://', ''));
  }

  toUri(location: string): string {
    return `file://${location}`;
  }
}

export interface ClientOptions {
  /** Whether the client asks for diagnostics itself; otherwise the server sends them. */
  readonly pulls?: boolean;
  readonly settings?: () => unknown;
  /** The list of word frequencies that ships with the client, when it ships one. */
  readonly wordFrequency?: string;
  /** Folders of the workspace, below `file:///acme`; all of it when absent. */
  readonly folders?: readonly string[];
  /** Commands that the client has. */
  readonly commands?: readonly string[];
  readonly wantsStatus?: boolean;
  /** Whether an edit can say where the cursor goes. */
  readonly hasSnippets?: boolean;
}

/** An editor at the other end of in-process streams. */
export class TestClient {
  readonly pushed: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  refreshes = 0;
  private readonly documents = new Map<string, TextDocument>();

  private constructor(
    private readonly connection: ProtocolConnection,
    readonly files: MemoryFiles,
  ) {}

  static async start(
    files: MemoryFiles,
    { pulls = true, settings = () => null, wordFrequency, folders = [''], commands = [], wantsStatus = false, hasSnippets = false }: ClientOptions = {},
  ): Promise<TestClient> {
    if (wordFrequency !== undefined) files.write('shipped/en.txt', wordFrequency);
    const up = new PassThrough();
    const down = new PassThrough();
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), files);
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const client = new TestClient(connection, files);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.pushed.push(params);
    });
    connection.onNotification(statusMethod, (status: Status) => {
      client.statuses.push(status);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      client.logged.push(message);
    });
    connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      client.shown.push(uri);
      return { success: true };
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(settings));
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      return null;
    });
    connection.listen();
    const params: InitializeParams = {
      processId: null,
      rootUri: 'file:///acme',
      workspaceFolders: folders.map((name) => ({ name, uri: `file:///acme${name === '' ? '' : `/${name}`}` })),
      initializationOptions: {
        rulePages: 'https://example.org/rules',
        commands,
        wantsStatus,
        ...(wordFrequency === undefined ? {} : { wordFrequency: 'file:///acme/shipped/en.txt' }),
      },
      capabilities: {
        window: { showDocument: { support: true } },
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
          workspaceFolders: true,
          workspaceEdit: { snippetEditSupport: hasSnippets },
          symbol: {},
          executeCommand: {},
          codeLens: { refreshSupport: true },
        },
        textDocument: {
          hover: {},
          codeAction: {},
          completion: {},
          definition: {},
          references: {},
          rename: { prepareSupport: true },
          codeLens: {},
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          documentLink: {},
          ...(pulls ? { diagnostic: {} } : {}),
        },
      },
    };
    await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
    return client;
  }

  async open(path: string, text: string, languageId = path.endsWith('.md') ? 'markdown' : 'yaml'): Promise<void> {
    const uri = this.uriOf(path);
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Types `text` over the first place where `over` stands. */
  async type(path: string, over: string, text: string): Promise<void> {
    const document = this.documentOf(path);
    const start = document.getText().indexOf(over);
    const range = { start: document.positionAt(start), end: document.positionAt(start + over.length) };
    const version = document.version + 1;
    const contentChanges = [{ range, text }];
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  async close(path: string): Promise<void> {
    const uri = this.uriOf(path);
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells the server that files changed outside the editor. */
  async fileChanged(path: string): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uriOf(path), type: 2 }] });
  }

  async settingsChanged(): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  async diagnose(path: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: this.uriOf(path) } });
    return report.items;
  }

  /** Rule and marked text of each diagnostic: `jargon: leverage`. */
  async marks(path: string): Promise<string[]> {
    const diagnostics = await this.diagnose(path);
    return diagnostics.map(({ code, range }) => `${code}: ${this.documentOf(path).getText(range)}`);
  }

  async actions(path: string, at: string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: this.uriOf(path) },
      range: this.rangeOf(path, at),
      context: { diagnostics: [], ...context },
    });
  }

  checkUp(path: string): Promise<CheckUp | null> {
    return this.connection.sendRequest(checkUpMethod, { textDocument: { uri: this.uriOf(path) } });
  }

  async hover(path: string, at: string): Promise<string | undefined> {
    const hover = await this.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: this.uriOf(path) },
      position: this.rangeOf(path, at).start,
    });
    return hover === null ? undefined : (hover.contents as { value: string }).value;
  }

  /** The document's text after an action's edits. */
  applied(path: string, action: CodeAction | undefined): string {
    const edits: TextEdit[] = action?.edit?.changes?.[this.uriOf(path)] ?? [];
    return TextDocument.applyEdits(this.documentOf(path), edits);
  }

  /** Any request; a document is named by its path, a place by words that stand there. */
  ask<Answer>(
    method: string,
    path: string,
    { at, after, ...params }: Readonly<Record<string, unknown>> & { at?: string; after?: string } = {},
  ): Promise<Answer> {
    const text = after ?? at;
    const range = text === undefined ? undefined : this.rangeOf(path, text);
    const position = after === undefined ? range?.start : range?.end;
    return this.connection.sendRequest(method, { textDocument: { uri: this.uriOf(path) }, ...(position === undefined ? {} : { position }), ...params });
  }

  /** Sends a request as it is, and gives a way to cancel it. */
  send<Answer>(method: string, params: unknown): { readonly answer: Promise<Answer>; readonly cancel: () => void } {
    const source = new CancellationTokenSource();
    return { answer: this.connection.sendRequest<Answer>(method, params, source.token), cancel: () => source.cancel() };
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  stop(): void {
    this.connection.dispose();
  }

  private rangeOf(path: string, at: string): Range {
    const document = this.documentOf(path);
    const start = document.getText().indexOf(at);
    return { start: document.positionAt(start), end: document.positionAt(start + at.length) };
  }

  documentOf(path: string): TextDocument {
    const document = this.documents.get(this.uriOf(path));
    if (document === undefined) throw new Error(`${path} is not open`);
    return document;
  }

  uriOf(path: string): string {
    return path.startsWith(`${textViewScheme}:`) ? path : `file:///acme/${path}`;
  }
}
