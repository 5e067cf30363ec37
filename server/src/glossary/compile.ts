import { type Inflection, listForms } from '../text/inflection.js';
import type { PartOfSpeech } from '../text/part-of-speech.js';
import { splitWords } from '../text/words.js';
import type { Glossary, Term } from './glossary.js';

/** A spelling of a term at the end of a path through the automaton. Without a term it is an exception: leave it alone. */
export interface CompiledForm {
  readonly term: Term | undefined;
  readonly partOfSpeech: PartOfSpeech;
  readonly inflection: Inflection;
  /** The exact spelling, where capitals count. */
  readonly exact: string | undefined;
}

interface State {
  readonly next: Map<string, State>;
  forms: CompiledForm[];
}

/**
 * All terms of an organisation as one automaton over words: one step a word, whatever the number of terms.
 * States are words rather than characters because a term never begins or ends inside a word.
 */
export class TermAutomaton {
  readonly start: State = { next: new Map(), forms: [] };
  /** Every flagged term, by its lower-case lemma. */
  readonly terms: ReadonlyMap<string, Term>;

  constructor(glossaries: readonly Glossary[]) {
    const winners = new Map<string, Term>();
    for (const glossary of glossaries) {
      for (const term of glossary.terms) {
        const key = `${term.term.toLowerCase()}|${term.partOfSpeech ?? ''}`;
        // A later glossary replaces the entry, also when it was narrower about the part of speech.
        for (const other of [key, `${term.term.toLowerCase()}|`]) winners.delete(other);
        winners.set(key, term);
      }
    }
    const byLemma = new Map<string, Term>();
    for (const term of winners.values()) {
      if (term.status !== 'approved' && term.status !== 'deprecated') continue;
      byLemma.set(term.term.toLowerCase(), term);
      this.addTerm(term);
    }
    this.terms = byLemma;
  }

  private addTerm(term: Term): void {
    const isAcronym = /^[\p{Lu}\d&/]{2,}$/u.test(term.term);
    for (const spelling of [term.term, ...(term.variants ?? [])]) {
      const forms = isAcronym ? listForms(spelling, 'noun') : listForms(spelling, term.partOfSpeech);
      for (const form of forms) {
        // An acronym is its capitals: “it” is not IT.
        this.add(form.text, {
          term,
          partOfSpeech: form.partOfSpeech,
          inflection: form.inflection,
          exact: term.caseSensitive || isAcronym ? form.text : undefined,
        });
      }
    }
    for (const exception of term.exceptions ?? []) {
      for (const form of listForms(exception, 'noun')) this.add(form.text, { term: undefined, partOfSpeech: 'phrase', inflection: 'base', exact: undefined });
    }
  }

  private add(spelling: string, form: CompiledForm): void {
    const words = splitWords(spelling);
    if (words.length === 0) return;
    let state = this.start;
    for (const word of words) {
      let next = state.next.get(word.key);
      if (next === undefined) {
        next = { next: new Map(), forms: [] };
        state.next.set(word.key, next);
      }
      state = next;
    }
    state.forms.push(form);
  }
}
