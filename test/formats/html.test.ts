import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, readDocument } from '../../server/src/index.js';
import { anyHtml } from '../support/any-html.js';
import { runs } from '../support/any-markdown.js';

const read = (source: string) => readDocument('/acme/page.html', source);
const blocksOf = (source: string): readonly Block[] => read(source).blocks;
const show = (source: string): readonly string[] => blocksOf(source).map(({ kind, text }) => `${kind}: ${text}`);
const sourceOf = (source: string, word: string): string => {
  const block = blocksOf(source).find(({ text }) => text.includes(word));
  if (block === undefined) throw new Error(`No block has “${word}”.`);
  const start = block.text.indexOf(word);
  const span = block.map.toSource({ start, end: start + word.length });
  return source.slice(span.start, span.end);
};

describe('HTML gives', () => {
  it.each<[string, string, readonly string[]]>([
    ['paragraphs and headings', '<h1>One</h1><p>Two</p><div>Three</div>', ['heading: One', 'paragraph: Two', 'paragraph: Three']],
    ['a piece without html and body', 'We use <b>it</b>.', ['paragraph: We use it.']],
    ['paragraphs that are never closed', '<p>One<p>Two<h2>Three', ['paragraph: One', 'paragraph: Two', 'heading: Three']],
    ['list items', '<ul><li>One<li><p>Two</p><p>Three</ul>', ['list-item: One', 'list-item: Two', 'list-item: Three']],
    ['terms and their meanings', '<dl><dt>SSO<dd>One password.</dl>', ['list-item: SSO', 'list-item: One password.']],
    ['cells and captions', '<table><caption>Times</caption><tr><th>Day<td>Hour</table>', ['caption: Times', 'cell: Day', 'cell: Hour']],
    ['white space as a browser shows it', '<p>  We\n\n   use\t<b> it</b> <br>  now  </p>', ['paragraph: We use it\u2028now']],
    ['no words glued to others', '<p>We<b> use</b> it</p>', ['paragraph: We use it']],
    ['a non-breaking space as it is', '<p>10&nbsp;am</p>', ['paragraph: 10\u00A0am']],
    ['characters for references', '<p>R&amp;D &copy &#233; &notit; &foo; AT&T &semi;</p>', ['paragraph: R&D © é ¬it; &foo; AT&T ;']],
    ['paragraphs that two line breaks part', 'One<br>\n<br>Two<br>Three', ['paragraph: One', 'paragraph: Two\u2028Three']],
    ['one character for code', '<p>Run <code>a &lt; b</code> and <kbd>Esc</kbd></p>', ['paragraph: Run \uFFFC and \uFFFC']],
    ['one character for words of another language', '<p>A <i lang="fr">bon mot</i> here</p>', ['paragraph: A \uFFFC here']],
    ['text behind an unclosed comment', '<p>One</p><!-- two', ['paragraph: One']],
    ['text behind a cell of a table in a table', '<table><tr><td><table><tr><td>A</table><td>B</table><p>C', ['paragraph: A', 'paragraph: B', 'paragraph: C']],
    ['text behind SVG that ends itself', '<p>One <svg/> two <svg><title>x</title><path d=""/></svg>three', ['paragraph: One two three']],
  ])('%s', (_what, source, expected) => {
    expect(show(source)).toEqual(expected);
  });

  it.each([
    ['scripts, styles and templates', '<script>if (a < b) leverage()</script><style>p{}</style><template><p>x</p></template>'],
    ['what is hidden', '<p hidden>x</p><p aria-hidden=true>x</p><div style="color:red; display : none">x</div><dialog>x</dialog>'],
    ['the way around the site', '<nav><a href=x>Home</a></nav><div role=navigation>Home</div>'],
    ['ready-made text', '<pre>x</pre><textarea>x</textarea><select><option>x</select>'],
    ['pictures drawn in place', '<svg><text>x</text></svg>'],
    ['what is written in another language', '<div lang="de"><p>Wir nutzen es.</p></div>'],
    ['pages in another language', '<!doctype html><html lang=fr><body><p>Bonjour</p>'],
    ['paragraphs of white space', '<p>&nbsp;</p><p>\n</p><br><br>'],
    ['pictures that only decorate', '<p><img src=x alt=""><img src=y></p>'],
  ])('nothing for %s', (_what, source) => {
    expect(show(source)).toEqual([]);
    expect(show(`${source}<p lang=en>Then this.</p>`)).toEqual(['paragraph: Then this.']);
  });

  it('the English part of a page in another language', () => {
    expect(show('<html lang=fr><p>Bonjour</p><div lang=en-GB><p>Hello</p></div>')).toEqual(['paragraph: Hello']);
  });

  it('links, pictures and addresses for what they are', () => {
    const [block] = blocksOf('<p>See <a href="https://example.org/a?b&amp;c">our <i>page</i></a>, <img alt="A  map" src=x> or help@example.org</p>');
    expect(block?.text).toBe('See our page, \uFFFC or \uFFFC');
    expect(block?.links).toEqual([{ span: { start: 4, end: 12 }, target: 'https://example.org/a?b&c', isLabel: false }]);
    expect(block?.opaque.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['image A map', 'email help@example.org']);
  });

  it('each block of a link that goes across several', () => {
    expect(blocksOf('<a href=x><h3>One</h3><p>Two</p></a><p>Three</p>').map(({ links }) => links.length)).toEqual([1, 1, 0]);
  });

  it.each([
    ['a quotation', '<blockquote><p>x</p></blockquote><p>y</p>', [true, false]],
    ['an earlier mail in Gmail', '<p>y</p><div class="gmail_quote"><p>x</p></div>', [false, true]],
    ['an earlier mail in Outlook', '<p>y</p><div id="divRplyFwdMsg">From: x</div><p>x</p>', [false, true, true]],
  ])('the words of others in %s as quoted', (_what, source, expected) => {
    expect(blocksOf(source).map(({ quoted }) => quoted)).toEqual(expected);
  });

  it.each([
    ['cells of a data table as cells', '<table><tr><th>A<tr><td>We use it for all the work that we do.</table>', ['cell', 'cell']],
    ['cells that hold one paragraph each as cells', '<table><tr><td><p>A</p><td><p>B</p></table>', ['cell', 'cell']],
    ['the cells of a layout as paragraphs', '<table role="presentation"><tr><td>A<td>B</table>', ['paragraph', 'paragraph']],
    ['a table of one column as a layout', '<table><tr><td>A<tr><td>B</table>', ['paragraph', 'paragraph']],
    ['a cell with paragraphs as text', '<table><tr><td>x<td><p>A</p><p>B</p></table>', ['cell', 'paragraph', 'paragraph']],
    ['a sentence in a cell under no heading as text', '<table><tr><td>x<td>We use it for all the work that we do.</table>', ['cell', 'paragraph']],
  ])('%s', (_what, source, expected) => {
    expect(blocksOf(source).map(({ kind }) => kind)).toEqual(expected);
  });
});

describe('places in HTML', () => {
  it('are those of the source', () => {
    expect(sourceOf('<p>R&amp;D uses caf&eacute; <b>words</b>', 'R&D')).toBe('R&amp;D');
    expect(sourceOf('<p>R&amp;D uses caf&eacute; <b>words</b>', 'café')).toBe('caf&eacute;');
    expect(sourceOf('<p>a\r\n  b</p>', 'a b')).toBe('a\r\n  b');
  });

  it('are editable where the source reads the same, and nowhere else', () => {
    const [block] = blocksOf('<p>one two <b>three</b> &amp; four\nfive</p>');
    const canEdit = (words: string): boolean | undefined => {
      const start = block?.text.indexOf(words) ?? -1;
      return block?.map.isContiguous({ start, end: start + words.length });
    };
    expect(['one two', 'three', 'four', 'five'].map(canEdit)).toEqual([true, true, true, true]);
    expect(['two three', 'three &', '&', 'four five'].map(canEdit)).toEqual([false, false, false, false]);
  });

  it('hold for any HTML', () => {
    fc.assert(
      fc.property(anyHtml, (source) => {
        const { blocks, fields } = read(source);
        let before = 0;
        for (const { text, map, opaque } of blocks) {
          let end = 0;
          let from = 0;
          for (const segment of map.segments) {
            expect(segment.textStart).toBe(end);
            expect(segment.sourceStart).toBeGreaterThanOrEqual(from);
            if (segment.verbatim) expect(text.slice(segment.textStart, segment.textEnd)).toBe(source.slice(segment.sourceStart, segment.sourceEnd));
            ({ textEnd: end, sourceEnd: from } = segment);
          }
          expect(end).toBe(text.length);
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/[\0\r\n\t]| {2}/);
          for (const { offset } of opaque) expect(text.charAt(offset)).toBe('\uFFFC');
          // Blocks come in the order of the source, and none reaches into the next.
          const first = map.segments[0]?.sourceStart ?? 0;
          expect(first).toBeGreaterThanOrEqual(before);
          before = from;
        }
        for (const { value, span } of fields.goals ?? [])
          expect([source.slice(span.start, span.end), ' G1, G&#50; ']).toContain(value === 'G2' ? ' G1, G&#50; ' : value);
      }),
      runs,
    );
  });
});

describe('what HTML says of itself', () => {
  it('stands in its head', () => {
    const source = `<html><head><title>
 Sign-in &amp; you </title><META NAME="liaison:Goals" content="G1, G2"><meta content=status name=liaison:kind><meta name='liaison:date' content='2027-01-31'>`;
    const { fields } = read(source);
    expect(fields.subject?.value).toBe('Sign-in & you');
    expect(fields.goals?.map(({ value, span }) => [value, source.slice(span.start, span.end)])).toEqual([
      ['G1', 'G1'],
      ['G2', 'G2'],
    ]);
    expect([fields.kind, fields.date].map((field) => field && source.slice(field.span.start, field.span.end))).toEqual(['status', '2027-01-31']);
  });

  it('is the subject of the tag before the title', () => {
    expect(read('<title>Acme</title><meta name="liaison:subject" content="New sign-in">').fields.subject?.value).toBe('New sign-in');
  });

  it('leaves the titles of drawings and empty tags alone', () => {
    expect(read('<svg><title>x</title></svg><meta name="liaison:kind" content=""><meta name="kind" content="status">').fields).toEqual({
      span: { start: 27, end: 64 },
    });
  });

  it('may stand in front matter', () => {
    const { fields, blocks } = read('---\nkind: status\n---\n<p>We use it.</p>\n');
    expect(fields.kind?.value).toBe('status');
    expect(blocks.map(({ text }) => text)).toEqual(['We use it.']);
  });

  it('says what to ignore', () => {
    const source = '<!-- liaison-ignore-next-line jargon: the name of it -->\n<p>We leverage it.</p>\n';
    expect(read(source).ignores).toMatchObject([{ rules: ['jargon'], reason: 'the name of it', covers: { start: 57, end: 79 } }]);
  });
});
