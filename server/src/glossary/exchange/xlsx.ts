import { strToU8, Unzip, UnzipInflate, type Zippable, zipSync } from 'fflate';
import { type Entry, EntryCollector, type Exported, type Header, type Imported, type Loss, limits, type Place } from './imported.js';
import { columns, findHeaderKey, listHeader, type Row, TableReader, tidyDate, writeCells } from './table.js';
import { escapeXml, notXml, type XmlElement, XmlReader } from './xml.js';

/** Bytes that the parts of a workbook may unpack to. A zip bomb unpacks to a thousand times its size. */
const mostUnpacked = 256 * 1024 * 1024;
/** Characters of all shared texts, which must be kept until the sheets have been read. */
const mostSharedText = 64 * 1024 * 1024;
/** Packed bytes that are unpacked at once: at most a thousand times as much comes out. */
const sliceLength = 8192;
/** Columns that are looked at. */
const mostColumns = 256;
/** Characters that Excel lets a cell have. */
const longestCell = 32_767;

/** Reads a workbook: every sheet that has a column for terms, and the sheet “About”. Formulas are never worked out.
 * `most` is how many bytes its parts may unpack to. */
export function readXlsx(path: string, bytes: Uint8Array, { most = mostUnpacked }: { readonly most?: number } = {}): Imported {
  const collector = new EntryCollector(path);
  const start: Place = { line: 1, column: 1 };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
    collector.reportUnreadable(
      start,
      'not-xlsx',
      isOld
        ? 'This is an old or a password-protected workbook. Save it as .xlsx without a password.'
        : 'This is not an .xlsx workbook. Open it in a spreadsheet program and save it as .xlsx.',
    );
    return collector.finish({});
  }
  let header: Header = {};
  try {
    const outline = readOutline(bytes, most);
    if (outline.sheets.length === 0) collector.reportUnreadable(start, 'not-xlsx', 'There are no sheets in this file. Save it again as .xlsx.');
    else header = readSheets(bytes, most, outline, collector);
  } catch (error) {
    if (error instanceof TooLarge)
      collector.reportUnreadable(
        start,
        'too-large',
        `This workbook unpacks to more than ${error.limit}, so reading stopped. Take out pictures and unused sheets, or save it as CSV.`,
      );
    else
      collector.reportUnreadable(
        start,
        'not-xlsx',
        `This workbook is damaged: ${error instanceof Error ? error.message : String(error)}. Open it in a spreadsheet program and save it again.`,
      );
  }
  return collector.finish(header);
}

/** Stops the unpacking of what would not fit into memory. */
class TooLarge extends Error {
  constructor(readonly limit: string) {
    super(`more than ${limit}`);
  }
}

/** Hears the text of one part of the workbook. */
interface PartReader {
  write(text: string): void;
  end(): void;
}

/** Unpacks the parts that somebody wants to hear, in small pieces. */
function unpack(bytes: Uint8Array, most: number, readerOf: (name: string) => PartReader | undefined): void {
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    const reader = readerOf(file.name.replace(/^\//, ''));
    if (reader === undefined) return;
    const decoder = new Utf8Decoder();
    file.ondata = (error, data, isFinal) => {
      if (error) throw error;
      unpacked += data.length;
      if (unpacked > most) throw new TooLarge(`${most / 1024 / 1024} MB`);
      reader.write(decoder.decode(data, isFinal));
      if (isFinal) reader.end();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let start = 0; start < bytes.length; start += sliceLength) unzip.push(bytes.subarray(start, start + sliceLength), start + sliceLength >= bytes.length);
}

/** UTF-8 in pieces that may be cut inside a character. */
class Utf8Decoder {
  private carry = new Uint8Array(0);
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: false });

  decode(bytes: Uint8Array, isLast: boolean): string {
    let all = bytes;
    if (this.carry.length > 0) {
      all = new Uint8Array(this.carry.length + bytes.length);
      all.set(this.carry);
      all.set(bytes, this.carry.length);
    }
    let end = all.length;
    if (!isLast) {
      while (end > 0 && end > all.length - 4 && ((all[end - 1] ?? 0) & 0xc0) === 0x80) end--;
      end = (all[end - 1] ?? 0) >= 0xc0 ? end - 1 : all.length;
    }
    this.carry = all.slice(end);
    return this.decoder.decode(all.subarray(0, end));
  }
}

interface Outline {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly sharedTexts: readonly string[];
  readonly countsFrom1904: boolean;
}

/** The first pass: which sheets there are, and the texts they share. */
function readOutline(bytes: Uint8Array, most: number): Outline {
  const sheets: { name: string; relation: string }[] = [];
  const targets = new Map<string, string>();
  const sharedTexts: string[] = [];
  let countsFrom1904 = false;
  unpack(bytes, most, (name) => {
    switch (name) {
      case 'xl/workbook.xml':
        return readXml(name, ({ name: element, attributes }) => {
          if (element === 'sheet') sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? attributes['id'] ?? '' });
          if (element === 'workbookPr') countsFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
        });
      case 'xl/_rels/workbook.xml.rels':
        return readXml(name, ({ name: element, attributes }) => {
          if (element === 'Relationship' && attributes['TargetMode'] !== 'External') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
        });
      case 'xl/sharedStrings.xml':
        return new SharedTextsReader(name, sharedTexts);
      default:
        return undefined;
    }
  });
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const target = targets.get(relation);
      return target === undefined ? [] : [{ name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }];
    }),
    sharedTexts,
    countsFrom1904,
  };
}

/** Hears only of elements that open. */
function readXml(part: string, open: (element: XmlElement) => void): PartReader {
  return new CheckedReader(part, new XmlReader({ open, close: () => {}, text: () => {}, unknownEntity: () => {} }));
}

/** An XML part; one that is not well-formed is a damaged workbook. */
class CheckedReader implements PartReader {
  constructor(
    private readonly part: string,
    private readonly xml: XmlReader,
  ) {}

  write(text: string): void {
    this.xml.write(text);
    this.check();
  }

  end(): void {
    this.xml.end();
    this.check();
  }

  private check(): void {
    const { fault } = this.xml;
    if (fault !== undefined) throw new Error(`in ${this.part}, line ${fault.at.line}, ${fault.reason}`);
  }
}

class SharedTextsReader extends CheckedReader {
  constructor(part: string, texts: string[]) {
    let length = 0;
    let current = '';
    let isText = false;
    // Reading aids for East Asian writing stand beside the text and are not part of it.
    let inAid = false;
    super(
      part,
      new XmlReader({
        open: ({ name }) => {
          if (name === 'si') current = '';
          else if (name === 'rPh') inAid = true;
          else if (name === 't') isText = !inAid;
        },
        close: (name) => {
          if (name === 't') isText = false;
          else if (name === 'rPh') inAid = false;
          else if (name === 'si') texts.push(decodeEscapes(current));
        },
        text: (text) => {
          if (!isText) return;
          length += text.length;
          if (length > mostSharedText) throw new TooLarge(`${mostSharedText / 1024 / 1024} MB of text`);
          if (current.length <= limits.valueLength) current += text;
        },
        unknownEntity: () => {},
      }),
    );
  }
}

/** The second pass: the cells of the sheets, row by row. */
function readSheets(bytes: Uint8Array, most: number, outline: Outline, collector: EntryCollector): Header {
  let header: Header = {};
  const skipped: { name: string; table: TableReader }[] = [];
  let hasTable = false;
  unpack(bytes, most, (part) => {
    const sheet = outline.sheets.find(({ path }) => path === part);
    if (sheet === undefined) return undefined;
    const isAbout = /^about$/i.test(sheet.name.trim());
    const nameCell = (row: Row, index: number): string => `Cell ${nameColumn(index)}${row.line}${outline.sheets.length > 1 ? ` of “${sheet.name}”` : ''}: `;
    const table = new TableReader(collector, nameCell);
    const reader = new SheetReader(
      part,
      outline,
      collector,
      nameCell,
      (row) => {
        if (isAbout && !table.hasHeadings) {
          const key = findHeaderKey(row.cells[0] ?? '');
          if (key !== undefined) {
            const value = row.cells[1] ?? '';
            table.addHeaderValue(key, key === 'reviewBy' ? tidyDate(value, outline.countsFrom1904) : value, row);
            return;
          }
        }
        if (!table.isHopeless && !collector.isFull) table.add(row);
      },
      () => !isAbout && table.hasHeadings,
    );
    return {
      write: (text) => reader.write(text),
      end: () => {
        reader.end();
        header = { ...header, ...table.headerSoFar };
        hasTable ||= table.hasHeadings;
        if (!table.hasHeadings && !isAbout) skipped.push({ name: sheet.name, table });
      },
    };
  });
  for (const { name, table } of skipped) {
    if (!hasTable) table.reportMissingHeadings();
    else if (!table.isEmpty)
      collector.report({ line: 1, column: 1 }, 'warning', 'skipped-sheet', `The sheet “${name}” has no column “Term”, so it was left out.`);
  }
  if (!hasTable && skipped.length === 0)
    collector.reportUnreadable({ line: 1, column: 1 }, 'no-headings', 'No sheet has a column “Term”. Add a row such as: Term, Use instead, Meaning.');
  return header;
}

class SheetReader extends CheckedReader {
  constructor(
    part: string,
    { sharedTexts }: Outline,
    collector: EntryCollector,
    nameCell: (row: Row, index: number) => string,
    take: (row: Row) => void,
    isEntry: () => boolean,
  ) {
    let line = 0;
    let column = -1;
    let type = '';
    let value = '';
    let element = '';
    let hasFormula = false;
    let inAid = false;
    let cells: (string | undefined)[] = [];
    const at =
      (row: number) =>
      (index: number): Place => ({ line: row, column: index + 1 });
    const readValue = (): string | undefined => {
      switch (type) {
        case 's':
          return sharedTexts[Number(value)];
        case 'b':
          return value === '1' ? 'yes' : 'no';
        case 'e':
          return undefined;
        case 'str':
        case 'inlineStr':
          return decodeEscapes(value);
        default:
          return value;
      }
    };
    const takeCell = (): void => {
      if (column >= mostColumns) return;
      const result = readValue();
      if (!hasFormula && type !== 'e') {
        cells[column] = result;
        return;
      }
      const row: Row = { line, cells, at: at(line) };
      if (!hasFormula) {
        collector.report(
          row.at(column),
          'error',
          'formula',
          `${nameCell(row, column)}This cell shows the error ${value}, so it was left out. Write the text that should stand there.`,
        );
        return;
      }
      // What the spreadsheet last showed counts when it is text, and not itself the start of a formula.
      const isPlain = type === 'str' && result !== undefined && result.trim() !== '' && !/^\s*[=+\-@]/.test(result);
      if (isPlain) cells[column] = result;
      if (isEntry() || isPlain)
        collector.report(
          row.at(column),
          isPlain ? 'warning' : 'error',
          'formula',
          isPlain
            ? `${nameCell(row, column)}This cell has a formula. The text it last showed was taken, and nothing was worked out. Write the text itself.`
            : `${nameCell(row, column)}This cell has a formula and shows no plain text, so it was left out. Write the text itself.`,
        );
    };
    super(
      part,
      new XmlReader({
        open: ({ name, attributes }) => {
          element = name;
          if (name === 'row') {
            line = readCount(attributes['r']) ?? line + 1;
            column = -1;
            cells = [];
          } else if (name === 'c') {
            column = readColumn(attributes['r']) ?? column + 1;
            type = attributes['t'] ?? 'n';
            value = '';
            hasFormula = false;
          } else if (name === 'f') hasFormula = true;
          else if (name === 'rPh') inAid = true;
        },
        close: (name) => {
          element = '';
          if (name === 'c') takeCell();
          else if (name === 'rPh') inAid = false;
          else if (name === 'row') take({ line, cells: Array.from(cells), at: at(line) });
        },
        text: (text) => {
          // A value over the limit is reported as too long, so its rest need not be kept.
          if (!inAid && (element === 'v' || element === 't') && value.length <= limits.valueLength) value += text;
        },
        unknownEntity: () => {},
      }),
    );
  }
}

function readCount(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) : undefined;
}

/** B7 is column 1: columns count from 0 here. */
function readColumn(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function nameColumn(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${nameColumn(Math.floor(index / 26) - 1)}${nameColumn(index % 26)}`;
}

/** Spreadsheets write characters that XML has no place for as `_x0001_`, and protect a text that looks like this. */
function decodeEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}

function encodeEscapes(text: string): string {
  const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(notXml, hex)
    .replaceAll('\r', '_x000D_');
}

const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

/**
 * Writes a workbook to work in: headings that stay in sight, a filter, lists to choose from, and a sheet “About” for
 * what stands above the terms. All cells are text, so nothing in them is ever a formula.
 */
export function writeXlsx(header: Header, entries: readonly Entry[]): Exported<Uint8Array> {
  const losses: Loss[] = [];
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(
      `${xmlStart}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
        ['/xl/workbook.xml', 'sheet.main'],
        ['/xl/worksheets/sheet1.xml', 'worksheet'],
        ['/xl/worksheets/sheet2.xml', 'worksheet'],
        ['/xl/styles.xml', 'styles'],
      ]
        .map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`)
        .join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${xmlStart}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${xmlStart}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Terms" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Terms!${termsRange(entries.length, true)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Terms!$1:$1</definedName></definedNames></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${xmlStart}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(stylesheet),
    'xl/worksheets/sheet1.xml': strToU8(writeTerms(entries, losses)),
    'xl/worksheets/sheet2.xml': strToU8(writeAbout(header)),
  };
  // The same glossary gives the same bytes, whenever it is written.
  return { content: zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' }), losses };
}

/** Styles by number: 0 a cell, 1 a heading, 2 the terms. All are of the format “text”, so what people type stays text too. */
const stylesheet = `${xmlStart}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE8F3"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF7F9DB9"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function termsRange(entryCount: number, isAbsolute: boolean): string {
  const mark = isAbsolute ? '$' : '';
  return `${mark}A${mark}1:${mark}${nameColumn(columns.length - 1)}${mark}${entryCount + 1}`;
}

function writeTerms(entries: readonly Entry[], losses: Loss[]): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="0" customWidth="1"/>`).join('');
  const headings = `<row r="1" ht="24" customHeight="1">${columns.map(({ title }, index) => writeCell(title, index, 1, 1)).join('')}</row>`;
  const rows = entries.map((entry, row) => {
    const cells = writeCells(entry).map((value, index) => {
      if (value.length > longestCell)
        losses.push({
          entry: row,
          message: `“${columns[index]?.title}” has more than the ${longestCell.toLocaleString('en')} characters that a cell holds. The rest was cut off.`,
        });
      return writeCell(value.slice(0, longestCell), index, row + 2, index === 0 ? 2 : 0);
    });
    return `<row r="${row + 2}">${cells.join('')}</row>`;
  });
  // Room to go on: lists to choose from also hold for rows that are added.
  const lists = columns.flatMap(({ cell }, index) => {
    const choices = cell.kind === 'choice' ? cell.choices : cell.kind === 'flag' ? ['yes', 'no'] : [];
    if (choices.length === 0) return [];
    const letter = nameColumn(index);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${entries.length + 1000}"><formula1>"${choices.join(',')}"</formula1></dataValidation>`,
    ];
  });
  return `${xmlStart}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${headings}${rows.join('')}</sheetData><autoFilter ref="${termsRange(entries.length, false)}"/><dataValidations count="${lists.length}">${lists.join('')}</dataValidations><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function writeAbout(header: Header): string {
  const rows = listHeader(header).map(
    ([title, value], index) => `<row r="${index + 1}">${writeCell(title, 0, index + 1, 1)}${writeCell(value, 1, index + 1, 0)}</row>`,
  );
  return `${xmlStart}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="16" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function writeCell(value: string, column: number, row: number, style: number): string {
  const reference = `${nameColumn(column)}${row}`;
  if (value === '') return '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(encodeEscapes(value))}</t></is></c>`;
}
