import { LineIndex, type Position } from '../index.js';

/** A place as reports show it. */
export interface ReportedPosition extends Position {
  /** The column counted in bytes of UTF-8, from 1; absent where the source is not at hand. */
  readonly byteColumn?: number;
}

const step = 64;

/** Turns offsets of a source into lines and columns, the column in UTF-16 code units and in bytes. */
export class SourcePlaces {
  private readonly lines: LineIndex;
  /** How many bytes stand before every 64th code unit; absent where a code unit is a byte. */
  private readonly bytes: readonly number[] | undefined;

  /** Findings and the edits that mend them mostly share their places. */
  private readonly known = new Map<number, ReportedPosition>();

  constructor(private readonly source: string) {
    this.lines = new LineIndex(source);
    this.bytes = /[^\0-\x7f]/.test(source) ? countSteps(source) : undefined;
  }

  /** The position of an offset. */
  at(offset: number): ReportedPosition {
    const known = this.known.get(offset);
    if (known !== undefined) return known;
    const { line, column } = this.lines.at(offset);
    const byteColumn = this.bytes === undefined ? column : this.bytesBefore(offset) - this.bytesBefore(offset - column + 1) + 1;
    const position = { offset, line, column, byteColumn };
    this.known.set(offset, position);
    return position;
  }

  private bytesBefore(offset: number): number {
    const index = Math.floor(offset / step);
    return (this.bytes?.[index] ?? 0) + countBytes(this.source, index * step, offset);
  }
}

function countSteps(source: string): number[] {
  const counts = [0];
  let count = 0;
  for (let end = step; end <= source.length; end += step) {
    count += countBytes(source, end - step, end);
    counts.push(count);
  }
  return counts;
}

function countBytes(source: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    const unit = source.charCodeAt(index);
    // A surrogate is half of a character of four bytes.
    count += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return count;
}
