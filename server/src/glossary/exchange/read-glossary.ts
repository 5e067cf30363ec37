import type { Problem } from '../../model/problem.js';
import { isRecord, YamlFile } from '../../yaml/yaml-file.js';
import { parseGlossary } from '../parse.js';
import { headerSchema, termSchema } from '../schema.js';
import { type Entry, type Header, tidyEntry, tidyHeader } from './imported.js';

/** A glossary as its file says it, with the place of each entry. */
export interface GlossaryFile {
  readonly header: Header;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Where each entry starts. */
  readonly offsets: readonly number[];
}

/** Reads a glossary to be written in another format: what it says itself, and nothing that is worked out from it. */
export function readGlossary(path: string, text: string): GlossaryFile {
  const { problems } = parseGlossary(path, text);
  const file = new YamlFile(path, text);
  const { terms, ...above } = isRecord(file.value) ? file.value : {};
  const header = headerSchema.safeParse(above);
  const entries: Entry[] = [];
  const offsets: number[] = [];
  for (const [index, entry] of Array.isArray(terms) ? terms.entries() : []) {
    const parsed = termSchema.safeParse(entry);
    if (!parsed.success) continue;
    entries.push(tidyEntry(parsed.data));
    offsets.push(file.spanOf(['terms', index])?.start ?? 0);
  }
  return { header: header.success ? tidyHeader(header.data) : {}, entries, problems, offsets };
}
