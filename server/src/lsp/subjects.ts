import { type CancellationToken, type Location, LSPErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findTermAt, type Goal, isRecord, type Organisation, parentOf, type Term, YamlFile } from '../index.js';
import { toRange } from './convert.js';
import { type Entry, entryAt, listEntries, withoutQuotes } from './entries.js';
import { isYaml, lintOpen, type Session } from './session.js';
import { isGlossary, isGoalsFile } from './workspace.js';

/** What a name under the cursor stands for. */
export type Subject = TermSubject | GoalSubject;

export interface TermSubject {
  readonly kind: 'term';
  readonly name: string;
  /** Name and, for one of the organisation’s own, location of its glossary. */
  readonly glossary: { readonly name: string; readonly path: string | undefined };
  readonly partOfSpeech: string | undefined;
  /** Where the cursor stands on it. */
  readonly range: Range;
}

export interface GoalSubject {
  readonly kind: 'goal';
  readonly id: string;
  /** Location of the goals file. */
  readonly path: string;
  readonly range: Range;
}

/** The term or goal at a position of any file that the server knows; `undefined` where there is none. */
export async function findSubject(session: Session, uri: string, position: Position, token: CancellationToken): Promise<Subject | undefined> {
  const document = session.documents.get(uri);
  if (document === undefined) return undefined;
  const offset = document.offsetAt(position);
  if (isYaml(uri)) return findInYaml(session, document, offset);
  const message = await lintOpen(session, uri, token);
  if (message === undefined) return undefined;
  const { document: read, organisation } = message.linted;
  const field = read.fields.goals?.find(({ span }) => span.start <= offset && offset <= span.end);
  if (field !== undefined && organisation.goals !== undefined)
    return { kind: 'goal', id: field.value, path: organisation.goals.path, range: toRange(document, withoutQuotes(read.source, field.span)) };
  const found = findTermAt(read, organisation, offset);
  return found === undefined ? undefined : toTermSubject(found.term, organisation, toRange(document, found.span));
}

async function findInYaml(session: Session, document: TextDocument, offset: number): Promise<Subject | undefined> {
  const location = session.files.toLocation(document.uri);
  const organisation = await session.workspace.organisationOf(document.uri);
  const text = document.getText();
  if (isGoalsFile(location, organisation)) {
    const entry = entryAt(listEntries(location, text, 'goals'), offset);
    return entry === undefined ? undefined : { kind: 'goal', id: entry.name, path: location, range: toRange(document, entry.nameSpan) };
  }
  if (isGlossary(location, organisation)) {
    const entry = entryAt(listEntries(location, text, 'terms'), offset);
    if (entry === undefined) return undefined;
    const known = organisation.glossaries.find(({ path }) => path === location);
    const glossary = { name: known?.name ?? location, path: location };
    return { kind: 'term', name: entry.name, glossary, partOfSpeech: partOfSpeechOf(entry), range: toRange(document, entry.nameSpan) };
  }
  const mention = listConfigGoals(location, text).find(({ span }) => span.start <= offset && offset <= span.end);
  if (mention === undefined || organisation.goals === undefined) return undefined;
  return { kind: 'goal', id: mention.id, path: organisation.goals.path, range: toRange(document, mention.span) };
}

function toTermSubject(term: Term, organisation: Organisation, range: Range): TermSubject {
  const path = term.source?.path ?? organisation.glossaries.find(({ name }) => name === term.glossary)?.path;
  return { kind: 'term', name: term.term, glossary: { name: term.glossary, path }, partOfSpeech: term.partOfSpeech, range };
}

function partOfSpeechOf({ value }: Entry): string | undefined {
  return typeof value['partOfSpeech'] === 'string' ? value['partOfSpeech'] : undefined;
}

/** Whether a term of a glossary is the one that is meant: its name alone may stand for a noun and a verb. */
export function isSameTerm(subject: Pick<TermSubject, 'name' | 'glossary' | 'partOfSpeech'>, term: Term): boolean {
  const isSameGlossary = subject.glossary.path === undefined ? term.glossary === subject.glossary.name : term.source?.path === subject.glossary.path;
  return isSameGlossary && term.term === subject.name && (term.partOfSpeech ?? undefined) === subject.partOfSpeech;
}

/** Where a term or goal is defined; `undefined` for a term that ships with Liaison, and for a goal that does not exist. */
export async function findDefinition(session: Session, subject: Subject): Promise<{ readonly location: Location; readonly entry: Entry } | undefined> {
  const path = subject.kind === 'term' ? subject.glossary.path : subject.path;
  if (path === undefined) return undefined;
  const file = await session.index.open(session.files.toUri(path));
  if (file === undefined) return undefined;
  const { document } = file;
  const entries = listEntries(path, document.getText(), subject.kind === 'term' ? 'terms' : 'goals');
  const entry =
    subject.kind === 'goal'
      ? entries.find(({ name }) => name === subject.id)
      : entries.find((candidate) => candidate.name === subject.name && partOfSpeechOf(candidate) === subject.partOfSpeech);
  return entry === undefined ? undefined : { location: { uri: document.uri, range: toRange(document, entry.nameSpan) }, entry };
}

/** All places where messages and liaison.yml files mention it, its definition not among them. */
export async function findMentions(session: Session, subject: Subject, token: CancellationToken): Promise<readonly Location[]> {
  const mentions = await session.index.readMentions(token);
  if (subject.kind === 'term')
    return mentions.flatMap(({ uri, uses }) => uses.filter(({ term }) => isSameTerm(subject, term)).map(({ range }): Location => ({ uri, range })));
  const inMessages = mentions
    .filter(({ organisation }) => organisation.goals?.path === subject.path)
    .flatMap(({ uri, goalIds }) => goalIds.filter(({ id }) => id === subject.id).map(({ range }): Location => ({ uri, range })));
  const inConfigs: Location[] = [];
  for (const { document, organisation } of await listConfigs(session)) {
    if (organisation.goals?.path !== subject.path) continue;
    for (const { id, span } of listConfigGoals(session.files.toLocation(document.uri), document.getText()))
      if (id === subject.id) inConfigs.push({ uri: document.uri, range: toRange(document, span) });
  }
  return [...inMessages, ...inConfigs];
}

/** Every liaison.yml of the workspace. */
export async function listConfigs(session: Session): Promise<readonly { readonly document: TextDocument; readonly organisation: Organisation }[]> {
  const found: { document: TextDocument; organisation: Organisation }[] = [];
  for (const uri of await session.index.list()) {
    if (!uri.endsWith('/liaison.yml')) continue;
    const file = await session.index.open(uri);
    if (file !== undefined) found.push({ document: file.document, organisation: await session.workspace.organisationOf(uri) });
  }
  return found;
}

/** Goal ids that a liaison.yml gives to messages of a folder. */
function listConfigGoals(path: string, text: string): readonly { readonly id: string; readonly span: { readonly start: number; readonly end: number } }[] {
  if (!path.endsWith('/liaison.yml')) return [];
  const file = new YamlFile(path, text);
  const messages = isRecord(file.value) ? file.value['messages'] : undefined;
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((entry: unknown, index) => {
    const goals = isRecord(entry) ? entry['goals'] : undefined;
    if (!Array.isArray(goals)) return [];
    return goals.flatMap((id: unknown, place) => {
      const span = file.spanOf(['messages', index, 'goals', place]);
      return span === undefined || (typeof id !== 'string' && typeof id !== 'number') ? [] : [{ id: String(id), span: withoutQuotes(text, span) }];
    });
  });
}

/** Places in a liaison.yml where an audience is said to know a term. */
export function listKnownTerms(path: string, text: string, name: string): readonly { readonly start: number; readonly end: number }[] {
  const file = new YamlFile(path, text);
  const audiences = isRecord(file.value) ? file.value['audiences'] : undefined;
  if (!isRecord(audiences)) return [];
  return Object.entries(audiences).flatMap(([audience, entry]) => {
    const knows = isRecord(entry) ? entry['knows'] : undefined;
    if (!Array.isArray(knows)) return [];
    return knows.flatMap((known: unknown, index) => {
      const span = file.spanOf(['audiences', audience, 'knows', index]);
      return span !== undefined && typeof known === 'string' && known.toLowerCase() === name.toLowerCase() ? [withoutQuotes(text, span)] : [];
    });
  });
}

/** Goals of the organisation by id. */
export function findGoal({ goals }: Organisation, id: string): Goal | undefined {
  return goals?.goals.find((goal) => goal.id === id);
}

/** Ends a request with a sentence that the editor shows. */
export function refuse(reason: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** The folder of a location, as messages about it call it. */
export function nameOf(location: string): string {
  return location.slice((parentOf(location) ?? '').length + 1);
}
