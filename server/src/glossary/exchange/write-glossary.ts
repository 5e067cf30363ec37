import { headerSchema } from '../schema.js';
import { type Entry, type Header, tidyEntry } from './imported.js';

/** Keys of an entry in the order in which the bundled glossaries have them. */
export const entryKeys = [
  'term',
  'caseSensitive',
  'partOfSpeech',
  'variants',
  'expansion',
  'replacements',
  'definition',
  'reason',
  'exceptions',
  'policy',
  'severity',
  'status',
  'knownTo',
  'domain',
  'owner',
  'examples',
] as const satisfies readonly (keyof Entry)[];

/** Writes a glossary file: a key a line, lists in brackets, quotation marks only where YAML asks for them. */
export function writeGlossary(header: Header, entries: readonly Entry[]): string {
  return [...writeGlossaryPieces(header, entries)].join('');
}

/** The same in pieces, for a glossary that is too long to join. */
export function* writeGlossaryPieces(header: Header, entries: readonly Entry[]): Generator<string> {
  for (const key of headerSchema.keyof().options) {
    const value = header[key];
    if (value !== undefined) yield `${key}: ${key === 'reviewBy' ? value : writeText(value)}\n`;
  }
  yield entries.length === 0 ? 'terms: []\n' : 'terms:\n';
  for (const entry of entries) yield writeEntry(entry);
}

/** One entry, as an item of the list of terms. */
function writeEntry(entry: Entry): string {
  return `  - ${writeKeys(entry, '    ')}\n`;
}

/** The keys of an entry, one a line; `indent` stands before all but the first. */
export function writeKeys(entry: Entry, indent: string): string {
  const lines: string[] = [];
  const tidy = tidyEntry(entry);
  for (const key of entryKeys) {
    const value = tidy[key];
    if (value !== undefined && !isDefault(key, value)) lines.push(`${key}:${writeValue(value, indent)}`);
  }
  return lines.join(`\n${indent}`);
}

/** What stands behind the colon: a space and the value, or the lines of the examples. Without an indent all is in one line. */
export function writeValue(value: Entry[keyof Entry], indent: string | undefined): string {
  if (typeof value === 'boolean') return ` ${value}`;
  if (typeof value === 'string') return ` ${writeText(value)}`;
  // A type guard that keeps lists apart from examples.
  if (value === undefined || Array.isArray(value)) return ` ${writeList(value ?? [])}`;
  const { flags, allows, becomes } = value as NonNullable<Entry['examples']>;
  const parts = [
    ...(flags === undefined ? [] : [`flags: ${writeList(flags)}`]),
    ...(allows === undefined ? [] : [`allows: ${writeList(allows)}`]),
    ...(becomes === undefined ? [] : [`becomes: ${writeRewrites(becomes)}`]),
  ];
  return indent === undefined ? ` { ${parts.join(', ')} }` : parts.map((part) => `\n${indent}  ${part}`).join('');
}

/** Sentences and what becomes of them, as one mapping. */
export function writeRewrites(becomes: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(becomes).map(([before, after]) => `${writeQuoted(before)}: ${writeQuoted(after)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** Whether a key says what it would say if it were not there. */
export function isDefault(key: keyof Entry, value: unknown): boolean {
  return (key === 'status' && value === 'approved') || (key === 'caseSensitive' && value === false);
}

export function writeList(items: readonly string[]): string {
  return `[${items.map((item) => writeText(item)).join(', ')}]`;
}

/** Letters, digits and marks that mean nothing to YAML, neither in a list nor outside one. */
const plain = /^[\p{L}\p{N}“‘](?:[\p{L}\p{N}\p{M} .'’()/&+_!?;%“”…–—-]*[\p{L}\p{N}\p{M}.'’()/&+_!?;%“”…–—-])?$/u;
/** What some reader of YAML takes for a number, a date, a yes or a no. */
const special = /^(?:true|false|yes|no|on|off|y|n|null|[\d_.+-]+(?:e[\d+-]*)?|0[xob][\da-f_]+|\d[\d-]*[\dT:. Z+-]*)$/i;

function writeText(text: string): string {
  return plain.test(text) && !special.test(text) ? text : writeQuoted(text);
}

/** JSON's strings are YAML's, but for characters that YAML wants escaped too. */
function writeQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
