import type { OfficePackage } from './package.js';
import type { Paragraph, Piece } from './text-view.js';
import { lineBreak } from './text-view.js';
import { decodeXml, type XmlElement } from './xml.js';

/** Gathers the pieces of paragraphs that drawings have, `a:p`, in slides, charts and diagrams alike. */
export class DrawingText {
  private pieces: Piece[] | undefined;
  private textStart: number | undefined;
  private isField = false;
  private link: string | undefined;
  private isBulleted: boolean | undefined;

  /** `targetOf` finds the address of a link; `isLocked` is for parts whose text cannot be put back. */
  constructor(
    private readonly xml: string,
    private readonly part: string,
    private readonly targetOf: (id: string) => string | undefined,
    private readonly isLocked: boolean,
    private readonly finish: (pieces: readonly Piece[], isBulleted: boolean | undefined) => void,
  ) {}

  open({ name, get, end }: XmlElement): void {
    switch (name) {
      case 'a:p':
        this.pieces = [];
        this.isBulleted = undefined;
        return;
      case 'a:buNone':
        this.isBulleted = false;
        return;
      case 'a:buChar':
      case 'a:buAutoNum':
      case 'a:buBlip':
        this.isBulleted = true;
        return;
      case 'a:r':
        this.link = undefined;
        return;
      case 'a:fld':
        // Numbers of slides and days are the program's.
        this.isField = true;
        this.link = undefined;
        return;
      case 'a:hlinkClick': {
        const id = get('r:id');
        this.link = id === undefined || id === '' ? undefined : this.targetOf(id);
        return;
      }
      case 'a:br':
        this.pieces?.push(lineBreak);
        return;
      case 'a:t':
        this.textStart = end;
        return;
      case 'm:oMath':
        this.pieces?.push({ kind: 'thing', as: 'markup', value: '∎' });
    }
  }

  close(name: string, start: number): void {
    switch (name) {
      case 'a:t':
        this.addText(start);
        return;
      case 'a:fld':
        this.isField = false;
        return;
      case 'a:p':
        if (this.pieces !== undefined) this.finish(this.pieces, this.isBulleted);
        this.pieces = undefined;
    }
  }

  private addText(end: number): void {
    const start = this.textStart;
    this.textStart = undefined;
    if (start === undefined || start >= end || this.isField) return;
    const { text, isPlain } = decodeXml(this.xml.slice(start, end));
    this.pieces?.push({
      kind: 'text',
      text,
      part: this.part,
      from: start,
      to: end,
      isTrimmed: false,
      isLocked: this.isLocked || !isPlain,
      link: this.link,
      isCode: false,
    });
  }
}

/** The words of a chart: its titles, and the names of its series and categories. A damaged one has none. */
export function readChart(pack: OfficePackage, part: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const seen = new Set<string>();
  const parents: string[] = [];
  pack.readPart(part, (xml) => {
    const text = new DrawingText(
      xml,
      part,
      () => undefined,
      false,
      (pieces) => {
        paragraphs.push({ kind: 'caption', pieces });
      },
    );
    let start = 0;
    return {
      open(element) {
        parents.push(element.name);
        start = element.end;
        text.open(element);
      },
      close(name, end) {
        parents.pop();
        text.close(name, end);
        const isLabel = (name === 'c:v' && parents.includes('c:strCache')) || name === 'cx:pt';
        if (!isLabel || start >= end) return;
        const value = decodeXml(xml.slice(start, end)).text;
        // Every series repeats the categories. The words stand in the workbook of the chart too, so they are not edited here.
        if (seen.has(value) || !/\p{L}/u.test(value)) return;
        seen.add(value);
        paragraphs.push({
          kind: 'cell',
          pieces: [{ kind: 'text', text: value, part, from: start, to: end, isTrimmed: false, isLocked: true, link: undefined, isCode: false }],
        });
      },
    };
  });
  return paragraphs;
}

/** The words of a SmartArt diagram. They are not edited: its picture, in a part of its own, has them again. */
export function readDiagram(pack: OfficePackage, part: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  pack.readPart(part, (xml) => {
    const text = new DrawingText(
      xml,
      part,
      () => undefined,
      true,
      (pieces) => {
        paragraphs.push({ kind: 'list-item', pieces });
      },
    );
    let isShape = false;
    return {
      open(element) {
        // Points of type “pres” only say how the others are drawn.
        if (element.name === 'dgm:pt') isShape = element.get('type') !== 'pres';
        if (isShape) text.open(element);
      },
      close(name, end) {
        if (isShape) text.close(name, end);
      },
    };
  });
  return paragraphs;
}
