import type { Edit, Finding } from '../model/finding.js';

/** Applies edits to a text. Of two that overlap the earlier one wins; every other character stays. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let position = 0;
  for (const edit of sorted) {
    if (edit.start < position) continue;
    pieces.push(source.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  pieces.push(source.slice(position));
  return pieces.join('');
}

/** The edits that may be applied in bulk: each finding's first safe suggestion, none overlapping another. */
export function chooseSafeEdits(findings: readonly Finding[]): Edit[] {
  const chosen: Edit[] = [];
  let end = -1;
  const suggestions = findings.flatMap((finding) => finding.suggestions.find((suggestion) => suggestion.safety === 'safe') ?? []);
  const ordered = suggestions.map(({ edits }) => [...edits].sort((a, b) => a.start - b.start)).sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  for (const edits of ordered) {
    const first = edits[0];
    const last = edits.at(-1);
    if (first === undefined || last === undefined || first.start < end) continue;
    chosen.push(...edits);
    end = Math.max(end, last.end);
  }
  return chosen;
}

/** A fixed text and how many safe edits went into it. */
export interface Fixed {
  readonly text: string;
  readonly edits: number;
}

// A replacement rarely makes a new finding; this many rounds bounds those that would go on for ever.
const mostRounds = 10;

/** Applies safe suggestions until none is left. */
export function fixAll(source: string, lint: (text: string) => readonly Finding[]): Fixed {
  let text = source;
  let count = 0;
  const seen = new Set([source]);
  for (let round = 0; round < mostRounds; round++) {
    const edits = chooseSafeEdits(lint(text));
    if (edits.length === 0) break;
    const next = applyEdits(text, edits);
    // Two entries that replace each other would go back and forth.
    if (seen.has(next)) break;
    seen.add(next);
    text = next;
    count += edits.length;
  }
  return { text, edits: count };
}
