import { describe, expect, it } from 'vitest';
import { nameCopy } from '../../server/src/cli/name-copy.js';

describe('the mended copy of an office file', () => {
  it.each([
    ['/a.b/letter.docx', '/a.b/letter.liaison.docx'],
    ['/a/v1.2.PPTX', '/a/v1.2.liaison.PPTX'],
    ['/a.b/letter', '/a.b/letter.liaison'],
    ['/a/letter.liaison.docx', '/a/letter.liaison.docx'],
  ])('of %s is %s', (location, copy) => {
    expect(nameCopy(location)).toBe(copy);
  });
});
