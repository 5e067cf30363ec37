import { expect, it } from 'vitest';
import { lintResult, lintWith } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const deck = (...slides: readonly string[]): string => `---\nkind: deck\n---\n\n${slides.join('\n\n---\n\n')}\n`;
const messages = (text: string): readonly string[] => lintWith('slide-words', text).map(({ message }) => message);

it('names the slide, its words and the limit', () => {
  expect(messages(deck('# One', `# Two\n\n${words(60)}`))).toEqual(['Slide 2 has 61 words, more than 60: keep what people must see, and say the rest.']);
});

it('leaves a slide at the limit alone', () => {
  expect(messages(deck('# One', `# Two\n\n${words(59)}`))).toEqual([]);
});

it('counts lists, tables and quotations', () => {
  expect(messages(deck(`- ${words(20)}\n\n> ${words(21)}\n\n| ${words(20)} |\n|---|\n| word |`))).toEqual([
    'Slide 1 has 62 words, more than 60: keep what people must see, and say the rest.',
  ]);
});

it('counts neither notes nor code', () => {
  expect(messages(deck(`# One\n\n\`\`\`\n${words(80)}\n\`\`\`\n\n<!-- ${words(80)} -->`, `# Two\n\nNote: ${words(80)}`))).toEqual([]);
});

it('marks the title, or else the first words', () => {
  const texts = lintWith('slide-words', deck(`# The one\n\n${words(61)}`, `- First item\n- ${words(61)}`)).map(({ text }) => text);
  expect(texts).toEqual(['The one', 'First item']);
});

it('takes another limit', async () => {
  const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}rules: { slide-words: { maxWords: 5 } }\n` });
  expect(lintWith('slide-words', deck('# One', `# Two\n\n${words(5)}`), { organisation })).toHaveLength(1);
});

it('leaves a page with rules alone', () => {
  expect(messages(`One\n\n---\n\n${words(100)}`)).toEqual([]);
});

it('gives the figures of each slide', () => {
  const text = deck('# One `b`', 'We use the portal. It is ours.\n\n<!-- Say that it is not theirs. -->', '![](a.png)');
  expect(lintResult(text).slides).toEqual([
    { number: 1, title: 'One b', words: 1, readingAge: 0 },
    { number: 2, title: null, words: 7, readingAge: 5 },
    { number: 3, title: null, words: 0, readingAge: 0 },
  ]);
  expect(lintResult('One\n\n---\n\nTwo').slides).toBeUndefined();
});

it('counts what a speaker says in no figure of the deck', () => {
  const { metrics, findings } = lintResult(deck('# One\n\nWe use it.\n\n<!-- We leverage the synergy of it all. -->'));
  expect(metrics).toMatchObject({ words: 3, jargonPer100: 0 });
  expect(findings.map(({ rule, text }) => `${rule}: ${text}`)).toContain('jargon: leverage');
});

it('lets a speaker say long sentences', () => {
  expect(lintWith('long-sentence', deck(`# One\n\n<!-- And ${words(40)}. -->`))).toEqual([]);
});
