import type { Glossary } from '../glossary/glossary.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { LineIndex } from '../model/line-index.js';
import { splitSentences } from '../text/sentences.js';
import type { Engine } from './engine.js';
import { type Organisation, replaceGlossary } from './organisation.js';
import { findTermAt } from './term-at.js';

/** What changes for a finding: it appears, it goes away, or it says or suggests something else. */
export type ChangeKind = 'new' | 'gone' | 'changed';

/** A place where linting says something else than before. */
export interface Change {
  readonly kind: ChangeKind;
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly place?: string;
  readonly rule: string;
  readonly text: string;
  readonly sentence: string;
  /** Titles of the suggestions before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What changes for one term. */
export interface TermImpact {
  /** `undefined` for findings that hang on no single term, such as the amount of jargon. */
  readonly term: string | undefined;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** The first few of each kind. */
  readonly samples: readonly Change[];
}

export interface ComparisonOptions {
  readonly engine: Engine;
  /** Location of the glossary's file. */
  readonly path: string;
  /** As it is now; `undefined` when there is none yet. */
  readonly before: Glossary | undefined;
  readonly after: Glossary;
  /** ISO date of the day. */
  readonly today: string;
}

const keptSamples = 3;

/** Lints messages with a glossary as it was and as it will be, and collects what differs. Proposed entries count as approved afterwards. */
export class GlossaryComparison {
  private readonly organisations = new Map<Organisation, { before: Organisation; after: Organisation }>();
  private readonly impacts = new Map<string, { term: string | undefined; counts: Record<ChangeKind, number>; samples: Change[] }>();
  private readonly after: Glossary;
  private read = 0;
  private changed = 0;

  constructor(private readonly options: ComparisonOptions) {
    this.after = approveProposed(options.after);
  }

  /** How many messages were compared. */
  get messages(): number {
    return this.read;
  }

  /** For how many of them something changes. */
  get changedMessages(): number {
    return this.changed;
  }

  /** Compares what is said of a message. */
  add(document: Document, organisation: Organisation): void {
    this.read++;
    const { before, after } = this.variantsOf(organisation);
    const { engine, today } = this.options;
    const old = engine.lint({ document, organisation: before, today }).findings;
    const now = engine.lint({ document, organisation: after, today }).findings;
    const oldByPlace = new Map(old.map((finding) => [placeKey(finding), finding]));
    const nowByPlace = new Map(now.map((finding) => [placeKey(finding), finding]));
    let hasChanged = false;
    const record = (kind: ChangeKind, finding: Finding, was: Finding | undefined, is: Finding | undefined): void => {
      hasChanged = true;
      const term = is?.term ?? was?.term ?? (findTermAt(document, after, finding.start) ?? findTermAt(document, before, finding.start))?.term.term;
      this.record(kind, term, document, finding, { before: titlesOf(was), after: titlesOf(is) });
    };
    for (const finding of now) {
      const was = oldByPlace.get(placeKey(finding));
      if (was === undefined) record('new', finding, undefined, finding);
      else if (describe(was) !== describe(finding)) record('changed', finding, was, finding);
    }
    for (const finding of old) if (!nowByPlace.has(placeKey(finding))) record('gone', finding, finding, undefined);
    if (hasChanged) this.changed++;
  }

  /** What changes, term by term, the most changes first. */
  list(): TermImpact[] {
    const total = ({ counts }: TermImpact): number => counts.new + counts.gone + counts.changed;
    return [...this.impacts.values()].sort((a, b) => total(b) - total(a) || ((a.term ?? '') < (b.term ?? '') ? -1 : 1));
  }

  private variantsOf(organisation: Organisation): { before: Organisation; after: Organisation } {
    const known = this.organisations.get(organisation);
    if (known !== undefined) return known;
    const { path, before } = this.options;
    const variants = { before: replaceGlossary(organisation, path, before), after: replaceGlossary(organisation, path, this.after) };
    this.organisations.set(organisation, variants);
    return variants;
  }

  private record(
    kind: ChangeKind,
    term: string | undefined,
    document: Document,
    finding: Finding,
    suggestions: { readonly before: readonly string[]; readonly after: readonly string[] },
  ): void {
    const key = term?.toLowerCase() ?? '';
    const impact = this.impacts.get(key) ?? { term, counts: { new: 0, gone: 0, changed: 0 }, samples: [] };
    this.impacts.set(key, impact);
    impact.counts[kind]++;
    if (impact.samples.filter((sample) => sample.kind === kind).length >= keptSamples) return;
    impact.samples.push({
      kind,
      path: document.path,
      line: new LineIndex(document.source).at(finding.start).line,
      ...(finding.place === undefined ? {} : { place: finding.place }),
      rule: finding.rule,
      text: finding.text,
      sentence: findSentence(document, finding.start) ?? finding.text,
      ...suggestions,
    });
  }
}

function approveProposed(glossary: Glossary): Glossary {
  return { ...glossary, terms: glossary.terms.map((term) => (term.status === 'proposed' ? { ...term, status: 'approved' } : term)) };
}

function placeKey({ rule, start, end }: Finding): string {
  return `${rule} ${start} ${end}`;
}

/** All that a reader of the finding sees. */
function describe({ severity, message, suggestions }: Finding): string {
  return JSON.stringify([severity, message, suggestions]);
}

function titlesOf(finding: Finding | undefined): readonly string[] {
  return finding?.suggestions.map(({ title }) => title) ?? [];
}

/** The sentence at a source offset, without markup. */
function findSentence({ blocks }: Document, offset: number): string | undefined {
  for (const { text, map } of blocks) {
    const whole = map.toSource({ start: 0, end: text.length });
    if (offset < whole.start || offset >= whole.end) continue;
    for (const sentence of splitSentences(text)) {
      const source = map.toSource(sentence);
      if (source.start <= offset && offset < source.end) return text.slice(sentence.start, sentence.end).replace(/[\s\u2028\uFFFC]+/g, ' ');
    }
  }
  return undefined;
}
