import { decodeWords } from 'postal-mime';
import type { Block } from '../../model/block.js';
import type { Document, IgnoreDirective } from '../../model/document.js';
import type { Edit } from '../../model/finding.js';
import type { BinaryFormat, Unreadable } from '../format.js';
import { type FieldNames, type Header, readFields } from '../header-fields.js';
import { type Comment, collectComments, readDirectives } from '../ignores.js';
import { cutOut } from '../plain-text.js';
import { groupLines } from '../plain-text-blocks.js';
import { readLines } from '../plain-text-lines.js';
import { decodeText, encodeText } from '../text-encoding.js';
import { type Body, findBodies, isSealed, type TextPart } from './choose-parts.js';
import { decodeMail } from './decode-mail.js';
import { mapThrough } from './map-through.js';
import { findParts } from './mime-parts.js';
import { findOwnLines, isAttribution, leaveOutNotices, type MailLine } from './own-words.js';
import { decodePart, type PartText } from './part-text.js';

/** What an email needs of other formats. */
export interface EmailTools {
  /** Reads the text of a mail that is HTML; offsets are those of the HTML. */
  readonly readHtml: (path: string, source: string) => Document;
}

/**
 * Email as a file (RFC 5322, MIME). `Document.source` is the file as an editor shows it. Where the text stands in it as it is,
 * or as quoted-printable, findings have lines and edits; where it is in code, they have a place, and the span of that code.
 */
export function createEmailFormat(tools: EmailTools): BinaryFormat {
  return { title: 'Email', extensions: ['.eml'], holds: 'bytes', read: (path, bytes) => readEmail(path, bytes, tools), write: writeEmail };
}

/** Only what every character set and quoted-printable write alike goes in, and only where the file as a whole is text of one kind. */
function writeEmail(bytes: Uint8Array, { source }: Document, edits: readonly Edit[]): Uint8Array | Unreadable {
  const decoded = decodeText(bytes);
  if ('reason' in decoded || decoded.text !== source) return { reason: 'its parts are in several character sets. Mend it in your mail program' };
  const writable = edits.filter(({ text }) => /^[\u0020-<>-~]*$/.test(text));
  let text = '';
  let from = 0;
  for (const edit of [...writable].sort((a, b) => a.start - b.start)) {
    if (edit.start < from) continue;
    text += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return encodeText({ ...decoded, text: text + source.slice(from) });
}

const names: FieldNames = {
  kind: ['x-liaison-kind'],
  audience: ['x-liaison-audience'],
  goals: ['x-liaison-goals', 'x-liaison-goal'],
  intent: ['x-liaison-intent'],
  subject: ['subject'],
  date: ['date'],
};

// A text of this length is a book. In code it may be half as long again.
const longestText = 1_000_000;
const longestCode = longestText * 1.5;

interface ReadBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly ignores: readonly IgnoreDirective[];
}

type Reader = (body: TextPart) => Promise<ReadBody | Unreadable>;

async function readEmail(path: string, bytes: Uint8Array, tools: EmailTools): Promise<Document | Unreadable> {
  const mail = decodeMail(bytes);
  if ('reason' in mail) return mail;
  const { source, start } = mail;
  const root = findParts(source, start);
  if ('reason' in root) return root;
  if (root.headers.length === 0 && source.slice(start).trim() !== '')
    return { reason: 'it does not begin with lines such as “Subject:” and “From:”. Save the mail as .eml again, or its text as .txt' };
  if (isSealed(root)) return { reason: 'it is encrypted, or signed as a whole. Save a copy that is not, or its text as .txt' };
  const read = await readBodies(findBodies(root), (body) => readBody(path, source, body, tools));
  if ('reason' in read) return read;
  const headers = root.headers.map(decodeHeader);
  const span = { start, end: headers.at(-1)?.span.end ?? start };
  return { path, source, fields: readFields(headers, names, source, span), blocks: read.blocks.map(numberPlace), ignores: read.ignores };
}

/** Reads what stands in a mail, in order. */
async function readBodies(bodies: readonly Body[], reader: Reader): Promise<ReadBody | Unreadable> {
  const reads: ReadBody[] = [];
  for (const body of bodies) {
    const read = 'choices' in body ? await readChoice(body.choices, reader) : await reader(body);
    if ('reason' in read) return read;
    reads.push(read);
  }
  return {
    text: reads.map(({ text }) => text).join('\n'),
    blocks: reads.flatMap(({ blocks }) => blocks),
    ignores: reads.flatMap(({ ignores }) => ignores),
  };
}

/** Reads the plain text of a mail, unless it only says that there is HTML. */
async function readChoice(choices: readonly (readonly Body[])[], reader: Reader): Promise<ReadBody | Unreadable> {
  const plain = choices.find((bodies) => bodies.length > 0 && !bodies.some(holdsHtml));
  const html = choices.findLast((bodies) => bodies.some(holdsHtml));
  if (plain !== undefined) {
    const read = await readBodies(plain, reader);
    if (html === undefined || (!('reason' in read) && !isStub(read.text))) return read;
  }
  return readBodies(html ?? [], reader);
}

function holdsHtml(body: Body): boolean {
  return 'choices' in body ? body.choices.every((bodies) => bodies.some(holdsHtml)) : body.isHtml;
}

const longestStub = 400;
const stub =
  /\b(?:view|read|see|open|visit)\b[\s\S]{0,60}\b(?:browser|online|web|html)\b|\bhtml\b[\s\S]{0,60}\b(?:view|version|format|capable|enabled|compatible|support|mail|client)|\b(?:mail|email|e-mail)\b[\s\S]{0,40}\b(?:not|doesn’t|doesn't)\b[\s\S]{0,20}\b(?:support|display|show)\b/i;

function isStub(text: string): boolean {
  const words = text.trim();
  return words === '' || (words.length < longestStub && stub.test(words));
}

async function readBody(path: string, source: string, { part, isHtml }: TextPart, tools: EmailTools): Promise<ReadBody | Unreadable> {
  if (part.bodyEnd - part.bodyStart > longestCode) return tooLong;
  const decoded = await decodePart(part, source);
  if (decoded.text.length > longestText) return tooLong;
  const flowed =
    part.parameters.get('format')?.toLowerCase() === 'flowed' ? { deletesSpace: part.parameters.get('delsp')?.toLowerCase() === 'yes' } : undefined;
  const { blocks, ignores } = isHtml ? readHtmlBody(tools.readHtml(path, decoded.text)) : readPlainBody(decoded.text, flowed);
  return {
    text: decoded.text,
    blocks: leaveOutNotices(blocks).map((block) => placeBlock(block, decoded)),
    ignores: ignores.map((ignore) => placeIgnore(ignore, decoded)),
  };
}

const tooLong: Unreadable = { reason: `its text is longer than a million characters. Save the part to be checked as .txt` };

type OwnWords = Pick<ReadBody, 'blocks' | 'ignores'>;

function readPlainBody(text: string, flowed: Parameters<typeof readLines>[2]): OwnWords {
  const comments: Comment[] = [];
  collectComments(text, 0, comments);
  const clean = cutOut(text, comments);
  const lines = readLines(clean, { start: 0, end: text.length }, flowed);
  const own = findOwnLines(
    lines.map(
      ({ text: words, end, quoteDepth }): MailLine => ({ text: words === '--' && clean.charAt(end) === ' ' ? '-- ' : words, isQuoted: quoteDepth > 0 }),
    ),
  );
  // A line left out still parts what stands above it from what stands below.
  const kept = lines.map((line, index) => (own[index] === true ? line : { ...line, text: '' }));
  return { blocks: groupLines(clean, kept), ignores: readDirectives(comments, text) };
}

function readHtmlBody({ blocks, ignores }: Document): OwnWords {
  const lines: MailLine[] = [];
  const firstLines = blocks.map((block) => {
    const first = lines.length;
    for (const text of block.text.split(/[\n\u2028]/)) lines.push({ text: text.trim(), isQuoted: block.quoted });
    lines.push({ text: '', isQuoted: false });
    return first;
  });
  const own = findOwnLines(lines);
  let isOwn = true;
  const kept = blocks.filter((block, index) => {
    // An indented passage is marked up as a quotation too; a mail that is answered has a line above it that says so.
    if (!block.quoted) isOwn = own[firstLines[index] ?? 0] === true;
    else if (isAttribution(block.text.trim())) isOwn = false;
    return isOwn;
  });
  return { blocks: kept, ignores };
}

/** Until the place is numbered it only tells that there is one. */
const unnumbered = 'text of the mail';

function placeBlock(block: Block, { map, isLegible }: PartText): Block {
  return { ...block, map: mapThrough(block.map, map), ...(isLegible ? {} : { place: unnumbered }) };
}

function numberPlace(block: Block, index: number): Block {
  return block.place === undefined ? block : { ...block, place: `${unnumbered}, paragraph ${index + 1}` };
}

function placeIgnore(ignore: IgnoreDirective, { map }: PartText): IgnoreDirective {
  return { ...ignore, span: map.toSource(ignore.span), covers: map.toSource(ignore.covers) };
}

function decodeHeader(header: Header): Header {
  if (header.name !== 'date') return { ...header, value: decodeWords(header.value).replace(/\s+/g, ' ').trim() };
  return { ...header, value: readDay(header.value) ?? header.value };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day of `Thu, 5 Mar 2026 10:00:00 +0100` where the writer is, as `2026-03-05`. */
function readDay(date: string): string | undefined {
  const [, day = '', month = '', year] = /\b(\d{1,2})[ -]+([a-z]{3})[a-z]*[ -]+(\d{4})\b/i.exec(date) ?? [];
  const number = months.indexOf(month.toLowerCase()) + 1;
  return year === undefined || number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
