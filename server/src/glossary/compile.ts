import { findHead, findTwinVerb, type Inflection } from '../text/inflection.js';
import { listReadings } from '../text/lemmas.js';
import { isFunctionWord } from '../text/part-of-speech.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { toAmerican } from '../text/spelling.js';
import type { Tagger } from '../text/tagger.js';
import { isParticle } from '../text/verbs.js';
import { splitWords, type Word } from '../text/words.js';
import type { Glossary, Term } from './glossary.js';

/** A spelling of a term at the end of a path through the automaton. Without a term it is an exception: leave it alone. */
export interface CompiledForm {
  readonly term: Term | undefined;
  /** The words as they must be written, where capitals count. */
  readonly exact: readonly string[] | undefined;
  /** Index of the word that bends when the term is a verb, and when it is a noun; -1 when it cannot be one. */
  readonly verbHead: number;
  readonly nounHead: number;
  /** Index of a second verb that bends with the first: “slice and dice”; -1 without one. */
  readonly twin: number;
  /** Whether its spelling has a hyphen, and whether it ends in a full stop: “on-board”, “approx.” */
  readonly hasHyphen: boolean;
  readonly endsInStop: boolean;
  /** Whether it is another way to write the entry: closed up, or as two words. */
  readonly isRespelled: boolean;
  /** Whether one of its words is a particle: “log on”, “on-board”. Hyphens make another word of such a verb. */
  readonly hasParticle: boolean;
}

/** A form that a word of a text may have. */
export interface Bend {
  readonly partOfSpeech: 'verb' | 'noun';
  readonly inflection: Inflection;
  /** Whether it looks like the lemma: the past of `set`. */
  readonly isUnchanged: boolean;
}

/** One way to read a word of a text: as a word of some term, bent or not. */
export interface Step {
  readonly key: string;
  /** `undefined` for the word as it stands. */
  readonly bent: Bend | undefined;
}

export interface State {
  readonly next: Map<string, State>;
  readonly forms: CompiledForm[];
}

const hyphen = /[-‐‑]/;
const nothing: readonly Step[] = [];
const mostKept = 50_000;
const leafMap: Map<string, State> = new Map();

/**
 * All terms of an organisation as one automaton over words: one step a word, whatever the number of terms.
 * It holds each term once, as its lemma: a text's words are bent back to theirs, and British spelling to American.
 * States are words rather than characters because a term never begins or ends inside a word.
 */
export class TermAutomaton {
  readonly start: State = { next: new Map(), forms: [] };
  /** Every flagged term, by its lower-case lemma. */
  readonly terms: ReadonlyMap<string, Term>;
  /** Decides the part of speech where the words beside a term do not. */
  readonly tagger: Tagger | undefined;
  /** All words that stand in some term. */
  private readonly vocabulary = new Set<string>();
  private readonly steps = new Map<string, readonly Step[]>();

  constructor(glossaries: readonly Glossary[], tagger?: Tagger) {
    this.tagger = tagger;
    const byLemma = new Map<string, Term>();
    for (const term of chooseTerms(glossaries)) {
      if (term.status !== 'approved' && term.status !== 'deprecated') continue;
      byLemma.set(term.term.toLowerCase(), term);
      this.addTerm(term);
    }
    this.terms = byLemma;
  }

  /** How a word of a text can be read in terms of this automaton; nothing for nearly every word. */
  stepsOf(key: string): readonly Step[] {
    const known = this.steps.get(key);
    if (known !== undefined) return known;
    const steps = this.listSteps(key);
    if (this.steps.size >= mostKept) this.steps.clear();
    this.steps.set(key, steps);
    return steps;
  }

  private listSteps(key: string): readonly Step[] {
    const steps: Step[] = [];
    const plain = toAmerican(key);
    if (this.vocabulary.has(plain)) steps.push({ key: plain, bent: undefined });
    for (const { lemma, partOfSpeech, inflection } of listReadings(key)) {
      const word = toAmerican(lemma);
      if (this.vocabulary.has(word)) steps.push({ key: word, bent: { partOfSpeech, inflection, isUnchanged: lemma === key } });
    }
    return steps.length === 0 ? nothing : steps;
  }

  private addTerm(term: Term): void {
    for (const spelling of [term.term, ...(term.variants ?? [])]) {
      // An acronym is its capitals: “it” is not IT.
      this.addSpelling(spelling, term, term.caseSensitive || isAcronym(spelling), isAcronym(term.term) ? 'noun' : term.partOfSpeech);
    }
    for (const exception of term.exceptions ?? []) this.addSpelling(exception, undefined, false, undefined);
  }

  private addSpelling(spelling: string, term: Term | undefined, isExact: boolean, partOfSpeech: Term['partOfSpeech']): void {
    const words = splitWords(spelling);
    if (words.length === 0) return;
    const indexAt = (offset: number): number => words.findIndex(({ start, end }) => start <= offset && offset < end);
    const form: CompiledForm = {
      term,
      exact: isExact ? words.map(({ value }) => value) : undefined,
      verbHead: partOfSpeech === undefined || partOfSpeech === 'verb' ? indexAt(findHead(spelling, 'verb').start) : -1,
      nounHead: partOfSpeech === undefined || partOfSpeech === 'noun' ? indexAt(findHead(spelling, 'noun').start) : -1,
      twin: partOfSpeech === 'verb' ? indexAt(findTwinVerb(spelling) ?? -1) : -1,
      hasHyphen: hyphen.test(spelling),
      endsInStop: spelling.endsWith('.'),
      isRespelled: false,
      hasParticle: words.length > 1 && words.some(({ key }) => isParticle(key)),
    };
    const keys = words.map(({ key }) => key);
    this.addPath(keys, form);
    if (isExact) return;
    const joint = words.findIndex((word, index) => isClosable(spelling, words, index) || (partOfSpeech === 'noun' && words.length === 2 && word === words[0]));
    const closed = `${keys[joint] ?? ''}${keys[joint + 1] ?? ''}`;
    if (joint !== -1 && !isEverydayWord(closed)) {
      const shift = (index: number): number => (index > joint ? index - 1 : index);
      const respelled = { ...form, isRespelled: true, verbHead: shift(form.verbHead), nounHead: shift(form.nounHead), twin: shift(form.twin) };
      this.addPath([...keys.slice(0, joint), closed, ...keys.slice(joint + 2)], respelled);
    }
    const halves = partOfSpeech === 'noun' && keys.length === 1 ? splitCompound(keys[0] ?? '') : undefined;
    if (halves !== undefined) this.addPath(halves, { ...form, isRespelled: true, nounHead: 1 });
  }

  private addPath(keys: readonly string[], form: CompiledForm): void {
    let state = this.start;
    for (const [index, written] of keys.entries()) {
      const key = toAmerican(written);
      this.vocabulary.add(key);
      let next = state.next.get(key);
      if (next === undefined || (next.next === leafMap && index < keys.length - 1)) {
        // Most states end a term, and have no map of their own until one is needed.
        next = { next: index < keys.length - 1 ? new Map() : leafMap, forms: next?.forms ?? [] };
        state.next.set(key, next);
      }
      state = next;
    }
    state.forms.push(form);
  }
}

/** Whether a hyphen joins the word and the next, and no third: “multi-factor” is also one word, “end-to-end” is not. */
function isClosable(spelling: string, words: readonly Word[], index: number): boolean {
  const isHyphened = (at: number): boolean => hyphen.test(spelling.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0));
  return isHyphened(index) && !isHyphened(index - 1) && !isHyphened(index + 1);
}

/** The two everyday nouns that a compound is made of, for who writes “road map”; `undefined` for other words. */
function splitCompound(word: string): readonly [string, string] | undefined {
  // “Sunsetting” is no setting.
  if (word.endsWith('ing')) return undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const halves = [word.slice(0, at), word.slice(at)] as const;
    if (halves.every((half) => isEverydayWord(half) && !isFunctionWord(half) && !isParticle(half))) return halves;
  }
  return undefined;
}

/** Entries that hold: on a clash the later glossary's, also when the earlier one was narrower about the part of speech. */
export function chooseTerms(glossaries: readonly Glossary[]): Iterable<Term> {
  const winners = new Map<string, Term>();
  for (const glossary of glossaries) {
    for (const term of glossary.terms) {
      const lemma = term.term.toLowerCase();
      const key = `${lemma}|${term.partOfSpeech ?? ''}`;
      for (const other of [key, `${lemma}|`]) winners.delete(other);
      winners.set(key, term);
    }
  }
  return winners.values();
}

function isAcronym(term: string): boolean {
  return /^[\p{Lu}\d&/]{2,}$/u.test(term);
}
