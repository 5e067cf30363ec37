import type { FormatSyntax, Passage } from '../model/format-syntax.js';
import { newlineOf } from '../model/newline.js';
import { insertLinesBefore, insertLinesBehind } from './markdown-syntax.js';

/** How paragraphs and fields are written into plain text: `Key: value` lines above the first blank one, and no markup. */
export const plainTextSyntax: FormatSyntax = {
  paragraphBreak: '\n\n',
  escape: (text) => text,

  insertField({ source, fields }, name, value) {
    const line = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`;
    const { start, end } = fields.span;
    const newline = newlineOf(source);
    if (start === end) return { start, end, text: `${line}${newline}${newline}` };
    const header = source.slice(start, end);
    const written = new RegExp(`^${name}[ \\t]*:.*$`, 'im').exec(header);
    if (written !== null) {
      const from = start + written.index;
      return { start: from, end: from + written[0].trimEnd().length, text: line };
    }
    const at = start + header.trimEnd().length;
    return { start: at, end: at, text: `${newline}${line}` };
  },

  insertBefore: (document, block, passages) => insertLinesBefore(document, block, write(passages)),
  insertBehind: (document, offset, passages) => insertLinesBehind(document, offset, write(passages)),
};

function write(passages: readonly Passage[]): string[] {
  return passages.map((passage) => {
    if (passage.kind === 'heading') return passage.text;
    if (passage.kind === 'list') return passage.items.map((item) => `- ${item}`).join('\n');
    return passage.label === undefined ? passage.text : `${passage.label} ${passage.text}`;
  });
}
