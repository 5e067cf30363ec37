import { expect, it } from 'vitest';
import { lintWith } from '../support/lint-text.js';

it.fails('finds an address behind the label of a link', () => {
  expect(lintWith('contact', 'The portal closes on Friday. Write to [the desk].\n\n[the desk]: mailto:desk@example.org')).toEqual([]);
});
