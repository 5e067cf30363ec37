import { describe, expect, it } from 'vitest';
import { createEngine, readDocument, rules } from '../../server/src/index.js';
import { lintWith, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation, today } from '../support/organisation.js';

const rule = 'unlisted-jargon';

describe('unlisted-jargon', () => {
  it('says what it saw and what to try', () => {
    expect(lintWith(rule, 'The job is vestigial.')).toMatchObject([
      {
        severity: 'info',
        text: 'vestigial',
        message: 'Most readers rarely meet “vestigial”: try an everyday word, or say once what it means.',
        suggestions: [],
      },
    ]);
  });

  it.each([
    ['once, at the first use of its lemma', 'We ‹transpile› often. Transpiling helps, and we transpiled before.'],
    ['in either spelling once', 'We ‹templatise› letters. Templatizing them saves time.'],
    ['in a list and a table too', '- ‹vestigial› jobs\n\n| a | b |\n|---|---|\n| one | ‹plinth› |'],
    ['after a compound’s hyphen', 'This is a non-‹vestigial› part.'],
  ])('flags a word %s', (_, marked) => {
    expect(markFindings(rule, marked)).toBe(marked);
  });

  it.each([
    ['a name inside a sentence', 'We run Terraform and Grafana. The terraform team helps.'],
    ['a word that only ever has a capital', 'Kubernetes is here. Kubernetes runs the site.'],
    ['a heading', '# Vestigial jobs'],
    ['a quotation', 'He said “vestigial” twice.'],
    ['what somebody else wrote', '> The job is vestigial.'],
    ['code and addresses', 'Run `vestigial` from https://example.org/vestigial or vestigial.org.'],
    ['identifiers', 'Set jobVestigial, job_vestigial and vestigial2, and ask @vestigial.'],
    ['an acronym', 'The VEST and YAML files are here.'],
    ['a word with its meaning', 'The part is vestigial, which means that it does nothing now. A vestigial part is safe to remove.'],
    ['a word explained further down', 'The job is vestigial. By vestigial (left over and unused) we mean this.'],
    ['a word that leads to its explanation', 'The job is [vestigial](https://example.org/words).'],
    ['another language', 'Le traitement est vestigial pour les utilisateurs du système.'],
    ['common words, however they are inflected', 'Untidier desks were unhelpfully reorganised, and colourful ones organized.'],
    ['a slip of the pen', 'The portal recieved it separatly.'],
  ])('leaves %s alone', (_, text) => {
    expect(lintWith(rule, text)).toEqual([]);
  });

  it('leaves alone what an option allows, in all its forms', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': 'rules:\n  unlisted-jargon: { allow: [plinth] }\n' });
    expect(lintWith(rule, 'Our plinths host vestigial jobs.', { organisation }).map(({ text }) => text)).toEqual(['vestigial']);
  });

  it('flags commoner words when asked to', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': 'glossaries: []\nrules:\n  unlisted-jargon: { zipf: 3.5 }\n' });
    expect(lintWith(rule, 'The backlog is long.', { organisation }).map(({ text }) => text)).toEqual(['backlog']);
    expect(lintWith(rule, 'The backlog is long.')).toEqual([]);
  });

  it.each(['proposed', 'approved', 'retired'])('leaves words of a term alone that is %s', async (status) => {
    const organisation = await loadOrganisation(acmeWithTerms(`- term: vestigial job\n  definition: a job that nobody needs\n  status: ${status}`));
    expect(lintWith(rule, 'Jobs are vestigial.', { organisation })).toEqual([]);
  });

  it('leaves alone what the audience knows', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': 'audiences:\n  everyone: { knows: [vestigial] }\n' });
    expect(lintWith(rule, 'The job is vestigial.', { organisation })).toEqual([]);
  });

  it('says nothing where word frequencies are missing', async () => {
    const organisation = await loadOrganisation(acme);
    const document = readDocument('/acme/message.md', 'The job is vestigial.');
    const { findings } = createEngine(rules).lint({ document, organisation, today });
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
