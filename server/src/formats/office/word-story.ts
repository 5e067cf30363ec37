import type { BlockKind } from '../../model/block.js';
import { DrawingText, readChart, readDiagram } from './drawing-parts.js';
import type { OfficePackage, Relation } from './package.js';
import { isOn, type Styles } from './styles.js';
import { barrier, checkParagraphs, lineBreak, noBreakHyphen, type Paragraph, type Piece, type TextPiece, tab } from './text-view.js';
import { decodeXml, readXml, type XmlElement } from './xml.js';

/** Where a footnote or an endnote is referred to. */
export interface NoteReference {
  readonly kind: 'note';
  readonly note: 'footnote' | 'endnote';
  readonly id: string;
}

/** A paragraph of a story, with what hangs on it: text boxes and notes, in order. */
export interface StoryParagraph {
  readonly kind: 'paragraph';
  readonly paragraph: Paragraph;
  /** `undefined` in the running text, where a reader counts paragraphs. */
  readonly place: string | undefined;
  readonly after: readonly StoryItem[];
}

export type StoryItem = StoryParagraph | NoteReference;
/** A run of paragraphs in reading order: the body, or one note. */
export type Story = readonly StoryItem[];

/** A paragraph while it is read. */
interface OpenParagraph {
  pieces: Piece[];
  readonly after: StoryItem[];
  style: string | undefined;
  /** Of its own: 9 is body text. */
  outlineLevel: number | undefined;
  hasList: boolean | undefined;
  hasWords: boolean;
  /** Whether its end was deleted, so that the next one goes on in the same line. */
  isMarkDeleted: boolean;
}

/** A field while it is read: what it says to the program, then what the program shows. */
interface Field {
  instruction: string;
  isShown: boolean;
}

interface Table {
  readonly number: number;
  row: number;
  column: number;
  span: number;
  isRowDeleted: boolean;
}

/** What older programs show instead, beside what it stands for. */
interface Alternative {
  hasChoice: boolean;
  /** The runs of the first choice, and those of what stands in for it. */
  readonly chosen: TextPiece[];
  readonly copies: { readonly text: string; readonly from: number; readonly to: number; readonly isPlain: boolean }[];
  isFallback: boolean;
  /** Whether it holds a choice that was not read. */
  hasOther: boolean;
}

/** Fields within fields: Word itself stops at twenty. */
const deepestField = 50;

// Deleted or moved away; how something looked before; sounds beside characters; what is no text.
const skipped: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:sectPr',
]);

/** Reads the paragraphs of a part of a Word document. */
export class StoryReader {
  /** What stands in the part outside of notes. */
  readonly story: StoryItem[] = [];
  /** Notes by id. */
  readonly notes = new Map<string, Story>();
  isDocument = false;
  /** Whether other files are placed inside, such as web pages. */
  hasOtherFiles = false;

  private xml = '';
  private readonly parents: string[] = [];
  /** How deep the reader is in something that it skips. */
  private skipDepth = 0;
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly carried: (OpenParagraph | undefined)[] = [undefined];
  private fields: Field[] = [];
  private readonly outerFields: Field[][] = [];
  private readonly tables: Table[] = [];
  private readonly links: (string | undefined)[] = [];
  private readonly alternatives: Alternative[] = [];
  private readonly textBoxes: { readonly number: number; readonly tables: number }[] = [];
  private readonly counts = { paragraphs: 0, tables: 0, textBoxes: 0, charts: 0, diagrams: 0 };
  /** Whether each control around the text shows only what to write into it. */
  private readonly controls: boolean[] = [];
  private note: StoryItem[] | undefined;
  private noteId = '';
  private readonly runs: { isHidden: boolean; style: string | undefined }[] = [];
  private textStart: number | undefined;
  private readonly relations: ReadonlyMap<string, Relation>;
  private drawing: DrawingText | undefined;

  constructor(
    private readonly pack: OfficePackage,
    private readonly part: string,
    private readonly styles: Styles,
  ) {
    this.relations = pack.relationsOf(part);
  }

  /** Reads the part; gives back why it is damaged. */
  read(): string | undefined {
    const xml = this.pack.readText(this.part);
    if (xml === undefined) return 'it is missing';
    this.xml = xml;
    this.drawing = new DrawingText(
      xml,
      this.part,
      () => undefined,
      true,
      (pieces) => this.hang({ kind: 'paragraph', pieces }, `text box ${this.counts.textBoxes + 1}`),
    );
    return readXml(xml, this.pack.budget, { open: (element) => this.open(element), close: (name, start) => this.close(name, start) });
  }

  private open(element: XmlElement): void {
    const { name, get } = element;
    const parent = this.parents.at(-1);
    this.parents.push(name);
    if (this.skipDepth > 0) {
      this.skipDepth++;
      if (name === 'w:t') this.textStart = element.end;
      return;
    }
    if (this.isSkipped(name, parent, get)) {
      this.skipDepth = 1;
      return;
    }
    switch (name) {
      case 'w:document':
        this.isDocument = true;
        return;
      case 'w:footnote':
      case 'w:endnote':
        this.note = [];
        this.noteId = get('w:id') ?? '';
        return;
      case 'w:p':
        this.openParagraph();
        return;
      case 'w:r':
        this.runs.push({ isHidden: false, style: undefined });
        return;
      case 'w:sdt':
        this.controls.push(false);
        return;
      case 'w:tbl':
        this.flushCarried();
        this.tables.push({ number: ++this.counts.tables, row: 0, column: 0, span: 1, isRowDeleted: false });
        return;
      case 'w:txbxContent':
        this.textBoxes.push({ number: ++this.counts.textBoxes, tables: this.tables.length });
        this.outerFields.push(this.fields);
        this.fields = [];
        this.carried.push(undefined);
        return;
      case 'w:hyperlink':
        this.links.push(this.readTarget(get));
        return;
      case 'w:fldSimple':
        this.fields.push({ instruction: get('w:instr') ?? '', isShown: true });
        return;
      case 'w:fldChar':
        this.readFieldMark(get('w:fldCharType'));
        return;
      case 'w:t':
      case 'w:instrText':
        this.textStart = element.end;
        return;
      case 'mc:AlternateContent':
        this.paragraphs.at(-1)?.pieces.push(barrier);
        this.alternatives.push({ hasChoice: false, chosen: [], copies: [], isFallback: false, hasOther: false });
        return;
      case 'w:altChunk':
        this.hasOtherFiles = true;
        return;
      case 'c:chart':
      case 'cx:chart': {
        const part = this.relations.get(get('r:id') ?? '')?.target;
        if (part !== undefined) this.hangAll(readChart(this.pack, part), `chart ${++this.counts.charts}`);
        return;
      }
      case 'dgm:relIds': {
        const part = this.relations.get(get('r:dm') ?? '')?.target;
        if (part !== undefined) this.hangAll(readDiagram(this.pack, part), `diagram ${++this.counts.diagrams}`);
        return;
      }
      case 'm:oMath':
        // Its letters are no words.
        this.paragraphs.at(-1)?.pieces.push({ kind: 'thing', as: 'markup', value: '∎' });
        this.skipDepth = 1;
        return;
      default:
        if (name.startsWith('a:')) this.drawing?.open(element);
        else if (parent === 'w:r') this.readInRun(name, get);
        else this.readSettings(name, parent, get);
    }
  }

  private close(name: string, start: number): void {
    this.parents.pop();
    if (this.skipDepth > 0) {
      this.skipDepth--;
      if (name === 'w:t') this.addCopy(start);
      if (this.skipDepth > 0) return;
      if (name === 'mc:Fallback' || name === 'mc:Choice') this.leaveAlternative(name);
      return;
    }
    switch (name) {
      case 'w:t':
        this.addText(start);
        return;
      case 'w:instrText':
        this.addInstruction(start);
        return;
      case 'w:p':
        this.closeParagraph();
        return;
      case 'w:tc': {
        this.flushCarried();
        const table = this.tables.at(-1);
        if (table !== undefined) table.column += table.span - 1;
        return;
      }
      case 'w:tbl':
        this.tables.pop();
        return;
      case 'w:txbxContent':
        this.flushCarried();
        this.carried.pop();
        this.textBoxes.pop();
        this.fields = this.outerFields.pop() ?? [];
        return;
      case 'w:hyperlink':
        this.links.pop();
        return;
      case 'w:fldSimple':
        this.fields.pop();
        return;
      case 'w:sdt':
        this.controls.pop();
        return;
      case 'w:r':
        this.runs.pop();
        return;
      case 'mc:Fallback':
      case 'mc:Choice':
        this.leaveAlternative(name);
        return;
      case 'mc:AlternateContent':
        this.closeAlternative();
        return;
      case 'w:footnote':
      case 'w:endnote':
        this.flushCarried();
        if (this.note !== undefined) this.notes.set(this.noteId, this.note);
        this.note = undefined;
        return;
      case 'w:body':
        this.flushCarried();
        return;
      default:
        if (name.startsWith('a:')) this.drawing?.close(name, start);
    }
  }

  private isSkipped(name: string, parent: string | undefined, get: XmlElement['get']): boolean {
    if (name === 'w:del') {
      const owner = this.parents.at(-3);
      // Inside the properties of a paragraph's end or of a row it is a mark that these are deleted.
      if (parent === 'w:rPr' && owner === 'w:pPr') this.markDeleted();
      const table = this.tables.at(-1);
      if (parent === 'w:trPr' && table !== undefined) table.isRowDeleted = true;
      return true;
    }
    if (name === 'w:moveFrom' && parent === 'w:rPr') this.markDeleted();
    if (skipped.has(name)) return true;
    if (name === 'w:tc') return this.openCell();
    if (name === 'w:tr') {
      const table = this.tables.at(-1);
      if (table !== undefined) {
        table.row++;
        table.column = 0;
        table.isRowDeleted = false;
      }
      return false;
    }
    const alternative = this.alternatives.at(-1);
    if (alternative !== undefined && parent === 'mc:AlternateContent') {
      if (name === 'mc:Choice' && !alternative.hasChoice) {
        alternative.hasChoice = true;
        return false;
      }
      if (name === 'mc:Fallback' && !alternative.hasChoice) return false;
      alternative.isFallback = name === 'mc:Fallback';
      if (name === 'mc:Choice') alternative.hasOther = true;
      return true;
    }
    // The lines above notes are notes to the file.
    return (name === 'w:footnote' || name === 'w:endnote') && isSeparator(get('w:type'));
  }

  private openCell(): boolean {
    const table = this.tables.at(-1);
    if (table === undefined) return false;
    table.column++;
    table.span = 1;
    return table.isRowDeleted;
  }

  private markDeleted(): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.isMarkDeleted = true;
  }

  private openParagraph(): void {
    const level = this.carried.length - 1;
    const carried = this.carried[level];
    this.carried[level] = undefined;
    this.paragraphs.push({
      pieces: carried?.pieces ?? [],
      after: carried?.after ?? [],
      style: undefined,
      outlineLevel: undefined,
      hasList: undefined,
      hasWords: carried?.hasWords === true,
      isMarkDeleted: false,
    });
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    // A field that never shows anything must not hide the rest of the text.
    while (this.fields.at(-1)?.isShown === false) this.fields.pop();
    if (paragraph.isMarkDeleted) {
      this.carried[this.carried.length - 1] = paragraph;
      return;
    }
    this.finish(paragraph);
  }

  /** The text before a deleted end of a paragraph, where no other paragraph follows. */
  private flushCarried(): void {
    const level = this.carried.length - 1;
    const carried = this.carried[level];
    this.carried[level] = undefined;
    if (carried !== undefined) this.finish(carried);
  }

  private finish({ pieces, after, style: id, outlineLevel, hasList }: OpenParagraph): void {
    if (pieces.length === 0 && after.length === 0) return;
    checkParagraphs(++this.counts.paragraphs);
    const style = this.styles.get(id);
    const ownDepth = outlineLevel === undefined ? style.depth : outlineLevel < 9 ? Math.min(outlineLevel + 1, 6) : undefined;
    const inTable = this.tables.length > (this.textBoxes.at(-1)?.tables ?? 0);
    const isListItem = hasList ?? style.isListItem;
    const kind: BlockKind = ownDepth !== undefined ? 'heading' : style.isCaption ? 'caption' : isListItem ? 'list-item' : inTable ? 'cell' : 'paragraph';
    const paragraph: Paragraph = {
      kind,
      pieces,
      quoted: style.isQuoted,
      ...(kind === 'heading' && ownDepth !== undefined ? { depth: ownDepth } : {}),
      isShownOnly: style.isContents || style.isCode,
    };
    this.place({ kind: 'paragraph', paragraph, place: this.nameContainer(inTable), after });
  }

  private nameContainer(inTable: boolean): string | undefined {
    const table = this.tables.at(-1);
    if (inTable && table !== undefined) return `table ${table.number}, row ${table.row}, column ${table.column}`;
    const textBox = this.textBoxes.at(-1);
    return textBox === undefined ? undefined : `text box ${textBox.number}`;
  }

  private place(item: StoryItem): void {
    (this.paragraphs.at(-1)?.after ?? this.note ?? this.story).push(item);
  }

  private hang(paragraph: Paragraph, place: string): void {
    this.place({ kind: 'paragraph', paragraph, place, after: [] });
  }

  private hangAll(paragraphs: readonly Paragraph[], place: string): void {
    for (const paragraph of paragraphs) this.hang(paragraph, place);
  }

  private readInRun(name: string, get: XmlElement['get']): void {
    if (this.runs.at(-1)?.isHidden || this.isInInstruction()) return;
    const pieces = this.paragraphs.at(-1)?.pieces;
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        pieces?.push(tab);
        return;
      case 'w:br':
      case 'w:cr':
        // A new page before the first word is no line of its own.
        pieces?.push(get('w:type') === undefined || this.paragraphs.at(-1)?.hasWords ? lineBreak : barrier);
        return;
      case 'w:noBreakHyphen':
        pieces?.push(noBreakHyphen);
        return;
      case 'w:sym':
        pieces?.push(readSymbol(get('w:char')));
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        pieces?.push(barrier);
        this.paragraphs.at(-1)?.after.push({ kind: 'note', note: name === 'w:footnoteReference' ? 'footnote' : 'endnote', id: get('w:id') ?? '' });
        return;
      case 'w:rPr':
        return;
      default:
        // A place to hyphenate, a picture, a comment's mark.
        pieces?.push(barrier);
    }
  }

  private readSettings(name: string, parent: string | undefined, get: XmlElement['get']): void {
    const paragraph = this.paragraphs.at(-1);
    const owner = this.parents.at(-3);
    if (parent === 'w:rPr') {
      const run = this.runs.at(-1);
      if (owner !== 'w:r' || run === undefined) return;
      if (name === 'w:vanish') run.isHidden = isOn(get('w:val'));
      else if (name === 'w:rStyle') run.style = get('w:val');
      return;
    }
    if (parent === 'w:tcPr' && name === 'w:gridSpan') {
      const table = this.tables.at(-1);
      const span = Number(get('w:val'));
      if (table !== undefined && span > 1 && span < 100) table.span = span;
      return;
    }
    if (parent === 'w:sdtPr' && name === 'w:showingPlcHdr' && isOn(get('w:val'))) this.controls[this.controls.length - 1] = true;
    if (paragraph === undefined) return;
    if (parent === 'w:pPr') {
      if (name === 'w:pStyle') paragraph.style = get('w:val');
      else if (name === 'w:outlineLvl') paragraph.outlineLevel = Number(get('w:val'));
    } else if (parent === 'w:numPr' && name === 'w:numId') paragraph.hasList = get('w:val') !== '0';
  }

  private readTarget(get: XmlElement['get']): string | undefined {
    const id = get('r:id');
    const anchor = get('w:anchor');
    const target = id === undefined ? undefined : this.relations.get(id)?.target;
    if (target === undefined) return anchor === undefined ? undefined : `#${anchor}`;
    return anchor === undefined ? target : `${target}#${anchor}`;
  }

  private readFieldMark(type: string | undefined): void {
    this.paragraphs.at(-1)?.pieces.push(barrier);
    const field = this.fields.at(-1);
    if (type === 'begin') {
      this.fields.push({ instruction: '', isShown: false });
      if (this.fields.length > deepestField) this.fields.shift();
    }
    if (type === 'separate' && field !== undefined) field.isShown = true;
    if (type === 'end') this.fields.pop();
  }

  private isInInstruction(): boolean {
    return this.fields.some(({ isShown }) => !isShown);
  }

  private addInstruction(end: number): void {
    const start = this.textStart;
    this.textStart = undefined;
    const field = this.fields.at(-1);
    if (start !== undefined && field !== undefined && !field.isShown && field.instruction.length < 5000)
      field.instruction += decodeXml(this.xml.slice(start, end)).text;
  }

  private addText(end: number): void {
    const start = this.textStart;
    this.textStart = undefined;
    const paragraph = this.paragraphs.at(-1);
    const run = this.runs.at(-1);
    if (paragraph === undefined || run === undefined || start === undefined || start >= end) return;
    const style = run.style === undefined ? undefined : this.styles.get(run.style);
    if (run.isHidden || style?.isHidden || this.styles.get(paragraph.style).isHidden || this.isInInstruction()) return;
    const { from, to } = this.trim(start, end);
    const { text, isPlain } = decodeXml(this.xml.slice(from, to));
    const piece: TextPiece = {
      kind: 'text',
      text,
      part: this.part,
      from,
      to,
      isTrimmed: true,
      // What a field shows is made anew when the file is opened or printed.
      isLocked: !isPlain || this.controls.includes(true) || this.fields.some(({ instruction }) => !/^\s*HYPERLINK\b/i.test(instruction)),
      link: this.links.findLast((link) => link !== undefined) ?? this.findFieldLink(),
      isCode: style?.isCode === true,
    };
    paragraph.pieces.push(piece);
    paragraph.hasWords = true;
    for (const alternative of this.alternatives) if (alternative.hasChoice) alternative.chosen.push(piece);
  }

  /** Blanks at the ends of a run count only where it says so. */
  private trim(start: number, end: number): { readonly from: number; readonly to: number } {
    const { xml } = this;
    const tag = xml.slice(xml.lastIndexOf('<', start - 1), start);
    if (/\sxml:space\s*=\s*["']preserve/.test(tag)) return { from: start, to: end };
    const isBlank = (at: number): boolean => ' \t\r\n'.includes(xml.charAt(at));
    let from = start;
    let to = end;
    while (from < to && isBlank(from)) from++;
    while (to > from && isBlank(to - 1)) to--;
    return { from, to };
  }

  private findFieldLink(): string | undefined {
    for (const { instruction } of this.fields) {
      const target = /^\s*HYPERLINK\s+(\\l\s+)?(?:"([^"]*)"|(\S+))/i.exec(instruction);
      if (target !== null) return `${target[1] === undefined ? '' : '#'}${target[2] ?? target[3] ?? ''}`;
    }
    return undefined;
  }

  /** A run that is skipped may be one that older programs show. */
  private addCopy(end: number): void {
    const start = this.textStart;
    this.textStart = undefined;
    const alternative = this.alternatives.at(-1);
    if (alternative === undefined || start === undefined || start >= end || !alternative.isFallback) return;
    const { from, to } = this.trim(start, end);
    alternative.copies.push({ ...decodeXml(this.xml.slice(from, to)), from, to });
  }

  private leaveAlternative(name: string): void {
    const alternative = this.alternatives.at(-1);
    if (alternative !== undefined && name === 'mc:Fallback') alternative.isFallback = false;
  }

  /** What stands twice is edited twice, or not at all. */
  private closeAlternative(): void {
    const alternative = this.alternatives.pop();
    if (alternative === undefined) return;
    const { chosen, copies, hasOther } = alternative;
    if (!hasOther && copies.length === 0) return;
    const isSame =
      !hasOther &&
      this.alternatives.length === 0 &&
      copies.length === chosen.length &&
      copies.every(({ text, isPlain }, index) => isPlain && text === chosen[index]?.text);
    for (const [index, piece] of chosen.entries()) {
      const copy = copies[index];
      if (isSame && copy !== undefined) piece.copy = { from: copy.from, to: copy.to };
      else piece.isLocked = true;
    }
  }
}

function isSeparator(type: string | undefined): boolean {
  return type !== undefined && type !== 'normal';
}

/** A symbol by its number in its font. Those of picture fonts, from F000 on, are no letters. */
function readSymbol(char: string | undefined): Piece {
  const code = Number.parseInt(char ?? '', 16);
  if (!(code >= 32) || (code >= 0xd800 && code <= 0xffff)) return { kind: 'thing', as: 'markup', value: '•' };
  const character = String.fromCodePoint(Math.min(code, 0x10ffff));
  return { kind: 'sign', text: character, shown: character };
}
