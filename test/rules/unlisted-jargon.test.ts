import { describe, expect, it } from 'vitest';
import { createEngine, readDocument, rules } from '../../server/src/index.js';
import { lintWith, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation, today } from '../support/organisation.js';

const rule = 'unlisted-jargon';

describe('unlisted-jargon', () => {
  it('says what it saw and what to try', () => {
    expect(lintWith(rule, 'The job is idempotent.')).toMatchObject([
      {
        severity: 'info',
        text: 'idempotent',
        message: 'Most readers rarely meet “idempotent”: try an everyday word, or say once what it means.',
        suggestions: [],
      },
    ]);
  });

  it.each([
    ['once, at the first use of its lemma', 'We ‹transpile› often. Transpiling helps, and we transpiled before.'],
    ['in either spelling once', 'We ‹templatise› letters. Templatizing them saves time.'],
    ['in a list and a table too', '- ‹idempotent› jobs\n\n| a | b |\n|---|---|\n| one | ‹hypervisor› |'],
    ['after a compound’s hyphen', 'This is a non-‹idempotent› job.'],
  ])('flags a word %s', (_, marked) => {
    expect(markFindings(rule, marked)).toBe(marked);
  });

  it.each([
    ['a name inside a sentence', 'We run Terraform and Grafana. The terraform team helps.'],
    ['a word that only ever has a capital', 'Kubernetes is here. Kubernetes runs the site.'],
    ['a heading', '# Idempotent jobs'],
    ['a quotation', 'He said “idempotent” twice.'],
    ['what somebody else wrote', '> The job is idempotent.'],
    ['code and addresses', 'Run `idempotent` from https://example.org/idempotent or idempotent.org.'],
    ['identifiers', 'Set jobIdempotent, job_idempotent and idempotent2, and ask @idempotent.'],
    ['an acronym', 'The IDEM and YAML files are here.'],
    ['a word with its meaning', 'The job is idempotent, which means that it can run twice. An idempotent job is safe.'],
    ['a word explained further down', 'The job is idempotent. By idempotent (safe to repeat) we mean this.'],
    ['a word that leads to its explanation', 'The job is [idempotent](https://example.org/words).'],
    ['another language', 'Le traitement est idempotent pour les utilisateurs du système.'],
    ['common words, however they are inflected', 'Untidier desks were unhelpfully reorganised, and colourful ones organized.'],
    ['a slip of the pen', 'The portal recieved it separatly.'],
  ])('leaves %s alone', (_, text) => {
    expect(lintWith(rule, text)).toEqual([]);
  });

  it('leaves alone what an option allows, in all its forms', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': 'rules:\n  unlisted-jargon: { allow: [hypervisor] }\n' });
    expect(lintWith(rule, 'Our hypervisors host idempotent jobs.', { organisation }).map(({ text }) => text)).toEqual(['idempotent']);
  });

  it('flags commoner words when asked to', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': 'glossaries: []\nrules:\n  unlisted-jargon: { zipf: 3.5 }\n' });
    expect(lintWith(rule, 'The backlog is long.', { organisation }).map(({ text }) => text)).toEqual(['backlog']);
    expect(lintWith(rule, 'The backlog is long.')).toEqual([]);
  });

  it.each(['proposed', 'approved', 'retired'])('leaves words of a term alone that is %s', async (status) => {
    const organisation = await loadOrganisation(acmeWithTerms(`- term: idempotent job\n  definition: a job that can run twice\n  status: ${status}`));
    expect(lintWith(rule, 'Jobs are idempotent.', { organisation })).toEqual([]);
  });

  it('leaves alone what the audience knows', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': 'audiences:\n  everyone: { knows: [idempotent] }\n' });
    expect(lintWith(rule, 'The job is idempotent.', { organisation })).toEqual([]);
  });

  it('says nothing where word frequencies are missing', async () => {
    const organisation = await loadOrganisation(acme);
    const document = readDocument('/acme/message.md', 'The job is idempotent.');
    const { findings } = createEngine(rules).lint({ document, organisation, today });
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
