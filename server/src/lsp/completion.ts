import { type CompletionItem, CompletionTriggerKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completeProse } from './complete-prose.js';
import { completeYaml, type YamlKind, YamlSchemas } from './complete-yaml.js';
import { type Feature, isYaml, lintOpen, type Session } from './session.js';
import { isTooLarge } from './size-limit.js';
import { isGlossary, isGoalsFile } from './workspace.js';

/** Values of front matter, keys and values of the organisation's files, and approved wording where somebody asks for it. */
export const completion: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.completion === undefined) return undefined;
    const schemas = new YamlSchemas();
    session.connection.onCompletion(async ({ textDocument: { uri }, position, context }, token): Promise<CompletionItem[]> => {
      const document = session.documents.get(uri);
      if (document === undefined || isTooLarge(document)) return [];
      const yaml = await findYaml(session, document, position);
      if (yaml !== undefined) {
        const organisation = await session.workspace.organisationOf(uri);
        const above = { line: position.line - yaml.linesAbove, character: position.character };
        return completeYaml({ ...yaml, schemas, organisation, position: above });
      }
      // A space or a colon of running text asks for nothing.
      if (isYaml(uri) || context?.triggerKind === CompletionTriggerKind.TriggerCharacter) return [];
      const message = await lintOpen(session, uri, token);
      return message === undefined ? [] : completeProse(message, position);
    });
    return { completionProvider: { triggerCharacters: [':', ' ', '[', ','] } };
  },
};

interface YamlPart {
  readonly kind: YamlKind;
  readonly lines: readonly string[];
  readonly linesAbove: number;
}

/** The YAML that a position stands in: a file of the organisation, or the front matter of a message. */
async function findYaml(session: Session, document: TextDocument, position: Position): Promise<YamlPart | undefined> {
  const { uri } = document;
  if (!isYaml(uri)) return session.workspace.isMessage(document) ? findFrontMatter(document, position) : undefined;
  const location = session.files.toLocation(uri);
  const organisation = await session.workspace.organisationOf(uri);
  const kind = location.endsWith('/liaison.yml')
    ? 'config'
    : isGoalsFile(location, organisation)
      ? 'goals'
      : isGlossary(location, organisation)
        ? 'glossary'
        : undefined;
  return kind === undefined ? undefined : { kind, lines: document.getText().split(/\r?\n/), linesAbove: 0 };
}

// Front matter that is still without its end must not be looked for through a whole book.
const mostLines = 200;

function findFrontMatter(document: TextDocument, position: Position): YamlPart | undefined {
  if (position.line === 0 || position.line > mostLines) return undefined;
  const lines = document.getText({ start: { line: 0, character: 0 }, end: { line: mostLines, character: 0 } }).split(/\r?\n/);
  if (!/^\uFEFF?---\s*$/.test(lines[0] ?? '')) return undefined;
  const closing = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  // Without an end it is as long as its lines look like YAML.
  const end = closing >= 0 ? closing : lines.findIndex((line, index) => index > 0 && line.trim() === '' && index < position.line);
  if (end >= 0 && position.line >= end) return undefined;
  return { kind: 'front-matter', lines: lines.slice(1, end < 0 ? undefined : end), linesAbove: 1 };
}
