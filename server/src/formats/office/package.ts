import type { Unreadable } from '../format.js';
import { Refusal } from './refusal.js';
import { type MarkupBudget, readXml, type XmlListener } from './xml.js';
import { readZip, TooLarge, unpackEntry, type ZipArchive, type ZipEntry } from './zip.js';

/** One relationship of a part: to another part of the package, or to an address outside, which is never fetched. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `slide`, `hyperlink`. */
  readonly type: string;
  /** Name of the part, or the address as written. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Bytes of XML that may be unpacked in all. A thousand pages of text take about twenty million. */
const mostUnpacked = 64 * 1024 * 1024;
/** Elements and attributes. */
const mostMarkup = 2_500_000;

/** An office file: parts of XML that name one another. Nothing in it is run, fetched or written by its name. */
export class OfficePackage {
  readonly archive: ZipArchive;
  readonly budget: MarkupBudget = { left: mostMarkup };
  private readonly parts = new Map<string, ZipEntry>();
  private unpacked = 0;

  /** Throws a `Refusal` for what is no package. */
  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length === 0) throw new Refusal('it is empty');
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
      throw new Refusal('it is protected by a password, or was saved by a program from before 2007. Save it again, in today’s format and without a password');
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
      throw new Refusal('it is no Word or PowerPoint file, whatever its name says. Open it in its own program and save it again');
    this.archive = readZip(bytes);
    // Names differ in more than capitals; the first counts, as in Office.
    for (const entry of this.archive.entries) {
      const key = keyOf(entry.name);
      if (!this.parts.has(key)) this.parts.set(key, entry);
    }
  }

  /** The entry of a part, for writing it back. */
  entryOf(name: string): ZipEntry | undefined {
    return this.parts.get(keyOf(name));
  }

  /** The bytes of a part; `undefined` when there is none. */
  readBytes(name: string): Uint8Array | undefined {
    const entry = this.entryOf(name);
    if (entry === undefined) return undefined;
    const bytes = unpackEntry(this.bytes, entry, mostUnpacked - this.unpacked);
    this.unpacked += bytes.length;
    if (this.unpacked > mostUnpacked) throw new TooLarge();
    return bytes;
  }

  /** The XML of a part. */
  readText(name: string): string | undefined {
    const bytes = this.readBytes(name);
    return bytes === undefined ? undefined : decodePart(bytes);
  }

  /** Reads a part; gives back why it cannot be read. */
  readPart(name: string, listener: (xml: string) => XmlListener): string | undefined {
    const xml = this.readText(name);
    return xml === undefined ? 'it is missing' : readXml(xml, this.budget, listener(xml));
  }

  /** What a part names, by id. The empty name stands for the package itself. */
  relationsOf(part: string): ReadonlyMap<string, Relation> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const relations = new Map<string, Relation>();
    const xml = this.readText(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    if (xml === undefined) return relations;
    readXml(xml, this.budget, {
      open: ({ name, get }) => {
        if (name !== 'Relationship') return;
        const id = get('Id');
        if (id === undefined || relations.has(id)) return;
        const isExternal = get('TargetMode') === 'External';
        const target = get('Target') ?? '';
        relations.set(id, { id, type: (get('Type') ?? '').replace(/^.*\//, ''), target: isExternal ? target : resolve(folder, target), isExternal });
      },
      close: () => {},
    });
    return relations;
  }

  /** The first part that another names by a type. */
  findTarget(part: string, type: string): string | undefined {
    for (const relation of this.relationsOf(part).values()) if (relation.type === type && !relation.isExternal) return relation.target;
    return undefined;
  }
}

/** Runs a reader of packages: what it refuses comes back as the reason. */
export function refusable<Result>(read: () => Result): Result | Unreadable {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}

/** The XML of a part from its bytes. */
export function decodePart(bytes: Uint8Array): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Where a relationship written in a part of `folder` leads. Nothing lies above the package. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/#.*$/, '');
  const parts = path.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(decodePercent(part));
  }
  return parts.join('/');
}

function decodePercent(part: string): string {
  try {
    return part.includes('%') ? decodeURIComponent(part) : part;
  } catch {
    // A percent sign of its own.
    return part;
  }
}
