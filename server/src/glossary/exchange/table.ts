import { severities } from '../../model/finding.js';
import { shorten } from '../../model/shorten.js';
import { partsOfSpeech } from '../../text/part-of-speech.js';
import { headerSchema, policies, statuses, termSchema } from '../schema.js';
import { type Entry, type EntryCollector, type Header, limits, type Place } from './imported.js';

/** How a cell holds a value: as it is, one of a few words, yes or no, or a list. */
type CellKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly synonyms: Readonly<Record<string, string>> }
  | { readonly kind: 'flag' }
  /** Words and phrases, with semicolons between them. */
  | { readonly kind: 'phrases' }
  /** Sentences, one a line. */
  | { readonly kind: 'sentences' }
  /** Sentences and what becomes of them, `before -> after`, one pair a line. */
  | { readonly kind: 'rewrites' };

type EntryKey = Exclude<keyof Entry, 'examples'> | 'flags' | 'allows' | 'becomes';

/** A column of the spreadsheet and of the CSV file. */
export interface Column {
  readonly key: EntryKey;
  /** As exports head it. */
  readonly title: string;
  /** Other headings that mean it, in small letters without spaces. The key itself and the title count too. */
  readonly synonyms: readonly string[];
  readonly cell: CellKind;
  /** In characters, for the spreadsheet. */
  readonly width: number;
}

const text: CellKind = { kind: 'text' };
const phrases: CellKind = { kind: 'phrases' };
const choice = (choices: readonly string[], synonyms: Readonly<Record<string, string>> = {}): CellKind => ({ kind: 'choice', choices, synonyms });

/** All columns in the order of exports: what people fill in first stands first. */
export const columns: readonly Column[] = [
  column(
    'term',
    'Term',
    22,
    text,
    'terms word words jargon jargonword jargonterm phrase phrases acronym acronyms abbreviation buzzword buzzwords headword avoid dontsay donotsay dontuse donotuse dontwrite insteadof wordtoavoid wordstoavoid',
  ),
  column(
    'replacements',
    'Use instead',
    28,
    phrases,
    'replacement replacewith replaceby sayinstead writeinstead use say write try tryinstead instead plainenglish plainlanguage plainword plainwords simpler simplerword betterword alternative alternatives suggestion suggestions preferred preferredterm preferredword',
  ),
  column('expansion', 'Spelled out', 28, text, 'spellout infull fullform fullname longform standsfor'),
  column('definition', 'Meaning', 40, text, 'meanings means description explanation whatitmeans inplainwords'),
  column('reason', 'Why', 32, text, 'whyavoid whyavoidit whynot rationale whyreadersstumble'),
  column(
    'policy',
    'What to do',
    12,
    choice(policies, { substitute: 'replace', 'leave out': 'omit', remove: 'omit', 'spell out': 'expand', define: 'explain' }),
    'treatment action',
  ),
  column(
    'status',
    'Status',
    12,
    choice(statuses, { draft: 'proposed', new: 'proposed', suggested: 'proposed', active: 'approved', accepted: 'approved' }),
    'state approval approvalstatus',
  ),
  column(
    'variants',
    'Other spellings',
    24,
    phrases,
    'variant spelling spellings otherspelling alternativespelling alternativespellings alsowritten alias aliases synonym synonyms',
  ),
  column('exceptions', 'Fine in', 24, phrases, 'exception except unless allowedin okin finewithin'),
  column(
    'partOfSpeech',
    'Part of speech',
    14,
    choice(partsOfSpeech, { n: 'noun', v: 'verb', adj: 'adjective', adv: 'adverb', 'proper noun': 'noun', expression: 'phrase', 'fixed phrase': 'phrase' }),
    'pos wordclass wordtype',
  ),
  column('severity', 'Severity', 10, choice(severities, { suggestion: 'info', information: 'info', low: 'info', medium: 'warning', high: 'error' }), 'level'),
  column('knownTo', 'Known to', 16, phrases, 'knownby whoknowsit audience audiences'),
  column('domain', 'Domain', 14, text, 'field area subject subjectfield subjectarea topic'),
  column('caseSensitive', 'Exact capitals', 14, { kind: 'flag' }, 'matchcase exactspelling capitalsmatter casematters'),
  column('owner', 'Owner', 20, text, 'owners termowner askabout contact'),
  column('flags', 'Example: flagged', 32, { kind: 'sentences' }, 'flaggedexample flaggedexamples examplesflagged'),
  column('allows', 'Example: left alone', 32, { kind: 'sentences' }, 'allowedexample allowedexamples examplesallowed'),
  column('becomes', 'Example: rewritten', 40, { kind: 'rewrites' }, 'rewrittenexample rewrittenexamples examplesrewritten'),
];

function column(key: EntryKey, title: string, width: number, cell: CellKind, synonyms: string): Column {
  return { key, title, width, cell, synonyms: synonyms.split(' ') };
}

/** The keys above the terms, and how tables name them. */
export const headerTitles: Readonly<Record<keyof Header, string>> = {
  name: 'Name',
  title: 'Title',
  owner: 'Owner',
  reviewBy: 'Review by',
  licence: 'Licence',
};

/** The column that a heading means. */
export function findColumn(heading: string): Column | undefined {
  return columnsByHeading.get(normalise(heading));
}

/** The key above the terms that a label means. */
export function findHeaderKey(label: string): keyof Header | undefined {
  return headerKeysByLabel.get(normalise(label));
}

const columnsByHeading = new Map(columns.flatMap((each) => [each.key, each.title, ...each.synonyms].map((heading) => [normalise(heading), each] as const)));
const headerKeysByLabel = new Map<string, keyof Header>([
  ...headerSchema.keyof().options.flatMap((key) => [normalise(key), normalise(headerTitles[key])].map((label) => [label, key] as const)),
  ['license', 'licence'],
]);

function normalise(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A row of cells as a file gives it. Empty cells may be missing. */
export interface Row {
  /** The line of the file, or the row of the sheet. */
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
  /** Where a cell stands. */
  at(index: number): Place;
}

/** Rows before the headings that are looked at: titles, dates and what else people put on top. */
const longestPreamble = 50;

/** Reads a table row by row: the headings wherever they come, then entries. */
export class TableReader {
  private readonly header: { -readonly [Key in keyof Header]?: Header[Key] } = {};
  private headings: readonly (Column | undefined)[] | undefined;
  private headingTexts: readonly (string | undefined)[] = [];
  private passed = 0;
  private firstRow: Row | undefined;

  constructor(
    private readonly collector: EntryCollector,
    /** What problems call a cell beyond its place: `Cell B7: `. */
    private readonly nameCell: (row: Row, index: number) => string = () => '',
  ) {}

  /** Whether headings have been found. */
  get hasHeadings(): boolean {
    return this.headings !== undefined;
  }

  /** Whether the table has gone on too long without headings to be one. */
  get isHopeless(): boolean {
    return this.headings === undefined && this.passed > longestPreamble;
  }

  get isEmpty(): boolean {
    return this.firstRow === undefined;
  }

  get headerSoFar(): Header {
    return this.header;
  }

  add(row: Row): void {
    if (!row.cells.some((cell) => cell?.trim())) return;
    this.firstRow ??= row;
    if (this.headings !== undefined) this.addEntry(row, this.headings);
    else if (!this.addAbove(row)) this.passed++;
  }

  /** Says so when there were no headings. `false` when there was nothing to say. */
  reportMissingHeadings(): void {
    if (this.headings !== undefined) return;
    if (this.firstRow === undefined) {
      this.collector.report({ line: 1, column: 1 }, 'error', 'empty-file', 'This table is empty. The first row names the columns: Term, Use instead, Meaning.');
      return;
    }
    const found = this.firstRow.cells.filter((cell) => cell?.trim()).slice(0, 5);
    this.collector.reportUnreadable(
      this.firstRow.at(0),
      'no-headings',
      `The first row must name the columns, and one of them must be “Term”; it has ${found.map((cell) => `“${shorten(cell ?? '')}”`).join(', ')}. Add a row such as: Term, Use instead, Meaning.`,
    );
  }

  /** A row above the entries: `# Owner, …` or the headings. `false` when it is neither. */
  private addAbove(row: Row): boolean {
    const [label = '', value = ''] = row.cells;
    if (label.startsWith('#')) {
      const key = findHeaderKey(label);
      if (key !== undefined) this.addHeaderValue(key, value, row);
      return key !== undefined;
    }
    const found = row.cells.map((cell) => (cell?.trim() ? findColumn(cell) : undefined));
    if (!found.some((each) => each?.key === 'term')) return false;
    this.headings = this.checkHeadings(row, found);
    this.headingTexts = row.cells;
    return true;
  }

  addHeaderValue(key: keyof Header, value: string, row: Row): void {
    if (value.trim() === '') return;
    const parsed = headerSchema.shape[key].safeParse(value.trim());
    if (parsed.success) this.header[key] = parsed.data;
    else
      this.collector.report(
        row.at(1),
        'error',
        'wrong-value',
        `${this.nameCell(row, 1)}“${headerTitles[key]}” is “${shorten(value)}”: ${key === 'reviewBy' ? 'write a date as 2027-06-30' : 'write at least one word'}.`,
      );
  }

  private checkHeadings(row: Row, found: readonly (Column | undefined)[]): readonly (Column | undefined)[] {
    const seen = new Map<EntryKey, number>();
    // “Term” beside “Acronym”: the heading that says it outright wins.
    for (const [index, each] of found.entries()) {
      if (each === undefined) continue;
      const best = seen.get(each.key);
      const isOutright = [each.key, each.title].some((name) => normalise(name) === normalise(row.cells[index] ?? ''));
      if (best === undefined || (isOutright && !isTitle(each, row.cells[best] ?? ''))) seen.set(each.key, index);
    }
    return found.map((each, index) => {
      const heading = row.cells[index]?.trim() ?? '';
      if (each === undefined) {
        if (heading !== '')
          this.collector.report(
            row.at(index),
            'warning',
            'unknown-column',
            `${this.nameCell(row, index)}“${shorten(heading)}” is not a column that a glossary has, so it was left out. Known are ${columns.map(({ title }) => title).join(', ')}.`,
          );
        return undefined;
      }
      const best = seen.get(each.key);
      if (best === index) return each;
      this.collector.report(
        row.at(index),
        'warning',
        'unknown-column',
        `${this.nameCell(row, index)}“${shorten(heading)}” means the same as the column “${row.cells[best ?? 0]?.trim()}”, so it was left out. Join the two columns.`,
      );
      return undefined;
    });
  }

  private addEntry(row: Row, headings: readonly (Column | undefined)[]): void {
    const values: Partial<Record<EntryKey, unknown>> = {};
    const faults: { index: number; message: string }[] = [];
    let isRowOfHeadings = true;
    for (const [index, cell] of row.cells.entries()) {
      if (cell === undefined || cell.trim() === '') continue;
      const heading = headings[index];
      if (heading === undefined) {
        if (index >= headings.length) {
          this.collector.report(
            row.at(index),
            'warning',
            'extra-cell',
            `${this.nameCell(row, index)}“${shorten(cell)}” stands beyond the last column, so it was left out. If a value has a comma of its own, put the value in quotation marks.`,
          );
          break;
        }
        continue;
      }
      isRowOfHeadings &&= cell === this.headingTexts[index];
      if (cell.length > limits.valueLength) {
        faults.push({ index, message: `“${heading.title}” has more than ${limits.valueLength.toLocaleString('en')} characters. Shorten it.` });
        continue;
      }
      const value = readCell(cell, heading);
      if ('fault' in value) faults.push({ index, message: value.fault });
      else values[heading.key] = value.value;
    }
    // Tables pasted below each other repeat their headings.
    if (isRowOfHeadings && row.cells.filter((cell) => cell?.trim()).length > 2) return;
    const [fault] = faults;
    const termIndex = headings.findIndex((each) => each?.key === 'term');
    if (fault === undefined && values.term === undefined) {
      if (Object.keys(values).length > 0)
        this.collector.report(
          row.at(termIndex),
          'error',
          'missing-term',
          `${this.nameCell(row, termIndex)}This row has no term, so it was left out. Write one under “${this.titleOfTerm()}”, or clear the row.`,
        );
      return;
    }
    if (fault !== undefined) {
      for (const { index, message } of faults)
        this.collector.report(row.at(index), 'error', 'wrong-value', `${this.nameCell(row, index)}${message} The entry was left out.`);
      return;
    }
    const { flags, allows, becomes, ...rest } = values;
    const examples = { ...(flags ? { flags } : {}), ...(allows ? { allows } : {}), ...(becomes ? { becomes } : {}) };
    const parsed = termSchema.safeParse({ ...rest, ...(Object.keys(examples).length > 0 ? { examples } : {}) });
    if (parsed.success) this.collector.add(parsed.data, row.at(termIndex), { saysStatus: values.status !== undefined });
    else {
      const [issue] = parsed.error.issues;
      const key = issue?.path[0] === 'examples' ? issue.path[1] : issue?.path[0];
      const index = headings.findIndex((each) => each?.key === key);
      this.collector.report(
        row.at(Math.max(0, index)),
        'error',
        'wrong-value',
        `${this.nameCell(row, Math.max(0, index))}“${headings[index]?.title ?? String(key)}” is not right: ${issue?.message ?? 'it does not fit'}. The entry was left out.`,
      );
    }
  }

  private titleOfTerm(): string {
    return columns[0]?.title ?? 'Term';
  }
}

function isTitle({ key, title }: Column, heading: string): boolean {
  return [key, title].some((name) => normalise(name) === normalise(heading));
}

type CellValue = { readonly value: unknown } | { readonly fault: string };

function readCell(cell: string, { title, cell: { kind, ...rest } }: Column): CellValue {
  switch (kind) {
    case 'text':
      return { value: cell };
    case 'choice': {
      // The kind says that these are there.
      const { choices, synonyms } = rest as Extract<CellKind, { kind: 'choice' }>;
      const word = cell.trim().toLowerCase().replace(/\.$/, '');
      const value = choices.includes(word) ? word : Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
      return value === undefined ? { fault: `“${title}” is “${shorten(cell)}”. Write ${listChoices(choices)}.` } : { value };
    }
    case 'flag': {
      const word = cell.trim().toLowerCase();
      if (/^(?:yes|y|true|x|1|✓|✔|ja|oui)$/.test(word)) return { value: true };
      if (/^(?:no|n|false|0|-|–|nein|non)$/.test(word)) return { value: false };
      return { fault: `“${title}” is “${shorten(cell)}”. Write yes or no.` };
    }
    case 'phrases':
      return { value: splitPhrases(cell) };
    case 'sentences':
      return {
        value: splitLines(cell)
          .map((line) => withoutEscapes(line).trim())
          .filter((line) => line !== ''),
      };
    case 'rewrites':
      return readRewrites(cell, title);
  }
}

function listChoices(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

/** A day as spreadsheets count it, since 1900 or 1904, as a date; any other text as it is. */
export function tidyDate(value: string, countsFrom1904: boolean): string {
  if (!/^\d{5}(?:\.\d+)?$/.test(value)) return value;
  // Day 25569 is 1 January 1970; a calendar from 1904 is 1462 days behind.
  const days = Math.floor(Number(value)) + (countsFrom1904 ? 1462 : 0) - 25_569;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Splits `use; apply`. Where there is neither a semicolon nor a second line, commas separate: people write both. A
 * backslash keeps a separator that belongs to a phrase.
 */
function splitPhrases(cell: string): string[] {
  const parts = splitUnescaped(cell, /;|\r?\n/y);
  const pieces = parts.length > 1 ? parts : splitUnescaped(cell, /,/y);
  return pieces.map((part) => withoutEscapes(part).trim()).filter((part) => part !== '');
}

function joinPhrases(items: readonly string[]): string {
  const joined = items.map((item) => withEscapes(item, /;/)).join('; ');
  // Without a semicolon the commas in a single phrase would split it.
  return items.length === 1 && joined.includes(',') && splitUnescaped(joined, /;|\r?\n/y).length === 1 ? `${joined};` : joined;
}

function splitLines(cell: string): string[] {
  return splitUnescaped(cell, /\r?\n/y);
}

function readRewrites(cell: string, title: string): CellValue {
  const pairs: [string, string][] = [];
  for (const line of splitLines(cell)) {
    if (line.trim() === '') continue;
    const [before, after, ...more] = splitUnescaped(line, /->|→|=>/y);
    if (before === undefined || after === undefined || more.length > 0)
      return { fault: `“${title}” has “${shorten(line)}”. Write “sentence -> rewritten sentence”, one a line.` };
    pairs.push([trimUnescaped(before), trimUnescaped(after)]);
  }
  return { value: Object.fromEntries(pairs) };
}

/** Splits at each match of a sticky pattern that no backslash stands before. */
function splitUnescaped(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < value.length; index++) {
    if (value[index] === '\\') {
      index++;
      continue;
    }
    separator.lastIndex = index;
    const match = separator.exec(value);
    if (match === null) continue;
    parts.push(value.slice(start, index));
    start = index + match[0].length;
    index = start - 1;
  }
  parts.push(value.slice(start));
  return parts;
}

const escapable = /\\([\\;\s=→-])/gu;

function withoutEscapes(value: string): string {
  return value.replace(escapable, '$1');
}

/** Puts a backslash before what would be read as a separator, and before a backslash that would be read as one of these. */
function withEscapes(value: string, separators: RegExp): string {
  return value.replace(new RegExp(`\\\\(?=[\\\\;\\s=→-]|$)|\\n|${separators.source}`, 'gu'), '\\$&');
}

function trimUnescaped(value: string): string {
  const trimmed = value.trimStart();
  // A backslash at the end of the rest keeps the space behind it.
  const end = /\\\s\s*$/u.test(trimmed) && isEscapedAt(trimmed, trimmed.trimEnd().length) ? trimmed.slice(0, trimmed.trimEnd().length + 1) : trimmed.trimEnd();
  return withoutEscapes(end);
}

/** Whether the character at an index has an odd number of backslashes before it. */
function isEscapedAt(value: string, index: number): boolean {
  let count = 0;
  while (value[index - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

function joinRewrites(becomes: Readonly<Record<string, string>>): string {
  const side = (value: string): string => withEscapes(value, /->|=>|→|^\s|\s$/);
  return Object.entries(becomes)
    .map(([before, after]) => `${side(before)} -> ${side(after)}`)
    .join('\n');
}

/** The cells of an entry, in the order of the columns. */
export function writeCells(entry: Entry): string[] {
  return columns.map(({ key }) => {
    switch (key) {
      case 'caseSensitive':
        return entry.caseSensitive ? 'yes' : '';
      case 'variants':
      case 'replacements':
      case 'exceptions':
      case 'knownTo':
        return joinPhrases(entry[key] ?? []);
      case 'flags':
      case 'allows':
        return (entry.examples?.[key] ?? []).map((sentence) => withEscapes(sentence, /\n/)).join('\n');
      case 'becomes':
        return joinRewrites(entry.examples?.becomes ?? {});
      default:
        return entry[key] ?? '';
    }
  });
}

/** The keys above the terms that say something, with the names that tables give them. */
export function listHeader(header: Header): readonly (readonly [title: string, value: string])[] {
  return headerSchema
    .keyof()
    .options.map((key) => [headerTitles[key], header[key] ?? ''] as const)
    .filter(([, value]) => value !== '');
}
