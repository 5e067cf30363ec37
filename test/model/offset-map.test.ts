import { describe, expect, it } from 'vitest';
import { OffsetMap } from '../../server/src/model/offset-map.js';

// `R&amp;D **now**` as text `R&D now`.
const source = 'R&amp;D **now**';
const map = new OffsetMap([
  { textStart: 0, textEnd: 1, sourceStart: 0, sourceEnd: 1, verbatim: true },
  { textStart: 1, textEnd: 2, sourceStart: 1, sourceEnd: 6, verbatim: false },
  { textStart: 2, textEnd: 4, sourceStart: 6, sourceEnd: 8, verbatim: true },
  { textStart: 4, textEnd: 7, sourceStart: 10, sourceEnd: 13, verbatim: true },
]);
const written = (start: number, end: number): string => {
  const span = map.toSource({ start, end });
  return source.slice(span.start, span.end);
};

describe('a span of text', () => {
  it.each([
    [0, 1, 'R'],
    [1, 2, '&amp;'],
    [0, 3, 'R&amp;D'],
    [4, 7, 'now'],
    [5, 6, 'o'],
    [2, 7, 'D **now'],
    [3, 3, ''],
  ])('%d to %d is “%s” of the source', (start, end, expected) => {
    expect(written(start, end)).toBe(expected);
  });

  it.each([
    [4, 7, true],
    [2, 4, true],
    [0, 1, true],
    [0, 2, false],
    [1, 2, false],
    [2, 7, false],
  ])('%d to %d is one unbroken run: %s', (start, end, is) => {
    expect(map.isContiguous({ start, end })).toBe(is);
  });

  it('moves with its block', () => {
    expect(map.movedBy(10).toSource({ start: 4, end: 7 })).toEqual({ start: 20, end: 23 });
    expect(map.movedBy(10).movedBy(-10).toSource({ start: 4, end: 7 })).toEqual({ start: 10, end: 13 });
  });

  it('of no text is at the start', () => {
    expect(new OffsetMap([], 5).toSource({ start: 0, end: 0 })).toEqual({ start: 5, end: 5 });
  });
});
