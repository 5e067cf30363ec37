import { type ExtensionContext, FileSystemError, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, readFileMethod } from '../../server/src/lsp/protocol.js';
import { answerServer, serverCommands } from './server-requests.js';

/** What desktop and browser tell the language client alike. */
export function createClientOptions(context: ExtensionContext): LanguageClientOptions {
  const shipped = (...path: readonly string[]): string => Uri.joinPath(context.extensionUri, 'dist', ...path).toString();
  const initializationOptions: InitializationOptions = {
    rulePages: shipped('rules'),
    wordFrequency: shipped('word-frequency', 'en.txt'),
    wordVectors: shipped('word-vectors', 'en.txt'),
    commands: serverCommands,
  };
  return {
    documentSelector: [{ language: 'markdown' }, { language: 'yaml' }],
    initializationOptions,
    diagnosticCollectionName: 'liaison',
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
  };
}

/** Starts a client, and ends it with the extension. */
export async function startClient(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  client.onRequest(readFileMethod, readFile);
  answerServer(context, client);
  context.subscriptions.push({ dispose: () => void client.dispose() });
  await client.start();
}

async function readFile(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}
