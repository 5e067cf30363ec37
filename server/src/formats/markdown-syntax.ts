import type { Block } from '../model/block.js';
import type { Document, FieldName } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { FormatSyntax, Passage } from '../model/format-syntax.js';
import { newlineOf } from '../model/newline.js';

/** How paragraphs and fields are written into Markdown. */
export const markdownSyntax: FormatSyntax = {
  paragraphBreak: '\n\n',
  escape: (text) => text,

  /** YAML takes a key only once, so a line that gives it no value is replaced. */
  insertField({ source, fields }, name, value) {
    const line = `${name}: ${toYaml(name, value)}`;
    const { start, end } = fields.span;
    const newline = newlineOf(source);
    // A site generator takes only keys that it knows, and where it wants them.
    if (source.startsWith('+++', start)) return undefined;
    if (start === end) return { start, end, text: `---${newline}${line}${newline}---${newline}${newline}` };
    const written = new RegExp(`^${name}[ \\t]*:.*(?:\\r?\\n(?:[ \\t]+\\S|-[ \\t]).*)*`, 'im').exec(source.slice(start, end));
    if (written !== null) return { start: start + written.index, end: start + written.index + written[0].length, text: line };
    const closing = source.lastIndexOf('---', end);
    return { start: closing, end: closing, text: `${line}${newline}` };
  },

  insertBefore: (document, block, passages) => insertLinesBefore(document, block, write(passages)),
  insertBehind: (document, offset, passages) => insertLinesBehind(document, offset, write(passages)),
};

function toYaml(name: FieldName, value: string): string {
  if (name === 'goals') return `[${JSON.stringify(value).slice(1, -1)}]`;
  return name === 'subject' ? JSON.stringify(value) : value;
}

/** Each passage as the lines of a text; lists go line by line. */
function write(passages: readonly Passage[]): string[] {
  return passages.map((passage) => {
    if (passage.kind === 'heading') return `## ${passage.text}`;
    if (passage.kind === 'list') return passage.items.map((item) => `- ${item}`).join('\n');
    return passage.label === undefined ? passage.text : `**${passage.label}** ${passage.text}`;
  });
}

/** Puts paragraphs that are lines of text on the line that a block begins on, which moves down. */
export function insertLinesBefore({ source }: Document, block: Block, paragraphs: readonly string[]): Edit {
  const newline = newlineOf(source);
  const start = source.lastIndexOf('\n', block.map.toSource({ start: 0, end: 1 }).start - 1) + 1;
  return { start, end: start, text: paragraphs.map((paragraph) => `${paragraph.replaceAll('\n', newline)}${newline}${newline}`).join('') };
}

/** Puts paragraphs that are lines of text behind the paragraph, list or table around an offset. */
export function insertLinesBehind({ source, fields }: Document, offset: number, paragraphs: readonly string[]): Edit {
  const newline = newlineOf(source);
  const start = endOfChunk(source, Math.max(offset, fields.span.end));
  return { start, end: start, text: paragraphs.map((paragraph) => `${newline}${newline}${paragraph.replaceAll('\n', newline)}`).join('') };
}

function endOfChunk(source: string, offset: number): number {
  // A list goes on behind a blank line with an item, or with what is indented.
  const blankLine = /[ \t]*\r?\n[ \t]*\r?\n(?![ \t]|[-*+][ \t]|\d+[.)][ \t])/g;
  blankLine.lastIndex = offset;
  return blankLine.exec(source)?.index ?? Math.max(offset, source.trimEnd().length);
}
