import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintResult, lintWith, listSuggestions } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

const id = 'subject-line';
const withSubject = (subject: string, body = 'It will be in the portal.'): string => `---\nsubject: ${JSON.stringify(subject)}\n---\n\n${body}`;
const messagesOf = (text: string): readonly string[] => lintWith(id, text).map(({ message }) => message);
const partOf = (text: string): unknown => lintResult(text).checkup.find(({ part }) => part === 'subject');

describe('a subject line', () => {
  it.each([
    'Update',
    'UPDATE',
    'Re: Update',
    'Important information',
    'Newsletter',
    'IT newsletter, June 2026',
    'FYI',
    'Please read',
    'Important: please read!',
    'Action required',
    'Weekly status report',
    'An update from the IT team',
    'News from IT',
    'Update 12 June',
    'Update #4',
    'Hello everyone',
    'Planned maintenance',
    'Service update',
    'Quick question',
    'Update for managers',
    'Untitled',
  ])('is vague when it is %j', (subject) => {
    expect(messagesOf(withSubject(subject))).toEqual([`“${subject}” could stand over any message: say in a few words what changes, and when.`]);
  });

  it.each([
    'Update your browser by Friday',
    'The leave form moves on 1 June',
    'Payroll update',
    'Newsletter: leave moves to the portal',
    'Planned maintenance on Saturday 6 June',
    'Email outage',
    'VPN',
    'Wifi in block C: what to do this week',
    'ACTION REQUIRED: confirm your number by Friday',
    '[ACTION REQUIRED] Confirm your number by Friday',
    '[Action required today] Confirm your number by Friday',
    '[mail and web servers] Upgrade on Monday',
    'SAP HR and MFA for the NHS VPN',
    'Your password changes today!',
    'IT US AM PM',
  ])('may be %j', (subject) => {
    expect(messagesOf(withSubject(subject))).toEqual([]);
  });

  it.each([
    ['YOUR PASSWORD WILL EXPIRE ON MONDAY', 'Your password will expire on Monday'],
    ['The portal closes today!!!', 'The portal closes today'],
    ['Where is my pay slip?!!', 'Where is my pay slip?'],
    ['URGENT!!! Save your work', 'Urgent! Save your work'],
    ['PLEASE CHECK YOUR VPN AND MFA BEFORE MAY', 'Please check your VPN and MFA before May'],
    ['Leave: DO NOT use the OLD form', 'Leave: do not use the old form'],
  ])('that shouts %j is offered as %j', (subject, calm) => {
    const text = withSubject(subject);
    const [finding] = lintWith(id, text);
    expect(finding?.message).toBe('Capitals and exclamation marks read like shouting: try an ordinary sentence.');
    expect(finding?.suggestions.map(({ title, safety }) => [title, safety])).toEqual([[`Use “${calm}”`, 'review']]);
    expect(lintResult(applyEdits(text, finding?.suggestions[0]?.edits ?? [])).checkup.find(({ part }) => part === 'subject')?.met).toBe(true);
  });

  it('keeps capitals that the message itself gives a word', () => {
    const body = 'From Monday SAFARI is the name of the booking tool.';
    expect(listSuggestions(id, withSubject('PLEASE USE SAFARI FOR ROOMS', body))).toEqual(['Use “Please use SAFARI for rooms” (review)']);
  });

  it('may be too long, and the limit may be moved', async () => {
    const subject = 'The form for annual leave moves from the old portal to the new one on 1 June';
    expect(messagesOf(withSubject(subject))).toEqual([
      'This subject line has 76 characters, and what comes after about 70 is often cut off: try a shorter one.',
    ]);
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}rules: { subject-line: { maxLength: 80 } }\n` });
    expect(lintWith(id, withSubject(subject), { organisation })).toEqual([]);
  });

  it.each([
    ['a title in the front matter', '---\ntitle: The leave form moves\n---\n\nIt is in the portal.', 'The leave form moves'],
    ['a subject, whatever its capital', '---\nSubject: The leave form moves\n---\n\nIt is in the portal.', 'The leave form moves'],
    ['the heading it opens with', '# The leave form moves\n\nIt is in the portal.', 'The leave form moves'],
    ['a heading behind a greeting', 'Dear all,\n\n## The leave form moves\n\nIt is in the portal.', 'The leave form moves'],
    ['a line of the body', '**Subject:** The leave form moves\n\nIt is in the portal.', 'The leave form moves'],
  ])('is %s', (_, text, subject) => {
    const state = lintResult(text).checkup.find(({ part }) => part === 'subject');
    expect([state?.met, text.slice(state?.evidence?.start, state?.evidence?.end)]).toEqual([true, subject]);
  });

  it.each([
    ['there is none', 'The leave form moves on Monday.'],
    ['a heading only stands over a section further down', 'The leave form moves on Monday to the portal.\n\n## How to find it\n\nIt is in the portal.'],
    ['a template left a gap', withSubject('[what changes, and when]')],
    ['a template left a gap in it', withSubject('The portal closes on [day and date]')],
    ['the field is empty', '---\nsubject:\n---\n\nThe leave form moves on Monday.'],
  ])('is missing when %s', (_, text) => {
    expect(messagesOf(text)).toEqual(['This message has no subject line: say in a few words what changes, and when.']);
    expect(partOf(text)).toMatchObject({ part: 'subject', met: false });
  });
});

describe('what is offered for a subject', () => {
  const apply = (text: string, index: number): string => applyEdits(text, lintWith(id, text)[0]?.suggestions[index]?.edits ?? []);

  it('is a sentence of the message that says what it is about, and a line to fill in', () => {
    const text = 'Dear all,\n\nThe leave form moves to the portal on Monday. You find it under “Time”.';
    expect(listSuggestions(id, text)).toEqual(['Use “The leave form moves to the portal on Monday” (review)', 'Add a subject line (review)']);
    expect(apply(text, 0)).toBe(`---\nsubject: "The leave form moves to the portal on Monday"\n---\n\n${text}`);
    expect(apply(text, 1)).toBe(`---\nsubject: "[what changes, and when]"\n---\n\n${text}`);
  });

  it('takes the place of a vague one', () => {
    expect(apply('---\ntitle: Update\n---\n\nThe portal closes at 18:00 on Monday.', 0)).toBe(
      '---\ntitle: "The portal closes at 18:00 on Monday"\n---\n\nThe portal closes at 18:00 on Monday.',
    );
    expect(apply('# **Update**\n\nThe portal closes on Monday.', 0)).toBe('# **The portal closes on Monday**\n\nThe portal closes on Monday.');
  });

  it.each([
    'It moves on Monday to the portal.',
    'Will the form move on Monday?',
    'The leave form moves soon.',
    'On Monday the form that you use for annual leave and for parental leave moves to the portal.',
    '> The leave form moves on Monday.\n\nShe said so.',
  ])('is no sentence that cannot stand alone, as in %j', (text) => {
    expect(listSuggestions(id, text)).toEqual(['Add a subject line (review)']);
  });
});

it('is nothing to say about a message without words', () => {
  expect(messagesOf('---\naudience: everyone\n---\n')).toEqual([]);
});
