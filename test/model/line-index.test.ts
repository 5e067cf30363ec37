import { expect, it } from 'vitest';
import { LineIndex } from '../../server/src/index.js';

it.each([
  ['LF', 'ab\ncd', 3, [2, 1]],
  ['CRLF', 'ab\r\ncd', 4, [2, 1]],
  ['a lone CR', 'ab\rcd', 3, [2, 1]],
  ['no line end', 'abcd', 3, [1, 4]],
  ['an emoji, which is two units', '😀b', 2, [1, 3]],
  ['the very end', 'ab\n', 3, [2, 1]],
  ['the start', '', 0, [1, 1]],
  ['empty lines', '\n\n\nx', 3, [4, 1]],
  ['the middle of CRLF', 'ab\r\ncd', 3, [1, 4]],
])('counts lines and columns with %s', (_what, text, offset, [line, column]) => {
  expect(new LineIndex(text).at(offset)).toEqual({ offset, line, column });
});
