import { type CodeDescription, type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding, Problem, Severity, Span } from '../index.js';

export const source = 'Liaison';

const severityCodes = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const satisfies Record<
  Severity,
  DiagnosticSeverity
>;

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

export function toDiagnostic(document: TextDocument, finding: Finding, rulePages: string | undefined): Diagnostic {
  const page: { codeDescription?: CodeDescription } = rulePages === undefined ? {} : { codeDescription: { href: `${rulePages}/${finding.rule}.md` } };
  return { range: toRange(document, finding), severity: severityCodes[finding.severity], source, code: finding.rule, message: tellPlace(finding), ...page };
}

/** Where the file has no lines, its own places say more than those of its text view: “slide 3, title”. */
function tellPlace({ message, place }: Finding): string {
  return place === undefined ? message : `${message} (${place})`;
}

/** A problem is a place without an end: it reaches to the end of its line. */
export function problemToDiagnostic(document: TextDocument, { start, severity, code, message }: Problem): Diagnostic {
  const line = start.line - 1;
  const from = { line, character: start.column - 1 };
  const rest = document.getText({ start: from, end: { line: line + 1, character: 0 } }).trimEnd();
  return {
    range: { start: from, end: { line, character: from.character + Math.max(1, rest.length) } },
    severity: severityCodes[severity],
    source,
    code,
    message,
  };
}
