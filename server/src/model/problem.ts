import type { Severity } from './finding.js';

/** What is wrong in an organisation's own file, its configuration, a glossary or the goals, or in what a message says of itself. Line and column start at 1. */
export interface Problem {
  readonly path: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly severity: Severity;
  /** Stable and kebab-case: `unknown-key`, `not-yaml`, `missing-file`. */
  readonly code: string;
  readonly message: string;
}
