import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chooseSafeEdits, type Edit, type Finding, fixAll } from '../index.js';
import { toDiagnostic, toTextEdit } from './convert.js';
import { listIgnores } from './ignore-actions.js';
import { openPageCommand } from './protocol.js';
import { type Feature, lintOpen, type OpenMessage, type Session } from './session.js';
import type { LintedMessage } from './workspace.js';

const fixAllKind = `${CodeActionKind.SourceFixAll}.liaison`;

/** Quick fixes for what stands in the range, ways to ignore it, the page of its rule, and the edit that applies all safe suggestions of the message. */
export const codeActions: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.codeAction === undefined) return undefined;
    const { connection, client, options } = session;
    const opensItself = options.commands?.includes(openPageCommand) === true;
    const canShow = client.capabilities.window?.showDocument?.support === true;
    connection.onCodeAction(async (params, token): Promise<CodeAction[]> => {
      const message = await lintOpen(session, params.textDocument.uri, token);
      return message === undefined ? [] : listCodeActions({ session, ...message, params, hasPages: opensItself || canShow });
    });
    if (opensItself || !canShow) return { codeActionProvider };
    connection.onExecuteCommand(async ({ command, arguments: [page] = [] }) => {
      if (command === openPageCommand && typeof page === 'string')
        await connection.window.showDocument({ uri: page, external: /^https?:/.test(page), takeFocus: true });
    });
    return { codeActionProvider, executeCommandProvider: { commands: [openPageCommand] } };
  },
};

const codeActionProvider = { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] };

interface CodeActionRequest extends OpenMessage {
  readonly session: Session;
  readonly params: CodeActionParams;
  /** Whether the page of a rule can be shown. */
  readonly hasPages: boolean;
}

function listCodeActions(request: CodeActionRequest): CodeAction[] {
  const { only } = request.params.context;
  const wants = (kind: string): boolean => only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  return [...(wants(CodeActionKind.QuickFix) ? listQuickFixes(request) : []), ...(wants(fixAllKind) ? listFixAll(request) : [])];
}

function listQuickFixes({ session, document, linted, params, hasPages }: CodeActionRequest): CodeAction[] {
  const { rulePages } = session.options;
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
  const hasSnippets = session.client.capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  // One rule may say several things about a place; it is ignored, and looked up, once.
  const byRule = [...new Map(here.map((finding) => [finding.rule, finding])).values()];
  return [
    ...fixes,
    ...listRuleFixes(document, linted, here),
    ...byRule.flatMap((finding) => listIgnores(document, linted.document, finding, { rulePages, hasSnippets })),
    ...(hasPages && rulePages !== undefined ? byRule.map((finding) => showPage(document, finding, rulePages)) : []),
  ];
}

function showPage(document: TextDocument, finding: Finding, rulePages: string): CodeAction {
  const title = `Show documentation for “${finding.rule}”`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, finding, rulePages)],
    command: { title, command: openPageCommand, arguments: [`${rulePages}/${finding.rule}.md`] },
  };
}

/** For each rule in the range that has safe suggestions elsewhere too: all of them at once. */
function listRuleFixes(document: TextDocument, { result }: LintedMessage, here: readonly Finding[]): CodeAction[] {
  return [...new Set(here.map((finding) => finding.rule))].flatMap((rule) => {
    const edits = chooseSafeEdits(result.findings.filter((finding) => finding.rule === rule));
    if (edits.length < 2) return [];
    return [{ title: `Fix all ${edits.length} of “${rule}” that are safe`, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(document, edits) }];
  });
}

function listFixAll({ session, document, linted, settings }: CodeActionRequest): CodeAction[] {
  const source = document.getText();
  const first = chooseSafeEdits(linted.result.findings);
  if (first.length === 0) return [];
  const fixed = linted.read === undefined ? undefined : fixAll(source, (text) => session.workspace.relint(linted, text, settings));
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
