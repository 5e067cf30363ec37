import { BlockBuilder } from '../../server/src/formats/block-builder.js';
import { createEmailFormat } from '../../server/src/formats/email/email.js';
import { type Block, OPAQUE } from '../../server/src/model/block.js';
import type { Document } from '../../server/src/model/document.js';

/** Reads `<p>` and `<blockquote>` without markup inside: what a mail's reader hands on to HTML's is all that its tests ask about. */
function readParagraphs(path: string, source: string): Document {
  const blocks = Array.from(source.matchAll(/(<(p|blockquote)>)([^<]*)/g), ({ index, 1: tag = '', 2: name, 3: text = '' }): Block => {
    const builder = new BlockBuilder();
    const sourceStart = index + tag.length;
    builder.addText(text, [{ textStart: 0, textEnd: text.length, sourceStart, sourceEnd: sourceStart + text.length, verbatim: true }]);
    return builder.build({ kind: 'paragraph', quoted: name === 'blockquote' });
  });
  return { path, source, fields: { span: { start: 0, end: 0 } }, blocks, ignores: [] };
}

const email = createEmailFormat({ readHtml: readParagraphs });

/** The bytes of a text whose characters are bytes, as in `caf\xE9`. */
export function toBytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** Reads a mail. Its lines may end with `\n`; a character is a byte. */
export async function readMail(mail: string): Promise<Document> {
  const read = await email.read('a.eml', toBytes(mail));
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

/** Why a mail cannot be read; `undefined` when it can. */
export async function readReason(mail: string | Uint8Array): Promise<string | undefined> {
  const read = await email.read('a.eml', typeof mail === 'string' ? toBytes(mail) : mail);
  return 'reason' in read ? read.reason : undefined;
}

/** Blocks as a person reads them: `heading 2: Title`. */
export function describeBlocks({ blocks }: Pick<Document, 'blocks'>): readonly string[] {
  return blocks.map(
    ({ kind, depth, quoted, text }) =>
      `${quoted ? 'quoted ' : ''}${kind}${depth === undefined ? '' : ` ${depth}`}: ${text.replaceAll(OPAQUE, '□').replaceAll('\u2028', '↵')}`,
  );
}

/** What stands in the source where the words stand in the text, and whether they can be changed there. */
export function locate({ blocks, source }: Document, words: string): { readonly written: string; readonly isEditable: boolean } | undefined {
  const block = blocks.find(({ text }) => text.includes(words));
  if (block === undefined) return undefined;
  const span = { start: block.text.indexOf(words), end: block.text.indexOf(words) + words.length };
  const { start, end } = block.map.toSource(span);
  return { written: source.slice(start, end), isEditable: block.map.isContiguous(span) };
}
