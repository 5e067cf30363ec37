import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { Files } from '../host/files.js';
import { readableExtensions } from '../index.js';
import { toCheckUp } from './check-up.js';
import { diagnoseOpen } from './diagnostics.js';
import { features } from './features.js';
import { MessageIndex } from './message-index.js';
import { type CheckUp, type CheckUpParams, checkUpMethod, type InitializationOptions, type TextView, type TextViewParams, textViewMethod } from './protocol.js';
import { Changes, describeError, isYaml, type Session } from './session.js';
import { SettingsReader } from './settings.js';
import { Workspace } from './workspace.js';

/** What ships beside the program, for clients that do not say where it is. */
export interface ShippedFiles {
  /** The text of a file, such as `word-frequency/en.txt`. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** Address of the folder that holds the page of each rule. */
  readonly rulePages: string | undefined;
}

/** Starts the language server on a connection. The same server runs in a process, in a web worker and in tests. */
export function startServer(connection: Connection, files: Files, shipped?: ShippedFiles): void {
  const documents = new TextDocuments(TextDocument);
  const readBeside = (address: string | undefined, path: string): Promise<string | undefined> | undefined =>
    address === undefined ? shipped?.readText(path) : files.readText(files.toLocation(address));
  // Clients write the address of one file in several ways.
  const openAddresses = new Map<string, string>();
  documents.onDidOpen(({ document }) => openAddresses.set(files.toLocation(document.uri), document.uri));
  documents.onDidClose(({ document }) => openAddresses.delete(files.toLocation(document.uri)));
  const findOpen = (uri: string): TextDocument | undefined => documents.get(uri) ?? documents.get(openAddresses.get(files.toLocation(uri)) ?? '');
  const workspace = new Workspace({
    files,
    findOpen,
    readFrequency: () => readBeside(options()?.wordFrequency, 'word-frequency/en.txt'),
    readVectors: () => readBeside(options()?.wordVectors, 'word-vectors/en.txt'),
    onListFailure: (list, error) => connection.console.error(`The ${list} cannot be read: ${describeError(error)}`),
    onRuleFailure: (rule, error) => connection.console.error(`The rule “${rule}” failed: ${describeError(error)}`),
  });
  let client: InitializeParams = { processId: null, rootUri: null, capabilities: {} };
  let settings = new SettingsReader(connection, {});
  let session: Session | undefined;
  const changes = new Changes();
  const readyListeners: (() => void)[] = [];
  const fileListeners: ((uris: readonly string[]) => void)[] = [];
  const options = (): InitializationOptions | undefined => client.initializationOptions as InitializationOptions | undefined;
  const hasPull = (): boolean => client.capabilities.textDocument?.diagnostic !== undefined;

  connection.onInitialize((params): InitializeResult => {
    client = params;
    settings = new SettingsReader(connection, params.capabilities);
    const index = new MessageIndex({
      connection,
      files,
      workspace,
      settings,
      listOpen: () => documents.all(),
      findOpen,
      roots: listRoots(params),
      isTold: params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    });
    session = {
      connection,
      documents,
      findOpen,
      files,
      workspace,
      index,
      settings,
      client,
      options: shipped?.rulePages === undefined ? (options() ?? {}) : { rulePages: shipped.rulePages, ...options() },
      changes,
      onReady: (listener) => readyListeners.push(listener),
      onFilesChanged: (listener) => fileListeners.push(listener),
    };
    const capabilities: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    for (const feature of features) Object.assign(capabilities, feature.start(session));
    return { serverInfo: { name: 'liaison', version }, capabilities };
  });

  /** What fails after a notification has nobody to answer to; it must not end the server. */
  const guard =
    <Arguments extends unknown[]>(handle: (...values: Arguments) => Promise<void>) =>
    (...values: Arguments): void => {
      handle(...values).catch((error: unknown) => connection.console.error(describeError(error)));
    };

  connection.onInitialized(
    guard(async () => {
      const { workspace: abilities } = client.capabilities;
      if (abilities?.didChangeConfiguration?.dynamicRegistration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'liaison' });
      if (abilities?.didChangeWatchedFiles?.dynamicRegistration) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watchedFiles }] });
      }
      if (abilities?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          session?.index.changeRoots(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          );
          changes.announce();
        });
      for (const listener of readyListeners) listener();
    }),
  );

  const push = async (document: TextDocument): Promise<void> => {
    const { uri, version: pushedVersion } = document;
    const diagnostics = session === undefined ? undefined : await diagnoseOpen(session, document);
    if (diagnostics !== undefined) await connection.sendDiagnostics({ uri, version: pushedVersion, diagnostics: [...diagnostics] });
  };

  /** After a change outside a message: all open documents may read differently. */
  const refresh = async (): Promise<void> => {
    changes.announce();
    if (!hasPull()) for (const document of documents.all()) await push(document);
    else if (client.capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  };

  connection.onRequest(checkUpMethod, async ({ textDocument }: CheckUpParams, token): Promise<CheckUp | null> => {
    const document = documents.get(textDocument.uri);
    if (document === undefined || token.isCancellationRequested) return null;
    const linted = await workspace.lint(document, await settings.forDocument(document.uri));
    return linted === undefined ? null : toCheckUp(document, linted.result);
  });

  connection.onRequest(textViewMethod, async ({ uri }: TextViewParams): Promise<TextView> => {
    const read = await workspace.readTextView(uri);
    if (typeof read === 'string') return { text: read };
    return { reason: read?.reason ?? 'there is no such file' };
  });

  connection.onDidChangeConfiguration(
    guard(async ({ settings: pushed }) => {
      settings.change(pushed);
      await refresh();
    }),
  );

  connection.onDidChangeWatchedFiles(
    guard(async ({ changes: changed }) => {
      for (const { uri } of changed) session?.index.fileChanged(uri);
      const used = await Promise.all(changed.map(({ uri }) => workspace.fileChanged(uri)));
      if (used.includes(true)) await refresh();
      else changes.announce();
      for (const listener of fileListeners) listener(changed.map(({ uri }) => uri));
    }),
  );

  /** What hung on a YAML file as it was no longer counts. */
  const forgetYaml = async (uri: string): Promise<void> => {
    if (await workspace.fileChanged(uri)) await refresh();
    for (const listener of fileListeners) listener([uri]);
  };

  documents.onDidChangeContent(
    guard(async ({ document }) => {
      changes.announce();
      if (isYaml(document.uri)) await forgetYaml(document.uri);
      if (!hasPull()) await push(document);
    }),
  );

  documents.onDidClose(
    guard(async ({ document }) => {
      workspace.forget(document.uri);
      settings.forget(document.uri);
      if (!hasPull()) await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      // What was typed and not saved no longer counts.
      if (isYaml(document.uri)) await forgetYaml(document.uri);
    }),
  );

  documents.listen(connection);
  connection.listen();
}

/** All that a workspace may hold for an organisation: its own files, and its messages. */
const watchedFiles = `**/*.{yml,yaml,${readableExtensions.map((extension) => extension.slice(1)).join(',')}}`;

/** In the order in which clients come to name their folders: several, one, or the path of one. */
function listRoots({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}
