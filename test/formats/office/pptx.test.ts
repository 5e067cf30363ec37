import { describe, expect, it } from 'vitest';
import { frame, shape, slideTable } from '../../support/office-files.js';
import { describeBlocks, readSlides } from '../../support/read-office.js';

describe('blocks of a PowerPoint deck', () => {
  it('are the title first, then the shapes in their order, then the notes', async () => {
    const read = await readSlides({
      slides: [
        { shapes: shape('Title 1', 'Book leave online', 'ctrTitle') + shape('Subtitle 2', 'From 1 June', 'subTitle') },
        {
          shapes:
            shape('Content Placeholder 2', 'Nine thousand forms\nSix days', 'obj') +
            shape('Title 1', 'Paper is slow', 'title') +
            shape('TextBox 3', 'Figures of last year'),
          notes: 'Say hello.\nThen pause.',
        },
      ],
    });
    expect(describeBlocks(read)).toEqual([
      'slide 1, title | heading 1: Book leave online',
      'slide 1, Subtitle 2 | paragraph: From 1 June',
      'slide 2, title | heading 2: Paper is slow',
      'slide 2, Content Placeholder 2 | list-item: Nine thousand forms',
      'slide 2, Content Placeholder 2 | list-item: Six days',
      'slide 2, TextBox 3 | paragraph: Figures of last year',
      'slide 2, notes | note paragraph: Say hello.',
      'slide 2, notes | note paragraph: Then pause.',
    ]);
    expect(read.source).toBe(
      'Slide 1\nBook leave online\nFrom 1 June\n\nSlide 2\nPaper is slow\nNine thousand forms\nSix days\nFigures of last year\nNotes\nSay hello.\nThen pause.\n',
    );
  });

  it('stand in the order of the show, not of the files, and are numbered as PowerPoint does', async () => {
    const slides = ['a', 'b', 'c'].map((title) => ({ shapes: shape('Title 1', title, 'title') }));
    expect(describeBlocks(await readSlides({ slides, order: [3, 1, 2], firstNumber: 5 }))).toEqual([
      'slide 5, title | heading 2: c',
      'slide 6, title | heading 2: a',
      'slide 7, title | heading 2: b',
    ]);
  });

  it('are none of a hidden slide, which keeps its number', async () => {
    const slides = ['a', 'b', 'c'].map((title) => ({ shapes: shape('Title 1', title, 'title'), isHidden: title === 'b', notes: 'x' }));
    const read = await readSlides({ slides });
    expect(read.slides?.map(({ number }) => number)).toEqual([1, 3]);
    expect(read.source).toBe('Slide 1\na\nNotes\nx\n\nSlide 2 (hidden, not checked)\n\nSlide 3\nc\nNotes\nx\n');
  });

  it.each<readonly [string, string, readonly string[]]>([
    [
      'cells of a table',
      frame(
        'Table 4',
        slideTable([
          ['Day', 'What'],
          ['1 June', 'Moves'],
        ]),
      ),
      [
        'table, row 1, column 1 | cell: Day',
        'table, row 1, column 2 | cell: What',
        'table, row 2, column 1 | cell: 1 June',
        'table, row 2, column 2 | cell: Moves',
      ],
    ],
    [
      'cells of several tables',
      frame('A', slideTable([['x']])) + frame('B', slideTable([['y']])),
      ['table 1, row 1, column 1 | cell: x', 'table 2, row 1, column 1 | cell: y'],
    ],
    [
      'shapes in groups',
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="Group 8"/></p:nvGrpSpPr>${shape('Box 1', 'in')}<p:grpSp>${shape('Box 2', 'deeper')}</p:grpSp></p:grpSp>`,
      ['Box 1 | paragraph: in', 'Box 2 | paragraph: deeper'],
    ],
    [
      'nothing of numbers, dates and footers',
      shape('N', '<a:p><a:fld type="slidenum"><a:t>3</a:t></a:fld></a:p>', 'sldNum') +
        shape('D', 'today', 'dt') +
        shape('F', 'Internal', 'ftr') +
        shape('T', '<a:p><a:r><a:t>On </a:t></a:r><a:fld type="datetime1"><a:t>1/2/26</a:t></a:fld></a:p>'),
      ['T | paragraph: On'],
    ],
    ['nothing of a hidden shape', shape('X', 'gone').replace('name="X"', 'name="X" hidden="1"') + shape('Y', 'there'), ['Y | paragraph: there']],
    [
      'list items where a shape has bullets of its own, paragraphs where it has none',
      shape('A', '<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>item</a:t></a:r></a:p>') +
        shape('B', '<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>text</a:t></a:r></a:p>', 'body'),
      ['A | list-item: item', 'B | paragraph: text'],
    ],
    ['lines of one paragraph together', shape('A', '<a:p><a:r><a:t>one</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r></a:p>'), ['A | paragraph: one↵two']],
    [
      'the newer of two drawings of one thing',
      `<mc:AlternateContent><mc:Choice Requires="a14">${shape('A', 'new')}</mc:Choice><mc:Fallback>${shape('A', 'old')}</mc:Fallback></mc:AlternateContent>`,
      ['A | paragraph: new'],
    ],
  ])('are %s', async (_what, shapes, blocks) => {
    expect(describeBlocks(await readSlides({ slides: [{ shapes }] }))).toEqual(blocks.map((block) => `slide 1, ${block}`));
  });

  it('are the words of charts and diagrams', async () => {
    const names =
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"';
    const read = await readSlides({
      slides: [
        {
          shapes: frame('Chart 5', '<c:chart r:id="rId5"/>') + frame('Diagram 6', '<dgm:relIds r:dm="rId6"/>'),
          relations: [
            ['rId5', 'chart', '../charts/chart1.xml'],
            ['rId6', 'diagramData', '../diagrams/data1.xml'],
          ],
        },
      ],
      parts: {
        'ppt/charts/chart1.xml': `<c:chartSpace ${names}><c:title><a:p><a:r><a:t>Forms</a:t></a:r></a:p></c:title><c:cat><c:strCache><c:pt><c:v>Leave</c:v></c:pt><c:pt><c:v>Sick leave</c:v></c:pt></c:strCache></c:cat></c:chartSpace>`,
        'ppt/diagrams/data1.xml': `<dgm:dataModel ${names}><dgm:pt><dgm:t><a:p><a:r><a:t>Ask</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`,
      },
    });
    expect(describeBlocks(read)).toEqual([
      'slide 1, Chart 5 | caption: Forms',
      'slide 1, Chart 5 | cell: Leave',
      'slide 1, Chart 5 | cell: Sick leave',
      'slide 1, Diagram 6 | list-item: Ask',
    ]);
    expect(read.slides?.[0]?.hasPicture).toBe(true);
  });

  it('know their links', async () => {
    const read = await readSlides({
      slides: [
        {
          shapes: shape(
            'A',
            '<a:p><a:r><a:t>See </a:t></a:r><a:r><a:rPr><a:hlinkClick r:id="rId5"/></a:rPr><a:t>the guide</a:t></a:r><a:r><a:t>.</a:t></a:r></a:p>',
          ),
          relations: [['rId5', 'hyperlink', 'https://example.org/guide', true]],
        },
      ],
    });
    expect(read.blocks[0]?.links).toEqual([{ span: { start: 4, end: 13 }, target: 'https://example.org/guide', isLabel: false }]);
  });
});

describe('slides of a PowerPoint deck', () => {
  it('know their title, their blocks and their span', async () => {
    const {
      slides = [],
      blocks,
      source,
    } = await readSlides({
      layout: 'secHead',
      slides: [{ shapes: shape('Title 1', 'One', 'title') + shape('Text 2', 'two'), notes: 'three' }, { shapes: shape('Text 2', 'four') }],
    });
    expect(
      slides.map(({ title, firstBlock, endBlock, hasPicture, layout, span }) => [
        title?.text,
        firstBlock,
        endBlock,
        hasPicture,
        layout,
        source.slice(span.start, span.end),
      ]),
    ).toEqual([
      ['One', 0, 3, false, 'section', 'One\ntwo\nNotes\nthree'],
      [undefined, 3, 4, false, 'section', 'four'],
    ]);
    expect(slides[0]?.title).toBe(blocks[0]);
  });

  it('that are damaged, missing or named twice do not keep the others from being read', async () => {
    const slides = ['a', 'b', 'c'].map((title) => ({ shapes: shape('Title 1', title, 'title') }));
    const read = await readSlides({ slides, order: [1, 2, 9, 3, 3], parts: { 'ppt/slides/slide2.xml': '<p:sld><p:cSld>' } });
    expect(describeBlocks(read)).toEqual(['slide 1, title | heading 1: a', 'slide 4, title | heading 2: c']);
    expect(read.problems?.map(({ message }) => message)).toEqual([
      'Slide 2 is damaged, so it was left out. Open the file in PowerPoint and save it again.',
      'Slide 3 is not in the file, so it was left out. Open the file in PowerPoint and save it again.',
      'Slide 5 is another slide once more, so it was left out. Open the file in PowerPoint and save it again.',
    ]);
  });

  it('have what the file says of itself above them', async () => {
    const read = await readSlides({
      slides: [{ shapes: shape('Title 1', 'One', 'title') }],
      properties: { 'liaison:kind': 'deck' },
      title: 'PowerPoint Presentation',
    });
    expect(read.source).toBe('kind: deck\n\nSlide 1\nOne\n');
    expect(read.fields.kind?.value).toBe('deck');
    expect(read.fields.subject).toBeUndefined();
  });
});
