import type { Problem } from '../model/problem.js';
import { shorten } from '../model/shorten.js';
import { listReadings } from '../text/lemmas.js';
import { findSimilar } from '../text/similar.js';
import { toAmerican } from '../text/spelling.js';
import { isAllCapitals, splitWords } from '../text/words.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { TermAutomaton } from './compile.js';
import type { Glossary, Term } from './glossary.js';
import { matchTerms } from './match.js';
import type { ParsedGlossary } from './parse.js';

/** What the example of an entry should show and does not. `key` is the sentence for `becomes`, the position for the others. */
export interface FailedExample {
  readonly kind: 'flags' | 'allows' | 'becomes';
  readonly key: string | number;
  readonly message: string;
}

export interface GlossaryCheck {
  readonly parsed: ParsedGlossary;
  /** Keys of the spellings that earlier checks met. */
  readonly spellings: SpellingKeys;
  /** The organisation's other glossaries, in their order. */
  readonly others: readonly Glossary[];
  /** Names of its audiences; `undefined` when it has no liaison.yml that could name them. */
  readonly audiences: readonly string[] | undefined;
  /** ISO date of the day. */
  readonly today: string;
  /** Runs the examples of one entry. */
  readonly tryExamples: (term: Term) => readonly FailedExample[];
}

/** Everything that is wrong, or will be, in a glossary: its shape, what its entries do to each other, and examples that fail. */
export function checkGlossary(request: GlossaryCheck): readonly Problem[] {
  const { glossary } = request.parsed;
  const file = request.parsed.file.fork();
  if (glossary.reviewBy !== undefined && glossary.reviewBy < request.today) {
    file.add(['reviewBy'], 'warning', 'overdue-review', `This glossary was to be reviewed by ${glossary.reviewBy}. Look through it and set a new date.`);
  }
  checkAudiences(glossary, request, file);
  checkSpellings(glossary, file);
  checkCharacters(glossary, file);
  checkNearDuplicates(glossary, request, file);
  checkReplacements(glossary, request, file);
  for (const term of glossary.terms) {
    for (const { kind, key, message } of request.tryExamples(term)) file.add([...pathOf(term), 'examples', kind, key], 'error', 'failed-example', message);
  }
  return [...file.problems].sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
}

function pathOf(term: Term): (string | number)[] {
  return ['terms', term.source?.index ?? 0];
}

/** Told once for each name, at its first use: a wrong one is usually wrong everywhere. */
function checkAudiences({ terms }: Glossary, { audiences }: GlossaryCheck, file: YamlFile): void {
  if (audiences === undefined) return;
  const uses = new Map<string, { readonly path: (string | number)[]; count: number }>();
  for (const term of terms) {
    for (const [position, audience] of (term.knownTo ?? []).entries()) {
      if (audiences.includes(audience)) continue;
      const known = uses.get(audience);
      if (known === undefined) uses.set(audience, { path: [...pathOf(term), 'knownTo', position], count: 1 });
      else known.count++;
    }
  }
  for (const [audience, { path, count }] of uses) {
    const similar = findSimilar(audience, audiences);
    const advice = similar === undefined ? `Add it to “audiences” of liaison.yml, or name one of: ${audiences.join(', ')}.` : `Did you mean “${similar}”?`;
    file.add(path, 'warning', 'unknown-audience', `There is no audience “${audience}”${count > 1 ? `, which ${count} entries name` : ''}. ${advice}`);
  }
}

const controlCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;

/** Characters that nobody sees, which come along when text is copied out of other programs. */
function checkCharacters({ terms }: Glossary, file: YamlFile): void {
  for (const term of terms) {
    const texts: readonly (readonly [readonly (string | number)[], string | undefined])[] = [
      [['term'], term.term],
      ...(term.variants ?? []).map((text, position) => [['variants', position], text] as const),
      ...(term.replacements ?? []).map((text, position) => [['replacements', position], text] as const),
      [['expansion'], term.expansion],
      [['definition'], term.definition],
    ];
    for (const [path, text] of texts)
      if (text !== undefined && controlCharacter.test(text))
        file.add([...pathOf(term), ...path], 'warning', 'control-character', 'This text has a control character, which nobody can see. Type the text again.');
  }
}

/** Spellings that are never found, and those that are listed twice. */
function checkSpellings({ terms }: Glossary, file: YamlFile): void {
  for (const term of terms) {
    const spellings = [term.term, ...(term.variants ?? [])];
    for (const [position, spelling] of spellings.entries()) {
      const path = position === 0 ? [...pathOf(term), 'term'] : [...pathOf(term), 'variants', position - 1];
      if (splitWords(spelling).length === 0)
        file.add(path, 'warning', 'no-word', `“${shorten(spelling)}” has neither a letter nor a digit, so it is never found. Write it in words, or remove it.`);
      else if (spellings.indexOf(spelling) < position)
        file.add(path, 'warning', 'duplicate-spelling', `“${shorten(spelling)}” is already a spelling of this entry. Remove it here.`);
    }
    for (const [position, replacement] of (term.replacements ?? []).entries()) {
      if (term.replacements?.indexOf(replacement) !== position)
        file.add(
          [...pathOf(term), 'replacements', position],
          'warning',
          'duplicate-spelling',
          `“${shorten(replacement)}” is already a replacement of this entry. Remove it here.`,
        );
    }
  }
}

/** Entries that are found in the same places, and words so alike that one may be a slip. */
function checkNearDuplicates(glossary: Glossary, { others, spellings }: GlossaryCheck, file: YamlFile): void {
  const bySpelling = new Map<string, Term>();
  const byShorter = new Map<string, Term>();
  const isOwn = (term: Term): boolean => term.glossary === glossary.name && !term.bundled;
  const all = [...others.filter(({ name }) => name !== glossary.name).flatMap(({ terms }) => terms), ...glossary.terms];
  for (const term of all) {
    if (term.status === 'retired') continue;
    for (const [position, spelling] of [term.term, ...(term.variants ?? [])].entries()) {
      const { flat, shorter } = spellings.of(spelling, term);
      if (flat === '') continue;
      const key = `${flat}|${term.partOfSpeech ?? ''}${term.caseSensitive ? spelling : ''}`;
      const known = bySpelling.get(key) ?? (/\s/.test(spelling) ? undefined : similarByOneLetter(flat, shorter, byShorter, spellings));
      bySpelling.set(key, term);
      for (const key of shorter) if (!byShorter.has(key)) byShorter.set(key, term);
      // A house entry of the same name replaces the bundled one, which is what it is for.
      if (known === undefined || known === term || !isOwn(term) || known.term.toLowerCase() === term.term.toLowerCase()) continue;
      if ((known.partOfSpeech ?? term.partOfSpeech) !== (term.partOfSpeech ?? known.partOfSpeech)) continue;
      const where = isOwn(known) ? `entry ${(known.source?.index ?? 0) + 1}` : `the glossary ${known.glossary}`;
      const path = position === 0 ? [...pathOf(term), 'term'] : [...pathOf(term), 'variants', position - 1];
      file.add(
        path,
        'warning',
        'near-duplicate',
        `“${shorten(spelling)}” is all but “${shorten(known.term)}” of ${where}. Keep one of the two, and list the other among its variants.`,
      );
    }
  }
}

interface SpellingKey {
  readonly flat: string;
  /** The flat spelling with any one letter left out, for a long word. */
  readonly shorter: readonly string[];
}

const mostSpellings = 50_000;

/** Keys of spellings, worked out once: from one keystroke to the next nearly all of a glossary stays as it is. */
export class SpellingKeys {
  private readonly known = new Map<string, SpellingKey>();

  of(spelling: string, term: Term): SpellingKey {
    const name = `${spelling}|${term.partOfSpeech ?? ''}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const flat = flatten(spelling, term);
    const key = { flat, shorter: [...dropLetters(flat)] };
    if (this.known.size >= mostSpellings) this.known.clear();
    this.known.set(name, key);
    return key;
  }
}

/** One key for the spellings that are found in the same places: hyphens, spaces, British and American, singular and plural. */
function flatten(spelling: string, term: Term): string {
  const words = splitWords(spelling).map(({ key }) => toAmerican(key));
  const last = words.at(-1) ?? '';
  // A phrase is found as it is written, and CORS is not several COR.
  const isFixed = (term.partOfSpeech !== undefined && term.partOfSpeech !== 'noun') || isAllCapitals(spelling);
  const singular = isFixed
    ? undefined
    : listReadings(last).find(({ partOfSpeech, inflection, lemma }) => partOfSpeech === 'noun' && inflection === 'plural' && last === `${lemma}s`)?.lemma;
  return [...words.slice(0, -1), singular ?? last].join('');
}

const shortest = 9;

/** What a long word is with any one letter left out: two that share one of these differ by a letter. */
function* dropLetters(word: string): Generator<string> {
  if (word.length < shortest) return;
  yield word;
  for (let index = 1; index < word.length; index++) yield word.slice(0, index) + word.slice(index + 1);
}

/** A word that a slip of the keyboard away: one letter more, less, or another. Endings differ for good reasons, and digits do. */
function similarByOneLetter(word: string, shorter: readonly string[], byShorter: ReadonlyMap<string, Term>, spellings: SpellingKeys): Term | undefined {
  if (shorter.length === 0 || /\d/.test(word)) return undefined;
  for (const key of shorter) {
    const known = byShorter.get(key);
    if (known === undefined) continue;
    const other = spellings.of(known.term, known).flat;
    if (other.slice(-4) === word.slice(-4) && Math.abs(other.length - word.length) <= 1 && other !== word) return known;
  }
  return undefined;
}

/** Replacements that would be flagged themselves, and those that lead back to where they came from. */
function checkReplacements(glossary: Glossary, { others }: GlossaryCheck, file: YamlFile): void {
  const glossaries = [...others.filter(({ name }) => name !== glossary.name), glossary];
  const automaton = new TermAutomaton(glossaries);
  for (const term of glossary.terms) {
    if (term.status === 'retired') continue;
    for (const [position, replacement] of (term.replacements ?? []).entries()) {
      const path = [...pathOf(term), 'replacements', position];
      if (checkOwnReplacement(automaton, replacement, term, path, file)) continue;
      const flagged = findFlagged(automaton, replacement, term);
      if (flagged === undefined) continue;
      const cycle = findCycle(automaton, flagged, term);
      if (cycle === undefined) {
        file.add(
          path,
          'warning',
          'flagged-replacement',
          `“${shorten(replacement)}” would be flagged itself: “${shorten(flagged.term)}” is a term of ${flagged.glossary}. Choose a plainer word.`,
        );
      } else {
        file.add(
          path,
          'error',
          'replacement-cycle',
          `“${shorten(term.term)}” is to become “${shorten(replacement)}”, and that “${cycle.map(shorten).join('”, “')}” again. Keep one direction.`,
        );
      }
    }
  }
}

/** Whether a replacement leads straight back: it is the term, or has the term in it, so that mending would never end. */
function checkOwnReplacement(automaton: TermAutomaton, replacement: string, term: Term, path: (string | number)[], file: YamlFile): boolean {
  const isAlike = (spelling: string): boolean => (term.caseSensitive ? spelling === replacement : spelling.toLowerCase() === replacement.toLowerCase());
  if (isAlike(term.term)) {
    file.add(path, 'error', 'own-replacement', `“${shorten(replacement)}” is the term itself. Write another word, or remove the replacement.`);
    return true;
  }
  if (term.policy !== 'replace' || !matchTerms(automaton, replacement, splitWords(replacement)).terms.some((match) => match.term === term)) return false;
  file.add(
    path,
    'error',
    'own-replacement',
    `“${shorten(replacement)}” would be flagged again, as it holds “${shorten(term.term)}”. Write other words, or list this phrase under “exceptions”.`,
  );
  return true;
}

/** The first term of a text that would be flagged, other than the one it is to replace. */
function findFlagged(automaton: TermAutomaton, text: string, own: Term): Term | undefined {
  return matchTerms(automaton, text, splitWords(text)).terms.find(({ term }) => term.policy !== 'explain' && term.policy !== 'expand' && !isSame(term, own))
    ?.term;
}

/** The way from a flagged replacement back to the term, as the words that replace each other. */
function findCycle(automaton: TermAutomaton, from: Term, target: Term): readonly string[] | undefined {
  const seen = new Set<Term>();
  let open: { readonly term: Term; readonly way: readonly string[] }[] = [{ term: from, way: [] }];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const { term, way } of open) {
      if (seen.has(term)) continue;
      seen.add(term);
      for (const replacement of term.replacements ?? []) {
        for (const { term: reached } of matchTerms(automaton, replacement, splitWords(replacement)).terms) {
          if (isSame(reached, target)) return [...way, replacement];
          next.push({ term: reached, way: [...way, replacement] });
        }
      }
    }
    open = next;
  }
  return undefined;
}

function isSame(a: Term, b: Term): boolean {
  return a.term.toLowerCase() === b.term.toLowerCase() && a.partOfSpeech === b.partOfSpeech;
}
