import { strToU8 } from 'fflate';
import type { Document } from '../../model/document.js';
import type { Edit } from '../../model/finding.js';
import { findRuns, isWritable, type TextRun } from '../../model/text-run.js';
import type { Unreadable } from '../format.js';
import { decodePart, OfficePackage, refusable } from './package.js';
import { Refusal } from './refusal.js';
import { decodeXml, encodeXml, rawOffset } from './xml.js';
import { isReplaceable, replaceEntries, type ZipEntry } from './zip.js';

/** A change inside one run, in offsets of its text. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Puts edits of the view into the Word document or PowerPoint deck that it was read from, and gives back the new file. Only the
 * characters inside the runs change; every other part stays as it is, byte for byte. The first run that an edit touches takes
 * the new text, the others lose theirs. Edits that cannot be written (`isWritable`) are left out, and of two that overlap the
 * later one. `document` must be what reading `bytes` gave.
 */
export function applyOfficeEdits(bytes: Uint8Array, document: Document, edits: readonly Edit[]): Uint8Array | Unreadable {
  const changes = planChanges(document, edits);
  if (changes.size === 0) return bytes;
  return refusable(() => {
    const pack = new OfficePackage(bytes);
    if (pack.archive.entries.some(({ name }) => name.startsWith('_xmlsignatures/')))
      throw new Refusal('it is signed, and any change would break the signature. Change it in its own program and sign it again');
    const contents = new Map<ZipEntry, Uint8Array>();
    for (const [part, ofPart] of groupByPart(changes)) {
      const entry = pack.entryOf(part);
      const content = pack.readBytes(part);
      if (entry === undefined || content === undefined) throw new Error(`The document was not read from these bytes: there is no part ${part}.`);
      const xml = decodePart(content);
      if (!isReplaceable(entry, bytes) || !isSame(strToU8(xml), content))
        throw new Refusal('it is kept in a way that Liaison cannot write. Save it again in its own program');
      contents.set(entry, strToU8(rewrite(xml, ofPart, document.source)));
    }
    return replaceEntries(bytes, pack.archive, contents);
  });
}

function planChanges(document: Document, edits: readonly Edit[]): ReadonlyMap<TextRun, Change[]> {
  const changes = new Map<TextRun, Change[]>();
  let reached = -1;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < reached || document.runs === undefined || !isWritable(document.runs, edit)) continue;
    reached = edit.end;
    for (const [index, run] of findRuns(document.runs, edit).entries()) {
      const change = { start: Math.max(edit.start, run.start) - run.start, end: Math.min(edit.end, run.end) - run.start, text: index === 0 ? edit.text : '' };
      const known = changes.get(run);
      if (known === undefined) changes.set(run, [change]);
      else known.push(change);
    }
  }
  return changes;
}

function groupByPart(changes: ReadonlyMap<TextRun, Change[]>): ReadonlyMap<string, (readonly [TextRun, readonly Change[]])[]> {
  const parts = new Map<string, (readonly [TextRun, readonly Change[]])[]>();
  for (const change of changes) {
    const known = parts.get(change[0].part);
    if (known === undefined) parts.set(change[0].part, [change]);
    else known.push(change);
  }
  return parts;
}

/** The XML of a part with the changed runs in it. */
function rewrite(xml: string, changes: readonly (readonly [TextRun, readonly Change[]])[], source: string): string {
  const replacements: Change[] = [];
  for (const [run, ofRun] of changes) {
    const text = source.slice(run.start, run.end);
    for (const { from, to } of [run, ...(run.copy === undefined ? [] : [run.copy])]) {
      const raw = xml.slice(from, to);
      if (decodeXml(raw).text !== text) throw new Error('The document was not read from these bytes: its text stands elsewhere.');
      replacements.push(...rewriteRun(xml, { from, to, isTrimmed: run.isTrimmed }, ofRun));
    }
  }
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of replacements.sort((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}

/** Replacements of the XML that change one run. */
function rewriteRun(xml: string, { from, to, isTrimmed }: Pick<TextRun, 'from' | 'to' | 'isTrimmed'>, changes: readonly Change[]): Change[] {
  const raw = xml.slice(from, to);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    pieces.push(raw.slice(at, rawOffset(raw, start)), encodeXml(text));
    at = rawOffset(raw, end);
  }
  pieces.push(raw.slice(at));
  const text = pieces.join('');
  const tagEnd = xml.lastIndexOf('>', from - 1);
  const tag = xml.slice(xml.lastIndexOf('<', tagEnd), tagEnd);
  const needsBlanks = isTrimmed && /^[ \t]|[ \t]$/.test(text) && !/\sxml:space\s*=\s*["']preserve/.test(tag);
  if (!needsBlanks) return [{ start: from, end: to, text }];
  // Blanks at the ends would be lost without a word about them; those that did not count so far must not count now.
  const bare = tag.replace(/\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return [{ start: tagEnd - tag.length, end: xml.indexOf('<', to), text: `${bare} xml:space="preserve">${text}` }];
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
