import type { Header } from '../header-fields.js';

/** One part of a mail as it stands in the source; offsets are those of the source. */
export interface MimePart {
  readonly headers: readonly Header[];
  /** As in `text/plain`, in small letters. */
  readonly type: string;
  /** Parameters of the type: `charset`, `boundary`, `format`. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As in `quoted-printable`, in small letters. */
  readonly encoding: string;
  readonly isAttachment: boolean;
  readonly hasFileName: boolean;
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly parts: readonly MimePart[];
}

/** Why a mail's parts cannot be told apart. */
export interface TooManyParts {
  readonly reason: string;
}

type OpenPart = { -readonly [Key in keyof MimePart]: MimePart[Key] } & { parts: OpenPart[] };

// No mail program comes near: these keep a mail made to do harm from costing more than a glance.
const deepest = 50;
const most = 5000;
const longestHeader = 10_000;
const longestBoundary = 200;

/** Finds the parts of a mail (RFC 2046) in one pass. postal-mime decodes parts but does not tell where they stand. */
export function findParts(source: string, start: number): MimePart | TooManyParts {
  const newline = source.includes('\n') ? '\n' : '\r';
  const root = openPart(source, start, newline, 'text/plain');
  const open: { readonly part: OpenPart; readonly boundary: string }[] = [];
  let current = root;
  let count = 1;
  const push = (part: OpenPart): void => {
    const boundary = part.parameters.get('boundary');
    if (part.type.startsWith('multipart/') && boundary !== undefined && boundary !== '') open.push({ part, boundary });
  };
  const close = (depth: number, end: number): void => {
    for (const { part } of open.splice(depth)) part.bodyEnd = end;
  };
  push(root);
  let lineStart = root.bodyStart;
  while (open.length > 0) {
    if (!source.startsWith('--', lineStart)) {
      const next = source.indexOf(`${newline}--`, lineStart);
      if (next < 0) break;
      lineStart = next + 1;
    }
    const lineEnd = indexOrEnd(source, newline, lineStart);
    const end = endBefore(source, lineStart);
    const line = lineEnd - lineStart > longestBoundary ? '' : source.slice(lineStart + 2, lineEnd).trimEnd();
    const begun = line === '' ? -1 : open.findLastIndex(({ boundary }) => boundary === line);
    const ended = begun >= 0 || !line.endsWith('--') ? -1 : open.findLastIndex(({ boundary }) => `${boundary}--` === line);
    const parent = open[begun]?.part;
    lineStart = Math.min(lineEnd + 1, source.length);
    if (parent !== undefined) {
      current.bodyEnd = Math.max(current.bodyStart, Math.min(current.bodyEnd, end));
      close(begun + 1, end);
      current = openPart(source, lineStart, newline, parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain');
      parent.parts.push(current);
      push(current);
      lineStart = current.bodyStart;
      if (open.length > deepest) return { reason: `it has parts inside parts, more than ${deepest} deep. Save its text in a mail of its own` };
      if (++count > most) return { reason: `it has more than ${most} parts. Save its text in a mail of its own` };
    } else if (ended >= 0) {
      // What follows the last part is for programs that do not know parts.
      current.bodyEnd = Math.max(current.bodyStart, Math.min(current.bodyEnd, end));
      close(ended, end);
    }
    if (lineEnd >= source.length) break;
  }
  return root;
}

function openPart(source: string, start: number, newline: string, usualType: string): OpenPart {
  const { headers, bodyStart } = readHeaders(source, start, newline);
  const find = (name: string): string | undefined => headers.find((header) => header.name === name)?.value.slice(0, longestHeader);
  const { value, parameters } = readParameters(find('content-type') ?? '');
  const disposition = readParameters(find('content-disposition') ?? '');
  return {
    headers,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : value === 'text' || value === '' ? usualType : 'application/octet-stream',
    parameters,
    encoding: readParameters(find('content-transfer-encoding') ?? '').value,
    isAttachment: disposition.value === 'attachment',
    hasFileName: [...disposition.parameters.keys(), ...parameters.keys()].some((name) => /^(?:file)?name(?:\*|$)/.test(name)),
    start,
    bodyStart,
    bodyEnd: source.length,
    parts: [],
  };
}

/** Header lines up to the blank line, or to the first that is none: some programs forget the blank line. */
function readHeaders(source: string, start: number, newline: string): { readonly headers: Header[]; readonly bodyStart: number } {
  const headers: Header[] = [];
  let at = start;
  while (at < source.length) {
    const end = indexOrEnd(source, newline, at);
    const next = Math.min(end + 1, source.length);
    if (source.slice(at, Math.min(end, at + 2)).trim() === '' && source.slice(at, end).trim() === '') return { headers, bodyStart: next };
    const name = /[!-9;-~]{1,200}(?=[ \t]*:)/y;
    name.lastIndex = at;
    const found = name.exec(source)?.[0];
    if (found === undefined) {
      // Mailboxes kept in one file begin each mail with a line of their own, and some programs break a long header without a space.
      const isSkipped = headers.length === 0 ? source.startsWith('From ', at) : hasHeaderBelow(source, at, newline);
      if (!isSkipped) return { headers, bodyStart: at };
      at = next;
      continue;
    }
    const last = findFoldedEnd(source, end, newline);
    headers.push(readHeader(source, found.toLowerCase(), source.indexOf(':', at) + 1, last));
    at = Math.min(last + 1, source.length);
  }
  return { headers, bodyStart: source.length };
}

const mailHeader = /^(?:content-|mime-version|subject|from|to|date|message-id|received|x-)[\w-]*[ \t]*:/i;
const linesBelow = 10;

/** Whether a line that is no header stands among headers, and not at the start of a text. */
function hasHeaderBelow(source: string, start: number, newline: string): boolean {
  if (source.startsWith('--', start)) return false;
  let at = start;
  for (let line = 0; line < linesBelow && at < source.length; line++) {
    const end = indexOrEnd(source, newline, at);
    const written = source.slice(at, Math.min(end, at + 100));
    if (written.trim() === '' || written.startsWith('--')) return false;
    if (mailHeader.test(written)) return true;
    at = end + 1;
  }
  return false;
}

/** Lines that begin with white space go on with the header above. */
function findFoldedEnd(source: string, firstEnd: number, newline: string): number {
  let end = firstEnd;
  for (;;) {
    const following = source.charAt(end + 1);
    if (end >= source.length || (following !== ' ' && following !== '\t')) return end;
    const next = indexOrEnd(source, newline, end + 1);
    if (source.slice(end + 1, next).trim() === '') return end;
    end = next;
  }
}

function readHeader(source: string, name: string, from: number, to: number): Header {
  const written = source.slice(from, to);
  const start = from + (written.length - written.trimStart().length);
  const end = Math.max(start, from + written.trimEnd().length);
  return { name, value: source.slice(start, end).replace(/\r?[\r\n](?=[ \t])/g, ''), span: { start, end } };
}

/** Reads `text/plain; charset="utf-8"; format=flowed` (RFC 2045). The first of two parameters with one name counts. */
function readParameters(header: string): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  const value = /^[^;\s(]*/.exec(header)?.[0].toLowerCase() ?? '';
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of header.matchAll(/;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, (quoted?.replace(/\\(.)/g, '$1') ?? plain).trimEnd());
  }
  return { value, parameters };
}

function indexOrEnd(source: string, what: string, from: number): number {
  const found = source.indexOf(what, from);
  return found < 0 ? source.length : found;
}

/** The line end above a boundary belongs to the boundary. */
function endBefore(source: string, lineStart: number): number {
  return source.charAt(lineStart - 1) === '\n' && source.charAt(lineStart - 2) === '\r' ? lineStart - 2 : lineStart - 1;
}
