import type { z } from 'zod';
import type { Policy, termSchema } from './schema.js';
import type { PackedSpelling } from './spellings.js';

/** One entry of a glossary, with what its file says about all of them. */
export interface Term extends Omit<z.output<typeof termSchema>, 'policy'> {
  readonly policy: Policy;
  readonly glossary: string;
  /** Whether it ships with Liaison: an organisation's own entries are trusted more. */
  readonly bundled: boolean;
  /** Which entry of which file it is, counted from 0, entries that are wrong included. */
  readonly source?: { readonly path: string; readonly index: number };
}

export interface Glossary {
  readonly name: string;
  /** Of its file, for one that does not ship with Liaison. */
  readonly path?: string;
  readonly title?: string;
  readonly owner?: string;
  readonly reviewBy?: string;
  readonly terms: readonly Term[];
  /** How each of its terms is written, where the build has worked it out. */
  readonly spellings?: readonly (readonly PackedSpelling[])[];
}

/** The policy of an entry that names none. */
export function derivePolicy(entry: z.output<typeof termSchema>): Policy {
  if (entry.policy !== undefined) return entry.policy;
  if (entry.expansion !== undefined) return 'expand';
  if (entry.replacements !== undefined && entry.replacements.length > 0) return 'replace';
  return entry.definition === undefined ? 'avoid' : 'explain';
}
