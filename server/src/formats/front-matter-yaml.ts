import type { Severity } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import type { Span } from '../model/span.js';
import { isRecord, YamlFile } from '../yaml/yaml-file.js';

/** Front matter and where it stands. */
export interface FrontMatterSource {
  /** Path of the message. */
  readonly path: string;
  readonly yaml: string;
  /** Offset of the YAML in the message. */
  readonly start: number;
  /** The line of the message that it starts on, from 1. */
  readonly line: number;
}

/** A key at the left edge with all that is indented below it. */
interface Part {
  readonly key: string;
  readonly file: YamlFile;
  /** From an offset in the part to one in the whole YAML. */
  readonly toOffset: (offset: number) => number;
  /** Lines of the YAML above it. */
  readonly lines: number;
  /** Whether it can be read once its lines are indented. */
  readonly isMended: boolean;
}

type Path = readonly [string, ...(string | number)[]];

/** The YAML of a message, with places in that message. When it is broken its keys are read one by one, so that one slip costs one key. */
export class FrontMatterYaml {
  /** `undefined` when it holds no keys: dashes around running text are lines across the page. */
  readonly value: Readonly<Record<string, unknown>> | undefined;
  private readonly whole: YamlFile;
  private readonly parts: readonly Part[];

  constructor(private readonly source: FrontMatterSource) {
    this.whole = new YamlFile(source.path, source.yaml);
    const isBroken = this.whole.problems.some(({ code }) => code === 'not-yaml');
    this.parts = isBroken ? splitKeys(source) : [];
    if (this.parts.length > 0)
      this.value = Object.fromEntries(this.parts.map(({ key, file }) => [key, isRecord(file.value) ? Object.entries(file.value)[0]?.[1] : undefined]));
    else this.value = !isBroken && isRecord(this.whole.value) ? this.whole.value : undefined;
  }

  /** Where the value at `path` stands in the message. */
  spanOf(path: Path): Span {
    const part = this.partOf(path);
    const { start, end } = (part?.file ?? this.whole).spanOf(path) ?? { start: 0, end: 0 };
    const toOffset = (offset: number): number => this.source.start + (part?.toOffset(offset) ?? offset);
    return { start: toOffset(start), end: toOffset(end) };
  }

  /** What stands in the message at a span of the front matter, with its quotation marks. */
  textAt({ start, end }: Span): string {
    return this.source.yaml.slice(start - this.source.start, end - this.source.start);
  }

  /** Adds a problem at the value that `path` leads to. */
  add(path: Path, severity: Severity, code: string, message: string): void {
    (this.partOf(path)?.file ?? this.whole).add(path, severity, code, message);
  }

  /** What is wrong, with lines of the message. A slip in the keys that `isOwn` knows is an error; the others belong to other tools. */
  listProblems(isOwn: (key: string) => boolean): readonly Problem[] {
    if (this.value === undefined) return [];
    const inParts = this.parts.flatMap(({ file, lines }) => file.problems.map((problem) => movedBy(problem, lines)));
    // With no key broken by itself, what is wrong stands between them.
    const found = inParts.length > 0 || this.parts.some(({ isMended }) => isMended) ? inParts : this.whole.problems;
    // Other tools give tags a meaning.
    const told = found.filter(({ code }) => code !== 'unknown-tag');
    const keys = told.length > 0 ? listKeys(this.source.yaml) : [];
    return told.map((problem) => {
      const isSyntax = problem.code === 'not-yaml' || problem.code === 'duplicate-key';
      const severity = isSyntax && !isOwn(keys[problem.start.line - 1] ?? '') ? 'warning' : problem.severity;
      return { ...movedBy(problem, this.source.line - 1), severity };
    });
  }

  private partOf([key]: Path): Part | undefined {
    return this.parts.find((part) => part.key === key);
  }
}

/** The key that each line of the YAML belongs to; empty above the first. */
function listKeys(yaml: string): readonly string[] {
  let key = '';
  return yaml.split(/\r\n|\n|\r/).map((line) => {
    key = keyOf(line) ?? key;
    return key;
  });
}

function movedBy(problem: Problem, lines: number): Problem {
  return { ...problem, start: { ...problem.start, line: problem.start.line + lines } };
}

function splitKeys({ path, yaml }: FrontMatterSource): readonly Part[] {
  const starts: { readonly key: string; readonly offset: number; readonly lines: number }[] = [];
  let lines = 0;
  for (const match of yaml.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const key = keyOf(match[1] ?? '');
    if (key !== undefined) starts.push({ key, offset: match.index, lines });
    lines++;
  }
  return starts.map(({ key, offset, lines: above }, index) => readPart(path, yaml.slice(offset, starts[index + 1]?.offset), { key, offset, lines: above }));
}

/** Reads a key. Ruby’s YAML, which most site generators go by, lets a quotation run on at the left edge; ours does once it is indented. */
function readPart(path: string, text: string, { key, offset, lines }: { readonly key: string; readonly offset: number; readonly lines: number }): Part {
  const file = new YamlFile(path, text);
  const asWritten = { key, file, toOffset: (inPart: number) => offset + inPart, lines, isMended: false };
  if (file.problems.length === 0 || !/[\r\n]\S/.test(text)) return asWritten;
  const added: number[] = [];
  const indented = text.replace(/([\r\n])(?=\S)/g, (lineEnd, _, position: number) => {
    added.push(position + added.length + 1);
    return `${lineEnd} `;
  });
  const mended = new YamlFile(path, indented);
  if (mended.problems.length > 0) return asWritten;
  return { ...asWritten, file: mended, toOffset: (inPart) => offset + inPart - added.filter((position) => position < inPart).length, isMended: true };
}

/** The key that a line begins with. One of several words is more likely prose with a colon. */
function keyOf(line: string): string | undefined {
  const match = /^(?:"([^"\s]*)"|'([^'\s]*)'|([\p{L}\p{N}_](?:[^\s:#'"]|:(?=\S))*))[ \t]*:(?=\s|$)/u.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
