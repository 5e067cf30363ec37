import type { TextDocument } from 'vscode-languageserver-textdocument';
import { partTitles, type Result } from '../index.js';
import { toRange, toTextEdit } from './convert.js';
import type { CheckUp } from './protocol.js';

/** The check-up of a linted message, in ranges of its document. */
export function toCheckUp(document: TextDocument, { kind, audience, goals, checkup }: Result): CheckUp {
  return {
    kind,
    audience,
    goals,
    parts: checkup.map(({ part, met, evidence, suggestions = [] }) => ({
      part,
      title: partTitles[part],
      isMet: met,
      ...(evidence === undefined ? {} : { evidence: toRange(document, evidence) }),
      fixes: suggestions.map(({ title, edits }) => ({ title, edits: edits.map((edit) => toTextEdit(document, edit)) })),
    })),
  };
}
