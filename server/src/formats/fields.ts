import { type FieldValue, type IgnoreDirective, intents, type MessageFields, messageKinds } from '../model/document.js';
import type { Problem } from '../model/problem.js';
import type { Span } from '../model/span.js';
import { isRecord } from '../yaml/yaml-file.js';
import { type FrontMatterSource, FrontMatterYaml } from './front-matter-yaml.js';

const textFields = ['kind', 'audience', 'intent', 'subject', 'date'] as const;
const ownKeys: ReadonlySet<string> = new Set([...textFields, 'goals', 'goal', 'liaison']);

/** What front matter says, and what is wrong with it. */
export interface ReadFrontMatter {
  readonly fields: MessageFields;
  readonly ignores: readonly IgnoreDirective[];
  readonly problems: readonly Problem[];
  /** All of it, also what belongs to other tools. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads what a message says of itself from YAML front matter. `whole` is its span with the lines of dashes. */
export function readFrontMatter(source: FrontMatterSource, whole: Span, sourceLength: number): ReadFrontMatter {
  const yaml = new FrontMatterYaml(source);
  const { value } = yaml;
  if (value === undefined) return { fields: { span: whole }, ignores: [], problems: [], values: {} };
  const fields: { -readonly [Key in keyof MessageFields]: MessageFields[Key] } = { span: whole };
  const readText = (name: string): FieldValue | undefined => {
    const key = findKey(value, name);
    const text = toText(value[key]);
    return text === undefined ? undefined : { value: text, span: yaml.spanOf([key]) };
  };
  for (const name of textFields) {
    const field = readText(name);
    if (field !== undefined) fields[name] = field;
  }
  // Site generators write the subject line as a title.
  const title = readText('title');
  if (fields.subject === undefined && title !== undefined) fields.subject = title;
  const goals = readGoals(value, yaml);
  if (goals !== undefined) fields.goals = goals;
  checkShapes(value, yaml);
  return {
    fields,
    ignores: readIgnores(value['liaison'], yaml, sourceLength),
    problems: yaml.listProblems((key) => ownKeys.has(key.toLowerCase())),
    values: value,
  };
}

/**
 * What is wrong with front matter that never ends: its keys are read as the first lines of the text. Empty where the message
 * does not begin with one of the keys that it says of itself. `text` begins `first` code units into the source, behind a byte order mark.
 */
export function checkUnclosed(path: string, text: string, first: number): readonly Problem[] {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)(?:kind|audience|goals?|intent|subject|date):\s/i.exec(text.slice(0, 100));
  if (opening === null) return [];
  const message = 'What this message says of itself has no end. Write “---” on a line of its own behind the last key.';
  return [{ path, start: { line: 1, column: 1 + first }, severity: 'error', code: 'not-yaml', message }];
}

/** The key as written: people who write “Subject:” in a mail write it so here. */
function findKey(value: Readonly<Record<string, unknown>>, name: string): string {
  return name in value ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function readGoals(value: Readonly<Record<string, unknown>>, yaml: FrontMatterYaml): FieldValue[] | undefined {
  const name = findKey(value, 'goals') in value ? findKey(value, 'goals') : findKey(value, 'goal');
  const goals = value[name];
  if (goals === undefined || goals === null) return undefined;
  if (!Array.isArray(goals)) {
    const text = toText(goals);
    return text === undefined ? undefined : splitGoals(text, yaml.spanOf([name]), yaml);
  }
  return goals.flatMap((goal, index) => {
    const text = toText(goal);
    return text === undefined ? [] : [{ value: text, span: yaml.spanOf([name, index]) }];
  });
}

/** Ids parted by commas, as in the header of an email, each with its place. */
function splitGoals(text: string, span: Span, yaml: FrontMatterYaml): FieldValue[] {
  const written = yaml.textAt(span);
  let from = 0;
  return text.split(',').flatMap((part) => {
    const value = part.trim();
    if (value === '') return [];
    const at = written.indexOf(value, from);
    if (at < 0) return [{ value, span }];
    from = at + value.length;
    return text.includes(',') ? [{ value, span: { start: span.start + at, end: span.start + from } }] : [{ value, span }];
  });
}

/** Tells of values that cannot be taken for what they should say. An empty one is still to be written. */
function checkShapes(value: Readonly<Record<string, unknown>>, yaml: FrontMatterYaml): void {
  const choices = { kind: messageKinds, audience: ['everyone'], intent: intents };
  for (const [name, [example]] of Object.entries(choices)) {
    const key = findKey(value, name);
    if (typeof value[key] === 'object' && value[key] !== null)
      yaml.add([key], 'error', 'wrong-shape', `“${key}” is ${nounOf(value[key])}. Write one value, as in “${key}: ${example}”.`);
  }
  const key = findKey(value, 'goals');
  const goals = value[key];
  if (Array.isArray(goals)) {
    for (const [index, goal] of goals.entries())
      if (typeof goal === 'object' && goal !== null)
        yaml.add([key, index], 'error', 'wrong-shape', `Item ${index + 1} of “${key}” is ${nounOf(goal)}. Write the id of a goal, as in “${key}: [G1]”.`);
  } else if (isRecord(goals) || typeof goals === 'number' || typeof goals === 'boolean') {
    const example = isRecord(goals) ? 'G1' : String(goals);
    yaml.add([key], 'error', 'wrong-shape', `“${key}” is ${nounOf(goals)}. Write a list of ids, as in “${key}: [${example}]”.`);
  }
}

function nounOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'a yes or no' : 'a group of keys';
}

function readIgnores(liaison: unknown, yaml: FrontMatterYaml, sourceLength: number): IgnoreDirective[] {
  const ignore = isRecord(liaison) ? liaison['ignore'] : undefined;
  if (!isRecord(ignore)) return [];
  return Object.entries(ignore).map(([rule, reason]) => ({
    rules: [rule],
    ...readReason(toText(reason) ?? ''),
    span: yaml.spanOf(['liaison', 'ignore', rule]),
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
