import { OffsetMap, type Segment } from '../../model/offset-map.js';

/** The map of a block whose text was read from a text that itself was decoded from the source: `inner` leads to that text, `outer` on to the source. */
export function mapThrough(inner: OffsetMap, outer: OffsetMap): OffsetMap {
  const segments: Segment[] = [];
  for (const { textStart, textEnd, sourceStart, sourceEnd, verbatim } of inner.segments) {
    const from = sourceStart + inner.base;
    const to = sourceEnd + inner.base;
    if (!verbatim) {
      const span = outer.toSource({ start: from, end: to });
      segments.push({ textStart, textEnd, sourceStart: span.start, sourceEnd: span.end, verbatim: false });
      continue;
    }
    for (let index = findSegment(outer.segments, from); index < outer.segments.length; index++) {
      const run = outer.segments[index];
      if (run === undefined || run.textStart >= to) break;
      const start = Math.max(from, run.textStart);
      const end = Math.min(to, run.textEnd);
      const runStart = outer.base + run.sourceStart;
      segments.push({
        textStart: textStart + start - from,
        textEnd: textStart + end - from,
        sourceStart: run.verbatim ? runStart + start - run.textStart : runStart,
        sourceEnd: run.verbatim ? runStart + end - run.textStart : outer.base + run.sourceEnd,
        verbatim: run.verbatim,
      });
    }
  }
  return new OffsetMap(segments);
}

/** The first segment that ends behind the offset. */
function findSegment(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.textEnd ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
