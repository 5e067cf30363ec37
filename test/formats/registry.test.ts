import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeText, isReadable, openMessage, readableExtensions, readDocument, readMessage } from '../../server/src/index.js';

const zipOf = (name: string): Uint8Array => zipSync({ [name]: new Uint8Array(0) });
const bytes = (text: string, encoding = 'utf-8'): Uint8Array => encodeText({ text, encoding });
const formatOf = (path: string, content: Uint8Array | string): string => {
  const opened = openMessage(path, typeof content === 'string' ? bytes(content) : content);
  return 'reason' in opened ? opened.reason : opened.format.title;
};

describe('the format of a file', () => {
  it.each([
    ['a.md', 'We use it.', 'Markdown'],
    ['A.HTML', 'We use it.', 'HTML'],
    ['a.htm', 'We use it.', 'HTML'],
    ['a.md', '<html><p>We use it.', 'Markdown'],
    ['a.html', '---\nkind: page\n---\n<p>We use it.', 'HTML'],
    ['draft', '<!doctype html><p>We use it.', 'HTML'],
    ['draft', '\n<!-- saved from elsewhere -->\n<HTML><p>We use it.', 'HTML'],
    ['draft', '---\nkind: page\n---\nWe use it.', 'Markdown'],
    ['a.txt', '\uFEFF<!DOCTYPE html>', 'HTML'],
    ['a.txt', 'Received: from mail.example.org\nSubject: News\n\nWe use it.', 'Email'],
    ['a.txt', 'Subject: News\nGoals: G1\n\nWe use it.', 'Plain text'],
    ['a.txt', '---\nkind: page\n---\nWe use it.', 'Markdown'],
    ['draft', 'From: a@example.org\nTo: b@example.org\n\nWe use it.', 'Email'],
    ['draft', 'We use it.', 'Plain text'],
    ['a.eml', '<!doctype html><p>We use it.', 'HTML'],
    ['a.docx', '<html><p>We use it.', 'HTML'],
    ['a.docx', zipOf('ppt/presentation.xml'), 'PowerPoint'],
    ['a.md', zipOf('word/document.xml'), 'Word'],
    ['a.pptx', 'We use it.', 'PowerPoint'],
    ['a.csv', 'a;b', `only ${readableExtensions.join(', ')} files can be read`],
  ])('called %s with %j', (path, content, expected) => {
    expect(formatOf(path, content)).toBe(expected);
  });

  it('knows pages among readable files, and leaves out text for machines', () => {
    expect(['a.html', 'a.htm', 'site/robots.txt', 'requirements-dev.txt', 'a.css'].map((path) => isReadable(path))).toEqual([true, true, false, false, false]);
  });
});

describe('a message', () => {
  it('is read from its bytes as from its text', async () => {
    for (const [path, text] of [
      ['a.md', '# Hello\n'],
      ['a.html', '<h1>Hello</h1>'],
    ] as const) {
      const document = await readMessage(path, bytes(text, 'utf-16le'));
      expect('blocks' in document && document.blocks).toEqual(readDocument(path, text).blocks);
    }
  });

  it('that cannot be read says why', async () => {
    expect(await readMessage('a.html', Uint8Array.from([0x3c, 0x70, 0x3e, 0xe9]))).toEqual({
      reason: 'it is not UTF-8 text: line 1 has a character that is saved another way. Save it as UTF-8',
      line: 1,
    });
  });

  it('without an ending is running text', () => {
    expect(readDocument('stdin', 'We use it.').blocks).toHaveLength(1);
  });
});
