import type { Span } from '../model/span.js';
import type { Inflection } from '../text/inflection.js';
import {
  beginsNounPhrase,
  isFunctionWord,
  judgeByNeighbours,
  judgeByTags,
  type PartOfSpeech,
  readPastUse,
  type Surroundings,
  type Verdict,
} from '../text/part-of-speech.js';
import type { Tag, Tagger } from '../text/tagger.js';
import { mayFollowObject } from '../text/verbs.js';
import type { Word } from '../text/words.js';
import { type Bend, type CompiledForm, type Opening, type State, stepsOf, type TermAutomaton } from './compile.js';
import type { Term } from './glossary.js';

/** A term found in a text. `span` is in text offsets; `firstWord` and `lastWord` are indexes into the words. */
export interface TermMatch {
  readonly term: Term;
  readonly partOfSpeech: PartOfSpeech;
  readonly inflection: Inflection;
  readonly span: Span;
  readonly firstWord: number;
  readonly lastWord: number;
  /** The words of an object inside a split verb: “sign ‹the plan› off”. */
  readonly object?: { readonly firstWord: number; readonly lastWord: number };
}

/** What the automaton finds in a text, in order and without overlaps. */
export interface Matches {
  readonly terms: readonly TermMatch[];
  /** Longer phrases in which a term is fine. */
  readonly exceptions: readonly Span[];
  /** The tag of a word, worked out with those of its sentence when first asked for; `undefined` where no tagger is loaded. */
  readonly tagAt: (word: number) => Tag | undefined;
}

const pronouns = new Set(['it', 'them', 'this', 'that', 'these', 'those', 'one', 'things', 'everything', 'us', 'me', 'you', 'him', 'her']);
// Between the words of one term: white space, a hyphen or a slash, nothing else.
const joint = /^(?:['’]s)?(?:\s{1,8}|\s?[-‐‑–/&]\s?)$/;
const hyphen = /[-‐‑]/;
// With a hyphen they make another word of the one that follows.
const notBefore = new Set(['pre', 're', 'co', 'non', 'un', 'de', 'self', 'cross', 'multi', 'inter', 'mis', 'out', 'over', 'up', 'off', 'on', 'in']);
const possessiveInside = /['’]s\s/;
const innerCapital = /\p{Ll}\p{Lu}/u;
// What joins a word to an identifier: `Date.parse`, `CGI::Cookie`.
const identifierBefore = /[\p{L}\p{N}](?:\.|::)$/u;
const identifierAfter = /^(?:\.|::)[\p{L}\p{N}]/u;
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
    const span = { start: words[index]?.start ?? 0, end: reader.endOf(last, form) };
    if (form.term === undefined) exceptions.push(span);
    else
      terms.push({
        term: form.term,
        partOfSpeech: found.partOfSpeech,
        inflection: found.inflection,
        span,
        firstWord: index,
        lastWord: last,
        ...(found.object === undefined ? {} : { object: found.object }),
      });
    index = last + 1;
  }
  return { terms, exceptions, tagAt: (word) => reader.tagAt(word) };
}

/** A spelling found at some word, in one of the forms it may take. */
interface Candidate {
  readonly form: CompiledForm;
  readonly last: number;
  readonly partOfSpeech: PartOfSpeech;
  readonly inflection: Inflection;
  readonly object: TermMatch['object'];
  /** Whether a hyphen stands in the text where one stands in the entry. */
  readonly isAsSpelled: boolean;
}

/** A path so far. One of its words may be bent, and a second in the same way. */
interface Cursor {
  readonly state: State;
  readonly last: number;
  /** Words of the term that are used up. */
  readonly depth: number;
  readonly bent: Bend | undefined;
  readonly bentAt: number;
  readonly twinAt: number;
  readonly object: TermMatch['object'];
}

function matchAt(automaton: TermAutomaton, reader: PlaceReader, first: number): Candidate | undefined {
  const { text, words } = reader;
  const word = words[first];
  const closed = reader.closedAt(first);
  const listed = word === undefined ? [] : automaton.openingsOf(word.key);
  const closedOpenings = closed === undefined ? [] : automaton.openingsOf(closed);
  // Most words begin no term.
  if (listed.length + closedOpenings.length === 0) return undefined;
  const openings = listed.filter(({ state }) => reader.mayGoOn(state, first));
  const toCursor = ({ state, bent }: Opening, last: number): Cursor => ({
    state,
    last,
    depth: 1,
    bent,
    bentAt: bent === undefined ? -1 : 0,
    twinAt: -1,
    object: undefined,
  });
  const open = [...openings.map((opening) => toCursor(opening, first)), ...closedOpenings.map((opening) => toCursor(opening, first + 1))];
  let best: Candidate[] = [];
  const advance = (from: Cursor, position: number): void => {
    const next = words[position];
    if (next === undefined || from.state.next.size === 0) return;
    follow(from, next.key, position);
    const joined = reader.closedAt(position);
    if (joined !== undefined) follow(from, joined, position + 1);
  };
  const follow = ({ state, depth, bent, bentAt, twinAt, object }: Cursor, key: string, last: number): void => {
    for (const step of stepsOf(key)) {
      const isTwin = step.bent !== undefined && bent !== undefined;
      if (isTwin && (twinAt !== -1 || !isSameForm(step.bent, bent))) continue;
      const next = state.next.get(step.key);
      if (next === undefined) continue;
      open.push({
        state: next,
        last,
        depth: depth + 1,
        bent: bent ?? step.bent,
        bentAt: step.bent === undefined || isTwin ? bentAt : depth,
        twinAt: isTwin ? depth : twinAt,
        object,
      });
    }
  };
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
    if (cursor.depth === 1 && cursor.last === first && cursor.state.next.size > 0) {
      const object = reader.findObject(first + 1, (key) => cursor.state.next.has(key));
      if (object !== undefined) advance({ ...cursor, object }, object.lastWord + 1);
    }
  }
  return choose(best);
}

/** Of spellings of the same length, a term that is written so beats an exception, a word as it stands one that is bent, a later entry an earlier one. */
function choose(candidates: readonly Candidate[]): Candidate | undefined {
  let chosen: Candidate | undefined;
  for (const candidate of candidates) {
    if (chosen === undefined || rank(candidate) >= rank(chosen)) chosen = candidate;
  }
  return chosen;
}

function rank({ inflection, partOfSpeech, form, isAsSpelled }: Candidate): number {
  if (form.term === undefined) return 0;
  const fit = (isAsSpelled ? 8 : 0) + (inflection === 'base' ? 4 : 0) + (form.term.partOfSpeech === undefined ? 0 : 2) + (partOfSpeech === 'noun' ? 1 : 0);
  return form.isRespelled ? fit - 16 : fit + 1;
}

/** The form that a path ends in, when the place lets it be one: capitals where they count, a part of speech that its neighbours allow. */
function readForm(form: CompiledForm, { last, depth, bent, bentAt, twinAt, object }: Cursor, reader: PlaceReader, first: number): Candidate | undefined {
  if (bent !== undefined && bentAt !== (bent.partOfSpeech === 'verb' ? form.verbHead : form.nounHead)) return undefined;
  if (twinAt !== (bent?.partOfSpeech === 'verb' ? form.twin : -1)) return undefined;
  const written = reader.textOf(first, last);
  // “Everyone’s on the same page” is no “everyone on the same page”, and a CronJob is the name of a thing.
  if (!form.hasPossessive && possessiveInside.test(written)) return undefined;
  if (form.isRespelled && innerCapital.test(written)) return undefined;
  const { term } = form;
  const inflection = bent?.inflection ?? 'base';
  const partOfSpeech = bent?.partOfSpeech ?? term?.partOfSpeech ?? 'phrase';
  const isAsSpelled = !form.isRespelled && hyphen.test(written) === form.hasHyphen;
  const candidate: Candidate = { form, last, partOfSpeech, inflection, object, isAsSpelled };
  // Only a verb is split by its object.
  if (object !== undefined && (term?.partOfSpeech !== 'verb' || form.verbHead !== 0)) return undefined;
  if (term === undefined) return candidate;
  if (form.exact !== undefined) return reader.isWritten(form.exact, first, last) && !reader.isReference(last) ? candidate : undefined;
  // Half of a compound is another word: “high-impact” is not “impact”, but “storm-impacted” is impacted.
  if (reader.isHalfOfCompound(first, last, bent?.partOfSpeech === 'verb')) return undefined;
  // “will be sunset” is a participle; “at sunset” is the word itself.
  if (bent?.isUnchanged === true && !reader.isAfterAuxiliary(first)) return undefined;
  const needed = term.partOfSpeech ?? (bent !== undefined && first === last ? bent.partOfSpeech : undefined);
  if (needed === undefined) return candidate;
  const isRewritten = needed === 'verb' && depth > 1 && !isAsSpelled;
  // Who is on board is not on-boarded.
  if (isRewritten && form.hasParticle && form.hasHyphen) return undefined;
  const verdict = isRewritten && form.hasParticle && reader.isAfter('to', first) ? 'no' : reader.judge(needed, inflection, first, last, isRewritten);
  if (verdict !== 'unsure') return verdict === 'yes' ? candidate : undefined;
  // “A kick-off deck” does not kick off, and neither do changes to kick-off; a tagger sees two words there.
  if (isRewritten && form.hasParticle) return undefined;
  return reader.isTagged(needed, inflection, first, last) ? candidate : undefined;
}

function isSameForm(one: Bend, other: Bend): boolean {
  return one.partOfSpeech === other.partOfSpeech && one.inflection === other.inflection;
}

/** Answers what a place in the text allows. Tags of a sentence are asked for once, and only when a place is in doubt. */
class PlaceReader {
  private tagged: { readonly from: number; readonly to: number; readonly keys: readonly string[]; readonly tags: readonly Tag[] } | undefined;

  constructor(
    readonly text: string,
    readonly words: readonly Word[],
    private readonly tagger: Tagger | undefined,
  ) {}

  /**
   * Whether a term that begins with the word may end there or go on with the next. Half of all words are small ones that open
   * some phrase, “in order to”, and nearly none of them stands in it. Other words may be verbs with an object inside.
   */
  mayGoOn({ forms, next }: State, index: number): boolean {
    if (forms.length > 0 || !isFunctionWord(this.words[index]?.key ?? '')) return true;
    const following = this.words[index + 1];
    const closed = this.closedAt(index + 1);
    return (
      (following !== undefined && stepsOf(following.key).some(({ key }) => next.has(key))) ||
      (closed !== undefined && stepsOf(closed).some(({ key }) => next.has(key)))
    );
  }

  /** The word and the next as one, where a hyphen joins them: “on-boarding” is also “onboarding”. */
  closedAt(index: number): string | undefined {
    const word = this.words[index];
    const next = this.words[index + 1];
    if (word === undefined || next === undefined || next.start !== word.end + 1 || !loneHyphen.test(this.text.charAt(word.end))) return undefined;
    return word.key + next.key;
  }

  textOf(first: number, last: number): string {
    return this.text.slice(this.words[first]?.start ?? 0, this.words[last]?.end ?? 0);
  }

  /** Where a form ends: after the full stop of “approx.” where one follows and the sentence goes on. */
  endOf(last: number, { endsInStop }: CompiledForm): number {
    const end = this.words[last]?.end ?? 0;
    return endsInStop && /^\.(?:[,;:)]|\s+[\p{Ll}\p{N}])/u.test(this.text.slice(end, end + 4)) ? end + 1 : end;
  }

  /** Whether the words are written just so, apart from a plural s. */
  isWritten(exact: readonly string[], first: number, last: number): boolean {
    return last - first + 1 === exact.length && exact.every((word, index) => [word, `${word}s`].includes(this.words[first + index]?.value ?? ''));
  }

  /** `SSO-142` and `EP/S02` name a request or a grant. */
  isReference(index: number): boolean {
    const end = this.words[index]?.end ?? 0;
    return /^[-/]\p{N}/u.test(this.text.slice(end, end + 2));
  }

  /** Whether a hyphen ties the word to another; only to the one after it, where the one before may say who or how. */
  isHalfOfCompound(first: number, last: number, mayFollow: boolean): boolean {
    const { start = 0 } = this.words[first] ?? {};
    const { end = 0 } = this.words[last] ?? {};
    if (identifierBefore.test(this.text.slice(Math.max(0, start - 3), start)) || identifierAfter.test(this.text.slice(end, end + 3))) return true;
    if (/^[-‐‑][\p{L}\p{N}]/u.test(this.text.slice(end, end + 2))) return true;
    return /[\p{L}\p{N}][-‐‑]$/u.test(this.text.slice(Math.max(0, start - 2), start)) && !(mayFollow && !notBefore.has(this.words[first - 1]?.key ?? ''));
  }

  /**
   * The object between a verb and its particle: a pronoun, or an article and a few words. `isParticle` says whether a term
   * goes on with a word.
   */
  findObject(first: number, isParticle: (key: string) => boolean): TermMatch['object'] {
    const opening = this.words[first]?.key ?? '';
    if (!this.isJoined(first - 1)) return undefined;
    if (pronouns.has(opening)) {
      const particle = this.words[first + 1]?.key ?? '';
      return this.isJoined(first) && (mayFollowObject(particle) || particle === 'into') && isParticle(particle)
        ? { firstWord: first, lastWord: first }
        : undefined;
    }
    if (!beginsNounPhrase(opening)) return undefined;
    for (let last = first + 1; last < first + 4 && this.isJoined(last - 1) && this.isJoined(last); last++) {
      if (isFunctionWord(this.words[last]?.key ?? '')) return undefined;
      const particle = this.words[last + 1]?.key ?? '';
      if ((mayFollowObject(particle) || particle === 'on') && isParticle(particle)) return { firstWord: first, lastWord: last };
    }
    return undefined;
  }

  isAfter(key: string, first: number): boolean {
    return this.words[first - 1]?.key === key;
  }

  isAfterAuxiliary(first: number): boolean {
    return readPastUse(this.lookAround(first, first).before, []) !== 'past';
  }

  /** What the words beside a place say about its part of speech. Words of a phrase that is written otherwise are no evidence of their own. */
  judge(partOfSpeech: PartOfSpeech, inflection: Inflection, first: number, last: number, isRewritten: boolean): Verdict {
    const surroundings = this.lookAround(first, last);
    return judgeByNeighbours(partOfSpeech, inflection, isRewritten ? { ...surroundings, isPhrase: false } : surroundings);
  }

  /** Whether the tags of the sentence give the place that part of speech. */
  isTagged(partOfSpeech: PartOfSpeech, inflection: Inflection, first: number, last: number): boolean {
    if (this.tagger === undefined) return true;
    const { from, keys, tags } = this.tagSentence(first, last, this.tagger);
    return judgeByTags(partOfSpeech, inflection, keys, tags, first - from, last - from);
  }

  tagAt(word: number): Tag | undefined {
    if (this.tagger === undefined) return undefined;
    const { from, tags } = this.tagSentence(word, word, this.tagger);
    return tags[word - from];
  }

  private lookAround(first: number, last: number): Surroundings {
    const before: string[] = [];
    for (let index = first - 1; index >= 0 && before.length < 4 && this.isJoined(index); index--) before.unshift(this.words[index]?.key ?? '');
    const after: string[] = [];
    for (let index = last + 1; index < this.words.length && after.length < 2 && this.isJoined(index - 1); index++) after.push(this.words[index]?.key ?? '');
    return {
      before,
      after,
      own: this.words[first]?.key ?? '',
      opensSentence: first === 0 || clauseEnd.test(this.gapAfter(first - 1)),
      closesSentence: last === this.words.length - 1 || clauseEnd.test(this.gapAfter(last)),
      isPhrase: first !== last,
    };
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
