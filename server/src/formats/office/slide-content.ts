import type { BlockKind } from '../../model/block.js';
import { DrawingText, readChart, readDiagram } from './drawing-parts.js';
import type { OfficePackage, Relation } from './package.js';
import { isOn } from './styles.js';
import type { Paragraph, Piece, TextPiece } from './text-view.js';
import { readXml, type XmlElement } from './xml.js';

/** A paragraph of a slide, and where on the slide it is: `title`, `Content Placeholder 2`, `table, row 2, column 1`. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph;
  readonly place: string;
}

/** What a slide shows. */
export interface SlideContent {
  /** The title, then all else in the order in which a screen reader says it. */
  readonly paragraphs: readonly PlacedParagraph[];
  readonly isHidden: boolean;
  readonly hasPicture: boolean;
  /** By the names that decks in Markdown have for layouts: `cover`, `section`. */
  readonly layout?: string;
}

/** Something on a slide: a text box, a picture, a group. */
interface Shape {
  name: string;
  placeholder: string | undefined;
  isHidden: boolean;
}

const shapeElements: ReadonlySet<string> = new Set(['p:sp', 'p:grpSp', 'p:graphicFrame', 'p:pic', 'p:cxnSp']);
const pictures: ReadonlySet<string> = new Set(['p:pic', 'p:oleObj', 'a:videoFile', 'p:contentPart']);
/** Numbers, dates, headers and footers come from the layout. */
const repeated: ReadonlySet<string> = new Set(['sldNum', 'dt', 'ftr', 'hdr']);
const titles: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
const layouts: Readonly<Record<string, string>> = { title: 'cover', secHead: 'section' };

/** Reads a slide; gives back why it is damaged. `layoutOf` tells what kind of slide a layout makes. */
export function readSlide(
  pack: OfficePackage,
  part: string,
  relations: ReadonlyMap<string, Relation>,
  layoutOf: (part: string) => string | undefined,
): SlideContent | string {
  const xml = pack.readText(part);
  if (xml === undefined) return 'it is missing';
  const reader = new SlideReader(pack, part, xml, relations);
  const fault = readXml(xml, pack.budget, reader);
  if (fault !== undefined) return fault;
  const layoutPart = [...relations.values()].find(({ type, isExternal }) => type === 'slideLayout' && !isExternal)?.target;
  const layout = layouts[layoutPart === undefined ? '' : (layoutOf(layoutPart) ?? '')];
  const all = reader.list();
  // Older decks name the title last; people see it first.
  const paragraphs = [...all.filter(({ paragraph }) => paragraph.kind === 'heading'), ...all.filter(({ paragraph }) => paragraph.kind !== 'heading')];
  return { paragraphs, isHidden: reader.isSlideHidden, hasPicture: reader.hasPicture, ...(layout === undefined ? {} : { layout }) };
}

/** Reads what a speaker says to a slide; gives back why it is damaged. */
export function readNotes(pack: OfficePackage, part: string): readonly PlacedParagraph[] | string {
  const xml = pack.readText(part);
  if (xml === undefined) return [];
  const reader = new SlideReader(pack, part, xml, pack.relationsOf(part));
  const fault = readXml(xml, pack.budget, reader);
  if (fault !== undefined) return fault;
  return reader.list('body').map(({ paragraph, place }) => ({ paragraph: { ...paragraph, kind: 'paragraph' }, place }));
}

interface FoundParagraph extends PlacedParagraph {
  readonly placeholder: string | undefined;
  /** Number of its table among those of the slide. */
  readonly table: number | undefined;
}

class SlideReader {
  isSlideHidden = false;
  hasPicture = false;
  private readonly found: FoundParagraph[] = [];
  private readonly shapes: Shape[] = [];
  private readonly parents: string[] = [];
  private skipDepth = 0;
  private table: { number: number; row: number; column: number } | undefined;
  private tables = 0;
  /** For each choice between several drawings of one thing: whether one was read, and the runs of it. */
  private readonly alternatives: { hasChoice: boolean; readonly chosen: TextPiece[]; hasOtherText: boolean }[] = [];
  private readonly text: DrawingText;

  constructor(
    private readonly pack: OfficePackage,
    part: string,
    xml: string,
    private readonly relations: ReadonlyMap<string, Relation>,
  ) {
    const targetOf = (id: string): string | undefined => relations.get(id)?.target;
    this.text = new DrawingText(xml, part, targetOf, false, (pieces, isBulleted) => this.addParagraph(pieces, isBulleted));
  }

  /** What was found; only in placeholders of one kind, if asked. */
  list(placeholder?: string): readonly PlacedParagraph[] {
    return this.found.flatMap(({ paragraph, place, placeholder: own, table }) => {
      if (placeholder !== undefined && own !== placeholder) return [];
      const name = table === undefined ? place : `table${this.tables > 1 ? ` ${table}` : ''}, ${place}`;
      return [{ paragraph, place: name }];
    });
  }

  open(element: XmlElement): void {
    const { name, get } = element;
    const parent = this.parents.at(-1);
    this.parents.push(name);
    if (this.skipDepth > 0) {
      this.skipDepth++;
      const alternative = this.alternatives.at(-1);
      if (name === 'a:t' && alternative !== undefined) alternative.hasOtherText = true;
      return;
    }
    if (shapeElements.has(name)) this.shapes.push({ name: '', placeholder: undefined, isHidden: this.shapes.at(-1)?.isHidden === true });
    if (pictures.has(name)) this.hasPicture = true;
    const shape = this.shapes.at(-1);
    switch (name) {
      case 'p:sld':
        this.isSlideHidden = !isOn(get('show'));
        return;
      case 'p:cNvPr':
        if (shape === undefined) return;
        shape.name = get('name') ?? '';
        if (isOn(get('hidden') ?? '0')) shape.isHidden = true;
        return;
      case 'p:ph':
        if (shape !== undefined) shape.placeholder = get('type') ?? 'obj';
        return;
      case 'a:tbl':
        this.table = { number: ++this.tables, row: 0, column: 0 };
        return;
      case 'a:tr':
        if (this.table !== undefined) {
          this.table.row++;
          this.table.column = 0;
        }
        return;
      case 'a:tc':
        if (this.table !== undefined) this.table.column++;
        return;
      case 'mc:AlternateContent':
        this.alternatives.push({ hasChoice: false, chosen: [], hasOtherText: false });
        return;
      case 'c:chart':
      case 'cx:chart':
        this.hasPicture = true;
        this.addAll(readChart(this.pack, this.targetOf(get('r:id'))), 'chart');
        return;
      case 'dgm:relIds':
        this.hasPicture = true;
        this.addAll(readDiagram(this.pack, this.targetOf(get('r:dm'))), 'diagram');
        return;
      case 'mc:Choice':
      case 'mc:Fallback': {
        const alternative = this.alternatives.at(-1);
        if (alternative === undefined || parent !== 'mc:AlternateContent') return;
        if (alternative.hasChoice) this.skipDepth = 1;
        alternative.hasChoice = true;
        return;
      }
      default:
        this.text.open(element);
    }
  }

  close(name: string, start: number): void {
    this.parents.pop();
    if (this.skipDepth > 0) {
      this.skipDepth--;
      return;
    }
    if (shapeElements.has(name)) this.shapes.pop();
    else if (name === 'a:tbl') this.table = undefined;
    else if (name === 'mc:AlternateContent') {
      const alternative = this.alternatives.pop();
      // What stands twice would be edited once.
      if (alternative?.hasOtherText === true) for (const piece of alternative.chosen) piece.isLocked = true;
    } else this.text.close(name, start);
  }

  private targetOf(id: string | undefined): string {
    const relation = this.relations.get(id ?? '');
    return relation === undefined || relation.isExternal ? '' : relation.target;
  }

  private addAll(paragraphs: readonly Paragraph[], what: string): void {
    const shape = this.shapes.at(-1);
    if (shape?.isHidden) return;
    const place = shape === undefined || shape.name === '' ? what : shape.name;
    for (const paragraph of paragraphs) this.found.push({ paragraph, place, placeholder: undefined, table: undefined });
  }

  private addParagraph(pieces: readonly Piece[], isBulleted: boolean | undefined): void {
    const shape = this.shapes.at(-1);
    const placeholder = shape?.placeholder;
    if (shape === undefined || shape.isHidden || (placeholder !== undefined && repeated.has(placeholder))) return;
    for (const alternative of this.alternatives) for (const piece of pieces) if (piece.kind === 'text') alternative.chosen.push(piece);
    const { table } = this;
    const isTitle = placeholder !== undefined && titles.has(placeholder);
    const hasBullets = isBulleted ?? (placeholder === 'body' || placeholder === 'obj');
    const kind: BlockKind = table !== undefined ? 'cell' : isTitle ? 'heading' : hasBullets ? 'list-item' : 'paragraph';
    const place = table !== undefined ? `row ${table.row}, column ${table.column}` : isTitle ? 'title' : shape.name === '' ? 'text' : shape.name;
    this.found.push({ paragraph: { kind, pieces }, place, placeholder, table: table?.number });
  }
}
