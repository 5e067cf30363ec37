import { readShippedFile } from '../host/shipped-files.js';
import { WordFrequency } from '../index.js';

/** The word frequencies that ship beside the program. Without them, nothing is called rare. */
export function loadWordFrequency(): WordFrequency | undefined {
  const text = readShippedFile('word-frequency/en.txt');
  return text === undefined ? undefined : new WordFrequency(text);
}
