import type { CancellationToken, Location, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { toRange } from './convert.js';
import { listEntries, toScalar } from './entries.js';
import type { Feature, Session } from './session.js';
import { findDefinition, findMentions, findSubject, listConfigs, listKnownTerms, nameOf, refuse, type Subject, type TermSubject } from './subjects.js';
import { fileOfTextView } from './text-view.js';

/**
 * Renames a goal id wherever it is written, or a term in its glossary and where an audience is said to know it. The text of
 * messages stays: a glossary says which words are flagged there.
 */
export const rename: Feature = {
  start(session) {
    const ability = session.client.capabilities.textDocument?.rename;
    if (ability === undefined) return undefined;
    session.connection.onPrepareRename(async ({ textDocument, position }, token): Promise<{ range: Range; placeholder: string } | null> => {
      const subject = await findSubject(session, textDocument.uri, position, token);
      if (subject === undefined) return null;
      await findEntry(session, subject);
      return { range: subject.range, placeholder: nameOfSubject(subject) };
    });
    session.connection.onRenameRequest(async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | null> => {
      const subject = await findSubject(session, textDocument.uri, position, token);
      if (subject === undefined) return null;
      const name = newName.trim();
      if (name === nameOfSubject(subject)) return { changes: {} };
      const places = subject.kind === 'goal' ? await planGoal(session, subject, name, token) : await planTerm(session, subject, name);
      return toEdit(session, places, name);
    });
    return { renameProvider: ability.prepareSupport === true ? { prepareProvider: true } : true };
  },
};

function nameOfSubject(subject: Subject): string {
  return subject.kind === 'goal' ? subject.id : subject.name;
}

async function findEntry(session: Session, subject: Subject): Promise<Location> {
  const found = await findDefinition(session, subject);
  if (found !== undefined) return found.location;
  return subject.kind === 'goal'
    ? refuse(`There is no goal “${subject.id}” in ${nameOf(subject.path)}. Add it there, or name another.`)
    : refuse(`“${subject.name}” is in the glossary “${subject.glossary.name}”, which ships with Liaison. Add an entry of your own to change it.`);
}

// As checking the goals has it: everything else means something in front matter or in the header of an email.
const plainId = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._/-]*$/u;

async function planGoal(session: Session, subject: Subject & { kind: 'goal' }, name: string, token: CancellationToken): Promise<readonly Location[]> {
  if (!plainId.test(name)) refuse(`“${name}” is awkward to write in a message. Use letters and digits, with “-”, “_”, “.” or “/” between them.`);
  const entry = await findEntry(session, subject);
  const file = await session.index.open(entry.uri);
  const others = file === undefined ? [] : listEntries(subject.path, file.document.getText(), 'goals');
  if (others.some((other) => other.name === name)) refuse(`Another goal is already called “${name}”. Choose another id.`);
  // What a text view shows cannot be edited.
  const mentions = (await findMentions(session, subject, token)).filter(({ uri }) => fileOfTextView(uri) === undefined);
  return [entry, ...mentions];
}

async function planTerm(session: Session, subject: TermSubject, name: string): Promise<readonly Location[]> {
  if (name === '') refuse('A term needs at least one word.');
  const entry = await findEntry(session, subject);
  const places = [entry];
  for (const { document, organisation } of await listConfigs(session)) {
    if (!organisation.glossaries.some(({ path }) => path !== undefined && path === subject.glossary.path)) continue;
    for (const span of listKnownTerms(session.files.toLocation(document.uri), document.getText(), subject.name))
      places.push({ uri: document.uri, range: toRange(document, span) });
  }
  return places;
}

async function toEdit(session: Session, places: readonly Location[], name: string): Promise<WorkspaceEdit> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, range } of places) {
    const file = await session.index.open(uri);
    if (file === undefined) continue;
    const before = file.document.getText({ start: { line: range.start.line, character: 0 }, end: range.start });
    const isQuoted = /["']$/.test(before);
    const edits = changes[uri] ?? [];
    edits.push({ range, newText: isQuoted ? name.replace(/["'\\]/g, '') : toScalar(name) });
    changes[uri] = edits;
  }
  return { changes };
}
