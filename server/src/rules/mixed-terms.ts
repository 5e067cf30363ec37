import { z } from 'zod';
import { TermAutomaton } from '../glossary/compile.js';
import type { Term } from '../glossary/glossary.js';
import { matchTerms, type TermMatch } from '../glossary/match.js';
import { findOverlapping, itself } from '../model/span.js';
import { inflect, listForms } from '../text/inflection.js';
import { spellFor } from '../text/spelling.js';
import { listVariantSpellings, type VariantSpelling } from '../text/spelling-variants.js';
import { isCapitalised, splitWords } from '../text/words.js';
import { isQuoted } from './analysis.js';
import { type AnalysedBlock, allKinds, defineMessageRule, type MessageFinding } from './define-rule.js';
import { type NameSet, nameSets } from './name-sets.js';
import { isInName } from './names.js';
import { fitToText } from './replacement/replace.js';

/** One of the names of a thing where the message uses it. */
interface NameUse {
  readonly analysed: AnalysedBlock;
  readonly match: TermMatch;
  /** The set of names that it belongs to: the same object for all of them. */
  readonly set: object;
  readonly name: string;
  /** Whether the organisation itself said that the names are one thing. */
  readonly isCertain: boolean;
}

export default defineMessageRule({
  meta: {
    id: 'mixed-terms',
    title: 'Two names for one thing',
    category: 'jargon',
    why: 'Readers take two names for two things. One name, kept to from start to end, saves them a question.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        'Call the help desk if you need help. The ‹service desk› is open all day.',
        'Sign in as before. When you ‹log in›, you see a new page.',
        'Send an email today. We answer each ‹e-mail›.',
      ],
      good: [
        'Call the help desk if you need help. The help desk is open all day.',
        'Call the service desk (formerly the help desk). The service desk is open all day.',
        'Call the help desk. The new sign says “service desk”.',
      ],
    },
  },
  options: z.strictObject({
    sets: z.array(z.array(z.string()).min(2)).default([]).describe('Names of yours that mean one thing, as in `[["time card", "work log"]]`.'),
  }),
  *check({ language, blocks, options }) {
    const read = blocks.filter(({ block }) => !block.quoted && block.kind !== 'heading');
    const uses = [...listGlossaryUses(read), ...listSetUses(read, builtIn, false)];
    if (options.sets.length > 0) uses.push(...listSetUses(read, compileSets(options.sets.map((names) => ({ names }))), true));
    const bySet = new Map<object, NameUse[]>();
    for (const use of uses) bySet.set(use.set, [...(bySet.get(use.set) ?? []), use]);
    const seen = new Set<string>();
    for (const used of bySet.values()) {
      for (const finding of findMixedNames(used, read, language)) {
        // The built-in sets and a glossary may say the same of one place.
        const place = `${read.findIndex(({ block }) => block === finding.block)} ${finding.span.start}`;
        if (seen.has(place)) continue;
        seen.add(place);
        yield finding;
      }
    }
    yield* findMixedSpellings(read);
  },
});

interface CompiledSets {
  readonly automaton: TermAutomaton;
  readonly nameOf: ReadonlyMap<Term, { readonly set: object; readonly name: string }>;
}

function compileSets(sets: readonly NameSet[]): CompiledSets {
  const nameOf = new Map<Term, { set: object; name: string }>();
  for (const set of sets) {
    for (const spellings of set.names) {
      const [name = '', ...others] = spellings.split('|');
      for (const spelling of [name, ...others]) {
        const { partOfSpeech } = set;
        const term: Term = {
          term: spelling,
          policy: 'avoid',
          status: 'approved',
          caseSensitive: false,
          glossary: 'names for one thing',
          bundled: true,
          ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
        };
        nameOf.set(term, { set, name });
      }
    }
  }
  return { automaton: new TermAutomaton([{ name: 'names for one thing', terms: [...nameOf.keys()] }]), nameOf };
}

const builtIn = compileSets(nameSets);

function* listSetUses(blocks: readonly AnalysedBlock[], { automaton, nameOf }: CompiledSets, isCertain: boolean): Generator<NameUse> {
  for (const analysed of blocks) {
    for (const match of matchTerms(automaton, analysed.block.text, analysed.analysis.words).terms) {
      const named = nameOf.get(match.term);
      if (named !== undefined && isOwnWord(analysed, match)) yield { analysed, match, ...named, isCertain };
    }
  }
}

/** Uses of glossary entries by more than one name. An acronym is not another name for what it stands for. */
function* listGlossaryUses(blocks: readonly AnalysedBlock[]): Generator<NameUse> {
  for (const analysed of blocks) {
    for (const match of analysed.analysis.matches) {
      const { term } = match;
      if (term.variants === undefined || term.policy === 'expand' || term.policy === 'omit') continue;
      // Bundled entries gather phrases of much the same meaning; only their nouns are names.
      if (term.bundled && term.partOfSpeech !== 'noun') continue;
      const name = findSpelling(term, analysed, match);
      if (name !== undefined && isOwnWord(analysed, match)) yield { analysed, match, set: term, name, isCertain: !term.bundled };
    }
  }
}

function isOwnWord({ block, analysis }: AnalysedBlock, match: TermMatch): boolean {
  return !isQuoted(analysis, match.span) && !isInName(block.text, analysis, match);
}

/** Which of an entry's spellings stands in the text. */
function findSpelling({ term, variants = [], partOfSpeech }: Term, { analysis }: AnalysedBlock, { firstWord, lastWord }: TermMatch): string | undefined {
  const written = analysis.words.slice(firstWord, lastWord + 1).map((word) => word.key);
  return [term, ...variants].find((spelling) =>
    listForms(spelling, partOfSpeech).some(
      ({ text }) =>
        splitWords(text)
          .map((word) => word.key)
          .join(' ') === written.join(' '),
    ),
  );
}

function* findMixedNames(uses: readonly NameUse[], blocks: readonly AnalysedBlock[], language: string): Generator<MessageFinding> {
  const order = new Map(blocks.map((analysed, index) => [analysed, index]));
  const sorted = [...uses].sort((a, b) => (order.get(a.analysed) ?? 0) - (order.get(b.analysed) ?? 0) || a.match.span.start - b.match.span.start);
  const counts = new Map<string, number>();
  for (const { name } of sorted) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size < 2) return;
  // The name used most, and of those the first: a map keeps the order in which names came.
  const [kept = ''] = [...counts].reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best));
  for (const name of counts.keys()) {
    if (name === kept || !isAnotherName(name, kept) || isExplained(sorted, name, kept)) continue;
    const use = sorted.find((candidate) => candidate.name === name);
    if (use === undefined) continue;
    const { block, analysis } = use.analysed;
    const value = spellFor(language, inflect(kept, use.match.partOfSpeech, use.match.inflection));
    yield {
      block,
      span: use.match.span,
      message: `“${name}” and “${kept}” may be one thing: keep to “${kept}”.`,
      severity: use.isCertain || use.match.term.glossary === 'names for one thing' ? 'warning' : 'info',
      term: name,
      suggestions: [
        {
          title: `Use “${value}”`,
          safety: 'review',
          edits: [fitToText({ text: block.text, analysis, match: { ...use.match, term: { ...use.match.term, term: name } }, language }, value)],
        },
      ],
    };
  }
}

/** Whether a reader would take the two for names of two things: not for two spellings, or a name in full and in short. */
function isAnotherName(a: string, b: string): boolean {
  if (flatten(a) === flatten(b)) return false;
  const [short, long] = [listKeys(a), listKeys(b)].sort((one, other) => one.length - other.length || one.join('').length - other.join('').length);
  return short === undefined || long === undefined || !short.every((part) => long.some((word) => isShortFor(part, word)));
}

/** “app” is short for “application”, and “admin” for “administrator”. */
function isShortFor(part: string, word: string): boolean {
  return part === word || (part.length >= 3 && word.startsWith(part)) || (word.length >= 3 && part.startsWith(word));
}

const listKeys = (name: string): string[] => splitWords(name).map((word) => word.key);

function flatten(name: string): string {
  return listKeys(name)
    .join('')
    .replace(/s$/, '')
    .replaceAll(/is(?=e|ing|ation)/g, 'iz')
    .replaceAll('our', 'or')
    .replaceAll(/ll(?=ed|ing|ment)/g, 'l');
}

const link = /^\s*(?:[(/–—]|,?\s*(?:or|and|also|formerly|previously|now|aka)\b)/i;
const telling =
  /\b(?:formerly|previously|known as|called|names?|rename[ds]?|renaming|replac\w+|instead of|rather than|becom\w+|same as|unlike|differ\w*|versus|vs|used to|no longer|merg\w+|means?)\b/i;

/** Whether a sentence has both names and says how they hang together: “the service desk (formerly the help desk)”. */
function isExplained(uses: readonly NameUse[], name: string, kept: string): boolean {
  return uses.some(({ analysed, match, name: used }) => {
    if (used !== name) return false;
    const { block, analysis } = analysed;
    const sentence = findOverlapping(analysis.sentences, match.span, itself);
    if (sentence === undefined) return false;
    return uses.some(({ analysed: otherAnalysed, match: otherMatch, name: other }) => {
      if (other !== kept || otherAnalysed !== analysed || findOverlapping(analysis.sentences, otherMatch.span, itself) !== sentence) return false;
      const [first, second] = match.span.start < otherMatch.span.start ? [match.span, otherMatch.span] : [otherMatch.span, match.span];
      const between = block.text.slice(first.end, second.start);
      return (between.length <= 24 && link.test(between)) || telling.test(block.text.slice(sentence.start, sentence.end));
    });
  });
}

interface SpellingUse extends VariantSpelling {
  readonly analysed: AnalysedBlock;
}

function* findMixedSpellings(blocks: readonly AnalysedBlock[]): Generator<MessageFinding> {
  const spellings = listVariantSpellings(blocks.map(({ block, analysis }) => ({ text: block.text, words: analysis.words })));
  const byWord = new Map<string, SpellingUse[]>();
  for (const [index, analysed] of blocks.entries()) {
    for (const spelling of spellings[index] ?? []) {
      if (isQuoted(analysed.analysis, spelling.span)) continue;
      const uses = byWord.get(canonical(spelling));
      if (uses === undefined) byWord.set(canonical(spelling), [{ ...spelling, analysed }]);
      else uses.push({ ...spelling, analysed });
    }
  }
  for (const uses of byWord.values()) {
    const [first] = uses;
    const others = uses.filter(({ style }) => style !== first?.style);
    if (first === undefined || others.length === 0) continue;
    const kept = others.length > uses.length - others.length ? others[0] : first;
    const flagged = kept === first ? others[0] : first;
    if (kept === undefined || flagged === undefined) continue;
    const value = isCapitalised(flagged.written) ? flagged.other.charAt(0).toUpperCase() + flagged.other.slice(1) : flagged.other;
    yield {
      block: flagged.analysed.block,
      span: flagged.span,
      message: `“${flagged.written}” is spelled in another way than “${kept.written}”: keep to one, such as “${value}”.`,
      severity: 'info',
      suggestions: [{ title: `Use “${value}”`, safety: 'review', edits: [{ ...flagged.span, text: value }] }],
    };
  }
}

/** One key for both spellings: `organis` and `organiz` share it, “organ” does not. */
function canonical({ word, style }: VariantSpelling): string {
  return style === 's' || style === 'z' ? `${word}+` : word;
}
