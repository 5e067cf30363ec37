import { describe, expect, it } from 'vitest';
import { CandidateMiner, ListedWords, readDocument } from '../../server/src/index.js';
import { frequency } from '../support/lint-text.js';
import { acmeWithTerms, loadOrganisation } from '../support/organisation.js';

// Enough ordinary words around the candidates for “frequent here” to mean something.
const filler = Array.from(
  { length: 40 },
  (_, index) => `On day ${index} people came to the office and talked about the weather, number ${index} of many.`,
).join(' ');

/** The candidates of some messages, in order, as `term (kind)`. */
async function suggest(messages: readonly string[], { terms = '- term: unrelated', minCount = 2 } = {}) {
  const organisation = await loadOrganisation(acmeWithTerms(terms));
  const miner = new CandidateMiner(frequency);
  for (const [index, text] of [...messages, filler].entries()) miner.add(readDocument(`/acme/${index + 1}.md`, text));
  return miner.rank({ limit: 20, minCount, listed: new ListedWords(organisation.glossaries), tagger: organisation.automaton.tagger });
}

const namesOf = async (...options: Parameters<typeof suggest>): Promise<string[]> => (await suggest(...options)).map(({ term, kind }) => `${term} (${kind})`);

describe('term candidates', () => {
  it('are words that are rare elsewhere, as a dictionary lists them', async () => {
    expect(await namesOf(['Each buildpack is checked.', 'We renewed two buildpacks today.'])).toEqual(['buildpack (word)']);
  });

  it('are noun phrases whose words keep meeting', async () => {
    const found = await namesOf(['Fill in the change request form.', 'We read every change request on Monday.', 'A late change request waits a week.']);
    expect(found).toContain('change request (phrase)');
    expect(found.filter((name) => name.includes('every') || name.includes('late'))).toEqual([]);
  });

  it('keep the hyphen of a compound', async () => {
    expect(await namesOf(['Set up two-factor authentication.', 'We ask for two-factor authentication.'])).toContain('two-factor authentication (phrase)');
  });

  it('leave a phrase out that only lives inside a longer one', async () => {
    const found = await namesOf(['Ask the change advisory board.', 'The next change advisory board is near.', 'We met a change advisory board.']);
    expect(found).toContain('change advisory board (phrase)');
    expect(found).not.toContain('change advisory (phrase)');
    expect(found).not.toContain('advisory board (phrase)');
  });

  it('are acronyms that some message does not spell out, with what another says they stand for', async () => {
    const found = await suggest(['The CAB meets today.', 'The change advisory board (CAB) meets.', 'Ask the CAB.']);
    expect(found.find(({ kind }) => kind === 'acronym')).toMatchObject({ term: 'CAB', uses: 3, documents: 3, expansion: 'change advisory board' });
  });

  it('reads small words in what an acronym stands for either way', async () => {
    const found = await suggest(['The authority to operate (ATO) is here.', 'No ATO yet.', 'The office of data management (ODM) is open.', 'Ask ODM.']);
    expect(found.filter(({ kind }) => kind === 'acronym').map(({ expansion }) => expansion)).toEqual(['authority to operate', 'office of data management']);
  });

  it('come with their uses, their messages and an example', async () => {
    expect(await suggest(['# News\n\nEach buildpack is checked.', 'We renewed two buildpacks. A buildpack ages.'])).toMatchObject([
      { term: 'buildpack', kind: 'word', uses: 3, documents: 2, example: { path: '/acme/1.md', line: 3, sentence: 'Each buildpack is checked.' } },
    ]);
  });

  it('rank what more messages use higher', async () => {
    const names = await namesOf(['Drain the hypervisor. The hypervisor is old.', 'A new kubelet.', 'Their kubelet.', 'No kubelet.']);
    expect(names.indexOf('kubelet (word)')).toBeLessThan(names.indexOf('hypervisor (word)'));
  });

  it.each([
    ['names', ['We run Grafana here.', 'Open Grafana now.']],
    ['common words', ['The council helps residents.', 'Residents ask the council.']],
    ['headings', ['# Buildpack', '# Buildpack news']],
    ['quotations of others', ['> Each buildpack is old.', '> Two buildpacks are new.']],
    ['code', ['Run `buildpack`.', 'Then `buildpack` again.']],
    ['sentences that keep coming back', ['Your buildpack report has arrived.', 'Your buildpack report has arrived.']],
    ['other languages', ['Le buildpack est dans la maison pour vous.', 'Nous avons un buildpack dans le bureau.']],
    ['what is used too seldom', ['Each buildpack is checked.']],
  ])('leave out %s', async (_, messages) => {
    expect(await namesOf(messages)).toEqual([]);
  });

  it.each(['proposed', 'approved', 'retired'])('leave out a term that a glossary has as %s', async (status) => {
    const terms = `- term: buildpack\n  status: ${status}\n- term: change request\n  status: ${status}`;
    expect(await namesOf(['Each buildpack and change request.', 'Two buildpacks, a change request.'], { terms })).toEqual([]);
  });
});
