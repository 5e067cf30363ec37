import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/index.js';
import { fixText, lintWith, markFindings } from '../support/lint-text.js';
import { readMarks } from '../support/marks.js';

describe.each(rules.map((rule) => ({ id: rule.meta.id, examples: rule.meta.examples })))('the examples of $id', ({ id, examples }) => {
  it.each(examples.bad)('flags the marked place in %j', (marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });

  it.each(examples.good)('leaves %j alone', (text) => {
    expect(lintWith(id, text)).toEqual([]);
  });

  it.each(Object.entries(examples.fixed ?? {}))('mends %j', (text, fixed) => {
    expect(fixText(readMarks(text).text, [id])).toBe(fixed);
  });

  it('has examples of both kinds', () => {
    expect(examples.bad.every((text) => text.includes('‹'))).toBe(true);
    expect(Math.min(examples.bad.length, examples.good.length)).toBeGreaterThan(0);
  });
});
