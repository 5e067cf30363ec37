import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../host/files.js';
import {
  checkGoals,
  createEngine,
  type Document,
  DocumentBlocks,
  type Engine,
  type Finding,
  GlossaryChecker,
  isReadable,
  MarkdownCache,
  type Organisation,
  Organisations,
  type Placement,
  type Problem,
  parseGoals,
  type Result,
  readDocument,
  readMarkdown,
  readMessage,
  resolveFrom,
  rules,
  type Unreadable,
  WordFrequency,
  WordVectors,
} from '../index.js';
import type { Settings } from './settings.js';
import { isTooLarge } from './size-limit.js';
import { fileOfTextView } from './text-view.js';

/** A message as it was last linted. */
export interface LintedMessage {
  readonly document: Document;
  readonly organisation: Organisation;
  readonly result: Result;
  /** The engine that linted it. */
  readonly engine: Engine;
  /** What it knows of the message’s blocks. */
  readonly blocks: DocumentBlocks;
  /** Reads another text in its place; `undefined` where that takes time, as for an email. */
  readonly read: ((text: string, cache?: MarkdownCache) => Document) | undefined;
}

/** What makes reading the next version of an open document cheap. */
interface DocumentCaches {
  readonly markdown: MarkdownCache;
  readonly blocks: DocumentBlocks;
}

interface KeptMessage extends LintedMessage {
  readonly version: number;
  readonly settings: Settings;
}

export interface WorkspaceOptions {
  readonly files: Files;
  /** The open document at an address: what is being typed counts, not what was last saved. */
  readonly findOpen: (uri: string) => TextDocument | undefined;
  /** The list of word frequencies; `undefined` where there is none. */
  readonly readFrequency: () => Promise<string | undefined> | undefined;
  /** The list of word vectors; `undefined` where there is none. */
  readonly readVectors: () => Promise<string | undefined> | undefined;
  /** Told of a list that is there and cannot be read: what hangs on it is left out. */
  readonly onListFailure: (list: string, error: unknown) => void;
  readonly onRuleFailure: (rule: string, error: unknown) => void;
}

/** Open messages, the organisations they belong to, and what linting them gave. */
export class Workspace {
  private readonly checker = new GlossaryChecker(rules, readDocument);
  private engine: Promise<Engine> | undefined;
  private readonly organisations: Organisations;
  private readonly kept = new Map<string, KeptMessage>();
  private readonly caches = new Map<string, DocumentCaches>();

  constructor(private readonly options: WorkspaceOptions) {
    const { files, findOpen } = options;
    this.organisations = new Organisations(
      async (location) => findOpen(files.toUri(location))?.getText() ?? files.readText(location),
      rules,
      (path, text) => this.checker.parse(path, text),
    );
  }

  /** Whether it is text that may be a message: Markdown by its language, the others by their ending, as not all HTML is one. */
  isMessage(document: TextDocument): boolean {
    return languageIsMarkdown(document) || isMessageFile(document.uri) || fileOfTextView(document.uri) !== undefined;
  }

  /** Lints a message, or gives back what is known of this version. `undefined` when it is not to be checked. */
  async lint(document: TextDocument, settings: Settings): Promise<LintedMessage | undefined> {
    if (!settings.isEnabled || !this.isMessage(document) || isTooLarge(document)) return undefined;
    const location = this.locationOf(document.uri);
    const organisation = await this.organisations.forMessage(location);
    if (organisation.isIgnored(location)) return undefined;
    const known = this.kept.get(document.uri);
    if (known?.version === document.version && known.organisation === organisation && known.settings === settings) return known;
    const linted = await this.lintNow(document, organisation, settings, this.cacheOf(document.uri));
    if (linted !== undefined) this.kept.set(document.uri, { ...linted, version: document.version, settings });
    return linted;
  }

  /** Lints a message that nobody is typing in: nothing of it is kept. `undefined` when it is not to be checked. */
  async lintOnce(document: TextDocument, settings: Settings): Promise<LintedMessage | undefined> {
    if (!settings.isEnabled || !this.isMessage(document) || isTooLarge(document)) return undefined;
    const location = this.locationOf(document.uri);
    const organisation = await this.organisations.forMessage(location);
    return organisation.isIgnored(location) ? undefined : this.lintNow(document, organisation, settings);
  }

  /** What a linted message would be told in another organisation. */
  lintIn({ document, engine }: LintedMessage, organisation: Organisation, settings: Settings): Result {
    return this.run({ engine, document, organisation, blocks: new DocumentBlocks() }, settings);
  }

  /** The organisation of a message or of a file that the organisation keeps. */
  organisationOf(uri: string): Promise<Organisation> {
    const location = this.locationOf(uri);
    return location.endsWith('/liaison.yml') ? this.organisations.load(location) : this.organisations.forMessage(location);
  }

  /** What a text in the place of a linted message would be told; nothing where `read` takes time. */
  relint({ read, organisation, engine, blocks }: LintedMessage, text: string, settings: Settings): readonly Finding[] {
    if (read === undefined) return [];
    return this.run({ engine, document: read(text), organisation, blocks }, settings).findings;
  }

  /** The text of a file that is none, as an editor shows it; `undefined` when there is no such file. */
  async readTextView(uri: string): Promise<string | Unreadable | undefined> {
    const location = this.options.files.toLocation(uri);
    const read = await this.readFile(location, {});
    return read === undefined || 'reason' in read ? read : read.source;
  }

  /** What is wrong in an organisation's own file. Empty for a YAML file that is none. */
  async listProblems(document: TextDocument): Promise<readonly Problem[]> {
    const location = this.options.files.toLocation(document.uri);
    const organisation = await this.organisationOf(document.uri);
    if (isGoalsFile(location, organisation)) return checkGoals(parseGoals(location, document.getText()), today());
    if (isGlossary(location, organisation)) return this.checker.check(location, document.getText(), organisation, today());
    return organisation.problems.filter((problem) => problem.path === location);
  }

  /** Takes note that a file changed. Returns whether an organisation hangs on it. */
  fileChanged(uri: string): Promise<boolean> {
    return this.organisations.invalidate(this.options.files.toLocation(uri));
  }

  forget(uri: string): void {
    this.kept.delete(uri);
    this.caches.delete(uri);
  }

  /** Makes the engine when the first message needs it, and reads the lists of words then. Neither is decoded before it is used. */
  private async makeEngine(): Promise<Engine> {
    const [frequencyText, vectorText] = await Promise.all([
      this.readList('word frequencies', this.options.readFrequency),
      this.readList('word vectors', this.options.readVectors),
    ]);
    const vectors = vectorText === undefined ? undefined : new WordVectors(vectorText);
    return createEngine(rules, { frequency: frequencyText === undefined ? undefined : new WordFrequency(frequencyText), vectors: () => vectors });
  }

  private async readList(list: string, read: () => Promise<string | undefined> | undefined): Promise<string | undefined> {
    try {
      return await read();
    } catch (error) {
      this.options.onListFailure(list, error);
      return undefined;
    }
  }

  private run({ engine, document, organisation, blocks }: Omit<LintedMessage, 'result' | 'read'>, settings: Settings): Result {
    return engine.lint({
      document,
      organisation,
      blocks,
      today: today(),
      overrides: settings.overrides,
      onRuleFailure: this.options.onRuleFailure,
    });
  }

  private async lintNow(document: TextDocument, organisation: Organisation, settings: Settings, caches?: DocumentCaches): Promise<LintedMessage | undefined> {
    this.engine ??= this.makeEngine();
    const engine = await this.engine;
    const location = this.locationOf(document.uri);
    // An untitled document has no ending, only the language that its writer chose.
    const readSource = languageIsMarkdown(document) ? readMarkdown : readDocument;
    const placed = placementOf(location, organisation, settings);
    const isText = fileOfTextView(document.uri) === undefined && !isEmail(document.uri);
    const read = isText ? (text: string, cache?: MarkdownCache): Document => readSource(location, text, cache, placed) : undefined;
    const message = read === undefined ? await this.readBytes(document, location, placed) : read(document.getText(), caches?.markdown);
    // Places count in the text that the editor shows. A file that has changed since is shown anew in a moment.
    if (message === undefined || 'reason' in message || message.source !== document.getText()) return undefined;
    const blocks = caches?.blocks ?? new DocumentBlocks();
    const result = this.run({ engine, document: message, organisation, blocks }, settings);
    blocks.finish();
    return { document: message, organisation, result, engine, blocks, read };
  }

  /** A text view shows its file as it is on disk; a mail is read as it is being typed. */
  private async readBytes(document: TextDocument, location: string, placed: Placement): Promise<Document | Unreadable | undefined> {
    if (isEmail(document.uri)) return readMessage(location, new TextEncoder().encode(document.getText()), undefined, placed);
    return this.readFile(location, placed);
  }

  private async readFile(location: string, placed: Placement): Promise<Document | Unreadable | undefined> {
    const bytes = await this.options.files.readBytes(location);
    return bytes === undefined ? undefined : readMessage(location, bytes, undefined, placed);
  }

  /** Where a message is; for a text view, where its file is. */
  private locationOf(uri: string): string {
    return this.options.files.toLocation(fileOfTextView(uri) ?? uri);
  }

  private cacheOf(uri: string): DocumentCaches {
    const known = this.caches.get(uri);
    if (known !== undefined) return known;
    const cache = { markdown: new MarkdownCache(), blocks: new DocumentBlocks() };
    this.caches.set(uri, cache);
    return cache;
  }
}

function languageIsMarkdown({ languageId }: TextDocument): boolean {
  return languageId === 'markdown';
}

/** Whether it is by its name a message that an editor shows as text. Word and PowerPoint files are read through their text views. */
export function isMessageFile(uri: string): boolean {
  return isReadable(uri, 'text') || isEmail(uri);
}

/** Whether it is a mail with its headers, which an editor shows as text. */
export function isEmail(uri: string): boolean {
  return /\.eml$/i.test(uri);
}

/** Whether the file is the organisation's goals file, or is called like one. */
export function isGoalsFile(location: string, { folder, config }: Organisation): boolean {
  const isNamed = folder !== undefined && config.goals !== undefined && resolveFrom(folder, config.goals) === location;
  return (isNamed && !location.endsWith('/liaison.yml')) || /\/goals\.ya?ml$/.test(location);
}

/** Whether the file is one of the organisation's glossaries, or stands where they are kept. */
export function isGlossary(location: string, { glossaries }: Organisation): boolean {
  return glossaries.some(({ path }) => path === location) || /\/glossaries\/[^/]+\.ya?ml$/.test(location);
}

function placementOf(location: string, organisation: Organisation, settings: Settings): Placement {
  return { override: settings.overrides.kind, folder: organisation.defaultsFor(location)?.kind, readsNavigation: organisation.config.html.navigation };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
