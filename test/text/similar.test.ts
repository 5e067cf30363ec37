import { expect, it } from 'vitest';
import { findSimilar } from '../../server/src/text/similar.js';

it.each([
  ['jargn', 'jargon'],
  ['JARGON', 'jargon'],
  ['goal-mising', 'goal-missing'],
  ['everone', 'everyone'],
  ['titel', 'title'],
])('takes %s for a slip', (word, meant) => {
  expect(findSimilar(word, ['jargon', 'goal-missing', meant])).toBe(meant);
});

it.each(['portal', 'x', ''])('takes “%s” for another word', (word) => {
  expect(findSimilar(word, ['jargon', 'goal-missing'])).toBeUndefined();
});

it('takes the nearest of several', () => {
  expect(findSimilar('G3', ['G10', 'G33', 'G1'])).toBe('G33');
  expect(findSimilar('audience-unknwn', ['audience-missing', 'audience-unknown'])).toBe('audience-unknown');
});
