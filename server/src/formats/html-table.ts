import type { Token } from 'parse5';
import type { Block } from '../model/block.js';
import { attributeOf } from './html-elements.js';

/** What tells a table of data from one that only puts text in its place, as most mails do. */
export class HtmlTable {
  /** Indexes of the blocks in its cells. */
  readonly blocks: number[] = [];
  private hasHeader = false;
  private holdsTables = false;
  private cellsInRow = 0;
  private mostCells = 0;

  constructor(private readonly saysLayout: boolean) {}

  startRow(): void {
    this.cellsInRow = 0;
  }

  startCell(): void {
    this.cellsInRow++;
    this.mostCells = Math.max(this.mostCells, this.cellsInRow);
  }

  noteHeader(): void {
    this.hasHeader = true;
  }

  noteTable(): void {
    this.holdsTables = true;
  }

  /** Whether its cells are places of a layout. */
  get isLayout(): boolean {
    return this.saysLayout || (!this.hasHeader && (this.holdsTables || this.mostCells <= 1));
  }

  /** Whether a cell of it may be prose all the same. */
  get mayHoldProse(): boolean {
    return !this.hasHeader;
  }
}

/** A table that begins, in the table around it. */
export function startTable(tag: Token.TagToken, around: HtmlTable | undefined): HtmlTable {
  around?.noteTable();
  return new HtmlTable(/^(?:presentation|none)$/i.test(attributeOf(tag, 'role') ?? ''));
}

/** Indexes of the blocks of a table that are paragraphs and no entries. */
export function listParagraphs(table: HtmlTable, blocks: readonly Block[]): readonly number[] {
  if (table.isLayout) return table.blocks;
  return table.mayHoldProse ? table.blocks.filter((index) => isProse(blocks[index]?.text ?? '')) : [];
}

/** Whether a text is a sentence or more. */
function isProse(text: string): boolean {
  return /[.!?]["”’)]*\s*$/.test(text) && text.trim().split(/\s+/).length >= 8;
}
