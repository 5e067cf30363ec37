import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org';
const relationTypes = `${main}/officeDocument/2006/relationships`;
const wordNames = `xmlns:w="${main}/wordprocessingml/2006/main" xmlns:r="${relationTypes}" xmlns:mc="${main}/markup-compatibility/2006" xmlns:m="${main}/officeDocument/2006/math" xmlns:a="${main}/drawingml/2006/main" xmlns:c="${main}/drawingml/2006/chart" xmlns:dgm="${main}/drawingml/2006/diagram"`;
const slideNames = `xmlns:p="${main}/presentationml/2006/main" xmlns:r="${relationTypes}" xmlns:mc="${main}/markup-compatibility/2006" xmlns:m="${main}/officeDocument/2006/math" xmlns:a="${main}/drawingml/2006/main" xmlns:c="${main}/drawingml/2006/chart" xmlns:dgm="${main}/drawingml/2006/diagram"`;
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts of a package by name. */
export type Parts = Readonly<Record<string, string>>;

/** Packs parts into a file, in their order, the same bytes each time. */
export function pack(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2026, 0, 1) });
}

/** A relationship: its id, the last word of its type, its target. */
export type Relation = readonly [id: string, type: string, target: string, isExternal?: boolean];

export function relations(list: readonly Relation[]): string {
  const items = list.map(([id, type, target, isExternal]) => {
    const address = type === 'core-properties' ? `${main}/package/2006/relationships/metadata/core-properties` : `${relationTypes}/${type}`;
    return `<Relationship Id="${id}" Type="${address}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
  });
  return `${declaration}<Relationships xmlns="${main}/package/2006/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(overrides: Readonly<Record<string, string>>): string {
  const types = Object.entries(overrides).map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`);
  return `${declaration}<Types xmlns="${main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`;
}

/** What every file says of itself: `liaison:kind` and so on, and the title among its properties. */
interface About {
  readonly properties?: Readonly<Record<string, string>>;
  readonly title?: string;
}

function aboutParts({ properties = {}, title = '' }: About): Parts {
  const custom = Object.entries(properties).map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
  );
  return {
    'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="${main}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    'docProps/custom.xml': `${declaration}<Properties xmlns="${main}/officeDocument/2006/custom-properties" xmlns:vt="${main}/officeDocument/2006/docPropsVTypes">${custom.join('')}</Properties>`,
  };
}

const aboutTypes = { 'docProps/core.xml': 'package.core-properties', 'docProps/custom.xml': 'officedocument.custom-properties' };
const aboutRelations: readonly Relation[] = [
  ['rId8', 'core-properties', 'docProps/core.xml'],
  ['rId9', 'custom-properties', 'docProps/custom.xml'],
];

/** A Word document, given by the XML of its body and what else it has. */
export interface WordFile extends About {
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly relations?: readonly Relation[];
  /** Parts of its own, or in the place of others. */
  readonly parts?: Parts;
}

// Ids as a German Word writes them: the names are English in every language.
const styles = `${declaration}<w:styles ${wordNames}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Chapter of ours"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Round and round"/><w:basedOn w:val="Kreis2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis2"><w:name w:val="Round"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="character" w:styleId="Code"><w:name w:val="HTML Code"/></w:style>
<w:style w:type="character" w:styleId="Unsichtbar"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`;

export function wordParts({ body, footnotes = '', endnotes = '', relations: more = [], parts = {}, ...about }: WordFile): Parts {
  return {
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'officedocument.wordprocessingml.document.main',
      'word/styles.xml': 'officedocument.wordprocessingml.styles',
      'word/footnotes.xml': 'officedocument.wordprocessingml.footnotes',
      'word/endnotes.xml': 'officedocument.wordprocessingml.endnotes',
      ...aboutTypes,
    }),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml'], ...aboutRelations]),
    'word/document.xml': `${declaration}<w:document ${wordNames}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'footnotes', 'footnotes.xml'],
      ['rId3', 'endnotes', 'endnotes.xml'],
      ...more,
    ]),
    'word/styles.xml': styles,
    'word/footnotes.xml': `${declaration}<w:footnotes ${wordNames}>${footnotes}</w:footnotes>`,
    'word/endnotes.xml': `${declaration}<w:endnotes ${wordNames}>${endnotes}</w:endnotes>`,
    ...aboutParts(about),
    ...parts,
  };
}

export function makeDocx(file: WordFile): Uint8Array {
  return pack(wordParts(file));
}

/** A run of text. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of other XML. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
}

/** A table from its cells, row by row. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A slide: the XML of its shapes, and what its speaker says. */
export interface SlideFile {
  readonly shapes: string;
  readonly notes?: string;
  readonly isHidden?: boolean;
  readonly relations?: readonly Relation[];
}

/** A PowerPoint deck. */
export interface SlidesFile extends About {
  readonly slides: readonly SlideFile[];
  /** The order of the show, by number of the slide's file; as they are when left out. */
  readonly order?: readonly number[];
  readonly firstNumber?: number;
  /** What kind of slide the layout makes: `obj` has a title and content. */
  readonly layout?: string;
  readonly parts?: Parts;
}

const empty = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const clrMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

export function slideParts({ slides, order, firstNumber, layout = 'obj', parts = {}, ...about }: SlidesFile): Parts {
  const numbers = order ?? slides.map((_, index) => index + 1);
  const result: Record<string, string> = {
    '[Content_Types].xml': contentTypes({
      'ppt/presentation.xml': 'officedocument.presentationml.presentation.main',
      'ppt/slideMasters/slideMaster1.xml': 'officedocument.presentationml.slideMaster',
      'ppt/slideLayouts/slideLayout1.xml': 'officedocument.presentationml.slideLayout',
      ...Object.fromEntries(slides.map((_, index) => [`ppt/slides/slide${index + 1}.xml`, 'officedocument.presentationml.slide'])),
      ...Object.fromEntries(
        slides.flatMap(({ notes }, index) =>
          notes === undefined ? [] : [[`ppt/notesSlides/notesSlide${index + 1}.xml`, 'officedocument.presentationml.notesSlide']],
        ),
      ),
      ...aboutTypes,
    }),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'ppt/presentation.xml'], ...aboutRelations]),
    'ppt/presentation.xml': `${declaration}<p:presentation ${slideNames}${firstNumber === undefined ? '' : ` firstSlideNum="${firstNumber}"`}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1000"/></p:sldMasterIdLst><p:sldIdLst>${numbers.map((number) => `<p:sldId id="${255 + number}" r:id="rId${number}"/>`).join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations([
      ['rId1000', 'slideMaster', 'slideMasters/slideMaster1.xml'],
      ...slides.map((_, index): Relation => [`rId${index + 1}`, 'slide', `slides/slide${index + 1}.xml`]),
    ]),
    'ppt/slideMasters/slideMaster1.xml': `${declaration}<p:sldMaster ${slideNames}><p:cSld><p:spTree>${empty}${shape('Master', 'Text of the master', 'title')}</p:spTree></p:cSld>${clrMap}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml']]),
    'ppt/slideLayouts/slideLayout1.xml': `${declaration}<p:sldLayout ${slideNames} type="${layout}"><p:cSld><p:spTree>${empty}${shape('Layout', 'Text of the layout', 'title')}</p:spTree></p:cSld></p:sldLayout>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml']]),
  };
  for (const [index, { shapes, notes, isHidden, relations: more = [] }] of slides.entries()) {
    const number = index + 1;
    result[`ppt/slides/slide${number}.xml`] =
      `${declaration}<p:sld ${slideNames}${isHidden ? ' show="0"' : ''}><p:cSld><p:spTree>${empty}${shapes}</p:spTree></p:cSld></p:sld>`;
    result[`ppt/slides/_rels/slide${number}.xml.rels`] = relations([
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
      ...(notes === undefined ? [] : [['rId2', 'notesSlide', `../notesSlides/notesSlide${number}.xml`] as const]),
      ...more,
    ]);
    if (notes !== undefined)
      result[`ppt/notesSlides/notesSlide${number}.xml`] =
        `${declaration}<p:notes ${slideNames}><p:cSld><p:spTree>${empty}${shape('Notes Placeholder 2', notes, 'body')}${shape('Slide Number Placeholder 3', '7', 'sldNum')}${shape('Text on the page of notes', 'Printed only')}</p:spTree></p:cSld></p:notes>`;
  }
  return { ...result, ...aboutParts(about), ...parts };
}

export function makePptx(file: SlidesFile): Uint8Array {
  return pack(slideParts(file));
}

/** Paragraphs of a drawing, a line each, or other XML. */
export function lines(text: string): string {
  if (text.startsWith('<')) return text;
  return text
    .split('\n')
    .map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
    .join('');
}

/** A shape with text; `placeholder` is its type, `obj` for that of a slide's content. */
export function shape(name: string, text: string, placeholder?: string): string {
  const type = placeholder === 'obj' ? '<p:ph idx="1"/>' : placeholder === undefined ? '' : `<p:ph type="${placeholder}"/>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${name}"/><p:cNvSpPr/><p:nvPr>${type}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${lines(text)}</p:txBody></p:sp>`;
}

/** A frame around a table, a chart or a diagram. */
export function frame(name: string, content: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="${name}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">${content}</a:graphicData></a:graphic></p:graphicFrame>`;
}

/** A table of a slide, from its cells. */
export function slideTable(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map(() => '<a:gridCol w="1000"/>').join('');
  const cells = (row: readonly string[]): string => row.map((cell) => `<a:tc><a:txBody><a:bodyPr/>${lines(cell)}</a:txBody><a:tcPr/></a:tc>`).join('');
  return `<a:tbl><a:tblPr/><a:tblGrid>${columns}</a:tblGrid>${rows.map((row) => `<a:tr h="1000">${cells(row)}</a:tr>`).join('')}</a:tbl>`;
}
