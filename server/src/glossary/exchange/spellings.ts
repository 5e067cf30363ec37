import { listForms } from '../../text/inflection.js';
import type { PartOfSpeech } from '../../text/part-of-speech.js';
import { splitWords } from '../../text/words.js';

/** Spellings that one alternative of a pattern may stand for. */
const mostSpellings = 32;
/** Brackets within brackets. */
const deepest = 20;

/** A word or phrase that a pattern stands for. */
export interface Spelled {
  readonly term: string;
  readonly variants: readonly string[];
  /** Known when the pattern spells out forms that only one part of speech has. */
  readonly partOfSpeech: PartOfSpeech | undefined;
  /** Longer phrases that the pattern leaves alone. */
  readonly exceptions: readonly string[];
}

/** The words that a regular expression stands for; `fault` says why they cannot be listed. */
export type Expansion = { readonly words: readonly Spelled[]; readonly ignoresCase: boolean } | { readonly fault: string };

/**
 * Lists the spellings of a regular expression that has few of them, and finds the lemma among them: `utili[sz](?:e|ed)`
 * is the term “utilise” with the variant “utilize”. Nothing is ever run as a regular expression.
 */
export function expandPattern(pattern: string): Expansion {
  try {
    const reader = new PatternReader(pattern);
    const words: Spelled[] = [];
    for (const alternative of reader.readAll()) addSpelled(words, alternative);
    return { words, ignoresCase: reader.ignoresCase };
  } catch (error) {
    if (error instanceof NotFinite) return { fault: error.message };
    throw error;
  }
}

/** Why a pattern has no short list of spellings. */
class NotFinite extends Error {}

interface Alternative {
  readonly texts: readonly string[];
  readonly exceptions: readonly string[];
}

class PatternReader {
  ignoresCase = false;
  private index = 0;
  private depth = 0;

  constructor(
    private readonly pattern: string,
    private readonly mayUnwrap = true,
  ) {}

  /** The alternatives at the top, each with its spellings. */
  readAll(): Alternative[] {
    const unwrapped = /^\\b|\\b$/g;
    const bare = this.pattern.replace(unwrapped, '');
    // (?:a|b) around everything says no more than a|b.
    if (this.mayUnwrap && bare.startsWith('(?:') && findClose(bare, 0) === bare.length - 1) {
      const inner = new PatternReader(bare.slice(3, -1), false);
      const all = inner.readAll();
      this.ignoresCase = inner.ignoresCase;
      return all;
    }
    const alternatives: Alternative[] = [];
    for (;;) {
      const before = this.readLookaround('(?<!');
      const texts = this.readSequence(true);
      const after = this.readLookaround('(?!');
      if (this.index < this.pattern.length && this.pattern[this.index] !== '|')
        throw new NotFinite(
          this.pattern[this.index] === ')' ? 'a bracket is closed that is not open' : 'it looks at the words around in the middle of a phrase',
        );
      const cleaned = uniqueWords(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== ''));
      if (cleaned.length === 0 || cleaned.some((text) => splitWords(text).length === 0)) throw new NotFinite('it stands for marks and not for words');
      const exceptions = cleaned.flatMap((text) => [...before.map((word) => `${word}${text}`), ...after.map((word) => `${text}${word}`)]);
      alternatives.push({ texts: cleaned, exceptions: exceptions.map((text) => text.replace(/\s+/g, ' ').trim()) });
      if (this.index >= this.pattern.length) return alternatives;
      this.index++;
    }
  }

  /** `(?<!financial )` and `(?! ratio)`: what may stand beside a word that is then fine. */
  private readLookaround(opening: '(?<!' | '(?!'): string[] {
    if (!this.pattern.startsWith(opening, this.index)) return [];
    const close = findClose(this.pattern, this.index);
    if (close === -1) throw new NotFinite('a bracket is never closed');
    const inner = new PatternReader(this.pattern.slice(this.index + opening.length, close)).readTexts();
    // Only whole words beside the term make a phrase.
    const isPhrase = (text: string): boolean => splitWords(text).length > 0 && (opening === '(?!' ? /^[\s-]/ : /[\s-]$/).test(text);
    if (!inner.every(isPhrase)) throw new NotFinite('it looks at the letters around the word');
    this.index = close + 1;
    return inner;
  }

  /** All spellings of the whole, alternatives included. */
  private readTexts(): string[] {
    const texts = this.readAlternatives();
    if (this.index < this.pattern.length) throw new NotFinite('a bracket is closed that is not open');
    return texts;
  }

  private readAlternatives(): string[] {
    const texts = this.readSequence(false);
    while (this.pattern[this.index] === '|') {
      this.index++;
      texts.push(...this.readSequence(false));
    }
    if (texts.length > mostSpellings) throw tooMany();
    return unique(texts);
  }

  private readSequence(isTop: boolean): string[] {
    let texts = [''];
    while (this.index < this.pattern.length) {
      const character = this.pattern[this.index];
      if (character === '|' || character === ')') break;
      if (isTop && this.pattern.startsWith('(?!', this.index)) break;
      const options = this.readQuantifier(this.readAtom());
      if (texts.length * options.length > mostSpellings) throw tooMany();
      texts = texts.flatMap((text) => options.map((option) => text + option));
    }
    return texts;
  }

  private readQuantifier(options: string[]): string[] {
    const match = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})[?+]?/.exec(this.pattern.slice(this.index, this.index + 20));
    if (match === null) return options;
    this.index += match[0].length;
    const [mark, least, comma, most] = [match[0][0], match[1], match[2], match[3]];
    // “happy[ -]?hour” is listed as two words, “modem[s]?” as the plain one.
    if (mark === '?') return options.every((option) => /^[\s-]*$/.test(option)) ? unique([...options, '']) : unique(['', ...options]);
    if (mark === '{') {
      const from = Number(least);
      const to = comma === '' ? from : Number(most || Number.POSITIVE_INFINITY);
      if (to > 3 || from > to) throw new NotFinite('it repeats a part many times');
      return unique(Array.from({ length: to - from + 1 }, (_, index) => repeat(options, from + index)).flat());
    }
    // However many spaces or hyphens stand between two words, they are the same two words.
    if (!options.every((option) => /^[\s-]*$/.test(option))) throw new NotFinite('it repeats a part without end');
    return mark === '*' ? unique(['', ...options]) : options;
  }

  private readAtom(): string[] {
    const character = this.pattern[this.index++] ?? '';
    switch (character) {
      case '\\':
        return this.readEscape();
      case '[':
        return this.readClass();
      case '(':
        return this.readGroup();
      case '.':
        throw new NotFinite('“.” stands for any character');
      case '^':
      case '$':
        throw new NotFinite(`“${character}” ties it to the ${character === '^' ? 'start' : 'end'} of a text`);
      case '?':
      case '*':
      case '+':
        throw new NotFinite(`“${character}” repeats nothing`);
      default:
        return [character];
    }
  }

  private readEscape(): string[] {
    const character = this.pattern[this.index++] ?? '';
    if (character === 'b') return [''];
    if (/[stnr]/.test(character)) return [' '];
    if (/\d/.test(character)) throw new NotFinite(`“\\${character}” repeats what another part found`);
    if (/[A-Za-z]/.test(character)) throw new NotFinite(`“\\${character}” stands for many characters`);
    return [character];
  }

  private readClass(): string[] {
    if (this.pattern[this.index] === '^') throw new NotFinite('“[^” stands for all other characters');
    const options: string[] = [];
    for (;;) {
      let character = this.pattern[this.index++];
      if (character === undefined) throw new NotFinite('a bracket is never closed');
      if (character === ']' && options.length > 0) return unique(options);
      if (character === '[') throw new NotFinite('a bracket stands inside brackets');
      if (character === '\\') [character = ''] = this.readEscape();
      const last = this.pattern[this.index + 1];
      if (this.pattern[this.index] === '-' && last !== undefined && last !== ']') {
        const [from, to] = [character.charCodeAt(0), last.charCodeAt(0)];
        if (to - from >= mostSpellings || to < from) throw tooMany();
        for (let code = from; code <= to; code++) options.push(String.fromCharCode(code));
        this.index += 2;
      } else options.push(character);
      if (options.length > mostSpellings) throw tooMany();
    }
  }

  private readGroup(): string[] {
    const opening = /^\?(?::|<(?![=!])\w+>|P<\w+>)/.exec(this.pattern.slice(this.index, this.index + 40))?.[0];
    if (opening !== undefined) this.index += opening.length;
    else if (this.pattern[this.index] === '?') {
      const flags = /^\?([a-z]*)([:)])/.exec(this.pattern.slice(this.index, this.index + 12));
      if (flags === null) throw new NotFinite('it looks at the words around');
      if (flags[1] !== 'i') throw new NotFinite(`“(${flags[0]}” changes how it is read`);
      this.ignoresCase = true;
      this.index += flags[0].length;
      if (flags[2] === ')') return [''];
    }
    if (++this.depth > deepest) throw new NotFinite(`brackets are nested more than ${deepest} deep`);
    const texts = this.readAlternatives();
    this.depth--;
    if (this.pattern[this.index] !== ')') throw new NotFinite('a bracket is never closed');
    this.index++;
    return texts;
  }
}

function tooMany(): NotFinite {
  return new NotFinite(`it stands for more than ${mostSpellings} spellings`);
}

/** Where the bracket at an index is closed; -1 when it is not. */
function findClose(pattern: string, open: number): number {
  let depth = 0;
  let inClass = false;
  for (let index = open; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === '\\') index++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return index;
  }
  return -1;
}

function repeat(options: readonly string[], count: number): string[] {
  let texts = [''];
  for (let round = 0; round < count; round++) {
    if (texts.length * options.length > mostSpellings) throw tooMany();
    texts = texts.flatMap((text) => options.map((option) => text + option));
  }
  return texts;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Spellings that differ in more than hyphens: to a glossary, “end-user” and “end user” are the same two words. */
function uniqueWords(texts: readonly string[]): string[] {
  const byWords = new Map<string, string>();
  for (const text of texts) {
    const key = text.replace(/[\s-]+/g, ' ');
    if (!byWords.has(key)) byWords.set(key, text);
  }
  return [...byWords.values()];
}

/** Adds an alternative to what is known: as inflections of a word that is there already, or as a word of its own. */
function addSpelled(words: Spelled[], { texts, exceptions }: Alternative): void {
  const known = words.findIndex(({ term }) => {
    const forms = formsOf(term);
    return texts.every((text) => forms.has(text));
  });
  const host = words[known];
  if (host !== undefined) {
    words[known] = {
      ...host,
      partOfSpeech: host.partOfSpeech ?? decidePartOfSpeech(host.term, texts),
      exceptions: unique([...host.exceptions, ...exceptions]),
    };
    return;
  }
  const lemmas: string[] = [];
  let partOfSpeech: PartOfSpeech | undefined;
  let rest = [...texts];
  while (rest.length > 0) {
    const [lemma = ''] = rest
      .map((text) => {
        const forms = formsOf(text);
        return [text, rest.filter((other) => forms.has(other)).length] as const;
      })
      .reduce((best, each) => (each[1] > best[1] ? each : best));
    const forms = formsOf(lemma);
    if (lemmas.length === 0)
      partOfSpeech = decidePartOfSpeech(
        lemma,
        rest.filter((text) => forms.has(text)),
      );
    lemmas.push(lemma);
    rest = rest.filter((text) => !forms.has(text));
  }
  const [term = '', ...variants] = lemmas;
  words.push({ term, variants, partOfSpeech, exceptions });
}

function formsOf(lemma: string): ReadonlySet<string> {
  return new Set(listForms(lemma, undefined).map(({ text }) => text));
}

/** What a word must be to have these forms. “Leverages” is of a noun and of a verb, so it decides nothing. */
function decidePartOfSpeech(lemma: string, texts: readonly string[]): PartOfSpeech | undefined {
  const forms = texts.filter((text) => text !== lemma);
  if (forms.length === 0) return undefined;
  const covers = (partOfSpeech: PartOfSpeech): boolean => {
    const all = new Set(listForms(lemma, partOfSpeech).map(({ text }) => text));
    return forms.every((form) => all.has(form));
  };
  const [isVerb, isNoun] = [covers('verb'), covers('noun')];
  return isVerb === isNoun ? undefined : isVerb ? 'verb' : 'noun';
}
