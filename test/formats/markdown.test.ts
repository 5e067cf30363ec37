import { describe, expect, it } from 'vitest';
import { splitChunks } from '../../server/src/formats/markdown-chunks.js';
import { type Block, isReadable, MarkdownCache, readDocument } from '../../server/src/index.js';
import { OPAQUE } from '../../server/src/model/block.js';
import { lintResult } from '../support/lint-text.js';

const read = (source: string): readonly Block[] => readDocument('a.md', source).blocks;

/** Blocks as a person reads them: `heading 2: Title`. */
const describeBlocks = (source: string): readonly string[] =>
  read(source).map(
    ({ kind, depth, quoted, text }) =>
      `${quoted ? 'quoted ' : ''}${kind}${depth === undefined ? '' : ` ${depth}`}: ${text.replaceAll(OPAQUE, '□').replaceAll('\u2028', '↵')}`,
  );

describe('blocks of Markdown', () => {
  it.each([
    ['paragraphs', 'One\ntwo.\n\nThree.', ['paragraph: One\ntwo.', 'paragraph: Three.']],
    ['headings', '# One\n\nTwo\n---', ['heading 1: One', 'heading 2: Two']],
    ['list items', '- one\n- two\n  1. three\n- [x] four', ['list-item: one', 'list-item: two', 'list-item: three', 'list-item: four']],
    ['cells', '| a | b |\n| - | - |\n| c | d \\| e |', ['cell: a', 'cell: b', 'cell: c', 'cell: d | e']],
    ['quotations', '> one\n> - two', ['quoted paragraph: one', 'quoted list-item: two']],
    ['words without markup', 'Our *new* **portal**, [here](https://e.org), ~~old~~.', ['paragraph: Our new portal, here, old.']],
    ['entities and escapes', 'R&amp;D \\*now\\* &copy; &#128512;', ['paragraph: R&D *now* © 😀']],
    ['code, images and addresses as one character', '`a b` ![c](d.png) <https://e.org> https://e.org/x_y a@e.org', ['paragraph: □ □ □ □ □']],
    ['hard breaks', 'One  \ntwo\\\nthree<br>four', ['paragraph: One↵two↵three↵four']],
    ['nothing of code, HTML and definitions', '```\na\n```\n\n    b\n\n<div>\nc\n</div>\n\n[d]: https://e.org', []],
    ['words between inline HTML', 'We <b>use</b> it.', ['paragraph: We use it.']],
    [
      'paths, identifiers and template tags as one character',
      'Open /etc/hosts, set my_key, {{ name }} and report.docx.',
      ['paragraph: Open □, set □, □ and □.'],
    ],
    ['nothing of front matter', '---\ntitle: a\n---\n\nb', ['paragraph: b']],
    ['words of an old Mac', 'one\rtwo\r\rthree', ['paragraph: one\rtwo', 'paragraph: three']],
    ['words after a byte order mark', '\uFEFF# one', ['heading 1: one']],
    ['nothing of nothing', '', []],
  ])('are %s', (_what, source, blocks) => {
    expect(describeBlocks(source)).toEqual(blocks);
  });

  it('know what was left out', () => {
    expect(read('Run `npm test`, mail a@e.org or see https://e.org/x.')[0]?.opaque).toEqual([
      { kind: 'code', offset: 4, value: 'npm test' },
      { kind: 'email', offset: 12, value: 'a@e.org' },
      { kind: 'url', offset: 21, value: 'https://e.org/x' },
    ]);
  });

  it('know their links', () => {
    expect(
      read('[one](mailto:a@e.org), [two][ref], [ref] and [ref][].\n\n[ref]: https://e.org')[0]?.links.map(({ target, isLabel }) => ({ target, isLabel })),
    ).toEqual([
      { target: 'mailto:a@e.org', isLabel: false },
      { target: '', isLabel: false },
      { target: '', isLabel: true },
      { target: '', isLabel: true },
    ]);
  });

  it('keep the words of a task without its box', () => {
    const [block] = read('- [ ] use it');
    expect(block?.text).toBe('use it');
    expect(block?.map.toSource({ start: 0, end: 3 })).toEqual({ start: 6, end: 9 });
  });
});

describe('fields of front matter', () => {
  const fieldsOf = (yaml: string) => readDocument('a.md', `---\n${yaml}\n---\n\nText.`).fields;

  it('are read with their places', () => {
    const source = '---\nkind: status\naudience: "it"\ngoals: [G1, G2]\ndate: 2026-06-01\n---\n';
    const { kind, audience, goals, date } = readDocument('a.md', source).fields;
    expect([kind, audience, ...(goals ?? []), date].map((field) => [field?.value, source.slice(field?.span.start, field?.span.end)])).toEqual([
      ['status', 'status'],
      ['it', '"it"'],
      ['G1', 'G1'],
      ['G2', 'G2'],
      ['2026-06-01', '2026-06-01'],
    ]);
  });

  it.each([
    ['one goal', 'goal: G1', ['G1']],
    ['one goal under goals', 'goals: G1', ['G1']],
    ['a number', 'goals: [1]', ['1']],
    ['a list over lines', 'goals:\n  - G1\n  - G2', ['G1', 'G2']],
    ['an empty list', 'goals: []', []],
    ['nothing', 'goals:', undefined],
    ['blanks', 'goals: ["", G1]', ['G1']],
    ['ids parted by commas', 'goals: G1, G2,', ['G1', 'G2']],
  ])('take %s as goals', (_what, yaml, goals) => {
    expect(fieldsOf(yaml).goals?.map(({ value }) => value)).toEqual(goals);
  });

  it('take ids parted by commas from their places', () => {
    const source = '---\ngoals: "G1, G11"\n---\n';
    expect(readDocument('a.md', source).fields.goals?.map(({ span }) => source.slice(span.start, span.end))).toEqual(['G1', 'G11']);
  });

  it('take the title for a subject', () => {
    expect(fieldsOf('title: Sign in').subject?.value).toBe('Sign in');
    expect(fieldsOf('title: Sign in\nsubject: Portal').subject?.value).toBe('Portal');
  });

  it.each([
    ['Windows line ends', '---\r\nkind: status\r\n---\r\n'],
    ['a byte order mark', '\uFEFF---\nkind: status\n---\n'],
    ['old Mac line ends', '---\rkind: status\r---\r'],
  ])('stand in their places with %s', (_what, source) => {
    const { kind } = readDocument('a.md', source).fields;
    expect(source.slice(kind?.span.start, kind?.span.end)).toBe('status');
  });

  it.each([
    ['YAML that cannot be read', '---\nkind: [\n---\n'],
    ['a list', '---\n- status\n---\n'],
    ['TOML', '+++\nkind = "status"\n+++\n'],
    ['front matter that never ends', '---\nkind: status\n\nText.'],
    ['front matter further down', 'Text.\n\n---\nkind: status\n---\n'],
  ])('are none in %s', (_what, source) => {
    expect(readDocument('a.md', source).fields.kind).toBeUndefined();
  });

  it('would be written at the start when there are none', () => {
    expect(readDocument('a.md', 'Text.').fields).toEqual({ span: { start: 0, end: 0 } });
  });

  it('of an empty front matter end with it', () => {
    expect(describeBlocks('---\n---\n\nOne.\n\n---\n\nTwo.\n')).toEqual(['paragraph: One.', 'paragraph: Two.']);
  });
});

describe('pieces of Markdown', () => {
  const cut = (source: string): readonly string[] => splitChunks(source).map(({ text }) => text);

  it.each([
    ['after a blank line', 'One.\n\nTwo.', ['One.\n\n', 'Two.']],
    ['not inside a list', '- one\n\n  two\n\nThree.', ['- one\n\n  two\n\n', 'Three.']],
    ['not inside fenced code', '```\na\n\nb\n```\n\nc', ['```\na\n\nb\n```\n\n', 'c']],
    ['not at a fence of another kind', '```\na\n\n~~~\n\nb\n```\n\nc', ['```\na\n\n~~~\n\nb\n```\n\n', 'c']],
    ['not inside a comment', '<!-- a\n\nb -->\n\nc', ['<!-- a\n\nb -->\n\n', 'c']],
    ['not inside front matter', '---\na: b\n\nc: d\n---\n\ne', ['---\na: b\n\nc: d\n---\n\n', 'e']],
    ['not after a fence that may stand in a list', '- a\n  ```\n\nb\n\nc', ['- a\n  ```\n\nb\n\nc']],
  ])('are cut %s', (_where, source, pieces) => {
    expect(cut(source)).toEqual(pieces);
  });

  it('know the links of other pieces', () => {
    const cache = new MarkdownCache();
    const before = readDocument('a.md', 'See [the portal].\n\n[the portal]: https://e.org', cache);
    expect(before.blocks[0]?.links).toHaveLength(1);
    const after = readDocument('a.md', 'See [the portal].\n\nIt is [new].', cache);
    expect(after.blocks[0]?.links).toHaveLength(0);
  });

  it('give the same in large pieces as in small ones', () => {
    const source = Array.from(
      { length: 2000 },
      (_, index) => `## Part ${index}\n\nWe *use* [it][${index % 7}] and [this ${index}](https://e.org).\n\n- one\n\n  two\n`,
    ).join('\n');
    const whole = `${source}\n[3]: https://e.org\n`;
    const texts = (cache?: MarkdownCache): unknown =>
      readDocument('a.md', whole, cache).blocks.map(({ text, map, links }) => [text, map.toSource({ start: 0, end: text.length }), links]);
    expect(texts(new MarkdownCache())).toEqual(texts());
  });
});

describe('files', () => {
  it.each([
    ['a.md', true],
    ['A.MD', true],
    ['a.markdown', true],
    ['a.mdx', true],
    ['a.md.erb', true],
    ['a.txt', true],
    ['md', false],
    ['a.md.bak', false],
  ])('%s is readable: %s', (path, is) => {
    expect(isReadable(path)).toBe(is);
  });
});

describe('lines that begin with a label in bold', () => {
  it.each(['**When:** Monday at noon\n**Where:** room 3, on the left\n', '**When**: Monday at noon\n**Where**: room 3, on the left\n'])(
    'are sentences of their own in %j',
    (text) => {
      const { findings } = lintResult(text.repeat(12));
      expect(findings.filter(({ rule }) => rule === 'long-sentence')).toEqual([]);
      expect(readDocument('/acme/message.md', text).blocks.map((block) => block.text.split('\u2028').length)).toEqual([2]);
    },
  );
});

describe('TOML front matter', () => {
  const toml = '+++\r\ntitle = "The portal moves on 5 June"\r\ndate = 2026-06-01\r\n[extra]\r\nkind = "page"\r\n+++\r\n\r\nIt moves.\r\n';

  it('gives the subject line, and is no prose', () => {
    const { fields, blocks } = readDocument('/acme/message.md', toml);
    expect([fields.subject?.value, toml.slice(fields.subject?.span.start, fields.subject?.span.end)]).toEqual([
      'The portal moves on 5 June',
      '"The portal moves on 5 June"',
    ]);
    expect([fields.kind, blocks.map(({ text }) => text)]).toEqual([undefined, ['It moves.']]);
  });

  it('gets no lines of YAML above it, and is left to its own tool when it is broken', () => {
    for (const text of [toml, '+++\ntitle = \n+++\n\nIt moves.\n']) {
      const { findings, problems } = lintResult(text);
      const edits = findings.flatMap(({ suggestions }) => suggestions.flatMap((suggestion) => suggestion.edits));
      expect([edits.filter(({ text: added }) => added.includes('---')), problems]).toEqual([[], []]);
    }
    expect(lintResult(toml).findings.map(({ rule }) => rule)).not.toContain('subject-line');
  });
});
