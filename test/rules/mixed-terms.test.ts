import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { fixText, lintWith, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'mixed-terms';
const withSets = await loadOrganisation({
  ...acme,
  'liaison.yml': `${acme['liaison.yml']}rules: { mixed-terms: { sets: [[time card, work log], [file, clock in]] } }\n`,
});
const withTerms = await loadOrganisation(
  acmeWithTerms(`
- { term: work queue, partOfSpeech: noun, variants: [task list, work-queue, workqueue], definition: what is to be done }
- { term: SSO, expansion: single sign-on, variants: [one sign-on] }
- { term: admin rights, partOfSpeech: noun, variants: [administrator rights], definition: permission to change things }
`),
);

/** The text with the first suggestion of every finding in it. */
function useOneName(text: string): string {
  return applyEdits(
    text,
    lintWith(id, text).flatMap(({ suggestions }) => suggestions[0]?.edits ?? []),
  );
}

describe('two names in one message', () => {
  it.each([
    ['of a place', 'Call the help desk. The ‹service desk› is open.'],
    ['in two paragraphs', 'Call the help desk.\n\nThe ‹service desk› is open.'],
    ['in a list and a cell', '- Call the help desk.\n\n| Who | When |\n| - | - |\n| ‹Service desk› | now |'],
    ['at the first use of the second', 'Call the help desk. The ‹service desk› is open. Our service desk helps. Help desk and all.'],
    ['at the rarer, wherever it is', 'Call the ‹help desk›. The service desk is open. Our service desk helps.'],
    ['inflected', 'We sign in at nine. She ‹logged in› late.'],
    ['as an acronym', 'Set up two-factor authentication. Then ‹MFA› asks for a code.'],
    ['in the words of a link', 'Call the help desk. See the [‹service desk›](https://example.org/help-desk).'],
    ['with capitals', 'Call the Help Desk now. The ‹Service Desk› is open.'],
    ['across a line break', 'Call the help desk. The ‹service\ndesk› is open.'],
    ['three of them', 'A laptop is here. Your ‹notebook computer› is there. The ‹portable computer› is gone. A laptop it is.'],
  ])('%s', (_, marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });

  it('says which two, and which to keep', () => {
    expect(lintWith(id, 'Call the help desk. The service desk is open.').map(({ message, severity }) => ({ message, severity }))).toEqual([
      { message: '“service desk” and “help desk” may be one thing: keep to “help desk”.', severity: 'warning' },
    ]);
  });

  it.each([
    ['Call the help desk. The service desks are open.', 'Call the help desk. The help desks are open.'],
    ['We sign in at nine. She logged in late.', 'We sign in at nine. She signed in late.'],
    ['We sign in at nine. Logging on takes time.', 'We sign in at nine. Signing in takes time.'],
    ['The intranet is old. We need a staff site.', 'The intranet is old. We need an intranet.'],
    ['Use two-factor authentication. Then MFA asks for a code.', 'Use two-factor authentication. Then two-factor authentication asks for a code.'],
  ])('suggests the other name in its form: %j', (text, mended) => {
    expect(useOneName(text)).toBe(mended);
    expect(lintWith(id, mended)).toEqual([]);
  });

  it('is never mended in bulk', () => {
    expect(fixText('Call the help desk. The service desk is open.', [id])).toBe('Call the help desk. The service desk is open.');
  });
});

describe('two names are left alone', () => {
  it.each([
    ['in a message that explains both', 'Call the service desk (formerly the help desk). The service desk is open.'],
    ['where one is another name for the other', 'The help desk, also called the service desk, is open. The service desk helps.'],
    ['where one replaces the other', 'In May the service desk replaces the help desk. The service desk is open.'],
    ['where both are named side by side', 'Call the help desk or the service desk. The service desk is open.'],
    ['in a quotation', 'Call the help desk. The sign says “service desk”.'],
    ['in a quoted block', 'Call the help desk.\n\n> The service desk is open.'],
    ['in a heading', '# The service desk\n\nCall the help desk.'],
    ['in code', 'Call the help desk. Run `service desk`.'],
    ['in the target of a link', 'Call the [help desk](https://example.org/service-desk).'],
    ['in a name', 'Call the help desk. We bought Acme Service Desk Pro.'],
    ['when one is the acronym of the other', 'Multi-factor authentication (MFA) is on. MFA saves time.'],
    ['when one is the other in full', 'The IT help desk is open. Call the help desk.'],
    ['when they are two things', 'Your password is old. A passphrase is new. Your tablet and your laptop.'],
    ['when there is only one', 'Call the help desk. The help desk is open.'],
  ])('%s', (_, text) => {
    expect(lintWith(id, text)).toEqual([]);
  });
});

describe('names of the organisation', () => {
  it('are told in its settings', () => {
    const marked = 'Fill in your time card. The ‹work log› is due. Two time cards are lost.';
    expect(markFindings(id, marked, { organisation: withSets })).toBe(marked);
    expect(lintWith(id, marked.replaceAll(/[‹›]/g, ''))).toEqual([]);
  });

  it('leave the built-in ones as they are', () => {
    expect(lintWith(id, 'Call the help desk. The service desk is open.', { organisation: withSets })).toHaveLength(1);
  });

  it('are the variants of a glossary entry', () => {
    const marked = 'See the work queue. Your ‹task lists› are long.';
    expect(markFindings(id, marked, { organisation: withTerms })).toBe(marked);
    expect(lintWith(id, marked.replaceAll(/[‹›]/g, ''), { organisation: withTerms })[0]?.suggestions[0]?.title).toBe('Use “work queues”');
  });

  it('are not the spellings, the short form or the acronym of an entry', () => {
    const texts = [
      'See the work queue. Your work-queue is long.',
      'You need admin rights. Administrator rights are rare.',
      'One sign-on (SSO) is here. SSO saves time.',
    ];
    for (const text of texts) expect(lintWith(id, text, { organisation: withTerms }), text).toEqual([]);
  });
});

describe('two spellings of one word', () => {
  it.each([
    ['with and without a hyphen', 'Send an email. We read each ‹e-mail›.'],
    ['in the plural', 'Send an email. We read your ‹e-mails›.'],
    ['with -ise and -ize', 'We organise the move. They are ‹organizing› it too.'],
    ['with -yse and -yze', 'We analyse it. They ‹analyzed› it too.'],
    ['with -our and -or', 'Pick a colour. These ‹colors› are new.'],
    ['as one word and two', 'Our website is new. The old ‹web site› is gone.'],
    ['at the rarer', 'Send an ‹e-mail›. Each email counts. One email is enough.'],
    ['with -er and -or', 'Ask an adviser. The ‹advisor› knows.'],
  ])('%s', (_, marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });

  it('is only information, and says how to mend it', () => {
    const [finding] = lintWith(id, 'We organise the move. They are organizing it too.');
    expect(finding?.severity).toBe('info');
    expect(finding?.message).toBe('“organizing” is spelled in another way than “organise”: keep to one, such as “organising”.');
  });

  it.each([
    ['Send an email. E-mails are read.', 'Send an email. Emails are read.'],
    ['Our website is new. Web sites age.', 'Our website is new. Websites age.'],
    ['We cancelled it. They canceled it.', 'We cancelled it. They cancelled it.'],
  ])('suggests the other spelling in its form: %j', (text, mended) => {
    expect(useOneName(text)).toBe(mended);
  });

  it.each([
    ['names', 'We organise it with the World Health Organization.'],
    ['two words that look alike', 'Please re-sign it or resign. We analyse the analyses.'],
    ['verbs and their nouns', 'Log in here. Your login is new. Set up the setup.'],
    ['addresses and file names', 'See `e-mail` or e-mail.example.org for email.'],
    ['quotations', 'Send an email. She wrote “e-mail”.'],
    ['parts of longer compounds', 'Keep the end-to-end plan. The endto is odd.'],
  ])('is not seen in %s', (_, text) => {
    expect(lintWith(id, text)).toEqual([]);
  });
});
