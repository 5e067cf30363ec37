import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Block, BlockKind } from '../model/block.js';
import type { Document } from '../model/document.js';
import type { Span } from '../model/span.js';
import { BlockBuilder } from './block-builder.js';
import { readFrontMatter } from './fields.js';
import type { TextFormat } from './format.js';
import {
  attributeOf,
  blockElements,
  contentModes,
  endsParagraph,
  formattingElements,
  isEnglish,
  isHidden,
  isQuotation,
  leftOutElements,
  opaqueElements,
  scopeElements,
  startsEarlierMail,
  voidElements,
} from './html-elements.js';
import { HtmlFields } from './html-fields.js';
import { HtmlSyntax, type PlacedElement } from './html-syntax.js';
import { type HtmlTable, listParagraphs, startTable } from './html-table.js';
import { CollapsedText, TextReader } from './html-text.js';
import { type Comment, readDirectives } from './ignores.js';
import { frontMatterEnd } from './markdown-chunks.js';

/** Pages and mails as HTML, also in pieces without `html` or `body`. */
export const html: TextFormat = { title: 'HTML', extensions: ['.html', '.xhtml', '.htm'], holds: 'text', read: readHtml };

/**
 * Reads the prose of HTML. Its text is taken from the tokens that the HTML Standard makes of it, so that every character
 * knows its place; which elements are open is worked out here, no deeper than browsers do.
 */
export function readHtml(path: string, source: string): Document {
  const front = /^\uFEFF?---[ \t]*\r?\n/.exec(source);
  // Site generators put front matter above HTML too.
  const bodyStart = front === null ? 0 : Math.max(0, frontMatterEnd(source.replace(/^\uFEFF/, '')) + (source.startsWith('\uFEFF') ? 1 : 0));
  const reader = new HtmlReader(source);
  reader.read(bodyStart);
  const { blocks, comments, fields, elements } = reader;
  const directives = readDirectives(comments, source);
  if (front !== null && bodyStart > 1) {
    const start = front[0].length;
    const yaml = source.slice(start, bodyStart).replace(/---[ \t]*(?:\r\n|\n|\r|$)$/, '');
    const ofFront = readFrontMatter({ path, yaml, start, line: 2 }, { start: front[0].indexOf('-'), end: bodyStart }, source.length);
    const syntax = new HtmlSyntax(elements, fields, true);
    return {
      path,
      source,
      fields: { ...fields.read(), ...ofFront.fields },
      blocks,
      ignores: [...ofFront.ignores, ...directives],
      problems: ofFront.problems,
      syntax,
    };
  }
  return { path, source, fields: fields.read(), blocks, ignores: directives, syntax: new HtmlSyntax(elements, fields, false) };
}

// Browsers nest no deeper either; what is deeper stands beside its parent.
const deepest = 512;

/** An element that is open, and what holds for the text in it. */
interface OpenElement {
  readonly tag: string;
  readonly parent: OpenElement | undefined;
  readonly isBlock: boolean;
  /** Itself, or the element around it that begins and ends with its block. */
  readonly block: OpenElement | undefined;
  readonly kind: BlockKind;
  readonly depth: number | undefined;
  readonly isQuoted: boolean;
  readonly isLeftOut: boolean;
  readonly isEnglish: boolean;
  readonly isForeign: boolean;
  /** Whether a paragraph is open that the start of a block would close. */
  readonly isInParagraph: boolean;
  readonly table: HtmlTable | undefined;
  /** Places of the blocks of the table cell around it. */
  readonly cell: number[] | undefined;
  /** Where it stands; its end is known when it is closed. */
  readonly place: PlacedElement;
  link: { readonly target: string; start: number | undefined } | undefined;
  opaque: { readonly kind: 'code' | 'markup'; value: string } | undefined;
}

class HtmlReader {
  readonly blocks: Block[] = [];
  /** For each block, the element that it stands in. */
  readonly elements: (PlacedElement | undefined)[] = [];
  readonly comments: Comment[] = [];
  readonly fields: HtmlFields;
  private readonly text: TextReader;
  private readonly open: OpenElement[] = [];
  /** Elements that are open beyond the deepest that are kept. */
  private beyond = 0;
  private builder = new BlockBuilder();
  /** The element whose block is being built. */
  private owner: OpenElement | undefined;
  /** White space or a line break that counts once words follow. */
  private pending: (Span & { readonly character: string }) | undefined;
  private run: { start: number; end: number } | undefined;
  private isEarlierMail = false;
  /** The open element whose content is no words. */
  private opaque: OpenElement | undefined;
  private readonly links: OpenElement[] = [];

  constructor(private readonly source: string) {
    this.text = new TextReader(source);
    this.fields = new HtmlFields(source, this.text);
  }

  read(from: number): void {
    const { source } = this;
    const addText = ({ location }: Token.CharacterToken): void => {
      if (location !== null) this.addRun(from + location.startOffset, from + location.endOffset);
    };
    const spanOf = ({ location }: { readonly location: Token.Location | null }): Span => ({
      start: from + (location?.startOffset ?? 0),
      end: from + (location?.endOffset ?? 0),
    });
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        onCharacter: addText,
        onWhitespaceCharacter: addText,
        onNullCharacter: () => undefined,
        onComment: (token) => {
          this.endRun();
          if (/^\s*liaison-/.test(token.data)) this.comments.push({ value: token.data.trim(), ...spanOf(token) });
        },
        onDoctype: (token) => {
          this.endRun();
          this.fields.noteHead(spanOf(token).end);
        },
        onStartTag: (token) => {
          this.endRun();
          this.startElement(token, spanOf(token), from);
          const mode = this.open.at(-1)?.isForeign === true ? undefined : contentModes.get(token.tagName);
          if (mode !== undefined) tokenizer.state = TokenizerMode[mode];
        },
        onEndTag: (token) => {
          this.endRun();
          this.endElement(token.tagName, spanOf(token));
        },
        onEof: () => this.endRun(),
      },
    );
    tokenizer.write(from === 0 ? source : source.slice(from), true);
    while (this.open.length > 0) this.pop(source.length);
    this.endBlock();
  }

  private addRun(start: number, end: number): void {
    const from = start === 0 && this.source.startsWith('\uFEFF') ? 1 : start;
    if (this.run?.end === from) this.run.end = end;
    else {
      this.endRun();
      this.run = { start: from, end };
    }
  }

  private endRun(): void {
    const { run } = this;
    if (run === undefined) return;
    this.run = undefined;
    const parent = this.open.at(-1);
    if (parent?.isLeftOut === true) return;
    if (parent?.tag === 'title') {
      this.fields.noteTitle(run);
      return;
    }
    const opaque = this.opaque?.opaque;
    if (opaque !== undefined) {
      for (const { value } of this.text.read(run)) opaque.value += value;
      return;
    }
    if (parent?.isEnglish !== false) this.addText(run);
  }

  private addText(run: Span): void {
    const collapsed = new CollapsedText();
    let hasBegun = false;
    for (const { kind, value, start, end } of this.text.read(run)) {
      if (kind === 'space') {
        this.pending ??= { character: ' ', start, end };
        continue;
      }
      const { pending } = this;
      const isFirst = this.builder.length === 0 && collapsed.value === '';
      if (pending !== undefined && !isFirst) collapsed.add(pending.character, pending, this.source.slice(pending.start, pending.end) === pending.character);
      this.pending = undefined;
      if (!hasBegun) this.beginWords(this.builder.length + collapsed.value.length);
      hasBegun = true;
      collapsed.add(value, { start, end }, kind === 'characters');
    }
    if (collapsed.value !== '') this.builder.addText(collapsed.value, collapsed.segments);
  }

  /** Adds what stands for a run that is no words. */
  private addOpaque(kind: 'code' | 'image' | 'markup', value: string, span: Span): void {
    if (this.pending !== undefined && this.builder.length > 0) this.builder.addCharacter(this.pending.character, this.pending);
    this.pending = undefined;
    this.beginWords(this.builder.length);
    this.builder.addOpaque(kind, value, span);
  }

  /** Takes note of whose block the words at `offset` of it belong to, and that links around them begin there. */
  private beginWords(offset: number): void {
    if (this.builder.length === 0) this.owner = this.open.at(-1)?.block;
    for (const { link } of this.links) if (link !== undefined) link.start ??= offset;
  }

  private endBlock(): void {
    const { builder, owner } = this;
    this.pending = undefined;
    if (builder.length === 0) return;
    for (const { link } of this.links) {
      if (link?.start !== undefined) builder.addLink(link.start, link.target, false);
      if (link !== undefined) link.start = undefined;
    }
    const { kind = 'paragraph', depth, isQuoted = false } = owner ?? {};
    const block = builder.build({ kind, quoted: isQuoted || this.isEarlierMail, ...(depth === undefined ? {} : { depth }) });
    this.builder = new BlockBuilder();
    if (!/\S/.test(block.text)) return;
    if (kind === 'cell') {
      owner?.cell?.push(this.blocks.length);
      owner?.table?.blocks.push(this.blocks.length);
    } else owner?.cell?.push(this.blocks.length);
    this.blocks.push(block);
    this.elements.push(owner?.place);
  }

  private startElement(token: Token.TagToken, span: Span, from: number): void {
    const tag = token.tagName;
    const isForeign = this.open.at(-1)?.isForeign === true;
    // Only there does a slash end an element.
    if ((isForeign || tag === 'svg' || tag === 'math') && token.selfClosing) return;
    if (isForeign) {
      this.push(token, span);
      return;
    }
    this.closeImplied(tag, { start: span.start, end: span.start });
    if (this.open.at(-1)?.isLeftOut !== true) {
      if (tag === 'meta') this.fields.noteMeta(token, span, from);
      if (startsEarlierMail(token)) {
        this.endBlock();
        this.isEarlierMail = true;
      }
      this.startVisible(token, span);
    }
    if (!voidElements.has(tag)) this.push(token, span);
    if (tag === 'html' || tag === 'head') this.fields.noteHead(span.end);
    if (tag === 'title' && this.open.at(-1)?.isLeftOut === false) this.fields.noteTitle({ start: span.end, end: span.end });
  }

  private startVisible(token: Token.TagToken, span: Span): void {
    const tag = token.tagName;
    if (blockElements.has(tag)) {
      this.endBlock();
      return;
    }
    if (this.opaque !== undefined || this.open.at(-1)?.isEnglish === false) return;
    if (tag === 'img' && !isHidden(token)) {
      const description = attributeOf(token, 'alt')?.trim() ?? '';
      if (description !== '') this.addOpaque('image', description.replace(/\s+/g, ' '), span);
    }
    if (tag !== 'br') return;
    // Old pages and many mails part their paragraphs by two line breaks.
    if (this.pending?.character === '\u2028') this.endBlock();
    else this.pending = { character: '\u2028', ...span };
  }

  /** Closes what the start of an element ends without saying so. */
  private closeImplied(tag: string, at: Span): void {
    if (endsParagraph.has(tag) && this.open.at(-1)?.isInParagraph === true) this.closeNearest(named('p'), isBorder, at);
    if (/^h[1-6]$/.test(tag) && /^h[1-6]$/.test(this.open.at(-1)?.tag ?? '')) this.pop(at.start);
    if (tag === 'li') this.closeNearest(named('li'), (element) => /^[ou]l$/.test(element.tag) || isBorder(element), at);
    else if (tag === 'dt' || tag === 'dd') this.closeNearest(named('dt', 'dd'), (element) => element.tag === 'dl' || isBorder(element), at);
    else if (tag === 'td' || tag === 'th') this.closeNearest(named('td', 'th'), named('table', 'template'), at);
    else if (tag === 'tr') this.closeNearest(named('tr'), named('table', 'template'), at);
    else if (/^t(?:body|head|foot)$/.test(tag)) this.closeNearest(named('tbody', 'thead', 'tfoot', 'caption'), named('table', 'template'), at);
    else if (tag === 'body') this.closeNearest(named('head'), () => false, at);
    else if (tag === 'a' || tag === 'button') this.closeNearest(named(tag), ({ isBlock }) => isBlock, at);
    else if (tag === 'option' || tag === 'optgroup') this.closeNearest(named('option'), named('select'), at);
  }

  private endElement(tag: string, span: Span): void {
    if (this.beyond > 0) {
      this.beyond--;
      if (blockElements.has(tag)) this.endBlock();
      return;
    }
    if (tag === 'body' || tag === 'html') {
      this.endBlock();
      this.fields.noteEnd(span.start);
      return;
    }
    const isIt = /^h[1-6]$/.test(tag) ? ({ tag: open }: OpenElement): boolean => /^h[1-6]$/.test(open) : named(tag);
    if (!blockElements.has(tag)) {
      if (this.closeNearest(isIt, ({ isBlock }) => isBlock, span) || !formattingElements.has(tag)) return;
      // Closed across a block, it ends for what follows, while the block goes on.
      const across = this.open.findLast(isIt);
      if (across !== undefined) this.finishInline(across, span.start);
      return;
    }
    const isOfTable = /^(?:t[dhr]|tbody|thead|tfoot|caption)$/.test(tag);
    this.closeNearest(isIt, tag === 'table' ? () => false : isOfTable ? named('table', 'template') : isBorder, span);
    if (this.open.at(-1)?.isForeign !== true) this.endBlock();
  }

  /**
   * Closes the innermost element that `isIt` accepts, unless one that `isBorder` accepts stands between. Those in it end at the
   * start of `at`, it ends at the end.
   */
  private closeNearest(isIt: (element: OpenElement) => boolean, isBorder: (element: OpenElement) => boolean, at: Span): boolean {
    for (let index = this.open.length - 1; index >= 0; index--) {
      // The index is within the list.
      const element = this.open[index] as OpenElement;
      if (isIt(element)) {
        while (this.open.length > index + 1) this.pop(at.start);
        this.pop(at.end);
        return true;
      }
      if (isBorder(element)) return false;
    }
    return false;
  }

  private push(token: Token.TagToken, span: Span): void {
    const tag = token.tagName;
    const parent = this.open.at(-1);
    if (this.open.length >= deepest && !contentModes.has(tag)) {
      this.beyond++;
      return;
    }
    const isBlock = blockElements.has(tag) && parent?.isForeign !== true;
    const english = isEnglish(token);
    const isOpaque = !isBlock && this.opaque === undefined && (opaqueElements.has(tag) || (english === false && parent?.isEnglish !== false));
    const isHeading = /^h[1-6]$/.test(tag);
    const table = tag === 'table' ? startTable(token, parent?.table) : parent?.table;
    if (tag === 'tr') table?.startRow();
    if (tag === 'td' || tag === 'th') table?.startCell();
    if (tag === 'th' || tag === 'thead' || tag === 'caption') table?.noteHeader();
    const isCell = tag === 'td' || tag === 'th';
    const element: { -readonly [Key in keyof OpenElement]: OpenElement[Key] } = {
      tag,
      parent,
      isBlock,
      block: parent?.block,
      kind: kindOf(tag, parent),
      depth: isHeading ? Number(tag.charAt(1)) : parent?.depth,
      isQuoted: parent?.isQuoted === true || isQuotation(token),
      isLeftOut: parent?.isLeftOut === true || leftOutElements.has(tag) || isHidden(token),
      isEnglish: english ?? parent?.isEnglish ?? true,
      isForeign: parent?.isForeign === true ? !/^(?:foreignobject|desc)$/.test(tag) : tag === 'svg' || tag === 'math',
      isInParagraph: tag === 'p' || (parent?.isInParagraph === true && !scopeElements.has(tag) && tag !== 'button'),
      table,
      cell: isCell ? [] : tag === 'table' ? undefined : parent?.cell,
      place: { tag, start: span.start, contentStart: span.end, end: undefined, parent: parent?.place },
      link: tag === 'a' && attributeOf(token, 'href') !== undefined ? { target: attributeOf(token, 'href') ?? '', start: undefined } : undefined,
      opaque: isOpaque ? { kind: opaqueElements.has(tag) ? 'code' : 'markup', value: '' } : undefined,
    };
    if (isBlock) element.block = element;
    if (isOpaque) this.opaque = element;
    if (element.link !== undefined) this.links.push(element);
    this.open.push(element);
  }

  private pop(end: number): void {
    const element = this.open.at(-1);
    if (element === undefined) return;
    this.finishInline(element, end);
    if (element.isBlock) this.endBlock();
    this.open.pop();
    element.place.end = end;
    const isLastOfCell = element.cell !== undefined && (element.tag === 'td' || element.tag === 'th');
    // Several blocks in a cell are text in columns, and no entry of a table.
    if (isLastOfCell && (element.cell?.length ?? 0) > 1) this.makeParagraphs(element.cell ?? []);
    if (element.tag === 'table' && element.table !== undefined) this.makeParagraphs(listParagraphs(element.table, this.blocks));
  }

  private makeParagraphs(indexes: readonly number[]): void {
    for (const index of indexes) {
      const block = this.blocks[index];
      if (block?.kind === 'cell') this.blocks[index] = { ...block, kind: 'paragraph' };
    }
  }

  private finishInline(element: OpenElement, end: number): void {
    const { link, opaque, place, isLeftOut } = element;
    if (link !== undefined) this.links.splice(this.links.indexOf(element), 1);
    if (opaque !== undefined) this.opaque = undefined;
    element.link = undefined;
    element.opaque = undefined;
    if (link?.start !== undefined && this.builder.length > link.start) this.builder.addLink(link.start, link.target, false);
    const value = opaque?.value.trim().replace(/\s+/g, ' ') ?? '';
    if (opaque !== undefined && value !== '' && !isLeftOut) this.addOpaque(opaque.kind, value, { start: place.start, end });
  }
}

function named(...tags: readonly string[]): (element: OpenElement) => boolean {
  return ({ tag }) => tags.includes(tag);
}

function isBorder({ tag }: OpenElement): boolean {
  return scopeElements.has(tag) || tag === 'button';
}

function kindOf(tag: string, parent: OpenElement | undefined): BlockKind {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'list-item';
  if (tag === 'td' || tag === 'th') return 'cell';
  if (tag === 'caption' || tag === 'figcaption' || tag === 'legend' || tag === 'summary') return 'caption';
  if (tag === 'table' || tag === 'ul' || tag === 'ol' || tag === 'dl' || tag === 'blockquote') return 'paragraph';
  return parent?.kind ?? 'paragraph';
}
