import type { IgnoreDirective } from '../model/document.js';
import type { Span } from '../model/span.js';
import { readReason } from './fields.js';

/** A comment that speaks to Liaison, before it is known what it covers. */
export interface Comment extends Span {
  readonly value: string;
}

/** Adds the comments to Liaison that stand in a piece of HTML. */
export function collectComments(html: string, start: number, comments: Comment[]): void {
  for (const match of html.matchAll(/<!--\s*(liaison-(?:(?!<!--)[\s\S])*?)-->/g)) {
    comments.push({ value: (match[1] ?? '').trim(), start: start + match.index, end: start + match.index + match[0].length });
  }
}

/** Works out what each comment covers: the next line that is not blank, or all up to the comment that ends it. */
export function readDirectives(comments: readonly Comment[], source: string): IgnoreDirective[] {
  const directives: IgnoreDirective[] = [];
  const findNextLine = createLineFinder(source);
  const open: { readonly rules: readonly string[]; readonly reason: string; readonly until?: string; readonly comment: Comment }[] = [];
  for (const comment of comments) {
    const match = /^liaison-(ignore-next-line|ignore|end-ignore)\b([^:]*):?([\s\S]*)$/.exec(comment.value);
    if (match === null) continue;
    const [, name, head = '', tail = ''] = match;
    if (name === 'end-ignore') {
      const begun = open.pop();
      if (begun !== undefined) directives.push(close(begun, comment.start));
      continue;
    }
    // `liaison-ignore jargon until 2027-01-31: why` reads as well as `jargon: until 2027-01-31: why`.
    const until = /\suntil\s+(\d{4}-\d{2}-\d{2})/.exec(head)?.[1];
    const reason = readReason(tail);
    const rules = head
      .replace(/\suntil\s.*$/, '')
      .split(/[\s,]+/)
      .filter((rule) => rule !== '');
    const directive = { rules, ...reason, ...(until === undefined ? {} : { until }), comment };
    if (name === 'ignore') open.push(directive);
    else directives.push({ ...close(directive, 0), covers: findNextLine(comment.end) });
  }
  for (const begun of open) directives.push(close(begun, source.length));
  return directives;
}

function close(begun: { rules: readonly string[]; reason: string; until?: string; comment: Comment }, end: number): IgnoreDirective {
  const { comment, ...rest } = begun;
  return { ...rest, span: { start: comment.start, end: comment.end }, covers: { start: comment.end, end } };
}

/** Finds the next line that is not blank. It remembers the last answer: comments come in order, and many may stand in one line. */
function createLineFinder(source: string): (from: number) => Span {
  let lineEnd = -1;
  let found: Span | undefined;
  return (from) => {
    if (lineEnd < from) {
      const newline = source.indexOf('\n', from);
      lineEnd = newline < 0 ? source.length : newline;
      const line = /\s*([^\s][^\n]*)/y;
      line.lastIndex = lineEnd;
      const match = newline < 0 ? null : line.exec(source);
      found = match === null ? undefined : { start: line.lastIndex - (match[1]?.length ?? 0), end: line.lastIndex };
    }
    return found ?? { start: from, end: from };
  };
}
