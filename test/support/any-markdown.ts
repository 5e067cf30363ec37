import fc from 'fast-check';

/** How often each property is tried, and from which seed: fixed, so that a run today is a run tomorrow. Hunt with others. */
export const runs = { numRuns: Number(process.env['LIAISON_RUNS'] ?? 150), seed: Number(process.env['LIAISON_SEED'] ?? 20260601) };

const word = fc.constantFrom(
  ...'leverage leveraging leveraged utilise Utilises stakeholders stakeholder a an A the The we portal Monday help SSO R&D'.split(' '),
  ...['low-hanging fruit', 'touch base', 'touched base', 'it’s', '“leverage”', '"utilise"', 'portal. We', 'end?', 'x', '42', 'via'],
  ...[
    '😀',
    '𝒜bc',
    'naïve',
    'e\u0301',
    'https://example.org/a_b',
    'www.example.org',
    'help@example.org',
    'snake_case_name',
    '/usr/local/bin',
    '{{ leverage }}',
    ':tada:',
  ],
);

const atom = fc.oneof(
  { weight: 12, arbitrary: word },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '&amp;',
        '&copy;',
        '&#128512;',
        '&#0;',
        '&nbsp;',
        '&notAnEntity;',
        '\\*',
        '\\_',
        '\\\\',
        '\\a',
        '`leverage`',
        '``a ` b``',
        '![utilise](i.png)',
        '![leverage][ref]',
      ],
      ...[
        '<br>',
        '<!-- leverage -->',
        '<b>',
        '</b>',
        '<https://example.org>',
        '<help@example.org>',
        '[^1]',
        '[ref]',
        '[leverage]',
        '[leverage][]',
        '  \n',
        '\\\n',
        '\n',
        '*',
        '_',
        '~~',
        '|',
        '$x$',
      ],
    ),
  },
);

/** Words with markup in and around them. */
const { inline } = fc.letrec<{ inline: string; wrapped: string; sequence: string }>((tie) => ({
  inline: fc.oneof({ depthSize: 'small', withCrossShrink: true }, atom, tie('wrapped'), tie('sequence')),
  wrapped: fc
    .tuple(
      tie('inline'),
      fc.constantFrom(
        ...([
          ['*', '*'],
          ['**', '**'],
          ['_', '_'],
          ['~~', '~~'],
          ['[', '](https://example.org/leverage)'],
          ['[', '](<a b> "leverage")'],
          ['[', '][ref]'],
          ['[', ']'],
          ['`', '`'],
          ['<span>', '</span>'],
          ['“', '”'],
          ['"', '"'],
          ['(', ')'],
        ] as const),
      ),
    )
    .map(([text, [before, after]]) => before + text + after),
  sequence: fc
    .array(tie('inline'), { minLength: 2, maxLength: 5 })
    .chain((parts) => fc.constantFrom(' ', ' ', ' ', '', '\n', '-', ', ').map((joint) => parts.join(joint))),
}));

const line = inline.map((text) => text.replaceAll('\n', ' '));

const block = fc.oneof(
  { weight: 8, arbitrary: inline },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        line,
        line,
        fc.constantFrom<(a: string, b: string) => string>(
          (a) => `# ${a}`,
          (a) => `### ${a} ###`,
          (a) => `${a}\n===`,
          (a) => `${a}\n---`,
          (a, b) => `- ${a}\n- ${b}`,
          (a, b) => `- ${a}\n\n  ${b}\n- [ ] ${a}`,
          (a, b) => `* ${a}\n  * ${b}`,
          (a, b) => `1. ${a}\n2. ${b}`,
          (a, b) => `- [x] ${a}\n- [ ]   ${b}`,
          (a, b) => `- \`\`\`\n  ${a}\n\n- ${b}`,
          (a, b) => `> ${a}\n> ${b}`,
          (a, b) => `> ${a}\n${b}`,
          (a, b) => `> - ${a}\n>\n> > ${b}`,
          (a, b) => `| ${a} | b |\n| - | :-: |\n| ${b} | x \\| y |`,
          (a, b) => `${a} | b\n--- | ---\n${b} | c`,
          (a, b) => `\`\`\`\n${a}\n\n${b}\n\`\`\``,
          (a, b) => `~~~ ${a}\n${b}`,
          (a, b) => `    ${a}\n\n\t${b}`,
          (a, b) => `<div>\n${a}\n\n${b}\n</div>`,
          (a, b) => `<!-- ${a}\n\n${b} -->`,
          (a, b) => `<pre>${a}\n\n${b}</pre>`,
          (a, b) => `<?php ${a}\n\n?>${b}`,
          (a) => `[ref]: https://example.org "${a}"`,
          () => '[leverage]: <https://example.org>',
          (a) => `[^1]: ${a}`,
          () => '---',
          () => '***',
          () => '   ',
          (a) => `<!-- liaison-ignore-next-line jargon: why -->\n${a}`,
          (a, b) => `<!-- liaison-ignore jargon: why -->\n\n${a}\n\n<!-- liaison-end-ignore -->\n\n${b}`,
        ),
      )
      .map(([a, b, shape]) => shape(a, b)),
  },
);

/** Characters that mean something in Markdown, without any order. */
const noise = fc
  .array(
    fc.constantFrom(
      ...Array.from('*_`[]()<>!\\&#-+|~ \t:/.@"{}=1\n\n\n'),
      ...['leverage', 'utilise', 'a', 'x', '&amp;', '😀', '\u00A0', '\uFEFF', '\u2028', '    ', '- ', '> ', '```', '<!--', '-->', '[ref]: x', '\n\n', '\0'],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const frontMatter = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '---\nkind: status\ngoals: [G1]\n---\n',
    '---\ntitle: "We leverage 😀"\nliaison: { ignore: { jargon: why } }\n---\n\n',
    '+++\ntitle = "leverage"\n+++\n',
    '---\n: [\n---\n',
    '---\n---\n',
  ],
);

/** Any Markdown: every construct we read, jargon among its words, and every kind of line end. */
export const anyMarkdown = fc
  .record({
    mark: fc.constantFrom('', '', '', '\uFEFF'),
    frontMatter,
    blocks: fc.array(fc.oneof({ weight: 6, arbitrary: block }, { weight: 1, arbitrary: noise }), { maxLength: 6 }),
    gap: fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n', '\n \n'),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ mark, frontMatter: top, blocks, gap, lineEnd, end }) => withOneMark(mark + (top + blocks.join(gap) + end).replaceAll('\n', lineEnd)));

/** A keystroke or a paste: so many characters from a place, as a share of the text's length, are replaced. */
export const anyChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  added: fc.oneof(noise, block, fc.constant('')),
});

/** The text after a change. */
export function applyChange(text: string, { at, removed, added }: { readonly at: number; readonly removed: number; readonly added: string }): string {
  const start = Math.floor(at * text.length);
  return withOneMark(text.slice(0, start) + added + text.slice(start + removed));
}

/** A second byte order mark has a test of its own. */
function withOneMark(text: string): string {
  return text.replace(/^\uFEFF+/, '\uFEFF');
}
