import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../server/src/formats/office/docx.js';
import { pptx } from '../../../server/src/formats/office/pptx.js';
import { applyOfficeEdits } from '../../../server/src/formats/office/write-back.js';
import { applyEdits, type Document, type Edit } from '../../../server/src/index.js';
import { findRuns, isWritable } from '../../../server/src/model/text-run.js';
import { folder } from '../../support/command-line.js';
import { frame, makeDocx, makePptx, pack, paragraph, run, shape, slideTable, table, wordParts } from '../../support/office-files.js';

async function read(format: typeof docx, bytes: Uint8Array): Promise<Document> {
  const document = await format.read('file', bytes);
  if ('reason' in document) throw new Error(document.reason);
  return document;
}

/** Edits that replace words of the view, each where it stands first. */
function replace(document: Document, words: Readonly<Record<string, string>>): Edit[] {
  return Object.entries(words).map(([word, text]) => {
    const start = document.source.indexOf(word);
    return { start, end: start + word.length, text };
  });
}

function write(bytes: Uint8Array, document: Document, edits: readonly Edit[]): Uint8Array {
  const written = applyOfficeEdits(bytes, document, edits);
  if ('reason' in written) throw new Error(written.reason);
  return written;
}

const bodyOf = (bytes: Uint8Array): string =>
  /<w:body>([\s\S]*)<w:sectPr/.exec(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()))?.[1] ?? '';

async function editBody(body: string, words: Readonly<Record<string, string>>): Promise<string> {
  const bytes = makeDocx({ body });
  const document = await read(docx, bytes);
  return bodyOf(write(bytes, document, replace(document, words)));
}

describe('an edit of a Word document', () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>, string]>([
    ['changes the words of its run', paragraph('We utilise it.'), { utilise: 'use' }, paragraph('We use it.')],
    [
      'puts words of several runs into the first',
      paragraph(`${run('We uti')}${run('li', '<w:b/>')}${run('se it.')}`),
      { utilise: 'use' },
      paragraph(`${run('We use')}${run('', '<w:b/>')}${run(' it.')}`),
    ],
    [
      'leaves entities elsewhere as they are',
      paragraph('R&#38;D &quot;utilise&quot; it &amp; more'),
      { utilise: 'use' },
      paragraph('R&#38;D &quot;use&quot; it &amp; more'),
    ],
    ['escapes what XML has a use for', paragraph('We utilise it.'), { utilise: '<R&D>' }, paragraph('We &lt;R&amp;D&gt; it.')],
    [
      'keeps blanks at the end of a run',
      '<w:p><w:r><w:t>In order to</w:t></w:r><w:r><w:t xml:space="preserve"> go</w:t></w:r></w:p>',
      { 'order to': '' },
      '<w:p><w:r><w:t xml:space="preserve">In </w:t></w:r><w:r><w:t xml:space="preserve"> go</w:t></w:r></w:p>',
    ],
    [
      'brings no blanks that did not count',
      '<w:p><w:r><w:t> In order to </w:t></w:r></w:p>',
      { 'order to': '' },
      '<w:p><w:r><w:t xml:space="preserve">In </w:t></w:r></w:p>',
    ],
    [
      'makes several changes in one run',
      paragraph('We utilise it prior to lunch.'),
      { utilise: 'use', 'prior to': 'before' },
      paragraph('We use it before lunch.'),
    ],
    [
      'changes what a text box shows in older programs too',
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('We utilise it.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('We utilise it.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      { utilise: 'use' },
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('We use it.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('We use it.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    ],
  ])('%s', async (_what, before, words, after) => {
    expect(await editBody(before, words)).toBe(after);
  });

  it.each([
    ['from one paragraph into the next', paragraph('One two') + paragraph('three four'), 'two\nthree'],
    ['over a tab', paragraph('<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>'), 'One\ttwo'],
    ['over the mark of a footnote', paragraph(`${run('One')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' two')}`), 'One two'],
    ['of what a field shows', paragraph(`<w:fldSimple w:instr="REF x">${run('Chapter 3')}</w:fldSimple>`), 'Chapter'],
    ['of what a form asks for', `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here')}</w:sdtContent></w:sdt>`, 'Click'],
    [
      'of a text box that older programs show otherwise',
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('New words')}</w:txbxContent></mc:Choice><mc:Fallback><w:t>Old</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      'New',
    ],
  ])('is refused %s', async (_where, body, words) => {
    const bytes = makeDocx({ body });
    const document = await read(docx, bytes);
    const edits = replace(document, { [words]: 'x' });
    expect(edits.map((edit) => isWritable(document.runs ?? [], edit))).toEqual([false]);
    expect(write(bytes, document, edits)).toBe(bytes);
  });

  it('that brings a new line is refused', async () => {
    const document = await read(docx, makeDocx({ body: paragraph('One two.') }));
    expect(isWritable(document.runs ?? [], { start: 3, end: 3, text: '\n\nNew.' })).toBe(false);
    expect(isWritable(document.runs ?? [], { start: 3, end: 3, text: ' new' })).toBe(true);
  });

  it('leaves all else in the file as it is: parts, their order, names and bytes', async () => {
    const parts = wordParts({ body: paragraph('We utilise it.'), parts: { 'word/media/odd name ü.bin': '\u0000\u0001', 'customXml/item1.xml': '<a/>' } });
    const bytes = pack(parts);
    const document = await read(docx, bytes);
    const written = write(bytes, document, replace(document, { utilise: 'use' }));
    const before = unzipSync(bytes);
    const after = unzipSync(written);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, part] of Object.entries(before)) if (name !== 'word/document.xml') expect(after[name]).toEqual(part);
    expect(strFromU8(after['word/document.xml'] ?? new Uint8Array())).toBe(parts['word/document.xml']?.replace('utilise', 'use'));
  });

  it('is refused where the file is signed', async () => {
    const bytes = pack(wordParts({ body: paragraph('We utilise it.'), parts: { '_xmlsignatures/sig1.xml': '<a/>' } }));
    const document = await read(docx, bytes);
    expect(applyOfficeEdits(bytes, document, replace(document, { utilise: 'use' }))).toEqual({
      reason: 'it is signed, and any change would break the signature. Change it in its own program and sign it again',
    });
  });

  it('leaves what reading it again shows, whatever is edited', async () => {
    const texts = ['We ', 'R&amp;D', ' utilise', '', ' it &lt;now&gt; ', '&#x1F600;', 'é', ' x '];
    const runs = fc.array(
      fc.oneof(
        fc.constantFrom(...texts).map((text) => run(text)),
        fc.constantFrom('<w:r><w:tab/></w:r>', '<w:r><w:t> bare </w:t></w:r>'),
      ),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(runs, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(12), fc.constantFrom('', 'use', '<&', ' a')), { maxLength: 4 }),
        async (body, drafts) => {
          const bytes = makeDocx({ body: body.map((items) => paragraph(`${run('A')}${items.join('')}${run('Z')}`)).join('') });
          const document = await read(docx, bytes);
          const isSplit = (at: number): boolean => /[\ud800-\udbff]/.test(document.source.charAt(at - 1));
          const edits = drafts
            .map(([start, length, text]) => ({ start, end: start + length, text }))
            .filter((edit) => !isSplit(edit.start) && !isSplit(edit.end) && isWritable(document.runs ?? [], edit))
            .filter((edit) => document.source.slice(edit.start, edit.end).match(/[AZ]/) === null)
            .sort((a, b) => a.start - b.start || a.end - b.end);
          const apart = edits.filter((edit, index) => edits.slice(0, index).every(({ end }) => end < edit.start));
          const again = await read(docx, write(bytes, document, apart));
          expect(again.source).toBe(applyEdits(document.source, apart));
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('an edit of a PowerPoint deck', () => {
  it('changes slides, tables and notes', async () => {
    const bytes = makePptx({
      slides: [{ shapes: shape('Title 1', 'We utilise it', 'title') + frame('Table', slideTable([['Prior to lunch']])), notes: 'Commence.' }],
    });
    const document = await read(pptx, bytes);
    const again = await read(pptx, write(bytes, document, replace(document, { utilise: 'use', 'Prior to': 'Before', Commence: 'Start' })));
    expect(again.source).toBe('Slide 1\nWe use it\nBefore lunch\nNotes\nStart.\n');
  });

  it('is refused in lines of the view’s own', async () => {
    const document = await read(pptx, makePptx({ slides: [{ shapes: shape('Title 1', 'One', 'title') }] }));
    expect(findRuns(document.runs ?? [], { start: 0, end: 5 })).toEqual([]);
  });
});

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));

// Without LibreOffice nothing but our own reader has seen what was written.
describe.skipIf(office === undefined)('LibreOffice, where it is installed (libreoffice-writer, libreoffice-impress)', () => {
  const convert = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(folder, name), bytes);
    execFileSync(
      office ?? '',
      ['--headless', `-env:UserInstallation=file://${join(folder, 'home')}`, '--convert-to', 'pdf', '--outdir', folder, join(folder, name)],
      { stdio: 'ignore' },
    );
  };

  it('opens what was written', async () => {
    const word = makeDocx({ body: paragraph(`${run('We uti')}${run('lise it.')}`) + table([['Prior to lunch']]) });
    const wordDocument = await read(docx, word);
    convert('message.docx', write(word, wordDocument, replace(wordDocument, { utilise: 'use', 'Prior to': 'Before' })));
    const deck = makePptx({ slides: [{ shapes: shape('Title 1', 'We utilise it', 'title') }] });
    const deckDocument = await read(pptx, deck);
    convert('deck.pptx', write(deck, deckDocument, replace(deckDocument, { utilise: 'use' })));
    expect([existsSync(join(folder, 'message.pdf')), existsSync(join(folder, 'deck.pdf'))]).toEqual([true, true]);
  }, 180_000);
});
