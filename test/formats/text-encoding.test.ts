import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '../../server/src/index.js';
import { runs } from '../support/any-markdown.js';

const bytesOf = (text: string, encoding: string): Uint8Array => encodeText({ text, encoding });

describe('text', () => {
  it.each([
    ['UTF-8', [0x63, 0x61, 0x66, 0xc3, 0xa9], { text: 'café', encoding: 'utf-8' }],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], { text: '\uFEFFa', encoding: 'utf-8' }],
    ['UTF-16 with a mark, little end first', [0xff, 0xfe, 0x61, 0x00], { text: '\uFEFFa', encoding: 'utf-16le' }],
    ['UTF-16 with a mark, big end first', [0xfe, 0xff, 0x00, 0x61], { text: '\uFEFFa', encoding: 'utf-16be' }],
    ['UTF-16 without a mark', [...bytesOf('We use it.', 'utf-16le')], { text: 'We use it.', encoding: 'utf-16le' }],
    ['UTF-16 without a mark, big end first', [...bytesOf('We use it.', 'utf-16be')], { text: 'We use it.', encoding: 'utf-16be' }],
    ['UTF-16 cut in a character', [0xff, 0xfe, 0x61], { reason: 'it looks like UTF-16 text with broken characters. Save it as UTF-8' }],
    [
      'an encoding that nothing names',
      [0x61, 0x0a, 0x63, 0xc3, 0xa9, 0x0d, 0x0a, 0x66, 0xe9, 0x0a],
      { reason: 'it is not UTF-8 text: line 3 has a character that is saved another way. Save it as UTF-8', line: 3 },
    ],
    ['an image', [0x89, 0x50, 0x4e, 0x47, 0x00], { reason: 'it is not text. Give a message as text, HTML, email, Word or PowerPoint' }],
    ['nothing', [], { text: '', encoding: 'utf-8' }],
  ])('in %s is decoded or refused', (_what, bytes, expected) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual(expected);
  });

  it.each([
    ['<meta charset="windows-1252"><p>', 'windows-1252'],
    ['<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>', 'windows-1252'],
    ['<META CHARSET=ISO-8859-2>', 'iso-8859-2'],
    ['<?xml version="1.0" encoding="windows-1252"?><html>', 'windows-1252'],
  ])('of HTML is read as it says: %s', (head, encoding) => {
    const bytes = Uint8Array.from([...bytesOf(head, 'utf-8'), 0xe9]);
    expect(decodeText(bytes)).toEqual({ text: `${head}é`, encoding });
    expect(bytesOf(`${head}é`, encoding)).toEqual(bytes);
  });

  it('that says it is Windows-1252 and is UTF-8 all the same stays UTF-8', () => {
    expect(decodeText(bytesOf('<meta charset=windows-1252>é', 'utf-8'))).toMatchObject({ encoding: 'utf-8' });
  });

  it('in an encoding with several bytes a character is refused by name', () => {
    const bytes = Uint8Array.from([...bytesOf('<meta charset=shift_jis>', 'utf-8'), 0x82, 0xa0]);
    expect(decodeText(bytes)).toEqual({ reason: 'it says that it is saved as shift_jis. Save it as UTF-8, and say so in it' });
  });

  it('writes what an encoding lacks as a character reference', () => {
    expect(new TextDecoder().decode(bytesOf('a→b', 'windows-1252'))).toBe('a&#8594;b');
  });

  it('comes back byte for byte', () => {
    const text = fc.array(fc.constantFrom('a', ' ', 'é', '’', '\r\n', '\n', '\r', '“', '€')).map((parts) => `We use it. ${parts.join('')}`);
    fc.assert(
      fc.property(text, fc.constantFrom('', '\uFEFF'), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (words, mark, encoding) => {
        const bytes = bytesOf(mark + words, encoding);
        const decoded = decodeText(bytes);
        expect(decoded).toEqual({ text: mark + words, encoding });
        expect('text' in decoded && encodeText(decoded)).toEqual(bytes);
      }),
      runs,
    );
  });

  it('in which the bad byte comes after megabytes is told of in time', () => {
    const bytes = new Uint8Array(5_000_000).fill(0x0a);
    bytes[4_999_999] = 0xff;
    expect(decodeText(bytes)).toMatchObject({ line: 5_000_000 });
  });
});
