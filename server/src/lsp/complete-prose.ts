import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import type { Finding, Term } from '../index.js';
import { toTextEdit } from './convert.js';
import type { OpenMessage } from './session.js';

// Letters of a term before it is looked for: fewer fit half a glossary.
const fewestLetters = 3;
const mostItems = 50;

/** Wording that the glossaries approve of, for the words before the cursor or the flagged ones under it. */
export function completeProse(message: OpenMessage, position: Position): CompletionItem[] {
  const { document, linted } = message;
  const offset = document.offsetAt(position);
  const here = linted.result.findings.filter(({ start, end, term }) => term !== undefined && start <= offset && offset <= end);
  if (here.length > 0) return here.flatMap((finding) => listSuggestions(message, finding));
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const isProse = linted.document.blocks.some(({ map, text }) => {
    const { start, end } = map.toSource({ start: 0, end: text.length });
    return start <= offset && offset <= end;
  });
  return isProse ? listWording(message, line, position) : [];
}

function listSuggestions({ document }: OpenMessage, { suggestions, text, term = text }: Finding): CompletionItem[] {
  return suggestions.flatMap(({ edits, title }, index) => {
    const [edit, ...others] = edits;
    if (edit === undefined) return [];
    return [
      {
        label: edit.text.trim() || title,
        kind: CompletionItemKind.Text,
        detail: `instead of “${term}”`,
        sortText: String(index).padStart(4, '0'),
        filterText: text,
        textEdit: toTextEdit(document, edit),
        additionalTextEdits: others.map((other) => toTextEdit(document, other)),
      },
    ];
  });
}

function listWording({ linted: { organisation, result } }: OpenMessage, line: string, position: Position): CompletionItem[] {
  // Terms have up to a few words, and the first of them is typed by now.
  const beginnings = [...line.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => line.slice(index)).slice(-3);
  const audience = organisation.config.audiences[result.audience];
  const found: CompletionItem[] = [];
  for (const typed of beginnings) {
    if (typed.length < fewestLetters && !/^\p{Lu}{2}$/u.test(typed)) continue;
    const range = { start: { line: position.line, character: position.character - typed.length }, end: position };
    for (const { terms } of organisation.glossaries) {
      for (const term of terms) {
        if (term.status === 'proposed' || term.status === 'retired' || !term.term.toLowerCase().startsWith(typed.toLowerCase())) continue;
        for (const wording of listWordings(term, audience?.knows ?? []))
          found.push({
            label: wording,
            kind: CompletionItemKind.Text,
            detail: `instead of “${term.term}”`,
            filterText: term.term,
            textEdit: { range, newText: wording },
          });
        if (found.length >= mostItems) return found;
      }
    }
  }
  return found;
}

function listWordings({ term, policy, expansion, replacements = [], domain }: Term, knows: readonly string[]): readonly string[] {
  if (knows.includes(term) || (domain !== undefined && knows.includes(`domain:${domain}`))) return [];
  if (policy === 'expand' && expansion !== undefined) return [`${expansion} (${term})`, expansion];
  return replacements;
}
