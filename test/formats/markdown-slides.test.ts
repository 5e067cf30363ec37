import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, MarkdownCache, type MessageKind, readDocument } from '../../server/src/index.js';
import { anyChange, anyMarkdown, applyChange, runs } from '../support/any-markdown.js';

const readDeck = (source: string, path = 'a.md'): Document => readDocument(path, source, undefined, { override: 'deck' });

/** Slides as a person reads them: `2 Title: words | words (notes: words)`. */
function describeSlides({ slides, blocks }: Document): readonly string[] | undefined {
  return slides?.map(({ number, title, name, layout, hasPicture, firstBlock, endBlock }) => {
    const all = blocks.slice(firstBlock, endBlock);
    const words = all.filter((block) => block !== title && block.kind !== 'heading' && block.isNote !== true).map(({ text }) => text);
    const notes = all.filter(({ isNote }) => isNote === true).map(({ text }) => text);
    const head = [number, title?.text ?? name ?? '–', ...(layout === undefined ? [] : [`[${layout}]`]), ...(hasPicture ? ['+picture'] : [])].join(' ');
    return `${head}${words.length > 0 ? `: ${words.join(' | ')}` : ''}${notes.length > 0 ? ` (notes: ${notes.join(' | ')})` : ''}`;
  });
}

const slidesOf = (source: string, path?: string): readonly string[] | undefined => describeSlides(readDeck(source, path));

describe('a Markdown file is a deck', () => {
  it.each<[string, string, { override?: MessageKind; folder?: MessageKind }, boolean]>([
    ['when its front matter says so', '---\nkind: deck\n---\n\n# One', {}, true],
    ['when its folder says so', '# One', { folder: 'deck' }, true],
    ['when it is asked for', '---\nkind: page\n---\n\n# One', { override: 'deck' }, true],
    ['for Marp', '---\nmarp: true\n---\n\n# One', {}, true],
    ['with a theme of Slidev', '---\ntheme: seriph\n---\n\n# One', {}, true],
    ['with options of reveal', '---\nrevealOptions: { transition: fade }\n---\n\n# One', {}, true],
    ['for Quarto’s slides', '---\nformat:\n  revealjs:\n    theme: simple\n---\n\n# One', {}, true],
    ['unless it says that it is a page', '---\nmarp: true\nkind: page\n---\n\n# One', {}, false],
    ['unless its folder holds pages', '---\nmarp: true\n---\n\n# One', { folder: 'page' }, false],
    ['not for a theme of its site', '---\ntheme: dark\nlayout: post\n---\n\n# One', {}, false],
    ['not for Quarto’s pages', '---\nformat: html\n---\n\n# One', {}, false],
    ['not for rules between its paragraphs', 'One\n\n---\n\nTwo', {}, false],
  ])('%s', (_when, source, placed, isDeck) => {
    expect(readDocument('a.md', source, undefined, placed).slides !== undefined).toBe(isDeck);
  });
});

describe('slides', () => {
  it.each<[string, string, readonly string[]]>([
    ['end at a rule of hyphens', '# One\n\na\n\n---\n\n# Two\n\n- b\n- c', ['1 One: a', '2 Two: b | c']],
    ['end at a rule right below a list', '# One\n\n- a\n---\n# Two', ['1 One: a', '2 Two']],
    ['hold a heading that is underlined with hyphens', 'One\n---\n\na\n\n---\n\nTwo\n---\n', ['1 One: a', '2 Two']],
    ['hold other rules', '# One\n\na\n\n***\n\nb', ['1 One: a | b']],
    ['are not cut in code', '# One\n\n```yaml\n---\na: b\n---\n```\n\n---\n\n# Two', ['1 One +picture', '2 Two']],
    ['are not cut in a comment', '# One\n\n<!--\nPlease say this.\n\n---\n\nAnd that.\n-->\n\na', ['1 One: a']],
    ['may be empty', '# One\n\n---\n\n---\n\n# Three', ['1 One', '2 –', '3 Three']],
    ['may have no title', '# One\n\n---\n\na', ['1 One', '2 –: a']],
    ['may stand below each other', '# One\n\n--\n\n## Below\n\n----\n\n# Three', ['1 One', '2 Below', '3 Three']],
    ['know their pictures', '# One\n\n![a](a.png)\n\n---\n\n<iframe src="x"></iframe>', ['1 One +picture: \uFFFC', '2 – +picture']],
    ['may be titled in HTML', '# One\n\n---\n\n<h2>Two</h2>\n\na', ['1 One', '2 Two +picture: a']],
    ['begin at headings where a deck has no rule', '# One\n\na\n\n## Two\n\nb\n\n### More', ['1 One: a', '2 Two: b']],
    ['of one page are one', 'a', ['1 –: a']],
    ['of nothing are one', '', ['1 –']],
  ])('%s', (_what, source, slides) => {
    expect(slidesOf(source)).toEqual(slides);
    expect(slidesOf(source.replaceAll('\n', '\r\n'))).toEqual(slides);
  });

  it('know where they stand, without the rules around them', () => {
    const source = '---\nkind: deck\n---\n\n# One\n\na\n\n---\n\n# Two\n\n<!-- Say it slowly. -->\n';
    expect(readDeck(source).slides?.map(({ span }) => source.slice(span.start, span.end))).toEqual(['# One\n\na', '# Two\n\n<!-- Say it slowly. -->']);
  });

  it('have no words of other slides’ settings', () => {
    const source =
      '---\ntheme: seriph\n---\n\n# One\n\n---\nlayout: two-cols\nclass: text-sm\n---\n\n# Two\n\na\n\n::right::\n\nb\n---\n\n# Three\n\n---\nsrc: ./more.md\n---\n';
    expect(slidesOf(source)).toEqual(['1 One', '2 Two [two-cols]: a | b', '3 Three', '4 –']);
  });

  it('have settings also where nobody says that they are Slidev’s', () => {
    expect(slidesOf('# One\n\n---\nlayout: center\ntitle: Two\n---\n\na')).toEqual(['1 One', '2 Two [center]: a']);
    expect(slidesOf('# One\n\n---\nNote well: this is prose\n---\n\na')).toEqual(['1 One', '2 Note well: this is prose: a']);
  });

  it('of Marp end at any rule, and at headings if it is told so', () => {
    expect(slidesOf('---\nmarp: true\n---\n<!-- _class: lead -->\n# One\n\n***\n\n# Two')).toEqual(['1 One', '2 Two']);
    expect(slidesOf('---\nmarp: true\nheadingDivider: 2\n---\n# One\n\na\n\n## Two\n\n### More\n\n## Three')).toEqual(['1 One: a', '2 Two', '3 Three']);
    expect(slidesOf('---\nmarp: true\nheadingDivider: [2]\n---\n# One\n\na\n\n# Still one\n\n## Two')).toEqual(['1 One: a', '2 Two']);
  });

  it('of Pandoc begin at headings, and the front matter makes the first', () => {
    const source =
      '---\ntitle: A talk\nformat: revealjs\n---\n\n# Part\n\n## Two {.smaller}\n\n::: {.columns}\n- a\n:::\n\n::: notes\nSay it.\n:::\n\n---\n\n![](b.png){fig-alt="c d"\nwidth=50%}\n\n## Four';
    expect(slidesOf(source, 'a.qmd')).toEqual(['2 Part', '3 Two \uFFFC: a (notes: Say it.)', '4 – +picture: \uFFFC\uFFFC', '5 Four']);
  });

  it('are not made of code and styles that nobody sees', () => {
    const top = '---\ntitle: A talk\nformat: revealjs\n---\n\n';
    expect(slidesOf(`${top}\`\`\`{r setup}\n#| include: false\nlibrary(a)\n\`\`\`\n\n<style>\nh1 { color: red }\n</style>\n\n# Two`)).toEqual(['2 Two']);
    expect(slidesOf(`${top}\`\`\`{r}\nplot(a)\n\`\`\`\n\n# Three`)).toEqual(['2 – +picture', '3 Three']);
  });

  it('of reveal-md end at the lines that it is told', () => {
    expect(slidesOf('---\nkind: deck\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n# One\n\n<!--s-->\n\n# Two\n\n<!--v-->\n\n# Three')).toEqual([
      '1 One',
      '2 Two',
      '3 Three',
    ]);
  });
});

describe('speaker notes', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'are a comment that ends a slide',
      '# One\n\na\n\n<!--\nSay **this**.\n\n- and that\n-->\n\n---\n\n# Two\n<!-- Stop here. -->',
      ['1 One: a (notes: Say this. | and that)', '2 Two (notes: Stop here.)'],
    ],
    ['are no comment between the words of a slide', '# One\n\n<!-- an old version -->\n\na', ['1 One: a']],
    ['are any comment of Marp’s', '---\nmarp: true\n---\n# One\n\n<!-- Say this. -->\n\na', ['1 One: a (notes: Say this.)']],
    [
      'are no settings, no ignore and nothing for a program',
      '# One\n\n<!-- _class: lead big -->\n<!-- liaison-ignore jargon: a name of ours -->\n<!-- prettier-ignore start -->\n<!-- .slide: data-x="a b" -->',
      ['1 One'],
    ],
    ['are what follows “Note:”', '# One\n\na\nNote: say this\n\n- and that\n\n---\n\nb', ['1 One: a (notes: say this | and that)', '2 –: b']],
    ['are no “Note:” of Marp’s', '---\nmarp: true\n---\n# One\n\nNote: read this', ['1 One: Note: read this']],
    ['are an aside', '# One\n\na\n\n<aside class="notes">\nSay this.\n</aside>\n\nb', ['1 One: a | b (notes: Say this.)']],
    ['never swallow the rule behind them', '# One\n\n<!-- Say this. -->\n---\n# Two', ['1 One (notes: Say this.)', '2 Two']],
    ['may never be closed', '# One\n\n<!-- Say this.\n\n---\n\n# Two', ['1 One']],
  ])('%s', (_what, source, slides) => {
    expect(slidesOf(source)).toEqual(slides);
  });

  it('map back to the source', () => {
    const source = '# One\n\n<!-- Say **this** now. -->\n';
    const note = readDeck(source).blocks.find(({ isNote }) => isNote);
    expect(note?.map.toSource({ start: 0, end: note.text.length })).toEqual({ start: source.indexOf('Say'), end: source.indexOf(' -->') });
  });

  it('are no prose of a page', () => {
    expect(readDocument('a.md', '# One\n\n<!-- Say this. -->').blocks.map(({ text }) => text)).toEqual(['One']);
  });
});

describe('a deck read again', () => {
  const describeDeck = (document: Document): unknown => ({
    ...document,
    blocks: document.blocks.map(({ map, text, kind, isNote }) => ({ text, kind, isNote, ...map.toSource({ start: 0, end: text.length }) })),
    slides: document.slides?.map(({ title, ...slide }) => ({ ...slide, title: title?.text })),
  });
  const gaps = fc.constantFrom('\n\n---\n\n', '\n---\n', '\n\n--\n\n', '\n---\nlayout: x\n---\n', '\n\n<!-- say it all -->\n\n---\n', '\nNote: say\n');
  const anyDeck = fc
    .tuple(
      fc.array(fc.tuple(anyMarkdown, gaps), { maxLength: 3 }),
      fc.constantFrom('', '---\nmarp: true\n---\n', '---\ntheme: seriph\n---\n', '---\nformat: revealjs\n---\n'),
    )
    .map(([parts, top]) => top + parts.flat().join('').replaceAll('\uFEFF', ''));

  it('is what a fresh reading gives, after any changes', () => {
    fc.assert(
      fc.property(anyDeck, fc.array(anyChange, { maxLength: 3 }), (first, changes) => {
        const cache = new MarkdownCache();
        let source = first;
        for (const change of [undefined, ...changes]) {
          if (change !== undefined) source = applyChange(source, change);
          const placed = { override: 'deck' } as const;
          const { slides, blocks } = readDocument('a.md', source, cache, placed);
          expect(describeDeck(readDocument('a.md', source, cache, placed))).toEqual(describeDeck(readDocument('a.md', source, new MarkdownCache(), placed)));
          // Every block stands on one slide, in order.
          expect(slides?.flatMap(({ firstBlock, endBlock }) => blocks.slice(firstBlock, endBlock))).toEqual(blocks);
        }
      }),
      runs,
    );
  });
});
