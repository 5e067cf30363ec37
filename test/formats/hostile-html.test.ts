import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/index.js';

const size = 1_000_000;
const fill = (text: string): string => text.repeat(Math.ceil(size / text.length));
const count = (length: number, make: (index: number) => string): string => Array.from({ length }, (_, index) => make(index)).join('');

describe('a megabyte of', () => {
  it.each([
    ['elements in each other', fill('<div>x')],
    ['elements in each other that are all closed', `${'<div>'.repeat(size / 11)}x${'</div>'.repeat(size / 11)}`],
    ['paragraphs that are never closed', fill('<p>x')],
    ['tables in each other', fill('<table><tr><td>x')],
    ['bold type that is closed elsewhere', `<b><table><td>${'<i>'.repeat(size / 8)}${'</b>'.repeat(size / 8)}`],
    ['bold type of many kinds', count(60_000, (index) => `<b id=${index}></p><p>`)],
    ['links that are never closed', fill('<a href=x><div>x')],
    ['one attribute', `<p title="${fill('x')}">x`],
    ['attributes', `<p ${count(150_000, (index) => `a${index} `)}>x`],
    ['style', `<p style="${fill('display ')}">x`],
    ['an unclosed comment', `<p>x<!-- ${fill('x')}`],
    ['comments', fill('<!--x-->')],
    ['ignores', fill('<!-- liaison-ignore jargon: why -->')],
    ['zero bytes', `<p>${fill('a\0')}`],
    ['references that mean nothing', `<p>${count(120_000, (index) => `&x${index};`)}`],
    ['numbers of characters', `<p>${count(120_000, (index) => `&#${index};`)}`],
    ['one long reference', `<p>&${fill('a')}`],
    ['white space', `<p>x${fill(' ')}x`],
    ['every kind of line end', `<p>${fill('a\r\n\r\n\r')}`],
    ['addresses among references', `<p>${fill('a@b.co &amp; ')}`],
    ['signs that begin a tag', fill('</')],
    ['goals', `<meta name="liaison:goals" content="${fill('G1,')}">`],
    ['titles', fill('<title>x</title>')],
  ])(
    '%s is read in time',
    (_what, source) => {
      const start = performance.now();
      const { blocks } = readDocument('/acme/page.html', source);
      expect(blocks.length).toBeLessThan(size);
      // Two seconds at most on an idle machine; what grows with the square would take minutes.
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});
