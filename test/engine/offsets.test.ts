import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Document, MarkdownCache, readDocument } from '../../server/src/index.js';
import { anyChange, anyMarkdown, applyChange, runs } from '../support/any-markdown.js';
import { house } from '../support/house.js';
import { lintText, lintWith, markFindings } from '../support/lint-text.js';

const options = { organisation: house };

describe('findings in any Markdown', () => {
  it('stand where they say they stand', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        for (const finding of lintText(source, options)) {
          expect(0 <= finding.start && finding.start <= finding.end && finding.end <= source.length).toBe(true);
          expect(finding.text).toBe(source.slice(finding.start, finding.end));
        }
      }),
      runs,
    );
  });

  it('hold the letters of the term that they name', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        for (const finding of lintWith('jargon', source, options)) {
          const stem = finding.term?.slice(0, 5).replace('-', '') ?? '';
          expect(finding.text.toLowerCase().replace(/[^a-z]/g, '')).toContain(stem.replace(/[^a-z]/gi, '').toLowerCase());
        }
      }),
      runs,
    );
  });

  it('offer edits of words only, inside the text', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        for (const finding of lintWith('jargon', source, options)) {
          for (const { start, end } of finding.suggestions.flatMap(({ edits }) => edits)) {
            expect(0 <= start && start <= end && end <= source.length).toBe(true);
            expect(source.slice(start, end)).toMatch(/^[\p{L}\s,-]*$/u);
          }
        }
      }),
      runs,
    );
  });
});

describe('blocks of any Markdown', () => {
  it('map every character back to the source it came from', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        for (const block of readDocument('a.md', source).blocks) checkMap(block, source);
      }),
      runs,
    );
  });

  it('do not overlap and stand in order', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        let end = 0;
        for (const block of readDocument('a.md', source).blocks) {
          const span = block.map.toSource({ start: 0, end: block.text.length });
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
      }),
      runs,
    );
  });

  it('are the same whether read at once or in pieces, after any changes', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.array(anyChange, { maxLength: 4 }), (first, changes) => {
        const cache = new MarkdownCache();
        let source = first;
        expect(describeDocument(readDocument('a.md', source, cache))).toEqual(describeDocument(readDocument('a.md', source)));
        for (const change of changes) {
          source = applyChange(source, change);
          expect(describeDocument(readDocument('a.md', source, cache))).toEqual(describeDocument(readDocument('a.md', source)));
        }
      }),
      runs,
    );
  });
});

describe('a piece of Markdown', () => {
  it('is the same as the whole after front matter without anything in it', () => {
    const source = '---\n---\n```\n\n---\n\nWe utilise it.';
    expect(describeDocument(readDocument('a.md', source, new MarkdownCache()))).toEqual(describeDocument(readDocument('a.md', source)));
  });

  // Where the pieces are cut, these are not read as the whole is.
  it.fails.each([
    ['after a fence in HTML, which is none', '<div>\n```\n\n```\n\nWe utilise it.'],
    ['of an empty item after indented code, which the parser takes for text', '    code\n\n*'],
  ])('is the same as the whole %s', (_where, source) => {
    expect(describeDocument(readDocument('a.md', source, new MarkdownCache()))).toEqual(describeDocument(readDocument('a.md', source)));
  });
});

describe('a finding', () => {
  // micromark drops the second mark too, and nobody counts it.
  it('marks words after two byte order marks', () => {
    expect(markFindings('jargon', '\uFEFF\uFEFFWe ‹utilise› it.', options)).toBe('\uFEFF\uFEFFWe ‹utilise› it.');
  });

  it.each([
    ['plain words', 'We ‹utilise› it.'],
    ['words after a byte order mark', '\uFEFFWe ‹utilise› it.'],
    ['words after front matter', '---\nkind: page\n---\n\nWe ‹utilise› it.'],
    ['words after emoji', '😀😀 We ‹utilise› it.'],
    ['words after entities', 'R&amp;D &copy; 2026: we ‹utilise› it.'],
    ['words after an escape', 'A \\* star: we ‹utilise› it.'],
    ['words after Windows line ends', 'One.\r\n\r\nTwo\r\nlines ‹utilise› it.'],
    ['words after old Mac line ends', 'One.\r\rTwo\rlines ‹utilise› it.'],
    ['emphasis', 'We **‹utilise›** it.'],
    ['half of a word in emphasis', 'We **‹uti**lise› it.'],
    ['a link’s label', 'We [‹utilise›](https://example.org/utilise) it.'],
    ['a heading', '# We ‹utilise› it #'],
    ['a table', '| We | ‹utilise› |\n| - | - |\n| ‹utilise› | it |'],
    ['a nested list', '- We\n  - ‹utilise›\n- [ ] ‹utilise› it'],
    ['a phrase over a line end', 'We ‹touch\nbase› now.'],
    ['a phrase over a quotation mark of lists', '- We ‹touch\n  base› now.'],
  ])('marks %s', (_where, marked) => {
    expect(markFindings('jargon', marked, options)).toBe(marked);
  });

  it.each([
    ['inline code', 'Type `utilise` here.'],
    ['a code block', '```\nutilise\n```'],
    ['an indented code block', 'Type:\n\n    utilise'],
    ['a link’s address', '[It](https://example.org/utilise) works.'],
    ['an address', 'See https://example.org/utilise and utilise@example.org.'],
    ['an HTML comment', 'It works. <!-- utilise -->'],
    ['raw HTML', '<div title="utilise">\nutilise\n</div>'],
    ['an image', '![utilise](i.png)'],
    ['a block quote', '> We utilise it.'],
    ['front matter', '---\nsummary: We utilise it.\n---\n\nIt works.'],
    ['a link definition', 'See [it].\n\n[it]: https://example.org "utilise"'],
    ['a template tag', 'Dear {{ utilise }}, it works.'],
    ['an identifier', 'Set utilise_portal to 1.'],
    ['a path', 'Open /etc/utilise/portal.'],
  ])('leaves %s alone', (_where, text) => {
    expect(lintWith('jargon', text, options)).toEqual([]);
  });
});

/** Every segment follows the one before, and a verbatim one has the characters of the source. */
function checkMap(block: Block, source: string): void {
  const { segments, base } = block.map;
  let textEnd = 0;
  let sourceEnd = 0;
  for (const segment of segments) {
    expect(segment.textStart).toBe(textEnd);
    expect(base + segment.sourceStart).toBeGreaterThanOrEqual(sourceEnd);
    const text = block.text.slice(segment.textStart, segment.textEnd);
    const written = source.slice(base + segment.sourceStart, base + segment.sourceEnd);
    // CommonMark puts a replacement character for a null.
    if (segment.verbatim) expect(text).toBe(written.replaceAll('\0', '\uFFFD'));
    else expect(written.length).toBeGreaterThan(0);
    textEnd = segment.textEnd;
    sourceEnd = base + segment.sourceEnd;
  }
  expect(textEnd).toBe(block.text.length);
  expect(sourceEnd).toBeLessThanOrEqual(source.length);
}

/** A document as plain data, with places in the source whatever the blocks' bases are. */
function describeDocument({ fields, ignores, blocks }: Document): unknown {
  return {
    fields,
    ignores,
    blocks: blocks.map(({ map, ...rest }) => ({
      ...rest,
      segments: map.segments.map((segment) => ({ ...segment, sourceStart: segment.sourceStart + map.base, sourceEnd: segment.sourceEnd + map.base })),
    })),
  };
}
