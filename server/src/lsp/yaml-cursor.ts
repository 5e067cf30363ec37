/** Where in the tree of a YAML file somebody is typing. */
export interface YamlCursor {
  /** Keys from the top down, `*` for an item of a list. */
  readonly path: readonly string[];
  /** `open`: a key, or an item of a list, whichever belongs there. */
  readonly role: 'value' | 'open';
  /** What is typed so far of the key or the value, without an opening quotation mark. */
  readonly typed: string;
  /** Characters of the line that a choice takes the place of. */
  readonly start: number;
  readonly end: number;
  /** Keys that the mapping has already, or values of the list. */
  readonly siblings: readonly string[];
  /** Whether a space is missing before the value: `kind:` with the cursor behind the colon. */
  readonly needsSpace: boolean;
  /** Whether the mapping or list is written in brackets. */
  readonly isFlow: boolean;
}

const keyPattern = /^(?:"([^"]*)"|'([^']*)'|([^\s:#[\]{},"'-][^:#[\]{},]*?))[ \t]*:(?=[ \t]|$)/;

/**
 * Finds the place of a cursor from indentation alone, so that a line may be half typed. `undefined` in a comment, and where
 * brackets go over several lines.
 */
export function findYamlCursor(lines: readonly string[], line: number, character: number): YamlCursor | undefined {
  const whole = lines[line] ?? '';
  const typed = whole.slice(0, character);
  if (/(?:^|\s)#/.test(typed.replace(/"[^"]*"|'[^']*'/g, '')) || typed.includes('\t')) return undefined;
  const { column, dashes, rest } = splitLine(typed);
  const own = { lines, line, column, dashes };
  const above = findParents(own);
  const key = keyPattern.exec(rest);
  if (key === null) return readScalar(rest, column, character, { path: above, siblings: listSiblings(own), whole });
  const path = [...above, key[1] ?? key[2] ?? key[3] ?? ''];
  const value = rest.slice(key[0].length);
  const start = column + key[0].length;
  return readScalar(value.trimStart(), start + value.length - value.trimStart().length, character, { path, whole, needsSpace: value === '', isValue: true });
}

interface Scalar {
  readonly path: readonly string[];
  readonly whole: string;
  readonly siblings?: readonly string[];
  readonly isValue?: boolean;
  readonly needsSpace?: boolean;
}

function readScalar(text: string, start: number, character: number, { path, whole, siblings = [], isValue = false, needsSpace = false }: Scalar): YamlCursor {
  if (text.startsWith('[')) return readFlowList(text, start, character, path, whole);
  if (text.startsWith('{')) return readFlowMap(text, start, character, path, whole);
  const isQuoted = /^["']/.test(text);
  const rest = /^[^\s,\]}#"']*/.exec(whole.slice(character))?.[0] ?? '';
  const begin = start + (isQuoted ? 1 : 0);
  return {
    path,
    role: isValue ? 'value' : 'open',
    typed: text.slice(isQuoted ? 1 : 0),
    start: begin,
    end: Math.max(begin, character + rest.length),
    siblings,
    needsSpace,
    isFlow: false,
  };
}

function readFlowList(text: string, start: number, character: number, path: readonly string[], whole: string): YamlCursor {
  const from = lastOutside(text, ',') + 1 || 1;
  const inner = text.slice(from);
  const item = inner.trimStart();
  const begin = start + from + inner.length - item.length;
  if (item.startsWith('{')) return readFlowMap(item, begin, character, [...path, '*'], whole);
  const close = whole.indexOf(']', character);
  const siblings = splitItems(`${text.slice(1, from)}${close < 0 ? '' : whole.slice(character, close)}`);
  return { ...readScalar(item, begin, character, { path: [...path, '*'], whole, isValue: true, siblings }), isFlow: true };
}

function readFlowMap(text: string, start: number, character: number, path: readonly string[], whole: string): YamlCursor {
  const from = lastOutside(text, ',') + 1 || 1;
  const inner = text.slice(from);
  const entry = inner.trimStart();
  const begin = start + from + inner.length - entry.length;
  const key = keyPattern.exec(entry);
  if (key === null) {
    const siblings = splitItems(text.slice(1, from)).flatMap((item) => keyPattern.exec(item)?.slice(1).find(Boolean) ?? []);
    return { ...readScalar(entry, begin, character, { path, whole, siblings }), isFlow: true };
  }
  const value = entry.slice(key[0].length);
  const gap = value.length - value.trimStart().length;
  const scalar = { path: [...path, key[1] ?? key[2] ?? key[3] ?? ''], whole, isValue: true, needsSpace: value === '' };
  return { ...readScalar(value.trimStart(), begin + key[0].length + gap, character, scalar), isFlow: true };
}

/** The last place of a sign that stands in no brackets but the first, and in no quotation marks; -1 without one. */
function lastOutside(text: string, sign: string): number {
  let depth = 0;
  let quote = '';
  let last = -1;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === sign && depth === 1) last = index;
  }
  return last;
}

function splitItems(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((item) => item !== '');
}

interface LinePlace {
  readonly lines: readonly string[];
  readonly line: number;
  /** Of the first character behind the dashes. */
  readonly column: number;
  readonly dashes: readonly number[];
}

/** Indentation, dashes and the rest of a line. */
function splitLine(text: string): { readonly column: number; readonly dashes: readonly number[]; readonly rest: string } {
  const dashes: number[] = [];
  let column = /^ */.exec(text)?.[0].length ?? 0;
  while (/^-(?: +|$)/.test(text.slice(column))) {
    dashes.push(column);
    column += /^-(?: +|$)/.exec(text.slice(column))?.[0].length ?? 1;
  }
  return { column, dashes, rest: text.slice(column) };
}

function findParents({ lines, line, column, dashes }: LinePlace): string[] {
  const path: string[] = [];
  let current = column;
  let isItem = false;
  const enter = (step: string, at: number): void => {
    path.unshift(step);
    current = at;
    isItem = step === '*';
  };
  for (const dash of dashes.toReversed()) enter('*', dash);
  for (let index = line - 1; index >= 0 && (current > 0 || isItem); index--) {
    const text = lines[index] ?? '';
    if (/^\s*(?:#|$)/.test(text)) continue;
    const { column: at, dashes: marks, rest } = splitLine(text);
    const key = keyPattern.exec(rest);
    // A list may stand at the same column as the key that it belongs to.
    const isAbove = at < current || (isItem && at === current && marks.length === 0);
    if (key !== null && isAbove) enter(key[1] ?? key[2] ?? key[3] ?? '', at);
    for (const dash of marks.toReversed()) if (dash < current) enter('*', dash);
  }
  return path;
}

/** Keys of the same mapping, or items of the same list, on other lines. */
function listSiblings({ lines, line, column, dashes }: LinePlace): string[] {
  const found: string[] = [];
  const dash = dashes.at(-1);
  const read = (index: number): boolean => {
    const text = lines[index] ?? '';
    if (/^\s*(?:#|$)/.test(text)) return true;
    const { column: at, dashes: marks, rest } = splitLine(text);
    const key = keyPattern.exec(rest);
    if (at === column && key !== null) found.push(key[1] ?? key[2] ?? key[3] ?? '');
    else if (at === column && dash !== undefined && marks.at(-1) === dash) found.push(rest.trim().replace(/^(["'])(.*)\1$/, '$2'));
    return (marks[0] ?? at) >= (dash ?? column);
  };
  // Its own line may begin the item, and so the mapping.
  for (let index = line - 1; index >= 0 && (dash === undefined || !/:/.test(lines[line] ?? '')); index--) {
    if (!read(index)) break;
    if (dash === undefined && splitLine(lines[index] ?? '').dashes.length > 0) break;
  }
  for (let index = line + 1; index < lines.length; index++) {
    if (dash === undefined && splitLine(lines[index] ?? '').dashes.length > 0) break;
    if (!read(index)) break;
  }
  return found;
}
