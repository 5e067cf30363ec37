import { readFileSync } from 'node:fs';
import {
  applyEdits,
  chooseSafeEdits,
  createEngine,
  type Finding,
  fixAll,
  type Organisation,
  type Overrides,
  type Result,
  readDocument,
  rules,
  WordFrequency,
  WordVectors,
} from '../../server/src/index.js';
import { readMarks, writeMarks } from './marks.js';
import { acme, loadOrganisation, today } from './organisation.js';

/** How a text is linted, where it is not as an announcement of Acme to everyone. */
export interface LintOptions {
  readonly organisation?: Organisation;
  /** Where the message is, under the organisation's folder. */
  readonly path?: string;
  readonly overrides?: Overrides;
  readonly today?: string;
}

const acmeOrganisation = await loadOrganisation(acme);

/** The list that ships, read once. */
export const frequency = new WordFrequency(readFileSync(new URL('../../data/word-frequency/en.txt', import.meta.url), 'utf8'));

export const vectors = new WordVectors(readFileSync(new URL('../../data/word-vectors/en.txt', import.meta.url), 'utf8'));

/** All that a fresh engine says about a Markdown text. A rule that fails is an error here. */
export function lintResult(text: string, options: LintOptions = {}): Result {
  const organisation = options.organisation ?? acmeOrganisation;
  const path = `/acme/${options.path ?? 'message.md'}`;
  const document = readDocument(path, text, undefined, { override: options.overrides?.kind, folder: organisation.defaultsFor(path)?.kind });
  return createEngine(rules, { frequency, vectors: () => vectors }).lint({
    document,
    organisation,
    today: options.today ?? today,
    overrides: options.overrides,
  });
}

/** The findings of a text. */
export function lintText(text: string, options?: LintOptions): readonly Finding[] {
  return lintResult(text, options).findings;
}

/** The findings of one rule. */
export function lintWith(rule: string, text: string, options?: LintOptions): readonly Finding[] {
  return lintText(text, options).filter((finding) => finding.rule === rule);
}

/** The text with marks around what the rule finds: `We utilise it.` gives `We ‹utilise› it.` Marks in the text are taken out first. */
export function markFindings(rule: string, marked: string, options?: LintOptions): string {
  const { text } = readMarks(marked);
  return writeMarks(text, lintWith(rule, text, options));
}

/** What all safe fixes of the rules make of a text; of every rule when none is named. */
export function fixText(text: string, ruleIds: readonly string[] = [], options?: LintOptions): string {
  return fixAll(text, (version) => lintText(version, options).filter(({ rule }) => ruleIds.length === 0 || ruleIds.includes(rule))).text;
}

/** What one round of safe fixes makes of a text. */
export function fixOnce(text: string, options?: LintOptions): string {
  return applyEdits(text, chooseSafeEdits(lintText(text, options)));
}

/** Titles of the suggestions that the rule's findings offer, in order. */
export function listSuggestions(rule: string, text: string, options?: LintOptions): readonly string[] {
  return lintWith(rule, text, options).flatMap((finding) => finding.suggestions.map(({ title, safety }) => `${title} (${safety})`));
}
