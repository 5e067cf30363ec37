import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatHtml } from '../../../server/src/cli/reporters/html.js';
import { fileOf, findingIn, hostile, sampleReport } from '../../support/sample-report.js';

const options = { version: '0.1.0', checkup: false };

/** The elements of a page, in order. */
function listElements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...listElements(child)] : []));
}

/** All text in an element. */
function textIn(node: Root | Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : '')).join('');
}

function withClass(html: string, name: string): string[] {
  const isOne = ({ properties }: Element): boolean => Array.isArray(properties.className) && properties.className.includes(name);
  return listElements(fromHtml(html)).filter(isOne).map(textIn);
}

describe('the page', () => {
  it('needs nothing beside it', () => {
    const elements = listElements(fromHtml(formatHtml(sampleReport(), options)));
    expect(elements.filter(({ tagName }) => ['script', 'link', 'img', 'iframe', 'object', 'base', 'form'].includes(tagName))).toEqual([]);
    const addresses = elements.flatMap(({ properties }) => [properties.href, properties.src]).filter((address) => address !== undefined && address !== null);
    expect(addresses.filter((address) => !String(address).startsWith('#'))).toEqual([]);
    expect(formatHtml(sampleReport(), options)).not.toMatch(/url\(|@import/);
  });

  it('shows what files, findings, places, suggestions and problems there are', () => {
    const html = formatHtml(sampleReport(), options);
    expect(
      listElements(fromHtml(html))
        .filter(({ tagName }) => tagName === 'h2')
        .map(textIn),
    ).toEqual([
      'Files',
      'hostile.md page for everyone, 40 words',
      'kick-off.pptx page for everyone, 40 words',
      'liaison.yml',
      'old.doc',
      'plain/with space.md page for everyone, 40 words',
    ]);
    expect(
      withClass(html, 'entry')
        .map((text) => text.split('\n'))
        .slice(1),
    ).toEqual([
      ['Error slide 3, title “leverage” may lose readers: try another word. jargon', 'and we leverage it.', 'Use “use”'],
      ['Warning line 2:3 There is no key “rool”. Did you mean “rule”? unknown-key'],
      ['Error This file cannot be read: it is not text. unreadable-file'],
      ['Error line 2:3 “stauts” is no kind of message. unknown-kind'],
      ['Warning line 3:4 “utilise” may lose readers: try another word. jargon', 'We utilise “it”,', 'Use “use”'],
      ['For information line 3:13 “it”,', 'and” may lose readers: try another word. long-sentence', 'We utilise “it”,'],
    ]);
  });

  it('shows hostile text as text', () => {
    const html = formatHtml(joinReports([fileOf('<b>"&.md', hostile, [findingIn(hostile, hostile, { message: hostile, rule: '<i>' })])], []), options);
    expect(withClass(html, 'message')).toEqual(['\ufffd[31m]]>|<script>alert(1)</script>\n::error::@all `x` #1 %0A ##[error]\ufffd&amp;']);
    expect(withClass(html, 'rule')).toEqual(['<i>']);
    expect(html).not.toContain('\u001b');
  });

  it('shows the check-up when asked to', () => {
    const file = fileOf('a.md', 'All is well.\n', [], {
      kind: 'status',
      checkup: [
        { part: 'when', met: true, evidence: { start: 0, end: 12 } },
        { part: 'contact', met: false },
      ],
    });
    const report = joinReports([file], []);
    expect(withClass(formatHtml(report, { ...options, checkup: true }), 'parts')).toEqual(['\nMet When line 1: All is well.\nMissing Whom to ask, and how\n']);
    expect(formatHtml(report, options)).toContain('1 file with nothing to mend');
  });
});
