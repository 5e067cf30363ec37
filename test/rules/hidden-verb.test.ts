import { describe, expect, it } from 'vitest';
import { fixText, lintWith, listSuggestions, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'hidden-verb';
// The bundled glossary of plain words judges some of these phrases first. Here it is left out.
const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}glossaries: [it-jargon]\n` });
const mark = (text: string): string => markFindings(id, text, { organisation });
const fix = (text: string): string => fixText(text, [id], { organisation });
const offer = (text: string): readonly string[] => listSuggestions(id, text, { organisation });

describe('the hidden verb is found', () => {
  it.each([
    ['with another article', 'They ‹made the decision to› leave.'],
    ['with an adjective', 'We will ‹conduct a thorough review of› the plan.'],
    ['with two adjectives', 'We will ‹do a quick formal test of› the plan.'],
    ['in the plural', 'We ‹made changes to› the form.'],
    ['with a number', 'We ‹made several changes to› the form and ‹carried out two tests of› it.'],
    ['with a few', 'We ‹made a few changes to› the form.'],
    ['with an owner', 'We are ‹completing our review of› the plan.'],
    ['after not', 'The board did not ‹make a decision on› it.'],
    ['after nobody', 'Nobody ‹made any changes to› it.'],
    ['in the perfect', 'The board has ‹made a decision on› it.'],
    ['in the present', 'The pages ‹make reference to› the plan. One ‹makes reference to› it too.'],
    ['as a gerund', '‹Making improvements to› the form takes time.'],
    ['with a verb of two words', 'They ‹came to an agreement on› it.'],
    ['in American spelling', 'We ‹made an inquiry about› it. They ‹give authorization for› it.'],
    ['in a heading', '# We ‹carry out a review of› the plan'],
    ['across a line break', 'We will ‹conduct\na review of› the plan.'],
    ['across emphasis', 'We will ‹conduct a *review* of› the plan.'],
    ['in the words of a link', 'See [how we ‹make changes to› it](https://example.org/make-changes-to).'],
    ['before code', 'We ‹make changes to› `index.html` now.'],
    ['before a name', 'We ‹made changes to› Outlook today.'],
  ])('%s', (_, marked) => {
    expect(mark(marked)).toBe(marked);
  });
});

describe('what hides no verb is left alone', () => {
  it.each([
    ['quotations', 'He wrote “make changes to the form” twice.'],
    ['quoted blocks', '> We make changes to the form.'],
    ['code', 'Run `make changes to the form`.'],
    ['names', 'We met the people of Make Changes To Leeds in the hall.'],
    ['the passive', 'A decision was made on the plan. The changes made to the form are small.'],
    ['a passive with the noun behind', 'The plan was given consideration to the end.'],
    ['short relative clauses', 'The staff given training to the end of May are back.'],
    ['a purpose', 'We make changes to save time. They made improvements to work faster.'],
    ['a time', 'We carry out checks on Friday. They made a reduction in 2026.'],
    ['something made easy', 'It would make the switch to Teams easy.'],
    ['something made harder', 'It makes changes to the form harder for us.'],
    ['relative clauses', 'We made a decision that helps you. They make decisions that help.'],
    ['for whom it is', 'They will make the payment for you.'],
    ['what would be no English', 'We took a backup of it.'],
    ['no such thing', 'We made no changes to the form.'],
    ['more of it', 'It has more impact on you. We make better use of it.'],
    ['a noun without its verb', 'The evaluation of the trial is done. Your decision on it is final.'],
    ['the verb itself', 'We decided on it and reviewed the plan.'],
    ['words that another line begins', 'We conduct a\\\nreview of it.'],
    ['words with a comma between', 'We make, it seems, changes to the form.'],
  ])('%s', (_, text) => {
    expect(mark(text)).toBe(text);
  });

  it('phrases that the organisation allows, whatever their article', async () => {
    const allowing = await loadOrganisation({
      ...acme,
      'liaison.yml': `${acme['liaison.yml']}glossaries: []\nrules: { hidden-verb: { allow: ["make changes to", "conduct a review of"] } }\n`,
    });
    expect(markFindings(id, 'We made changes to it. They conducted the review of it. We ‹made a decision on› it.', { organisation: allowing })).toBe(
      'We made changes to it. They conducted the review of it. We ‹made a decision on› it.',
    );
  });

  it('words that a glossary judges first', async () => {
    const judging = await loadOrganisation(acmeWithTerms('- { term: make a decision, partOfSpeech: verb, replacements: [decide] }'));
    expect(lintWith(id, 'We make a decision on it.', { organisation: judging })).toEqual([]);
  });
});

describe('the plain verb', () => {
  it.each([
    ['We will conduct a review of the plan.', 'We will review the plan.'],
    ['She conducts an analysis of it.', 'She analyses it.'],
    ['We carried out an installation of the tool.', 'We installed the tool.'],
    ['They are making improvements to the form.', 'They are improving the form.'],
    ['The board has not made a decision on it.', 'The board has not decided on it.'],
    ['They made a choice between two.', 'They chose between two.'],
    ['They have made a choice between two.', 'They have chosen between two.'],
    ['Make a copy of the form.', 'Copy the form.'],
    ['They placed an order for it.', 'They ordered it.'],
    ['We took a backup of the files.', 'We backed up the files.'],
  ])('takes the form of the phrase: %j', (text, fixed) => {
    expect(fix(text)).toBe(fixed);
  });

  it.each([
    ['We will conduct a thorough review of it.', ['Use “thoroughly review” (review)']],
    ['Conduct a quick test of it.', ['Use “Quickly test” (review)']],
    ['We made the decision to leave.', ['Use “decided to” (review)']],
    ['We made some changes to it.', ['Use “changed” (review)']],
    ['They perform maintenance on the network.', ['Use “maintain” (review)']],
    ['It has an impact on you.', ['Use “affects” (review)']],
    ['We make an announcement about the move.', ['Use “announce” (review)']],
  ])('is only offered where words go or the sense may shift: %j', (text, titles) => {
    expect(offer(text)).toEqual(titles);
  });

  it.each([
    ['a number', 'We made several changes to it.'],
    ['an adjective without an adverb', 'We made a new assessment of it.'],
    ['markup', 'We conduct a *review* of it.'],
  ])('is not offered where it would lose %s', (_, text) => {
    expect(lintWith(id, text, { organisation })).toHaveLength(1);
    expect(offer(text)).toEqual([]);
  });

  it('stands in the message', () => {
    expect(lintWith(id, 'We will conduct a thorough\nreview of it.', { organisation }).map(({ message }) => message)).toEqual([
      '“conduct a thorough review of” hides its verb: try “thoroughly review”.',
    ]);
  });
});
