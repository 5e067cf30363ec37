import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cosine, encodeVectors, WordVectors } from '../../server/src/text/word-vectors.js';

const shipped = new WordVectors(readFileSync(new URL('../../data/word-vectors/en.txt', import.meta.url), 'utf8'));

/** How near two words are, as people would look them up. */
function likeness(a: string, b: string): number {
  const first = shipped.vectorOf(a);
  const second = shipped.vectorOf(b);
  return first === undefined || second === undefined ? Number.NaN : cosine(first, second);
}

describe('word vectors', () => {
  it('come back as they were written, to a hundredth', () => {
    const vectors = new WordVectors(
      encodeVectors([
        ['book', [0.5, -0.5, 0.5, 0.5]],
        ['pay', [0.1, 0.2, 0.3, -0.4]],
      ]),
    );
    expect(vectors.dimensions).toBe(4);
    expect(Array.from(vectors.vectorOf('book') ?? [], (value) => Math.round(value * 100) / 100)).toEqual([0.5, -0.5, 0.5, 0.5]);
  });

  it('have length 1', () => {
    const vector = shipped.vectorOf('password');
    expect(vector === undefined ? 0 : cosine(vector, vector)).toBeCloseTo(1);
  });

  it.each([
    ['services', 'service'],
    ['improving', 'improve'],
    ['organise', 'organize'],
  ])('are the same for %s and %s', (a, b) => {
    expect(shipped.vectorOf(a)).toBe(shipped.vectorOf(b));
  });

  it('have none for a word that is not listed', () => {
    expect(shipped.vectorOf('kubernetes')).toBeUndefined();
    expect(new WordVectors('').vectorOf('word')).toBeUndefined();
  });

  it('pass over a line of another length, and bear lines that end as on Windows', () => {
    const vectors = new WordVectors('book !~!\r\npay !~\r\n\r\nsee ~~~\r\n');
    expect([vectors.dimensions, vectors.vectorOf('pay'), vectors.vectorOf('see')?.length]).toEqual([3, undefined, 3]);
  });

  it.each([
    ['outage', 'disruption', 'holiday'],
    ['password', 'login', 'garden'],
    ['legislation', 'amendment', 'kitchen'],
    ['online', 'website', 'river'],
  ])('put %s nearer to %s than to %s', (word, near, far) => {
    expect(likeness(word, near)).toBeGreaterThan(likeness(word, far) + 0.3);
  });

  it('fit into a megabyte', () => {
    expect(readFileSync(new URL('../../data/word-vectors/en.txt', import.meta.url)).length).toBeLessThan(1_000_000);
  });
});
