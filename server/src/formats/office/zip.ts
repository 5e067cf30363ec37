import { Inflate, zipSync } from 'fflate';
import { Refusal } from './refusal.js';

/** One file in a zip archive, as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is; 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of its own header. */
  readonly offset: number;
  /** Its record in the directory. */
  readonly record: { readonly start: number; readonly end: number };
}

/** A zip archive as it stands in memory. Its names are never taken for paths. */
export interface ZipArchive {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** Where the directory starts and ends, in the file. */
  readonly directory: { readonly start: number; readonly end: number };
}

/** What a package may be made of. A deck of two thousand slides has about ten thousand parts. */
const mostEntries = 20_000;
const entrySignature = 0x04034b50;
const recordSignature = 0x02014b50;
const endSignature = 0x06054b50;
/** Packed bytes that are unpacked at once: at most a thousand times as much comes out. */
const sliceLength = 16_384;
/** Parts of this size do not shrink to less than one byte in 250, unless somebody meant them to. */
const mostRatio = 250;
const ratioFrom = 16_000_000;

/** Reads the directory of a zip archive. Throws a `Refusal` where there is none. */
export function readZip(bytes: Uint8Array): ZipArchive {
  const view = viewOf(bytes);
  const end = findEnd(bytes, view);
  if (end === undefined) throw new Refusal('the file is cut off. Copy it again, or save it once more');
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || count > mostEntries) throw new Refusal('it has more than 20,000 parts. Split it into several files');
  if (start + size > end) throw new Refusal('it is damaged. Open it in its own program and save it again');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== recordSignature) throw new Refusal('it is damaged. Open it in its own program and save it again');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new Refusal('it is damaged. Open it in its own program and save it again');
    entries.push({
      name: new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      record: { start: at, end: next },
    });
    at = next;
  }
  return { entries, directory: { start, end: at } };
}

/** Unpacks one entry into at most `most` bytes. What the directory says of its size is not trusted. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if (entry.isEncrypted) throw new Refusal('it is protected by a password. Save it without one');
  if (entry.size > most) throw new TooLarge();
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== entrySignature)
    throw new Refusal('it is damaged. Open it in its own program and save it again');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw new Refusal('the file is cut off. Copy it again, or save it once more');
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (entry.method === 0) {
    if (packed.length > most) throw new TooLarge();
    return packed;
  }
  if (entry.method !== 8) throw new Refusal('it is packed in a way that Liaison does not know. Open it in its own program and save it again');
  return inflate(packed, most);
}

/** Thrown where a package would unpack to more than it may. */
export class TooLarge extends Refusal {
  constructor() {
    super('its text takes more than 64 MB. Split it into several files');
  }
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isComplete = false;
  const stream = new Inflate((piece, isLast) => {
    length += piece.length;
    pieces.push(piece);
    isComplete = isLast;
  });
  try {
    for (let start = 0; start < packed.length; start += sliceLength) {
      const end = Math.min(start + sliceLength, packed.length);
      stream.push(packed.subarray(start, end), end === packed.length);
      if (length > most) throw new TooLarge();
      if (length > ratioFrom && length > end * mostRatio)
        throw new Refusal('it unpacks to far more than a document would. Open it in its own program and save it again');
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('it is damaged. Open it in its own program and save it again');
  }
  if (!isComplete) throw new Refusal('it is damaged. Open it in its own program and save it again');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Whether its entries can be replaced: archives of more than four gigabytes keep their sizes elsewhere. */
export function isReplaceable({ packedSize, size, offset, record }: ZipEntry, bytes: Uint8Array): boolean {
  return packedSize !== 0xffffffff && size !== 0xffffffff && offset !== 0xffffffff && viewOf(bytes).getUint16(record.start + 34, true) === 0;
}

/** The archive with the content of some entries replaced. All else stays as it is, byte for byte: order, names, dates. */
export function replaceEntries(bytes: Uint8Array, { entries, directory }: ZipArchive, contents: ReadonlyMap<ZipEntry, Uint8Array>): Uint8Array {
  const view = viewOf(bytes);
  const byOffset = [...entries].sort((a, b) => a.offset - b.offset);
  const offsets = new Map<ZipEntry, number>();
  const sizes = new Map<ZipEntry, Packed>();
  const pieces: Uint8Array[] = [bytes.subarray(0, byOffset[0]?.offset ?? directory.start)];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [index, entry] of byOffset.entries()) {
    offsets.set(entry, length);
    const end = byOffset[index + 1]?.offset ?? directory.start;
    const content = contents.get(entry);
    if (content === undefined) {
      add(bytes.subarray(entry.offset, end));
      continue;
    }
    const packed = pack(content);
    sizes.set(entry, packed);
    const headerLength = 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const header = bytes.slice(entry.offset, entry.offset + headerLength);
    const headerView = viewOf(header);
    // Sizes stand in the header now, not behind the data.
    headerView.setUint16(6, headerView.getUint16(6, true) & ~8, true);
    writeSizes(headerView, 8, 14, packed);
    add(header);
    add(packed.data);
  }
  const start = length;
  for (const entry of entries) {
    const record = bytes.slice(entry.record.start, entry.record.end);
    const recordView = viewOf(record);
    const packed = sizes.get(entry);
    if (packed !== undefined) {
      recordView.setUint16(8, recordView.getUint16(8, true) & ~8, true);
      writeSizes(recordView, 10, 16, packed);
    }
    recordView.setUint32(42, offsets.get(entry) ?? 0, true);
    add(record);
  }
  const tail = bytes.slice(directory.end);
  viewOf(tail).setUint32(16, start, true);
  add(tail);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

interface Packed {
  readonly checksum: number;
  readonly size: number;
  readonly data: Uint8Array;
}

/** Deflates through an archive of one entry, which knows its checksum. */
function pack(content: Uint8Array): Packed {
  const archive = zipSync({ a: content });
  const view = viewOf(archive);
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return { checksum: view.getUint32(14, true), size: content.length, data: archive.subarray(start, start + view.getUint32(18, true)) };
}

function writeSizes(view: DataView, method: number, checksum: number, packed: Packed): void {
  view.setUint16(method, 8, true);
  view.setUint32(checksum, packed.checksum, true);
  view.setUint32(checksum + 4, packed.data.length, true);
  view.setUint32(checksum + 8, packed.size, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The record that ends an archive; a comment of up to 65,535 bytes may follow it. */
function findEnd(bytes: Uint8Array, view: DataView): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}
