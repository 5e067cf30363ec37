import type { z } from 'zod';
import { derivePolicy, type Glossary, type Term } from './glossary.js';
import type { termSchema } from './schema.js';
import type { PackedSpelling } from './spellings.js';

/** A glossary that ships with Liaison, as the build leaves it: valid, without examples or defaults. */
export interface BundledGlossary {
  readonly name: string;
  readonly title?: string;
  readonly owner?: string;
  readonly reviewBy?: string;
  readonly terms: readonly z.input<typeof termSchema>[];
  /** For each term, how it is written. */
  readonly spellings: readonly (readonly PackedSpelling[])[];
}

/** Fills in what the schema would, without its checks: the build has made them. */
export function readBundledGlossary({ terms, ...header }: BundledGlossary): Glossary {
  return {
    ...header,
    terms: terms.map((entry): Term => {
      const full = { ...entry, status: entry.status ?? 'approved', caseSensitive: entry.caseSensitive ?? false };
      return { ...full, policy: derivePolicy(full), glossary: header.name, bundled: true };
    }),
  };
}
