import type { Span } from '../model/span.js';
import type { Inflection } from '../text/inflection.js';
import { judgeByNeighbours, judgeByTags, type PartOfSpeech, type Surroundings } from '../text/part-of-speech.js';
import type { Tag, Tagger } from '../text/tagger.js';
import type { Word } from '../text/words.js';
import type { CompiledForm, State, Step, TermAutomaton } from './compile.js';
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

/** What the automaton finds in a text, in order and without overlaps. */
export interface Matches {
  readonly terms: readonly TermMatch[];
  /** Longer phrases in which a term is fine. */
  readonly exceptions: readonly Span[];
}

// Between the words of one term: white space, a hyphen or a slash, nothing else.
const joint = /^(?:\s{1,8}|\s?[-‐‑–/&]\s?)$/;
const hyphen = /[-‐‑]/;
const loneHyphen = /^[-‐‑]$/;
// Where one sentence, or one half of it, ends.
const clauseEnd = /[.!?;:()\u2028]/;

/** Finds terms, the longest first at each word and none inside another. */
export function matchTerms(automaton: TermAutomaton, text: string, words: readonly Word[]): Matches {
  const terms: TermMatch[] = [];
  const exceptions: Span[] = [];
  const reader = new PlaceReader(text, words, automaton.tagger);
  let index = 0;
  while (index < words.length) {
    const found = matchAt(automaton, reader, index);
    if (found === undefined) {
      index++;
      continue;
    }
    const { form, last } = found;
    const span = { start: words[index]?.start ?? 0, end: words[last]?.end ?? 0 };
    if (form.term === undefined) exceptions.push(span);
    else terms.push({ term: form.term, partOfSpeech: found.partOfSpeech, inflection: found.inflection, span, firstWord: index, lastWord: last });
    index = last + 1;
  }
  return { terms, exceptions };
}

/** A spelling found at some word, in one of the forms it may take. */
interface Candidate {
  readonly form: CompiledForm;
  readonly last: number;
  readonly partOfSpeech: PartOfSpeech;
  readonly inflection: Inflection;
}

/** A path so far. At most one of its words is bent. */
interface Cursor {
  readonly state: State;
  readonly last: number;
  /** Words of the term that are used up. */
  readonly depth: number;
  readonly bent: Step['bent'];
  readonly bentAt: number;
}

function matchAt(automaton: TermAutomaton, reader: PlaceReader, first: number): Candidate | undefined {
  const { text, words } = reader;
  const open: Cursor[] = [];
  let best: Candidate[] = [];
  const advance = (from: Omit<Cursor, 'last'>, position: number): void => {
    const word = words[position];
    if (word === undefined) return;
    follow(from, automaton.stepsOf(word.key), position);
    const next = words[position + 1];
    // “on-boarding” is also one word.
    if (next !== undefined && next.start === word.end + 1 && loneHyphen.test(text.charAt(word.end)))
      follow(from, automaton.stepsOf(word.key + next.key), position + 1);
  };
  const follow = ({ state, depth, bent, bentAt }: Omit<Cursor, 'last'>, steps: readonly Step[], last: number): void => {
    for (const step of steps) {
      if (step.bent !== undefined && bent !== undefined) continue;
      const next = state.next.get(step.key);
      if (next === undefined) continue;
      open.push({ state: next, last, depth: depth + 1, bent: bent ?? step.bent, bentAt: step.bent === undefined ? bentAt : depth });
    }
  };
  advance({ state: automaton.start, depth: 0, bent: undefined, bentAt: -1 }, first);
  while (true) {
    const cursor = open.pop();
    if (cursor === undefined) break;
    for (const form of cursor.state.forms) {
      const candidate = readForm(form, cursor, reader, first);
      if (candidate === undefined) continue;
      if (candidate.last > (best[0]?.last ?? -1)) best = [candidate];
      else if (candidate.last === best[0]?.last) best.push(candidate);
    }
    const current = words[cursor.last];
    const next = words[cursor.last + 1];
    if (current !== undefined && next !== undefined && joint.test(text.slice(current.end, next.start))) advance(cursor, cursor.last + 1);
  }
  return choose(best);
}

/** Of spellings of the same length, a term beats an exception, a word as it stands one that is bent, a later entry an earlier one. */
function choose(candidates: readonly Candidate[]): Candidate | undefined {
  let chosen: Candidate | undefined;
  for (const candidate of candidates) {
    if (chosen === undefined) chosen = candidate;
    else if (candidate.form.term === undefined) continue;
    else if (chosen.form.term === undefined || rank(candidate) >= rank(chosen)) chosen = candidate;
  }
  return chosen;
}

function rank({ inflection, partOfSpeech, form }: Candidate): number {
  return (inflection === 'base' ? 4 : 0) + (form.term?.partOfSpeech === undefined ? 0 : 2) + (partOfSpeech === 'noun' ? 1 : 0);
}

/** The form that a path ends in, when the place lets it be one: capitals where they count, a part of speech that its neighbours allow. */
function readForm(form: CompiledForm, { last, bent, bentAt }: Cursor, reader: PlaceReader, first: number): Candidate | undefined {
  if (bent !== undefined && bentAt !== (bent.partOfSpeech === 'verb' ? form.verbHead : form.nounHead)) return undefined;
  const { term } = form;
  const inflection = bent?.inflection ?? 'base';
  const partOfSpeech = bent?.partOfSpeech ?? term?.partOfSpeech ?? 'phrase';
  const candidate: Candidate = { form, last, partOfSpeech, inflection };
  if (term === undefined) return candidate;
  if (form.exact !== undefined) return reader.isWritten(form.exact, first, last) ? candidate : undefined;
  // Half of a compound is another word: “high-impact” is not “impact”. An acronym keeps its meaning: “SSO-enabled”.
  if (first === last && reader.isHalfOfCompound(first)) return undefined;
  const needed = term.partOfSpeech ?? (bent !== undefined && first === last ? bent.partOfSpeech : undefined);
  if (needed === undefined) return candidate;
  // “a kick-off deck” does not kick off.
  if (needed === 'verb' && first !== last && hyphen.test(reader.textOf(first, last)) && !hyphen.test(term.term)) return undefined;
  return reader.allows(needed, inflection, first, last) ? candidate : undefined;
}

/** Answers what a place in the text allows. Tags of a sentence are asked for once, and only when a place is in doubt. */
class PlaceReader {
  private tagged: { readonly from: number; readonly to: number; readonly keys: readonly string[]; readonly tags: readonly Tag[] } | undefined;

  constructor(
    readonly text: string,
    readonly words: readonly Word[],
    private readonly tagger: Tagger | undefined,
  ) {}

  textOf(first: number, last: number): string {
    return this.text.slice(this.words[first]?.start ?? 0, this.words[last]?.end ?? 0);
  }

  /** Whether the words are written just so, apart from a plural s. */
  isWritten(exact: readonly string[], first: number, last: number): boolean {
    return last - first + 1 === exact.length && exact.every((word, index) => [word, `${word}s`].includes(this.words[first + index]?.value ?? ''));
  }

  isHalfOfCompound(index: number): boolean {
    const { start = 0, end = 0 } = this.words[index] ?? {};
    return /[\p{L}\p{N}][-‐‑]$/u.test(this.text.slice(Math.max(0, start - 2), start)) || /^[-‐‑][\p{L}\p{N}]/u.test(this.text.slice(end, end + 2));
  }

  allows(partOfSpeech: PartOfSpeech, inflection: Inflection, first: number, last: number): boolean {
    const verdict = judgeByNeighbours(partOfSpeech, inflection, this.lookAround(first, last));
    if (verdict !== 'unsure') return verdict === 'yes';
    // A phrase is its own evidence: “touch base” is what people do.
    if (this.tagger === undefined || first !== last) return true;
    const { from, keys, tags } = this.tagSentence(first, last, this.tagger);
    return judgeByTags(partOfSpeech, inflection, keys, tags, first - from, last - from);
  }

  private lookAround(first: number, last: number): Surroundings {
    const before: string[] = [];
    for (let index = first - 1; index >= 0 && before.length < 4 && this.isJoined(index); index--) before.unshift(this.words[index]?.key ?? '');
    const after: string[] = [];
    for (let index = last + 1; index < this.words.length && after.length < 2 && this.isJoined(index - 1); index++) after.push(this.words[index]?.key ?? '');
    return { before, after, opensSentence: first === 0 || clauseEnd.test(this.gapAfter(first - 1)) };
  }

  /** Whether nothing but white space stands between the word and the next. */
  private isJoined(index: number): boolean {
    return /^\s+$/.test(this.gapAfter(index));
  }

  private gapAfter(index: number): string {
    return this.text.slice(this.words[index]?.end ?? 0, this.words[index + 1]?.start ?? this.text.length);
  }

  private tagSentence(first: number, last: number, tagger: Tagger) {
    if (this.tagged !== undefined && this.tagged.from <= first && last < this.tagged.to) return this.tagged;
    // A sentence of a hundred words is a list, and its far end says nothing.
    let from = first;
    while (from > 0 && first - from < 40 && !clauseEnd.test(this.gapAfter(from - 1))) from--;
    let to = last + 1;
    while (to < this.words.length && to - last < 40 && !clauseEnd.test(this.gapAfter(to - 1))) to++;
    const sentence = this.words.slice(from, to);
    this.tagged = { from, to, keys: sentence.map(({ key }) => key), tags: tagger.tag(sentence.map(({ value }) => value)) };
    return this.tagged;
  }
}
