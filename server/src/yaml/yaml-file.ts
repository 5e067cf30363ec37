import { load, YAMLException } from 'js-yaml';
import { isMap, isNode, isPair, isScalar, parseDocument, Scalar, visit, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { type Severity, severities } from '../model/finding.js';
import { LineIndex } from '../model/line-index.js';
import type { Problem } from '../model/problem.js';
import { shorten } from '../model/shorten.js';
import { describeShape, describeSyntaxError } from './describe.js';
import { findListItems, type ListItems } from './list-items.js';

type Path = readonly (string | number)[];

/** Part of a file, parsed by itself. */
interface Part {
  readonly document: YamlDocument;
  /** From an offset in the part to one in the file. */
  readonly toOffset: (offset: number) => number;
}

/** How a file is laid out. */
export interface YamlLayout {
  /** The key of a list that may be long: its items are told apart without parsing them all. */
  readonly list?: string;
}

/** Problems of one file that are listed; whoever mends these sees the others next. */
const mostProblems = 1000;

/**
 * A parsed YAML file that knows where each of its values stands, and collects what is wrong with them.
 *
 * Two parsers share the work. js-yaml gives the values, twenty times faster; `yaml` gives places, and is asked only when
 * there is something to say, and of a long list only for the item that it is about. When the file is broken, the items of
 * the list are read one by one, so that one slip costs one entry; an item that cannot be read is `undefined`.
 */
export class YamlFile {
  readonly path: string;
  /** The whole file as plain data; `undefined` when it is empty or not YAML. */
  readonly value: unknown;
  private readonly text: string;
  private readonly list: string | undefined;
  private readonly found: Problem[] = [];
  private readonly unlisted: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private lines: LineIndex | undefined;
  private whole: YamlDocument | undefined;
  private items: ListItems | false | undefined;
  private readonly parts = new Map<number, Part>();
  /** Whether all that is known of the file is what the parser of places made of a broken text. */
  private isGuess = false;

  constructor(path: string, text: string, { list }: YamlLayout = {}) {
    this.path = path;
    this.text = text;
    this.list = list;
    try {
      // Aliases may make a small file a huge one: the other parser counts them.
      this.value = load(text, { maxAliases: 0 });
    } catch (error) {
      this.value = (isAboutAliases(error) ? undefined : this.readItems()) ?? this.readWhole();
    }
  }

  get problems(): readonly Problem[] {
    const [severity] = severities.filter((candidate) => this.unlisted[candidate] > 0);
    if (severity === undefined) return this.found;
    const count = severities.reduce((sum, candidate) => sum + this.unlisted[candidate], 0);
    const message = `${count.toLocaleString('en')} more problems of this file are not listed. Mend the first ones, and check again.`;
    return [...this.found, { path: this.path, start: { line: 1, column: 1 }, severity, code: 'more-problems', message }];
  }

  /** The same file with problems of its own from here on: what is added to one is not in the other. */
  fork(): YamlFile {
    // Only an object of this class gets all of its fields.
    const copy = Object.create(YamlFile.prototype) as YamlFile;
    return Object.assign(copy, this, { found: [...this.found], unlisted: { ...this.unlisted } });
  }

  /** Adds a problem at the value that `path` leads to, or at the nearest one above it that exists. */
  add(path: Path, severity: Severity, code: string, message: string): void {
    // What a broken file seems to hold is a guess, and complaints about the guess would hide the break.
    if (!this.isGuess) this.addAt(() => this.offsetOf(path), severity, code, message);
  }

  /** Adds a problem at the key itself, for a key that should not be there. */
  addAtKey(path: Path, severity: Severity, code: string, message: string): void {
    if (!this.isGuess) this.addAt(() => this.keySpanOf(path)?.start ?? this.offsetOf(path), severity, code, message);
  }

  /** Adds a problem at an offset of the text. */
  addAtOffset(offset: number, severity: Severity, code: string, message: string): void {
    this.addAt(() => offset, severity, code, message);
  }

  /** Start and end offset of the value at `path`; `undefined` when there is none. */
  spanOf(path: Path): { readonly start: number; readonly end: number } | undefined {
    const { part, steps } = this.partOf(path);
    const node = steps.length === 0 ? part.document.contents : part.document.getIn(steps, true);
    return isNode(node) && node.range ? { start: part.toOffset(node.range[0]), end: part.toOffset(node.range[1]) } : undefined;
  }

  /** Start and end offset of the key at `path`. */
  keySpanOf(path: Path): { readonly start: number; readonly end: number } | undefined {
    const { part, steps } = this.partOf(path);
    const parent = steps.length === 1 ? part.document.contents : part.document.getIn(steps.slice(0, -1), true);
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(steps.at(-1)));
    const key = pair?.key;
    return isNode(key) && key.range ? { start: part.toOffset(key.range[0]), end: part.toOffset(key.range[1]) } : undefined;
  }

  /**
   * Checks the value at `path` against a schema. What does not fit becomes located problems and `undefined` comes back,
   * so the caller can go on with the next entry.
   */
  check<Schema extends z.ZodType>(schema: Schema, value: unknown, path: Path): z.output<Schema> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      const where = [...path, ...steps];
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys)
          this.addAtKey([...where, key], 'error', 'unknown-key', `“${shorten(key)}” is not a key that belongs here. Remove it, or check its spelling.`);
      } else this.add(where, 'error', 'wrong-shape', describeShape(nameOf(where), issue, valueAt(value, steps)));
    }
    return undefined;
  }

  private offsetOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const key = this.keySpanOf(path.slice(0, length));
      const span = length === path.length ? (this.spanOf(path) ?? key) : (key ?? this.spanOf(path.slice(0, length)));
      if (span !== undefined) return span.start;
    }
    return this.spanOf([])?.start ?? 0;
  }

  private addAt(findOffset: () => number, severity: Severity, code: string, message: string): void {
    if (this.found.length >= mostProblems) {
      this.unlisted[severity]++;
      return;
    }
    this.lines ??= new LineIndex(this.text);
    const { line, column } = this.lines.at(Math.max(0, Math.min(findOffset(), this.text.length)));
    this.found.push({ path: this.path, start: { line, column }, severity, code, message });
  }

  /** The smallest part of the file that holds the value at `path`, and the steps to it from there. */
  private partOf(path: Path): { readonly part: Part; readonly steps: Path } {
    const [key, index, ...rest] = path;
    const items = this.listItems;
    if (items === undefined || (key === this.list && typeof index !== 'number')) return { part: this.wholePart, steps: path };
    if (key !== this.list) {
      const frame = this.framePart(items);
      return { part: key === undefined || frame.document.has(key) ? frame : this.wholePart, steps: path };
    }
    const start = items.bounds[Number(index)];
    const end = items.bounds[Number(index) + 1];
    if (start === undefined || end === undefined) return { part: this.wholePart, steps: path };
    return { part: this.itemPart(Number(index), start, end), steps: [0, ...rest] };
  }

  /** Items of the list, where they are those of the parsed file. */
  private get listItems(): ListItems | undefined {
    if (this.items === undefined) {
      const values = this.list !== undefined && isRecord(this.value) ? this.value[this.list] : undefined;
      const items = this.list !== undefined && !this.isGuess && Array.isArray(values) ? findListItems(this.text, this.list) : undefined;
      this.items = items !== undefined && Array.isArray(values) && items.bounds.length - 1 === values.length ? items : false;
    }
    return this.items === false ? undefined : this.items;
  }

  private itemPart(index: number, start: number, end: number): Part {
    const known = this.parts.get(index);
    if (known !== undefined) return known;
    const part = { document: parsePlaces(this.text.slice(start, end)), toOffset: (offset: number) => offset + start };
    // Problems of one entry come together; more than one need not be kept.
    if (this.parts.size > 1) this.parts.clear();
    this.parts.set(index, part);
    return part;
  }

  /** The file without the items. */
  private framePart({ bounds }: ListItems): Part {
    const known = this.parts.get(-1);
    if (known !== undefined) return known;
    const start = bounds[0] ?? 0;
    const end = bounds.at(-1) ?? start;
    const part = {
      document: parsePlaces(this.text.slice(0, start) + this.text.slice(end)),
      toOffset: (offset: number) => (offset < start ? offset : offset + end - start),
    };
    this.parts.set(-1, part);
    return part;
  }

  private get wholePart(): Part {
    this.whole ??= parsePlaces(this.text);
    return { document: this.whole, toOffset: (offset) => offset };
  }

  /** Reads the items of the list one by one. `undefined` when the trouble is not in one of them. */
  private readItems(): unknown {
    const { list, text } = this;
    const items = list === undefined ? undefined : findListItems(text, list);
    if (list === undefined || items === undefined) return undefined;
    const start = items.bounds[0] ?? 0;
    const frame = tryLoad(text.slice(0, start) + text.slice(items.bounds.at(-1)));
    if (!('value' in frame) || !isRecord(frame.value)) return undefined;
    const values: unknown[] = [];
    const broken: number[] = [];
    for (const [index, from] of items.bounds.slice(0, -1).entries()) {
      const item = tryLoad(text.slice(from, items.bounds[index + 1]));
      if (!('value' in item) && isAboutAliases(item.error)) return undefined;
      if ('value' in item && Array.isArray(item.value) && item.value.length === 1) values.push(item.value[0] ?? null);
      else {
        broken.push(index);
        values.push(undefined);
      }
    }
    if (broken.length === 0) return undefined;
    this.items = items;
    for (const index of broken) {
      const from = items.bounds[index] ?? 0;
      const document = parsePlaces(text.slice(from, items.bounds[index + 1]));
      if (this.addErrors(document, from)) continue;
      const hidden = text.slice(from, items.bounds[index + 1]).search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/);
      if (hidden >= 0) this.addAtOffset(from + hidden, 'error', 'not-yaml', 'There is a control character here, which nobody can see. Type this line again.');
      else this.addAtOffset(from, 'error', 'not-yaml', 'This entry is not valid YAML. Look at its quotation marks, brackets and colons.');
    }
    return { ...frame.value, [list]: values };
  }

  private readWhole(): unknown {
    const { document } = this.wholePart;
    this.isGuess = document.errors.length > 0;
    this.addErrors(document, 0);
    this.replaceLooseAliases(document);
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      // Aliases without an anchor, or so many that the file would grow without bound.
      const isTooMany = error instanceof Error && /alias count/i.test(error.message);
      this.addAtOffset(
        0,
        'error',
        'not-yaml',
        isTooMany
          ? 'This file repeats itself by “*” so often that it would grow without bound, so it was not read. Write its entries out.'
          : `This YAML cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      );
      return undefined;
    }
  }

  /** Takes an alias of nothing as text: “*so*” is more often meant to stand out than to repeat something. */
  private replaceLooseAliases(document: YamlDocument): void {
    const anchors = new Set<string>();
    visit(document, {
      Alias: (_, alias) => {
        if (anchors.has(alias.source)) return undefined;
        this.addAtOffset(
          alias.range?.[0] ?? 0,
          'error',
          'not-yaml',
          `“*${shorten(alias.source)}” repeats something that no “&${shorten(alias.source)}” above names. Put the value in quotation marks.`,
        );
        return Object.assign(new Scalar(`*${alias.source}`), { range: alias.range ?? null });
      },
      Value: (_, { anchor }) => {
        if (anchor !== undefined) anchors.add(anchor);
      },
    });
  }

  /** Adds what is wrong in a part of the text that starts at an offset. Returns whether anything is. */
  private addErrors({ errors, warnings }: YamlDocument, from: number): boolean {
    // Behind the first break everything else is one too, but for keys that come twice.
    const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
    for (const error of errors) {
      const { code, message } = error;
      const offset = from + error.pos[0];
      if (code === 'DUPLICATE_KEY') this.addAtOffset(offset, 'error', 'duplicate-key', describeSyntaxError(code, message));
      else if (error === first) {
        const lineStart = this.text.lastIndexOf('\n', offset - 1) + 1;
        const isBehindTab = /^ *\t\s*$/.test(this.text.slice(lineStart, offset));
        this.addAtOffset(isBehindTab ? lineStart : offset, 'error', 'not-yaml', describeSyntaxError(isBehindTab ? 'TAB_AS_INDENT' : code, message));
      }
    }
    for (const { code, pos, message } of warnings)
      if (code === 'TAG_RESOLVE_FAILED')
        this.addAtOffset(from + pos[0], 'error', 'unknown-tag', `${nameTag(message)} means nothing here. Remove it; nothing is ever run.`);
    return errors.length + warnings.length > 0;
  }
}

function parsePlaces(text: string): YamlDocument {
  // Warnings would be printed as well; they are told as problems.
  return parseDocument(text, { uniqueKeys: true, prettyErrors: false, logLevel: 'error' });
}

function tryLoad(text: string): { readonly value: unknown } | { readonly error: unknown } {
  try {
    return { value: load(text, { maxAliases: 0 }) };
  } catch (error) {
    return { error };
  }
}

function isAboutAliases(error: unknown): boolean {
  return error instanceof YAMLException && /\balias/.test(error.reason);
}

function nameTag(message: string): string {
  const tag = /Unresolved tag: (\S+)/.exec(message)?.[1]?.replace(/^tag:yaml\.org,2002:/, '!!');
  return tag === undefined ? 'This tag' : `The tag “${shorten(tag)}”`;
}

/** What a value is called: by its key, or by its place in a list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  if (typeof last === 'string') return `“${shorten(last)}”`;
  const list = path.at(-2);
  return `Item ${last + 1}${list === undefined ? '' : ` of “${list}”`}`;
}

function valueAt(value: unknown, steps: Path): unknown {
  let reached: unknown = value;
  for (const step of steps) {
    if (typeof reached !== 'object' || reached === null) return undefined;
    reached = Object.getOwnPropertyDescriptor(reached, step)?.value;
  }
  return reached;
}

/** Whether a value is a mapping with string keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
