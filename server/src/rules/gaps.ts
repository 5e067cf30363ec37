import type { Span } from '../model/span.js';

/**
 * Square brackets around words in small letters, around a sentence of four words or more, around an order to write something, or
 * around a word that stands for one. “[Initial message]” is a title, and brackets with an address behind them are a link.
 * The look ahead keeps a bracket that never closes from being searched again and again.
 */
const gap =
  /\[(?=[^[\]\n]{1,120}\])(?:\p{Ll}[^[\]\n]*\s[^[\]\n]*|\p{Lu}[^[\]\s]*(?:[^\S\n]+[^[\]\s]+){3,}|(?:[Ii]nsert|INSERT|[Aa]dd|[Ee]nter|[Yy]our|[Tt]ype)\b[^[\]\n]*|[Dd]ate|DATE|[Dd]ay|[Tt]ime|TIME|[Nn]ame|NAME|[Nn]umber|[Aa]ddress|[Ll]ink|[Pp]lace|[Ww]ho|[Ww]hat|[Ww]hen|[Ww]here|TBC|X+|x+)\](?![([])/u;

/** Whether the text holds a gap for the writer to fill in, such as `[day and date]`: what stands around it says nothing yet. */
export function hasGap(text: string): boolean {
  return gap.test(text);
}

/** The gaps of a text, in order. */
export function findGaps(text: string): Span[] {
  return [...text.matchAll(new RegExp(gap, 'gu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
