import type { Glossary, Term } from '../glossary/glossary.js';
import type { Document } from '../model/document.js';
import { LineIndex } from '../model/line-index.js';
import type { Organisation } from './organisation.js';
import type { Result } from './result.js';
import { type Decision, listEffectiveTerms, TermUseReader } from './term-use.js';

/** Where a term is used. */
export interface TermPlace {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly place?: string;
}

/** How often a term is used, where, and what became of it. */
export interface TermFigures {
  readonly term: Term;
  readonly uses: number;
  readonly documents: number;
  /** Uses by decision, without those that are 0. */
  readonly decisions: Readonly<Partial<Record<Decision, number>>>;
  /** The first few. */
  readonly places: readonly TermPlace[];
  /** Whether an entry of a later glossary holds instead of this one. */
  readonly isOverruled: boolean;
}

/** A glossary and the figures of its terms, the most used first. */
export interface GlossaryFigures {
  readonly glossary: Glossary;
  readonly terms: readonly TermFigures[];
}

interface Tally {
  uses: number;
  documents: number;
  lastDocument: number;
  readonly decisions: Map<Decision, number>;
  readonly places: TermPlace[];
}

const keptPlaces = 3;

/** Counts the uses of all terms over some messages. Messages may belong to several organisations that share glossaries. */
export class TermStatistics {
  private readonly readers = new Map<Organisation, TermUseReader>();
  private readonly tallies = new Map<string, Tally>();
  private document = 0;

  /** Counts the uses in a message that was linted. */
  add(document: Document, organisation: Organisation, result: Result): void {
    this.document++;
    const lines = new LineIndex(document.source);
    for (const { term, span, place, decision } of this.readerOf(organisation).read(document, result)) {
      const tally = this.tallyOf(term);
      tally.uses++;
      tally.decisions.set(decision, (tally.decisions.get(decision) ?? 0) + 1);
      if (tally.lastDocument !== this.document) tally.documents++;
      tally.lastDocument = this.document;
      if (tally.places.length < keptPlaces)
        tally.places.push({ path: document.path, line: lines.at(span.start).line, ...(place === undefined ? {} : { place }) });
    }
  }

  /** How many messages were counted. */
  get documents(): number {
    return this.document;
  }

  /** The figures of every glossary of the organisations, each once, in the order in which they count. */
  list(): GlossaryFigures[] {
    const figures = new Map<string, GlossaryFigures>();
    for (const organisation of this.readers.keys()) {
      const effective = listEffectiveTerms(organisation);
      for (const glossary of organisation.glossaries) {
        const key = `${glossary.name} ${glossary.terms[0]?.source?.path ?? ''}`;
        if (!figures.has(key)) figures.set(key, { glossary, terms: glossary.terms.map((term) => this.toFigures(term, !effective.has(term))).sort(byUse) });
      }
    }
    return [...figures.values()];
  }

  private readerOf(organisation: Organisation): TermUseReader {
    const known = this.readers.get(organisation) ?? new TermUseReader(organisation);
    this.readers.set(organisation, known);
    return known;
  }

  private tallyOf(term: Term): Tally {
    const key = keyOf(term);
    const known = this.tallies.get(key) ?? { uses: 0, documents: 0, lastDocument: 0, decisions: new Map(), places: [] };
    this.tallies.set(key, known);
    return known;
  }

  private toFigures(term: Term, isOverruled: boolean): TermFigures {
    const tally = isOverruled ? undefined : this.tallies.get(keyOf(term));
    return {
      term,
      uses: tally?.uses ?? 0,
      documents: tally?.documents ?? 0,
      // The entries come from a map with those keys.
      decisions: Object.fromEntries(tally?.decisions ?? []) as TermFigures['decisions'],
      places: tally?.places ?? [],
      isOverruled,
    };
  }
}

/** The same for one entry of a file, however often the file is read. */
function keyOf({ term, partOfSpeech, glossary, source }: Term): string {
  return `${source?.path ?? ''}\n${glossary}\n${term}\n${partOfSpeech ?? ''}`;
}

function byUse(a: TermFigures, b: TermFigures): number {
  return b.uses - a.uses || (a.term.term < b.term.term ? -1 : a.term.term > b.term.term ? 1 : 0);
}
