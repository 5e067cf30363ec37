import { isMap, isNode, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Entry, keyOf, tidyEntry } from './imported.js';
import { entryKeys, isDefault, writeKeys, writeList, writeRewrites, writeValue } from './write-glossary.js';

/** A glossary file with entries merged in. */
export interface Merged {
  readonly text: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** How entries are merged. */
export interface MergeOptions {
  /** Entries whose status is a default: a known term keeps its own. */
  readonly withoutStatus: ReadonlySet<Entry>;
}

/**
 * Merges entries into the text of a glossary that is valid YAML. New terms go to the end. A known term takes what the
 * entry says and keeps what it does not; nothing else in the file changes, so comments and layout stay. `undefined` when
 * the terms are not a list with an entry a line or more.
 */
export function mergeGlossary(text: string, entries: readonly Entry[], { withoutStatus }: MergeOptions): Merged | undefined {
  const document = parseDocument(text);
  const root = document.contents;
  if (document.errors.length > 0 || (root !== null && !isMap(root))) return undefined;
  const terms = isMap(root) ? root.get('terms', true) : undefined;
  const isEmpty = terms === undefined || (isScalar(terms) && terms.value === null) || (isSeq(terms) && terms.items.length === 0);
  if (!isEmpty && !(isSeq(terms) && terms.flow !== true)) return undefined;
  const known = isSeq(terms) ? new KnownTerms(terms) : undefined;
  const edits = new Edits(text);
  const added: Entry[] = [];
  const names = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] };
  for (const entry of entries) {
    const map = known?.find(entry);
    if (map === undefined) {
      added.push(entry);
      names.added.push(entry.term);
    } else names[updateEntry(edits, map, entry, !withoutStatus.has(entry)) ? 'changed' : 'unchanged'].push(entry.term);
  }
  if (added.length > 0) {
    if (isSeq(terms) && terms.items.length > 0) appendItems(edits, text, terms, added);
    else if (isMap(root) && root.has('terms')) {
      const end = isNode(terms) && terms.range ? terms.range : undefined;
      const key = root.items.find((item) => isScalar(item.key) && item.key.value === 'terms')?.key;
      const start = isNode(key) && key.range ? key.range[1] : text.length;
      // Behind the colon.
      edits.replace(start, Math.max(start + 1, end?.[1] ?? start + 1), `:${added.map((entry) => `\n  - ${writeKeys(entry, '    ')}`).join('')}`);
    } else
      edits.insert(
        text.length,
        `${text === '' || text.endsWith('\n') ? '' : '\n'}terms:\n${added.map((entry) => `  - ${writeKeys(entry, '    ')}\n`).join('')}`,
      );
  }
  return { text: edits.apply(), ...names };
}

/** The entries of the file, by what makes two of them the same. */
class KnownTerms {
  private readonly byKey = new Map<string, YAMLMap>();
  private readonly byTerm = new Map<string, YAMLMap[]>();

  constructor(terms: YAMLSeq) {
    for (const item of terms.items) {
      if (!isMap(item)) continue;
      const term = item.get('term');
      if (typeof term !== 'string') continue;
      const partOfSpeech = item.get('partOfSpeech');
      // The later one wins, as in the glossary itself.
      this.byKey.set(keyOf({ term, partOfSpeech: partOfSpeech as Entry['partOfSpeech'], caseSensitive: item.get('caseSensitive') === true }), item);
      const lower = term.toLowerCase();
      this.byTerm.set(lower, [...(this.byTerm.get(lower) ?? []), item]);
    }
  }

  /** The entry for the same term. One that says no part of speech, here or there, is met by the only entry of its name. */
  find(entry: Entry): YAMLMap | undefined {
    const exact = this.byKey.get(keyOf(entry));
    if (exact !== undefined) return exact;
    const [only, ...others] = this.byTerm.get(entry.term.toLowerCase()) ?? [];
    if (only === undefined || others.length > 0) return undefined;
    return entry.partOfSpeech === undefined || only.get('partOfSpeech') === undefined || only.get('partOfSpeech') === entry.partOfSpeech ? only : undefined;
  }
}

/** Replacements in a text, made all at once. */
class Edits {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  private readonly lineEnd: string;

  constructor(readonly source: string) {
    this.lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text: this.lineEnd === '\n' ? text : text.replaceAll('\n', this.lineEnd) });
  }

  apply(): string {
    const parts: string[] = [];
    let position = 0;
    // Insertions at one place keep their order: the sort is stable.
    for (const { start, end, text } of [...this.edits].sort((a, b) => a.start - b.start)) {
      parts.push(this.source.slice(position, start), text);
      position = end;
    }
    return parts.join('') + this.source.slice(position);
  }
}

function appendItems(edits: Edits, text: string, terms: YAMLSeq, entries: readonly Entry[]): void {
  const first = terms.items[0];
  const start = isNode(first) && first.range ? first.range[0] : 0;
  const indent = /^[ ]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const items = entries.map((entry) => `${indent}- ${writeKeys(entry, `${indent}  `)}\n`).join('');
  const last = terms.items.at(-1);
  const end = endOfLine(text, isNode(last) && last.range ? last.range[1] : text.length);
  edits.insert(end, end > 0 && text[end - 1] !== '\n' ? `\n${items.replace(/\n$/, '')}` : items);
}

/** Behind the line end that closes what ends at an offset. A comment in the same line stays with it. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const next = text.indexOf('\n', offset);
  return next === -1 ? text.length : next + 1;
}

/** Writes into an entry of the file what the other says. `false` when it says nothing new. */
function updateEntry(edits: Edits, map: YAMLMap, entry: Entry, saysStatus: boolean): boolean {
  let isChanged = false;
  const { term: _, ...tidy } = tidyEntry(entry);
  for (const key of entryKeys) {
    if (key === 'term' || key === 'examples' || (key === 'status' && !saysStatus)) continue;
    const value = tidy[key];
    if (value === undefined || (key === 'caseSensitive' && value === false)) continue;
    const before = toPlain(map, key);
    if (isSame(before, value) || (before === undefined && isDefault(key, value))) continue;
    setKey(edits, map, key, entryKeys, writeValue(value, undefined));
    isChanged = true;
  }
  const { examples } = tidy;
  if (examples === undefined) return isChanged;
  const held = map.get('examples', true);
  if (!isMap(held)) {
    setKey(edits, map, 'examples', entryKeys, writeValue(examples, map.flow === true ? undefined : indentOf(edits.source, map)));
    return true;
  }
  for (const key of exampleKeys) {
    const value = examples[key];
    if (value === undefined || isSame(toPlain(held, key), value)) continue;
    setKey(edits, held, key, exampleKeys, ` ${Array.isArray(value) ? writeList(value) : writeRewrites(value)}`);
    isChanged = true;
  }
  return isChanged;
}

const exampleKeys = ['flags', 'allows', 'becomes'] as const;

function toPlain(map: YAMLMap, key: string): unknown {
  const value = map.get(key);
  return isNode(value) ? value.toJSON() : value;
}

function isSame(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

/** Sets a key of a mapping: in the place of its value, or where the order of keys wants it. */
function setKey(edits: Edits, map: YAMLMap, key: string, order: readonly string[], value: string): void {
  const { source } = edits;
  const found = map.items.find((item) => nameOf(item) === key);
  const range = isNode(found?.value) ? found.value.range : undefined;
  if (found !== undefined && range) {
    const [start, end] = range;
    // A list with a line an item ends behind its line end.
    const ends = source.slice(start, end).match(/\s*$/)?.[0] ?? '';
    const isBelow = source.slice((isNode(found.key) && found.key.range ? found.key.range[1] : start) + 1, start).includes('\n');
    const from = isBelow && isNode(found.key) && found.key.range ? found.key.range[1] + 1 : start;
    edits.replace(from, end, `${isBelow ? value : value.trimStart()}${ends.includes('\n') ? '\n' : ''}`);
    return;
  }
  const rank = order.indexOf(key);
  const next = map.items.find((item) => order.indexOf(nameOf(item)) > rank);
  if (next !== undefined && isNode(next.key) && next.key.range) {
    edits.insert(next.key.range[0], map.flow === true ? `${key}:${value}, ` : `${key}:${value}\n${indentOf(source, map)}`);
    return;
  }
  const last = map.items.at(-1);
  const end = isNode(last?.value) && last.value.range ? last.value.range[1] : source.length;
  if (map.flow === true) {
    edits.insert(end, `, ${key}:${value}`);
    return;
  }
  const at = endOfLine(source, end);
  const line = `${indentOf(source, map)}${key}:${value}`;
  edits.insert(at, source[at - 1] === '\n' ? `${line}\n` : `\n${line}`);
}

function nameOf(pair: Pair): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
}

/** The spaces before the keys of a mapping in a list. */
function indentOf(source: string, map: YAMLMap): string {
  const start = map.range?.[0] ?? 0;
  return ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
}
