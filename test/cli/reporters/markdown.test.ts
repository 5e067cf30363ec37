import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as textOf } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../server/src/cli/report.js';
import { formatMarkdown } from '../../../server/src/cli/reporters/markdown.js';
import { fileOf, findingIn, hostile, sampleReport } from '../../support/sample-report.js';

describe('the comment in Markdown', () => {
  it('has a table for each file with something to mend', () => {
    expect(formatMarkdown(sampleReport()).split('\n').slice(0, 14)).toEqual([
      '<!-- liaison -->',
      '## Liaison',
      '',
      '5 files read: 2 errors, 2 warnings, 1 for information. 2 can be mended with `liaison lint --fix`. 1 finding ignored with a reason. 1 problem in what messages say of themselves. 1 problem in your own files.',
      '',
      '### hostile.md',
      '',
      '| | place | what we saw | rule |',
      '|---|---|---|---|',
      '| ⚠️ warning | 1:1 |  \\[31m\\]\\]\\>\\|\\<script\\>alert(1)\\</script\\> ::error::@<!-- -->all \\`x\\` #<!-- -->1 %0A ##\\[error\\]\ud800&amp;amp; | jargon |',
      '',
      '### kick-off.pptx',
      '',
      '| | place | what we saw | rule |',
    ]);
  });

  it('shows text as it is, with no markup and nobody called', () => {
    const message = '**a** _b_ [c](d) | <i> `e` ~~f~~ \\ &amp; $g$ @team #12';
    const tree = fromMarkdown(formatMarkdown(joinReports([fileOf('a_b_|c.md', hostile, [findingIn(hostile, hostile, { message })])], [])), {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    const [, , , heading, table] = tree.children;
    expect(heading?.type === 'heading' && textOf(heading)).toBe('a_b_|c.md');
    if (table?.type !== 'table') throw new Error('a table follows');
    const cell = table.children[1]?.children[2];
    const kinds = cell?.children.map(({ type }) => type);
    expect(new Set(kinds)).toEqual(new Set(['text', 'html']));
    expect(textOf(cell, { includeHtml: false })).toBe(message);
  });

  it('stays as short as a comment may be, and counts what it left out', () => {
    const source = 'utilise\n';
    const findings = Array.from({ length: 2000 }, () => findingIn(source, 'utilise'));
    const text = formatMarkdown(joinReports([fileOf('a.md', source, findings), fileOf('b.md', source, findings.slice(0, 3))], []));
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(65_000);
    const rows = text.split('\n').filter((line) => line.startsWith('| ⚠️')).length;
    expect(text).toMatch(new RegExp(`\\nAnd ${2003 - rows} more, which this page has no room for\\.\\n$`));
  });

  it('says so when there is nothing to mend', () => {
    expect(formatMarkdown(joinReports([fileOf('a.md', 'All is well.\n', [])], []))).toBe('<!-- liaison -->\n## Liaison\n\n✅ 1 file read, nothing to mend.\n');
  });
});
