import { OPAQUE } from '../model/block.js';
import type { Span } from '../model/span.js';

/** Stands for a hard line break in a block's text: the writer ended the line on purpose, so a sentence ends there too. */
export const LINE_BREAK = '\u2028';

// Abbreviations that are followed by more of the same sentence, without their full stop.
const openAbbreviations = new Set(
  'mr mrs ms dr prof st rev hon sr jr vs e.g i.e eg ie cf fig figs no nos vol pp p approx dept est inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ext tel ref min max'.split(
    ' ',
  ),
);

const sentenceEnd = new RegExp(`[.!?…]+["'”’)\\]]*(?=\\s|$)|[.!?…]+[”"’)](?=\\p{Lu})|${LINE_BREAK}`, 'gu');
const sentenceStart = new RegExp(`^\\s*["'“‘(\\[]*[\\p{Lu}\\p{N}${OPAQUE}]`, 'u');

/** Splits a block's text into sentences; spans leave out the white space around them. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (match[0] !== LINE_BREAK && !isSentenceEnd(text, match.index, match[0], end)) continue;
    pushTrimmed(sentences, text, start, match[0] === LINE_BREAK ? match.index : end);
    start = end;
  }
  pushTrimmed(sentences, text, start, text.length);
  return sentences;
}

function isSentenceEnd(text: string, index: number, mark: string, end: number): boolean {
  // Slices are short so that a text of one endless line stays linear.
  if (!sentenceStart.test(text.slice(end, end + 8)) && text.slice(end, end + 8).trim() !== '') return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = /([\p{L}.]+)$/u.exec(text.slice(Math.max(0, index - 12), index))?.[1] ?? '';
  if (openAbbreviations.has(before.toLowerCase())) return text.slice(end).trim() === '';
  // Single capitals are initials, J. Smith, or one half of a name, the U.S. Senate.
  return !/^(?:\p{Lu}\.)*\p{Lu}$/u.test(before) || before === 'I';
}

function pushTrimmed(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end });
}
