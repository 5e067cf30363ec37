import { type Document, type FieldValue, intents, type MessageKind, messageKinds } from '../model/document.js';
import type { Severity } from '../model/finding.js';
import { LineIndex } from '../model/line-index.js';
import type { Problem } from '../model/problem.js';
import { shorten } from '../model/shorten.js';
import { readDay } from '../text/dates.js';
import { findSimilar } from '../text/similar.js';

interface FieldProblem {
  readonly field: FieldValue;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** What is wrong in what a message says of itself, by place: shapes that its format told of, and values that nobody knows. `kind` is what it is read as. */
export function listFieldProblems(document: Document, kind: MessageKind): readonly Problem[] {
  const found = [...checkKind(document.fields.kind, kind), ...checkIntent(document.fields.intent), ...checkDate(document.fields.date, kind)];
  if (found.length === 0) return document.problems ?? [];
  const lines = new LineIndex(document.source);
  const located = found.map(({ field, severity, code, message }): Problem => {
    const { line, column } = lines.at(field.span.start);
    return { path: document.path, start: { line, column }, severity, code, message };
  });
  return [...(document.problems ?? []), ...located].sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
}

function* checkKind(field: FieldValue | undefined, kind: MessageKind): Generator<FieldProblem> {
  if (field === undefined || isOneOf(messageKinds, field.value)) return;
  const similar = findSimilar(field.value, messageKinds);
  const readAs = `“${shorten(field.value)}” is no kind of message, so this is read as ${nameKind(kind)}.`;
  // Other tools have kinds of their own.
  if (similar === undefined) yield { field, severity: 'warning', code: 'unknown-kind', message: `${readAs} Write ${listChoices(messageKinds)}.` };
  else yield { field, severity: 'error', code: 'unknown-kind', message: `${readAs} Did you mean “${similar}”?` };
}

function* checkIntent(field: FieldValue | undefined): Generator<FieldProblem> {
  if (field === undefined || isOneOf(intents, field.value)) return;
  const similar = findSimilar(field.value, intents);
  const message = `There is no intent “${shorten(field.value)}”. ${similar === undefined ? `Write ${listChoices(intents)}.` : `Did you mean “${similar}”?`}`;
  yield { field, severity: similar === undefined ? 'warning' : 'error', code: 'unknown-intent', message };
}

function* checkDate(field: FieldValue | undefined, kind: MessageKind): Generator<FieldProblem> {
  if (field === undefined) return;
  const read = readDay(field.value);
  const written = shorten(field.value);
  if (read !== undefined && read.day === undefined)
    yield { field, severity: 'error', code: 'wrong-date', message: `The calendar has no day “${written}”. Write the date as 2027-06-30.` };
  // Pages hold what their site makes of them, such as “today”.
  else if (read === undefined && kind !== 'page')
    yield {
      field,
      severity: 'info',
      code: 'unread-date',
      message: `“${written}” names no one day. Write the date as 2027-06-30, so that this message counts in its week.`,
    };
}

function isOneOf(values: readonly string[], value: string): boolean {
  return values.includes(value.toLowerCase());
}

function nameKind(kind: MessageKind): string {
  return `${kind === 'announcement' ? 'an' : 'a'} ${kind}`;
}

function listChoices(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
