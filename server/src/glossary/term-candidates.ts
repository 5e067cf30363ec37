import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import { LineIndex } from '../model/line-index.js';
import { findOverlapping, itself, type Span } from '../model/span.js';
import { findAcronyms, isEverydayAcronym } from '../text/acronyms.js';
import { listReadings } from '../text/lemmas.js';
import { isForeign, isOrdinaryWord } from '../text/ordinary-word.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { splitSentences } from '../text/sentences.js';
import type { Tagger } from '../text/tagger.js';
import { stemOf } from '../text/word-family.js';
import type { WordFrequency } from '../text/word-frequency.js';
import { isCapitalised, splitWords, type Word } from '../text/words.js';
import type { ListedWords } from './listed-words.js';

/** A word, phrase or acronym that may belong in a glossary. */
export interface Candidate {
  /** As a dictionary would list it. */
  readonly term: string;
  readonly kind: 'word' | 'phrase' | 'acronym';
  readonly uses: number;
  readonly documents: number;
  /** Higher is worth a look sooner; only good for comparing candidates of one run. */
  readonly score: number;
  readonly example: Example;
  /** What an acronym stands for, where some message spells it out. */
  readonly expansion?: string;
}

/** A use of a candidate. */
export interface Example {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** Where it is, for formats whose source has no lines. */
  readonly place?: string;
  /** The sentence, cut where it is long. */
  readonly sentence: string;
}

export interface RankOptions {
  /** What needs no suggestion: the terms of the organisation's glossaries. */
  readonly listed: ListedWords;
  /** Tells noun phrases from other runs of words; without one, all runs count. */
  readonly tagger: Tagger | undefined;
  readonly limit: number;
  /** Candidates used less often are left out. */
  readonly minCount: number;
}

/** A use as it is kept while counting: what it shares with others is not copied. */
interface Use {
  readonly path: string;
  readonly line: number;
  readonly place: string | undefined;
  readonly text: string;
  readonly sentence: Span;
  readonly span: Span;
}

interface Tally {
  uses: number;
  documents: number;
  lastDocument: number;
  /** Uses with a capital inside a sentence. */
  capitals: number;
  /** How often each spelling occurs. */
  readonly forms: Map<string, number>;
  readonly examples: Use[];
}

// A word this common in English at large is no candidate, however much an organisation uses it. Zipf scale.
const commonestWord = 4.1;
const commonestAcronym = 3.8;
// Longer capitals that nobody spells out are a word or the name of a file.
const longestUnknown = 5;
const notes: ReadonlySet<string> = new Set(['TODO', 'FIXME']);
// What to assume of words that are rarer than the list goes.
const unlistedZipf = 2.5;
// At least ten times as frequent here as elsewhere.
const leastWeirdness = 1;
const keptExamples = 3;
// When this many phrases have been met, those that were met once are forgotten, so that memory does not grow with the folder.
const mostPhrases = 200_000;
const longestSentence = 160;
// A sentence of this many words that comes back is a template's, and says nothing about how often people use its words.
const shortestTemplate = 4;
const keptTemplates = 200_000;

/**
 * Collects words, phrases and acronyms that are rare in general English and frequent in some documents. A single word
 * counts by its weirdness: how much more frequent it is here than elsewhere (Ahmad, Gillam and Tostevin 1999). A phrase
 * counts by how much more often its words meet than chance would have it (pointwise mutual information), less what longer
 * phrases around it explain, as in the C-value (Frantzi, Ananiadou and Mima 2000). Both grow with the number of documents.
 */
export class CandidateMiner {
  private readonly words = new Map<string, Tally>();
  private readonly phrases = new Map<string, Tally>();
  private readonly acronyms = new Map<string, Tally & { defined: number; expansion: string | undefined }>();
  /** Uses of every word, by its key. */
  private readonly counts = new Map<string, number>();
  private readonly sentences = new Set<string>();
  private phraseLimit = mostPhrases;
  private total = 0;
  private document = 0;

  /** `frequency` says what is rare in general English. */
  constructor(private readonly frequency: WordFrequency) {}

  /** How many documents were added. */
  get documents(): number {
    return this.document;
  }

  /** Counts what a document says. Headings, quotations, code, text in other languages and sentences met before are passed over. */
  add(document: Document): void {
    this.document++;
    const lines = new LineIndex(document.source);
    for (const block of document.blocks) {
      if (block.quoted || block.kind === 'heading') continue;
      const words = splitWords(block.text);
      const useAt = (sentence: Span, span: Span): Use => ({
        path: document.path,
        line: lines.at(block.map.toSource(span).start).line,
        place: block.place,
        text: block.text,
        sentence,
        span,
      });
      const sentences = splitSentences(block.text);
      let next = 0;
      for (const sentence of sentences) {
        const first = next;
        while (next < words.length && (words[next]?.start ?? 0) < sentence.end) next++;
        this.addSentence(block, words.slice(first, next), (span) => useAt(sentence, span));
      }
      this.addAcronyms(block, words, (span) => useAt(findOverlapping(sentences, span, itself) ?? span, span));
    }
    if (this.phrases.size > this.phraseLimit) {
      for (const [key, tally] of this.phrases) if (tally.uses === 1) this.phrases.delete(key);
      // Where most are used again, the next look is further off, so that the time stays linear.
      this.phraseLimit = Math.max(mostPhrases, this.phrases.size * 2);
    }
  }

  /** The candidates worth a look first. */
  rank({ limit, minCount, listed, tagger }: RankOptions): Candidate[] {
    const candidates = [...this.rankWords(minCount, listed), ...this.rankAcronyms(minCount, listed), ...this.rankPhrases(minCount, listed)].sort(byScore);
    const chosen: Candidate[] = [];
    for (const candidate of candidates) {
      if (chosen.length >= limit) break;
      if (candidate.kind !== 'phrase' || tagger === undefined || this.isNounPhrase(candidate.term, tagger)) chosen.push(candidate);
    }
    return chosen;
  }

  private addSentence(block: Block, words: readonly Word[], useAt: (span: Span) => Use): void {
    const { frequency } = this;
    if (this.isRepeated(words) || isForeign(words, (key) => frequency.zipfOf(key) !== undefined || frequency.zipfOfFamily(key) > 0)) return;
    // Words of the phrase that may be going on.
    let run: Word[] = [];
    for (const [index, word] of words.entries()) {
      this.total++;
      this.counts.set(word.key, (this.counts.get(word.key) ?? 0) + 1);
      const previous = words[index - 1];
      if (previous !== undefined && !isJoint(block.text, previous.end, word.start)) run = [];
      if (!/^\p{Lu}?[a-z]+$/u.test(word.value) || (isCapitalised(word.value) && index > 0)) {
        run = [];
        if (index > 0 && isCapitalised(word.value)) this.countCapital(word);
        continue;
      }
      run.push(word);
      if (run.length > longestPhrase) run.shift();
      this.addPhrases(block.text, run, useAt);
      if ((frequency.zipfOf(word.key) ?? 0) < commonestWord && isOrdinaryWord(block.text, word))
        this.count(this.words, stemOf(word.key), word.key, () => useAt(word));
    }
  }

  private isRepeated(words: readonly Word[]): boolean {
    if (words.length < shortestTemplate) return false;
    const sentence = words.map(({ key }) => key).join(' ');
    if (this.sentences.has(sentence)) return true;
    if (this.sentences.size >= keptTemplates) this.sentences.clear();
    this.sentences.add(sentence);
    return false;
  }

  /** All phrases that end with the last word of the run. */
  private addPhrases(text: string, run: readonly Word[], useAt: (span: Span) => Use): void {
    const last = run.at(-1);
    // Half of a compound is not a word of its own.
    if (last === undefined || !mayEndPhrase(last.key) || /[-‐‑]/.test(text.charAt(last.end))) return;
    for (let from = run.length - 2; from >= 0; from--) {
      const words = run.slice(from);
      const first = words[0];
      if (first === undefined || /[-‐‑]/.test(text.charAt(first.start - 1))) continue;
      // What opens a sentence with a capital is mostly what to do: “Update the plan”. In “two-factor” even a number belongs.
      const mayBegin = mayEndPhrase(first.key) || /[-‐‑]/.test(text.charAt(first.end));
      if (!mayBegin || isCapitalised(first.value) || !words.slice(1, -1).every(({ key }) => mayEndPhrase(key) || links.has(key))) continue;
      const keys = words.map(({ key }) => key);
      const stem = [...keys.slice(0, -1), stemOf(last.key)].join(' ');
      const form = text.slice(first.start, last.end).toLowerCase().replace(/\s/g, ' ');
      this.count(this.phrases, stem, form, () => useAt({ start: first.start, end: last.end }));
    }
  }

  private addAcronyms(block: Block, words: readonly Word[], useAt: (span: Span) => Use): void {
    for (const acronym of findAcronyms(block.text, words)) {
      if (isEverydayAcronym(acronym.value)) continue;
      const isNew = this.acronyms.get(acronym.value)?.lastDocument !== this.document;
      const tally = this.count(this.acronyms, acronym.value, acronym.value, () => useAt(acronym), { defined: 0, expansion: undefined });
      if (acronym.isDefined) tally.expansion ??= readExpansion(block.text, acronym, acronym.value);
      if (acronym.isDefined && isNew) tally.defined++;
    }
  }

  private countCapital(word: Word): void {
    const tally = this.words.get(stemOf(word.key));
    if (tally !== undefined) tally.capitals++;
  }

  private count<Kind extends Tally>(
    tallies: Map<string, Kind>,
    key: string,
    form: string,
    useAt: () => Use,
    ...rest: Tally extends Kind ? [] : [Omit<Kind, keyof Tally>]
  ): Kind {
    let tally = tallies.get(key);
    if (tally === undefined) {
      // The rest of the fields is asked for by the type exactly when there are some.
      tally = { uses: 0, documents: 0, lastDocument: 0, capitals: 0, forms: new Map(), examples: [], ...rest[0] } as unknown as Kind;
      tallies.set(key, tally);
    }
    tally.uses++;
    tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
    if (tally.lastDocument !== this.document) {
      tally.documents++;
      tally.lastDocument = this.document;
      if (tally.examples.length < keptExamples) tally.examples.push(useAt());
    }
    return tally;
  }

  private *rankWords(minCount: number, listed: ListedWords): Generator<Candidate> {
    const { frequency } = this;
    for (const tally of this.words.values()) {
      if (tally.uses < minCount || tally.capitals >= tally.uses) continue;
      const zipf = Math.max(unlistedZipf, ...Array.from(tally.forms.keys(), (form) => frequency.zipfOfFamily(form)));
      if (zipf >= commonestWord) continue;
      const weirdness = this.zipfHere(tally.uses) - zipf;
      if (weirdness < leastWeirdness) continue;
      const term = chooseLemma(tally.forms, frequency);
      if (listed.hasTerm(term) || isEverydayWord(term)) continue;
      const rarity = (commonestWord - zipf) / (commonestWord - unlistedZipf);
      yield* toCandidate('word', term, tally, spread(tally) * (weirdness / 2 + rarity));
    }
  }

  private *rankAcronyms(minCount: number, listed: ListedWords): Generator<Candidate> {
    const { frequency } = this;
    for (const [value, tally] of this.acronyms) {
      const lower = value.toLowerCase();
      if (tally.uses < minCount || tally.defined >= tally.documents || (value.length > longestUnknown && tally.expansion === undefined)) continue;
      if (notes.has(value) || listed.hasTerm(lower)) continue;
      // Capitals that are a word may be shouted, unless somebody says what they stand for.
      const asWord = frequency.zipfOf(lower) ?? 0;
      const isCertain = tally.expansion !== undefined && asWord < commonestWord;
      if (!isCertain && isEverydayWord(lower)) continue;
      const zipf = isCertain ? unlistedZipf : Math.max(unlistedZipf, asWord);
      const weirdness = this.zipfHere(tally.uses) - zipf;
      if (zipf >= commonestAcronym || weirdness < leastWeirdness) continue;
      const rarity = (commonestWord - zipf) / (commonestWord - unlistedZipf);
      yield* toCandidate('acronym', value, tally, spread(tally) * (weirdness / 2 + rarity), tally.expansion);
    }
  }

  private *rankPhrases(minCount: number, listed: ListedWords): Generator<Candidate> {
    const nested = this.countNested(minCount);
    for (const [stem, tally] of this.phrases) {
      if (tally.uses < minCount) continue;
      const inner = nested.get(stem);
      // Of a phrase that hardly occurs outside a longer one, the longer is the term.
      const own = inner === undefined ? tally.uses : tally.uses - inner.uses / inner.phrases;
      if (own < minCount || own < tally.uses / 3) continue;
      const term = chooseLemma(tally.forms, this.frequency);
      const keys = splitWords(term).map(({ key }) => key);
      if (listed.hasTerm(term)) continue;
      const association = this.associationOf(keys, tally.uses);
      const weirdness = this.zipfHere(tally.uses) - this.zipfOfPhrase(keys);
      if (association < leastAssociation || weirdness < leastWeirdness) continue;
      yield* toCandidate('phrase', term, tally, spread(tally) * (own / tally.uses) * (Math.min(association, 3) / 2 + Math.min(weirdness, 3) / 2 - 0.5));
    }
  }

  /** For each phrase the uses and the number of longer ones around it. */
  private countNested(minCount: number): Map<string, { uses: number; phrases: number }> {
    const nested = new Map<string, { uses: number; phrases: number }>();
    for (const [stem, { uses }] of this.phrases) {
      if (uses < minCount) continue;
      const words = stem.split(' ');
      for (let from = 0; from < words.length - 1; from++) {
        for (let to = from + 2; to <= words.length; to++) {
          if (to - from === words.length) continue;
          // Only the last word of a phrase was stemmed.
          const part = to === words.length ? words.slice(from) : [...words.slice(from, to - 1), stemOf(words[to - 1] ?? '')];
          const key = part.join(' ');
          const known = nested.get(key) ?? { uses: 0, phrases: 0 };
          nested.set(key, { uses: known.uses + uses, phrases: known.phrases + 1 });
        }
      }
    }
    return nested;
  }

  /** Log10 of how much more often the words meet here than if they were strewn over the text. */
  private associationOf(keys: readonly string[], uses: number): number {
    let expected = this.total;
    for (const key of keys) expected *= Math.max(this.counts.get(key) ?? 0, uses) / this.total;
    return Math.log10(uses / expected) / Math.max(1, keys.length - 1);
  }

  /** The most that the phrase can have in English at large, if each of its words met the others one time in a hundred. */
  private zipfOfPhrase(keys: readonly string[]): number {
    const { frequency } = this;
    const rarest = Math.min(...keys.filter((key) => !links.has(key)).map((key) => Math.max(unlistedZipf, frequency.zipfOf(key) ?? 0)));
    return Math.max(unlistedZipf - 1, rarest - 1.5);
  }

  private zipfHere(uses: number): number {
    return Math.log10((uses * 1e9) / Math.max(this.total, 1));
  }

  /** Whether the tags of most kept examples are those of a noun phrase. */
  private isNounPhrase(term: string, tagger: Tagger): boolean {
    const keys = splitWords(term).map(({ key }) => key);
    const tally = this.phrases.get([...keys.slice(0, -1), stemOf(keys.at(-1) ?? '')].join(' '));
    const examples = tally?.examples ?? [];
    const votes = examples.filter((use) => {
      const words = splitWords(toExample(use).sentence);
      const at = words.findIndex((_, index) => keys.every((key, offset) => stemOf(words[index + offset]?.key ?? '') === stemOf(key)));
      if (at < 0) return false;
      const tags = tagger.tag(words.map(({ value }) => value)).slice(at, at + keys.length);
      return tags.every((tag, index) => {
        const key = words[at + index]?.key ?? '';
        if (index === keys.length - 1) return tag === 'NOUN' || tag === 'PROPN';
        return tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN' || tag === 'NUM' || links.has(key) || (tag === 'VERB' && /(?:ed|ing)$/.test(key));
      });
    });
    return votes.length * 2 > examples.length;
  }
}

const longestPhrase = 4;
const leastAssociation = 1;

// Little words that stand inside a term: point of contact.
const links = new Set(['of']);

// Words that no term begins or ends with: those of grammar, and those that fit anything.
const loose = new Set(
  (
    'a an the this that these those each every some any no all both either neither another such much more most less least few many several enough other own same ' +
    'and or but nor so if then than because while when where why how what which who whom whose whether though although unless until since as ' +
    'of to in on at by for with from into onto over under about after before between through during within without against among around across along behind beyond above below off out up down per via upon toward towards like ' +
    'i you he she it we they me him her us them my your his its our their mine yours ours theirs myself yourself itself ourselves themselves who everyone someone anyone nobody everything something anything nothing one ones ' +
    'be am is are was were been being have has had having do does did doing done can could will would shall should may might must let get gets got getting make makes made making take takes took taken taking go goes going went gone come comes came give gives gave given use uses used using need needs needed want wants keep keeps see sees seen say says said know knows think help helps work works find look looks set sets put try ' +
    'not also already always never now still soon just only even too very quite rather really often once again here there yet ever perhaps maybe however therefore thus instead together else well back away today tomorrow yesterday currently recently ' +
    'first second third last next previous add adds added remove removes removed update updates updated upgrade bump fix create run read send click open include ensure provide new old good better best great big small large long short high low full different various certain specific particular current recent possible available important able main major whole many due please yes no ok etc example way ways thing things lot lots bit kind kinds sort sorts part parts number time times day days week weeks month months year years people person two three four five six seven eight nine ten hundred thousand million'
  ).split(' '),
);

function mayEndPhrase(key: string): boolean {
  return key.length > 2 && !loose.has(key);
}

function isJoint(text: string, end: number, start: number): boolean {
  return start === end + 1 && /[\s-]/.test(text.charAt(end));
}

/** A candidate counts for more the more documents have it, and little when one writer is its only one. */
function spread({ documents }: Tally): number {
  return Math.log2(1 + documents);
}

function* toCandidate(kind: Candidate['kind'], term: string, { uses, documents, examples }: Tally, score: number, expansion?: string): Generator<Candidate> {
  const example = examples[0];
  if (example === undefined) return;
  yield { term, kind, uses, documents, score: Math.round(score * 100) / 100, example: toExample(example), ...(expansion === undefined ? {} : { expansion }) };
}

function toExample({ path, line, place, text, sentence, span }: Use): Example {
  return { path, line, ...(place === undefined ? {} : { place }), sentence: cutSentence(text, sentence, span) };
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.uses - a.uses || (a.term < b.term ? -1 : 1);
}

/** The form a dictionary lists: one that the others are inflections of, or what the commonest is an inflection of. */
function chooseLemma(forms: ReadonlyMap<string, number>, frequency: WordFrequency): string {
  const byUse = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form);
  const commonest = byUse[0] ?? '';
  const words = commonest.split(' ');
  const lead = words.slice(0, -1);
  // “Instructor training” is no form of “instructor train”.
  const readings = listReadings(words.at(-1) ?? '')
    .filter(({ partOfSpeech }) => lead.length === 0 || partOfSpeech === 'noun')
    .map(({ lemma }) => [...lead, lemma].join(' '));
  const seen = readings.find((reading) => forms.has(reading));
  if (seen !== undefined) return seen;
  return readings.find((reading) => frequency.zipfOf(reading.slice(reading.lastIndexOf(' ') + 1)) !== undefined) ?? commonest;
}

/** What stands before or after an acronym and spells it out, when as many words as it has letters do. */
function readExpansion(text: string, { start, end }: Span, value: string): string | undefined {
  const letters = value.toLowerCase().replace(/[^a-z]/g, '');
  const before = /([\p{L}\s-]+)\(\s*$/u.exec(text.slice(Math.max(0, start - 120), start))?.[1];
  const after = /^s?\s*\(([\p{L}\s-]+)\)/u.exec(text.slice(end, end + 120))?.[1];
  const words = (before ?? after ?? '').trim().split(/[\s-]+/);
  const count = countWordsOf(words, letters);
  if (count === undefined || (before === undefined && count < words.length)) return undefined;
  return words.slice(-count).join(' ');
}

// Words that an acronym may leave out, or not: Office of Management, authority to operate.
const skippable = new Set(['of', 'and', 'the', 'for', 'to', 'in', 'on', 'a', 'an']);

/** How many words from the end the letters stand for; `undefined` when they do not fit. */
function countWordsOf(words: readonly string[], letters: string): number | undefined {
  if (letters === '') return 0;
  const word = words.at(-1)?.toLowerCase();
  if (word === undefined) return undefined;
  const rest = words.slice(0, -1);
  const skipped = skippable.has(word) ? countWordsOf(rest, letters) : undefined;
  const used = skipped ?? (word.startsWith(letters.slice(-1)) ? countWordsOf(rest, letters.slice(0, -1)) : undefined);
  return used === undefined ? undefined : used + 1;
}

/** The sentence in one line, with the span in it, cut to a readable length at words. */
function cutSentence(text: string, sentence: Span, { start, end }: Span): string {
  const from = Math.max(sentence.start, start - longestSentence / 2);
  const to = Math.min(sentence.end, Math.max(end, from + longestSentence));
  const shown = text.slice(from, to).replace(/[\s\u2028\uFFFC]+/g, ' ');
  const head = from > sentence.start ? `…${shown.replace(/^\S*\s/, '')}` : shown.trimStart();
  return to < sentence.end ? `${head.replace(/\s\S*$/, '')}…` : head.trimEnd();
}
