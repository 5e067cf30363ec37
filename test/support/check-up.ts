import { applyEdits, type PartName } from '../../server/src/index.js';
import { type LintOptions, lintResult } from './lint-text.js';

/** What the check-up says of a part: the words that show it, “missing”, or “not asked” where it does not apply. */
export function readPart(part: PartName, text: string, options?: LintOptions): string {
  const checked = lintResult(text, options).checkup.find((candidate) => candidate.part === part);
  if (checked === undefined) return 'not asked';
  if (!checked.met) return 'missing';
  return checked.evidence === undefined ? 'met' : text.slice(checked.evidence.start, checked.evidence.end);
}

/** The text with the first suggestion of a finding of the rule taken; `undefined` where the rule finds or suggests nothing. */
export function takeSuggestion(rule: string, text: string, options?: LintOptions): string | undefined {
  const edits = lintResult(text, options).findings.find((finding) => finding.rule === rule)?.suggestions[0]?.edits;
  return edits === undefined ? undefined : applyEdits(text, edits);
}
