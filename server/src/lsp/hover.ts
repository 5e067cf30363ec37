import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findTermAt, type Term } from '../index.js';
import { toRange } from './convert.js';
import type { LintedMessage } from './workspace.js';

/** What a glossary says about the term under the cursor. */
export function findHover(document: TextDocument, { document: read, organisation }: LintedMessage, position: Position): Hover | null {
  const found = findTermAt(read, organisation, document.offsetAt(position));
  if (found === undefined) return null;
  const glossary = organisation.glossaries.find(({ name }) => name === found.term.glossary);
  return { contents: { kind: MarkupKind.Markdown, value: describeTerm(found.term, glossary?.owner) }, range: toRange(document, found.span) };
}

function describeTerm(term: Term, glossaryOwner: string | undefined): string {
  const name = term.expansion === undefined ? `**${escapeMarkdown(term.term)}**` : `**${escapeMarkdown(term.term)}**: ${escapeMarkdown(term.expansion)}`;
  const meaning = term.definition === undefined ? [] : [`Means ${escapeMarkdown(term.definition)}.`];
  const reason = term.reason === undefined ? [] : [escapeMarkdown(term.reason)];
  const instead = term.replacements?.length ? [`Say instead: ${term.replacements.map((word) => `“${escapeMarkdown(word)}”`).join(', ')}.`] : [];
  const known = term.knownTo?.length ? [`Known to: ${term.knownTo.map(escapeMarkdown).join(', ')}.`] : [];
  const owner = term.owner ?? glossaryOwner;
  const origin = `_Glossary ${escapeMarkdown(term.glossary)}${owner === undefined ? '' : `, kept by ${escapeMarkdown(owner)}`}_`;
  return [name, ...meaning, ...reason, ...instead, ...known, origin].join('\n\n');
}

/** Glossaries hold plain text; what looks like markup in it is not. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
