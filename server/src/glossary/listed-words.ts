import { listFamily } from '../text/word-family.js';
import { splitWords } from '../text/words.js';
import type { Glossary } from './glossary.js';

/** The words of all terms of some glossaries, whatever their status: somebody has given each of them a thought. */
export class ListedWords {
  private words: ReadonlySet<string> | undefined;

  constructor(private readonly glossaries: readonly Glossary[]) {}

  /** Whether the word, in lower case, or one that readers know it by is part of a term. */
  has(word: string): boolean {
    this.words ??= collect(this.glossaries);
    if (this.words.has(word)) return true;
    for (const relative of listFamily(word)) if (this.words.has(relative)) return true;
    return false;
  }
}

function collect(glossaries: readonly Glossary[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { terms } of glossaries) {
    for (const { term, variants, exceptions } of terms) {
      for (const spelling of [term, ...(variants ?? []), ...(exceptions ?? [])]) for (const { key } of splitWords(spelling)) words.add(key);
    }
  }
  return words;
}
