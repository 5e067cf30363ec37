import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docx } from '../../server/src/formats/office/docx.js';
import { folder, liaison, write } from '../support/command-line.js';
import { makeDocx, makePptx, paragraph, run, shape } from '../support/office-files.js';

const letter = makeDocx({ body: paragraph(`${run('We uti')}${run('lise it.', '<w:b/>')}`) });

/** The text of a Word file of the folder. */
async function textOf(name: string): Promise<string> {
  const read = await docx.read(name, new Uint8Array(await readFile(join(folder, name))));
  return 'reason' in read ? read.reason : read.source;
}

describe('liaison lint, of office files', () => {
  it('says where in the file a finding is', async () => {
    await write('letter.docx', letter);
    await write(
      'deck.pptx',
      makePptx({ slides: [{ shapes: shape('Title 1', 'Leave', 'title') + shape('Content Placeholder 2', 'We utilise it', 'obj'), notes: 'We leverage it.' }] }),
    );
    const { results } = JSON.parse((await liaison(['lint', '--format', 'json', '.', '--rule', 'goal-missing=off', '--rule', 'audience-missing=off'])).stdout);
    const places = results.map(({ path, kind, findings }: { path: string; kind: string; findings: { place: string; text: string }[] }) => [
      path,
      kind,
      ...findings.map(({ place, text }) => `${place}: ${text}`),
    ]);
    expect(places).toEqual([
      ['deck.pptx', 'deck', 'slide 1, Content Placeholder 2: utilise', 'slide 1, notes: leverage'],
      ['letter.docx', 'page', 'paragraph 1: utilise'],
    ]);
  });

  it('mends a copy, and says so', async () => {
    await write('letter.docx', letter);
    const { stderr, stdout } = await liaison(['lint', '--fix', 'letter.docx']);
    expect(stderr).toBe('liaison: letter.docx is as it was; the mended copy is letter.liaison.docx.\n');
    expect(stdout).toContain('1 file');
    expect(new Uint8Array(await readFile(join(folder, 'letter.docx')))).toEqual(letter);
    expect(await textOf('letter.liaison.docx')).toBe('We use it.\n');
  });

  it('mends the file itself when asked to', async () => {
    await write('letter.docx', letter);
    expect((await liaison(['lint', '--fix', '--in-place', 'letter.docx'])).stderr).toBe('');
    expect(await textOf('letter.docx')).toBe('We use it.\n');
    expect(existsSync(join(folder, 'letter.liaison.docx'))).toBe(false);
  });

  it('reads no copy beside the file that it was made from, unless it is named', async () => {
    await write('letter.docx', letter);
    await write('letter.liaison.docx', letter);
    await write('alone.liaison.docx', letter);
    const read = async (...args: string[]): Promise<string[]> =>
      JSON.parse((await liaison(['lint', '--format', 'json', ...args])).stdout).results.map(({ path }: { path: string }) => path);
    expect(await read('.')).toEqual(['alone.liaison.docx', 'letter.docx']);
    expect(await read('letter.liaison.docx')).toEqual(['letter.liaison.docx']);
  });

  it('leaves a signed file alone, and says why', async () => {
    await write('letter.docx', makeDocx({ body: paragraph('We utilise it.'), parts: { '_xmlsignatures/sig1.xml': '<a/>' } }));
    expect((await liaison(['lint', '--fix', 'letter.docx'])).stderr).toBe(
      'liaison: letter.docx is left as it is: it is signed, and any change would break the signature. Change it in its own program and sign it again.\n',
    );
    expect(existsSync(join(folder, 'letter.liaison.docx'))).toBe(false);
  });

  it('tells of a file that it cannot read', async () => {
    await write('letter.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    const { stdout, code } = await liaison(['lint', 'letter.docx']);
    expect(code).toBe(1);
    expect(stdout).toContain('This file cannot be read: it is protected by a password, or was saved by a program from before 2007.');
  });
});
