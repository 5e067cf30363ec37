import { shorten } from '../../model/shorten.js';
import { isRecord, YamlFile } from '../../yaml/yaml-file.js';
import { decodeAll } from './decode.js';
import { EntryCollector, type Imported } from './imported.js';
import { expandPattern, type Spelled } from './spellings.js';
import type { SourceFile } from './vale.js';
import { finishFile, type ListedEntry, Places, readWord, WordList } from './word-list.js';

/** Reads rules of prh: what is expected becomes the replacement, its patterns the terms, its specs the examples. */
export function readPrh({ path, bytes }: SourceFile): Imported {
  const collector = new EntryCollector(path);
  const text = decodeAll(bytes, collector);
  const file = new YamlFile(path, text);
  const value = file.value;
  if (file.problems.length > 0) {
    finishFile(file, collector);
    return collector.finish({});
  }
  if (!isPrhRules(value) || !isRecord(value)) {
    collector.reportUnreadable({ line: 1, column: 1 }, 'not-prh', 'These are no rules of prh: they have no list “rules”.');
    return collector.finish({});
  }
  const words = new WordList(collector);
  const places = new Places(file, text);
  if (value['imports'] !== undefined)
    collector.report(places.ofKey(['imports']), 'warning', 'other-file', '“imports” names other files, which are not opened. Import them by themselves.');
  const rules = Array.isArray(value['rules']) ? value['rules'] : [];
  for (const [index, rule] of rules.entries()) new RuleReader(rule, ['rules', index], places, words, collector).read();
  words.finish();
  return collector.finish({});
}

/** Whether plain data is rules of prh. */
export function isPrhRules(value: unknown): boolean {
  return isRecord(value) && (Array.isArray(value['rules']) || (value['version'] === 1 && Array.isArray(value['imports'])));
}

class RuleReader {
  constructor(
    private readonly rule: unknown,
    private readonly path: readonly (string | number)[],
    private readonly places: Places,
    private readonly words: WordList,
    private readonly collector: EntryCollector,
  ) {}

  read(): void {
    const rule = typeof this.rule === 'string' ? { expected: this.rule } : this.rule;
    const expected = isRecord(rule) ? rule['expected'] : undefined;
    if (!isRecord(rule) || typeof expected !== 'string' || expected.trim() === '') {
      this.report([], 'wrong-shape', 'This rule has no “expected”, so it was left out. Write the right spelling there.');
      return;
    }
    if (/\$\d|\$\{|\$&/.test(expected)) {
      this.report(
        ['expected'],
        'pattern',
        `“${shorten(expected)}” was left out: it repeats what the pattern found. Add the words that it is meant for by hand.`,
      );
      return;
    }
    const message = rule['prh'];
    const more: ListedEntry = { replacements: [expected.trim()], ...(typeof message === 'string' && message.trim() !== '' ? { reason: message.trim() } : {}) };
    const found = this.readPatterns(rule, expected.trim());
    for (const [position, { word, ignoresCase, path }] of found.entries()) {
      const examples = position === 0 ? this.readSpecs(rule['specs']) : undefined;
      this.words.add(
        word,
        { ...more, ...(ignoresCase ? {} : { caseSensitive: true }), ...(examples === undefined ? {} : { examples }) },
        this.places.of([...this.path, ...path]),
      );
    }
  }

  private readPatterns(rule: Readonly<Record<string, unknown>>, expected: string): { word: Spelled; ignoresCase: boolean; path: (string | number)[] }[] {
    const key = rule['patterns'] === undefined ? 'pattern' : 'patterns';
    const given = rule[key];
    if (given === undefined) {
      const word = listMiswritten(expected);
      if (word !== undefined) return [{ word, ignoresCase: false, path: typeof this.rule === 'string' ? [] : ['expected'] }];
      this.report([], 'pattern', `“${shorten(expected)}” was left out: it has no pattern and no letters to write in another way. Give it a pattern.`);
      return [];
    }
    const listed = Array.isArray(given) ? given.map((pattern, index) => ({ pattern, path: [key, index] })) : [{ pattern: given, path: [key] }];
    return listed.flatMap(({ pattern, path }) => this.readPattern(String(pattern), path));
  }

  private readPattern(pattern: string, path: (string | number)[]): { word: Spelled; ignoresCase: boolean; path: (string | number)[] }[] {
    const [, source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
    if (source === undefined) {
      const word = readWord(pattern);
      if (word !== undefined) return [{ word, ignoresCase: false, path }];
      this.report(path, 'pattern', `“${shorten(pattern)}” was left out: it stands for marks and not for words.`);
      return [];
    }
    const expansion = expandPattern(source);
    if ('fault' in expansion) {
      this.report(path, 'pattern', `“${shorten(pattern)}” was left out: ${expansion.fault}. Add the words that it is meant for by hand.`);
      return [];
    }
    return expansion.words.map((word) => ({ word, ignoresCase: expansion.ignoresCase || flags.includes('i'), path }));
  }

  private readSpecs(specs: unknown): ListedEntry['examples'] {
    if (!Array.isArray(specs)) return undefined;
    const pairs = specs.flatMap((spec, index): [string, string][] => {
      if (isRecord(spec) && typeof spec['from'] === 'string' && typeof spec['to'] === 'string') return [[spec['from'], spec['to']]];
      this.report(['specs', index], 'wrong-shape', 'This spec has no “from” and “to”, so it was left out.');
      return [];
    });
    return pairs.length > 0 ? { becomes: Object.fromEntries(pairs) } : undefined;
  }

  private report(path: readonly (string | number)[], code: string, message: string): void {
    this.collector.report(this.places.of([...this.path, ...path]), 'error', code, message);
  }
}

/** A rule with nothing but the right spelling means all others that differ in capitals; the usual ones are listed. */
function listMiswritten(expected: string): Spelled | undefined {
  const lower = expected.toLowerCase();
  const spellings = [
    lower,
    expected.toUpperCase(),
    lower.replace(/^\p{L}/u, (first) => first.toUpperCase()),
    lower.replace(/\b\p{L}/gu, (first) => first.toUpperCase()),
  ];
  const [term, ...variants] = [...new Set(spellings)].filter((spelling) => spelling !== expected);
  return term === undefined || readWord(term) === undefined ? undefined : { term, variants, partOfSpeech: undefined, exceptions: [] };
}
