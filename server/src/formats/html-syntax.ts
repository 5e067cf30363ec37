import type { Block } from '../model/block.js';
import type { Document, FieldName } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { FormatSyntax, Passage } from '../model/format-syntax.js';
import { newlineOf } from '../model/newline.js';
import type { HtmlFields } from './html-fields.js';
import { markdownSyntax } from './markdown-syntax.js';

/** Where an element stands in the source. */
export interface PlacedElement {
  readonly tag: string;
  readonly start: number;
  /** Behind its start tag. */
  readonly contentStart: number;
  /** Behind its end tag; known when it is closed. */
  end: number | undefined;
  readonly parent: PlacedElement | undefined;
}

// What may hold a paragraph beside others. A cell of a layout does; one of a data table stays as it is.
const containers = /^(?:html|body|div|section|article|main|header|footer|aside|center|form|fieldset|details|figure|dialog|search|address)$/;

/** How paragraphs and fields are written into HTML. */
export class HtmlSyntax implements FormatSyntax {
  readonly paragraphBreak = undefined;

  /** `elements` are those that the blocks of the document stand in, in the same order. */
  constructor(
    private readonly elements: readonly (PlacedElement | undefined)[],
    private readonly fields: HtmlFields,
    private readonly hasFrontMatter: boolean,
  ) {}

  insertField(document: Document, name: FieldName, value: string): Edit | undefined {
    if (this.hasFrontMatter) return markdownSyntax.insertField(document, name, value);
    const { source } = document;
    const place = this.fields.placeOf(name);
    if (place !== undefined) {
      const { start, end, isAttribute } = place;
      const isQuoted = /["']/.test(source.charAt(start - 1));
      const text = isAttribute ? escapeAttribute(value) : this.escape(value);
      return { start, end, text: isAttribute && !isQuoted ? `"${text}"` : text };
    }
    const at = this.fields.insertAt;
    const tag = `<meta name="liaison:${name}" content="${escapeAttribute(value)}">`;
    const newline = newlineOf(source);
    if (at <= 1) return { start: at, end: at, text: `${tag}${newline}` };
    return { start: at, end: at, text: `${newline}${indentAt(source, at)}${tag}` };
  }

  insertBefore(document: Document, block: Block, passages: readonly Passage[]): Edit | undefined {
    const index = document.blocks.indexOf(block);
    if (index < 0) return undefined;
    const outer = this.outermost(index, document);
    const start = outer?.start ?? block.map.toSource({ start: 0, end: 1 }).start;
    const between = `${newlineOf(document.source)}${indentAt(document.source, start)}`;
    return {
      start,
      end: start,
      text: this.write(passages)
        .map((line) => line + between)
        .join(''),
    };
  }

  insertBehind(document: Document, offset: number, passages: readonly Passage[]): Edit | undefined {
    const { source, blocks } = document;
    const index = blocks.findLastIndex(({ map }) => map.toSource({ start: 0, end: 1 }).start < offset);
    const block = blocks[index];
    if (block === undefined && blocks[0] !== undefined) return this.insertBefore(document, blocks[0], passages);
    const outer = block === undefined ? undefined : this.outermost(index, document);
    const textEnd = block?.map.toSource({ start: 0, end: block.text.length }).end;
    const start = outer?.end ?? textEnd ?? this.fields.bodyEnd ?? source.length;
    const between = `${newlineOf(source)}${indentAt(source, outer?.start ?? start)}`;
    return {
      start,
      end: start,
      text: this.write(passages)
        .map((line) => between + line)
        .join(''),
    };
  }

  escape(text: string): string {
    return escapeText(text);
  }

  /** The outermost element around a block that stands beside paragraphs; `undefined` for bare words. */
  private outermost(index: number, { blocks }: Document): PlacedElement | undefined {
    let outermost: PlacedElement | undefined;
    const isInData = blocks[index]?.kind === 'cell';
    let element = this.elements[index];
    for (; element !== undefined; element = element.parent) {
      if (containers.test(element.tag)) break;
      if (!isInData && (element.tag === 'td' || element.tag === 'th')) break;
      outermost = element;
    }
    return outermost;
  }

  private write(passages: readonly Passage[]): string[] {
    return passages.map((passage) => {
      if (passage.kind === 'heading') return `<h2>${this.escape(passage.text)}</h2>`;
      if (passage.kind === 'list') return `<ul>${passage.items.map((item) => `<li>${this.escape(item)}</li>`).join('')}</ul>`;
      const label = passage.label === undefined ? '' : `<strong>${this.escape(passage.label)}</strong> `;
      return `<p>${label}${this.escape(passage.text)}</p>`;
    });
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** The white space that the line of an offset begins with. */
function indentAt(source: string, offset: number): string {
  const line = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]{0,80}/.exec(source.slice(line, line + 80))?.[0] ?? '';
}
