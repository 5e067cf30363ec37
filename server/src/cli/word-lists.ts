import { readShippedFile } from '../host/shipped-files.js';
import { WordFrequency, WordVectors } from '../index.js';

/** The word frequencies that ship beside the program. Without them, nothing is called rare. */
export function loadWordFrequency(): WordFrequency | undefined {
  const text = readShippedFile('word-frequency/en.txt');
  return text === undefined ? undefined : new WordFrequency(text);
}

/** The word vectors that ship beside the program. Without them, a goal is found by its own words only. */
export function loadWordVectors(): WordVectors | undefined {
  const text = readShippedFile('word-vectors/en.txt');
  return text === undefined ? undefined : new WordVectors(text);
}
