import type { FieldValue, IgnoreDirective, MessageFields } from '../model/document.js';
import type { Span } from '../model/span.js';
import { isRecord, YamlFile } from '../yaml/yaml-file.js';

const textFields = ['kind', 'audience', 'intent', 'subject', 'date'] as const;

/** What stands at the top of a message. */
export interface FrontMatter {
  readonly fields: MessageFields;
  readonly ignores: readonly IgnoreDirective[];
  /** All of it, also what belongs to other tools. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Reads what a message says of itself from YAML front matter. `start` is the offset of the YAML in the source.
 * YAML that cannot be read yields no fields: other tools own most of the front matter, so it is theirs to report.
 */
export function readFrontMatter(yaml: string, start: number, whole: Span, sourceLength: number): FrontMatter {
  const file = new YamlFile('', yaml);
  const value = file.value;
  if (!isRecord(value)) return { fields: { span: whole }, ignores: [], values: {} };
  const spanAt = (path: (string | number)[]): Span => {
    const span = file.spanOf(path) ?? { start: 0, end: 0 };
    return { start: start + span.start, end: start + span.end };
  };
  const fields: { -readonly [Key in keyof MessageFields]: MessageFields[Key] } = { span: whole };
  for (const name of textFields) {
    const text = toText(value[name]);
    if (text !== undefined) fields[name] = { value: text, span: spanAt([name]) };
  }
  // Site generators write the subject line as a title.
  const title = toText(value['title']);
  if (fields.subject === undefined && title !== undefined) fields.subject = { value: title, span: spanAt(['title']) };
  const goals = readGoals(value, spanAt);
  if (goals !== undefined) fields.goals = goals;
  return { fields, ignores: readIgnores(value['liaison'], spanAt, sourceLength), values: value };
}

function readGoals(value: Readonly<Record<string, unknown>>, spanAt: (path: (string | number)[]) => Span): FieldValue[] | undefined {
  const name = 'goals' in value ? 'goals' : 'goal';
  const goals = value[name];
  if (goals === undefined || goals === null) return undefined;
  if (!Array.isArray(goals)) {
    const text = toText(goals);
    return text === undefined ? undefined : [{ value: text, span: spanAt([name]) }];
  }
  return goals.flatMap((goal, index) => {
    const text = toText(goal);
    return text === undefined ? [] : [{ value: text, span: spanAt([name, index]) }];
  });
}

function readIgnores(liaison: unknown, spanAt: (path: (string | number)[]) => Span, sourceLength: number): IgnoreDirective[] {
  const ignore = isRecord(liaison) ? liaison['ignore'] : undefined;
  if (!isRecord(ignore)) return [];
  return Object.entries(ignore).map(([rule, reason]) => ({
    rules: [rule],
    ...readReason(toText(reason) ?? ''),
    span: spanAt(['liaison', 'ignore', rule]),
    covers: { start: 0, end: sourceLength },
  }));
}

/** Splits `until 2027-01-31: why` into its date and its reason. */
export function readReason(text: string): { readonly reason: string; readonly until?: string } {
  const match = /^until\s+(\d{4}-\d{2}-\d{2})\s*:?\s*(.*)$/s.exec(text.trim());
  return match?.[1] === undefined ? { reason: text.trim() } : { reason: (match[2] ?? '').trim(), until: match[1] };
}

function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return undefined;
}
