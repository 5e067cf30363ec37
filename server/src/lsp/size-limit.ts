import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { source } from './convert.js';

// UTF-16 code units. Above these a keystroke could not be answered in time: the longest books have three million.
const mostOfMessage = 2_000_000;
const mostOfYaml = 10_000_000;

/** Whether a file is too long to be read again at every keystroke. */
export function isTooLarge(document: TextDocument): boolean {
  // The length of the text, without making a copy of it.
  return document.offsetAt({ line: document.lineCount, character: 0 }) > (isYaml(document) ? mostOfYaml : mostOfMessage);
}

/** What is said of such a file in place of everything else. */
export function describeTooLarge(document: TextDocument): Diagnostic {
  const most = (isYaml(document) ? mostOfYaml : mostOfMessage) / 1_000_000;
  const advice = isYaml(document) ? 'Split it into several files.' : 'Split it, or run “liaison lint” on it.';
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source,
    code: 'too-large',
    message: `This file has more than ${most} million characters, so it is not checked while you type. ${advice}`,
  };
}

function isYaml({ uri }: TextDocument): boolean {
  return /\.ya?ml$/i.test(uri);
}
