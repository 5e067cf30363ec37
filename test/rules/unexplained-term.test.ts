import { describe, expect, it } from 'vitest';
import { fixText, lintWith, listSuggestions, markFindings } from '../support/lint-text.js';
import { acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'unexplained-term';
const organisation = await loadOrganisation(
  acmeWithTerms(`
- { term: API key, definition: a secret code that lets one program use another }
- { term: phishing, definition: fake email that tries to steal your password, knownTo: [it], exceptions: [phishing report] }
- { term: cookie, definition: a small file that a website keeps, domain: it }
- { term: MFA, policy: explain, expansion: multi-factor authentication, definition: a second check that it is you }
- { term: ROI, policy: explain, definition: what you get back for what you pay }
- { term: patch, partOfSpeech: verb, definition: to repair a program, severity: error }
- { term: sandbox, definition: a place to try things, status: deprecated }
- { term: runbook, definition: a list of steps, status: proposed }
- { term: wiki, definition: pages that all may edit, status: retired }
- { term: mesh, policy: explain }
`),
);
const options = { organisation };
const mark = (text: string): string => markFindings(id, text, options);

describe('a term is found', () => {
  it.each([
    ['at its first use only', 'You need an ‹API key›. The API key is free.'],
    ['in the plural', 'Two ‹API keys› are here.'],
    ['with a hyphen', 'An ‹API-key› is here.'],
    ['with a possessive', 'The ‹cookie›’s end.'],
    ['in the inflections of a verb', 'We ‹patched› it.'],
    ['below a heading, which is too short to explain it', '# Phishing\n\nWatch for ‹phishing›.'],
    ['in emphasis and in the words of a link', '**‹Cookies›** and [‹phishing›](https://example.org).'],
    ['across a line end', 'You need an ‹API\nkey›.'],
    ['when it is deprecated', 'Try the ‹sandbox›.'],
    ['after a quotation that has it', 'She said “phishing”. Watch for ‹phishing›.'],
    ['when it is explained only further down', 'Watch for ‹phishing›.\n\nPhishing (fake email) is bad.'],
    ['when brackets say something else', 'Watch for ‹phishing› (from Monday), for a ‹cookie› (see below) and for ‹API keys› (if any).'],
    ['when brackets hold another short form', 'You need an ‹API key› (AK) today.'],
  ])('%s', (_what, marked) => {
    expect(mark(marked)).toBe(marked);
  });

  it('with the severity of its entry', () => {
    expect(lintWith(id, 'We patch it.', options)).toMatchObject([{ severity: 'error', term: 'patch', glossary: 'house' }]);
  });
});

describe('a term that is explained is left alone', () => {
  it.each([
    ['in brackets behind it', 'You need an API key (a secret code). The API key is free.'],
    ['in brackets before it', 'Fake email (phishing) is bad. Watch for phishing.'],
    ['by “called”', 'A secret code that lets programs talk is called an API key.'],
    ['by “known as”', 'Fake email, known as phishing, is bad.'],
    ['by “which is”', 'Watch for phishing, which is fake email.'],
    ['by “that is”', 'Watch for phishing, that is, fake email.'],
    ['by “in other words”', 'Watch for phishing, in other words fake email.'],
    ['by “means”', 'Phishing means fake email.'],
    ['by a dash', 'Watch for phishing – fake email.'],
    ['by the words of its definition', 'Phishing is any fake email that tries to steal your password.'],
    ['in the plural', 'Cookies (small files) are here. A cookie is here.'],
    ['in an earlier block', 'Watch for phishing (fake email).\n\n- Phishing is bad.'],
    ['in a heading', '# Phishing (fake email)\n\nPhishing is bad.'],
    ['in quotation marks', 'Fake email is called “phishing”. Phishing is bad.'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
  });
});

describe('what needs no meaning is left alone', () => {
  it.each([
    ['code and addresses', 'Run `phishing`, see https://example.org/phishing.'],
    ['quotations', 'She wrote “phishing” twice.'],
    ['quoted replies', '> Watch for phishing.'],
    ['exceptions', 'Send a phishing report.'],
    ['another part of speech', 'The patch is here.'],
    ['entries that are proposed or retired', 'A runbook and a wiki.'],
    ['entries that have no definition', 'A mesh.'],
    ['headings', '# Phishing'],
    ['names', 'This week all of us follow the rules of the U.S. Web Phishing Guide for staff.'],
    ['names that begin with an everyday word', 'It needs a card for the Personal Phishing Defence scheme.'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
  });

  it('what the audience knows by its name, by domain or by the entry', () => {
    const as = (audience: string): string => markFindings(id, 'The cookie, phishing and the ROI.', { ...options, overrides: { audience } });
    expect(as('everyone')).toBe('The ‹cookie›, ‹phishing› and the ‹ROI›.');
    expect(as('it')).toBe('The cookie, phishing and the ‹ROI›.');
    expect(as('executives')).toBe('The ‹cookie›, ‹phishing› and the ROI.');
  });
});

describe('the quick fix', () => {
  it('puts the definition behind the first use, for a person to look at', () => {
    const text = 'You need a cookie. The cookie is small.';
    const [finding] = lintWith(id, text, options);
    expect(listSuggestions(id, text, options)).toEqual(['Explain it: “(a small file that a website keeps)” (review)']);
    expect(finding?.suggestions[0]?.edits).toEqual([{ start: 17, end: 17, text: ' (a small file that a website keeps)' }]);
    expect(fixText(text, [id], options)).toBe(text);
  });

  it.each([
    ['brackets', 'Watch (for phishing) today.'],
    ['a possessive', 'The cookie’s end.'],
    ['a compound', 'A phishing/cookie pair.'],
  ])('is not offered in %s', (_what, text) => {
    expect(lintWith(id, text, options)[0]?.suggestions).toEqual([]);
  });
});

describe('the message', () => {
  it.each([
    ['says what to write', 'A cookie.', 'Readers may not know “cookie”: say once what it means, such as “a small file that a website keeps”.'],
    [
      'says that the meaning comes too late',
      'A cookie. The cookie (a small file) is here.',
      '“cookie” is explained only further down: move its meaning up to here.',
    ],
  ])('%s', (_what, text, message) => {
    expect(lintWith(id, text, options).map((finding) => finding.message)).toEqual([message]);
  });
});
