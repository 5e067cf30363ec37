import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  Disposable,
  EventEmitter,
  RelativePattern,
  type TabGroup,
  TabInputCustom,
  type TextDocumentContentProvider,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type TextView, textViewMethod, textViewScheme } from '../../server/src/lsp/protocol.js';

const viewType = 'liaison.textView';

/** Word files and PowerPoint decks open as text that cannot be edited, with the same findings as any other message. */
export function registerTextView(client: BaseLanguageClient): Disposable {
  const content = new TextViewContent(client);
  return Disposable.from(
    content,
    workspace.registerTextDocumentContentProvider(textViewScheme, content),
    window.registerCustomEditorProvider(viewType, new TextViewOpener()),
  );
}

function viewOf(file: Uri): Uri {
  return Uri.from({ scheme: textViewScheme, path: file.path, query: file.toString() });
}

/** The text of each view, asked for anew when its file changes. */
class TextViewContent implements TextDocumentContentProvider, Disposable {
  private readonly changes = new EventEmitter<Uri>();
  private readonly watchers = new Map<string, Disposable>();
  readonly onDidChange = this.changes.event;
  private readonly closing = workspace.onDidCloseTextDocument(({ uri }) => {
    this.watchers.get(uri.toString())?.dispose();
    this.watchers.delete(uri.toString());
  });

  constructor(private readonly client: BaseLanguageClient) {}

  async provideTextDocumentContent(view: Uri): Promise<string> {
    const file = Uri.parse(view.query);
    this.watch(view, file);
    const answer = await this.client.sendRequest<TextView>(textViewMethod, { uri: file.toString() });
    return answer.text ?? `This file cannot be read: ${answer.reason}.`;
  }

  private watch(view: Uri, file: Uri): void {
    if (this.watchers.has(view.toString())) return;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(file, '..'), file.path.slice(file.path.lastIndexOf('/') + 1)));
    const changed = (): void => this.changes.fire(view);
    this.watchers.set(view.toString(), Disposable.from(watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)));
  }

  dispose(): void {
    Disposable.from(this.changes, this.closing, ...this.watchers.values()).dispose();
  }
}

/** Takes the place of the binary file that was opened, and shows its text view there instead. */
class TextViewOpener implements CustomReadonlyEditorProvider {
  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => {} };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    const group = window.tabGroups.all.find((candidate) => findTab(candidate, uri) !== undefined);
    const document = await workspace.openTextDocument(viewOf(uri));
    await window.showTextDocument(document, { preview: false, ...(panel.viewColumn === undefined ? {} : { viewColumn: panel.viewColumn }) });
    const tab = group === undefined ? undefined : findTab(group, uri);
    if (tab === undefined) panel.dispose();
    else await window.tabGroups.close(tab, true);
  }
}

function findTab({ tabs }: TabGroup, uri: Uri): TabGroup['tabs'][number] | undefined {
  return tabs.find(({ input }) => input instanceof TabInputCustom && input.viewType === viewType && input.uri.toString() === uri.toString());
}
