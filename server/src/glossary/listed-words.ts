import { toAmerican } from '../text/spelling.js';
import { listFamily } from '../text/word-family.js';
import { splitWords } from '../text/words.js';
import type { Glossary } from './glossary.js';

/** What stands in some glossaries, whatever its status: somebody has given each of these words a thought. */
export class ListedWords {
  private collected: { readonly words: ReadonlySet<string>; readonly terms: ReadonlySet<string> } | undefined;

  constructor(private readonly glossaries: readonly Glossary[]) {}

  /** Whether the word, in lower case, or one that readers know it by is part of a term. */
  hasWord(word: string): boolean {
    const { words } = this.collect();
    if (words.has(word)) return true;
    for (const relative of listFamily(word)) if (words.has(relative)) return true;
    return false;
  }

  /** Whether the lower-case word or phrase is a term, or its last word another form of a term's. */
  hasTerm(phrase: string): boolean {
    const { terms } = this.collect();
    const keys = keysOf(phrase);
    if (terms.has(keys.join(' ')) || terms.has(keys.join(''))) return true;
    const last = keys.pop();
    if (last === undefined) return false;
    for (const relative of listFamily(last)) if (terms.has([...keys, relative].join(' '))) return true;
    return false;
  }

  private collect() {
    if (this.collected !== undefined) return this.collected;
    const words = new Set<string>();
    const terms = new Set<string>();
    for (const { term, variants, exceptions } of this.glossaries.flatMap((glossary) => glossary.terms)) {
      for (const spelling of [term, ...(variants ?? []), ...(exceptions ?? [])]) {
        terms.add(keysOf(spelling).join(' '));
        for (const { key } of splitWords(spelling)) words.add(key);
      }
    }
    this.collected = { words, terms };
    return this.collected;
  }
}

function keysOf(phrase: string): string[] {
  return splitWords(phrase).map(({ key }) => toAmerican(key));
}
