import { describe, expect, it } from 'vitest';
import { paragraph, run, table } from '../../support/office-files.js';
import { describeBlocks, readWord } from '../../support/read-office.js';

const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const textBox = (content: string): string =>
  `<w:drawing><wps:wsp xmlns:wps="urn:shape"><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`;
const field = (instruction: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('blocks of a Word document', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'paragraphs, counted where they have text',
      `${paragraph('One.')}<w:p/>${paragraph(' ')}${paragraph('Two.')}`,
      ['paragraph 1 | paragraph: One.', 'paragraph 2 | paragraph: Two.'],
    ],
    [
      'headings, by their style in any language, what it is based on, or their outline level',
      paragraph('Leave', style('Titel')) +
        paragraph('Dates', style('berschrift1')) +
        paragraph('Help', style('Kapitel')) +
        paragraph('Who', '<w:outlineLvl w:val="2"/>') +
        paragraph('Body', `${style('berschrift1')}<w:outlineLvl w:val="9"/>`),
      [
        'paragraph 1 | heading 1: Leave',
        'paragraph 2 | heading 1: Dates',
        'paragraph 3 | heading 1: Help',
        'paragraph 4 | heading 3: Who',
        'paragraph 5 | paragraph: Body',
      ],
    ],
    [
      'list items, by themselves or by their style',
      paragraph('one', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
        paragraph('two', style('Aufzhlung')) +
        paragraph('none', `${style('Aufzhlung')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      ['paragraph 1 | list-item: one', 'paragraph 2 | list-item: two', 'paragraph 3 | paragraph: none'],
    ],
    [
      'quotations and captions',
      paragraph('We shall see.', style('Zitat')) + paragraph('Figure 1', style('Beschriftung')),
      ['paragraph 1 | quoted paragraph: We shall see.', 'paragraph 2 | caption: Figure 1'],
    ],
    [
      'cells, by table, row and column',
      `${paragraph('Before')}${table([
        ['Day', 'What'],
        ['1 June', 'The form moves'],
      ])}${paragraph('After')}${table([['x']])}`,
      [
        'paragraph 1 | paragraph: Before',
        'table 1, row 1, column 1 | cell: Day',
        'table 1, row 1, column 2 | cell: What',
        'table 1, row 2, column 1 | cell: 1 June',
        'table 1, row 2, column 2 | cell: The form moves',
        'paragraph 2 | paragraph: After',
        'table 2, row 1, column 1 | cell: x',
      ],
    ],
    [
      'cells beside one that is as wide as two',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('wide')}</w:tc><w:tc>${paragraph('next')}</w:tc></w:tr></w:tbl>`,
      ['table 1, row 1, column 1 | cell: wide', 'table 1, row 1, column 3 | cell: next'],
    ],
    [
      'running text in a table that only lays out the page',
      table([[`The leave form moves to the portal on 1 June. ${'You need not do anything before that day. '.repeat(3)}`]]),
      [`table 1, row 1, column 1 | paragraph: The leave form moves to the portal on 1 June. ${'You need not do anything before that day. '.repeat(3).trim()}`],
    ],
    [
      'a table inside a cell',
      table([[table([['inner']]) + paragraph('outer')]]),
      ['table 2, row 1, column 1 | cell: inner', 'table 1, row 1, column 1 | cell: outer'],
    ],
    [
      'text boxes after their paragraph, once, though older programs have them again',
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${textBox(paragraph('Boxed'))}</mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('Boxed')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Around')}`,
      ) + paragraph('Next'),
      ['paragraph 1 | paragraph: Around', 'text box 1 | paragraph: Boxed', 'paragraph 2 | paragraph: Next'],
    ],
    [
      'what older programs show where there is nothing newer',
      paragraph(`<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`),
      ['paragraph 1 | paragraph: old'],
    ],
    [
      'tracked changes as if accepted',
      paragraph(
        `${run('We ')}<w:ins w:id="1">${run('now ')}</w:ins><w:del w:id="2"><w:r><w:delText>always </w:delText></w:r></w:del>${run('close at five.')}`,
      ) +
        paragraph(`<w:moveFrom w:id="3">${run('Gone.')}</w:moveFrom>`) +
        paragraph(`<w:moveTo w:id="4">${run('Come.')}</w:moveTo>`),
      ['paragraph 1 | paragraph: We now close at five.', 'paragraph 2 | paragraph: Come.'],
    ],
    [
      'paragraphs whose end was deleted as one',
      paragraph(run('One '), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('line.') + paragraph('Two.'),
      ['paragraph 1 | paragraph: One line.', 'paragraph 2 | paragraph: Two.'],
    ],
    [
      'nothing of a deleted row',
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph('gone')}</w:tc></w:tr><w:tr><w:tc>${paragraph('there')}</w:tc></w:tr></w:tbl>`,
      ['table 1, row 2, column 1 | cell: there'],
    ],
    [
      'what fields show, not what they say to Word',
      paragraph(`${run('Page ')}${field(' PAGE ', '3')}${run(' of ')}<w:fldSimple w:instr="NUMPAGES">${run('9')}</w:fldSimple>`),
      ['paragraph 1 | paragraph: Page 3 of 9'],
    ],
    [
      'all text behind a field that never ends',
      paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph('There.'),
      ['paragraph 1 | paragraph: There.'],
    ],
    [
      'nothing that is hidden',
      paragraph(`${run('Seen')}${run(' unseen', '<w:vanish/>')}${run(' unseen', '<w:rStyle w:val="Unsichtbar"/>')}${run('.', '<w:vanish w:val="0"/>')}`),
      ['paragraph 1 | paragraph: Seen.'],
    ],
    [
      'tabs, breaks, hyphens and symbols',
      paragraph(
        '<w:r><w:t>When:</w:t><w:tab/><w:t>1 June</w:t><w:br/><w:t>self</w:t><w:noBreakHyphen/><w:t>ser</w:t><w:softHyphen/><w:t>vice</w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Arial" w:char="00E9"/></w:r>',
        '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>',
      ),
      ['paragraph 1 | paragraph: When:\t1 June↵self-service□é'],
    ],
    [
      'content controls, smart tags and custom XML',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph(`<w:smartTag>${run('In ')}</w:smartTag><w:sdt><w:sdtContent>${run('control')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ['paragraph 1 | paragraph: In control'],
    ],
    [
      'formulas as one character',
      paragraph(`${run('Where ')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${run(' is the sum.')}`),
      ['paragraph 1 | paragraph: Where □ is the sum.'],
    ],
    ['code as one character', paragraph(`${run('Run ')}${run('npm test', '<w:rStyle w:val="Code"/>')}${run('.')}`), ['paragraph 1 | paragraph: Run □.']],
    [
      'addresses as one character, in however many runs',
      paragraph(`${run('See https://exam')}${run('ple.org/a')}${run(' now.')}`),
      ['paragraph 1 | paragraph: See □ now.'],
    ],
    [
      'base text without the signs that say how it is read',
      paragraph(`<w:r><w:ruby><w:rt>${run('かんじ')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r>`),
      ['paragraph 1 | paragraph: 漢字'],
    ],
    ['plain paragraphs where styles are based on one another', paragraph('Round.', style('Kreis')), ['paragraph 1 | paragraph: Round.']],
    ['entities as their characters', paragraph('R&amp;D &lt;now&gt; &#233; &#x1F600;'), ['paragraph 1 | paragraph: R&D <now> é 😀']],
    [
      'no blanks that Word leaves out',
      paragraph('<w:r><w:t> One </w:t></w:r><w:r><w:t xml:space="preserve"> two</w:t></w:r>'),
      ['paragraph 1 | paragraph: One two'],
    ],
  ])('are %s', async (_what, body, blocks) => {
    expect(describeBlocks(await readWord(body))).toEqual(blocks);
  });

  it('are footnotes after their paragraph and endnotes at the end, by the number that a reader sees', async () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const read = await readWord({
      body:
        paragraph(`${run('One')}${reference('footnote', 7)}${run(' word')}${reference('endnote', 5)}${run('.')}`) +
        paragraph(`${run('Two')}${reference('footnote', 2)}`),
      footnotes: `<w:footnote w:type="separator" w:id="-1">${paragraph('line')}</w:footnote><w:footnote w:id="2">${paragraph('Second.')}</w:footnote><w:footnote w:id="7">${paragraph('First.')}</w:footnote><w:footnote w:id="9">${paragraph('Never referred to.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="5">${paragraph('Last.')}</w:endnote>`,
    });
    expect(describeBlocks(read)).toEqual([
      'paragraph 1 | paragraph: One word.',
      'footnote 1 | paragraph: First.',
      'paragraph 2 | paragraph: Two',
      'footnote 2 | paragraph: Second.',
      'endnote 1 | paragraph: Last.',
    ]);
  });

  it('are the words of charts and diagrams, after their paragraph', async () => {
    const names =
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"';
    const read = await readWord({
      body: paragraph('<w:r><w:drawing><c:chart r:id="rId20"/></w:drawing></w:r><w:r><w:drawing><dgm:relIds r:dm="rId21"/></w:drawing></w:r>'),
      relations: [
        ['rId20', 'chart', 'charts/chart1.xml'],
        ['rId21', 'diagramData', 'diagrams/data1.xml'],
      ],
      parts: {
        'word/charts/chart1.xml': `<c:chartSpace ${names}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Forms a year</a:t></a:r></a:p></c:rich></c:tx></c:title><c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>Leave</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>9000</c:v></c:pt></c:numCache></c:numRef></c:val></c:chart></c:chartSpace>`,
        'word/diagrams/data1.xml': `<dgm:dataModel ${names}><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Ask</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2" type="pres"/></dgm:ptLst></dgm:dataModel>`,
      },
    });
    expect(describeBlocks(read)).toEqual(['chart 1 | caption: Forms a year', 'chart 1 | cell: Leave', 'diagram 1 | list-item: Ask']);
  });

  it('are found whatever prefixes the file has for its namespaces', async () => {
    const read = await readWord({
      body: '',
      parts: {
        'word/document.xml':
          '<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:pPr><ns0:pStyle ns0:val="berschrift1"/></ns0:pPr><ns0:r><ns0:t>One</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>',
      },
    });
    expect(describeBlocks(read)).toEqual(['paragraph 1 | heading 1: One']);
  });

  it('know their links, in all the ways that Word has for them', async () => {
    const { blocks } = await readWord({
      body: paragraph(
        `<w:hyperlink r:id="rId20">${run('one')}</w:hyperlink>${run(' ')}<w:hyperlink w:anchor="top">${run('two')}</w:hyperlink>${run(' ')}${field('HYPERLINK "https://example.org/c"', 'three')}${run('.')}`,
      ),
      relations: [['rId20', 'hyperlink', 'https://example.org/a', true]],
    });
    expect(blocks[0]?.links).toEqual([
      { span: { start: 0, end: 3 }, target: 'https://example.org/a', isLabel: false },
      { span: { start: 4, end: 7 }, target: '#top', isLabel: false },
      { span: { start: 8, end: 13 }, target: 'https://example.org/c', isLabel: false },
    ]);
  });
});

describe('the view of a Word document', () => {
  it('has a line for each paragraph, contents included, and a blank line above headings', async () => {
    const { source } = await readWord(
      paragraph('Dates ... 3', style('Verzeichnis1')) + paragraph('Dates', style('berschrift1')) + paragraph('1 June.') + paragraph('Then more.'),
    );
    expect(source).toBe('Dates ... 3\n\nDates\n1 June.\nThen more.\n');
  });

  it('has what the file says of itself above its text', async () => {
    const { source, fields } = await readWord({
      body: paragraph('The form moves.'),
      properties: { 'liaison:kind': 'announcement', 'Liaison:Goals': 'G1, G2', 'liaison:audience': 'staff', Owner: 'IT' },
      title: 'The leave form moves on 1 June',
    });
    expect(source).toBe('kind: announcement\naudience: staff\ngoals: G1, G2\nsubject: The leave form moves on 1 June\n\nThe form moves.\n');
    expect(fields.kind).toEqual({ value: 'announcement', span: { start: 6, end: 18 } });
    expect(fields.goals?.map(({ value, span }) => [value, source.slice(span.start, span.end)])).toEqual([
      ['G1', 'G1'],
      ['G2', 'G2'],
    ]);
  });

  it.each([
    ['a heading is the title that readers see', paragraph('Leave moves', style('berschrift1')), 'Old title'],
    ['a program made it up', paragraph('Leave moves.'), 'Microsoft Word - letter.doc'],
  ])('leaves out the title among the properties where %s', async (_why, body, title) => {
    expect((await readWord({ body, title })).fields.subject).toBeUndefined();
  });

  it('says what was left out', async () => {
    const read = await readWord({ body: `${paragraph('One.')}<w:altChunk r:id="rId20"/>`, parts: { 'word/footnotes.xml': '<w:footnotes>' } });
    expect(read.problems?.map(({ message }) => message)).toEqual([
      'The footnotes were left out: the XML is not well-formed. Open the file in Word and save it again.',
      'Another file is placed inside this document, and its text was left out. Copy its text into the document.',
    ]);
  });

  it('places every character of a block', async () => {
    const { source, blocks } = await readWord(paragraph(`${run(' R&amp;D ')}${run('uses')}<w:r><w:tab/></w:r>${run('it. ')}`) + paragraph('Two.'));
    for (const { text, map } of blocks)
      for (let offset = 0; offset < text.length; offset++) {
        const { start, end } = map.toSource({ start: offset, end: offset + 1 });
        expect(source.slice(start, end)).toBe(text[offset]);
      }
  });
});
