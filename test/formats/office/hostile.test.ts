import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../server/src/formats/office/docx.js';
import { pptx } from '../../../server/src/formats/office/pptx.js';
import { makeDocx, makePptx, pack, paragraph, relations, run, shape, slideParts, wordParts } from '../../support/office-files.js';
import { describeBlocks, readWord, whyNot } from '../../support/read-office.js';

const good = wordParts({ body: paragraph('One.') });
const deck = slideParts({ slides: [{ shapes: shape('Title 1', 'One', 'title') }] });
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The file with a number of its directory changed, for the part at `index`. */
function changeRecord(bytes: Uint8Array, index: number, change: (view: DataView, record: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = viewOf(copy);
  let record = view.getUint32(copy.length - 22 + 16, true);
  for (let skip = 0; skip < index; skip++)
    record += 46 + view.getUint16(record + 28, true) + view.getUint16(record + 30, true) + view.getUint16(record + 32, true);
  change(view, record);
  return copy;
}

const documentIndex = Object.keys(good).indexOf('word/document.xml');
const damaged = 'it is damaged. Open it in its own program and save it again';
const tooMuch = 'it unpacks to far more than a document would. Open it in its own program and save it again';
const tooLarge = 'its text takes more than 64 MB. Split it into several files';

describe('a file that cannot be read says why', () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'it is empty'],
    ['no package', strToU8('Dear all,'), 'it is no Word or PowerPoint file, whatever its name says. Open it in its own program and save it again'],
    [
      'encrypted, or of an old Word',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'it is protected by a password, or was saved by a program from before 2007. Save it again, in today’s format and without a password',
    ],
    ['cut off', pack(good).subarray(0, 900), 'the file is cut off. Copy it again, or save it once more'],
    ['only a start', strToU8('PK\u0003\u0004'), 'the file is cut off. Copy it again, or save it once more'],
    [
      'an encrypted part',
      changeRecord(pack(good), documentIndex, (view, at) => view.setUint16(at + 8, 1, true)),
      'it is protected by a password. Save it without one',
    ],
    ['a part that says it has two gigabytes', changeRecord(pack(good), documentIndex, (view, at) => view.setUint32(at + 24, 0x7fffffff, true)), tooLarge],
    [
      'a part packed in an unknown way',
      changeRecord(pack(good), documentIndex, (view, at) => view.setUint16(at + 10, 99, true)),
      'it is packed in a way that Liaison does not know. Open it in its own program and save it again',
    ],
    ['a part that lies elsewhere', changeRecord(pack(good), documentIndex, (view, at) => view.setUint32(at + 42, 7, true)), damaged],
    [
      'a part that goes on behind the end',
      changeRecord(pack(good), documentIndex, (view, at) => view.setUint32(at + 20, 0x0fffffff, true)),
      'the file is cut off. Copy it again, or save it once more',
    ],
    ['a directory that is none', changeRecord(pack(good), 0, (view, at) => view.setUint32(at, 0, true)), damaged],
    ['no document in it', zipSync({ 'a.txt': strToU8('x') }), 'there is no document in it. Open it in Word and save it again'],
    ['XML that is not well-formed', makeDocx({ body: '<w:p><w:r></w:p>' }), 'it is damaged: the XML is not well-formed. Open it in Word and save it again'],
    [
      'XML that ends too soon',
      pack({ ...good, 'word/document.xml': '<w:document><w:body>' }),
      'it is damaged: the XML is not well-formed. Open it in Word and save it again',
    ],
    ['a deck by the name of a document', pack(deck), 'it holds no Word document, whatever its name says. Open it in its own program and save it again'],
    [
      'elements nested a hundred thousand deep',
      makeDocx({ body: '<w:sdt><w:sdtContent>'.repeat(100_000) + '</w:sdtContent></w:sdt>'.repeat(100_000) }),
      'it is damaged: elements are nested more than 256 deep. Open it in Word and save it again',
    ],
    [
      'an attribute of ten megabytes',
      makeDocx({ body: `<w:p w:x="${'a'.repeat(10_000_000)}"/>` }),
      'it is damaged: a comment or an attribute has more than two million characters. Open it in Word and save it again',
    ],
  ])('%s', async (_what, bytes, reason) => {
    expect(await whyNot(docx, bytes)).toBe(reason);
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['no slides but a document', pack(good), 'it holds no PowerPoint deck, whatever its name says. Open it in its own program and save it again'],
    ['no presentation', zipSync({ 'a.txt': strToU8('x') }), 'there is no presentation in it. Open it in PowerPoint and save it again'],
  ])('a deck with %s', async (_what, bytes, reason) => {
    expect(await whyNot(pptx, bytes)).toBe(reason);
  });
});

describe('what is meant to do harm', () => {
  /** Runs within the five seconds of a processor and the five hundred megabytes that a file may take. */
  const within = async (run: () => Promise<unknown>): Promise<void> => {
    const start = process.cpuUsage();
    const before = process.memoryUsage().rss;
    await run();
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(5);
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  };

  it('unpacks no zip bomb: neither one that hides its size', async () => {
    const bomb = zipSync({
      ...Object.fromEntries(Object.entries(good).map(([name, text]) => [name, strToU8(text)])),
      'word/document.xml': new Uint8Array(200_000_000),
    });
    const honest = await whyNot(docx, bomb);
    const hidden = changeRecord(bomb, documentIndex, (view, at) => view.setUint32(at + 24, 1000, true));
    await within(async () => expect([honest, await whyNot(docx, hidden)]).toEqual([tooLarge, expect.stringMatching(`^(?:${tooLarge}|${tooMuch})$`)]));
  });

  it('reads no run of two hundred megabytes', async () => {
    const text = 'lorem ipsum dolor '.repeat(11_000_000);
    const bytes = makeDocx({ body: paragraph(run(text)) });
    await within(async () => expect(await whyNot(docx, bytes)).toBe(tooLarge));
  });

  it('reads a run of many megabytes in time', async () => {
    const bytes = makeDocx({ body: paragraph(run('lorem &amp; ipsum '.repeat(300_000))) });
    await within(async () => expect(await whyNot(docx, bytes)).toBe('it can be read'));
  });

  it('stops where there is more text than anybody reads', async () => {
    const bytes = makeDocx({ body: paragraph('All work and no play. '.repeat(1000)).repeat(300) });
    await within(async () => expect(await whyNot(docx, bytes)).toBe('it has more than five million characters of text. Split it into several files'));
  });

  it('stops where there are more paragraphs than can be kept in mind', async () => {
    const bytes = makeDocx({ body: paragraph('<w:r><w:t>x</w:t></w:r>').repeat(160_000) });
    await within(async () => expect(await whyNot(docx, bytes)).toBe('it has more than 150,000 paragraphs. Split it into several files'));
  });

  it.each([
    ['elements', '<w:r/>'.repeat(2_600_000)],
    ['attributes', `<w:r ${Array.from({ length: 2_600_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
  ])('stops where there are more %s than can be read in time', async (_what, content) => {
    const bytes = makeDocx({ body: paragraph(content) });
    await within(async () => expect(await whyNot(docx, bytes)).toBe('it has more formatting than can be read in a few seconds. Copy its text into a new file'));
  });

  it('asks for no more than twenty thousand parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`x${index}`, new Uint8Array()]));
    const bytes = zipSync(parts, { level: 0 });
    await within(async () => expect(await whyNot(docx, bytes)).toBe('it has more than 20,000 parts. Split it into several files'));
  });

  it('tells of a hundred thousand slides that are one, or none, in one sentence', async () => {
    const count = 100_000;
    const ids = Array.from({ length: count }, (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index}"/>`).join('');
    const target = (index: number): string => (index % 2 === 0 ? 'slides/slide1.xml' : `slides/missing${index}.xml`);
    const bytes = pack({
      ...deck,
      'ppt/presentation.xml': (deck['ppt/presentation.xml'] ?? '').replace(/<p:sldIdLst>.*<\/p:sldIdLst>/, `<p:sldIdLst>${ids}</p:sldIdLst>`),
      'ppt/_rels/presentation.xml.rels': relations(Array.from({ length: count }, (_, index) => [`rId${index}`, 'slide', target(index)] as const)),
    });
    await within(async () => {
      const read = await pptx.read('deck.pptx', bytes);
      if ('reason' in read) throw new Error(read.reason);
      expect(read.slides?.length).toBe(1);
      expect(read.problems?.map(({ message }) => message)).toEqual([
        '50000 slides, from slide 2 on, are not in the file, so they were left out. Open the file in PowerPoint and save it again.',
        '49999 slides, from slide 3 on, are other slides once more, so they were left out. Open the file in PowerPoint and save it again.',
      ]);
    });
  });

  it('reads no slide of groups nested a hundred thousand deep, and all others', async () => {
    const slides = [{ shapes: '<p:grpSp>'.repeat(100_000) + '</p:grpSp>'.repeat(100_000) }, { shapes: shape('Title 1', 'Two', 'title') }];
    await within(async () => {
      const read = await pptx.read('deck.pptx', makePptx({ slides }));
      expect('reason' in read ? read.reason : describeBlocks(read)).toEqual(['slide 2, title | heading 2: Two']);
    });
  });

  it('follows no relationship in a circle, nor out of the package', async () => {
    const read = await readWord({
      body:
        paragraph(
          '<w:r><w:drawing><c:chart r:id="rId20"/></w:drawing></w:r><w:r><w:drawing><c:chart r:id="rId21"/></w:drawing></w:r><w:r><w:drawing><c:chart r:id="rId22"/></w:drawing></w:r>',
        ) + paragraph('One.'),
      relations: [
        ['rId20', 'chart', 'document.xml'],
        ['rId21', 'chart', '../../../../etc/passwd'],
        ['rId22', 'chart', 'https://example.org/chart.xml', true],
      ],
    });
    expect(describeBlocks(read)).toEqual(['paragraph 1 | paragraph: One.']);
  });

  it('resolves no entity, be it from outside or a billion laughs', async () => {
    const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
    const document = (good['word/document.xml'] ?? '')
      .replace('<w:document', `<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs}]><w:document`)
      .replace('One.', 'One &l9;&file;two.');
    await within(async () =>
      expect(describeBlocks(await readWord({ body: '', parts: { 'word/document.xml': document } }))).toEqual(['paragraph 1 | paragraph: One two.']),
    );
  });

  it('takes names for no paths, and the first of two alike', async () => {
    const bytes = pack({ ...good, '../../evil.xml': '<a/>', '/word\\Document.xml': '<a/>' });
    expect(await whyNot(docx, bytes)).toBe('it can be read');
  });

  it('opens no archive inside, and runs no macro', async () => {
    const bytes = pack({ ...good, 'word/vbaProject.bin': 'Sub AutoOpen()', 'word/embeddings/inner.zip': 'PK\u0003\u0004' });
    expect(await whyNot(docx, bytes)).toBe('it can be read');
  });
});
