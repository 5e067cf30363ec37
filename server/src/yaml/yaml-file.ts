import { load } from 'js-yaml';
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import type { Severity } from '../model/finding.js';
import type { Problem } from '../model/problem.js';

type Path = readonly (string | number)[];

/**
 * A parsed YAML file that knows where each of its values stands, and collects what is wrong with them.
 *
 * Two parsers share the work. js-yaml gives the values, twenty times faster; `yaml` gives places, also in a broken file, and
 * is asked only when there is something to say. What the first refuses, the second reads alone.
 */
export class YamlFile {
  readonly path: string;
  /** The whole file as plain data; `undefined` when it is empty or not YAML. */
  readonly value: unknown;
  readonly problems: Problem[] = [];
  private readonly text: string;
  private readonly lines = new LineCounter();
  private parsed: YamlDocument | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    try {
      // Aliases may make a small file a huge one: the other parser counts them.
      this.value = load(text, { maxAliases: 0 });
    } catch {
      for (const error of this.document.errors) {
        this.addAt(
          error.pos[0],
          'error',
          error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'not-yaml',
          `This is not valid YAML: ${error.message.split('\n')[0]}.`,
        );
      }
      this.value = this.toData();
    }
  }

  private get document(): YamlDocument {
    this.parsed ??= parseDocument(this.text, { lineCounter: this.lines, uniqueKeys: true, prettyErrors: false });
    return this.parsed;
  }

  /** Adds a problem at the value that `path` leads to, or at the nearest one above it that exists. */
  add(path: Path, severity: Severity, code: string, message: string): void {
    // What a broken file seems to hold is a guess, and complaints about the guess would hide the break.
    if (this.document.errors.length > 0) return;
    this.addAt(this.offsetOf(path), severity, code, message);
  }

  /** Adds a problem at the key itself, for a key that should not be there. */
  addAtKey(path: Path, severity: Severity, code: string, message: string): void {
    const key = this.keySpanOf(path);
    if (key === undefined) this.add(path, severity, code, message);
    else if (this.document.errors.length === 0) this.addAt(key.start, severity, code, message);
  }

  /** Start and end offset of the value at `path`; `undefined` when there is none. */
  spanOf(path: Path): { readonly start: number; readonly end: number } | undefined {
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
  }

  /** Start and end offset of the key at `path`. */
  keySpanOf(path: Path): { readonly start: number; readonly end: number } | undefined {
    const parent = path.length === 1 ? this.document.contents : this.document.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
    const key = pair?.key;
    return isNode(key) && key.range ? { start: key.range[0], end: key.range[1] } : undefined;
  }

  /**
   * Checks the value at `path` against a schema. What does not fit becomes located problems and `undefined` comes back,
   * so the caller can go on with the next entry.
   */
  check<Schema extends z.ZodType>(schema: Schema, value: unknown, path: Path): z.output<Schema> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const where = [...path, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
      const name = where.length > 0 ? `“${where.at(-1)}”` : 'This file';
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys)
          this.addAtKey([...where, key], 'error', 'unknown-key', `“${key}” is not a key that belongs here. Remove it, or check its spelling.`);
      } else {
        this.add(where, 'error', 'wrong-shape', `${name} is not right: ${describe(issue.message)}.`);
      }
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

  private addAt(offset: number, severity: Severity, code: string, message: string): void {
    const { line, col } = this.lines.linePos(offset);
    this.problems.push({ path: this.path, start: { line: Math.max(1, line), column: Math.max(1, col) }, severity, code, message });
  }

  private toData(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      // Aliases without an anchor, or so many that the file would grow without bound.
      this.addAt(0, 'error', 'not-yaml', `This YAML cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
      return undefined;
    }
  }
}

/** Whether a value is a mapping with string keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(message: string): string {
  return message.replace(/^Invalid input: /, '').replace(/\.$/, '');
}
