import type { Span } from '../model/span.js';
import { splitSentences } from '../text/sentences.js';
import { stemOf } from '../text/word-family.js';
import type { WordFrequency } from '../text/word-frequency.js';
import type { WordVectors } from '../text/word-vectors.js';
import { splitWords, type Word } from '../text/words.js';
import { GoalIndex, type KeywordUse, type TextTerm } from './goal-index.js';
import type { Goal } from './schema.js';

/** A sentence of a message with its words, in offsets of the text it comes from. Whatever else it carries comes back as it is. */
export interface GoalSentence {
  readonly sentence: Span & { readonly words: readonly Word[] };
}

/** How a text serves one goal. */
export interface GoalMatch<Sentence extends GoalSentence = GoalSentence> {
  readonly goal: Goal;
  /** 0 to 1: how likely it is that the text serves the goal. From `servesFrom` on it counts as served. */
  readonly score: number;
  /** The words of the text that are the goal’s own or mean the same, as written, those that say most first. */
  readonly words: readonly string[];
  /** The sentence that shows the goal best. */
  readonly evidence: Sentence | undefined;
}

/** A sentence that shows a goal. */
export interface GoalEvidence<Sentence extends GoalSentence = GoalSentence> {
  readonly sentence: Sentence;
  /** 0 to 1, as the score of a text of this sentence alone. */
  readonly strength: number;
  /** As in a match. */
  readonly words: readonly string[];
}

/** A text serves the goals whose score is this high. */
export const servesFrom = 0.5;

/** A sentence is evidence of a goal from this strength on. It is lower: the goal has been named, and only has to be heard of. */
export const showsFrom = 0.3;

/** Another goal is claimed from this score on, and only where the declared ones have hardly any. */
const claimedFrom = 0.9;
const hardlyAny = 0.15;

/**
 * The goal that a text reads like instead of those it declares; `undefined` when it shows one of these, or none clearly.
 * `ranking` is what `rank` says about the text.
 */
export function findRival<Sentence extends GoalSentence>(
  ranking: readonly GoalMatch<Sentence>[],
  declared: readonly string[],
): GoalMatch<Sentence> | undefined {
  const [best] = ranking;
  if (best === undefined || best.score < claimedFrom || declared.includes(best.goal.id)) return undefined;
  const own = Math.max(0, ...ranking.filter(({ goal }) => declared.includes(goal.id)).map(({ score }) => score));
  return own < hardlyAny ? best : undefined;
}

/** What a match is made of, and how much each part counts. `bench/goals.mjs` measures them. */
export interface MatchWeights {
  readonly base: number;
  /** Words that the text shares with the goal’s title. */
  readonly titleWords: number;
  /** Words that it shares with what else is written about the goal. */
  readonly otherWords: number;
  /** Pairs of neighbouring words that it shares with the goal. */
  readonly pairs: number;
  /** How much of the goal’s title the text has, in these or near words. */
  readonly coverage: number;
  /** How near the text as a whole is to the goal’s title. */
  readonly titleMeaning: number;
  /** How near it is to what else is written about the goal. */
  readonly otherMeaning: number;
  /** Keywords of the goal that stand in the text whole. The labelled texts have none to learn this from: it is set by hand. */
  readonly keyword: number;
  /** How many passages the text has: in a long one, something matches by chance. */
  readonly length: number;
}

export const matchWeights: MatchWeights = {
  base: -4.9,
  titleWords: 4.2,
  otherWords: 5.4,
  pairs: 9.9,
  coverage: 3.8,
  titleMeaning: 6.2,
  otherMeaning: 1,
  keyword: 3.5,
  length: 0.85,
};

export interface MatcherOptions {
  /** How common words are in English at large. Without it, all words count alike. */
  readonly frequency?: WordFrequency | undefined;
  /** What words mean. Without it, only the goal’s own words count. Asked for when first needed. */
  readonly vectors?: (() => WordVectors | undefined) | undefined;
  readonly weights?: MatchWeights | undefined;
}

/** The parts of a match that hang on the passage alone. */
type TextParts = Omit<MatchParts, 'length'>;

/** The parts of a match, before they are weighed. */
export type MatchParts = Readonly<Record<Exclude<keyof MatchWeights, 'base'>, number>>;

// Words of a passage. A goal is served in a paragraph, wherever it stands in a message.
const passageWords = 60;

// A shared word that says less than this share of what the best one says is no reason to name.
const leastShare = 0.2;

// Goals that are compared passage by passage. An organisation with more has a file made by a program.
const mostCandidates = 300;

// Keywords of a goal beyond which more of them add nothing.
const mostKeywords = 2;

// More are not looked at in one text: those that are are spread over it.
const mostPassages = 60;

// Words whose vectors are further apart than this cosine have nothing to do with each other.
const nearFrom = 0.5;
const mostNear = 12;

/** Tells which goals of an organisation a text serves, by the goals file alone. */
export class GoalMatcher {
  private kept: GoalIndex | undefined;
  private meaning: GoalMeaning | undefined;
  private readonly weights: MatchWeights;
  /** Kept as long as the sentences are, which the editor keeps from one keystroke to the next. */
  private readonly texts = new WeakMap<readonly Word[], ReadText>();
  private readonly scores = new WeakMap<ReadText, Map<number, number>>();
  /** By the first sentence of the passage. */
  private readonly passages = new WeakMap<readonly Word[], KeptPassage>();

  constructor(
    private readonly goals: readonly Goal[],
    private readonly options: MatcherOptions = {},
  ) {
    this.weights = options.weights ?? matchWeights;
  }

  /** Every goal that shares anything with the text, the likeliest first; of thousands, those that share most. */
  rank<Sentence extends GoalSentence>(sentences: readonly Sentence[]): readonly GoalMatch<Sentence>[] {
    const passages = this.readPassages(sentences);
    const candidates = this.findCandidates(passages);
    const best = new Map<number, { sum: number; passage: Passage<Sentence> }>();
    for (const passage of passages) {
      for (const [goal, parts] of this.comparePassage(passage, candidates)) {
        const sum = weigh({ ...parts, length: lengthPart(passages.length) }, this.weights);
        if (sum > (best.get(goal)?.sum ?? Number.NEGATIVE_INFINITY)) best.set(goal, { sum, passage });
      }
    }
    const ranked = [...best].sort(([a, { sum: first }], [b, { sum: second }]) => second - first || a - b);
    return ranked.map(([position, { sum, passage }]) => this.describe(position, toShare(sum), passage));
  }

  /** The goals that the text serves, the likeliest first; empty when it serves none. */
  match<Sentence extends GoalSentence>(sentences: readonly Sentence[]): readonly GoalMatch<Sentence>[] {
    return this.rank(sentences).filter(({ score }) => score >= servesFrom);
  }

  /** The sentences that show a goal, in their order; none for a goal that is not in the file. */
  evidenceFor<Sentence extends GoalSentence>(goalId: string, sentences: readonly Sentence[]): readonly GoalEvidence<Sentence>[] {
    const position = this.goals.findIndex(({ id }) => id === goalId);
    if (position < 0) return [];
    const found = sentences.flatMap((sentence): GoalEvidence<Sentence>[] => {
      const read = this.read(sentence);
      const strength = this.scoreOf(position, read);
      return strength < showsFrom ? [] : [{ sentence, strength, words: this.listShared(position, read) }];
    });
    if (found.length > 0) return found;
    // What no sentence says alone, a paragraph may.
    let best: { passage: Passage<Sentence>; strength: number } | undefined;
    for (const passage of this.readPassages(sentences)) {
      const strength = this.scoreOf(position, passage);
      if (strength >= showsFrom && strength > (best?.strength ?? 0)) best = { passage, strength };
    }
    const sentence = best === undefined ? undefined : this.findShowing(position, best.passage);
    return best === undefined || sentence === undefined ? [] : [{ sentence, strength: best.strength, words: this.listShared(position, best.passage) }];
  }

  /** The parts of each goal’s match with the text, at its best passage: what weights are found from. */
  listParts(sentences: readonly GoalSentence[]): ReadonlyMap<string, readonly MatchParts[]> {
    const found = new Map<string, MatchParts[]>(this.goals.map(({ id }) => [id, []]));
    const passages = this.readPassages(sentences);
    for (const passage of passages) {
      for (const [position, parts] of this.compare(passage, everyGoal)) {
        found.get(this.goals[position]?.id ?? '')?.push({ ...parts, length: lengthPart(passages.length) });
      }
    }
    return found;
  }

  private scoreOf(position: number, text: ReadText): number {
    const scores = this.scores.get(text) ?? new Map<number, number>();
    const known = scores.get(position);
    if (known !== undefined) return known;
    const parts = this.compare(text, (goal) => goal === position).get(position);
    const score = parts === undefined ? 0 : toShare(weigh({ ...parts, length: lengthPart(1) }, this.weights));
    this.scores.set(text, scores.set(position, score));
    return score;
  }

  private read({ sentence: { words } }: GoalSentence): ReadText {
    const known = this.texts.get(words) ?? { terms: this.index.listTerms(words), keywords: this.index.findKeywords(words) };
    this.texts.set(words, known);
    return known;
  }

  private get index(): GoalIndex {
    this.kept ??= new GoalIndex(this.goals, this.options.frequency);
    return this.kept;
  }

  private get vectors(): GoalMeaning {
    this.meaning ??= new GoalMeaning(this.index, this.options.vectors?.());
    return this.meaning;
  }

  private readPassages<Sentence extends GoalSentence>(sentences: readonly Sentence[]): Passage<Sentence>[] {
    const passages: Passage<Sentence>[] = [];
    const read = sentences.map((sentence) => ({ sentence, ...this.read(sentence) }));
    let covered = 0;
    for (let first = 0; first < read.length; first++) {
      let words = 0;
      let end = first;
      while (end < read.length && (words === 0 || words + (read[end]?.sentence.sentence.words.length ?? 0) <= passageWords)) {
        words += read[end]?.sentence.sentence.words.length ?? 0;
        end++;
      }
      // One that lies within the passage before says nothing new.
      if (end <= covered) continue;
      covered = end;
      const part = read.slice(first, end);
      passages.push({ sentences: part, terms: part.flatMap(({ terms }) => terms), keywords: part.flatMap(({ keywords }) => keywords) });
    }
    const step = Math.ceil(passages.length / mostPassages);
    return step <= 1 ? passages : passages.filter((_, index) => index % step === 0);
  }

  /** Which goals are worth comparing passage by passage: all, or of very many those that share most with the text as a whole. */
  private findCandidates(passages: readonly ReadText[]): (goal: number) => boolean {
    if (this.goals.length <= mostCandidates) return everyGoal;
    const sums = new Float64Array(this.goals.length);
    for (const [position, similarity] of this.findGoalTerms(passages.flatMap(({ terms }) => terms))) {
      const term = this.index.terms[position];
      if (term === undefined) continue;
      const worth = similarity * term.rarity * term.distinctness;
      for (let place = 0; place < term.goals.length; place++) {
        const goal = term.goals[place] ?? 0;
        sums[goal] = (sums[goal] ?? 0) + worth * (term.weights[place] ?? 0);
      }
    }
    for (const { keywords } of passages) for (const { goal, worth } of keywords) sums[goal] = (sums[goal] ?? 0) + worth;
    const least = Float64Array.from(sums).sort()[sums.length - mostCandidates] ?? 0;
    return (goal) => (sums[goal] ?? 0) > 0 && (sums[goal] ?? 0) >= least;
  }

  /** The same as `compare`, kept until one of the passage’s sentences changes. */
  private comparePassage(passage: Passage<GoalSentence>, isWanted: (goal: number) => boolean): ReadonlyMap<number, TextParts> {
    // Which of very many goals are wanted hangs on the whole text.
    if (isWanted !== everyGoal) return this.compare(passage, isWanted);
    const sentences = passage.sentences.map(({ sentence }) => sentence.sentence.words);
    const [first] = sentences;
    const known = first === undefined ? undefined : this.passages.get(first);
    if (known?.sentences.length === sentences.length && known.sentences.every((words, index) => words === sentences[index])) return known.parts;
    const parts = this.compare(passage, isWanted);
    if (first !== undefined) this.passages.set(first, { sentences, parts });
    return parts;
  }

  /** The parts of each wanted goal’s match with a passage, by the goal’s position. Goals that share nothing with it are left out. */
  private compare({ terms, keywords }: ReadText, isWanted: (goal: number) => boolean): ReadonlyMap<number, TextParts> {
    const { index, vectors } = this;
    const found = new Map<number, { titleWords: number; otherWords: number; pairs: number; coverage: number }>();
    for (const [position, similarity] of this.findGoalTerms(terms)) {
      const term = index.terms[position];
      if (term === undefined) continue;
      const worth = term.rarity * (term.isPair ? term.gain : term.distinctness);
      for (let place = 0; place < term.goals.length; place++) {
        const goal = term.goals[place] ?? 0;
        if (!isWanted(goal)) continue;
        const sums = found.get(goal) ?? { titleWords: 0, otherWords: 0, pairs: 0, coverage: 0 };
        found.set(goal, sums);
        const weight = worth * (term.weights[place] ?? 0);
        const isInTitle = term.isInTitle[place] === true;
        if (isInTitle && !term.isPair) sums.coverage += worth * similarity;
        if (similarity < 1) continue;
        if (term.isPair) sums.pairs += weight;
        else if (isInTitle) sums.titleWords += weight;
        else sums.otherWords += weight;
      }
    }
    const keywordsOf = sumKeywords(keywords);
    // A keyword may be made of small words only, which are no terms.
    for (const goal of keywordsOf.keys()) if (isWanted(goal) && !found.has(goal)) found.set(goal, { titleWords: 0, otherWords: 0, pairs: 0, coverage: 0 });
    const compareMeaning = vectors.comparerOf(vectors.vectorOf(terms));
    const compared = new Map<number, TextParts>();
    for (const [goal, { titleWords, otherWords, pairs, coverage }] of found) {
      compared.set(goal, {
        titleWords: Math.log1p(titleWords),
        otherWords: Math.log1p(otherWords),
        pairs: Math.log1p(pairs),
        coverage: coverage / ((index.titleTotals[goal] ?? 0) + 0.3),
        ...compareMeaning(goal),
        keyword: Math.min(mostKeywords, keywordsOf.get(goal) ?? 0),
      });
    }
    return compared;
  }

  /** The terms of goals that stand in the text, with 1, and those of titles that are near to what stands in it, with how near. */
  private findGoalTerms(terms: readonly TextTerm[]): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const { stem } of terms) {
      const exact = this.index.find(stem);
      if (exact !== undefined) found.set(exact, 1);
      for (const { position, similarity } of this.vectors.findNear(stem)) {
        if (similarity > (found.get(position) ?? 0)) found.set(position, similarity);
      }
    }
    return found;
  }

  private describe<Sentence extends GoalSentence>(position: number, score: number, passage: Passage<Sentence>): GoalMatch<Sentence> {
    const listWords = (): readonly string[] => this.listShared(position, passage);
    const findEvidence = (): Sentence | undefined => this.findShowing(position, passage);
    let words: readonly string[] | undefined;
    // Of a long ranking only the first few are asked for their reasons.
    return {
      // The goal is known: its position came from the index.
      goal: this.goals[position] as Goal,
      score,
      get words() {
        words ??= listWords();
        return words;
      },
      get evidence() {
        return findEvidence();
      },
    };
  }

  /** The sentence of a passage that shows a goal best. */
  private findShowing<Sentence extends GoalSentence>(position: number, { sentences }: Passage<Sentence>): Sentence | undefined {
    if (sentences.length === 1) return sentences[0]?.sentence;
    let showing: Sentence | undefined;
    let best = 0;
    for (const { sentence, ...read } of sentences) {
      const score = this.scoreOf(position, read);
      if (score > best) [best, showing] = [score, sentence];
    }
    return showing;
  }

  /** Words of the text that the goal has too, or a near one, as written and each once, those that say most first. */
  private listShared(goal: number, { terms, keywords }: ReadText): readonly string[] {
    const { index, vectors } = this;
    // Keywords were chosen to show the goal, so they come before all others.
    const own = keywords.filter((use) => use.goal === goal).sort((a, b) => b.worth - a.worth);
    const named = new Set(own.flatMap(({ words }) => words));
    const worth = new Map<string, number>();
    for (const { stem, words } of terms) {
      const [word] = words;
      if (words.length > 1 || word === undefined || named.has(word)) continue;
      const exact = index.find(stem);
      const places = [...(exact === undefined ? [] : [{ position: exact, similarity: 1 }]), ...vectors.findNear(stem)];
      for (const { position, similarity } of places) {
        const term = index.terms[position];
        const place = term === undefined ? -1 : placeOf(term.goals, goal);
        if (term === undefined || place < 0) continue;
        const value = similarity * term.rarity * term.distinctness * (term.weights[place] ?? 0);
        if (value > (worth.get(word.value.toLowerCase()) ?? 0)) worth.set(word.value.toLowerCase(), value);
      }
    }
    const sorted = [...worth].sort(([, a], [, b]) => b - a);
    const least = leastShare * (sorted[0]?.[1] ?? 0);
    const phrases = own.map(({ words }) => words.map(({ value }) => value.toLowerCase()).join(' '));
    return [...new Set([...phrases, ...sorted.filter(([, value]) => value >= least).map(([word]) => word)])];
  }
}

/** Where a goal stands in a list in ascending order; -1 when it does not. */
function placeOf(goals: readonly number[], goal: number): number {
  let low = 0;
  let high = goals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((goals[middle] ?? 0) < goal) low = middle + 1;
    else high = middle;
  }
  return goals[low] === goal ? low : -1;
}

/** For each goal, what its keywords in a text say together, each counted once. */
function sumKeywords(uses: readonly KeywordUse[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  const seen = new Set<string>();
  for (const { goal, worth, words } of uses) {
    const key = `${goal} ${words.map((word) => stemOf(word.key)).join(' ')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    sums.set(goal, (sums.get(goal) ?? 0) + worth);
  }
  return sums;
}

/** The sentences of a plain text, as a matcher takes them. */
export function listGoalSentences(text: string): (GoalSentence & { readonly text: string })[] {
  return splitSentences(text).map((span) => {
    const part = text.slice(span.start, span.end);
    const words = splitWords(part).map((word) => ({ ...word, start: word.start + span.start, end: word.end + span.start }));
    return { sentence: { ...span, words }, text: part };
  });
}

/** What a sentence or a passage has that goals may have too. */
interface ReadText {
  readonly terms: readonly TextTerm[];
  readonly keywords: readonly KeywordUse[];
}

interface KeptPassage {
  readonly sentences: readonly (readonly Word[])[];
  readonly parts: ReadonlyMap<number, TextParts>;
}

interface Passage<Sentence extends GoalSentence> extends ReadText {
  readonly sentences: readonly (ReadText & { readonly sentence: Sentence })[];
}

/** A term of a title that means nearly the same as another word. */
interface NearTerm {
  readonly position: number;
  /** Above 0 and below 1. */
  readonly similarity: number;
}

// Words of one root are near each other even where they are used apart: “legislation” and “legislative”.
const kinFrom = 0.3;
const kinSimilarity = 0.8;

/** Whether two words begin alike for most of their length. */
function isOfOneRoot(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a.charAt(shared) === b.charAt(shared)) shared++;
  return shared >= 4 && shared >= 0.6 * Math.max(a.length, b.length);
}

// Distinct words whose neighbours are kept.
const keptWords = 20_000;

/** What the words of the goals mean. */
class GoalMeaning {
  private readonly positions: readonly number[];
  private readonly values: readonly Float32Array[];
  private readonly titles: GoalVectors;
  private readonly others: GoalVectors;
  private readonly near = new Map<string, readonly NearTerm[]>();

  constructor(
    private readonly index: GoalIndex,
    private readonly vectors: WordVectors | undefined,
  ) {
    const positions: number[] = [];
    const values: Float32Array[] = [];
    const dimensions = vectors?.dimensions ?? 0;
    const titles = index.goals.map(() => new Float32Array(dimensions));
    const others = index.goals.map(() => new Float32Array(dimensions));
    for (const [position, { stem, rarity, distinctness, isPair, goals, isInTitle }] of index.terms.entries()) {
      const vector = isPair ? undefined : vectors?.vectorOfStem(stem);
      if (vector === undefined) continue;
      // Words near those of a title count towards how much of it is there. Elsewhere only the words themselves count.
      if (isInTitle.includes(true)) {
        positions.push(position);
        values.push(vector);
      }
      for (const [place, goal] of goals.entries()) addTo((isInTitle[place] === true ? titles : others)[goal], vector, rarity * distinctness);
    }
    this.positions = positions;
    this.values = values;
    this.titles = new GoalVectors(titles, dimensions);
    this.others = new GoalVectors(others, dimensions);
  }

  /** The terms of titles that are nearest to a word in meaning, without itself. */
  findNear(stem: string): readonly NearTerm[] {
    const known = this.near.get(stem);
    if (known !== undefined) return known;
    const vector = stem.includes(' ') ? undefined : this.vectors?.vectorOfStem(stem);
    const found: NearTerm[] = [];
    if (vector !== undefined) {
      for (const [place, other] of this.values.entries()) {
        if (other === vector) continue;
        const position = this.positions[place] ?? 0;
        const likeness = dot(vector, other);
        const isKin = likeness >= kinFrom && isOfOneRoot(stem, this.index.terms[position]?.stem ?? '');
        const similarity = Math.min(0.99, Math.max((likeness - nearFrom) / (1 - nearFrom), isKin ? kinSimilarity : 0));
        if (similarity > 0) found.push({ position, similarity });
      }
      found.sort((a, b) => b.similarity - a.similarity).splice(mostNear);
    }
    if (this.near.size >= keptWords) this.near.clear();
    this.near.set(stem, found);
    return found;
  }

  /** What a text means as a whole: its words by how much each says, after Arora, Liang and Ma (2017), SIF. */
  vectorOf(terms: readonly TextTerm[]): Float32Array | undefined {
    if (this.vectors === undefined) return undefined;
    const sum = new Float32Array(this.vectors.dimensions);
    for (const { stem, rarity, words } of terms) {
      const vector = words.length > 1 ? undefined : this.vectors.vectorOfStem(stem);
      if (vector === undefined) continue;
      const position = this.index.find(stem);
      addTo(sum, vector, rarity * (position === undefined ? 1 : (this.index.terms[position]?.distinctness ?? 1)));
    }
    return toUnit(sum);
  }

  /** How near a text is to each goal: 1 for the same meaning, 0 for none in common. */
  comparerOf(text: Float32Array | undefined): (goal: number) => Pick<MatchParts, 'titleMeaning' | 'otherMeaning'> {
    const title = this.titles.comparerOf(text);
    const other = this.others.comparerOf(text);
    return (goal) => ({ titleMeaning: title(goal), otherMeaning: other(goal) });
  }
}

/** Where goals stand in the space of meaning. */
class GoalVectors {
  private readonly vectors: readonly (Float32Array | undefined)[];
  private readonly common: Float32Array | undefined;

  constructor(sums: readonly Float32Array[], dimensions: number) {
    const units = sums.map(toUnit);
    // What all goals have in common tells none of them apart.
    this.common = meanOf(units, dimensions);
    this.vectors = units.map((vector) => (vector === undefined ? undefined : this.withoutCommon(vector)));
  }

  comparerOf(text: Float32Array | undefined): (goal: number) => number {
    const own = text === undefined ? undefined : this.withoutCommon(text);
    return (goal) => {
      const vector = this.vectors[goal];
      return own === undefined || vector === undefined ? 0 : Math.max(0, dot(vector, own));
    };
  }

  private withoutCommon(vector: Float32Array): Float32Array | undefined {
    if (this.common === undefined) return vector;
    const rest = Float32Array.from(vector);
    addTo(rest, this.common, -dot(vector, this.common));
    return toUnit(rest);
  }
}

// Of two goals there is nothing that can be called common.
const fewestForCommon = 4;

function meanOf(vectors: readonly (Float32Array | undefined)[], dimensions: number): Float32Array | undefined {
  if (vectors.length < fewestForCommon) return undefined;
  const sum = new Float32Array(dimensions);
  for (const vector of vectors) if (vector !== undefined) addTo(sum, vector, 1);
  return toUnit(sum);
}

function addTo(sum: Float32Array | undefined, vector: Float32Array, weight: number): void {
  if (sum === undefined) return;
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + weight * (vector[index] ?? 0);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function toUnit(vector: Float32Array): Float32Array | undefined {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? undefined : vector.map((value) => value / length);
}

function weigh(parts: MatchParts, weights: MatchWeights): number {
  return (
    weights.base +
    weights.titleWords * parts.titleWords +
    weights.otherWords * parts.otherWords +
    weights.pairs * parts.pairs +
    weights.coverage * parts.coverage +
    weights.titleMeaning * parts.titleMeaning +
    weights.otherMeaning * parts.otherMeaning +
    weights.keyword * parts.keyword +
    weights.length * parts.length
  );
}

function lengthPart(passages: number): number {
  return -Math.log(passages);
}

function everyGoal(): boolean {
  return true;
}

/** The logistic function: any number as a share from 0 to 1. */
function toShare(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
