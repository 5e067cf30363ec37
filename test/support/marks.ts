import type { Span } from '../../server/src/index.js';

/** A text without its `‹` and `›`, and the spans that they stood around. */
export interface MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Reads a text whose spans are marked: `We ‹utilise› it.` */
export function readMarks(marked: string): MarkedText {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '‹') start = text.length;
    else if (character === '›') spans.push({ start, end: text.length });
    else text += character;
  }
  return { text, spans };
}

/** Puts marks around spans of a text. Spans may touch or nest. */
export function writeMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '‹', order: 1 },
    { at: end, mark: '›', order: start === end ? 2 : 0 },
  ]);
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  let marked = text;
  for (const { at, mark } of marks) marked = marked.slice(0, at) + mark + marked.slice(at);
  return marked;
}
