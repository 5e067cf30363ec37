import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, MarkdownCache, type Organisation, type Result, readDocument, rules } from '../../server/src/index.js';
import { anyChange, anyMarkdown, applyChange, runs } from '../support/any-markdown.js';
import { house } from '../support/house.js';
import { frequency, lintResult, vectors } from '../support/lint-text.js';
import { acme, loadOrganisation, today } from '../support/organisation.js';

/** An engine and a cache that read version after version of one document, as the editor does. */
function createEditor(
  engine: Engine = createEngine(rules, { frequency, vectors: () => vectors }),
): (text: string, organisation?: Organisation, overrides?: { audience?: string }) => Result {
  const cache = new MarkdownCache();
  return (text, organisation = house, overrides = {}) =>
    engine.lint({ document: readDocument('/acme/message.md', text, cache), organisation, today, overrides });
}

describe('an engine that has seen a document before', () => {
  it('says what a fresh one says, after any changes', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.array(anyChange, { maxLength: 4 }), (first, changes) => {
        const lint = createEditor();
        let text = first;
        expect(lint(text)).toEqual(lintResult(text, { organisation: house }));
        for (const change of changes) {
          text = applyChange(text, change);
          expect(lint(text)).toEqual(lintResult(text, { organisation: house }));
        }
      }),
      runs,
    );
  });

  it('says it of text that has moved', () => {
    const lint = createEditor();
    lint('We utilise it.');
    expect(lint('One line more.\n\nWe utilise it.').findings.find(({ rule }) => rule === 'jargon')).toMatchObject({ start: 19, end: 26, text: 'utilise' });
  });

  it('tells the same words apart by where they stand', () => {
    const lint = createEditor();
    const sentence = 'We utilise the portal';
    const texts = [
      sentence,
      `> ${sentence}`,
      `# ${sentence}`,
      `- ${sentence}`,
      `[${sentence}](https://example.org)`,
      `[${sentence}]\n\n[${sentence}]: https://example.org`,
    ];
    for (const text of [...texts, ...texts]) expect(lint(text)).toEqual(lintResult(text, { organisation: house }));
  });

  it('tells audiences apart', async () => {
    const organisation = await loadOrganisation(acme);
    const lint = createEditor();
    for (const audience of ['everyone', 'it', 'everyone']) {
      const text = 'Deploy the patch to the server, then check the API for latency.';
      expect(lint(text, organisation, { audience })).toEqual(lintResult(text, { organisation, overrides: { audience } }));
    }
  });

  it('tells organisations apart', async () => {
    const other = await loadOrganisation(acme);
    const lint = createEditor();
    const text = 'We utilise low-hanging fruit.';
    for (const organisation of [house, other, house]) expect(lint(text, organisation)).toEqual(lintResult(text, { organisation }));
  });

  it('tells documents apart', () => {
    const engine = createEngine(rules, { frequency, vectors: () => vectors });
    const one = createEditor(engine);
    const two = createEditor(engine);
    expect(one('We utilise it.').findings).toEqual(two('We utilise it.').findings);
    expect(two('We use it.').metrics.words).toBe(3);
  });
});

describe('fingerprints', () => {
  it('stay while lines move', () => {
    const fingerprints = (text: string): readonly string[] =>
      lintResult(text, { organisation: house })
        .findings.filter(({ rule }) => rule === 'jargon')
        .map(({ fingerprint }) => fingerprint);
    expect(fingerprints('New line.\n\nWe utilise it.')).toEqual(fingerprints('We utilise it.'));
  });

  it('tell alike findings apart', () => {
    const { findings } = lintResult('We utilise it and utilise it and leverage it.', { organisation: house });
    const fingerprints = findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});
