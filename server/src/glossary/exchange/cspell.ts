import { shorten } from '../../model/shorten.js';
import { isRecord, YamlFile } from '../../yaml/yaml-file.js';
import { decodeAll } from './decode.js';
import { EntryCollector, type Imported, type Place } from './imported.js';
import { reportAccepted, type SourceFile } from './vale.js';
import { finishFile, Places, readWord, WordList } from './word-list.js';

/** Keys of cspell's settings that name other files. */
const elsewhere = ['import', 'dictionaryDefinitions'] as const;
const lists = ['words', 'userWords', 'ignoreWords', 'flagWords', 'suggestWords'] as const;

/**
 * Reads settings or a word list of cspell. Words that it forbids become terms, with what it suggests instead. Words that
 * it allows need no entry.
 */
export function readCspell({ path, bytes }: SourceFile): Imported {
  const collector = new EntryCollector(path);
  const words = new WordList(collector);
  const text = decodeAll(bytes, collector);
  if (/\.(?:json|jsonc|ya?ml)$/i.test(path)) readSettings(path, text, words, collector);
  else readList(text, words, collector);
  words.finish();
  return collector.finish({});
}

/** Whether plain data is settings of cspell. */
export function isCspellSettings(value: unknown): boolean {
  return isRecord(value) && lists.some((list) => Array.isArray(value[list]));
}

function readSettings(path: string, text: string, words: WordList, collector: EntryCollector): void {
  // JSON with comments is YAML once the comments are blank.
  const plain = /\.jsonc?$/i.test(path) ? blankComments(text) : text;
  const file = new YamlFile(path, plain);
  const settings = file.value;
  if (file.problems.length > 0) {
    finishFile(file, collector);
    return;
  }
  if (!isRecord(settings)) {
    collector.reportUnreadable({ line: 1, column: 1 }, 'not-cspell', 'These are no settings of cspell: they have neither “words” nor “flagWords”.');
    return;
  }
  const places = new Places(file, plain);
  let accepted = 0;
  const read = (holder: Readonly<Record<string, unknown>>, above: readonly (string | number)[]): void => {
    for (const list of lists) {
      const items = holder[list];
      if (items === undefined) continue;
      if (!Array.isArray(items)) {
        collector.report(places.ofKey([...above, list]), 'error', 'wrong-shape', `“${list}” is not a list, so it was left out. Write it as a list of words.`);
        continue;
      }
      for (const [index, item] of items.entries()) {
        const word = String(item);
        if (list === 'flagWords' || list === 'suggestWords') addFlagged(word, list === 'flagWords', places.of([...above, list, index]), words, collector);
        else if (word.startsWith('!')) addFlagged(word.slice(1), true, places.of([...above, list, index]), words, collector);
        else accepted++;
      }
    }
  };
  read(settings, []);
  for (const key of ['overrides', 'languageSettings'] as const) {
    const parts = settings[key];
    if (Array.isArray(parts)) for (const [index, part] of parts.entries()) if (isRecord(part)) read(part, [key, index]);
  }
  for (const key of elsewhere)
    if (settings[key] !== undefined)
      collector.report(places.ofKey([key]), 'warning', 'other-file', `“${key}” names other files, which are not opened. Import them by themselves.`);
  if (accepted > 0) reportAccepted(accepted, collector);
}

/** A word list: a word a line, `!` before a forbidden one, `#` before a comment. */
function readList(text: string, words: WordList, collector: EntryCollector): void {
  let accepted = 0;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const word = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (word === '') continue;
    const at = { line: index + 1, column: line.indexOf(word) + 1 };
    if (word.startsWith('!')) addFlagged(word.slice(1), true, at, words, collector);
    // Written as `word->suggestion`, what stands first is not to be used.
    else if (word.includes('->')) addFlagged(word, true, at, words, collector);
    else accepted++;
  }
  if (accepted > 0) reportAccepted(accepted, collector);
}

/** `word`, `word->suggestion, other` or `word: suggestion`. */
function addFlagged(text: string, isForbidden: boolean, at: Place, words: WordList, collector: EntryCollector): void {
  // Signs for compounds and for letters of either case.
  const [, from = text, to = ''] = /^(.+?)\s*(?:->|:)\s*(.*)$/.exec(text) ?? [];
  const bare = from.trim().replace(/^[~*+]+|[*+]+$/g, '');
  const word = readWord(bare);
  if (word === undefined || /[*+]/.test(bare.replace(/\+\+$/, ''))) {
    collector.report(at, 'error', 'pattern', `“${shorten(text)}” was left out: it is not a word. Write it as “word->suggestion”.`);
    return;
  }
  const replacements = to
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  words.add(word, replacements.length > 0 ? { replacements, ...(isForbidden ? {} : { severity: 'info' }) } : { policy: 'avoid' }, at);
}

/** Puts spaces in the place of comments, so that everything else stays where it was. */
function blankComments(text: string): string {
  return text
    .replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) => (match.startsWith('"') ? match : match.replace(/[^\n]/g, ' ')))
    .replaceAll('\t', ' ');
}
