import type { Token } from 'parse5';
import type { FieldName, FieldValue, MessageFields } from '../model/document.js';
import type { Span } from '../model/span.js';
import { attributeOf } from './html-elements.js';
import type { TextReader } from './html-text.js';

const names: readonly FieldName[] = ['kind', 'audience', 'goals', 'intent', 'subject', 'date'];

/** What HTML says of itself, by `<meta name="liaison:…">` and `<title>`, and where more of it would stand. */
export class HtmlFields {
  private readonly written = new Map<FieldName, FieldValue[]>();
  private readonly places = new Map<FieldName, Span>();
  private title: Span | undefined;
  private tags: Span | undefined;
  private head: number;
  private end: number | undefined;

  constructor(
    private readonly source: string,
    private readonly text: TextReader,
  ) {
    this.head = source.startsWith('\uFEFF') ? 1 : 0;
  }

  /** Notes that the head begins at an offset, or that something of it ends there. */
  noteHead(offset: number): void {
    if (this.title === undefined && this.tags === undefined) this.head = offset;
  }

  /** Notes where the body ends. */
  noteEnd(offset: number): void {
    this.end ??= offset;
  }

  noteTitle(span: Span): void {
    if (this.title !== undefined && this.title.end > this.title.start) return;
    const written = this.source.slice(span.start, span.end);
    const start = span.start + (written.length - written.trimStart().length);
    this.title = { start, end: Math.max(start, span.start + written.trimEnd().length) };
    const close = /^\s*<\/title\s*>/i.exec(this.source.slice(span.end, span.end + 200))?.[0].length ?? 0;
    if (this.tags === undefined) this.head = span.end + close;
  }

  /** `from` is the offset in the source at which the tokens begin to count. */
  noteMeta(tag: Token.TagToken, span: Span, from: number): void {
    const written = /^\s*liaison:([a-z]+)\s*$/i.exec(attributeOf(tag, 'name') ?? '')?.[1]?.toLowerCase();
    const name = written === 'goal' ? 'goals' : names.find((candidate) => candidate === written);
    const location = tag.location?.attrs?.['content'];
    if (name === undefined || this.places.has(name) || location === undefined) return;
    const attribute = this.source.slice(from + location.startOffset, from + location.endOffset);
    const [, lead, quote = ''] = /^([^=]*=\s*(["']?))/.exec(attribute) ?? [];
    if (lead === undefined) return;
    const start = from + location.startOffset + lead.length;
    const place = { start, end: Math.max(start, from + location.endOffset - quote.length) };
    this.places.set(name, place);
    this.tags = this.tags === undefined ? span : { start: this.tags.start, end: span.end };
    const values = readValues(attributeOf(tag, 'content') ?? '', this.source.slice(place.start, place.end), place, name === 'goals');
    if (values.length > 0) this.written.set(name, values);
  }

  read(): MessageFields {
    const { head, tags, title } = this;
    const fields: { -readonly [Key in keyof MessageFields]: MessageFields[Key] } = { span: tags ?? { start: head, end: head } };
    const subject = title === undefined ? '' : this.text.toLine(title);
    if (title !== undefined && subject !== '') fields.subject = { value: subject, span: title };
    for (const name of names) {
      const values = this.written.get(name);
      const [first] = values ?? [];
      if (values === undefined || first === undefined) continue;
      if (name === 'goals') fields.goals = values;
      else fields[name] = first;
    }
    return fields;
  }

  /** Where the value of a field stands, be it empty, and in what. */
  placeOf(name: FieldName): (Span & { readonly isAttribute: boolean }) | undefined {
    const place = this.places.get(name);
    if (place !== undefined) return { ...place, isAttribute: true };
    return name === 'subject' && this.title !== undefined ? { ...this.title, isAttribute: false } : undefined;
  }

  /** Behind which offset another field is written. */
  get insertAt(): number {
    return this.tags?.end ?? this.head;
  }

  /** Where the body ends, when it says so. */
  get bodyEnd(): number | undefined {
    return this.end;
  }
}

/** The values in an attribute, each with its place where it stands there as it is. */
function readValues(value: string, written: string, place: Span, isList: boolean): FieldValue[] {
  const parts = isList ? value.split(',') : [value];
  let from = 0;
  return parts.flatMap((part) => {
    const trimmed = part.replace(/\s+/g, ' ').trim();
    if (trimmed === '') return [];
    const at = written.indexOf(trimmed, from);
    if (at < 0) return [{ value: trimmed, span: place }];
    from = at + trimmed.length;
    return [{ value: trimmed, span: { start: place.start + at, end: place.start + from } }];
  });
}
