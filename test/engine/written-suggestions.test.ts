import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintResult } from '../support/lint-text.js';

/** What each suggestion of the check-up for a part makes of a message, by its title. */
function suggestionsFor(part: string, path: string, text: string): Readonly<Record<string, string>> {
  const { checkup } = lintResult(text, { path, overrides: { kind: 'announcement' } });
  const suggestions = checkup.find((checked) => checked.part === part)?.suggestions ?? [];
  return Object.fromEntries(suggestions.map(({ title, edits }) => [title, applyEdits(text, edits)]));
}

const first = (values: Readonly<Record<string, string>>): string | undefined => Object.values(values)[0];

describe('a missing part is written', () => {
  it.each([
    [
      'the head of HTML',
      'a.html',
      '<html>\n  <head>\n    <title>Doors</title>\n  </head>\n<p>Doors shut.',
      '    <title>Doors</title>\n    <meta name="liaison:audience" content="everyone">\n',
    ],
    ['the top of a piece of HTML', 'a.html', '<p>Doors shut.</p>\n', '<meta name="liaison:audience" content="everyone">\n<p>Doors shut.</p>\n'],
    [
      'a tag that is there and empty',
      'a.html',
      "<meta name=liaison:audience content=''><p>Doors shut.",
      "<meta name=liaison:audience content='everyone'><p>Doors shut.",
    ],
    ['header lines of plain text', 'a.txt', 'Subject: Doors\n\nDoors shut.\n', 'Subject: Doors\nAudience: everyone\n\nDoors shut.\n'],
    ['new header lines of plain text', 'a.txt', 'Doors shut.\r\n', 'Audience: everyone\r\n\r\nDoors shut.\r\n'],
    ['front matter of Markdown', 'a.md', 'Doors shut.\n', '---\naudience: everyone\n---\n\nDoors shut.\n'],
  ])('into %s', (_what, path, text, expected) => {
    expect(first(suggestionsFor('audience', path, text))).toContain(expected);
  });

  it.each([
    [
      'HTML',
      'a.html',
      '<h1>Doors</h1>\n<ul><li>Doors shut.</li></ul>\n',
      '<h1>Doors</h1>\n<p><strong>When:</strong> [day, date and time].</p>\n<ul><li>Doors shut.</li></ul>\n',
    ],
    [
      'a cell of a mail that is laid out by a table',
      'a.html',
      '<table role=presentation><tr><td><p>Doors shut.</p></td></tr></table>',
      '<td><p><strong>When:</strong> [day, date and time].</p>\n<p>Doors shut.</p></td>',
    ],
    ['HTML without elements', 'a.html', 'Doors shut.', '<p><strong>When:</strong> [day, date and time].</p>\nDoors shut.'],
    ['plain text', 'a.txt', 'Doors shut.\n', 'When: [day, date and time].\n\nDoors shut.\n'],
    ['Markdown', 'a.md', 'Doors shut.\n', '**When:** [day, date and time].\n\nDoors shut.\n'],
  ])('as a paragraph of %s', (_what, path, text, expected) => {
    expect(first(suggestionsFor('when', path, text))).toContain(expected);
  });

  it('behind the last paragraph of the body of HTML', () => {
    const text = '<body>\n  <div>\n    <p>Doors <b>shut</b>.\n    <p>Go home.</p>\n  </div>\n</body>\n';
    expect(first(suggestionsFor('contact', 'a.html', text))).toBe(
      '<body>\n  <div>\n    <p>Doors <b>shut</b>.\n    <p>Go home.</p>\n    <p><strong>Questions?</strong> Ask [who], on [number] or at [address].</p>\n  </div>\n</body>\n',
    );
  });
});
