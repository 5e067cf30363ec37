import type { z } from 'zod';
import { LineIndex } from '../../model/line-index.js';
import { splitWords } from '../../text/words.js';
import type { YamlFile } from '../../yaml/yaml-file.js';
import { termSchema } from '../schema.js';
import type { EntryCollector, Place } from './imported.js';
import type { Spelled } from './spellings.js';

/** An entry as a word list of another tool gives it. */
export type ListedEntry = Omit<z.input<typeof termSchema>, 'term' | 'variants' | 'partOfSpeech' | 'exceptions'>;

/**
 * Joins what several rules of another tool say about one word: their lists often name a word twice, in two forms or for
 * two reasons.
 */
export class WordList {
  private readonly drafts = new Map<string, { entry: z.input<typeof termSchema>; at: Place; path: string }>();

  constructor(private readonly collector: EntryCollector) {}

  add({ term, variants, partOfSpeech, exceptions }: Spelled, more: ListedEntry, at: Place): void {
    const lower = term.toLowerCase();
    const key = more.caseSensitive ? term : lower;
    const alike = this.drafts.get(lower);
    // A word of any capitals takes in the same word of these capitals only.
    const known = this.drafts.get(key) ?? (alike?.entry.caseSensitive ? undefined : alike);
    if (known === undefined) {
      const entry = {
        term,
        ...(variants.length > 0 ? { variants: [...variants] } : {}),
        ...(partOfSpeech ? { partOfSpeech } : {}),
        ...more,
        ...(exceptions.length > 0 ? { exceptions: [...exceptions] } : {}),
      };
      this.drafts.set(key, { entry, at, path: this.collector.path });
      return;
    }
    const { entry } = known;
    const join = (first: readonly string[] = [], second: readonly string[] = []): string[] => [...new Set([...first, ...second])];
    const joined = {
      variants: join(entry.variants, variants),
      replacements: join(entry.replacements, more.replacements),
      exceptions: join(entry.exceptions, exceptions),
    };
    known.entry = {
      ...more,
      ...entry,
      ...Object.fromEntries(Object.entries(joined).filter(([, items]) => items.length > 0)),
      ...(more.caseSensitive ? {} : { caseSensitive: false }),
      ...(entry.partOfSpeech === partOfSpeech || entry.partOfSpeech === undefined ? {} : { partOfSpeech: undefined }),
    };
  }

  /** Hands the entries on. */
  finish(): void {
    for (const { entry, at, path } of this.drafts.values()) {
      this.collector.path = path;
      const parsed = termSchema.safeParse(entry);
      if (parsed.success) this.collector.add(parsed.data, at, { saysStatus: false });
      else
        this.collector.report(
          at,
          'error',
          'wrong-value',
          `“${entry.term}” is not right: ${parsed.error.issues[0]?.message ?? 'it does not fit'}. It was left out.`,
        );
    }
  }
}

/** A word taken as it is written. `undefined` when there is no word in it. */
export function readWord(text: string): Spelled | undefined {
  const term = text.trim();
  return splitWords(term).length === 0 ? undefined : { term, variants: [], partOfSpeech: undefined, exceptions: [] };
}

/** A YAML file of another tool: what is wrong with it goes to the collector. */
export function finishFile(file: YamlFile, collector: EntryCollector): void {
  for (const { start, severity, code, message } of file.problems) collector.report(start, severity, code, message);
}

/** Where the values of a YAML file stand. */
export class Places {
  private readonly lines: LineIndex;

  constructor(
    private readonly file: YamlFile,
    text: string,
  ) {
    this.lines = new LineIndex(text);
  }

  /** The value at a path. */
  of(path: readonly (string | number)[]): Place {
    return this.lines.at(this.file.spanOf(path)?.start ?? 0);
  }

  /** The key at a path. */
  ofKey(path: readonly (string | number)[]): Place {
    return this.lines.at(this.file.keySpanOf(path)?.start ?? 0);
  }
}
