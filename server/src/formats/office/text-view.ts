import type { Block, BlockKind, OpaqueRun } from '../../model/block.js';
import type { Span } from '../../model/span.js';
import type { TextRun } from '../../model/text-run.js';
import { BlockBuilder } from '../block-builder.js';
import { Refusal } from './refusal.js';

/** A run of text where it stands in a part. */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly part: string;
  readonly from: number;
  readonly to: number;
  readonly isTrimmed: boolean;
  /** Whether it must stay as it is: the program makes it, or the XML has more than text there. */
  isLocked: boolean;
  copy?: { readonly from: number; readonly to: number };
  /** Target of the link that it belongs to. */
  readonly link: string | undefined;
  /** Code, which is no prose. */
  readonly isCode: boolean;
}

/** A sign between runs: `text` is what rules read, `shown` what the view has. Both may be empty: then it only keeps the runs apart. */
export interface Sign {
  readonly kind: 'sign';
  readonly text: string;
  readonly shown: string;
}

/** Something that is no words, such as a formula. */
export interface Thing {
  readonly kind: 'thing';
  readonly as: OpaqueRun['kind'];
  readonly value: string;
}

export type Piece = TextPiece | Sign | Thing;

export const tab: Sign = { kind: 'sign', text: '\t', shown: '\t' };
export const lineBreak: Sign = { kind: 'sign', text: '\u2028', shown: '\n' };
export const noBreakHyphen: Sign = { kind: 'sign', text: '-', shown: '\u2011' };
/** Keeps runs apart: a footnote's mark, a picture, a place where a word may be hyphenated. */
export const barrier: Sign = { kind: 'sign', text: '', shown: '' };

/** A paragraph as a part has it. */
export interface Paragraph {
  readonly kind: BlockKind;
  readonly depth?: number;
  readonly quoted?: boolean;
  readonly isNote?: boolean;
  readonly pieces: readonly Piece[];
  /** Shown in the view, but not read as the message: a table of contents, code. */
  readonly isShownOnly?: boolean;
}

/** Characters of text. The longest novels have four million. */
const mostText = 5_000_000;
/** Paragraphs and cells. */
const mostParagraphs = 150_000;

/** Throws a `Refusal` where there are more paragraphs than can be kept in mind. */
export function checkParagraphs(count: number): void {
  if (count > mostParagraphs) throw new Refusal('it has more than 150,000 paragraphs. Split it into several files');
}

/** Puts paragraphs below one another into a plain text, the document's source, and keeps where each of its words came from. */
export class TextView {
  readonly blocks: Block[] = [];
  readonly runs: TextRun[] = [];
  private readonly lines: string[] = [];
  private at = 0;

  constructor(private readonly areHeadingsApart: boolean) {}

  /** Where the next line begins. */
  get length(): number {
    return this.at;
  }

  get source(): string {
    return this.lines.join('');
  }

  /** Adds a line of the view's own. Gives back where it stands. */
  addLine(text: string): Span {
    const start = this.at;
    this.push(`${text}\n`);
    return { start, end: start + text.length };
  }

  /** Sets what follows apart from what stands there. */
  addBlankLine(): void {
    if (this.at > 0 && this.lines.at(-1) !== '\n') this.push('\n');
  }

  /** Adds a paragraph. `undefined` where it has no text. */
  addParagraph({ kind, depth, quoted = false, isNote, pieces, isShownOnly }: Paragraph, place: string): Span | undefined {
    const text = pieces.map((piece) => (piece.kind === 'sign' ? piece.text : piece.kind === 'text' ? piece.text : '\uFFFC')).join('');
    if (text.trim() === '') return undefined;
    if (kind === 'heading' && this.areHeadingsApart) this.addBlankLine();
    checkParagraphs(this.blocks.length);
    const start = this.at;
    const builder = new BlockBuilder();
    const lead = text.length - text.trimStart().length;
    const tail = text.trimEnd().length;
    const shown: string[] = [];
    const gathered = new Gathered(builder);
    let offset = 0;
    let at = start;
    let isJoined = false;
    for (const piece of pieces) {
      const isText = piece.kind === 'text';
      if (isText && piece.text === '') continue;
      const value = isText ? piece.text : piece.kind === 'sign' ? piece.shown : piece.value;
      const length = piece.kind === 'thing' ? 1 : piece.text.length;
      const from = Math.max(lead - offset, 0);
      const to = Math.min(tail - offset, length);
      shown.push(value);
      if (isText) {
        if (!piece.isLocked) {
          const { part, isTrimmed, copy } = piece;
          this.runs.push({
            start: at,
            end: at + value.length,
            part,
            from: piece.from,
            to: piece.to,
            isJoined,
            isTrimmed,
            ...(copy === undefined ? {} : { copy }),
          });
        }
        isJoined = !piece.isLocked;
        if (from < to) {
          if (piece.isCode) gathered.addThing('code', value, { start: at, end: at + value.length }, piece.link);
          else gathered.addText(value.slice(from, to), at + from, piece.link);
        }
      } else {
        isJoined = false;
        if (from < to) {
          if (piece.kind === 'thing') gathered.addThing(piece.as, value, { start: at, end: at + value.length }, undefined);
          else gathered.addCharacter(piece.text, { start: at, end: at + value.length });
        }
      }
      offset += length;
      at += value.length;
    }
    gathered.finish();
    this.push(`${shown.join('')}\n`);
    if (isShownOnly !== true)
      this.blocks.push(builder.build({ kind, quoted, place, ...(depth === undefined ? {} : { depth }), ...(isNote ? { isNote } : {}) }));
    return { start, end: this.at - 1 };
  }

  private push(line: string): void {
    this.lines.push(line);
    this.at += line.length;
    if (this.at > mostText) throw new Refusal('it has more than five million characters of text. Split it into several files');
  }
}

/** Gathers runs that stand next to each other, so that an address in two runs is seen as one. */
class Gathered {
  private text = '';
  private start = 0;
  private link: string | undefined;
  private linkStart = 0;

  constructor(private readonly builder: BlockBuilder) {}

  addText(text: string, start: number, link: string | undefined): void {
    this.enter(link);
    if (this.text === '') this.start = start;
    else if (start !== this.start + this.text.length) {
      this.flush();
      this.start = start;
    }
    this.text += text;
  }

  addCharacter(character: string, span: Span): void {
    this.flush();
    if (character !== '') this.builder.addCharacter(character, span);
  }

  addThing(kind: OpaqueRun['kind'], value: string, span: Span, link: string | undefined): void {
    this.enter(link);
    this.flush();
    this.builder.addOpaque(kind, value, span);
  }

  finish(): void {
    this.enter(undefined);
    this.flush();
  }

  private enter(link: string | undefined): void {
    if (link === this.link) return;
    this.flush();
    if (this.link !== undefined) this.builder.addLink(this.linkStart, this.link, false);
    this.link = link;
    this.linkStart = this.builder.length;
  }

  private flush(): void {
    const { text, start } = this;
    if (text === '') return;
    this.text = '';
    this.builder.addText(text, [{ textStart: 0, textEnd: text.length, sourceStart: start, sourceEnd: start + text.length, verbatim: true }]);
  }
}
