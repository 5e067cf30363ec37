import type { FieldValue, MessageFields } from '../model/document.js';
import type { Span } from '../model/span.js';

/** A header line such as `Subject: New portal`. */
export interface Header {
  /** In small letters. */
  readonly name: string;
  readonly value: string;
  /** Where the value stands, without white space around it. */
  readonly span: Span;
}

/** Which headers say what, in small letters. */
export type FieldNames = { readonly [Key in 'kind' | 'audience' | 'goals' | 'intent' | 'subject' | 'date']: readonly string[] };

/** Reads what a message says of itself from its header lines. The first that says it counts; an empty one says nothing. */
export function readFields(headers: readonly Header[], names: FieldNames, source: string, span: Span): MessageFields {
  const find = (wanted: readonly string[]): Header | undefined => headers.find(({ name, value }) => wanted.includes(name) && value !== '');
  const fields: { -readonly [Key in keyof MessageFields]: MessageFields[Key] } = { span };
  for (const key of ['kind', 'audience', 'intent', 'subject', 'date'] as const) {
    const header = find(names[key]);
    if (header !== undefined) fields[key] = { value: header.value, span: header.span };
  }
  const goals = headers.find(({ name }) => names.goals.includes(name));
  if (goals !== undefined && goals.value !== '') fields.goals = splitGoals(source, goals.span);
  return fields;
}

/** Ids parted by commas, each with its place. Brackets come along when people copy from front matter. */
function splitGoals(source: string, { start, end }: Span): FieldValue[] {
  return Array.from(source.slice(start, end).matchAll(/[^,[\]\r\n\t ](?:[^,[\]\r\n]*[^,[\]\r\n\t ])?/g), (match) => {
    const from = start + match.index;
    return { value: match[0], span: { start: from, end: from + match[0].length } };
  });
}
