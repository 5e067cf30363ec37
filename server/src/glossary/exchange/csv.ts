import { decodeChunks } from './decode.js';
import { type Entry, EntryCollector, type Exported, type Header, type Imported, type Loss, type Place } from './imported.js';
import { columns, findColumn, listHeader, type Row, TableReader, writeCells } from './table.js';

/** Characters of one row, line ends in quotation marks included. Beyond this a quotation mark was never closed. */
const longestRow = 200_000;
/** Rows with lost quotation marks after which the file is taken for something else. */
const mostLostQuotes = 1000;
const delimiters = [',', ';', '\t', '|'] as const;
/** Characters and rows that tell which delimiter a file has. */
const sampleLength = 32_768;
const sampleRows = 60;

/** Reads a CSV file in pieces: commas, semicolons, tabs or bars; UTF-8, UTF-16 or Windows-1252. */
export function readCsv(path: string, chunks: Iterable<Uint8Array>): Imported {
  const collector = new EntryCollector(path);
  const table = new TableReader(collector);
  let tokenizer: CsvTokenizer | undefined;
  const take = (rows: Iterable<Row>): void => {
    for (const row of rows) {
      if (collector.isFull || table.isHopeless) return;
      table.add(withoutGuards(row, table.hasHeadings, collector));
    }
  };
  let sample = '';
  for (const text of decodeChunks(chunks, collector)) {
    sample += text;
    if (tokenizer === undefined && sample.length < sampleLength) continue;
    tokenizer ??= openTable(sample, collector);
    take(tokenizer.push(sample));
    sample = '';
    if (collector.isFull || table.isHopeless || tokenizer.isBroken) break;
  }
  if (tokenizer === undefined && sample !== '') {
    tokenizer = openTable(sample, collector);
    take(tokenizer.push(sample));
  }
  if (tokenizer !== undefined) take(tokenizer.finish());
  if (tokenizer !== undefined || !collector.hasProblems) table.reportMissingHeadings();
  return collector.finish(table.headerSoFar);
}

/**
 * Writes CSV that spreadsheets open as it is meant: UTF-8 with a byte order mark, commas, and an apostrophe before
 * what they would otherwise run as a formula. `readCsv` takes the apostrophe away again.
 */
export function writeCsv(header: Header, entries: readonly Entry[]): Exported<string> {
  const losses: Loss[] = [];
  const rows = [
    ...listHeader(header).map(([title, value]) => toRow([`# ${title}`, value], undefined, losses)),
    toRow(
      columns.map(({ title }) => title),
      undefined,
      losses,
    ),
  ];
  for (const [index, entry] of entries.entries()) rows.push(toRow(writeCells(entry), index, losses));
  return { content: `\ufeff${rows.join('')}`, losses };
}

function toRow(cells: readonly string[], entry: number | undefined, losses: Loss[]): string {
  const written = cells.map((cell, index) => {
    if (!unwritable.test(cell)) return quote(guardFormula(cell));
    losses.push({ entry, message: `“${columns[index]?.title ?? 'This'}” has a character that no text file can hold. It became “\ufffd”.` });
    return quote(guardFormula(cell.replace(new RegExp(unwritable, 'gu'), '\ufffd')));
  });
  return `${written.join(',')}\r\n`;
}

/** NUL, which makes a file binary, and halves of characters. */
const unwritable = /\0|\p{Surrogate}/u;

/** What a spreadsheet takes for the start of a formula, also in the wide letters of East Asian keyboards. */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

function guardFormula(value: string): string {
  return formulaStart.test(value) ? `'${value}` : value;
}

function quote(value: string): string {
  return /[",;\t|\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The row without the apostrophes that guard it. A formula is told and taken as the text it is. */
function withoutGuards(row: Row, isEntry: boolean, collector: EntryCollector): Row {
  let cells: (string | undefined)[] | undefined;
  for (const [index, cell] of row.cells.entries()) {
    if (cell === undefined) continue;
    const code = cell.charCodeAt(0);
    if (code !== 0x27 && code !== 0x3d) continue;
    cells ??= [...row.cells];
    if (code === 0x27) {
      if (formulaStart.test(cell)) cells[index] = cell.slice(1);
      continue;
    }
    // ="007" is how people keep a spreadsheet from reading a text as a number.
    const kept = /^="((?:[^"]|"")*)"$/.exec(cell)?.[1];
    if (kept !== undefined) cells[index] = kept.replaceAll('""', '"');
    else if (isEntry)
      collector.report(
        row.at(index),
        'warning',
        'formula',
        'This cell starts with “=”, as a formula does. It was taken as plain text and not worked out. If it is a formula, write its result; if it is text, put an apostrophe before it.',
      );
  }
  return cells === undefined ? row : { ...row, cells };
}

/** Chooses the delimiter that makes the most headings out of the first rows. */
function openTable(sample: string, collector: EntryCollector): CsvTokenizer {
  // Excel writes and reads this line.
  const named = /^sep=(.)(?:\r\n|\n|\r)/.exec(sample)?.[1];
  if (named !== undefined) return new CsvTokenizer(named, collector, true);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const trial = new CsvTokenizer(delimiter, undefined, false);
    let count = 0;
    for (const { cells } of trial.push(sample.slice(0, longestRow), true)) {
      const known = cells.filter((cell) => cell !== undefined && findColumn(cell) !== undefined).length;
      const score = known * 1000 + Math.min(cells.length, 100);
      if (known > 0 && score > best.score) best = { delimiter, score };
      if (++count >= sampleRows) break;
    }
  }
  return new CsvTokenizer(best.delimiter, collector, false);
}

const quoteCode = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts CSV (RFC 4180) into rows, a piece at a time. Written here and not taken from a package because a lost quotation
 * mark must cost one line and not the rest of the file, memory must stay that of one row, and every cell must know its
 * line and column.
 */
class CsvTokenizer {
  private buffer = '';
  /** The line that the buffer starts with. */
  private line = 1;
  private lostQuotes = 0;
  isBroken = false;
  private readonly delimiterCode: number;

  constructor(
    delimiter: string,
    private readonly collector: EntryCollector | undefined,
    private skipsFirst: boolean,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /** The rows that are complete once `text` has been added. */
  *push(text: string, isLast = false): Generator<Row> {
    this.buffer = this.buffer === '' ? text : this.buffer + text;
    let start = 0;
    while (start < this.buffer.length && !this.isBroken) {
      const row = this.readRow(start, isLast);
      if (row === undefined) break;
      if (row !== 'lost') {
        if (!this.skipsFirst) yield row.row;
        this.skipsFirst = false;
        this.line += row.lines;
        start = row.end;
        continue;
      }
      start = this.endOfLine(start);
      this.line++;
    }
    this.buffer = this.buffer.slice(start);
  }

  finish(): Generator<Row> {
    return this.push('', true);
  }

  /** The row that starts at an offset; `undefined` when more text is needed; `'lost'` when its quotation mark has no end. */
  private readRow(start: number, isLast: boolean): { row: Row; end: number; lines: number } | 'lost' | undefined {
    const { buffer, delimiterCode } = this;
    const cells: string[] = [];
    const starts: number[] = [];
    const line = this.line;
    let index = start;
    let lines = 1;
    for (;;) {
      starts.push(index);
      let value = '';
      if (buffer.charCodeAt(index) === quoteCode) {
        const opening = index;
        for (index++; ; ) {
          const closing = buffer.indexOf('"', index);
          if (closing === -1 || closing - start > longestRow) {
            if (!isLast && buffer.length - start <= longestRow) return undefined;
            this.reportLostQuote(start, opening, line);
            return 'lost';
          }
          value += buffer.slice(index, closing);
          index = closing + 1;
          if (index >= buffer.length && !isLast) return undefined;
          if (buffer.charCodeAt(index) !== quoteCode) break;
          value += '"';
          index++;
        }
        lines += countLineEnds(value);
      }
      // What stands outside quotation marks; behind a closing one there should be nothing.
      const plain = index;
      let code = buffer.charCodeAt(index);
      while (index < buffer.length && code !== delimiterCode && code !== lineFeed && code !== carriageReturn) code = buffer.charCodeAt(++index);
      if (index > plain) {
        if (plain > (starts.at(-1) ?? 0) && buffer.slice(plain, index).trim() !== '')
          this.report(
            this.placeOf(start, plain, line),
            'warning',
            'stray-quote',
            'There is text behind the closing quotation mark. To write a quotation mark inside a value, double it: "".',
          );
        value += buffer.slice(plain, index);
      }
      cells.push(value);
      if (index >= buffer.length) {
        // A row longer than this without a line end is no row.
        if (!isLast && buffer.length - start <= longestRow) return undefined;
        return { row: this.toRow(start, index, line, cells, starts), end: index, lines };
      }
      if (code === delimiterCode) {
        index++;
        if (index >= buffer.length && !isLast && buffer.length - start <= longestRow) return undefined;
        continue;
      }
      // CRLF may be cut in two.
      if (code === carriageReturn && index + 1 >= buffer.length && !isLast) return undefined;
      const end = code === carriageReturn && buffer.charCodeAt(index + 1) === lineFeed ? index + 2 : index + 1;
      return { row: this.toRow(start, index, line, cells, starts), end, lines };
    }
  }

  private toRow(start: number, end: number, line: number, cells: readonly string[], starts: readonly number[]): Row {
    const { buffer } = this;
    return { line, cells, at: (index) => placeIn(buffer, start, starts[index] ?? end, line) };
  }

  private placeOf(start: number, offset: number, line: number): Place {
    return placeIn(this.buffer, start, offset, line);
  }

  private reportLostQuote(start: number, opening: number, line: number): void {
    this.lostQuotes++;
    this.report(
      this.placeOf(start, opening, line),
      'error',
      'unclosed-quote',
      'The quotation mark here is never closed, so this line was left out. Close it, or double it if it belongs to the text.',
    );
    if (this.lostQuotes < mostLostQuotes) return;
    this.isBroken = true;
    this.report(
      this.placeOf(start, opening, line),
      'error',
      'not-csv',
      'So many quotation marks are never closed that the rest was left out. Check that this is a CSV file.',
    );
  }

  private report(at: Place, severity: 'error' | 'warning', code: string, message: string): void {
    this.collector?.report(at, severity, code, message);
  }

  private endOfLine(start: number): number {
    const next = this.buffer.indexOf('\n', start);
    return next === -1 ? this.buffer.length : next + 1;
  }
}

function placeIn(buffer: string, start: number, offset: number, line: number): Place {
  const before = buffer.slice(start, offset);
  const lastEnd = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return { line: line + countLineEnds(before), column: before.length - lastEnd };
}

function countLineEnds(value: string): number {
  let count = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code === lineFeed || (code === carriageReturn && value.charCodeAt(index + 1) !== lineFeed)) count++;
  }
  return count;
}
