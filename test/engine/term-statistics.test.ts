import { describe, expect, it } from 'vitest';
import { createEngine, type Organisation, readDocument, rules, TermStatistics } from '../../server/src/index.js';
import { acme, acmeWithTerms, loadOrganisation, today } from '../support/organisation.js';

const terms = `
- term: leverage
  partOfSpeech: verb
  replacements: [use]
- term: SSO
  expansion: single sign-on
  domain: it
- term: API key
  definition: a secret code
- term: synergy
  status: proposed
- term: unloved
`;

const house = await loadOrganisation(acmeWithTerms(terms));

function count(messages: readonly string[], organisation: Organisation = house) {
  const engine = createEngine(rules);
  const statistics = new TermStatistics();
  for (const [index, text] of messages.entries()) {
    const document = readDocument(`/acme/${index + 1}.md`, text);
    statistics.add(document, organisation, engine.lint({ document, organisation, today }));
  }
  return statistics.list();
}

/** Term, uses and decisions of the terms in use. */
const decisionsOf = (...messages: string[]) =>
  count(messages).flatMap((glossary) => glossary.terms.filter(({ uses }) => uses > 0).map(({ term, decisions }) => [term.term, decisions]));

describe('term statistics', () => {
  it('count uses, messages and the first places', () => {
    const [figures] = count(['We leverage it.\n\nThey leveraged it.', 'Leverage the portal.']);
    expect(figures?.terms[0]).toMatchObject({
      term: { term: 'leverage' },
      uses: 3,
      documents: 2,
      places: [
        { path: '/acme/1.md', line: 1 },
        { path: '/acme/1.md', line: 3 },
        { path: '/acme/2.md', line: 1 },
      ],
    });
  });

  it('keep three places of many', () => {
    const [figures] = count(['We leverage it.\n\nWe leverage it.\n\nWe leverage it.\n\nWe leverage it.']);
    expect(figures?.terms[0]?.places.length).toBe(3);
  });

  it.each([
    ['is flagged', 'We leverage it.', ['leverage', { flagged: 1 }]],
    ['is flagged at an earlier use', 'Use SSO. Then SSO works.', ['SSO', { flagged: 1, repeated: 1 }]],
    ['is spelled out', 'Use single sign-on (SSO).', ['SSO', { explained: 1 }]],
    ['is explained', 'You need an API key (a secret code).', ['API key', { explained: 1 }]],
    ['is known to the audience', '---\naudience: it\n---\n\nUse SSO.', ['SSO', { known: 1 }]],
    ['is quoted', 'She said “we leverage it”.', ['leverage', { quoted: 1 }]],
    ['stands in what others wrote', '> We leverage it.', ['leverage', { quoted: 1 }]],
    ['is ignored with a reason', '<!-- liaison-ignore-next-line jargon: our slogan -->\nWe leverage it.', ['leverage', { ignored: 1 }]],
    ['is proposed only', 'The synergy is great.', ['synergy', { 'not-approved': 1 }]],
  ])('tell a term that %s', (_, text, expected) => {
    expect(decisionsOf(text)).toEqual([expected]);
  });

  it('list the terms that nobody uses', () => {
    const [figures] = count(['We leverage it.']);
    expect(figures?.terms.filter(({ uses }) => uses === 0).map(({ term }) => term.term)).toEqual(['API key', 'SSO', 'synergy', 'unloved']);
  });

  it('give the uses of a term that two glossaries have to the later one', async () => {
    const organisation = await loadOrganisation({
      ...acme,
      'liaison.yml': 'glossaries: [./one.yml, ./two.yml]',
      'one.yml': 'name: one\nterms: [{ term: leverage, replacements: [use] }]',
      'two.yml': 'name: two\nterms: [{ term: leverage, replacements: [draw on] }]',
    });
    const figures = count(['We leverage it.'], organisation).map(({ glossary, terms: [first] }) => [glossary.name, first?.uses, first?.isOverruled]);
    expect(figures).toEqual([
      ['one', 0, true],
      ['two', 1, false],
    ]);
  });
});
