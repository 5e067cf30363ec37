import { describe, expect, it } from 'vitest';
import { plainText } from '../../server/src/formats/plain-text.js';
import { describeBlocks, locate } from '../support/mail.js';

const read = (source: string) => plainText.read('a.txt', source);
const blocksOf = (source: string): readonly string[] => describeBlocks(read(source));

const wrapped =
  'The old portal stays off from eight in the morning until noon on Monday, and\nStaff in the depot can use paper forms until it is back. We test each form\nbefore you start.';

describe('blocks of plain text', () => {
  it.each([
    ['paragraphs', 'One\ntwo.\n\n\nThree.', ['paragraph: One\ntwo.', 'paragraph: Three.']],
    ['lines broken at a width, joined', wrapped, [`paragraph: ${wrapped}`]],
    ['lines ended on purpose, kept apart', 'Kind regards,\nThe service desk', ['paragraph: Kind regards,↵The service desk']],
    ['dashes, stars and dots', '- one\n* two\n• three', ['list-item: one', 'list-item: two', 'list-item: three']],
    ['numbers and letters', '1. one\n2) two\na) three\n(b) four', ['list-item: one', 'list-item: two', 'list-item: three', 'list-item: four']],
    ['list items over lines', '- one\n  goes on\n- two', ['list-item: one\ngoes on', 'list-item: two']],
    ['lists below a line that leads to them', 'Please\n- save\n- close', ['paragraph: Please', 'list-item: save', 'list-item: close']],
    ['text below a list', '- one\nThen rest.', ['list-item: one', 'paragraph: Then rest.']],
    [
      'dashes inside a sentence',
      `${'a'.repeat(30)} ${'b'.repeat(30)} cccc\n- all of it - works.`,
      [`paragraph: ${'a'.repeat(30)} ${'b'.repeat(30)} cccc\n- all of it - works.`],
    ],
    ['headings with a line below', 'One\n===\n\nTwo\n---\nThree.', ['heading 1: One', 'heading 2: Two', 'paragraph: Three.']],
    [
      'headings in capitals',
      'WHAT CHANGES\nThe portal moves.\n\nWHO TO ASK\n\nUs.',
      ['heading 2: WHAT CHANGES', 'paragraph: The portal moves.', 'heading 2: WHO TO ASK', 'paragraph: Us.'],
    ],
    ['headings as in Markdown', '## What changes\n\nThe portal moves.', ['heading 2: What changes', 'paragraph: The portal moves.']],
    ['nothing of lines across the page', 'One.\n\n----------\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
    [
      'paragraphs with an indented first line',
      '  One goes on\nhere.\n  Two goes on\nhere.',
      ['paragraph: One goes on\nhere.', 'paragraph: Two goes on\nhere.'],
    ],
    [
      'indented blocks',
      'One goes on\nhere.\n    Two goes on\n    here.\nThree.',
      ['paragraph: One goes on\nhere.', 'paragraph: Two goes on\nhere.', 'paragraph: Three.'],
    ],
    ['quotations', '> one\n> two\n>\n> - three\n\nFour.', ['quoted paragraph: one\ntwo', 'quoted list-item: three', 'paragraph: Four.']],
    ['cells of a table', 'Name\tNow\nA\t1', ['cell: Name', 'cell: Now', 'cell: A', 'cell: 1']],
    ['addresses and paths as one character', 'See https://e.org/x, /etc/hosts or a@e.org.', ['paragraph: See □, □ or □.']],
    ['nothing of a signature', 'One.\n\n-- \nThe service desk\n01632 960 101', ['paragraph: One.']],
    ['words below a long line of two dashes', `One.\n\n--\n${'Two.\n'.repeat(13)}`, ['paragraph: One.', `paragraph: ${Array(13).fill('Two.').join('↵')}`]],
    ['Windows lines', 'One\r\ntwo.\r\n\r\nThree.', ['paragraph: One\ntwo.', 'paragraph: Three.']],
    ['old Mac lines', 'One\rtwo.\r\rThree.', ['paragraph: One\ntwo.', 'paragraph: Three.']],
    ['words after a byte order mark', '\uFEFFOne.', ['paragraph: One.']],
    ['nothing of nothing', '', []],
  ])('are %s', (_what, source, blocks) => {
    expect(blocksOf(source)).toEqual(blocks);
  });

  it('map to the source character by character', () => {
    const source = '\uFEFFSubject: a\r\n\r\n  - One of\r\n    them, and <!-- liaison-ignore jargon: why -->more.\r\n';
    const document = read(source);
    expect(['One', 'them, and ', 'more'].map((words) => locate(document, words))).toEqual([
      { written: 'One', isEditable: true },
      { written: 'them, and ', isEditable: true },
      { written: 'more', isEditable: true },
    ]);
    expect(locate(document, 'of\nthem')).toEqual({ written: 'of\r\n    them', isEditable: false });
    expect(locate(document, 'and more')).toEqual({ written: 'and <!-- liaison-ignore jargon: why -->more', isEditable: false });
  });

  it('change across the end of a line', () => {
    expect(locate(read('single\nsign-on'), 'single\nsign-on')).toEqual({ written: 'single\nsign-on', isEditable: true });
  });
});

describe('fields of plain text', () => {
  it('stand above the first blank line, with their places', () => {
    const source = 'KIND: status\nAudience:  it \nGoals: G1, G2\nintent: ask\nSubject: Portal: it moves\nDate: 2027-03-08\n\nText.';
    const document = read(source);
    const { kind, audience, goals, intent, subject, date } = document.fields;
    expect([kind, audience, ...(goals ?? []), intent, subject, date].map((field) => [field?.value, source.slice(field?.span.start, field?.span.end)])).toEqual(
      ['status', 'it', 'G1', 'G2', 'ask', 'Portal: it moves', '2027-03-08'].map((value) => [value, value]),
    );
    expect(describeBlocks(document)).toEqual(['paragraph: Text.']);
    expect(document.fields.span).toEqual({ start: 0, end: source.indexOf('\n\n') });
  });

  it.each([
    ['one goal', 'Goal: G1\n', ['G1']],
    ['a list copied from front matter', 'Goals: [G1, G2]\n', ['G1', 'G2']],
    ['a value over two lines', 'Goals: G1,\n G2\n', ['G1', 'G2']],
    ['no value', 'Goals:\n', undefined],
  ])('take %s for goals', (_what, source, goals) => {
    expect(read(source).fields.goals?.map(({ value }) => value)).toEqual(goals);
  });

  it('may stand beside other headers', () => {
    expect(describeBlocks(read('To: all\nSubject: a\n\nText.'))).toEqual(['paragraph: Text.']);
  });

  it.each([
    ['none is ours', 'Note: this is\nWarning: hot\n\nText.'],
    ['one line is no header', 'Subject: a\nDear all\n\nText.'],
    ['they stand further down', 'Text.\n\nSubject: a\n'],
  ])('are text where %s', (_where, source) => {
    expect(read(source).fields).toEqual({ span: { start: 0, end: 0 } });
  });
});

describe('ignores in plain text', () => {
  it('cover the next line, or all up to their end', () => {
    const source =
      '<!-- liaison-ignore-next-line jargon: a name -->\nutilise\n\n<!-- liaison-ignore simpler-word: quoted -->\nOne.\n<!-- liaison-end-ignore -->\nTwo.';
    const document = read(source);
    expect(document.ignores.map(({ rules, reason, covers }) => [rules, reason, source.slice(covers.start, covers.end).trim()])).toEqual([
      [['jargon'], 'a name', 'utilise'],
      [['simpler-word'], 'quoted', 'One.'],
    ]);
    expect(describeBlocks(document)).toEqual(['paragraph: utilise', 'paragraph: One.', 'paragraph: Two.']);
  });
});
