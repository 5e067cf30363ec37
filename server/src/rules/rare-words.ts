import type { Glossary } from '../glossary/glossary.js';
import { ListedWords } from '../glossary/listed-words.js';
import type { Block } from '../model/block.js';
import { findOverlapping, type Span } from '../model/span.js';
import { isForeign, isOrdinaryWord } from '../text/ordinary-word.js';
import { stemOf } from '../text/word-family.js';
import type { WordFrequency } from '../text/word-frequency.js';
import { isCapitalised, type Word } from '../text/words.js';
import { type BlockAnalysis, isJudged, isQuoted } from './analysis.js';
import type { AnalysedBlock } from './define-rule.js';
import { isExplainedAt } from './explanation.js';

/** A word of a block that general readers rarely meet. */
export interface RareWord {
  readonly word: Word;
  /** The same for all its inflections. */
  readonly stem: string;
  readonly capital: 'none' | 'first-word' | 'inside';
  readonly isExplained: boolean;
}

interface Found {
  readonly zipf: number;
  readonly words: readonly RareWord[];
}

/** Finds rare words by block, and keeps what it found with the block's analysis: a keystroke pays for one paragraph. */
export class RareWordFinder {
  private readonly found = new WeakMap<BlockAnalysis, Found>();
  private readonly listed = new WeakMap<readonly Glossary[], ListedWords>();

  constructor(private readonly frequency: WordFrequency) {}

  /** The words of a block whose whole family is rarer than `zipf`, without quotations, code, terms and text in other languages. */
  find(analysed: AnalysedBlock, zipf: number): readonly RareWord[] {
    const known = this.found.get(analysed.analysis);
    if (known?.zipf === zipf) return known.words;
    const words = [...this.search(analysed, zipf)];
    this.found.set(analysed.analysis, { zipf, words });
    return words;
  }

  /** Whether the word is part of a term of these glossaries, whatever its status. */
  isListed(glossaries: readonly Glossary[], word: string): boolean {
    const known = this.listed.get(glossaries) ?? new ListedWords(glossaries);
    this.listed.set(glossaries, known);
    return known.hasWord(word);
  }

  private *search({ block, analysis }: AnalysedBlock, zipf: number): Generator<RareWord> {
    if (block.quoted) return;
    for (const sentence of analysis.sentences) {
      const rare = sentence.words.filter((word) => this.isRare(block.text, word, zipf));
      if (rare.length === 0 || isForeign(sentence.words, (key) => this.frequency.zipfOf(key) !== undefined || this.frequency.zipfOfFamily(key) > 0)) continue;
      for (const word of rare) {
        if (isQuoted(analysis, word) || isJudged(analysis, word)) continue;
        const capital = !isCapitalised(word.value) ? 'none' : word === sentence.words[0] || block.kind === 'heading' ? 'first-word' : 'inside';
        const isExplained = isLinkLabel(block, word) || isExplainedAt(block.text, word);
        yield { word, stem: stemOf(word.key), capital, isExplained };
      }
    }
  }

  private isRare(text: string, word: Word, zipf: number): boolean {
    // Most words are common as they stand, and cost one look-up.
    return (this.frequency.zipfOf(word.key) ?? 0) < zipf && isOrdinaryWord(text, word) && this.frequency.zipfOfFamily(word.key) < zipf;
  }
}

/** Whether the word, or a chain that it is part of, is all that a link says: what it leads to is the explanation, or the thing itself. */
function isLinkLabel(block: Block, { start, end }: Span): boolean {
  const link = findOverlapping(block.links, { start, end }, ({ span }) => span);
  return link !== undefined && !/\s/.test(block.text.slice(link.span.start, link.span.end));
}
