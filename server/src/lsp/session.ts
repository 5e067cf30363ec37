import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../host/files.js';
import type { MessageIndex } from './message-index.js';
import type { InitializationOptions } from './protocol.js';
import type { Settings, SettingsReader } from './settings.js';
import type { LintedMessage, Workspace } from './workspace.js';

/** What the features of the server share, from the moment the client has said what it can do. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** The open document at an address, in whatever way it is written. */
  readonly findOpen: (uri: string) => TextDocument | undefined;
  readonly files: Files;
  readonly workspace: Workspace;
  readonly index: MessageIndex;
  readonly settings: SettingsReader;
  readonly client: InitializeParams;
  readonly options: InitializationOptions;
  readonly changes: Changes;
  /** Calls back when the client is ready to be told things. */
  onReady(listener: () => void): void;
  /** Calls back with the addresses of files that were changed outside the editor, and of YAML that is typed or closed, once what hung on them is forgotten. */
  onFilesChanged(listener: (uris: readonly string[]) => void): void;
}

/** One ability of the server. */
export interface Feature {
  /** What the client is told of it, and registers its handlers; neither happens for a client that cannot use it. */
  start(session: Session): ServerCapabilities | undefined;
}

/** An open message and what linting it gave. */
export interface OpenMessage {
  readonly document: TextDocument;
  readonly linted: LintedMessage;
  readonly settings: Settings;
}

/** The linted message at an address; `undefined` for what is not open or not to be checked. Rejects when the client has cancelled. */
export async function lintOpen(session: Session, uri: string, token: CancellationToken): Promise<OpenMessage | undefined> {
  const document = session.documents.get(uri);
  if (document === undefined || isYaml(uri)) return undefined;
  stopIfCancelled(token);
  const settings = await session.settings.forDocument(uri);
  const linted = await session.workspace.lint(document, settings);
  stopIfCancelled(token);
  return linted === undefined ? undefined : { document, linted, settings };
}

/** Ends a request that nobody waits for any more, with the answer that the protocol has for it. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Lets what has arrived meanwhile be handled: a keystroke, or the word that a request is cancelled. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

export function isYaml(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// Milliseconds in which changes count as one: a word typed, a branch checked out.
const settlingTime = 1000;

/** Tells whoever waits that something has changed: a document, a file, a setting. */
export class Changes {
  private readonly waiting = new Set<() => void>();

  announce(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  /** Resolves some time after the next change, when others have come along. Rejects when the client has cancelled. */
  async next(token: CancellationToken): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        cancelling.dispose();
        resolve();
      };
      const cancelling = token.onCancellationRequested(done);
      this.waiting.add(done);
    });
    stopIfCancelled(token);
    await new Promise((resolve) => setTimeout(resolve, settlingTime));
    stopIfCancelled(token);
  }
}
