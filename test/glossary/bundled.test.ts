import { bundledGlossarySources } from 'liaison:glossaries';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBundledGlossaries } from '../../scripts/build-plugins.mjs';
import { readBundledGlossary } from '../../server/src/glossary/bundled.js';
import { parseGlossary } from '../../server/src/glossary/parse.js';
import { createEngine, GlossaryChecker, readDocument, rules } from '../../server/src/index.js';
import { loadOrganisation, today } from '../support/organisation.js';

const organisation = await loadOrganisation({ 'liaison.yml': 'audiences: { it: {} }\nmessages: [{ files: "**", kind: page }]\n' });
const checker = new GlossaryChecker(rules, readDocument);
const readability = createEngine(rules.filter(({ meta }) => meta.category === 'readability'));

/** What a glossary has to hold at least: entries, and entries that say what the term means. */
const least: Readonly<Record<string, { readonly entries: number; readonly definitions: number }>> = {
  'plain-words': { entries: 700, definitions: 0 },
  'business-buzzwords': { entries: 350, definitions: 0 },
  'it-jargon': { entries: 800, definitions: 800 },
  'it-acronyms': { entries: 800, definitions: 300 },
};

/** A definition as a sentence of its own. */
function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

describe.each(listBundledGlossaries().map((path) => ({ path, name: basename(path, '.yml') })))('the glossary $name', ({ path, name }) => {
  const text = readFileSync(path, 'utf8');
  const { glossary } = parseGlossary(path, text, true);

  it('has no problem, and does what the examples of its entries say', async () => {
    expect(await checker.check(path, text, organisation, today)).toEqual([]);
  });

  it('holds what it promises', () => {
    expect(glossary.terms.length).toBeGreaterThanOrEqual(least[name]?.entries ?? 0);
    expect(glossary.terms.filter(({ definition }) => definition !== undefined).length).toBeGreaterThanOrEqual(least[name]?.definitions ?? 0);
    if (name === 'it-acronyms') expect(glossary.terms.filter(({ expansion }) => expansion === undefined)).toEqual([]);
  });

  it('says for each entry its status, and why it is there or what it means', () => {
    expect(text.match(/^ {4}status: /gm)?.length).toBe(glossary.terms.length);
    expect(glossary.terms.filter(({ reason, definition }) => reason === undefined && definition === undefined).map(({ term }) => term)).toEqual([]);
  });

  it('explains its terms to readers of 14', () => {
    const definitions = glossary.terms.flatMap(({ term, definition }) => (definition === undefined ? [] : [{ term, definition }]));
    const hard = definitions.filter(({ definition }) => {
      const document = readDocument('/acme/message.md', toSentence(definition));
      return readability.lint({ document, organisation, today }).findings.length > 0;
    });
    expect(hard).toEqual([]);
    const all = readDocument('/acme/message.md', definitions.map(({ definition }) => toSentence(definition)).join('\n\n'));
    expect(readability.lint({ document: all, organisation, today }).metrics.readingAge).toBeLessThanOrEqual(14);
  });

  it('reads the same from the bundle as from its file', () => {
    const bundled = bundledGlossarySources.map(readBundledGlossary).find((candidate) => candidate.name === name);
    expect(bundled?.terms).toEqual(glossary.terms.map(({ source: _source, examples: _examples, ...term }) => term));
  });
});
