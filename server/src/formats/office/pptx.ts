import type { Document } from '../../model/document.js';
import type { Problem } from '../../model/problem.js';
import type { Slide } from '../../model/slide.js';
import type { BinaryFormat } from '../format.js';
import { OfficePackage, type Relation, refusable } from './package.js';
import { addFields, readProperties } from './properties.js';
import { Refusal } from './refusal.js';
import { type PlacedParagraph, readNotes, readSlide, type SlideContent } from './slide-content.js';
import { TextView } from './text-view.js';
import { applyOfficeEdits } from './write-back.js';
import { readXml } from './xml.js';

/**
 * PowerPoint decks: each slide in the order of the show, its title, texts, tables, charts and diagrams, and its speaker notes.
 * Left out are slides that are hidden, what the layout brings (numbers, dates, footers), and comments.
 */
export const pptx: BinaryFormat = {
  holds: 'bytes',
  isMendedAsCopy: true,
  write: applyOfficeEdits,
  title: 'PowerPoint',
  extensions: ['.pptx'],
  read: (path, bytes) => Promise.resolve(refusable(() => readPptx(path, bytes))),
};

function readPptx(path: string, bytes: Uint8Array): Document {
  const pack = new OfficePackage(bytes);
  const main = pack.findTarget('', 'officeDocument') ?? 'ppt/presentation.xml';
  const order = readOrder(pack, main);
  const view = new TextView(false);
  const reader = new DeckReader(pack, order.slides);
  const decks = reader.read();
  const hasTitle = decks.some(({ content }) => content?.paragraphs.some(({ paragraph }) => paragraph.kind === 'heading') === true);
  const fields = addFields(view, readProperties(pack), hasTitle);
  const slides: Slide[] = [];
  for (const [index, { content, notes }] of decks.entries()) {
    const slide = addSlide(view, order.firstNumber + index, content, notes);
    if (slide !== undefined) slides.push(slide);
  }
  const problems = reader.listProblems(path, order.firstNumber);
  return { path, source: view.source, fields, blocks: view.blocks, ignores: [], slides, runs: view.runs, ...(problems.length === 0 ? {} : { problems }) };
}

interface Order {
  /** Parts of the slides; `undefined` for one that is named and not there. */
  readonly slides: readonly (string | undefined)[];
  readonly firstNumber: number;
}

/** Which slides there are, in the order of the show. */
function readOrder(pack: OfficePackage, main: string): Order {
  const xml = pack.readText(main);
  if (xml === undefined) throw new Refusal('there is no presentation in it. Open it in PowerPoint and save it again');
  const relations = pack.relationsOf(main);
  const slides: (string | undefined)[] = [];
  let isPresentation = false;
  let firstNumber = 1;
  const fault = readXml(xml, pack.budget, {
    open: ({ name, get }) => {
      if (name === 'p:presentation') {
        isPresentation = true;
        const first = Number(get('firstSlideNum') ?? 1);
        if (Number.isInteger(first) && first >= 0) firstNumber = first;
      } else if (name === 'p:sldId') {
        const target = relations.get(get('r:id') ?? '')?.target;
        slides.push(target !== undefined && pack.entryOf(target) !== undefined ? target : undefined);
      }
    },
    close: () => {},
  });
  if (fault !== undefined) throw new Refusal(`it is damaged: ${fault}. Open it in PowerPoint and save it again`);
  if (!isPresentation) throw new Refusal('it holds no PowerPoint deck, whatever its name says. Open it in its own program and save it again');
  return { slides, firstNumber };
}

interface ReadSlide {
  readonly content: SlideContent | undefined;
  readonly notes: readonly PlacedParagraph[];
}

/** Why something of a deck is left out, of one slide and of several. */
const faultWords = {
  missing: ['is not in the file', 'are not in the file'],
  repeated: ['is another slide once more', 'are other slides once more'],
  damaged: ['is damaged', 'are damaged'],
  notes: ['are damaged', 'are damaged'],
} as const;
type Fault = keyof typeof faultWords;

/** Reads the slides one by one; one that cannot be read does not keep the others from being read. */
class DeckReader {
  private readonly faults = new Map<Fault, { readonly first: number; count: number }>();
  private readonly layouts = new Map<string, string | undefined>();

  constructor(
    private readonly pack: OfficePackage,
    private readonly parts: readonly (string | undefined)[],
  ) {}

  read(): readonly ReadSlide[] {
    const seen = new Set<string>();
    return this.parts.map((part, index) => {
      if (part === undefined || seen.has(part)) return this.fail(index, part === undefined ? 'missing' : 'repeated');
      seen.add(part);
      const relations = this.pack.relationsOf(part);
      const content = readSlide(this.pack, part, relations, (layout) => this.readLayout(layout));
      if (typeof content === 'string') return this.fail(index, 'damaged');
      const notesPart = findPart(relations, 'notesSlide');
      const notes = notesPart === undefined || content.isHidden ? [] : readNotes(this.pack, notesPart);
      if (typeof notes === 'string') {
        this.fail(index, 'notes');
        return { content, notes: [] };
      }
      return { content, notes };
    });
  }

  /** What was left out: a sentence for each fault, however many slides have it. */
  listProblems(path: string, firstNumber: number): Problem[] {
    return [...this.faults].map(([fault, { first, count }]) => {
      const slides = count === 1 ? `slide ${first + firstNumber}` : `${count} slides, from slide ${first + firstNumber} on,`;
      const isOne = count === 1 && fault !== 'notes';
      const subject = fault === 'notes' ? `The speaker notes of ${slides}` : `${slides.charAt(0).toUpperCase()}${slides.slice(1)}`;
      const [one, many] = faultWords[fault];
      const message = `${subject} ${isOne ? one : many}, so ${isOne ? 'it was' : 'they were'} left out. Open the file in PowerPoint and save it again.`;
      return { path, start: { line: 1, column: 1 }, severity: 'warning', code: 'damaged-part', message };
    });
  }

  private fail(index: number, fault: Fault): ReadSlide {
    const known = this.faults.get(fault);
    if (known === undefined) this.faults.set(fault, { first: index, count: 1 });
    else known.count++;
    return { content: undefined, notes: [] };
  }

  /** The kind of slide that a layout makes. */
  private readLayout(part: string): string | undefined {
    if (!this.layouts.has(part))
      this.layouts.set(part, /<(?:\w+:)?sldLayout\b[^>]*?\stype="(\w+)"/.exec((this.pack.readText(part) ?? '').slice(0, 20_000))?.[1]);
    return this.layouts.get(part);
  }
}

function findPart(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  for (const relation of relations.values()) if (relation.type === type && !relation.isExternal) return relation.target;
  return undefined;
}

/** Writes one slide into the view. `undefined` when it is not shown. */
function addSlide(view: TextView, number: number, content: SlideContent | undefined, notes: readonly PlacedParagraph[]): Slide | undefined {
  const heading = (what: string): void => {
    view.addBlankLine();
    view.addLine(`Slide ${number}${what}`);
  };
  if (content === undefined || content.isHidden) {
    heading(content === undefined ? ' (cannot be read)' : ' (hidden, not checked)');
    return undefined;
  }
  heading('');
  const start = view.length;
  const firstBlock = view.blocks.length;
  for (const { paragraph, place } of content.paragraphs) {
    const leveled = paragraph.kind === 'heading' ? { ...paragraph, depth: number === 1 ? 1 : 2 } : paragraph;
    view.addParagraph(leveled, `slide ${number}, ${place}`);
  }
  const shown = view.blocks.length;
  if (notes.some(({ paragraph }) => paragraph.pieces.some((piece) => piece.kind === 'text' && piece.text.trim() !== ''))) {
    view.addLine('Notes');
    for (const { paragraph } of notes) view.addParagraph({ ...paragraph, isNote: true }, `slide ${number}, notes`);
  }
  return {
    number,
    span: { start, end: Math.max(start, view.length - 1) },
    title: view.blocks.slice(firstBlock, shown).find(({ kind }) => kind === 'heading'),
    ...(content.layout === undefined ? {} : { layout: content.layout }),
    hasPicture: content.hasPicture,
    firstBlock,
    endBlock: view.blocks.length,
  };
}
