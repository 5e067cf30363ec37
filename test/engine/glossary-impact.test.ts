import { describe, expect, it } from 'vitest';
import { createEngine, GlossaryComparison, parseGlossary, readDocument, rules } from '../../server/src/index.js';
import { acmeWithTerms, loadOrganisation, today } from '../support/organisation.js';

const path = '/acme/house.yml';
const parse = (entries: string) => parseGlossary(path, `name: house\nterms:\n${entries.replace(/^/gm, '  ')}`).glossary;

/** What changes in some messages between two versions of the house glossary. */
async function compare(before: string | undefined, after: string, ...messages: string[]) {
  const organisation = await loadOrganisation(acmeWithTerms(after));
  const comparison = new GlossaryComparison({
    engine: createEngine(rules.filter(({ meta }) => meta.category === 'jargon')),
    path,
    before: before === undefined ? undefined : parse(before),
    after: parse(after),
    today,
  });
  for (const [index, text] of messages.entries()) comparison.add(readDocument(`/acme/${index + 1}.md`, text), organisation);
  return comparison;
}

describe('the impact of a glossary', () => {
  it('is nothing when nothing changed', async () => {
    const entries = '- term: leverage\n  replacements: [use]';
    expect((await compare(entries, entries, 'We leverage it.')).list()).toEqual([]);
  });

  it('is a new finding for a new term, with the sentence it stands in', async () => {
    const comparison = await compare(undefined, '- term: leverage\n  replacements: [use]', 'All is well.\n\nHello. We leverage **it**.', 'Nothing here.');
    expect([comparison.messages, comparison.changedMessages]).toEqual([2, 1]);
    expect(comparison.list()).toEqual([
      {
        term: 'leverage',
        counts: { new: 1, gone: 0, changed: 0 },
        samples: [
          {
            kind: 'new',
            path: '/acme/1.md',
            line: 3,
            rule: 'jargon',
            text: 'leverage',
            sentence: 'We leverage it.',
            before: [],
            after: ['Use “use”'],
          },
        ],
      },
    ]);
  });

  it('counts a proposed term as approved', async () => {
    const entries = '- term: leverage\n  replacements: [use]\n  status: proposed';
    expect((await compare(entries, entries, 'We leverage it.')).list()).toMatchObject([{ term: 'leverage', counts: { new: 1, gone: 0, changed: 0 } }]);
  });

  it('is a finding gone when a term retires', async () => {
    const after = '- term: leverage\n  status: retired';
    expect((await compare('- term: leverage', after, 'We leverage it.')).list()).toMatchObject([{ term: 'leverage', counts: { new: 0, gone: 1, changed: 0 } }]);
  });

  it('is a changed finding when another replacement is suggested', async () => {
    const [impact] = (await compare('- term: leverage\n  replacements: [use]', '- term: leverage\n  replacements: [draw on]', 'We leverage it.')).list();
    expect(impact).toMatchObject({ counts: { new: 0, gone: 0, changed: 1 }, samples: [{ before: ['Use “use”'], after: ['Use “draw on”'] }] });
  });

  it('puts the term with most changes first and keeps three samples of each kind', async () => {
    const impacts = (await compare(undefined, '- term: leverage\n- term: synergy', 'We leverage it. Synergy. Synergy? Synergy! A synergy.')).list();
    expect(impacts.map(({ term, counts, samples }) => [term, counts.new, samples.length])).toEqual([
      ['synergy', 4, 3],
      ['leverage', 1, 1],
    ]);
  });

  it('is measured in messages whose organisation does not list the glossary too', async () => {
    const organisation = await loadOrganisation(acmeWithTerms('- term: portal'));
    const other = parseGlossary('/acme/new.yml', 'terms: [{ term: leverage }]').glossary;
    const comparison = new GlossaryComparison({ engine: createEngine(rules), path: '/acme/new.yml', before: undefined, after: other, today });
    comparison.add(readDocument('/acme/1.md', 'We leverage it.'), organisation);
    expect(comparison.list()).toMatchObject([{ term: 'leverage', counts: { new: 1 } }]);
  });
});
