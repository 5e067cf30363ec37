import { afterEach, describe, expect, it } from 'vitest';
import { type ClientOptions, MemoryFiles, TestClient } from './client.js';

const running: TestClient[] = [];

async function start(options?: ClientOptions): Promise<TestClient> {
  const client = await TestClient.start(new MemoryFiles({}), options);
  running.push(client);
  return client;
}

afterEach(() => {
  for (const client of running.splice(0)) client.stop();
});

/** What ignoring the finding at some words makes of a text, with a reason filled in, and what is found then. */
async function ignore(text: string, at: string, title: RegExp, rule = 'jargon'): Promise<{ readonly text: string; readonly left: readonly string[] }> {
  const client = await start();
  await client.open('d.md', text);
  const action = (await client.actions('d.md', at)).find((candidate) => title.test(candidate.title));
  const ignored = client.applied('d.md', action);
  const reasoned = ignored.replace(new RegExp(`(liaison-ignore(?:-next-line)? ${rule}: |^ +${rule}: |\\{ ${rule}: )`, 'm'), '$1why');
  await client.open('e.md', reasoned);
  return { text: ignored, left: (await client.marks('e.md')).filter((mark) => mark.startsWith(rule) || mark.startsWith('unused')) };
}

const here = /^Ignore “.*” here/;
const message = /^Ignore “.*” in this message/;

describe('ignoring a finding here', () => {
  it.each([
    ['a paragraph', 'We utilise it.\n', '<!-- liaison-ignore-next-line jargon:  -->\nWe utilise it.\n'],
    ['a line inside a paragraph', 'All is well\nand we utilise it.\n', 'All is well <!-- liaison-ignore-next-line jargon:  -->\nand we utilise it.\n'],
    ['text below a heading', '# News\nWe utilise it.\n', '# News\n<!-- liaison-ignore-next-line jargon:  -->\nWe utilise it.\n'],
    ['an item of a list', '- one\n- We utilise it.\n', '- one <!-- liaison-ignore-next-line jargon:  -->\n- We utilise it.\n'],
    ['Windows line ends', 'Hello.\r\n\r\nWe utilise it.\r\n', 'Hello.\r\n\r\n<!-- liaison-ignore-next-line jargon:  -->\r\nWe utilise it.\r\n'],
    [
      'a table',
      '| a | b |\n|---|---|\n| We utilise it | c |\n',
      '<!-- liaison-ignore jargon:  -->\n| a | b |\n|---|---|\n| We utilise it | c |\n<!-- liaison-end-ignore -->\n',
    ],
  ])('works in %s', async (_, text, wanted) => {
    const ignored = await ignore(text, 'utilise', here);
    expect(ignored.text).toBe(wanted);
    expect(ignored.left).toEqual([]);
  });

  it('hides nothing before there is a reason', async () => {
    const client = await start();
    await client.open('d.md', '<!-- liaison-ignore-next-line jargon:  -->\nWe utilise it.\n');
    expect((await client.marks('d.md')).map((mark) => mark.split(':')[0])).toEqual(['unused-ignore', 'jargon']);
  });

  it('puts the cursor where the reason goes, in an editor that can', async () => {
    const client = await start({ hasSnippets: true });
    await client.open('d.md', 'We utilise it.\n');
    const action = (await client.actions('d.md', 'utilise')).find(({ title }) => here.test(title));
    expect(action?.edit?.documentChanges).toMatchObject([
      { edits: [{ snippet: { kind: 'snippet', value: '<!-- liaison-ignore-next-line jargon: $1 -->\n' } }] },
    ]);
  });
});

describe('ignoring a rule in the whole message', () => {
  it.each([
    ['no front matter', 'We utilise it.\n', '---\nliaison:\n  ignore:\n    jargon: \n---\n\nWe utilise it.\n'],
    ['front matter', '---\nkind: page\n---\n\nWe utilise it.\n', '---\nkind: page\nliaison:\n  ignore:\n    jargon: \n---\n\nWe utilise it.\n'],
    [
      'another ignore',
      '---\nliaison:\n  ignore:\n    long-sentence: why\nkind: page\n---\n\nWe utilise it.\n',
      '---\nliaison:\n  ignore:\n    jargon: \n    long-sentence: why\nkind: page\n---\n\nWe utilise it.\n',
    ],
    [
      'another ignore in brackets',
      '---\nliaison: { ignore: { long-sentence: why } }\n---\n\nWe utilise it.\n',
      '---\nliaison: { ignore: { jargon: , long-sentence: why } }\n---\n\nWe utilise it.\n',
    ],
  ])('works with %s', async (_, text, wanted) => {
    const ignored = await ignore(text, 'utilise', message);
    expect(ignored.text).toBe(wanted);
    expect(ignored.left.filter((mark) => mark.startsWith('jargon'))).toEqual([]);
  });

  it('is all that is offered for what is said about the front matter', async () => {
    const client = await start();
    await client.open('d.md', '---\nkind: status\naudience: nobody\n---\n\nAll is well.\n');
    const titles = (await client.actions('d.md', 'nobody')).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Ignore “audience-unknown”'))).toEqual(['Ignore “audience-unknown” in this message, with a reason']);
  });
});

describe('the page of a rule', () => {
  it('is shown by the editor', async () => {
    const client = await start();
    await client.open('d.md', 'We utilise it.\n');
    const action = (await client.actions('d.md', 'utilise')).find(({ title }) => title === 'Show documentation for “jargon”');
    expect(action?.command).toMatchObject({ command: 'liaison.openPage', arguments: ['https://example.org/rules/jargon.md'] });
    await client.send('workspace/executeCommand', action?.command).answer;
    expect(client.shown).toEqual(['https://example.org/rules/jargon.md']);
  });
});
