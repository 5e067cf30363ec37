import { afterEach, describe, expect, it } from 'vitest';
import { type CompletionItem, CompletionTriggerKind } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MemoryFiles, TestClient } from './client.js';

const running: TestClient[] = [];

const files = {
  'liaison.yml':
    'glossaries: [plain-words, it-acronyms, ./glossaries/house.yml]\ngoals: ./goals.yml\naudiences:\n  everyone: { readingAge: 14 }\n  it: { readingAge: 18, knows: ["domain:it"] }\n',
  'glossaries/house.yml': 'terms:\n  - term: frobnicate\n    partOfSpeech: verb\n    replacements: [mend]\n    domain: it\n',
  'goals.yml':
    'goals:\n  - id: G0\n    title: Old\n    status: retired\n  - id: G1\n    title: Easy services\n    statement: All is easy.\n    owner: the director\n  - id: G2\n    title: Safe systems\n',
};

interface Completed {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The text with a choice taken. */
  readonly taken: (label: string) => string;
}

/** Completes at the `|` of a text. */
async function complete(path: string, marked: string, trigger?: string): Promise<Completed> {
  const client = await TestClient.start(new MemoryFiles(files));
  running.push(client);
  const text = marked.replace('|', '');
  await client.open(path, text);
  const position = client.documentOf(path).positionAt(marked.indexOf('|'));
  const context = trigger === undefined ? { triggerKind: 1 } : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger };
  const items = await client.ask<CompletionItem[]>('textDocument/completion', path, { position, context });
  const taken = (label: string): string => {
    const item = items.find((candidate) => candidate.label === label);
    if (item?.textEdit === undefined || !('range' in item.textEdit)) throw new Error(`there is no choice “${label}”`);
    return TextDocument.applyEdits(TextDocument.create('', '', 1, text), [item.textEdit, ...(item.additionalTextEdits ?? [])]);
  };
  return { items, labels: items.map(({ label }) => label), taken };
}

afterEach(() => {
  for (const client of running.splice(0)) client.stop();
});

describe('completion in front matter', () => {
  it('offers the kinds, with what each is', async () => {
    const { labels, items, taken } = await complete('d.md', '---\nkind:|\n---\n\nText.\n', ':');
    expect(labels).toEqual(['announcement', 'status', 'deck', 'newsletter', 'strategy', 'page']);
    expect(items[1]?.documentation).toEqual({ kind: 'markdown', value: 'Says how a piece of work is going.' });
    expect(taken('status')).toBe('---\nkind: status\n---\n\nText.\n');
  });

  it.each(['goals: |', 'goals: [|', 'goals: [G|]', 'goal: |', 'goals:\n  - |', 'goals:\n- |'])(
    'offers goals with their titles, those that are over last: %s',
    async (typed) => {
      const { items } = await complete('d.md', `---\n${typed}\n---\n`);
      expect(items.map(({ label, detail, tags }) => [label, detail, tags])).toEqual([
        ['G1', 'Easy services', undefined],
        ['G2', 'Safe systems', undefined],
        ['G0', 'Old', [1]],
      ]);
    },
  );

  it('leaves out goals that are there, and takes the place of the word it stands in', async () => {
    const { labels, taken } = await complete('d.md', '---\ngoals: [G1, G|x]\n---\n');
    expect(labels).toEqual(['G2', 'G0']);
    expect(taken('G2')).toBe('---\ngoals: [G1, G2]\n---\n');
  });

  it('offers audiences, intents and the keys that are not there', async () => {
    expect((await complete('d.md', '---\naudience: e|\n---\n')).labels).toEqual(['everyone', 'it']);
    expect((await complete('d.md', '---\nintent: "|"\n---\n')).taken('ask')).toBe('---\nintent: "ask"\n---\n');
    const keys = await complete('d.md', '---\nkind: status\n|\nsubject: Hello\n---\n');
    expect(keys.labels).toEqual(['audience', 'goals', 'intent', 'date', 'liaison']);
    expect(keys.taken('goals')).toBe('---\nkind: status\ngoals: \nsubject: Hello\n---\n');
  });

  it('offers rules to ignore', async () => {
    const { labels } = await complete('d.md', '---\nliaison:\n  ignore:\n    jar|\n---\n');
    expect(labels).toContain('jargon');
  });

  it('works before the front matter has an end, and not behind it', async () => {
    expect((await complete('d.md', '---\nkind: |\n')).labels).toContain('deck');
    expect((await complete('d.md', '---\nkind: page\n---\n\nkind: |\n')).labels).toEqual([]);
  });
});

describe('completion in the organisation’s files', () => {
  it.each([
    ['liaison.yml', 'glossaries:\n  - |', 'it-jargon'],
    ['liaison.yml', 'glossaries: [plain-words, |]', 'it-acronyms'],
    ['liaison.yml', 'language: |', 'en-GB'],
    ['liaison.yml', 'audience: |\naudiences:\n  staff: {}\n', 'staff'],
    ['liaison.yml', 'audiences:\n  it: { knows: [|] }', '"domain:it"'],
    ['liaison.yml', 'messages:\n  - { files: "**", kind: | }', 'deck'],
    ['liaison.yml', 'messages:\n  - files: "a/**"\n    au|', 'audience'],
    ['liaison.yml', 'rules:\n  long-sentence: { severity: war| }', 'warning'],
    ['liaison.yml', 'rules:\n  long-sentence: {| }', 'maxWords'],
    ['liaison.yml', 'rules:\n  jargon: |', 'off'],
    ['liaison.yml', 'rules:\n  |', 'passive-voice'],
    ['liaison.yml', '|', 'cadence'],
    ['glossaries/house.yml', 'terms:\n  - term: a\n    status: |', 'proposed'],
    ['glossaries/house.yml', 'terms:\n  - term: a\n    st|', 'status'],
    ['glossaries/house.yml', 'terms:\n- term: a\n  knownTo: [|]', 'everyone'],
    ['glossaries/house.yml', 'terms:\n  - |', 'term'],
    ['glossaries/house.yml', 'terms:\n  - term: a\n    examples:\n      |', 'becomes'],
    ['glossaries/house.yml', 'terms:\n  - term: a\n    caseSensitive: |', 'true'],
    ['goals.yml', 'goals:\n  - id: G1\n    status: |', 'achieved'],
    ['goals.yml', 'vi|', 'vision'],
  ])('%s: %s', async (path, marked, wanted) => {
    const { items } = await complete(path, marked);
    expect(items.flatMap(({ label, textEdit }) => [label, textEdit?.newText.trim()])).toContain(wanted);
  });

  it('does not offer a key twice, nor any in a comment', async () => {
    const { labels } = await complete('glossaries/house.yml', 'terms:\n  - term: a\n    status: approved\n    |\n    owner: me\n  - policy: avoid\n');
    expect(labels).toContain('policy');
    expect(labels.filter((label) => ['term', 'status', 'owner'].includes(label))).toEqual([]);
    expect((await complete('liaison.yml', '# lang|')).labels).toEqual([]);
  });

  it('says what a key means', async () => {
    const { items } = await complete('goals.yml', 'goals:\n  - id: G1\n    ow|');
    expect(items.find(({ label }) => label === 'owner')?.detail).toBe('Who answers for it.');
  });
});

describe('completion in prose', () => {
  it('offers approved wording for a flagged word, inflected as it is', async () => {
    const { labels, taken } = await complete('d.md', 'They frobnicated| it.\n');
    expect(labels).toEqual(['mended']);
    expect(taken('mended')).toBe('They mended it.\n');
  });

  it('offers it for the beginning of a term', async () => {
    const { items, taken } = await complete('d.md', 'We will frob|\n');
    expect(items.map(({ label, detail, filterText }) => [label, detail, filterText])).toEqual([['mend', 'instead of “frobnicate”', 'frobnicate']]);
    expect(taken('mend')).toBe('We will mend\n');
  });

  it('spells an acronym out', async () => {
    const { labels, taken } = await complete('d.md', 'Sign in with SS|\n');
    expect(labels).toContain('single sign-on (SSO)');
    expect(taken('single sign-on (SSO)')).toBe('Sign in with single sign-on (SSO)\n');
  });

  it('is silent unless it is asked for, and in code', async () => {
    expect((await complete('d.md', 'They frobnicated: |\n', ' ')).labels).toEqual([]);
    expect((await complete('d.md', '```\nfrob|\n```\n')).labels).toEqual([]);
  });
});
