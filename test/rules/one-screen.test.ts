import { describe, expect, it } from 'vitest';
import { lintResult, lintWith } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

/** So many words, in sentences of ten. */
const words = (count: number): string => 'You can see it all on the page right now. '.repeat(count / 10).trim();
const targetOf = (name: string, text: string): boolean | undefined => lintResult(text).checkup.find(({ part }) => part === name)?.met;

describe.each([
  { id: 'one-screen', limit: 250, opening: '', says: 'This message has', holds: 'a screen holds about 250' },
  { id: 'one-page', limit: 500, opening: '---\nkind: strategy\n---\n\n', says: 'This strategy has', holds: 'one side of A4 holds about 500' },
])('$id', ({ id, limit, opening, says, holds }) => {
  const messagesOf = (text: string): readonly string[] => lintWith(id, opening + text).map(({ message }) => message);

  it('is met up to its limit', () => {
    expect([messagesOf(words(limit)), targetOf(id, opening + words(limit))]).toEqual([[], true]);
    expect([messagesOf(words(limit + 10)).length, targetOf(id, opening + words(limit + 10))]).toEqual([1, false]);
  });

  it('names the longest section', () => {
    expect(messagesOf(`# The form\n\n${words(limit - 90)}\n\n## Background\n\n${words(limit)}\n\n- ${words(10)}\n\n## Questions\n\n${words(40)}`)).toEqual([
      `${says} ${2 * limit - 40} words, and ${holds}: try cutting “Background”, its longest part with ${limit + 10} words, or linking to it.`,
    ]);
  });

  it('names the longest paragraph where there are no sections', () => {
    expect(messagesOf(`# The form\n\n${words(limit - 40)}\n\nBut why do we ask? ${words(limit)}`)).toEqual([
      `${says} ${2 * limit - 35} words, and ${holds}: try cutting the paragraph that begins “But why do we …”, its longest part with ${limit + 5} words, or linking to it.`,
    ]);
  });

  it('names what stands before the first heading', () => {
    expect(messagesOf(`${words(limit)}\n\n## More\n\n${words(20)}`)).toEqual([
      `${says} ${limit + 20} words, and ${holds}: try cutting the part before the first heading, its longest part with ${limit} words, or linking to it.`,
    ]);
  });

  it('says to link to the details where all parts are short', () => {
    expect(messagesOf(`${words(20)}\n\n`.repeat(limit / 20 + 1))).toEqual([expect.stringMatching(/: try linking to the details\.$/)]);
  });

  it('does not count headings, tables, code and what is quoted', () => {
    const table = `| ${words(50)} | b |\n| - | - |\n| ${words(50)} | c |`;
    expect(messagesOf(`# ${words(50)}\n\n${words(limit)}\n\n${table}\n\n> ${words(100)}\n\n\`\`\`\n${words(50)}\n\`\`\``)).toEqual([]);
  });
});

it.each(['newsletter', 'page', 'deck', 'strategy'])('a %s has no limit of one screen', (kind) => {
  const text = `---\nkind: ${kind}\n---\n\n${words(400)}`;
  expect([lintWith('one-screen', text), targetOf('one-screen', text)]).toEqual([[], undefined]);
});

it('the limits may be moved', async () => {
  const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}rules: { one-screen: { maxWords: 400 } }\n` });
  expect(lintWith('one-screen', words(400), { organisation })).toEqual([]);
});
