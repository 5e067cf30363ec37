import { it } from 'vitest';
import { MarkdownCache, readDocument } from '../../server/src/index.js';
const d = ({ fields, ignores, blocks }: any) => JSON.stringify({ fields, ignores, blocks: blocks.map(({ map, ...rest }: any) => ({ ...rest, segments: map.segments.map((s: any) => [s.textStart, s.textEnd, s.sourceStart + map.base, s.sourceEnd + map.base, s.verbatim]) })) });
it('hunt', () => {
  for (const s of ["---\n\n*", "---\n\n2.", "---\n\ntext *a*", "<div\n```\n\n```\n\ne", "\uFEFF\uFEFF\n\n;", '[ref]:"We\n\n[ref]','text\n[ref]: https://e.org\n\nThe [ref] here.','> [ref]: https://e.org\n\nThe [ref] here.', '<div>\n```\n\nWe *utilise* it.\n\n```\nWe utilise it.']) {
    console.log(JSON.stringify(s)); console.log(' pieces', d(readDocument('a.md', s, new MarkdownCache()))); console.log(' whole ', d(readDocument('a.md', s)));
  }
});
