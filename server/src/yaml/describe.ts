import { shorten } from '../model/shorten.js';

/** Says in plain words what a parser of YAML stumbled over. */
export function describeSyntaxError(code: string, message: string): string {
  const [line = ''] = message.split('\n');
  if (/call stack/.test(line)) return 'Lists or keys are nested too deep here to be read. Write this part with fewer levels.';
  const bracket = /end with a ([\]}])/.exec(line)?.[1];
  if (bracket !== undefined) return `A bracket is not closed before this place. Close it with “${bracket}”.`;
  const quote = /Missing closing (["'])/.exec(line)?.[1];
  if (quote !== undefined) return `A quotation mark is not closed before this place. Close it with ${quote}.`;
  const reserved = /cannot start with reserved character (.)/.exec(line)?.[1];
  if (reserved !== undefined) return `A value cannot start with “${reserved}”. Put it in quotation marks.`;
  return syntaxErrors[code] ?? `This is not valid YAML: ${line.replace(/\.$/, '')}.`;
}

const syntaxErrors: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This key is already there. Keep one of the two.',
  TAB_AS_INDENT: 'This line starts with a tab, which means nothing to YAML. Indent it with spaces.',
  MULTIPLE_DOCS: 'A second document starts here. Keep one in a file, and remove the line “---”.',
  BLOCK_AS_IMPLICIT_KEY: 'This value has a colon of its own. Put the value in quotation marks.',
  MULTILINE_IMPLICIT_KEY: 'This line is no “key: value”. Write a colon behind the key, or indent the line to go on with the value above.',
  UNEXPECTED_TOKEN: 'This does not belong here. Check the indentation, and the quotation marks and brackets before it.',
  BAD_DQ_ESCAPE: 'A backslash means something else between double quotation marks. Write it twice, or use single ones.',
};

/** What is known of an issue of a schema. */
export interface ShapeIssue {
  readonly code: string;
  readonly message: string;
  readonly expected?: unknown;
  readonly values?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
  readonly errors?: unknown;
}

/** Says in plain words why a value does not fit its schema, and what to write instead. `name` is what the value is called. */
export function describeShape(name: string, issue: ShapeIssue, value: unknown): string {
  // The schema’s own words are about this very value.
  const isOwn = !/^(?:Invalid|Too (?:small|big)|Unrecognized)/.test(issue.message);
  if (isOwn) return `${name} is not right: ${issue.message.replace(/\.$/, '')}.`;
  const inner = issue.code === 'invalid_union' ? firstIssue(issue.errors) : undefined;
  if (inner !== undefined) return describeShape(name, inner, value);
  if (issue.code === 'invalid_type') return describeType(name, String(issue.expected), value);
  if (issue.code === 'invalid_value' && Array.isArray(issue.values)) {
    const choices = issue.values.map(String);
    const wanted = `Write ${choices.length > 1 ? `${choices.slice(0, -1).join(', ')} or ` : ''}${choices.at(-1)}.`;
    return isPlain(value) ? `${name} is “${shorten(String(value))}”. ${wanted}` : `${name} is ${nounOf(value)}. ${wanted}`;
  }
  if (issue.origin === 'number' && issue.minimum !== undefined) return `${name} is ${String(value)}. Write a number from ${String(issue.minimum)} up.`;
  if (issue.origin === 'number' && issue.maximum !== undefined) return `${name} is ${String(value)}. Write a number up to ${String(issue.maximum)}.`;
  return `${name} is not right: ${issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '')}.`;
}

function firstIssue(errors: unknown): ShapeIssue | undefined {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  // The schema library promises a list of issues for each member of the union.
  return Array.isArray(first) ? (first[0] as ShapeIssue | undefined) : undefined;
}

function describeType(name: string, expected: string, value: unknown): string {
  if (value === undefined) return `${name} is missing. Add it.`;
  if (value === null) return `${name} is empty. Write something there, or remove it.`;
  if (expected === 'string' && isPlain(value)) return `${name} is read as ${nounOf(value)}. Put it in quotation marks: "${String(value)}".`;
  if (expected === 'boolean') return `${name} is ${nounOf(value)}. Write true or false, without quotation marks.`;
  if (expected === 'array') {
    const example = isPlain(value) && /^[\p{L}\p{N}][\p{L}\p{N} -]{0,40}$/u.test(String(value)) ? `[${String(value)}]` : '[one, another]';
    return `${name} must be a list: write ${example}.`;
  }
  if (expected === 'object' || expected === 'record') return `${name} is ${nounOf(value)}. Write keys with values, as in “key: value”.`;
  return `${name} is ${nounOf(value)}. Write ${nouns[expected] ?? expected}.`;
}

const nouns: Readonly<Record<string, string>> = { string: 'text', number: 'a number', int: 'a whole number', array: 'a list' };

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function nounOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'a yes or no';
    default:
      return 'a group of keys';
  }
}
