import { findHead, type Inflection } from '../text/inflection.js';
import { listReadings } from '../text/lemmas.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { toAmerican } from '../text/spelling.js';
import type { Tagger } from '../text/tagger.js';
import { splitWords } from '../text/words.js';
import type { Glossary, Term } from './glossary.js';

/** A spelling of a term at the end of a path through the automaton. Without a term it is an exception: leave it alone. */
export interface CompiledForm {
  readonly term: Term | undefined;
  /** The words as they must be written, where capitals count. */
  readonly exact: readonly string[] | undefined;
  /** Index of the word that bends when the term is a verb, and when it is a noun; -1 when it cannot be one. */
  readonly verbHead: number;
  readonly nounHead: number;
  /** Whether its spelling has a hyphen, and whether it ends in a full stop: “on-board”, “approx.” */
  readonly hasHyphen: boolean;
  readonly endsInStop: boolean;
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
      hasHyphen: hyphen.test(spelling),
      endsInStop: spelling.endsWith('.'),
    };
    this.addPath(
      words.map(({ key }) => key),
      form,
    );
    // “road-map” and “life cycle” are also written as one word.
    const closed = words.map(({ key }) => key).join('');
    if (words.length !== 2 || isExact || isEverydayWord(closed)) return;
    if (/^[\p{L}\p{N}]+[-‐‑][\p{L}\p{N}]+$/u.test(spelling) || partOfSpeech === 'noun')
      this.addPath([closed], { ...form, verbHead: Math.min(form.verbHead, 0), nounHead: Math.min(form.nounHead, 0) });
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
