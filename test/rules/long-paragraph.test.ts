import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintWith } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

const id = 'long-paragraph';
/** Sentences of ten words each. */
const words = (count: number): string => 'You can see it all on the page right now. '.repeat(count / 10).trim();
const plain = (count: number): string => 'Everyone finds all of their forms on one page now. '.repeat(count / 10).trim();
const split = (text: string): string | undefined => {
  const edits = lintWith(id, text)[0]?.suggestions[0]?.edits;
  return edits === undefined ? undefined : applyEdits(text, edits);
};

describe('a long paragraph', () => {
  it('is flagged at its first words, over the limit', () => {
    expect(lintWith(id, words(120))).toEqual([]);
    const [finding] = lintWith(id, `Hello.\n\n${words(130)}`);
    expect([finding?.text, finding?.message]).toEqual([
      'You can see it all on the page right now. You can see it all on the page right',
      'This paragraph has 130 words, more than 120: try splitting it where the subject changes, or listing its points.',
    ]);
  });

  it.each([
    ['a list item', `- ${words(130)}`, 1],
    ['a list', `- ${words(70)}\n- ${words(70)}`, 0],
    ['a heading', `# ${words(130)}`, 0],
    ['a table', `| ${words(130)} | b |\n| - | - |\n| c | d |`, 0],
    ['what is quoted', `> ${words(130)}`, 0],
    ['two paragraphs', `${words(70)}\n\n${words(70)}`, 0],
  ])('may be %s', (_, text, count) => {
    expect(lintWith(id, text)).toHaveLength(count);
  });

  it.each(['deck', 'page', 'status', 'strategy', 'newsletter'])('is flagged in a %s', (kind) => {
    expect(lintWith(id, `---\nkind: ${kind}\n---\n\n${words(130)}`)).toHaveLength(1);
  });

  it('has a limit that an organisation can move', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}rules: { long-paragraph: { maxWords: 60 } }\n` });
    expect(lintWith(id, words(70), { organisation })).toHaveLength(1);
  });
});

describe('the split that is offered', () => {
  it('is nearest to the middle', () => {
    expect(split(plain(140))).toBe(`${plain(70)}\n\n${plain(70)}`);
    expect(lintWith(id, plain(140))[0]?.suggestions.map(({ title, safety }) => [title, safety])).toEqual([
      ['Start a new paragraph at “Everyone finds all of …”', 'review'],
    ]);
  });

  it('is before a sentence that does not lean on the one before', () => {
    expect(split(`${words(70)} This means less work for all of us here now. ${plain(10)} ${words(60)}`)).toBe(
      `${words(70)} This means less work for all of us here now.\n\n${plain(10)} ${words(60)}`,
    );
  });

  it('keeps the kind of line end, and may be at one', () => {
    expect(split(`Hello.\r\n\r\n${plain(70)}\r\n${plain(70)}`)).toBe(`Hello.\r\n\r\n${plain(70)}\r\n\r\n${plain(70)}`);
  });

  it('is outside of markup, which may open the paragraph', () => {
    expect(split(`**Hello.** ${plain(140)}`)).toBe(`**Hello.** ${plain(70)}\n\n${plain(70)}`);
  });

  it.each([
    ['every sentence leans on the one before', 'However, there is now more of it to see here. '.repeat(14).trim()],
    ['sentences add to each other', 'Each of us also has a lot to see here now. '.repeat(14).trim()],
    ['emphasis reaches across', `**${plain(140)}**`],
    ['a link reaches across', `[${plain(140)}](https://example.org)`],
    ['brackets reach across', `Hello (${plain(140)}).`],
    ['a quotation reaches across', `${plain(20)} “${plain(100)}” ${plain(20)}`],
    ['it is a list item', `- ${plain(140)}`],
    ['it is a footnote', `A word.[^1]\n\n[^1]: ${plain(140)}`],
    ['it is one sentence', 'and so on '.repeat(50)],
  ])('is none where %s', (_, text) => {
    expect(split(text)).toBeUndefined();
  });
});
