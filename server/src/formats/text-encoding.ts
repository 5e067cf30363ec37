import type { Unreadable } from './format.js';

/** Text, and how its file writes it down. A mark at the start of the file is the first character of the text. */
export interface DecodedText {
  readonly text: string;
  /** A name of the WHATWG Encoding Standard, as `TextDecoder` gives it: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
}

// Signs of an encoding show in the first bytes. HTML must name its own in the first 1024.
const sampleLength = 8000;
const declarationLength = 1024;

/**
 * Turns the bytes of a file into text: UTF-8, UTF-16 with or without a mark, and what HTML says that it is saved as. Anything
 * else is unreadable, because a guess would damage the file when it is written back.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Unreadable {
  const utf16 = findUtf16(bytes);
  if (utf16 !== undefined) {
    const text = tryDecode(bytes, utf16);
    return text === undefined ? { reason: 'it looks like UTF-16 text with broken characters. Save it as UTF-8' } : { text, encoding: utf16 };
  }
  const text = tryDecode(bytes, 'utf-8');
  if (text !== undefined) {
    // HTML pages have such characters now and then, and browsers read past them.
    const isBinary = text.slice(0, sampleLength).includes('\0') && !/^[\s\uFEFF]*</.test(text);
    return isBinary ? notText : { text, encoding: 'utf-8' };
  }
  if (bytes.subarray(0, sampleLength).includes(0)) return notText;
  return decodeDeclared(bytes) ?? explainBadByte(bytes);
}

const notText: Unreadable = { reason: 'it is not text. Give a message as text, HTML, email, Word or PowerPoint' };

/** Writes a text down as its file was. What a small set of characters lacks becomes a character reference: only HTML is read from one. */
export function encodeText({ text, encoding }: DecodedText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
    return bytes;
  }
  const codes = new Map(Array.from(readAllBytes(encoding) ?? '', (character, code) => [character, code]));
  const written: number[] = [];
  for (const character of text) {
    const code = codes.get(character);
    if (code !== undefined) written.push(code);
    else for (const digit of `&#${character.codePointAt(0)};`) written.push(digit.charCodeAt(0));
  }
  return Uint8Array.from(written);
}

/** UTF-16 shows by its mark, or by a zero in every other byte of Latin letters. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, sampleLength);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (bytes.length % 2 !== 0 || Math.max(even, odd) <= sample.length / 5) return undefined;
  if (even < odd / 10) return 'utf-16le';
  return odd < even / 10 ? 'utf-16be' : undefined;
}

/** `undefined` when the bytes are no such text. */
function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text in the encoding that HTML names for itself; `undefined` when it names none. */
function decodeDeclared(bytes: Uint8Array): DecodedText | Unreadable | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, declarationLength));
  const label = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ?? /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1];
  const encoding = label === undefined ? undefined : nameEncoding(label);
  if (encoding === undefined || encoding.startsWith('utf-')) return undefined;
  if (readAllBytes(encoding) === undefined) return { reason: `it says that it is saved as ${label}. Save it as UTF-8, and say so in it` };
  const text = tryDecode(bytes, encoding);
  return text === undefined ? { reason: `it says that it is saved as ${label}, and has bytes that mean nothing there. Save it as UTF-8` } : { text, encoding };
}

function nameEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The 256 characters of an encoding with one byte each; `undefined` when it is another kind. */
function readAllBytes(encoding: string): string | undefined {
  const characters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, code) => code));
  const isOneEach = characters.length === 256 && characters.startsWith('\0\u0001') && new Set(characters.replaceAll('\uFFFD', '')).size > 200;
  return isOneEach ? characters : undefined;
}

/** Tells where the first byte stands that is not UTF-8. */
function explainBadByte(bytes: Uint8Array): Unreadable {
  // The longest beginning that can be read, a character cut at its end allowed for.
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (canBegin(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  const line = new TextDecoder().decode(bytes.subarray(0, good)).split(/\r\n|\n|\r/).length;
  return { reason: `it is not UTF-8 text: line ${line} has a character that is saved another way. Save it as UTF-8`, line };
}

function canBegin(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
