import { isFunctionWord } from '../text/part-of-speech.js';
import { stemOf } from '../text/word-family.js';
import type { WordFrequency } from '../text/word-frequency.js';
import { splitWords, type Word } from '../text/words.js';
import type { Goal } from './schema.js';

// How much a word says, by how common it is in English at large: nothing from the first Zipf value on (“first”, “people”),
// everything from the second down (“procurement”).
const commonestZipf = 6.3;
const rarestZipf = 3.6;

// Where the list of word frequencies is not at hand, all words say the same.
const unknownRarity = 0.6;

// What a goal is called says most. A statement tells the circumstances too.
const fieldWeights = { title: 1, keywords: 0.5, measures: 0.5, statement: 0.5 } as const;

// Terms of a statement beyond which each counts for less: a page about a goal is no stronger evidence than a sentence.
const usualStatement = 12;

// A pair in the goal’s own order says a little more than its words do, however rare they are.
const phraseGain = 0.2;

// The organisation chose its keywords, so that the commonest of them says something, and one of several words more.
const leastKeyword = 0.3;
const phraseBonus = 0.3;

// Distinct words that are kept once read.
const keptWords = 50_000;

const dateWords = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

/** A word of a text or two neighbouring ones, bent back to what their inflections share. */
export interface TextTerm {
  readonly stem: string;
  /** 0 to 1: how much it says, by how rare it is in English at large. */
  readonly rarity: number;
  /** The words it is made of, as written. */
  readonly words: readonly Word[];
}

interface Keyword {
  readonly goal: number;
  readonly stems: readonly string[];
  readonly worth: number;
}

/** A keyword of a goal that stands in a text. */
export interface KeywordUse {
  /** The position of the goal. */
  readonly goal: number;
  /** 0 to 1: how much it says. */
  readonly worth: number;
  readonly words: readonly Word[];
}

/** Where a term stands in the goals. */
export interface GoalTerm {
  readonly stem: string;
  readonly rarity: number;
  readonly isPair: boolean;
  /** 0 to 1: how much better the pair tells goals apart than its words alone; 0 for a single word. */
  readonly gain: number;
  /** Position of each goal that has it, with the weight of the best field it stands in there. */
  readonly goals: readonly number[];
  readonly weights: readonly number[];
  readonly isInTitle: readonly boolean[];
  /** 0 to 1: how well it tells goals apart. What every goal says is no sign of one. */
  readonly distinctness: number;
}

/** The words of an organisation's goals, and which goals have each. */
export class GoalIndex {
  readonly terms: readonly GoalTerm[];
  private readonly words = new Map<string, { readonly stem: string; readonly rarity: number }>();
  private readonly byStem: ReadonlyMap<string, number>;
  /** For each goal, how much all words of its title say together. */
  readonly titleTotals: readonly number[];
  private readonly keywords: ReadonlyMap<string, readonly Keyword[]>;

  constructor(
    readonly goals: readonly Goal[],
    private readonly frequency: WordFrequency | undefined,
  ) {
    const found = new Map<string, { term: TextTerm; goals: number[]; weights: number[]; isInTitle: boolean[] }>();
    for (const [position, goal] of goals.entries()) {
      for (const [stem, { term, weight, isInTitle }] of this.listGoalTerms(goal)) {
        const entry = found.get(stem) ?? { term, goals: [], weights: [], isInTitle: [] };
        found.set(stem, entry);
        entry.goals.push(position);
        entry.weights.push(weight);
        entry.isInTitle.push(isInTitle);
      }
    }
    const distinctnessOfStem = (stem: string): number => distinctnessOf(found.get(stem)?.weights ?? [], goals.length);
    this.terms = [...found].map(([stem, { term, ...places }]) => {
      const isPair = term.words.length > 1;
      const distinctness = distinctnessOfStem(stem);
      const ofWords = isPair ? Math.max(...stem.split(' ').map(distinctnessOfStem)) : distinctness;
      return { stem, rarity: term.rarity, isPair, ...places, distinctness, gain: isPair ? Math.max(phraseGain, distinctness - ofWords) : 0 };
    });
    this.byStem = new Map(this.terms.map(({ stem }, index) => [stem, index]));
    const titleTotals = goals.map(() => 0);
    for (const { rarity, distinctness, isPair, goals: positions, isInTitle } of this.terms) {
      if (isPair) continue;
      for (const [index, position] of positions.entries()) {
        if (isInTitle[index] === true) titleTotals[position] = (titleTotals[position] ?? 0) + rarity * distinctness;
      }
    }
    this.titleTotals = titleTotals;
    this.keywords = this.listKeywords();
  }

  /** The position of a term among `terms`. */
  find(stem: string): number | undefined {
    return this.byStem.get(stem);
  }

  /** The terms of a text: words that carry meaning, and pairs of them that follow each other. */
  listTerms(words: readonly Word[]): TextTerm[] {
    const terms: TextTerm[] = [];
    let before: TextTerm | undefined;
    for (const word of words) {
      const { stem, rarity } = this.readWord(word.key);
      if (rarity === 0) continue;
      const term: TextTerm = { stem, rarity, words: [word] };
      terms.push(term);
      // Small words may stand between, as in “delivery of services”, but not half a sentence.
      if (before !== undefined && word.start - (before.words[0]?.end ?? 0) < 8) {
        terms.push({ stem: `${before.stem} ${term.stem}`, rarity: (before.rarity + rarity) / 2, words: [...before.words, word] });
      }
      before = term;
    }
    return terms;
  }

  /** The keywords that stand in a text, whole and in any inflection. */
  findKeywords(words: readonly Word[]): readonly KeywordUse[] {
    if (this.keywords.size === 0) return [];
    const stems = words.map(({ key }) => this.readWord(key).stem);
    const found: KeywordUse[] = [];
    for (const [start, stem] of stems.entries()) {
      for (const { goal, stems: wanted, worth } of this.keywords.get(stem) ?? []) {
        if (wanted.every((other, index) => stems[start + index] === other)) found.push({ goal, worth, words: words.slice(start, start + wanted.length) });
      }
    }
    return found;
  }

  /** By their first stem. */
  private listKeywords(): ReadonlyMap<string, readonly Keyword[]> {
    const listed = new Map<string, Keyword[]>();
    for (const [goal, { keywords = [] }] of this.goals.entries()) {
      for (const keyword of keywords) {
        const words = splitWords(keyword);
        const [first, ...rest] = words.map(({ key }) => stemOf(key));
        if (first === undefined) continue;
        const rarity = Math.max(...words.map(({ key }) => this.rarityOf(key)));
        const worth = Math.min(1, leastKeyword + (1 - leastKeyword) * rarity + (rest.length > 0 ? phraseBonus : 0));
        const others = listed.get(first) ?? [];
        listed.set(first, others);
        others.push({ goal, stems: [first, ...rest], worth });
      }
    }
    return listed;
  }

  /** The stem of a word, and how much it says: nothing when it belongs to grammar, to a date or to a number. */
  private readWord(key: string): { readonly stem: string; readonly rarity: number } {
    const known = this.words.get(key);
    if (known !== undefined) return known;
    const isEmpty = isFunctionWord(key) || dateWords.has(key) || !/\p{L}{2}/u.test(key);
    const read = { stem: stemOf(key), rarity: isEmpty ? 0 : this.rarityOf(key) };
    if (this.words.size >= keptWords) this.words.clear();
    this.words.set(key, read);
    return read;
  }

  private rarityOf(key: string): number {
    if (this.frequency === undefined) return unknownRarity;
    const zipf = Math.max(this.frequency.zipfOf(key) ?? 0, this.frequency.zipfOf(stemOf(key)) ?? 0);
    return Math.min(1, Math.max(0, (commonestZipf - zipf) / (commonestZipf - rarestZipf)));
  }

  private listGoalTerms(goal: Goal): ReadonlyMap<string, { term: TextTerm; weight: number; isInTitle: boolean }> {
    const found = new Map<string, { term: TextTerm; weight: number; isInTitle: boolean }>();
    const add = (terms: readonly TextTerm[], weight: number, isInTitle: boolean): void => {
      for (const term of terms) {
        const known = found.get(term.stem);
        if (known === undefined) found.set(term.stem, { term, weight, isInTitle });
        else if (known.weight < weight) known.weight = weight;
      }
    };
    const read = (text: string): TextTerm[] => this.listTerms(splitWords(text));
    add(read(goal.title), fieldWeights.title, true);
    for (const keyword of goal.keywords ?? []) add(read(keyword), fieldWeights.keywords, false);
    for (const measure of goal.measures ?? []) add(read(measure), fieldWeights.measures, false);
    const statement = read(goal.statement ?? '');
    // A word and a pair make two terms.
    const length = statement.length / 2;
    add(statement, fieldWeights.statement * Math.sqrt(usualStatement / Math.max(usualStatement, length)), false);
    return found;
  }
}

/** From 1 for a term of one goal alone to near 0 for one that all goals have. A place in a statement counts for less than one in a title. */
function distinctnessOf(weights: readonly number[], goals: number): number {
  const share = Math.max(
    1,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  return Math.log((goals + 1) / share) / Math.log(goals + 1);
}
