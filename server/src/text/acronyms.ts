import type { Span } from '../model/span.js';
import { isAllCapitals, type Word } from './words.js';

/** An acronym in a text. */
export interface Acronym extends Span {
  /** Without a plural s. */
  readonly value: string;
  readonly isPlural: boolean;
  /** Whether it is spelled out right here, in either order: `single sign-on (SSO)`, `SSO (single sign-on)`. */
  readonly isDefined: boolean;
}

const acronymPattern = /^(\p{Lu}(?:[\p{Lu}\d]|&(?=\p{Lu})){1,7})(s?)$/u;
const romanNumeral = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Whether a word looks like an acronym: two to eight capitals, with digits among them. */
export function isAcronymShaped(value: string): boolean {
  return acronymPattern.test(value);
}

/** Finds acronyms. Text that shouts, three words in capitals in a row, has none: there, capitals mean nothing. */
export function findAcronyms(text: string, words: readonly Word[]): Acronym[] {
  const acronyms: Acronym[] = [];
  for (const [index, word] of words.entries()) {
    const match = acronymPattern.exec(word.value);
    const value = match?.[1];
    if (value === undefined || romanNumeral.test(value)) continue;
    if (isShouted(words, index) || isPartOfReference(text, word)) continue;
    acronyms.push({ value, isPlural: match?.[2] === 's', start: word.start, end: word.end, isDefined: isDefinedAt(text, word, value) });
  }
  return acronyms;
}

/** `EP/S021779/1`, `USN-3183`, `SD-WAN` and `Washington, DC` hold capitals that stand for nothing on their own. */
function isPartOfReference(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 12);
  if (/^(?:\/\p{L}?|-)\d/u.test(after) || /\d\/$/.test(before)) return true;
  if (/^-\p{Lu}{2,}/u.test(after) || /\p{Lu}{2,}-$/u.test(before)) return true;
  return end - start === 2 && /\p{Lu}\p{Ll}+,\s$/u.test(before);
}

function isShouted(words: readonly Word[], index: number): boolean {
  const isCapitals = (at: number): boolean => isAllCapitals(words[at]?.value ?? '');
  return (
    (isCapitals(index - 1) && isCapitals(index + 1)) || (isCapitals(index - 2) && isCapitals(index - 1)) || (isCapitals(index + 1) && isCapitals(index + 2))
  );
}

/** Whether the short form at `word` is spelled out right there, before or after it. */
export function isDefinedAt(text: string, word: Span, value: string): boolean {
  const before = text.slice(Math.max(0, word.start - 120), word.start);
  const after = text.slice(word.end, word.end + 160);
  const opening = /[([]/.test(before.slice(-20)) ? /([^()]*?)\s*[([]\s*["“‘']?(?:or |the |aka |also known as )?$/.exec(before) : null;
  if (opening !== null && /^["”’']?s?(?: for short)?["”’']?\s*[)\],;]/.test(after)) return hasInitials(opening[1] ?? '', value);
  const following =
    /^s?\s*[([]([^()[\]]{3,150})[)\]]|^(?:,\s+which|,)?\s*(?:stands? for|means?|is short for|short for)\s(.{3,80})/.exec(after) ??
    /^\s*[–—:=-]\s+(?:short for\s+)?(\p{L}[^.;()]{5,80})/u.exec(after);
  if (following !== null) return hasInitials(following[1] ?? following[2] ?? following[3] ?? '', value);
  return isNamedBeside(before, after, value);
}

const namesBefore = /([^.;:()]*),?\s+(?:or|(?:also |better )?(?:known as|called)|abbreviated (?:to|as)|shortened to)\s+(?:the |an? )?["“‘']?$/i;

/** “Single sign-on, or SSO” and “SSO, or single sign-on”: without brackets only all the initials, right beside, are a sign. */
function isNamedBeside(before: string, after: string, value: string): boolean {
  const previous = namesBefore.exec(before) ?? (/^s?(?:,| for short)/.test(after) ? /([^.;:()]*),\s+$/.exec(before) : null);
  if (previous !== null && hasAllInitials(listWords(previous[1] ?? '').slice(-value.length - 1), value)) return true;
  const next = /^s?["”’']?,?\s+(?:or|that is|i\.e\.|also (?:known as|called)),?\s+(?:an? |the )?([^.;:()]{3,80})/i.exec(after);
  return next !== null && hasAllInitials(listWords(next[1] ?? '').slice(0, value.length + 1), value);
}

/** Whether the words begin with the acronym's letters, one after the other, with at most small words between. */
function hasAllInitials(words: readonly string[], value: string): boolean {
  const letters = lettersOf(value);
  let wordIndex = 0;
  for (const letter of letters) {
    const at = words.findIndex((word, index) => index >= wordIndex && word.startsWith(letter));
    if (at === -1) return false;
    wordIndex = at + 1;
  }
  return letters.length > 1;
}

function lettersOf(value: string): string {
  return value.replace(/[^\p{L}]/gu, '').toLowerCase();
}

function listWords(phrase: string): string[] {
  return Array.from(phrase.matchAll(/\p{L}[\p{L}\p{N}'’]*/gu), (match) => match[0].toLowerCase());
}

/** Whether words with the acronym's letters as initials, in order and mostly complete, stand in the phrase. */
function hasInitials(phrase: string, value: string): boolean {
  const letters = lettersOf(value);
  const initials = listWords(phrase);
  let found = 0;
  let wordIndex = 0;
  for (const letter of letters) {
    const at = initials.findIndex((initial, index) => index >= wordIndex && initial.startsWith(letter));
    if (at === -1) continue;
    found++;
    wordIndex = at + 1;
  }
  return initials.length > 0 && found >= Math.max(1, Math.ceil(letters.length / 2));
}

// Better known than what they stand for, or not acronyms at all.
const everydayCapitals = new Set(
  (
    'AI JIRA STEM YMCA FBI CIA IBM SMS TIFF LED LCD AM PM TV DVD CD UK US USA EU UN BBC NHS GP HR IT ID OK PC PIN PDF FAQ FAQS GPS SMS USB CCTV AIDS HIV DNA ATM VIP DIY CV PA QR SIM VAT MP MPS RSVP ASAP AKA PS NB TBC TBA BC CE BST GMT UTC CET EST EDT PST PDT CST CDT MST MDT ET PT CT MT EN NASA NATO ' +
    'CEO HQ CC BCC FYI BTW Q&A Q1 Q2 Q3 Q4 H1 H2 USD GBP EUR GDP MBA LLC LTD A3 A4 HDMI HTML5 LGBT MRI WIFI KM KG MB GB TB KB GHZ MHZ HTML PNG JPG JPEG GIF SVG ZIP MP3 MP4 README TODO NOTE WARNING IMPORTANT UPDATE NEW FREE HTTP HTTPS WWW COVID ISO YES NO NOT AND OR ALL ANY THE FOR TO IN ON OF IS BE AT BY WE YOU DO MUST NEVER ALWAYS ONLY END START OFF'
  ).split(' '),
);

/** Whether nobody needs to be told what the capitals stand for. */
export function isEverydayAcronym(value: string): boolean {
  return everydayCapitals.has(value);
}
