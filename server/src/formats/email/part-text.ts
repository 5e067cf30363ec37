import PostalMime from 'postal-mime';
import { OffsetMap, type Segment } from '../../model/offset-map.js';
import type { MimePart } from './mime-parts.js';

/** The decoded text of a part, and where in the source each run of it stands. */
export interface PartText {
  readonly text: string;
  readonly map: OffsetMap;
  /** Whether the source shows the words as they are, so that lines and columns mean something to people. */
  readonly isLegible: boolean;
}

/** Decodes the body of a text part. */
export async function decodePart(part: MimePart, source: string): Promise<PartText> {
  const raw = source.slice(part.bodyStart, part.bodyEnd);
  const charset = nameCharset(part.parameters.get('charset'));
  const isQuoted = part.encoding === 'quoted-printable';
  const isBase64 = part.encoding === 'base64';
  if (!isBase64 && !isQuoted && (charset.isPlain || !isAscii(raw))) return keepText(raw, part.bodyStart);
  if (isQuoted && charset.isPlain) return unquote(raw, part.bodyStart, charset.label);
  const text = await decodeWhole(raw, charset.label, part.encoding);
  const segments = isBase64 && charset.isPlain ? placeWords(text, raw, part.bodyStart, charset.label) : placeWhole(text, part.bodyStart, part.bodyEnd);
  return { text, map: new OffsetMap(segments), isLegible: false };
}

/** The WHATWG name of a character set. Names that nobody knows are read as most mail programs do. */
export function nameCharset(written: string | undefined): Charset {
  const name = (written ?? 'utf-8')
    .trim()
    .replace(/^'(.*)'$/, '$1')
    .toLowerCase();
  // A mail in plain ASCII is plain UTF-8, and programs that say the one often mean the other.
  if (name === '' || name === 'us-ascii' || name === 'ascii') return { label: 'utf-8', isPlain: true };
  const label =
    [name, name.replace(/^x-/, ''), name.replace(/^(?:x-)?(?:cp|win|windows)-?_?(\d{3,4})$/, 'windows-$1'), name.replaceAll('_', '-')].find(isKnown) ??
    'windows-1252';
  return { label, isPlain: label === 'utf-8' || /^(?:windows-\d+|iso-?8859-?\w+|latin\d|l\d|koi8-\w+|macintosh|ibm866|cp\d+)$/.test(label) };
}

/** A character set by a name that `TextDecoder` knows. */
export interface Charset {
  readonly label: string;
  /** Whether letters without accents have one byte each, the one that they have in ASCII. */
  readonly isPlain: boolean;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function keepText(raw: string, start: number): PartText {
  const segments = raw === '' ? [] : [{ textStart: 0, textEnd: raw.length, sourceStart: start, sourceEnd: start + raw.length, verbatim: true }];
  return { text: raw, map: new OffsetMap(segments), isLegible: true };
}

/** Decodes quoted-printable (RFC 2045, 6.7) run by run: what stands for itself is verbatim, what is written as =XX maps as a whole. */
function unquote(raw: string, start: number, label: string): PartText {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  const segments: Segment[] = [];
  let text = '';
  let from = 0;
  const add = (value: string, rawStart: number, rawEnd: number, verbatim: boolean): void => {
    if (value === '') return;
    segments.push({ textStart: text.length, textEnd: text.length + value.length, sourceStart: start + rawStart, sourceEnd: start + rawEnd, verbatim });
    text += value;
  };
  // A run of encoded bytes goes on behind the end of a line that only the encoding needs. What else begins with “=” stands for itself.
  for (const { 0: found, index } of raw.matchAll(/(?:=[0-9A-Fa-f]{2})+(?:=[ \t]*(?:\r\n|\n|\r)(?:=[0-9A-Fa-f]{2})+)*|=[ \t]*(?:\r\n|\n|\r|$)/g)) {
    add(raw.slice(from, index), from, index, true);
    from = index + found.length;
    const bytes = Array.from(found.matchAll(/=([0-9A-Fa-f]{2})/g), ([, code = '']) => Number.parseInt(code, 16));
    if (bytes.length > 0) add(decoder.decode(Uint8Array.from(bytes)), index, from, false);
  }
  add(raw.slice(from), from, raw.length, true);
  return { text, map: new OffsetMap(segments), isLegible: true };
}

/** Decodes a body of which only the whole can be placed, or the words by their bytes. What is written so is ASCII: a character is a byte. */
async function decodeWhole(raw: string, label: string, encoding: string): Promise<string> {
  if (encoding !== 'base64' && encoding !== 'quoted-printable') return new TextDecoder(label).decode(toBytes(raw));
  const { text } = await PostalMime.parse(toBytes(`Content-Type: text/plain; charset=${label}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${raw}`));
  return text ?? '';
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function placeWhole(text: string, sourceStart: number, sourceEnd: number): Segment[] {
  return text === '' ? [] : [{ textStart: 0, textEnd: text.length, sourceStart, sourceEnd, verbatim: false }];
}

/** Places each word of decoded base64 at the characters that encode it: three bytes are four of them. */
function placeWords(text: string, raw: string, start: number, label: string): Segment[] {
  const segments: Segment[] = [];
  const lines = Array.from(raw.matchAll(/[A-Za-z0-9+/]+/g), ({ 0: { length }, index }) => ({ index, length }));
  let line = 0;
  let before = 0;
  const place = (character: number): number => {
    for (;;) {
      const current = lines[line];
      if (current === undefined) return start + raw.length;
      if (character < before + current.length) return start + current.index + (character - before);
      before += current.length;
      line++;
    }
  };
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const { 0: word, index } of text.matchAll(/\S+|\s+/g)) {
    const length = label === 'utf-8' ? encoder.encode(word).length : word.length;
    const sourceStart = place(Math.floor((bytes * 4) / 3));
    bytes += length;
    const sourceEnd = Math.max(sourceStart, place(Math.floor((bytes * 4 - 1) / 3)) + 1);
    segments.push({ textStart: index, textEnd: index + word.length, sourceStart, sourceEnd, verbatim: false });
  }
  return segments;
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text);
}
