import { describe, expect, it } from 'vitest';
import { fixText, lintWith, listSuggestions, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'undefined-acronym';
const organisation = await loadOrganisation(
  acmeWithTerms(`
- { term: SSO, expansion: single sign-on }
- { term: SLA, expansion: service level agreement, exceptions: [SLA Records] }
- { term: API, expansion: application programming interface, domain: it }
- { term: ROI, expansion: return on investment }
- { term: VDI, expansion: virtual desktop interface, knownTo: [executives] }
- { term: MoU, expansion: memorandum of understanding }
- { term: OTP, expansion: one-time password }
- { term: K8s, expansion: Kubernetes, caseSensitive: true }
- { term: SaaS, expansion: software as a service }
- { term: POC, expansion: proof of concept, status: deprecated }
- { term: MVP, expansion: minimum viable product, status: proposed }
- { term: DLP, expansion: data loss prevention, severity: error }
- { term: SLO, expansion: service level objective, policy: explain, definition: how well a service should work }
- { term: FTE, expansion: full-time equivalent, policy: avoid, replacements: [full-time post] }
`),
);
const options = { organisation };
const mark = (text: string): string => markFindings(id, text, options);
const fix = (text: string): string => fixText(text, [id], options);
const offer = (text: string): readonly string[] => listSuggestions(id, text, options);

describe('an acronym is found', () => {
  it.each([
    ['at its first use only', 'Use ‹SSO› today. We like SSO.'],
    ['in the first block that uses it', 'It rained.\n\nUse ‹SSO›.\n\nWe like SSO.'],
    ['below a heading, which is too short to spell it out', '# SSO is here\n\n‹SSO› is here.'],
    ['in the plural', 'Two ‹SLAs›.'],
    ['with a possessive', 'The ‹SLA›’s end.'],
    ['in emphasis', 'Use **‹SSO›**.'],
    ['in the words of a link', 'Use [‹SSO›](https://example.org/SSO).'],
    ['in a table', '| Term | Now |\n| - | - |\n| ‹SSO› | yes |'],
    ['after a quotation that has it', 'She said “SSO”. Use ‹SSO›.'],
    ['in mixed case, as its entry has it', 'Our ‹SaaS› and ‹K8s› and an ‹MoU›.'],
    ['in a compound', 'An ‹SSO›-enabled app, a ‹SLA›/‹API› pair.'],
    ['when no glossary has it', 'Our ‹XQV› and two ‹WQZs›.'],
    ['when its entry is deprecated', 'A ‹POC› helps.'],
    ['when its entry is only proposed, as one that nobody knows', 'An ‹MVP› helps.'],
  ])('%s', (_what, marked) => {
    expect(mark(marked)).toBe(marked);
  });

  it('with the severity of its entry', () => {
    expect(lintWith(id, 'Our DLP.', options)).toMatchObject([{ severity: 'error', term: 'DLP', glossary: 'house' }]);
  });
});

describe('an acronym that is spelled out is left alone', () => {
  it.each([
    ['before its brackets', 'Use single sign-on (SSO). SSO helps.'],
    ['in brackets after it', 'Use SSO (single sign-on). SSO helps.'],
    ['in square brackets', 'Use single sign-on [SSO].'],
    ['in quotation marks', 'Use single sign-on (“SSO”).'],
    ['in an earlier block', 'Use single sign-on (SSO).\n\n- SSO helps.'],
    ['in a heading', '# Single sign-on (SSO)\n\nSSO helps.'],
    ['in the plural', 'Two service level agreements (SLAs). An SLA helps.'],
    ['in the plural, the other way round', 'Two SLAs (service level agreements). An SLA helps.'],
    ['for short, in brackets', 'Use single sign-on (SSO for short).'],
    ['for short, between commas', 'Use single sign-on, SSO for short, today.'],
    ['between commas', 'Use single sign-on, SSO, today.'],
    ['after “or”', 'Use single sign-on, or SSO, today.'],
    ['before “or”', 'Use SSO, or single sign-on, today.'],
    ['after “known as”', 'Use single sign-on, also known as SSO, today.'],
    ['after “called”', 'Use single sign-on, called SSO, today.'],
    ['with “short for”', 'Use SSO, short for single sign-on, today.'],
    ['with “which stands for”', 'Use SSO, which stands for single sign-on, today.'],
    ['with “that is”', 'Use SSO, that is, single sign-on, today.'],
    ['by a sentence of its own', 'SSO stands for single sign-on. SSO helps.'],
    ['between dashes', 'Use SSO – single sign-on – today.'],
    ['whatever its capitals', 'A memorandum of understanding (MoU). The MoU helps.'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
  });

  it.each([
    ['“or” with another thing', 'Use a password or ‹SSO› today.'],
    ['a list', 'Use phones, laptops, ‹SSO›, tablets.'],
    ['brackets that say something else', 'Use ‹SSO› (from Monday).'],
    ['another acronym’s brackets', 'Use a service level agreement (SLA) and ‹SSO›.'],
  ])('but not by %s', (_what, marked) => {
    expect(mark(marked)).toBe(marked);
  });
});

describe('what needs no words is left alone', () => {
  it.each([
    ['capitals that everybody knows', 'Read the PDF and the FAQ on your PC.'],
    ['capitals that shout', 'PLEASE READ THIS NOW. Do NOT reply.'],
    ['code', 'Run `SSO`.\n\n```\nSSO\n```'],
    ['addresses', 'Open https://example.org/SSO or SSO@example.org.'],
    ['paths', 'Open /opt/SSO/start.'],
    ['quotations', 'She wrote “SSO” twice.'],
    ['quoted replies', '> SSO is here.'],
    ['references', 'See SSO-142.'],
    ['exceptions of its entry', 'The SLA Records label.'],
    ['another word in small letters', 'Wipe the sso and the k8s.'],
    ['an acronym whose entry explains it', 'An SLO helps.'],
    ['an acronym whose entry avoids it', 'An FTE helps.'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
  });

  it('what the audience knows by name, by domain or by the entry', () => {
    const text = 'The ‹API›, the ‹ROI› and the ‹VDI›.';
    expect(mark(text)).toBe(text);
    expect(markFindings(id, text, { ...options, overrides: { audience: 'it' } })).toBe('The API, the ‹ROI› and the ‹VDI›.');
    expect(markFindings(id, text, { ...options, overrides: { audience: 'executives' } })).toBe('The ‹API›, the ROI and the VDI.');
  });

  it('what the organisation allows', async () => {
    const allowing = await loadOrganisation({
      ...acme,
      'liaison.yml': `${acme['liaison.yml']}glossaries: []\nrules: { undefined-acronym: { allow: [xqv] } }\n`,
    });
    expect(markFindings(id, 'Our XQV and ‹WQZ›.', { organisation: allowing })).toBe('Our XQV and ‹WQZ›.');
  });
});

describe('the fix spells it out at its first use', () => {
  it.each([
    ['once', 'Use SSO. We like SSO.', 'Use single sign-on (SSO). We like SSO.'],
    ['with a capital', 'SSO helps.', 'Single sign-on (SSO) helps.'],
    ['in the plural', 'Two SLAs.', 'Two service level agreements (SLAs).'],
    ['in the plural of its head', 'Two MoUs.', 'Two memoranda of understanding (MoUs).'],
    ['with the article of the words', 'An SSO and an OTP.', 'A single sign-on (SSO) and a one-time password (OTP).'],
    ['with an article that changes the other way', 'A SaaS and a API.', 'A software as a service (SaaS) and an application programming interface (API).'],
    ['as its entry writes it', 'Run K8s.', 'Run Kubernetes (K8s).'],
    ['in emphasis', 'Use **SSO**.', 'Use **single sign-on (SSO)**.'],
    ['in the words of a link', '[SSO](https://example.org/SSO)', '[Single sign-on (SSO)](https://example.org/SSO)'],
    ['next to a colon', 'SSO: it helps.', 'Single sign-on (SSO): it helps.'],
  ])('%s', (_what, before, after) => {
    expect(fix(before)).toBe(after);
    expect(mark(after)).toBe(after);
  });

  it.each([
    ['it stands in brackets', 'Sign in (see SSO).'],
    ['a possessive follows', 'The SSO’s page.'],
    ['brackets follow', 'Use SSO (from Monday).'],
    ['a word would stand twice', 'Your single sign-on SSO.'],
    ['it is spelled out further down', 'Use SSO. We like single sign-on (SSO).'],
  ])('unless %s', (reason, text) => {
    expect(offer(text)).toEqual([`Spell it out: “single sign-on (SSO)” (check it: ${reason}) (review)`]);
    expect(fix(text)).toBe(text);
  });

  it('unless its last word follows', () => {
    expect(offer('An OTP password.')).toEqual(['Spell it out: “one-time password (OTP)” (check it: a word would stand twice) (review)']);
    expect(offer('Two SLA agreements.')).toEqual(['Spell it out: “service level agreement (SLA)” (check it: a word would stand twice) (review)']);
  });

  it('unless it is half of a compound, or nobody knows what it stands for', () => {
    expect(offer('An SSO-enabled app. A SLA/API pair. Our XQV.')).toEqual([]);
  });
});

describe('the message', () => {
  it.each([
    ['says what to write', 'Use SSO.', 'Readers may not know “SSO”: spell it out as “single sign-on (SSO)”.'],
    ['asks for the words where no glossary has them', 'Our XQV.', 'Readers may not know “XQV”: spell it out where you first use it.'],
    [
      'says that the words come too late',
      'Use SSO. We like single sign-on (SSO).',
      '“SSO” is spelled out only further down: do it here, where you first use it.',
    ],
  ])('%s', (_what, text, message) => {
    expect(lintWith(id, text, options).map((finding) => finding.message)).toEqual([message]);
  });
});
