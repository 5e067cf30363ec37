import { type ExtensionContext, FileSystemError, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, readBytesMethod, readFileMethod, textViewScheme } from '../../server/src/lsp/protocol.js';
import { answerServer, serverCommands } from './server-requests.js';
import { registerTextView } from './text-view.js';

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
    // Not all HTML and text is a message: the server goes by the endings that it can read.
    documentSelector: [
      { language: 'markdown' },
      { language: 'yaml' },
      { language: 'html' },
      { language: 'plaintext' },
      { pattern: '**/*.eml' },
      { scheme: textViewScheme },
    ],
    initializationOptions,
    diagnosticCollectionName: 'liaison',
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
  };
}

/** Starts a client, and ends it with the extension. */
export async function startClient(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  client.onRequest(readFileMethod, async (uri: string) => {
    const bytes = await readFile(uri);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  });
  client.onRequest(readBytesMethod, async (uri: string) => {
    const bytes = await readFile(uri);
    return bytes === null ? null : toBase64(bytes);
  });
  answerServer(context, client);
  context.subscriptions.push({ dispose: () => void client.dispose() }, registerTextView(client));
  await client.start();
}

async function readFile(uri: string): Promise<Uint8Array | null> {
  try {
    return await workspace.fs.readFile(Uri.parse(uri));
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

/** In pieces: a function takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 0x8000) pieces.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  return btoa(pieces.join(''));
}
