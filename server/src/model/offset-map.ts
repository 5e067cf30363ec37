import type { Span } from './span.js';

/**
 * One run of a block's text and the run of source it came from.
 * A `verbatim` run has the same characters on both sides; an opaque one (an entity, inline code, a link's address)
 * can only be mapped as a whole.
 */
export interface Segment {
  readonly textStart: number;
  readonly textEnd: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly verbatim: boolean;
}

/**
 * Maps offsets of a block's clean text to offsets of the source it was read from.
 * Segments are in text order and cover the text without gaps; the source between two of them is markup.
 */
export class OffsetMap {
  readonly segments: readonly Segment[];
  /** Added to every source offset, so that a cached block can move without being rebuilt. */
  readonly base: number;

  constructor(segments: readonly Segment[], base = 0) {
    this.segments = segments;
    this.base = base;
  }

  /** The same map for a block that has moved by `distance` code units. */
  movedBy(distance: number): OffsetMap {
    return distance === 0 ? this : new OffsetMap(this.segments, this.base + distance);
  }

  /** The source span of a text span: from the first unit of its first character to the end of its last. */
  toSource(span: Span): Span {
    const first = this.segmentAt(span.start);
    if (first === undefined) return { start: this.base, end: this.base };
    const start = first.verbatim ? first.sourceStart + (span.start - first.textStart) : first.sourceStart;
    if (span.end <= span.start) return { start: this.base + start, end: this.base + start };
    const last = this.segmentAt(span.end - 1) ?? first;
    const end = last.verbatim ? last.sourceStart + (span.end - last.textStart) : last.sourceEnd;
    return { start: this.base + start, end: this.base + end };
  }

  /** Whether the text span is one unbroken run of the source, character for character: the only kind that may be edited. */
  isContiguous(span: Span): boolean {
    let index = this.indexAt(span.start);
    let segment = this.segments[index];
    while (segment !== undefined) {
      if (!segment.verbatim) return false;
      if (span.end <= segment.textEnd) return true;
      const next = this.segments[++index];
      if (next === undefined || next.sourceStart !== segment.sourceEnd) return false;
      segment = next;
    }
    return false;
  }

  private segmentAt(textOffset: number): Segment | undefined {
    return this.segments[this.indexAt(textOffset)];
  }

  /** Binary search for the segment that holds the offset; the last one for an offset at the very end. */
  private indexAt(textOffset: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.segments[middle]?.textStart ?? 0) <= textOffset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
