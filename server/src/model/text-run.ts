import type { Span } from './span.js';

/** A run of text in a part of an office file, and where the view of the file shows it. Both hold the same characters, but for the part's entities. */
export interface TextRun extends Span {
  /** Name of the part, as in `word/document.xml`. */
  readonly part: string;
  /** UTF-16 offsets of the text in the XML of the part. */
  readonly from: number;
  readonly to: number;
  /** Whether nothing but formatting stands between it and the run before. */
  readonly isJoined: boolean;
  /** Whether blanks at its ends count only where the element says so. */
  readonly isTrimmed: boolean;
  /** Where the same part keeps the same text once more, for older programs. */
  readonly copy?: { readonly from: number; readonly to: number };
}

/**
 * The runs that an edit of the span would touch, in order; the first takes the new text. Empty where the span cannot be
 * edited: part of it is in no run, or something stands in its midst, such as a tab, a footnote's mark or the end of a paragraph.
 */
export function findRuns(runs: readonly TextRun[], { start, end }: Span): readonly TextRun[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The index is within the list.
    if ((runs[middle] as TextRun).end < start) low = middle + 1;
    else high = middle;
  }
  // A word put between two runs belongs to the one before it.
  if (end > start) while (low < runs.length && (runs[low] as TextRun).end <= start) low++;
  const found: TextRun[] = [];
  let reached = start;
  for (let index = low; index < runs.length; index++) {
    const run = runs[index] as TextRun;
    if (run.start > reached || (found.length > 0 && !run.isJoined)) return [];
    found.push(run);
    reached = run.end;
    if (reached >= end) return found;
  }
  return [];
}

/** Whether an edit can be written into the file that the runs are from: it stays inside of a paragraph and brings no new one. */
export function isWritable(runs: readonly TextRun[], edit: Span & { readonly text: string }): boolean {
  return !/[\r\n\u2028\u2029]/.test(edit.text) && findRuns(runs, edit).length > 0;
}
