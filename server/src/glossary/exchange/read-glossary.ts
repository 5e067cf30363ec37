import type { Problem } from '../../model/problem.js';
import { isRecord } from '../../yaml/yaml-file.js';
import type { Term } from '../glossary.js';
import { parseGlossary } from '../parse.js';
import { headerSchema, policies } from '../schema.js';
import { type Entry, type Header, tidyEntry, tidyHeader } from './imported.js';

/** A glossary as its file says it, with the place of each entry. */
export interface GlossaryFile {
  readonly header: Header;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Where an entry starts in the text, by its place in `entries`. */
  readonly offsetOf: (entry: number) => number;
}

/** Reads a glossary to be written in another format: what it says itself, and nothing that is worked out from it. */
export function readGlossary(path: string, text: string): GlossaryFile {
  const { glossary, problems, file } = parseGlossary(path, text);
  const { terms: written, ...above } = isRecord(file.value) ? file.value : {};
  return {
    header: readHeader(above),
    entries: glossary.terms.map((term) => toEntry(term, Array.isArray(written) ? written[term.source?.index ?? -1] : undefined)),
    problems,
    offsetOf: (entry) => file.spanOf(['terms', glossary.terms[entry]?.source?.index ?? 0])?.start ?? 0,
  };
}

/** The entry that a term was made from; `written` is what the file says. */
function toEntry({ policy: _, glossary: __, bundled: ___, source: ____, ...entry }: Term, written: unknown): Entry {
  const policy = policies.find((candidate) => isRecord(written) && written['policy'] === candidate);
  return tidyEntry(policy === undefined ? entry : { ...entry, policy });
}

/** What is right in the header, whatever is wrong beside it. */
function readHeader(above: Readonly<Record<string, unknown>>): Header {
  const good = Object.entries(above).filter(([key, value]) => headerSchema.safeParse({ [key]: value }).success);
  return tidyHeader(headerSchema.parse(Object.fromEntries(good)));
}
