import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { fixText, lintWith, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'passive-voice';

/** The text with the rule's first suggestion in it; `undefined` when it has none. */
function turnActive(text: string): string | undefined {
  const suggestion = lintWith(id, text)[0]?.suggestions[0];
  return suggestion === undefined ? undefined : applyEdits(text, suggestion.edits);
}

describe('the passive is found', () => {
  it.each([
    ['in the present', 'Backups ‹are made› every night.'],
    ['in the past', 'The old server ‹was replaced› last week.'],
    ['in the future', 'The portal ‹will be switched off› on Friday.'],
    ['in the perfect', 'Your mailbox ‹has been moved›.'],
    ['in the past perfect', 'The files ‹had been deleted› before we knew.'],
    ['in the future perfect', 'By June all laptops ‹will have been replaced›.'],
    ['while it goes on', 'The network ‹is being upgraded› this week.'],
    ['while it went on', 'The network ‹was being repaired› all day.'],
    ['after modals', 'Old forms ‹can be sent› until June and new ones ‹must be signed off› in July.'],
    ['after need to', 'Your password needs ‹to be changed›.'],
    ['after get', 'Old laptops ‹get replaced› each June.'],
    ['with an irregular participle', 'The keys ‹were stolen› and the lock ‹was frozen›.'],
    ['with not', 'Staff ‹were not told› about it.'],
    ['with a contracted not', 'The portal ‹won’t be moved› and data ‹isn’t sold›.'],
    ['with adverbs', 'Your laptop ‹will then be automatically updated› again.'],
    ['with no longer', 'Old phones ‹are no longer repaired›.'],
    ['after a pronoun with a contraction', 'We wait because ‹they’ve been moved› and ‹you’re asked› to wait.'],
    ['with a prefix and a hyphen', 'Access ‹will be re-enabled› at noon.'],
    ['in a question', '‹Was it tested›?'],
    ['in a question with a noun', '‹Were the old files kept›?'],
    ['in a question with a question word', 'When ‹will it be replaced›?'],
    ['in a question in the perfect', '‹Has the fault been repaired›?'],
    ['once for two verbs that share it', 'The update ‹was tested and released› in May.'],
    ['without a second verb that is active', 'The group ‹was formed› and held its first meeting.'],
    ['with its subject in the same word', '‹You’re asked› to wait.'],
    ['in a list', '- The portal ‹was moved› in May.'],
    ['across a line break', 'The portal ‹will be\nswitched off› on Friday.'],
    ['across emphasis', 'The portal ‹will *be* switched off› on Friday.'],
    ['in the words of a link', 'See [why it ‹was replaced›](https://example.org/was-moved).'],
    ['with “by” that says when', 'The form ‹must be returned› by Monday.'],
    ['with “by” that says how', 'Notes ‹are sent› by email and codes ‹are changed› by clicking the bell.'],
    ['with “it” that means nothing', 'It ‹was agreed› that we move in May.'],
  ])('%s', (_, marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });
});

describe('what is no hidden actor is left alone', () => {
  it.each([
    ['who does it is named', 'The guide was written by the council.'],
    ['who does it is named further on', 'The guide was checked on Monday by two members of the team.'],
    ['who does it is named by what they do', 'The course is requested by hosting towns.'],
    ['a question is about something else', 'Are there any coming or being retired?'],
    ['a cause is named', 'The fault was caused by missing files.'],
    ['a program is named', 'The list is made by `cron`.'],
    ['feelings', 'We are pleased, you are interested in it, and some are concerned about it.'],
    ['places', 'The team is based in Leeds and the desk is located in the hall.'],
    ['relations', 'This is related to the move and limited to one floor.'],
    ['states', 'The office is closed on Sundays. The form is attached. The laptop is broken.'],
    ['timetables', 'The move is scheduled for May and planned for all.'],
    ['duties', 'You are required to sign in. You are supposed to wait. You are not allowed to share it.'],
    ['habits', 'We are used to it. They got used to it.'],
    ['getting started', 'Get started today. You get involved, we get dressed.'],
    ['done, gone and born', 'The work is done. The fault is gone. She was born in May.'],
    ['adjectives that begin with un', 'Your account is unchanged and unaffected.'],
    ['degrees', 'Space is very limited and the tool was more advanced.'],
    ['participles before a noun', 'These are updated versions. You get improved search.'],
    ['there is', 'There were reported faults in two towns.'],
    ['compounds', 'The service is cloud-based and was password-protected.'],
    ['a purpose', 'We made a list of files to be moved.'],
    ['orders', 'Be warned. Please be advised that it snows.'],
    ['words that only end like one', 'The bed is red. What we had was speed indeed.'],
    ['headings', '# The portal will be switched off'],
    ['table cells', '| What | When |\n| - | - |\n| The portal was moved | May |'],
    ['fragments', 'To be confirmed. Will be updated soon. Tested and released.'],
    ['quotations', 'She wrote “the portal will be switched off” to us.'],
    ['quoted blocks', '> The portal was moved.'],
    ['code', 'Run `was moved` now.'],
    ['names', 'The film is Frozen, the song is Moved.'],
    ['shouting', 'THE PORTAL WAS MOVED TODAY'],
    ['the active voice', 'We have moved the portal and will test it.'],
  ])('%s', (_, text) => {
    expect(lintWith(id, text)).toEqual([]);
  });

  it('participles that the organisation allows', async () => {
    const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}rules: { passive-voice: { allow: [Moved] } }\n` });
    expect(markFindings(id, 'It was moved. It ‹was sold›.', { organisation })).toBe('It was moved. It ‹was sold›.');
  });

  it('words that a glossary judges first', async () => {
    const organisation = await loadOrganisation(acmeWithTerms('- { term: is deemed, replacements: [counts as] }'));
    expect(lintWith(id, 'The day is deemed a holiday.', { organisation })).toEqual([]);
  });
});

describe('the message', () => {
  it.each([
    [
      'offers “we” for what senders do',
      'The portal will be switched off on Friday.',
      '“will be switched off” does not say who does it: name them, or try “we will switch off”.',
    ],
    ['offers “you” for what readers do', 'Forms must be returned today.', '“must be returned” does not say who does it: name them, or try “you must return”.'],
    ['offers nobody where it cannot tell', 'The keys were stolen.', '“were stolen” does not say who does it: name them, if readers need to know.'],
  ])('%s', (_, text, message) => {
    expect(lintWith(id, text).map((finding) => finding.message)).toEqual([message]);
  });
});

describe('the sentence turned active', () => {
  it.each([
    ['The portal will be switched off on Friday.', 'We will switch off the portal on Friday.'],
    ['The portal was moved in May.', 'We moved the portal in May.'],
    ['The portal has been moved.', 'We have moved the portal.'],
    ['All laptops are being replaced this week.', 'We are replacing all laptops this week.'],
    ['The new files were being sent all day.', 'We were sending the new files all day.'],
    ['The portal has not yet been moved.', 'We have not yet moved the portal.'],
    ['The staff were not told.', 'We did not tell the staff.'],
    ['The portal won’t be moved.', 'We will not move the portal.'],
    ['The alarm will then be automatically tested.', 'We will then automatically test the alarm.'],
    ['You will be contacted in May.', 'We will contact you in May.'],
    ['They were asked to wait.', 'We asked them to wait.'],
    ['It will be switched off on Friday.', 'We will switch it off on Friday.'],
    ['On Friday, the portal will be replaced.', 'On Friday, we will replace the portal.'],
    ['SSO will be introduced in May.', 'We will introduce SSO in May.'],
    ['The portal and the app will be tested until they work.', 'We will test the portal and the app until they work.'],
    ['Your account will be set up today.', 'We will set up your account today.'],
    ['Visitors were asked to wait.', 'We asked visitors to wait.'],
    ['Users are advised to restart.', 'We advise users to restart.'],
    ['It has been decided to close the office.', 'We have decided to close the office.'],
    ['Windows 11 was installed today.', 'We installed Windows 11 today.'],
    ['Outlook will be upgraded.', 'We will upgrade Outlook.'],
    ['Access has been restored.', 'We have restored access.'],
    ['10 May: The portal will be moved.', '10 May: We will move the portal.'],
    ['The following tools will be replaced:', 'We will replace the following tools:'],
    ['The fault was resolved by changing the lock.', 'We resolved the fault by changing the lock.'],
    ['It was also announced that we move.', 'We also announced that we move.'],
  ])('%j becomes %j', (text, active) => {
    expect(turnActive(text)).toBe(active);
    expect(lintWith(id, active)).toEqual([]);
  });

  it.each([
    ['a question', 'Will the portal be moved?'],
    ['a subject that says none', 'No files will be deleted.'],
    ['a second verb', 'The portal will be moved on Friday and will be back on Monday.'],
    ['two participles', 'The portal was tested and released.'],
    ['a subject with a clause', 'The tool that you use will be replaced.'],
    ['a clause in front', 'If you call, the portal will be replaced.'],
    ['a name that may be none', 'Teams will be upgraded.'],
    ['what was done to us', 'We were told to wait.'],
    ['a subject with a verb of its own', 'Users reported the portal was moved.'],
    ['a subject with two clauses', 'Two rules came in after this table was made.'],
    ['a subject with another verb first', 'The report covers May and was written in June.'],
    ['a modal', 'The portal can be moved.'],
    ['a verb that senders do not own', 'The portal was stolen.'],
    ['markup inside', 'The **portal** was moved.'],
    ['a relative clause', 'We use a portal, which was moved.'],
  ])('is not offered for %s', (_, text) => {
    expect(lintWith(id, text)).toHaveLength(1);
    expect(turnActive(text)).toBeUndefined();
  });

  it('is never applied in bulk', () => {
    expect(fixText('The portal will be moved.', [id])).toBe('The portal will be moved.');
  });
});
