import sax from 'sax';
import { Refusal } from './refusal.js';

/** An element as it opens. */
export interface XmlElement {
  /** With the prefix that its namespace usually has: `w:p` whatever the file calls it. */
  readonly name: string;
  /** An attribute's value by its usual name: `r:id`. One written without a prefix is found too. */
  get(name: string): string | undefined;
  /** Offset of what comes after the tag. */
  readonly end: number;
}

/** What a reader wants to hear of. Text is read from the XML itself, between the end of one tag and the start of the next. */
export interface XmlListener {
  open(element: XmlElement): void;
  /** `start` is the offset of the closing tag; of an element without content, that of its own tag. */
  close(name: string, start: number): void;
}

/** Elements and attributes that may still be read in a file. Reading a million takes about a second of a processor; 150 pages with much formatting have nearly as many. */
export interface MarkupBudget {
  left: number;
}

/** Elements within elements. Text boxes in tables in tables come to about sixty. */
const deepest = 256;
/** Characters that the parser gets at once: what it holds is checked between two pieces. */
const pieceLength = 16_384;
/** Characters of a comment or an attribute. Drawings keep a copy of themselves in one. */
const longestToken = 2_000_000;

const namespaces: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/presentationml(?:\/2006)?\/main$/, 'p'],
  [/\/drawingml(?:\/2006)?\/main$/, 'a'],
  [/\/drawingml(?:\/2006)?\/chart$/, 'c'],
  [/\/drawingml(?:\/2006)?\/diagram$/, 'dgm'],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/officeDocument(?:\/2006)?\/math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawing\/2014\/chartex$/, 'cx'],
];

/**
 * Reads a part of an office file; gives back why it is damaged, or `undefined` once all is read. A document type is skipped:
 * nothing it names is fetched, nothing it declares is expanded. Throws a `Refusal` when the budget is spent.
 */
export function readXml(xml: string, budget: MarkupBudget, listener: XmlListener): string | undefined {
  const parser = sax.parser(true, { strictEntities: true, position: true });
  const names = new NameReader();
  let fault: string | undefined;
  let depth = 0;
  // The parser's own limit is too low for drawings.
  parser.bufferCheckPosition = Number.POSITIVE_INFINITY;
  parser.onopentag = ({ name, attributes }) => {
    if (fault !== undefined) return;
    depth++;
    budget.left--;
    if (depth > deepest) {
      fault = `elements are nested more than ${deepest} deep`;
      return;
    }
    names.enter(depth, attributes);
    listener.open({ name: names.read(name), end: parser.position, get: (wanted) => names.find(attributes, wanted) });
  };
  parser.onattribute = () => {
    budget.left--;
  };
  parser.onclosetag = (name) => {
    if (fault !== undefined) return;
    listener.close(names.read(name), parser.startTagPosition - 1);
    names.leave(depth);
    depth--;
  };
  parser.onerror = (error) => {
    parser.error = null;
    const [reason = ''] = error.message.split('\n');
    // An entity of the file's own stays a gap.
    if (!/^Invalid character (?:entity|in entity name)/.test(reason)) fault ??= 'the XML is not well-formed';
  };
  for (let start = 0; start < xml.length && fault === undefined; start += pieceLength) {
    parser.write(xml.slice(start, start + pieceLength));
    // The listener reads text from the XML, so none need be gathered.
    parser.textNode = '';
    if (budget.left < 0) throw new Refusal('it has more formatting than can be read in a few seconds. Copy its text into a new file');
    parser.cdata = '';
    if (Math.max(parser.attribValue.length, parser.comment.length, parser.procInstBody.length, parser.sgmlDecl.length) > longestToken)
      fault = 'a comment or an attribute has more than two million characters';
    if (typeof parser.doctype === 'string' && parser.doctype.length > longestToken) fault = 'it holds a document type';
  }
  if (fault === undefined) parser.close();
  return fault;
}

/** What a declaration has replaced, to be put back where its element ends. */
interface Replaced {
  readonly depth: number;
  readonly prefix: string;
  readonly family: string | undefined;
  /** Prefix that the new family had. */
  readonly written: string | undefined;
}

/** Knows which prefix stands for which namespace where. */
class NameReader {
  /** Usual prefixes by those of the file, and the other way round. */
  private readonly usual = new Map<string, string>();
  private readonly written = new Map<string, string>();
  private readonly replaced: Replaced[] = [];

  /** Takes in what an element declares. */
  enter(depth: number, attributes: Readonly<Record<string, string>>): void {
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name.slice(6);
      const uri = attributes[name] ?? '';
      // A usual prefix that stands for something else must not be taken for itself.
      const family = namespaces.find(([pattern]) => pattern.test(uri))?.[1] ?? (namespaces.some(([, known]) => known === prefix) ? `${prefix}-` : prefix);
      const known = this.usual.get(prefix);
      if (known === family) continue;
      this.replaced.push({ depth, prefix, family: known, written: this.written.get(family) });
      this.usual.set(prefix, family);
      this.written.set(family, prefix);
    }
  }

  leave(depth: number): void {
    for (let last = this.replaced.at(-1); last?.depth === depth; last = this.replaced.at(-1)) {
      this.replaced.pop();
      const { prefix, family, written } = last;
      const current = this.usual.get(prefix);
      if (current !== undefined) restore(this.written, current, written);
      restore(this.usual, prefix, family);
    }
  }

  read(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const usual = this.usual.get(prefix) ?? prefix;
    if (usual === prefix) return name;
    return usual === '' ? name : `${usual}:${name.slice(colon + 1)}`;
  }

  find(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
    const colon = wanted.indexOf(':');
    if (colon < 0) return attributes[wanted];
    const prefix = wanted.slice(0, colon);
    const local = wanted.slice(colon + 1);
    const written = this.written.get(prefix) ?? prefix;
    const value = attributes[written === '' ? local : `${written}:${local}`];
    // Ids of relationships have a prefix always: a slide has an `id` of its own.
    return value ?? (prefix === 'r' ? undefined : attributes[local]);
  }
}

function restore(map: Map<string, string>, key: string, value: string | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** Text between two tags as a program shows it, and whether it stands there as nothing but characters and entities. */
export function decodeXml(raw: string): { readonly text: string; readonly isPlain: boolean } {
  if (!/[&<\r\n]/.test(raw)) return { text: raw, isPlain: true };
  if (!raw.includes('<')) return { text: decodeEntities(raw), isPlain: true };
  const text = raw.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[^>]*>|[^<]+/g, (piece, cdata?: string) =>
    cdata === undefined ? (piece.startsWith('<') ? '' : decodeEntities(piece)) : toOneLine(cdata),
  );
  return { text, isPlain: false };
}

/** The offset in `raw`, which is plain, of an offset in its decoded text. */
export function rawOffset(raw: string, offset: number): number {
  let rest = offset;
  let at = 0;
  for (const match of raw.matchAll(entity)) {
    if (at + rest <= match.index) return at + rest;
    rest -= match.index - at;
    const { length } = decodeEntities(match[0]);
    // An offset inside of an entity is that of its start.
    if (rest < length) return match.index;
    rest -= length;
    at = match.index + match[0].length;
  }
  return at + rest;
}

const entity = /&[^;&\s]{1,32};/g;
const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(raw: string): string {
  return toOneLine(raw).replace(entity, (whole) => {
    const name = whole.slice(1, -1);
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined;
    if (code === undefined) return known[name] ?? '';
    if (!(code >= 32 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return code === 9 ? '\t' : ' ';
    return String.fromCodePoint(code);
  });
}

/** Line ends inside a run are shown as blanks. */
function toOneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]/g, ' ');
}

/** Text as it stands between tags. Characters that XML has no place for are left out. */
export function encodeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
