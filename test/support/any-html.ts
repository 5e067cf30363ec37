import fc from 'fast-check';

const tag = fc.constantFrom(
  ...'p div b a code kbd table tr td th li ul ol dl dt dd h1 h2 blockquote span nav script style title pre br img svg head body html form select option'.split(
    ' ',
  ),
);

const attributes = fc.constantFrom(
  ...['', '', '', ' hidden', ' lang=fr', ' lang="en-GB"', ' href="https://example.org"', ' alt="a map" src=x', ' style="display: none"', ' class=gmail_quote'],
  ...[' role=presentation', ' aria-hidden="true"', ' title="a > b &amp; c"', " data-x='\n'", ' name="liaison:goals" content=" G1, G&#50; "'],
);

const text = fc.constantFrom(
  ...['leverage', 'utilise', ' ', '  ', '\n', '\t', 'R&D', '&amp;', '&nbsp;', '&eacute;', '&notit;', '&ampx', '&#32;', '&#x1F600;', '&#0;', '&#128;', '&foo;'],
  ...['&semi;', '&fjlig;', '&', '<', '</', '</>', '<!', '<?', '😀', 'e\u0301', '\u00A0', '\0', '\uFEFF', 'help@example.org', 'www.example.org', '{{ x }}'],
  ...['We use it. ', 'snake_case', '<!-- x -->', '<!--', '-->', '<![CDATA[x]]>', '"', "'", '='],
);

const piece = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 4, arbitrary: fc.tuple(tag, attributes).map(([name, rest]) => `<${name}${rest}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
);

/** Any HTML: elements in and out of order, every kind of reference, white space and line end. */
export const anyHtml = fc
  .record({
    start: fc.constantFrom('', '', '\uFEFF', '<!doctype html><html lang=en><head>', '---\nkind: page\n---\n'),
    pieces: fc.array(piece, { maxLength: 60 }),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ start, pieces, lineEnd }) => (start + pieces.join('')).replaceAll('\n', lineEnd));
