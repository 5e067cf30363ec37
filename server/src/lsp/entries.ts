import { findListItems, isRecord, type Span, YamlFile } from '../index.js';

/** A term of a glossary or a goal of a goals file, and where it stands. Spans are in offsets of the file. */
export interface Entry {
  readonly name: string;
  /** The characters of its name, without quotation marks. */
  readonly nameSpan: Span;
  /** All of it, up to the next. */
  readonly span: Span;
  /** Its place in the list, as `Term.source` counts. */
  readonly index: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Lists that organisations keep, and the key that names each entry. */
export const lists = { terms: 'term', goals: 'id' } as const;

/** The entries of a list that can be read, in order. Of a long list none is parsed again to know where it stands. */
export function listEntries(path: string, text: string, list: keyof typeof lists): readonly Entry[] {
  const file = new YamlFile(path, text, { list });
  const values = isRecord(file.value) ? file.value[list] : undefined;
  if (!Array.isArray(values)) return [];
  const items = findListItems(text, list);
  const bounds = items !== undefined && items.bounds.length - 1 === values.length ? items.bounds : undefined;
  return values.flatMap((value: unknown, index): Entry[] => {
    const name = isRecord(value) ? value[lists[list]] : undefined;
    if (!isRecord(value) || (typeof name !== 'string' && typeof name !== 'number')) return [];
    const whole = bounds === undefined ? file.spanOf([list, index]) : trim(text, { start: bounds[index] ?? 0, end: bounds[index + 1] ?? text.length });
    if (whole === undefined) return [];
    const found = bounds === undefined ? undefined : findValue(text, whole, lists[list], String(name));
    const nameSpan = found ?? withoutQuotes(text, file.spanOf([list, index, lists[list]]) ?? whole);
    return [{ name: String(name).trim(), nameSpan, span: whole, index, value }];
  });
}

/** The entry whose name stands at an offset. */
export function entryAt(entries: readonly Entry[], offset: number): Entry | undefined {
  return entries.find(({ nameSpan }) => nameSpan.start <= offset && offset <= nameSpan.end);
}

/** A value’s own characters, where it is written in quotation marks. */
export function withoutQuotes(text: string, span: Span): Span {
  const isQuoted = span.end - span.start >= 2 && /^(["']).*\1$/s.test(text.slice(span.start, span.end));
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** How to write a name in YAML that would be taken for something else as it is: a number, a yes or no. */
export function toScalar(name: string): string {
  const isPlain = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}\p{Pd}_./&’' ()-]*$/u.test(name) && !/\s$/.test(name);
  const isWord = !/^(?:[-+.\d_]+(?:e[-+]?\d+)?|0[xo][\da-f]+|true|false|yes|no|on|off|null|~|\d{4}-\d\d-\d\d)$/i.test(name);
  return isPlain && isWord ? name : JSON.stringify(name);
}

/** The name where it is written as it reads, on the line of its key. */
function findValue(text: string, whole: Span, key: string, name: string): Span | undefined {
  const head = new RegExp(`^(?:[ \\t]*-[ \\t]+|[ \\t]+)(?:\\{[ \\t]*)?${key}:[ \\t]+(["']?)`, 'm').exec(text.slice(whole.start, whole.end));
  if (head === null) return undefined;
  const start = whole.start + head.index + head[0].length;
  return text.startsWith(name, start) ? { start, end: start + name.length } : undefined;
}

function trim(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end).trimEnd();
  return { start, end: start + written.length };
}
