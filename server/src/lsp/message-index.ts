import type { CancellationToken, Connection, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../host/files.js';
import {
  assembleOrganisation,
  type Decision,
  decodeText,
  hashText,
  type Organisation,
  type Result,
  readableExtensions,
  type Term,
  TermUseReader,
} from '../index.js';
import { toRange } from './convert.js';
import { withoutQuotes } from './entries.js';
import { describeError, giveWay, isYaml, stopIfCancelled } from './session.js';
import type { SettingsReader } from './settings.js';
import { isEmail, isMessageFile, type LintedMessage, type Workspace } from './workspace.js';

/** What a message mentions that other files define. It holds places, not texts. */
export interface Mentions {
  readonly uri: string;
  readonly organisation: Organisation;
  readonly kind: Result['kind'];
  /** The goals that it counts for, those of its folder included. */
  readonly goals: readonly string[];
  /** Goal ids that it writes itself. */
  readonly goalIds: readonly { readonly id: string; readonly range: Range }[];
  readonly uses: readonly MentionedTerm[];
}

/** A use of a glossary term, in whatever form. */
export interface MentionedTerm {
  readonly term: Term;
  readonly range: Range;
  readonly decision: Decision;
  /** For an entry that is only proposed: whether it would be flagged here once it is approved. */
  readonly wouldFlag: boolean;
}

/** A file of the workspace as it is now: typed, or saved. */
export interface WorkspaceFile {
  readonly document: TextDocument;
  readonly isOpen: boolean;
  /** How often files had changed when it was read. */
  readonly changes: number;
}

export interface IndexOptions {
  readonly connection: Connection;
  readonly files: Files;
  readonly workspace: Workspace;
  readonly settings: SettingsReader;
  readonly listOpen: () => readonly TextDocument[];
  readonly findOpen: (uri: string) => TextDocument | undefined;
  /** Addresses of the folders that the client works in. */
  readonly roots: readonly string[];
  /** Whether the client tells of files that change; otherwise they are looked at each time. */
  readonly isTold: boolean;
}

interface Kept {
  readonly key: string;
  readonly organisation: Organisation;
  readonly mentions: Mentions | undefined;
}

/**
 * All messages of the workspace: the open ones, and those below its folders that belong to an organisation with a liaison.yml.
 * Others are read when somebody opens them, and not before; so are Word and PowerPoint files, whose places are those of a text view.
 */
export class MessageIndex {
  private roots: Set<string>;
  private listed: Promise<readonly string[]> | undefined;
  private readonly kept = new Map<string, Kept>();
  private changes = 0;
  private readonly readers = new WeakMap<Organisation, TermUseReader>();
  private readonly approved = new WeakMap<Organisation, Organisation>();

  constructor(private readonly options: IndexOptions) {
    this.roots = new Set(options.roots);
  }

  changeRoots(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.roots.delete(uri);
    for (const uri of added) this.roots.add(uri);
    this.listed = undefined;
  }

  /** Takes note that a file was changed, made or removed outside the editor. */
  fileChanged(uri: string): void {
    this.listed = undefined;
    this.changes++;
    this.kept.delete(this.toOwn(uri));
  }

  /** Whether a closed file is as it was when it was read: nothing was told of a change since, to a server that is told of changes. */
  isCurrent(changes: number): boolean {
    return this.options.isTold && changes === this.changes;
  }

  /** The address as this index writes it. Clients escape other characters. */
  toOwn(uri: string): string {
    return this.options.files.toUri(this.options.files.toLocation(uri));
  }

  /** Addresses of the messages and the YAML files of the workspace, open ones first. */
  async list(): Promise<readonly string[]> {
    if (!this.options.isTold) this.listed = undefined;
    this.listed ??= this.listFolders();
    const open = this.options.listOpen().map(({ uri }) => uri);
    const locations = new Set(open.map((uri) => this.options.files.toLocation(uri)));
    const closed = (await this.listed).filter((location) => !locations.has(location));
    return [...open, ...closed.map((location) => this.options.files.toUri(location))];
  }

  /** A file as it is now; `undefined` when it is not there, or cannot be read, which is told in the log. */
  async open(uri: string): Promise<WorkspaceFile | undefined> {
    const open = this.options.findOpen(uri);
    const { changes } = this;
    if (open !== undefined) return { document: open, isOpen: true, changes };
    try {
      const text = await this.readText(uri);
      // The format of a message goes by its ending.
      const language = isYaml(uri) ? 'yaml' : 'plaintext';
      return text === undefined ? undefined : { document: TextDocument.create(uri, language, 0, text), isOpen: false, changes };
    } catch (error) {
      this.options.connection.console.warn(`${uri} cannot be read: ${describeError(error)}`);
      return undefined;
    }
  }

  /** The text of a closed file as an editor shows it; `undefined` when it is not there, or is no text whatever its name says. */
  private async readText(uri: string): Promise<string | undefined> {
    const { files } = this.options;
    const location = files.toLocation(uri);
    // A mail may hold parts in several character sets, and is read from its bytes later on.
    if (isYaml(uri) || isEmail(uri)) return files.readText(location);
    const bytes = await files.readBytes(location);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return decoded === undefined || 'reason' in decoded ? undefined : decoded.text.replace(/^\uFEFF/, '');
  }

  /** Lints a file of the workspace; `undefined` for one that is not to be checked. */
  async lint({ document, isOpen }: WorkspaceFile): Promise<LintedMessage | undefined> {
    const { workspace, settings } = this.options;
    if (isOpen) return workspace.lint(document, await settings.forDocument(document.uri));
    const organisation = await workspace.organisationOf(document.uri);
    // Nobody asked for these pages to be read.
    if (organisation.folder === undefined) return undefined;
    return workspace.lintOnce(document, await settings.forDocument(this.options.files.toUri(organisation.folder)));
  }

  /** What all messages mention, by address. Rejects when the client has cancelled. */
  async readMentions(token: CancellationToken): Promise<readonly Mentions[]> {
    const found: Mentions[] = [];
    const uris = (await this.list()).filter((uri) => isMessageFile(uri) || this.options.findOpen(uri) !== undefined);
    for (const uri of uris) {
      stopIfCancelled(token);
      const mentions = await this.readMentionsOf(uri);
      if (mentions !== undefined) found.push(mentions);
    }
    this.forgetAllBut(uris);
    return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  private async readMentionsOf(uri: string): Promise<Mentions | undefined> {
    const organisation = await this.options.workspace.organisationOf(uri);
    const known = this.kept.get(uri);
    const isSameOrganisation = known?.organisation === organisation;
    const open = this.options.findOpen(uri);
    if (isSameOrganisation && open === undefined && this.options.isTold && known.key === 'closed') return known.mentions;
    if (isSameOrganisation && open !== undefined && known.key === `version ${open.version}`) return known.mentions;
    const file = await this.open(uri);
    if (file === undefined) return undefined;
    const key = this.keyOf(file);
    if (isSameOrganisation && known.key === key) return known.mentions;
    // Reading a message may take a while, and somebody may be typing.
    await giveWay();
    return this.note(file, organisation, await this.lint(file));
  }

  /** Keeps what a message mentions that was just linted; `undefined` for one that is not to be checked. */
  note(file: WorkspaceFile, organisation: Organisation, linted: LintedMessage | undefined): Mentions | undefined {
    const mentions = linted === undefined ? undefined : this.collect(file.document, linted);
    // A file that changed while it was read is read again.
    if (file.isOpen || file.changes === this.changes) this.kept.set(file.document.uri, { key: this.keyOf(file), organisation, mentions });
    return mentions;
  }

  private keyOf({ document, isOpen }: WorkspaceFile): string {
    if (isOpen) return `version ${document.version}`;
    return this.options.isTold ? 'closed' : hashText(document.getText());
  }

  private collect(document: TextDocument, linted: LintedMessage): Mentions {
    const { organisation, result } = linted;
    const uses = this.readerOf(organisation).read(linted.document, result);
    const hasProposed = uses.some(({ term }) => term.status === 'proposed');
    const wouldFlag = hasProposed ? this.findWouldBe(linted) : new Set<string>();
    return {
      uri: document.uri,
      organisation,
      kind: result.kind,
      goals: result.goals,
      goalIds: (linted.document.fields.goals ?? []).map(({ value, span }) => ({
        id: value,
        range: toRange(document, withoutQuotes(linted.document.source, span)),
      })),
      uses: uses.map(({ term, span, decision }) => ({
        term,
        range: toRange(document, span),
        decision,
        wouldFlag: term.status === 'proposed' && wouldFlag.has(`${span.start} ${term.term}`),
      })),
    };
  }

  /** Where terms would be flagged if all that is proposed were approved. */
  private findWouldBe(linted: LintedMessage): ReadonlySet<string> {
    const { organisation } = linted;
    const approved =
      this.approved.get(organisation) ??
      assembleOrganisation(
        {
          ...organisation,
          glossaries: organisation.glossaries.map((glossary) => ({
            ...glossary,
            terms: glossary.terms.map((term) => (term.status === 'proposed' ? { ...term, status: 'approved' as const } : term)),
          })),
        },
        organisation.automaton.tagger,
      );
    this.approved.set(organisation, approved);
    const { findings } = this.options.workspace.lintIn(linted, approved, { isEnabled: true, overrides: {} });
    return new Set(findings.map(({ start, term }) => `${start} ${term}`));
  }

  private readerOf(organisation: Organisation): TermUseReader {
    const reader = this.readers.get(organisation) ?? new TermUseReader(organisation);
    this.readers.set(organisation, reader);
    return reader;
  }

  private forgetAllBut(uris: readonly string[]): void {
    const current = new Set(uris);
    for (const uri of this.kept.keys()) if (!current.has(uri)) this.kept.delete(uri);
  }

  private async listFolders(): Promise<readonly string[]> {
    const { files, connection } = this.options;
    const lists = await Promise.all(
      [...this.roots].map((uri) =>
        files.listFiles(files.toLocation(uri).replace(/\/$/, ''), [...readableExtensions, '.yml', '.yaml']).catch((error: unknown) => {
          connection.console.warn(`The folder ${uri} cannot be listed: ${describeError(error)}`);
          return [];
        }),
      ),
    );
    return [...new Set(lists.flat())].filter((location) => isYaml(location) || isMessageFile(location)).sort();
  }
}
