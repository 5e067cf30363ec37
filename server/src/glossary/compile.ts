import type { Inflection } from '../text/inflection.js';
import { listReadings } from '../text/lemmas.js';
import { toAmerican } from '../text/spelling.js';
import type { Tagger } from '../text/tagger.js';
import type { Glossary, Term } from './glossary.js';
import { listSpellings, type PackedSpelling, type Spelling, unpackSpelling } from './spellings.js';

/** A spelling at the end of a path through the automaton. Without a term it is an exception: leave it alone. */
export interface CompiledForm extends Spelling {
  readonly term: Term | undefined;
}

/** A form that a word of a text may have. */
export interface Bend {
  readonly partOfSpeech: 'verb' | 'noun';
  readonly inflection: Inflection;
  /** Whether it looks like the lemma: the past of `set`. */
  readonly isUnchanged: boolean;
}

/** One way to read a word of a text: as it stands, or as a form of a lemma. */
export interface Step {
  readonly key: string;
  /** `undefined` for the word as it stands. */
  readonly bent: Bend | undefined;
}

/** A word of a text that begins some term. */
export interface Opening {
  readonly state: State;
  readonly bent: Bend | undefined;
}

export interface State {
  readonly next: ReadonlyMap<string, State>;
  readonly forms: readonly CompiledForm[];
}

/** The terms that begin with one word. They become states when a text has that word, which for most never happens. */
interface Branch {
  waiting: { readonly term: Term; readonly spelling: Spelling | PackedSpelling }[];
  state: MutableState | undefined;
}

interface MutableState {
  next: Map<string, MutableState>;
  forms: CompiledForm[];
}

const mostKept = 50_000;
const none: readonly Opening[] = [];
const noStates: Map<string, MutableState> = new Map();

/**
 * All terms of an organisation as one automaton over words: one step a word, whatever the number of terms.
 * It holds each term once, as its lemma: a text's words are bent back to theirs, and British spelling to American.
 * States are words rather than characters because a term never begins or ends inside a word.
 */
export class TermAutomaton {
  /** Decides the part of speech where the words beside a term do not. */
  readonly tagger: Tagger | undefined;
  private readonly entries: readonly Entry[];
  private byLemma: ReadonlyMap<string, Term> | undefined;
  private readonly branches = new Map<string, Branch>();
  private readonly openings = new Map<string, readonly Opening[]>();

  constructor(glossaries: readonly Glossary[], tagger?: Tagger) {
    this.tagger = tagger;
    this.entries = chooseEntries(glossaries);
    for (const { term, spellings } of this.entries) {
      if (!isFlagged(term)) continue;
      for (const spelling of spellings ?? listSpellings(term)) this.add(term, spelling);
    }
  }

  /** Every flagged term, by its lower-case lemma. */
  get terms(): ReadonlyMap<string, Term> {
    this.byLemma ??= new Map(this.entries.flatMap(({ term }) => (isFlagged(term) ? [[term.term.toLowerCase(), term]] : [])));
    return this.byLemma;
  }

  /** The terms that a word of a text may begin; none for nearly every word. */
  openingsOf(key: string): readonly Opening[] {
    const known = this.openings.get(key);
    if (known !== undefined) return known;
    const openings = stepsOf(key).flatMap(({ key: lemma, bent }): Opening[] => {
      const branch = this.branches.get(lemma);
      return branch === undefined ? [] : [{ state: grow(branch), bent }];
    });
    return keep(this.openings, key, openings.length === 0 ? none : openings);
  }

  private add(term: Term, spelling: Spelling | PackedSpelling): void {
    const first = firstKey(spelling);
    const branch = this.branches.get(first);
    if (branch === undefined) this.branches.set(first, { waiting: [{ term, spelling }], state: undefined });
    else branch.waiting.push({ term, spelling });
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  if (map.size >= mostKept) map.clear();
  map.set(key, value);
  return value;
}

// Words repeat, in each automaton, and reading one takes a dozen patterns, so what was read is kept.
const readSteps = new Map<string, readonly Step[]>();

/** How a word of a text can be read: as it stands, and as a form of each lemma that its spelling allows. */
export function stepsOf(key: string): readonly Step[] {
  return (
    readSteps.get(key) ??
    keep(readSteps, key, [
      { key: toAmerican(key), bent: undefined },
      ...listReadings(key).map(({ lemma, partOfSpeech, inflection }) => ({
        key: toAmerican(lemma),
        bent: { partOfSpeech, inflection, isUnchanged: lemma === key },
      })),
    ])
  );
}

function firstKey(spelling: Spelling | PackedSpelling): string {
  return isPacked(spelling) ? (spelling[0].split(' ', 1)[0] ?? '') : (spelling.keys[0] ?? '');
}

function isPacked(spelling: Spelling | PackedSpelling): spelling is PackedSpelling {
  return Array.isArray(spelling);
}

/** The state behind a first word, made of all that waits there. */
function grow(branch: Branch): State {
  const root = branch.state ?? { next: noStates, forms: [] };
  for (const { term, spelling: written } of branch.waiting) {
    const spelling = isPacked(written) ? unpackSpelling(written) : written;
    let state = root;
    for (const key of spelling.keys.slice(1)) {
      // Most states end a term, and share an empty map until they need one.
      if (state.next === noStates) state.next = new Map();
      let next = state.next.get(key);
      if (next === undefined) {
        next = { next: noStates, forms: [] };
        state.next.set(key, next);
      }
      state = next;
    }
    state.forms.push({ ...spelling, term: spelling.isException ? undefined : term });
  }
  branch.waiting = [];
  branch.state = root;
  return root;
}

interface Entry {
  readonly term: Term;
  readonly spellings: readonly PackedSpelling[] | undefined;
}

function isFlagged({ status }: Term): boolean {
  return status === 'approved' || status === 'deprecated';
}

/** Entries that hold: on a clash the later glossary's, also when the earlier one was narrower about the part of speech. */
function chooseEntries(glossaries: readonly Glossary[]): readonly Entry[] {
  // One lemma is nearly always one entry.
  const winners = new Map<string, readonly Entry[]>();
  for (const { terms, spellings } of glossaries) {
    for (const [index, term] of terms.entries()) {
      const lemma = term.term.toLowerCase();
      const entry = { term, spellings: spellings?.[index] };
      const others = winners.get(lemma)?.filter(({ term: { partOfSpeech } }) => partOfSpeech !== undefined && partOfSpeech !== term.partOfSpeech);
      // A later entry also comes later in the order.
      if (others !== undefined) winners.delete(lemma);
      winners.set(lemma, others === undefined ? [entry] : [...others, entry]);
    }
  }
  return [...winners.values()].flat();
}

/** The terms that hold, whatever their status: on a clash the later glossary's. */
export function chooseTerms(glossaries: readonly Glossary[]): Term[] {
  return chooseEntries(glossaries).map(({ term }) => term);
}
