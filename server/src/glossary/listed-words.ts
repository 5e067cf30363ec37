import { toAmerican } from '../text/spelling.js';
import { listFamily } from '../text/word-family.js';
import { splitWords } from '../text/words.js';
import type { Glossary } from './glossary.js';

/** What stands in some glossaries, whatever its status: somebody has given each of these words a thought. */
export class ListedWords {
  private words: ReadonlySet<string> | undefined;
  private terms: ReadonlySet<string> | undefined;

  constructor(private readonly glossaries: readonly Glossary[]) {}

  /** Whether the word, in lower case, or one that readers know it by is part of a term. */
  hasWord(word: string): boolean {
    this.words ??= collectWords(this.glossaries);
    const { words } = this;
    if (words.has(word)) return true;
    for (const relative of listFamily(word)) if (words.has(relative)) return true;
    return false;
  }

  /** Whether the lower-case word or phrase is a term, or its last word another form of a term's. */
  hasTerm(phrase: string): boolean {
    this.terms ??= collectTerms(this.glossaries);
    const { terms } = this;
    const keys = keysOf(phrase);
    if (terms.has(keys.join(' ')) || terms.has(keys.join(''))) return true;
    const last = keys.pop();
    if (last === undefined) return false;
    for (const relative of listFamily(last)) if (terms.has([...keys, relative].join(' '))) return true;
    return false;
  }
}

/** Every word in lower case. One pass over all of them: a glossary may have a hundred thousand terms. */
function collectWords(glossaries: readonly Glossary[]): ReadonlySet<string> {
  return new Set(
    [...listSpellings(glossaries)]
      .join('\n')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu),
  );
}

function collectTerms(glossaries: readonly Glossary[]): ReadonlySet<string> {
  return new Set(Array.from(listSpellings(glossaries), (spelling) => keysOf(spelling).join(' ')));
}

function* listSpellings(glossaries: readonly Glossary[]): Generator<string> {
  for (const { terms } of glossaries) {
    for (const { term, variants = [], exceptions = [] } of terms) {
      yield term;
      yield* variants;
      yield* exceptions;
    }
  }
}

function keysOf(phrase: string): string[] {
  return splitWords(phrase).map(({ key }) => toAmerican(key));
}
