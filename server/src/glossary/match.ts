import type { Span } from '../model/span.js';
import type { Inflection } from '../text/inflection.js';
import { canBe, type PartOfSpeech } from '../text/part-of-speech.js';
import type { Word } from '../text/words.js';
import type { CompiledForm, TermAutomaton } from './compile.js';
import type { Term } from './glossary.js';

/** A term found in a text. `span` is in text offsets; `firstWord` and `lastWord` are indexes into the words. */
export interface TermMatch {
  readonly term: Term;
  readonly partOfSpeech: PartOfSpeech;
  readonly inflection: Inflection;
  readonly span: Span;
  readonly firstWord: number;
  readonly lastWord: number;
}

// Between the words of one term: white space, a hyphen or a slash, nothing else.
const joint = /^(?:\s{1,8}|\s?[-‐‑–/&]\s?)$/;

const hyphen = /[-‐‑]/;

/** What the automaton finds in a text, in order and without overlaps. */
export interface Matches {
  readonly terms: readonly TermMatch[];
  /** Longer phrases in which a term is fine. */
  readonly exceptions: readonly Span[];
}

/** Finds terms, the longest first at each word and none inside another. */
export function matchTerms(automaton: TermAutomaton, text: string, words: readonly Word[]): Matches {
  const terms: TermMatch[] = [];
  const exceptions: Span[] = [];
  let index = 0;
  while (index < words.length) {
    const found = matchAt(automaton, text, words, index);
    if (found === undefined) {
      index++;
      continue;
    }
    const { form, last } = found;
    if (form.term === undefined) exceptions.push({ start: words[index]?.start ?? 0, end: words[last]?.end ?? 0 });
    else terms.push(toMatch(form, form.term, words, index, last));
    index = found.last + 1;
  }
  return { terms, exceptions };
}

function matchAt(automaton: TermAutomaton, text: string, words: readonly Word[], first: number): { form: CompiledForm; last: number } | undefined {
  let state = automaton.start.next.get(words[first]?.key ?? '');
  let last = first;
  let best: { form: CompiledForm; last: number } | undefined;
  while (state !== undefined) {
    const form = state.forms.length > 0 ? chooseForm(state.forms, text, words, first, last) : undefined;
    if (form !== undefined) best = { form, last };
    const next = words[last + 1];
    const current = words[last];
    if (next === undefined || current === undefined || !joint.test(text.slice(current.end, next.start))) break;
    state = state.next.get(next.key);
    last++;
  }
  return best;
}

/** The form that fits the place: capitals where they count, a part of speech that its neighbours allow. A term beats an exception, a later entry an earlier one. */
function chooseForm(forms: readonly CompiledForm[], text: string, words: readonly Word[], first: number, last: number): CompiledForm | undefined {
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? 0;
  const written = text.slice(start, end);
  const previous = precedingKey(text, words, first);
  const next = words[last + 1]?.key;
  const isCompound = first === last && isHyphenated(text, start, end);
  let chosen: CompiledForm | undefined;
  for (const form of forms) {
    if (form.exact !== undefined && form.exact !== written) continue;
    if (form.term === undefined) {
      chosen ??= form;
      continue;
    }
    // Half of a compound is another word: “high-impact” is not “impact”. An acronym keeps its meaning: “SSO-enabled”.
    if (isCompound && form.exact === undefined) continue;
    const needed = form.term.partOfSpeech;
    // “a kick-off deck” does not kick off.
    if (needed === 'verb' && first !== last && hyphen.test(written) && !hyphen.test(form.term.term)) continue;
    // Capitals that have to match say enough.
    if (needed !== undefined && form.exact === undefined && !canBe(needed, form.inflection, previous, next)) continue;
    if (chosen === undefined || form.term !== chosen.term) chosen = form;
  }
  return chosen;
}

/** The word before, unless punctuation stands between. */
function precedingKey(text: string, words: readonly Word[], index: number): string | undefined {
  const previous = words[index - 1];
  const current = words[index];
  if (previous === undefined || current === undefined) return undefined;
  return /^\s+$/.test(text.slice(previous.end, current.start)) ? previous.key : undefined;
}

function isHyphenated(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}][-‐‑]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[-‐‑][\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}

function toMatch(form: CompiledForm, term: Term, words: readonly Word[], first: number, last: number): TermMatch {
  return {
    term,
    partOfSpeech: form.partOfSpeech,
    inflection: form.inflection,
    span: { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 },
    firstWord: first,
    lastWord: last,
  };
}
