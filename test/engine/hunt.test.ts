import fc from 'fast-check';
import { it } from 'vitest';
import { MarkdownCache, readDocument } from '../../server/src/index.js';
import { anyChange, anyMarkdown, applyChange } from '../support/any-markdown.js';

const d = ({ fields, ignores, blocks }: any) =>
  JSON.stringify({
    fields,
    ignores,
    blocks: blocks.map(({ map, ...rest }: any) => ({
      ...rest,
      segments: map.segments.map((s: any) => [s.textStart, s.textEnd, s.sourceStart + map.base, s.sourceEnd + map.base, s.verbatim]),
    })),
  });
it('hunt', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed < 60; seed++) {
    const r = fc.check(
      fc.property(anyMarkdown, fc.array(anyChange, { maxLength: 2 }), (first, changes) => {
        let source = first;
        for (const c of changes) source = applyChange(source, c);
        return d(readDocument('a.md', source, new MarkdownCache())) === d(readDocument('a.md', source));
      }),
      { seed, numRuns: 400 },
    );
    if (r.failed && r.counterexample) {
      let [source, changes] = r.counterexample;
      for (const c of changes) source = applyChange(source, c);
      const bad = (s: string) => d(readDocument('a.md', s, new MarkdownCache())) !== d(readDocument('a.md', s));
      for (let again = true; again; ) {
        again = false;
        for (let n = 12; n >= 1; n--)
          for (let i = 0; i + n <= source.length; i++) {
            const t = source.slice(0, i) + source.slice(i + n);
            if (bad(t)) {
              source = t;
              again = true;
              i--;
            }
          }
      }
      if (!seen.has(source)) {
        seen.add(source);
        console.log(JSON.stringify(source));
      }
    }
  }
}, 600000);
