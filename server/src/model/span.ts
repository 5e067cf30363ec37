/** A half-open range of UTF-16 code units: `start` is the first unit, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the two spans share at least one unit (two empty spans never do). */
export function isOverlapping(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many of the spans, sorted by start, begin at or before the offset. */
export function countStarted(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first that overlaps `span`, of spans in order that do not overlap each other. */
export function findOverlapping<Item>(items: readonly Item[], span: Span, spanOf: (item: Item) => Span): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The index is within the list.
    if (spanOf(items[middle] as Item).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = items[low];
  return found !== undefined && isOverlapping(spanOf(found), span) ? found : undefined;
}

/** A span as its own span, for `findOverlapping`. */
export function itself(span: Span): Span {
  return span;
}
