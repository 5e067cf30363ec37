import fc from 'fast-check';
import { type Token, Tokenizer } from 'parse5';
import { describe, expect, it } from 'vitest';
import { anyHtml } from '../support/any-html.js';
import { runs } from '../support/any-markdown.js';
import { fixText } from '../support/lint-text.js';

/** All tags and comments of a page, in order. */
function listMarkup(source: string): readonly string[] {
  const found: string[] = [];
  const addTag = (token: Token.TagToken): void => {
    found.push(`${token.type} ${token.tagName} ${token.attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`);
  };
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: addTag,
      onEndTag: addTag,
      onComment: ({ data }) => found.push(data),
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(source, true);
  return found;
}

describe('all safe fixes of a page', () => {
  it('change words and no markup, and leave nothing to fix', () => {
    fc.assert(
      fc.property(anyHtml, (source) => {
        const fixed = fixText(source, [], { path: 'page.html' });
        expect(listMarkup(fixed)).toEqual(listMarkup(source));
        expect(fixText(fixed, [], { path: 'page.html' })).toBe(fixed);
      }),
      runs,
    );
  });

  it('leave tags and references around the words as they are', () => {
    expect(fixText('<p>We <b>utilise</b> it &amp; touch base &lt;now&gt;.</p>', ['jargon'], { path: 'page.html' })).toBe(
      '<p>We <b>use</b> it &amp; talk &lt;now&gt;.</p>',
    );
  });
});
