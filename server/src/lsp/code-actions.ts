import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chooseSafeEdits, type Edit, type Finding, fixAll } from '../index.js';
import { toDiagnostic, toTextEdit } from './convert.js';
import type { LintedMessage } from './workspace.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.liaison`;

export interface CodeActionRequest {
  readonly document: TextDocument;
  readonly linted: LintedMessage;
  readonly params: CodeActionParams;
  readonly rulePages: string | undefined;
  /** Lints another text in the place of the message. */
  readonly relint: (text: string) => readonly Finding[];
}

/** Quick fixes for what stands in the range, and the edit that applies all safe suggestions of the message. */
export function listCodeActions(request: CodeActionRequest): CodeAction[] {
  const { only } = request.params.context;
  const wants = (kind: string): boolean => only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  return [...(wants(CodeActionKind.QuickFix) ? listQuickFixes(request) : []), ...(wants(fixAllKind) ? listFixAll(request) : [])];
}

function listQuickFixes({ document, linted, params, rulePages }: CodeActionRequest): CodeAction[] {
  const from = document.offsetAt(params.range.start);
  const to = document.offsetAt(params.range.end);
  const here = linted.result.findings.filter((finding) => finding.start <= to && from <= finding.end);
  const fixes = here.flatMap((finding) =>
    finding.suggestions.map(
      (suggestion, index): CodeAction => ({
        title: suggestion.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, finding, rulePages)],
        isPreferred: index === 0 && suggestion.safety === 'safe',
        edit: toWorkspaceEdit(document, suggestion.edits),
      }),
    ),
  );
  return [...fixes, ...listRuleFixes(document, linted, here)];
}

/** For each rule in the range that has safe suggestions elsewhere too: all of them at once. */
function listRuleFixes(document: TextDocument, { result }: LintedMessage, here: readonly Finding[]): CodeAction[] {
  return [...new Set(here.map((finding) => finding.rule))].flatMap((rule) => {
    const edits = chooseSafeEdits(result.findings.filter((finding) => finding.rule === rule));
    if (edits.length < 2) return [];
    return [{ title: `Fix all ${edits.length} of “${rule}” that are safe`, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(document, edits) }];
  });
}

function listFixAll({ document, linted, relint }: CodeActionRequest): CodeAction[] {
  const source = document.getText();
  const first = chooseSafeEdits(linted.result.findings);
  if (first.length === 0) return [];
  const fixed = linted.read === undefined ? undefined : fixAll(source, relint);
  // Nearly always one round is all, and its small edits keep the cursor and the marks in their places.
  const edits = fixed === undefined || fixed.edits === first.length ? first : [findDifference(source, fixed.text)];
  return [{ title: 'Fix all that is safe to fix', kind: fixAllKind, edit: toWorkspaceEdit(document, edits) }];
}

/** The one edit that turns a text into another, without the beginning and end that they share. */
function findDifference(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}

function toWorkspaceEdit(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } };
}
