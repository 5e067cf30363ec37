import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { createClientOptions, startClient } from './start-client.js';

/** The extension in a desktop or remote VS Code: the server is a process. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.cjs');
  await startClient(context, new LanguageClient('liaison', 'Liaison', { module, transport: TransportKind.ipc }, createClientOptions(context)));
}
