import type { Document, PlacedKind } from '../model/document.js';
import { createEmailFormat } from './email/email.js';
import type { BinaryFormat, Format, TextFormat, Unreadable } from './format.js';
import { html, readHtml } from './html.js';
import { type MarkdownCache, markdown } from './markdown.js';
import { docx } from './office/docx.js';
import { pptx } from './office/pptx.js';
import { plainText } from './plain-text.js';
import { recogniseBytes, recogniseText } from './recognise.js';
import { type DecodedText, decodeText } from './text-encoding.js';

/** Every format that a message may have. */
const formats: readonly Format[] = [markdown, plainText, html, createEmailFormat({ readHtml }), docx, pptx];

/** What is read as if it were running text, when nothing tells. */
const plainest: TextFormat = plainText;

const byEnding: ReadonlyMap<string, Format> = new Map(formats.flatMap((format) => format.extensions.map((extension) => [extension, format])));

/** Endings of the files that can be read, longest first. */
export const readableExtensions: readonly string[] = [...byEnding.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Text files that are for machines, or are the same everywhere. */
const notMessages = /^(?:robots|humans|security|cmakelists|(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?|licen[cs]e|copying|notice)\.txt$/;

/** Whether the file's name says that it may be a message; with `holds`, one in a format that holds that. */
export function isReadable(path: string, holds?: Format['holds']): boolean {
  const ending = endingOf(path);
  if (ending === undefined || notMessages.test(nameOf(path))) return false;
  return holds === undefined || byEnding.get(ending)?.holds === holds;
}

/**
 * Reads the text of a message in a format that is text. `cache` makes reading the next version of the same document cheap.
 * `placed` says what is known of its kind beforehand: a deck is cut into slides.
 */
export function readDocument(path: string, source: string, cache?: MarkdownCache, placed?: PlacedKind): Document {
  const format = chooseFormat(path, recogniseText(source));
  return ('reason' in format || format.holds === 'bytes' ? plainest : format).read(path, source, cache, placed);
}

/** Reads the bytes of a message in any format: which one, its ending says, and its content where the ending does not tell or is wrong. */
export async function readMessage(path: string, bytes: Uint8Array, cache?: MarkdownCache, placed?: PlacedKind): Promise<Document | Unreadable> {
  const opened = openMessage(path, bytes);
  if ('reason' in opened) return opened;
  return opened.holds === 'text' ? opened.format.read(path, opened.text, cache, placed) : opened.format.read(path, bytes);
}

/** A message whose format is known. One that is text can be changed and written back. */
export type OpenedMessage =
  | (DecodedText & { readonly holds: 'text'; readonly format: TextFormat })
  | { readonly holds: 'bytes'; readonly format: BinaryFormat };

/** Finds out how the bytes of a file are to be read. */
export function openMessage(path: string, bytes: Uint8Array): OpenedMessage | Unreadable {
  const told = recogniseBytes(bytes);
  const decoded = told === undefined ? decodeText(bytes) : undefined;
  const format = chooseFormat(path, decoded !== undefined && 'text' in decoded ? recogniseText(decoded.text) : told);
  if ('reason' in format) return format;
  if (format.holds === 'bytes') return { holds: 'bytes', format };
  if (decoded === undefined) return { reason: `it holds ${told === '.docx' ? 'a Word document' : 'a presentation'}, which cannot be read so far` };
  return 'reason' in decoded ? decoded : { holds: 'text', format, ...decoded };
}

/** `told` is the ending that the content deserves. */
function chooseFormat(path: string, told: string | undefined): Format | Unreadable {
  const ending = endingOf(path);
  const named = ending === undefined ? undefined : byEnding.get(ending);
  const isZip = told === '.docx' || told === '.pptx';
  // Markdown may begin with anything that the others begin with, and HTML with front matter.
  const isSure = named === markdown || (told === '.md' && ending !== '.txt');
  const byContent = told === undefined || (named !== undefined && isSure && !isZip) ? undefined : byEnding.get(told);
  return byContent ?? named ?? (/\.[^./\\]+$/.test(path) ? { reason: `only ${readableExtensions.join(', ')} files can be read` } : plainest);
}

function endingOf(path: string): string | undefined {
  const name = nameOf(path);
  return readableExtensions.find((extension) => name.endsWith(extension));
}

/** The name of the file in small letters. */
function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
}
