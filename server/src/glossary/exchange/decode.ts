import type { EntryCollector } from './imported.js';

/** A line without an end is cut here, so that memory stays bounded. */
const longestLine = 1 << 20;
/** Lines of a mixed file that are reported one by one. */
const reportedLines = 20;

/**
 * Decodes a file piece by piece; pieces end with a line where they can. UTF-8 and UTF-16 are told by their marks or
 * their bytes. A line that is not UTF-8 is read as Windows-1252, what older office programs write; if other lines are
 * UTF-8, somebody joined two files, and each such line is reported.
 */
export function* decodeChunks(chunks: Iterable<Uint8Array>, collector: EntryCollector): Generator<string> {
  let decoder: Decoder | undefined;
  let carry: Uint8Array = new Uint8Array(0);
  for (const chunk of chunks) {
    const bytes = join(carry, chunk);
    if (decoder === undefined) {
      // Marks and patterns of zeros show in a few bytes.
      if (bytes.length < 64) {
        carry = bytes;
        continue;
      }
      decoder = chooseDecoder(bytes, collector);
      if (decoder === undefined) return;
    }
    const end = decoder.findCut(bytes);
    if (end > 0) yield decoder.decode(bytes.subarray(0, end));
    carry = bytes.slice(end);
  }
  decoder ??= chooseDecoder(carry, collector);
  if (decoder === undefined) return;
  if (carry.length > 0) yield decoder.decode(carry);
  decoder.finish();
}

/** All of a small file as text. */
export function decodeAll(bytes: Uint8Array, collector: EntryCollector): string {
  return [...decodeChunks([bytes], collector)].join('');
}

interface Decoder {
  /** Where the bytes can be cut: behind the last line, or behind a whole character when a line has no end. */
  findCut(bytes: Uint8Array): number;
  decode(bytes: Uint8Array): string;
  finish(): void;
}

function chooseDecoder(bytes: Uint8Array, collector: EntryCollector): Decoder | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new Utf16Decoder('utf-16le', collector);
  if (first === 0xfe && second === 0xff) return new Utf16Decoder('utf-16be', collector);
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const sample = bytes.subarray(0, 8000);
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return new ByteDecoder(hasMark, collector);
  // Latin letters in UTF-16 are every other byte a zero.
  if (odd > sample.length / 5 && even < odd / 10) return new Utf16Decoder('utf-16le', collector);
  if (even > sample.length / 5 && odd < even / 10) return new Utf16Decoder('utf-16be', collector);
  // A few of them in what is else UTF-8 are dirt from an export.
  if (even + odd <= Math.max(3, sample.length / 100) && isUtf8(sample)) return new ByteDecoder(hasMark, collector);
  collector.reportUnreadable({ line: 1, column: 1 }, 'not-text', 'This file is not text. Save it as CSV in UTF-8, or give the spreadsheet itself as .xlsx.');
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The last line may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1 || bytes.length));
    return true;
  } catch {
    return false;
  }
}

/** UTF-8, and Windows-1252 line by line where it is not. */
class ByteDecoder implements Decoder {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly legacy = new TextDecoder('windows-1252');
  private isStart = true;
  private line = 1;
  private readonly legacyLines: number[] = [];
  private legacyCount = 0;
  private zeros = 0;

  constructor(
    private hasUtf8: boolean,
    private readonly collector: EntryCollector,
  ) {}

  findCut(bytes: Uint8Array): number {
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end > 0) return end;
    if (bytes.length < longestLine) return 0;
    // The bytes 10xxxxxx continue a character.
    let cut = bytes.length;
    while (cut > bytes.length - 4 && ((bytes[cut - 1] ?? 0) & 0xc0) === 0x80) cut--;
    return (bytes[cut - 1] ?? 0) >= 0xc0 ? cut - 1 : bytes.length;
  }

  decode(bytes: Uint8Array): string {
    const text = this.withoutZeros(this.tryUtf8(bytes) ?? this.decodeLines(bytes));
    this.line += countLines(text);
    if (!this.isStart) return text;
    this.isStart = false;
    return text.replace(/^\ufeff/, '');
  }

  finish(): void {
    const [first] = this.legacyLines;
    if (first === undefined) return;
    if (!this.hasUtf8) {
      this.collector.report(
        { line: first, column: 1 },
        'info',
        'windows-1252',
        'This file is not UTF-8, so it was read as Windows-1252. Check its accents and quotation marks.',
      );
      return;
    }
    const rest = this.legacyCount - this.legacyLines.length;
    for (const [index, line] of this.legacyLines.entries()) {
      const others = rest > 0 && index === this.legacyLines.length - 1 ? ` The same goes for ${rest} more lines.` : '';
      this.collector.report(
        { line, column: 1 },
        'warning',
        'mixed-encodings',
        `This line is not UTF-8 as others are, so it was read as Windows-1252. Check its accents, or save the file as UTF-8.${others}`,
      );
    }
  }

  /** Takes out zeros, which end a text for other programs, and tells the first ones. */
  private withoutZeros(text: string): string {
    if (!text.includes('\0')) return text;
    for (let index = text.indexOf('\0'); index !== -1 && this.zeros < reportedLines; index = text.indexOf('\0', index + 1), this.zeros++)
      this.collector.report(
        { line: this.line + countLines(text.slice(0, index)), column: index - text.lastIndexOf('\n', index) },
        'warning',
        'control-character',
        'There is a NUL character here, which was taken out. Check the text around it.',
      );
    return text.replaceAll('\0', '');
  }

  private tryUtf8(bytes: Uint8Array): string | undefined {
    try {
      const text = this.utf8.decode(bytes);
      if (!this.hasUtf8 && /[^\0-\x7f]/.test(text)) this.hasUtf8 = true;
      return text;
    } catch {
      return undefined;
    }
  }

  private decodeLines(bytes: Uint8Array): string {
    const parts: string[] = [];
    for (let start = 0, line = this.line; start < bytes.length; line++) {
      const newline = bytes.indexOf(0x0a, start);
      const end = newline === -1 ? bytes.length : newline + 1;
      const piece = bytes.subarray(start, end);
      let text = this.tryUtf8(piece);
      if (text === undefined) {
        text = this.legacy.decode(piece);
        this.legacyCount++;
        if (this.legacyLines.length < reportedLines) this.legacyLines.push(line);
      }
      parts.push(text);
      start = end;
    }
    return parts.join('');
  }
}

class Utf16Decoder implements Decoder {
  private readonly strict: TextDecoder;
  private readonly lenient: TextDecoder;
  private readonly newline: readonly [number, number];
  private isStart = true;
  private line = 1;

  constructor(
    encoding: 'utf-16le' | 'utf-16be',
    private readonly collector: EntryCollector,
  ) {
    this.strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.lenient = new TextDecoder(encoding, { ignoreBOM: true });
    this.newline = encoding === 'utf-16le' ? [0x0a, 0] : [0, 0x0a];
  }

  findCut(bytes: Uint8Array): number {
    const [first, second] = this.newline;
    for (let index = bytes.length - (bytes.length % 2) - 2; index >= 0; index -= 2) if (bytes[index] === first && bytes[index + 1] === second) return index + 2;
    if (bytes.length < longestLine) return 0;
    const end = bytes.length - (bytes.length % 2);
    const last = this.newline[0] === 0 ? bytes[end - 2] : bytes[end - 1];
    // D8 to DB begin a character of two units.
    return last !== undefined && last >= 0xd8 && last <= 0xdb ? end - 2 : end;
  }

  decode(bytes: Uint8Array): string {
    let text: string;
    try {
      text = this.strict.decode(bytes);
    } catch {
      text = this.lenient.decode(bytes);
      const line = this.line + countLines(text.slice(0, text.indexOf('\ufffd')));
      this.collector.report(
        { line, column: 1 },
        'warning',
        'mixed-encodings',
        'This line has bytes that are not UTF-16 as the rest is. Check it, or save the file as UTF-8.',
      );
    }
    this.line += countLines(text);
    if (!this.isStart) return text;
    this.isStart = false;
    return text.replace(/^\ufeff/, '');
  }

  finish(): void {}
}

function countLines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count++;
  return count;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
