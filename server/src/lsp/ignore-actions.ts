import { type CodeAction, CodeActionKind, type Position, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document, Finding } from '../index.js';
import { toDiagnostic } from './convert.js';

/** What a client can do with the place for the reason. */
export interface IgnoreOptions {
  readonly rulePages: string | undefined;
  /** Whether an edit can say where the cursor goes. */
  readonly hasSnippets: boolean;
}

/** Text to insert; the reason goes between its two halves. */
interface Insertion {
  readonly at: Position;
  readonly before: string;
  readonly after: string;
}

/**
 * Leaves a finding alone, here or in the whole message. The reason is for the writer to give: until it is there, the ignore
 * hides nothing.
 */
export function listIgnores(document: TextDocument, read: Document, finding: Finding, options: IgnoreOptions): CodeAction[] {
  // Only into Markdown can these comments be written safely; what is said about ignores is not ignored.
  const isMarkdown = document.languageId === 'markdown' || /\.(?:md|markdown|mdx|qmd|rmd|md\.erb)$/i.test(document.uri);
  if (!isMarkdown || finding.rule === 'unused-ignore' || finding.rule === 'expired-ignore') return [];
  const diagnostics = [toDiagnostic(document, finding, options.rulePages)];
  const toAction = (title: string, insertions: readonly Insertion[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: toWorkspaceEdit(document, insertions, options.hasSnippets),
  });
  const { fields } = read;
  const isAboutAll = finding.start < fields.span.end || finding.start === 0;
  return [
    ...(isAboutAll ? [] : [toAction(`Ignore “${finding.rule}” here, with a reason`, ignoreHere(document, read, finding))]),
    toAction(`Ignore “${finding.rule}” in this message, with a reason`, [ignoreEverywhere(document, finding.rule)]),
  ];
}

function ignoreHere(document: TextDocument, read: Document, finding: Finding): readonly Insertion[] {
  const { line } = document.positionAt(finding.start);
  const text = lineAt(document, line);
  const isIn = (offset: number, kinds: readonly string[]): boolean =>
    read.blocks.some(({ kind, map, text: words }) => {
      const { start, end } = map.toSource({ start: 0, end: words.length });
      return kinds.includes(kind) && start <= offset && offset < Math.max(end, start + 1);
    });
  if (isIn(finding.start, ['cell'])) return ignoreTable(document, line, finding.rule);
  const above = line === 0 ? '' : lineAt(document, line - 1);
  const head = `<!-- liaison-ignore-next-line ${finding.rule}: `;
  // A comment on a line of its own would cut a paragraph or a list in two.
  const lastAbove = document.offsetAt({ line: line - 1, character: above.trimEnd().length }) - 1;
  if (line > 0 && above.trim() !== '' && isIn(lastAbove, ['paragraph', 'list-item']))
    return [{ at: { line: line - 1, character: above.length }, before: `${/\s$/.test(above) ? '' : ' '}${head}`, after: ' -->' }];
  const margin = /^[ \t>]*/.exec(text)?.[0] ?? '';
  return [{ at: { line, character: 0 }, before: `${margin}${head}`, after: ` -->${endOfLine(document)}` }];
}

/** Nothing but rows may stand between the rows of a table. */
function ignoreTable(document: TextDocument, line: number, rule: string): readonly Insertion[] {
  let first = line;
  while (first > 0 && lineAt(document, first - 1).trim() !== '') first--;
  let last = line;
  while (last + 1 < document.lineCount && lineAt(document, last + 1).trim() !== '') last++;
  const newline = endOfLine(document);
  const margin = /^[ \t>]*/.exec(lineAt(document, first))?.[0] ?? '';
  return [
    { at: { line: first, character: 0 }, before: `${margin}<!-- liaison-ignore ${rule}: `, after: ` -->${newline}` },
    { at: { line: last, character: lineAt(document, last).length }, before: `${newline}${margin}<!-- liaison-end-ignore -->`, after: '' },
  ];
}

function ignoreEverywhere(document: TextDocument, rule: string): Insertion {
  const newline = endOfLine(document);
  const first = lineAt(document, 0);
  const closing = /^\uFEFF?---\s*$/.test(first) ? findClosing(document) : undefined;
  if (closing === undefined) {
    const start = first.startsWith('\uFEFF') ? 1 : 0;
    return {
      at: { line: 0, character: start },
      before: ['---', 'liaison:', '  ignore:', `    ${rule}: `].join(newline),
      after: `${newline}---${newline}${newline}`,
    };
  }
  for (let line = 1; line < closing; line++) {
    const text = lineAt(document, line);
    if (!/^liaison:/.test(text)) continue;
    const flow = /^liaison:\s*\{\s*ignore:\s*\{\s*/.exec(text);
    if (flow !== null) {
      const isEmpty = text.charAt(flow[0].length) === '}';
      return { at: { line, character: flow[0].length }, before: `${rule}: `, after: isEmpty ? ' ' : ', ' };
    }
    for (let below = line + 1; below < closing && /^\s/.test(lineAt(document, below)); below++) {
      const ignore = /^(\s+)ignore:\s*$/.exec(lineAt(document, below));
      if (ignore?.[1] === undefined) continue;
      const child = /^\s+(?=\S)/.exec(below + 1 < closing ? lineAt(document, below + 1) : '')?.[0] ?? '';
      const margin = child.length > ignore[1].length ? child : `${ignore[1]}  `;
      return { at: { line: below + 1, character: 0 }, before: `${margin}${rule}: `, after: newline };
    }
    if (/^liaison:\s*$/.test(text)) return { at: { line: line + 1, character: 0 }, before: `  ignore:${newline}    ${rule}: `, after: newline };
  }
  return { at: { line: closing, character: 0 }, before: ['liaison:', '  ignore:', `    ${rule}: `].join(newline), after: newline };
}

// Whatever is called front matter ends before this.
const mostLines = 1000;

function findClosing(document: TextDocument): number | undefined {
  for (let line = 1; line < Math.min(document.lineCount, mostLines); line++) if (/^(?:---|\.\.\.)\s*$/.test(lineAt(document, line))) return line;
  return undefined;
}

function lineAt(document: TextDocument, line: number): string {
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/\r?\n$|\r$/, '');
}

function endOfLine(document: TextDocument): string {
  const first = document.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
  return first.endsWith('\r\n') ? '\r\n' : '\n';
}

function toWorkspaceEdit(document: TextDocument, insertions: readonly Insertion[], hasSnippets: boolean): WorkspaceEdit {
  if (!hasSnippets) {
    const edits = insertions.map(({ at, before, after }): TextEdit => ({ range: { start: at, end: at }, newText: before + after }));
    return { changes: { [document.uri]: edits } };
  }
  const edits = insertions.map(({ at, before, after }, index): TextEdit | SnippetTextEdit => {
    const range = { start: at, end: at };
    return index > 0 ? { range, newText: before + after } : { range, snippet: { kind: 'snippet', value: `${escapeSnippet(before)}$1${escapeSnippet(after)}` } };
  });
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
