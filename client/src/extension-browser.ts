import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { createClientOptions, startClient } from './start-client.js';

/** The extension in a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'server-browser.js').toString(true));
  context.subscriptions.push({ dispose: () => worker.terminate() });
  await startClient(context, new LanguageClient('liaison', 'Liaison', worker, createClientOptions(context)));
}
