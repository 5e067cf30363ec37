import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, chooseSafeEdits, type Document, readDocument } from '../../server/src/index.js';
import { anyMarkdown, runs } from '../support/any-markdown.js';
import { house } from '../support/house.js';
import { fixText, lintText, listSuggestions } from '../support/lint-text.js';
import { acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const options = { organisation: house };
const fix = (text: string): string => fixText(text, [], options);

describe('fixing any Markdown', () => {
  it('leaves nothing to fix', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        const fixed = fix(source);
        expect(chooseSafeEdits(lintText(fixed, options))).toEqual([]);
        expect(fix(fixed)).toBe(fixed);
      }),
      runs,
    );
  });

  it('leaves every character outside the edits', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        const edits = chooseSafeEdits(lintText(source, options));
        const fixed = applyEdits(source, edits);
        let from = 0;
        let to = 0;
        for (const edit of edits) {
          const kept = source.slice(from, edit.start);
          expect(fixed.slice(to, to + kept.length)).toBe(kept);
          expect(fixed.slice(to + kept.length, to + kept.length + edit.text.length)).toBe(edit.text);
          from = edit.end;
          to += kept.length + edit.text.length;
        }
        expect(fixed.slice(to)).toBe(source.slice(from));
      }),
      runs,
    );
  });

  it('leaves the markup as it was', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        // Of `[1]: touch base` a shorter phrase makes the definition of a link.
        fc.pre(!source.includes(']:'));
        expect(describeMarkup(readDocument('a.md', fix(source)))).toEqual(describeMarkup(readDocument('a.md', source)));
      }),
      runs,
    );
  });
});

describe('a fix', () => {
  it.each([
    ['inflects', 'We utilised it, they utilise it, she utilises it, by now utilising it.', 'We used it, they use it, she uses it, by now using it.'],
    ['keeps the capital of a sentence', 'Utilise it. Leveraging it helps.', 'Use it. Using it helps.'],
    ['keeps capitals throughout', 'PLEASE UTILISE IT NOW.', 'PLEASE USE IT NOW.'],
    ['makes a plural', 'Two stakeholders asked.', 'Two partners asked.'],
    ['mends the article before it', 'It is a low-hanging fruit.', 'It is an easy win.'],
    ['mends a capital article', 'A low-hanging fruit it is.', 'An easy win it is.'],
    ['takes the phrase however it is spaced', 'Low hanging fruit is here.', 'Easy win is here.'],
    ['inflects the verb of a phrase', 'We touched base and are touching base.', 'We talked and are talking.'],
    ['leaves out what adds nothing', 'Going forward, we meet on Monday.', 'We meet on Monday.'],
    ['leaves out what adds nothing at the end', 'We meet on Monday going forward.', 'We meet on Monday.'],
    ['takes an emphasised word', 'We **utilise** it.', 'We **use** it.'],
    ['takes the words of a link', '[Utilise it](https://example.org/utilise).', '[Use it](https://example.org/utilise).'],
    ['takes a cell', '| a |\n| - |\n| utilise |', '| a |\n| - |\n| use |'],
    ['keeps Windows line ends', 'We\r\nutilise it.\r\n', 'We\r\nuse it.\r\n'],
    ['keeps a byte order mark', '\uFEFFUtilise it.', '\uFEFFUse it.'],
    ['keeps emoji', '😀 utilise 😀', '😀 use 😀'],
    ['keeps a possessive', 'The stakeholder’s view counts.', 'The partner’s view counts.'],
  ])('%s', (_what, before, after) => {
    expect(fix(before)).toBe(after);
  });

  it.each([
    ['a quotation', 'She said “utilise it” and "leverage it".'],
    ['a block quote', '> We utilise it.'],
    ['code', 'Run `utilise`, then:\n\n```\nutilise\n```'],
    ['a link’s address', '[It](https://example.org/utilise)'],
    ['a label that a link is looked up by', '[utilise]\n\n[utilise]: https://example.org'],
    ['a collapsed label', '[utilise][]\n\n[utilise]: https://example.org'],
    ['half of a word that is emphasised', 'We **uti**lise it.'],
    ['a phrase with markup inside', 'We touch *base* now.'],
    ['an entity', 'We touch&nbsp;base now.'],
    ['a name', 'On Monday we met the people of Utilise Partners.'],
    ['an exception', 'We climbed a via ferrata.'],
    ['half of a compound', 'It is a leverage-ready tool.'],
  ])('leaves %s alone', (_what, text) => {
    expect(fix(text)).toBe(text);
  });

  it.each([
    ['We will, going forward, meet on Monday.', 'We will meet on Monday.'],
    ['It works and, going forward, it stays.', 'It works and it stays.'],
  ])('leaves out what adds nothing between commas: %s', (before, after) => {
    expect(fix(before)).toBe(after);
  });

  it('takes the label of a full reference', () => {
    expect(fix('[Utilise it][ref]\n\n[ref]: https://example.org')).toBe('[Use it][ref]\n\n[ref]: https://example.org');
  });

  it('spells an acronym of the house out once', () => {
    expect(fix('We like a VDI. The VDI helps.')).toBe('We like a virtual desktop interface (VDI). The VDI helps.');
  });

  it('leaves the acronym of a bundled glossary to a person: the same letters may mean something else', () => {
    const text = 'We like the CMS.';
    expect(fixText(text)).toBe(text);
    expect(listSuggestions('undefined-acronym', text)).toEqual(['Spell it out: “content management system (CMS)” (review)']);
  });

  it('offers the other replacements one at a time', () => {
    expect(listSuggestions('jargon', 'A stakeholder asked.', options)).toEqual(['Use “partner” (safe)', 'Use “person affected” (review)']);
  });

  it('does not go back and forth between two terms that replace each other', async () => {
    const organisation = await loadOrganisation(acmeWithTerms('- { term: begin, replacements: [start] }\n- { term: start, replacements: [begin] }'));
    const fixed = fixText('We begin now.', [], { organisation });
    expect(['We begin now.', 'We start now.']).toContain(fixed);
  });
});

describe('applying edits', () => {
  it('takes the earlier of two that overlap', () => {
    const edits = [
      { start: 3, end: 6, text: 'X' },
      { start: 1, end: 4, text: 'Y' },
    ];
    expect(applyEdits('abcdefg', edits)).toBe('aYefg');
  });

  it('applies none as the same text', () => {
    expect(applyEdits('abc', [])).toBe('abc');
  });
});

/** What a document has besides its words: its blocks, links and what is not prose. */
function describeMarkup({ fields, blocks, ignores }: Document): unknown {
  return {
    fields,
    ignores: ignores.map(({ rules, reason }) => ({ rules, reason })),
    blocks: blocks.map(({ kind, depth, quoted, links, opaque }) => ({
      kind,
      depth,
      quoted,
      links: links.map(({ target, isLabel }) => ({ target, isLabel })),
      opaque: opaque.map(({ kind: what, value }) => ({ what, value })),
    })),
  };
}
