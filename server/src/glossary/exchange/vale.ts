import type { Severity } from '../../model/finding.js';
import { shorten } from '../../model/shorten.js';
import { isRecord, YamlFile } from '../../yaml/yaml-file.js';
import { decodeAll } from './decode.js';
import { EntryCollector, type Imported } from './imported.js';
import { expandPattern } from './spellings.js';
import { finishFile, type ListedEntry, Places, WordList } from './word-list.js';

/** A file with where it stands. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What Vale's other kinds of rules look at. None of them is about a word that can be listed. */
const otherKinds: Readonly<Record<string, string>> = {
  occurrence: 'counts how often something comes',
  repetition: 'finds words written twice',
  consistency: 'wants one of two spellings throughout',
  conditional: 'wants one thing where another stands',
  capitalization: 'checks capital letters',
  metric: 'works out a figure for the whole text',
  script: 'runs a program of its own',
  spelling: 'checks spelling',
  sequence: 'looks at the grammar of several words',
};

const severityOfLevel: Readonly<Record<string, Severity>> = { suggestion: 'info', warning: 'warning', error: 'error' };

/**
 * Reads rules of Vale, one file or a folder of them: `existence` and `substitution`, and the lists of a vocabulary.
 * Patterns come in when they stand for a few spellings; each of the others is reported where it stands.
 */
export function readVale(path: string, files: readonly SourceFile[]): Imported {
  const collector = new EntryCollector(path);
  const words = new WordList(collector);
  for (const file of files) {
    collector.path = file.path;
    const text = decodeAll(file.bytes, collector);
    if (file.path.toLowerCase().endsWith('.txt')) readVocabulary(file.path, text, words, collector);
    else readRule(file.path, text, words, collector);
  }
  words.finish();
  return collector.finish({});
}

/** Whether plain data is a rule of Vale. */
export function isValeRule(value: unknown): boolean {
  return isRecord(value) && typeof value['extends'] === 'string';
}

function readRule(path: string, text: string, words: WordList, collector: EntryCollector): void {
  const file = new YamlFile(path, text);
  const rule = file.value;
  const places = new Places(file, text);
  if (file.problems.length > 0) {
    finishFile(file, collector);
    return;
  }
  if (!isRecord(rule) || typeof rule['extends'] !== 'string') {
    collector.report(
      { line: 1, column: 1 },
      'error',
      'not-vale',
      'This is not a rule of Vale: it has no “extends”. Leave the file out, or say what it is with --from.',
    );
    return;
  }
  const kind = rule['extends'];
  if (kind !== 'existence' && kind !== 'substitution') {
    const what = Object.hasOwn(otherKinds, kind)
      ? `A rule of the kind “${kind}” ${otherKinds[kind]}, which a glossary cannot`
      : `“${kind}” is not a kind of rule that is known here`;
    collector.report(places.of(['extends']), 'error', 'rule-kind', `${what}, so it was left out.`);
    return;
  }
  const reader = new RuleReader(rule, places, words, collector);
  if (kind === 'existence') reader.readExistence();
  else reader.readSubstitution();
  reader.reportTurnedAround();
}

class RuleReader {
  private readonly base: ListedEntry;
  private readonly message: string;
  private readonly ignoresCase: boolean;
  /** Spellings that Vale leaves alone, in small letters. */
  private readonly exceptions: readonly string[];

  constructor(
    private readonly rule: Readonly<Record<string, unknown>>,
    private readonly places: Places,
    private readonly words: WordList,
    private readonly collector: EntryCollector,
  ) {
    const level = String(rule['level'] ?? 'warning');
    const severity = Object.hasOwn(severityOfLevel, level) ? severityOfLevel[level] : undefined;
    this.base = severity === undefined ? {} : { severity };
    this.message = typeof rule['message'] === 'string' ? rule['message'].trim() : '';
    this.ignoresCase = rule['ignorecase'] === true;
    this.exceptions = this.readExceptions();
  }

  readExistence(): void {
    const { rule } = this;
    const tokens = rule['tokens'];
    const raw = rule['raw'];
    if (!Array.isArray(tokens) && !Array.isArray(raw)) {
      this.collector.report(
        this.places.of(['extends']),
        'error',
        'wrong-shape',
        'This rule lists no “tokens”, so there was nothing to take. Write them as a list.',
      );
      return;
    }
    const action = this.readAction();
    if (Array.isArray(tokens)) for (const [index, token] of tokens.entries()) this.addPattern(token, ['tokens', index], action);
    // The parts of “raw” are one pattern.
    if (Array.isArray(raw) && raw.length > 0) this.addPattern(raw.map(String).join(''), ['raw', 0], action);
  }

  readSubstitution(): void {
    const { rule } = this;
    const swap = rule['swap'];
    // Newer styles may give a list of single pairs, to keep their order.
    const pairs = Array.isArray(swap)
      ? swap.flatMap((item, index) => (isRecord(item) ? Object.entries(item).map(([from, to]) => ({ from, to, path: ['swap', index, from] })) : []))
      : isRecord(swap)
        ? Object.entries(swap).map(([from, to]) => ({ from, to, path: ['swap', from] }))
        : undefined;
    if (pairs === undefined) {
      this.collector.report(
        this.places.of(['extends']),
        'error',
        'wrong-shape',
        'This rule has no “swap”, so there was nothing to take. Write it as “word: replacement”.',
      );
      return;
    }
    for (const { from, to, path } of pairs) {
      const target = typeof to === 'string' || typeof to === 'number' ? String(to) : '';
      if (/\$\d|\$\{|\\\d/.test(target)) {
        this.reportPattern(path, from, 'its replacement repeats what the pattern found', true);
        continue;
      }
      const replacements = target
        .split('|')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      this.addPattern(from, path, replacements.length > 0 ? { replacements } : {}, true);
    }
  }

  /** Tells what is read in a narrower or wider sense than Vale does. */
  reportTurnedAround(): void {
    const { rule } = this;
    if (rule['nonword'] === true)
      this.collector.report(
        this.places.ofKey(['nonword']),
        'warning',
        'whole-words',
        'Vale looks for these inside words too (“nonword”). A glossary flags whole words only.',
      );
    const scope = rule['scope'];
    if (scope !== undefined && scope !== 'text' && scope !== 'sentence' && scope !== 'paragraph')
      this.collector.report(
        this.places.ofKey(['scope']),
        'warning',
        'scope',
        `Vale looks for these in “${shorten(JSON.stringify(scope).replaceAll('"', ''))}” only. A glossary flags them anywhere.`,
      );
  }

  private addPattern(pattern: unknown, path: readonly (string | number)[], more: ListedEntry, isKey = false): void {
    if (typeof pattern !== 'string' && typeof pattern !== 'number') {
      this.reportPattern(path, JSON.stringify(pattern), 'it is not a text', isKey);
      return;
    }
    const expansion = expandPattern(String(pattern));
    if ('fault' in expansion) {
      this.reportPattern(path, String(pattern), expansion.fault, isKey);
      return;
    }
    const caseSensitive = !(this.ignoresCase || expansion.ignoresCase);
    for (const spelled of expansion.words) {
      const spellings = [spelled.term, ...spelled.variants].filter((text) => !this.exceptions.includes(text.toLowerCase()));
      const [term, ...variants] = spellings;
      if (term === undefined) continue;
      const around = this.exceptions.filter((exception) =>
        spellings.some((text) => exception !== text.toLowerCase() && exception.includes(text.toLowerCase())),
      );
      const reason = this.readReason(term, more.replacements);
      this.words.add(
        { ...spelled, term, variants, exceptions: [...spelled.exceptions, ...around] },
        { ...more, ...(reason === undefined ? {} : { reason }), ...this.base, ...(caseSensitive ? { caseSensitive } : {}) },
        isKey ? this.places.ofKey(path) : this.places.of(path),
      );
    }
  }

  /** The message, where it says more than “use this, not that”. */
  private readReason(term: string, replacements: readonly string[] | undefined): string | undefined {
    const holes = this.message.match(/%\[?\d?\]?[sqv]/g) ?? [];
    if (this.message === '' || holes.length > 1 || (holes.length > 0 && replacements !== undefined)) return undefined;
    return this.message.replace(/(['"“‘]?)%(?:\[\d\])?[sqv](['"”’]?)/, `“${term}”`);
  }

  private readAction(): ListedEntry {
    const action = this.rule['action'];
    if (!isRecord(action)) return {};
    if (action['name'] === 'remove') return { policy: 'omit' };
    const params = action['params'];
    if (action['name'] === 'replace' && Array.isArray(params)) {
      const replacements = params.filter((param) => typeof param === 'string' && param.trim() !== '').map(String);
      if (replacements.length > 0) return { replacements };
    }
    return {};
  }

  private readExceptions(): readonly string[] {
    const listed = this.rule['exceptions'];
    if (!Array.isArray(listed)) return [];
    return listed.flatMap((item, index) => {
      const expansion = expandPattern(String(item));
      if (!('fault' in expansion)) return expansion.words.flatMap(({ term, variants }) => [term, ...variants]).map((text) => text.toLowerCase());
      this.reportPattern(['exceptions', index], String(item), expansion.fault, false);
      return [];
    });
  }

  private reportPattern(path: readonly (string | number)[], pattern: string, why: string, isKey: boolean): void {
    this.collector.report(
      isKey ? this.places.ofKey(path) : this.places.of(path),
      'error',
      'pattern',
      `“${shorten(pattern)}” was left out: ${why}. Add the words that it is meant for by hand.`,
    );
  }
}

/** `reject.txt` and `accept.txt`: a pattern a line. */
function readVocabulary(path: string, text: string, words: WordList, collector: EntryCollector): void {
  const isAccepted = /(?:^|\/)accept\.txt$/i.test(path);
  let accepted = 0;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('# ')) continue;
    if (isAccepted) {
      accepted++;
      continue;
    }
    const at = { line: index + 1, column: line.indexOf(pattern) + 1 };
    const expansion = expandPattern(pattern);
    if ('fault' in expansion)
      collector.report(at, 'error', 'pattern', `“${shorten(pattern)}” was left out: ${expansion.fault}. Add the words that it is meant for by hand.`);
    else for (const word of expansion.words) words.add(word, { policy: 'avoid', ...(expansion.ignoresCase ? {} : { caseSensitive: true }) }, at);
  }
  if (accepted > 0) reportAccepted(accepted, collector);
}

/** Lists of what is fine have nothing to add to a list of what is not. */
export function reportAccepted(count: number, collector: EntryCollector): void {
  const words = count === 1 ? 'The accepted word of this list needs' : `The ${count.toLocaleString('en')} accepted words of this list need`;
  collector.report({ line: 1, column: 1 }, 'info', 'accepted-words', `${words} no entry: only what a glossary lists is flagged.`);
}
