import { describe, expect, it } from 'vitest';
import { LINE_BREAK, splitSentences } from '../../server/src/text/sentences.js';

const split = (text: string): readonly string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  it.each([
    ['a full stop', ['It is late.', 'Go home.']],
    ['a question mark', ['Is it late?', 'Go home.']],
    ['an exclamation mark', ['It is late!', 'Go home.']],
    ['several marks', ['Is it late?!', 'Go home…', 'Now.']],
    ['a mark inside quotation marks', ['She said “Go home.”', 'We went.']],
    ['a mark inside brackets', ['We went (late.)', 'It rained.']],
    ['a mark before a number', ['We met.', '12 came.']],
    ['a mark before an emphasised word', ['We met.', '“Late” was said.']],
    ['a version number', ['Use 3.11.', 'Then stop.']],
    ['the word I', ['So did I.', 'Then we left.']],
  ])('ends at %s', (_mark, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  it.each([
    ['an abbreviation', 'Ask Dr. Smith, e.g. Alice or Mr. Brown vs. Mrs. Green.'],
    ['initials', 'Ask J. R. Smith today.'],
    ['a country', 'The U.S. Senate met.'],
    ['a decimal', 'It costs 3.50 pounds.'],
    ['an ellipsis in the middle', 'It is late… and we go.'],
    ['an address', 'See example.org for more.'],
    ['a shortened month', 'We meet on Mon. 3 Feb. 2026 at noon.'],
    ['a number', 'See No. 5 and p. 12 of it.'],
  ])('does not end at %s', (_mark, sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it('ends at a hard line break', () => {
    expect(split(`Kind regards${LINE_BREAK}Anna`)).toEqual(['Kind regards', 'Anna']);
  });

  it('may go over a line end', () => {
    expect(split('It is late\nand we go.')).toEqual(['It is late\nand we go.']);
  });

  it('needs no full stop', () => {
    expect(split('  Late  ')).toEqual(['Late']);
  });
});

it('finds no sentence in nothing', () => {
  expect(split('')).toEqual([]);
  expect(split(' \n ')).toEqual([]);
});

it('takes time in proportion to the text', () => {
  expect(splitSentences('a. '.repeat(20_000))).toHaveLength(1);
  expect(splitSentences('A b. '.repeat(20_000))).toHaveLength(20_000);
});
