import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { Files } from '../host/files.js';
import { toCheckUp } from './check-up.js';
import { fixAllKind, listCodeActions } from './code-actions.js';
import { problemToDiagnostic, toDiagnostic } from './convert.js';
import { findHover } from './hover.js';
import { type CheckUp, type CheckUpParams, checkUpMethod, type InitializationOptions, type TextView, type TextViewParams, textViewMethod } from './protocol.js';
import { SettingsReader } from './settings.js';
import { Workspace } from './workspace.js';

/**
 * Starts the language server on a connection. The same server runs in a process, in a web worker and in tests.
 * `readShipped` gives a file that ships beside the program, such as `word-frequency/en.txt`, where the client does not say
 * where it is.
 */
export function startServer(connection: Connection, files: Files, readShipped?: (path: string) => Promise<string | undefined>): void {
  const documents = new TextDocuments(TextDocument);
  const readBeside = (address: string | undefined, path: string): Promise<string | undefined> | undefined =>
    address === undefined ? readShipped?.(path) : files.readText(files.toLocation(address));
  const workspace = new Workspace({
    files,
    findOpen: (uri) => documents.get(uri) ?? documents.all().find((document) => files.toLocation(document.uri) === files.toLocation(uri)),
    readFrequency: () => readBeside(options()?.wordFrequency, 'word-frequency/en.txt'),
    readVectors: () => readBeside(options()?.wordVectors, 'word-vectors/en.txt'),
    onListFailure: (list, error) => connection.console.error(`The ${list} cannot be read: ${describeError(error)}`),
    onRuleFailure: (rule, error) => connection.console.error(`The rule “${rule}” failed: ${describeError(error)}`),
  });
  let client: InitializeParams = { processId: null, rootUri: null, capabilities: {} };
  let settings = new SettingsReader(connection, {});
  const options = (): InitializationOptions | undefined => client.initializationOptions as InitializationOptions | undefined;
  const rulePages = (): string | undefined => options()?.rulePages;
  const hasPull = (): boolean => client.capabilities.textDocument?.diagnostic !== undefined;

  connection.onInitialize((params): InitializeResult => {
    client = params;
    settings = new SettingsReader(connection, params.capabilities);
    return {
      serverInfo: { name: 'liaison', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        hoverProvider: true,
        ...(hasPull() ? { diagnosticProvider: { identifier: 'liaison', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      },
    };
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
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yml,yaml}' }] });
      }
    }),
  );

  const diagnose = async (document: TextDocument): Promise<Diagnostic[]> => {
    if (/\.ya?ml$/.test(document.uri)) return (await workspace.listProblems(document)).map((problem) => problemToDiagnostic(document, problem));
    const linted = await workspace.lint(document, await settings.forDocument(document.uri));
    // The document may have changed or closed while files were read; its next version asks again.
    if (linted === undefined || documents.get(document.uri)?.version !== document.version) return [];
    const { findings, problems } = linted.result;
    return [...findings.map((finding) => toDiagnostic(document, finding, rulePages())), ...problems.map((problem) => problemToDiagnostic(document, problem))];
  };

  const push = async (document: TextDocument): Promise<void> => {
    const { version: pushedVersion } = document;
    const diagnostics = await diagnose(document);
    if (documents.get(document.uri)?.version === pushedVersion) await connection.sendDiagnostics({ uri: document.uri, version: pushedVersion, diagnostics });
  };

  /** After a change outside a message: all open documents may read differently. */
  const refresh = async (): Promise<void> => {
    if (!hasPull()) for (const document of documents.all()) await push(document);
    else if (client.capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  };

  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const document = documents.get(textDocument.uri);
    const items = document === undefined || token.isCancellationRequested ? [] : await diagnose(document);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onCodeAction(async (params, token) => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined || token.isCancellationRequested) return [];
    const documentSettings = await settings.forDocument(document.uri);
    const linted = await workspace.lint(document, documentSettings);
    if (linted === undefined || token.isCancellationRequested) return [];
    return listCodeActions({ document, linted, params, rulePages: rulePages(), relint: (text) => workspace.relint(linted, text, documentSettings) });
  });

  connection.onHover(async ({ textDocument, position }, token) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined || token.isCancellationRequested) return null;
    const linted = await workspace.lint(document, await settings.forDocument(document.uri));
    return linted === undefined ? null : findHover(document, linted, position);
  });

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
    guard(async ({ changes }) => {
      const used = await Promise.all(changes.map(({ uri }) => workspace.fileChanged(uri)));
      if (used.includes(true)) await refresh();
    }),
  );

  documents.onDidChangeContent(
    guard(async ({ document }) => {
      if (/\.ya?ml$/.test(document.uri) && (await workspace.fileChanged(document.uri))) await refresh();
      if (!hasPull()) await push(document);
    }),
  );

  documents.onDidClose(
    guard(async ({ document }) => {
      workspace.forget(document.uri);
      settings.forget(document.uri);
      if (!hasPull()) await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      // What was typed and not saved no longer counts.
      if (/\.ya?ml$/.test(document.uri) && (await workspace.fileChanged(document.uri))) await refresh();
    }),
  );

  documents.listen(connection);
  connection.listen();
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
