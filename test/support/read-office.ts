import { docx } from '../../server/src/formats/office/docx.js';
import { pptx } from '../../server/src/formats/office/pptx.js';
import type { Document } from '../../server/src/index.js';
import { OPAQUE } from '../../server/src/model/block.js';
import { makeDocx, makePptx, type SlidesFile, type WordFile } from './office-files.js';

/** Reads a file that can be read. */
async function readWhole(format: typeof docx, path: string, bytes: Uint8Array): Promise<Document> {
  const read = await format.read(path, bytes);
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

export function readWord(file: string | WordFile): Promise<Document> {
  return readWhole(docx, 'message.docx', makeDocx(typeof file === 'string' ? { body: file } : file));
}

export function readSlides(file: SlidesFile): Promise<Document> {
  return readWhole(pptx, 'deck.pptx', makePptx(file));
}

/** Why a file cannot be read. */
export async function whyNot(format: typeof docx, bytes: Uint8Array): Promise<string> {
  const read = await format.read('file', bytes);
  return 'reason' in read ? read.reason : 'it can be read';
}

/** Blocks as a person reads them: `paragraph 1 | heading 2: Title`. */
export function describeBlocks({ blocks }: Document): readonly string[] {
  return blocks.map(
    ({ kind, depth, quoted, isNote, place, text }) =>
      `${place} | ${quoted ? 'quoted ' : ''}${isNote ? 'note ' : ''}${kind}${depth === undefined ? '' : ` ${depth}`}: ${text.replaceAll(OPAQUE, '□').replaceAll('\u2028', '↵')}`,
  );
}
