import type { OfficePackage } from './package.js';

/** What a style of Word makes of a paragraph or of a run. */
export interface Style {
  /** Heading depth. */
  readonly depth?: number;
  readonly isListItem: boolean;
  readonly isHidden: boolean;
  readonly isCode: boolean;
  readonly isQuoted: boolean;
  readonly isCaption: boolean;
  /** A table of contents or of figures: the program writes it. */
  readonly isContents: boolean;
}

interface WrittenStyle {
  /** Word’s own styles have English names in every language; their ids are translated. */
  name: string;
  basedOn: string | undefined;
  outlineLevel: number | undefined;
  hasList: boolean | undefined;
  isHidden: boolean | undefined;
}

const plain: Style = { isListItem: false, isHidden: false, isCode: false, isQuoted: false, isCaption: false, isContents: false };

/** The styles of a document. */
export class Styles {
  private readonly written = new Map<string, WrittenStyle>();
  private readonly known = new Map<string, Style>();
  private defaultId: string | undefined;

  constructor(pack: OfficePackage, part: string | undefined) {
    if (part === undefined) return;
    let current: WrittenStyle | undefined;
    const parents: string[] = [];
    pack.readPart(part, () => ({
      open: ({ name, get }) => {
        if (name === 'w:style') {
          current = { name: '', basedOn: undefined, outlineLevel: undefined, hasList: undefined, isHidden: undefined };
          const id = get('w:styleId');
          if (id !== undefined) this.written.set(id, current);
          if (get('w:type') === 'paragraph' && isOn(get('w:default') ?? '0')) this.defaultId = id;
        } else if (current !== undefined) {
          if (name === 'w:name') current.name = get('w:val') ?? '';
          else if (name === 'w:basedOn') current.basedOn = get('w:val');
          else if (name === 'w:outlineLvl') current.outlineLevel = Number(get('w:val'));
          else if (name === 'w:numId') current.hasList = get('w:val') !== '0';
          else if (name === 'w:vanish' && parents.at(-1) === 'w:rPr' && parents.at(-2) === 'w:style') current.isHidden = isOn(get('w:val'));
        }
        parents.push(name);
      },
      close: (name) => {
        parents.pop();
        if (name === 'w:style') current = undefined;
      },
    }));
  }

  /** The style with an id; that of plain paragraphs without one. */
  get(id: string | undefined): Style {
    const key = id ?? this.defaultId ?? '';
    const known = this.known.get(key) ?? this.work(key);
    this.known.set(key, known);
    return known;
  }

  private work(id: string): Style {
    const chain: WrittenStyle[] = [];
    // A style may be based on itself by way of others: each counts once.
    for (let next: string | undefined = id; next !== undefined; ) {
      const style = this.written.get(next);
      if (style === undefined || chain.includes(style) || chain.length > 20) break;
      chain.push(style);
      next = style.basedOn;
    }
    // Without a list of styles, the id is all there is.
    const names = chain.length === 0 ? [id] : chain.map(({ name }) => name);
    const first = <Value>(read: (style: WrittenStyle) => Value | undefined): Value | undefined => chain.map(read).find((value) => value !== undefined);
    const level = first(({ outlineLevel }) => outlineLevel);
    const named = names.map(readDepth).find((depth) => depth !== undefined);
    const depth = level === undefined ? named : level < 9 ? level + 1 : undefined;
    const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
    return {
      ...plain,
      ...(depth === undefined ? {} : { depth: Math.min(depth, 6) }),
      isListItem: first(({ hasList }) => hasList) ?? (chain.length === 0 && /^list ?(?:bullet|number)/i.test(id)),
      isHidden: first(({ isHidden }) => isHidden) ?? false,
      isCode: has(/^(?:html (?:code|preformatted|keyboard|sample|typewriter|variable)|source ?code|verbatim(?: char)?|code(?: block| char)?|macro text)$/i),
      isQuoted: has(/^(?:intense )?quote$|^block ?text$|^quotations?$/i),
      isCaption: has(/^caption$/i),
      isContents: has(/^(?:toc \d|table of (?:figures|authorities)|index \d)$/i),
    };
  }
}

function readDepth(name: string): number | undefined {
  if (/^title$/i.test(name)) return 1;
  const digit = /^heading ?([1-9])$/i.exec(name)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** Whether a switch of Word is on: it is where its value is left out. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || /^(?:1|true|on)$/i.test(value);
}
