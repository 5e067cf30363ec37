import type { z } from 'zod';
import type { Severity } from '../../model/finding.js';
import type { Problem } from '../../model/problem.js';
import type { headerSchema, termSchema } from '../schema.js';

/** An entry as the schema leaves it: checked, with `status` and `caseSensitive` filled in. */
export type Entry = z.output<typeof termSchema>;
/** What stands above the terms of a glossary. */
export type Header = z.output<typeof headerSchema>;

/** Where something stands in a file: line and column from 1, or row and column of a spreadsheet. */
export type Place = Problem['start'];

/** What came in from a file of another format. An `error` among the problems means that something was left out. */
export interface Imported {
  readonly header: Header;
  readonly entries: readonly Entry[];
  /** Entries of which the file does not say the status; theirs is the default. */
  readonly withoutStatus: ReadonlySet<Entry>;
  readonly problems: readonly Problem[];
  /** False when the file is not of its format at all, so that nothing could be looked at. */
  readonly isReadable: boolean;
}

/** A glossary in another format, and what that format could not hold. */
export interface Exported<Content> {
  readonly content: Content;
  readonly losses: readonly Loss[];
}

/** Something that a format could not hold. */
export interface Loss {
  /** Place of the entry in the list; `undefined` for what stands above the terms. */
  readonly entry: number | undefined;
  readonly message: string;
}

/** What keeps memory bounded whatever a file holds. */
export const limits = {
  /** Entries of one file. A spreadsheet has no more rows than this. */
  entries: 1_048_576,
  /** Problems that are listed one by one; the rest is counted. */
  problems: 1000,
  /** Characters of one value. A spreadsheet's cell holds 32,767. */
  valueLength: 100_000,
} as const;

/** Collects the good entries of a file and what is wrong with the others, without ever growing past the limits. */
export class EntryCollector {
  private readonly entries: Entry[] = [];
  private readonly withoutStatus = new Set<Entry>();
  private readonly problems: Problem[] = [];
  /** Where each entry stands, by its key. */
  private readonly lines = new Map<string, number>();
  private unlisted = 0;
  private hidesErrors = false;
  private last: Place = { line: 1, column: 1 };
  private isReadable = true;

  /** The file that problems are about from now on: some formats are folders. */
  path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Whether no more entries are taken. Whoever reads can stop. */
  get isFull(): boolean {
    return this.entries.length >= limits.entries;
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  /** Takes an entry in, unless the same term came before. */
  add(entry: Entry, at: Place, { saysStatus }: { readonly saysStatus: boolean }): void {
    if (this.isFull) return;
    const key = keyOf(entry);
    const before = this.lines.get(key);
    if (before !== undefined) {
      this.report(at, 'error', 'duplicate-term', `“${entry.term}” is already in line ${before}. Join the two; only the first came in.`);
      return;
    }
    this.lines.set(key, at.line);
    const tidy = tidyEntry(entry);
    this.entries.push(tidy);
    if (!saysStatus) this.withoutStatus.add(tidy);
    if (this.isFull)
      this.report(
        at,
        'error',
        'too-many-entries',
        `This file has more than ${limits.entries.toLocaleString('en')} entries; the rest was left out. Split it into several files.`,
      );
  }

  report(at: Place, severity: Severity, code: string, message: string): void {
    this.last = at;
    if (this.problems.length < limits.problems) {
      this.problems.push({ path: this.path, start: { line: at.line, column: at.column }, severity, code, message });
      return;
    }
    this.unlisted++;
    this.hidesErrors ||= severity === 'error';
  }

  /** Reports that the file is not of its format. */
  reportUnreadable(at: Place, code: string, message: string): void {
    this.isReadable = false;
    this.report(at, 'error', code, message);
  }

  /** Everything that came in. Problems are in the order of the file. */
  finish(header: Header): Imported {
    const problems = [...this.problems].sort(
      (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start.line - b.start.line || a.start.column - b.start.column,
    );
    if (this.unlisted > 0) {
      problems.push({
        path: this.path,
        start: { line: this.last.line, column: this.last.column },
        severity: this.hidesErrors ? 'error' : 'warning',
        code: 'more-problems',
        message: `${this.unlisted.toLocaleString('en')} more problems are not listed. Mend the first ones and import again.`,
      });
    }
    return { header, entries: this.entries, withoutStatus: this.withoutStatus, problems, isReadable: this.isReadable };
  }
}

/** What makes two entries the same term; `parseGlossary` has the same idea of it. */
export function keyOf(entry: Pick<Entry, 'term' | 'partOfSpeech' | 'caseSensitive'>): string {
  return `${entry.caseSensitive ? entry.term : entry.term.toLowerCase()}|${entry.partOfSpeech ?? ''}`;
}

/** The entry without lists that list nothing: they mean the same as none, and no other format tells the two apart. */
export function tidyEntry(entry: Entry): Entry {
  const { examples, ...rest } = entry;
  const kept = Object.entries(rest).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  const { flags, allows, becomes } = examples ?? {};
  const keptExamples = {
    ...(flags?.length ? { flags } : {}),
    ...(allows?.length ? { allows } : {}),
    ...(becomes && Object.keys(becomes).length > 0 ? { becomes } : {}),
  };
  // Only optional keys were dropped.
  return { ...(Object.fromEntries(kept) as typeof rest), ...(Object.keys(keptExamples).length > 0 ? { examples: keptExamples } : {}) };
}

/** The header without keys that say nothing. */
export function tidyHeader(header: { readonly [Key in keyof Header]?: Header[Key] | undefined }): Header {
  // Only optional keys are dropped.
  return Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined)) as Header;
}
