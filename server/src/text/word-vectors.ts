import { stemOf } from './word-family.js';

// A value stands as one printable character, so that the list is plain text and a byte a value: from “!” to “~”.
const lowestCode = 0x21;
const levels = 94;

// Values of unit vectors of some sixty dimensions keep well within this; what lies beyond is cut to it.
const largestValue = 0.5;

/**
 * Where words stand in a space of meaning: words used alike have vectors that point alike. Inflections of a word share
 * one vector. Nothing is decoded before it is asked for.
 */
export class WordVectors {
  /** Where the values of each word family start in the text. */
  private starts: ReadonlyMap<string, number> | undefined;
  private length = 0;
  private readonly decoded = new Map<string, Float32Array>();

  /** Takes a list in the form of data/word-vectors/en.txt: on each line the stem of a word, a space, a character a value. */
  constructor(private readonly text: string) {}

  /** How many values a vector has. */
  get dimensions(): number {
    this.index();
    return this.length;
  }

  /** The vector of a lower-case word, of length 1; `undefined` for a word that is not listed in any inflection. */
  vectorOf(word: string): Float32Array | undefined {
    return this.vectorOfStem(stemOf(word));
  }

  /** The same for a word that `stemOf` has been asked about. */
  vectorOfStem(stem: string): Float32Array | undefined {
    const known = this.decoded.get(stem);
    if (known !== undefined) return known;
    const start = this.index().get(stem);
    if (start === undefined) return undefined;
    const vector = new Float32Array(this.length);
    let squares = 0;
    for (let index = 0; index < vector.length; index++) {
      const value = decode(this.text.charCodeAt(start + index));
      vector[index] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    if (length > 0) for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
    // At most as many as the list has.
    this.decoded.set(stem, vector);
    return vector;
  }

  private index(): ReadonlyMap<string, number> {
    if (this.starts !== undefined) return this.starts;
    const starts = new Map<string, number>();
    for (let start = 0; start < this.text.length; ) {
      const newline = this.text.indexOf('\n', start);
      const end = newline < 0 ? this.text.length : newline;
      const space = this.text.indexOf(' ', start);
      if (space > start && space < end) {
        const length = end - space - 1 - (this.text.charCodeAt(end - 1) === 13 ? 1 : 0);
        // The first line says how long the others are; one that is not is passed over.
        if (starts.size === 0) this.length = length;
        if (length === this.length) starts.set(this.text.slice(start, space), space + 1);
      }
      start = end + 1;
    }
    this.starts = starts;
    return starts;
  }
}

/** The cosine of the angle between two vectors of length 1: 1 for the same direction, near 0 for words that have nothing in common. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Writes stems and their vectors of length 1 in the form that `WordVectors` takes. */
export function encodeVectors(entries: Iterable<readonly [stem: string, vector: ArrayLike<number>]>): string {
  let text = '';
  for (const [stem, vector] of entries) text += `${stem} ${Array.from(vector, encode).join('')}\n`;
  return text;
}

function encode(value: number): string {
  const share = (Math.max(-largestValue, Math.min(largestValue, value)) + largestValue) / (2 * largestValue);
  return String.fromCharCode(lowestCode + Math.round(share * (levels - 1)));
}

function decode(code: number): number {
  return ((code - lowestCode) / (levels - 1)) * 2 * largestValue - largestValue;
}
