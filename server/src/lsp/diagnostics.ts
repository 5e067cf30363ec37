import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hashText, type Organisation } from '../index.js';
import { problemToDiagnostic, toDiagnostic } from './convert.js';
import { type Feature, giveWay, isYaml, type Session, stopIfCancelled } from './session.js';
import type { Settings } from './settings.js';
import { describeTooLarge, isTooLarge } from './size-limit.js';
import type { LintedMessage } from './workspace.js';

/** Findings and problems of an open document. `undefined` when it has changed or closed while files were read: its next version is asked for anew. */
export async function diagnoseOpen(session: Session, document: TextDocument): Promise<readonly Diagnostic[] | undefined> {
  const { version, uri } = document;
  const diagnostics = await diagnose(session, document, async () => session.workspace.lint(document, await session.settings.forDocument(uri)));
  return session.documents.get(uri)?.version === version ? diagnostics : undefined;
}

async function diagnose(session: Session, document: TextDocument, lint: () => Promise<LintedMessage | undefined>): Promise<readonly Diagnostic[]> {
  if (isTooLarge(document)) return session.workspace.isMessage(document) || isYaml(document.uri) ? [describeTooLarge(document)] : [];
  if (isYaml(document.uri)) return (await session.workspace.listProblems(document)).map((problem) => problemToDiagnostic(document, problem));
  const linted = await lint();
  if (linted === undefined) return [];
  const { findings, problems } = linted.result;
  return [
    ...findings.map((finding) => toDiagnostic(document, finding, session.options.rulePages)),
    ...problems.map((problem) => problemToDiagnostic(document, problem)),
  ];
}

/** Diagnostics for a client that asks for them, of one document or of all messages in the workspace. What has not changed is not sent again. */
export const pullDiagnostics: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.diagnostic === undefined) return undefined;
    const { connection, documents } = session;

    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      stopIfCancelled(token);
      const document = documents.get(textDocument.uri);
      const items = document === undefined ? [] : await diagnoseOpen(session, document);
      stopIfCancelled(token);
      if (items !== undefined) return report([...items], previousResultId);
      if (documents.get(textDocument.uri) === undefined) return report([], previousResultId);
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed while it was read.', { retriggerRequest: true });
    });

    const sweeper = new WorkspaceSweeper(session);
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, workDone, partial): Promise<WorkspaceDiagnosticReport> => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      let items = await sweeper.sweep(previous, token, workDone);
      // Editors ask again as soon as they have an answer. When they know it already, it waits until there is another.
      while (previous.size > 0 && items.every(({ kind }) => kind === DocumentDiagnosticReportKind.Unchanged)) {
        await session.changes.next(token);
        items = await sweeper.sweep(previous, token, workDone);
      }
      if (partial === undefined) return { items };
      partial.report({ items });
      return { items: [] };
    });
    return { diagnosticProvider: { identifier: 'liaison', interFileDependencies: true, workspaceDiagnostics: true } };
  },
};

function report(items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
  const resultId = hashText(JSON.stringify(items));
  return resultId === previous ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId } : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** A closed file, and what was said of it. */
interface SweptFile {
  readonly organisation: Organisation;
  readonly settings: Settings;
  /** Hash of its text. */
  readonly text: string;
  readonly items: Diagnostic[];
  /** How often files had changed when it was read. */
  readonly changes: number;
}

/** Files that are read without a word; more of them show how far it has come. */
const quietFiles = 20;

/** Diagnoses all messages and organisations' files of the workspace, and keeps what was said of those that nobody is typing in. */
class WorkspaceSweeper {
  private readonly kept = new Map<string, SweptFile>();

  constructor(private readonly session: Session) {}

  /** A report for each file; files of last time that are gone get an empty one. `previous` has the result id that the client knows of each. */
  async sweep(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    workDone: WorkDoneProgressReporter,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const uris = await this.session.index.list();
    const isLong = uris.filter((uri) => !this.kept.has(uri)).length > quietFiles;
    if (isLong) workDone.begin('Checking messages', 0, undefined, true);
    try {
      const reports: WorkspaceDocumentDiagnosticReport[] = [];
      for (const [index, uri] of uris.entries()) {
        stopIfCancelled(token);
        if (isLong && index % quietFiles === 0) workDone.report(Math.floor((index * 100) / uris.length), `${index} of ${uris.length}`);
        const found = await this.diagnose(uri);
        // Of most files there is nothing to say, and never was.
        if (found !== undefined && (found.items.length > 0 || previous.has(uri)))
          reports.push({ ...report(found.items, previous.get(uri)), uri, version: found.version });
      }
      const current = new Set(uris);
      for (const uri of this.kept.keys()) if (!current.has(uri)) this.kept.delete(uri);
      const reported = new Set(reports.map(({ uri }) => uri));
      for (const [uri, known] of previous) if (!reported.has(uri)) reports.push({ ...report([], known), uri, version: null });
      return reports;
    } finally {
      if (isLong) workDone.done();
    }
  }

  private async diagnose(uri: string): Promise<{ readonly items: Diagnostic[]; readonly version: number | null } | undefined> {
    const { session } = this;
    const before = this.kept.get(uri);
    if (before !== undefined && session.index.isCurrent(before.changes) && (await this.isSame(uri, before))) return { items: before.items, version: null };
    const file = await session.index.open(uri);
    if (file === undefined) return undefined;
    const { document, isOpen } = file;
    if (isOpen) {
      const items = await diagnoseOpen(session, document);
      return items === undefined ? undefined : { items: [...items], version: document.version };
    }
    const organisation = await session.workspace.organisationOf(uri);
    if (organisation.folder === undefined) return undefined;
    const settings = await session.settings.forDocument(session.files.toUri(organisation.folder));
    const text = hashText(document.getText());
    const known = this.kept.get(uri);
    if (known?.organisation === organisation && known.settings === settings && known.text === text) {
      this.kept.set(uri, { ...known, changes: file.changes });
      return { items: known.items, version: null };
    }
    // Somebody may be typing.
    await giveWay();
    const lint = async (): Promise<LintedMessage | undefined> => {
      const linted = await session.index.lint(file);
      // Whoever asks for the uses of a term next need not have everything linted again.
      session.index.note(file, organisation, linted);
      return linted;
    };
    const items = [...(await diagnose(session, document, lint))];
    this.kept.set(uri, { organisation, settings, text, items, changes: file.changes });
    return { items, version: null };
  }

  /** Whether nothing is different for a closed file but, it may be, its text. */
  private async isSame(uri: string, { organisation, settings }: SweptFile): Promise<boolean> {
    const { session } = this;
    if (session.findOpen(uri) !== undefined || (await session.workspace.organisationOf(uri)) !== organisation || organisation.folder === undefined)
      return false;
    return (await session.settings.forDocument(session.files.toUri(organisation.folder))) === settings;
  }
}
