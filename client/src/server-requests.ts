import { commands, type ExtensionContext, Location, Position, Range, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ListFilesParams, listFilesMethod, openPageCommand, type ShowReferences, showReferencesCommand } from '../../server/src/lsp/protocol.js';

/** Commands that the server names in lenses and code actions, for the options it starts with. */
export const serverCommands: readonly string[] = [showReferencesCommand, openPageCommand];

/** Does what the server cannot do itself: shows places and pages, and lists files. */
export function answerServer(context: ExtensionContext, client: BaseLanguageClient): void {
  client.onRequest(listFilesMethod, listFiles);
  context.subscriptions.push(
    commands.registerCommand(showReferencesCommand, showReferences),
    commands.registerCommand(openPageCommand, (page: string) => commands.executeCommand('markdown.showPreview', Uri.parse(page))),
  );
}

async function showReferences(...[uri, position, places]: ShowReferences): Promise<void> {
  const toPosition = ({ line, character }: ShowReferences[1]): Position => new Position(line, character);
  const locations = places.map(({ uri: address, range }) => new Location(Uri.parse(address), new Range(toPosition(range.start), toPosition(range.end))));
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), toPosition(position), locations);
}

async function listFiles({ folder, extensions }: ListFilesParams): Promise<readonly string[]> {
  const found = await workspace.findFiles(
    new RelativePattern(Uri.parse(folder), `**/*{${extensions.join(',')}}`),
    '**/{node_modules,.git,.hg,.svn,.venv,.cache}/**',
  );
  return found.map((uri) => uri.toString());
}
