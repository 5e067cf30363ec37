import { describe, expect, it } from 'vitest';
import { fixText, type LintOptions, listSuggestions } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

/** Acme with one entry, and a language where its own spelling matters. */
async function acmeWithEntry(entry: string, language = 'en'): Promise<LintOptions> {
  const files = acmeWithTerms(`- { ${entry} }`);
  return { organisation: await loadOrganisation({ ...files, 'liaison.yml': `${files['liaison.yml'] ?? acme['liaison.yml']}language: ${language}\n` }) };
}

async function fix(entry: string, text: string, language?: string): Promise<string> {
  return fixText(text, ['jargon'], await acmeWithEntry(entry, language));
}

async function offer(entry: string, text: string): Promise<readonly string[]> {
  return listSuggestions('jargon', text, await acmeWithEntry(entry));
}

const leverage = 'term: leverage, partOfSpeech: verb, replacements: [use]';
const undertake = 'term: undertake, partOfSpeech: verb, replacements: [do]';
const decommission = 'term: decommission, partOfSpeech: verb, replacements: [switch off]';
const cascade = 'term: cascade, partOfSpeech: verb, replacements: [pass on]';
const signOff = 'term: sign off, partOfSpeech: verb, replacements: [approve]';
const reachOut = 'term: reach out, partOfSpeech: verb, replacements: [get in touch]';
const diarise = 'term: diarise, partOfSpeech: verb, replacements: [put in the diary]';
const stakeholder = 'term: stakeholder, partOfSpeech: noun, replacements: [partner]';
const endUser = 'term: end user, partOfSpeech: noun, replacements: [person who uses it]';
const skillset = 'term: skillset, partOfSpeech: noun, replacements: [skills]';
const robust = 'term: robust, partOfSpeech: adjective, replacements: [strong]';
const optimal = 'term: optimal, partOfSpeech: adjective, replacements: [best]';
const priorTo = 'term: prior to, partOfSpeech: phrase, replacements: [before]';
const majority = 'term: the majority of, partOfSpeech: phrase, replacements: [most]';
const goingForward = 'term: going forward, partOfSpeech: phrase, policy: omit';
const very = 'term: very, partOfSpeech: adverb, policy: omit';

describe('a verb takes the form of the one that it replaces', () => {
  it.each([
    ['the plain form', leverage, 'You can leverage it.', 'You can use it.'],
    ['the third person', leverage, 'She leverages it.', 'She uses it.'],
    ['the past', undertake, 'We undertook it.', 'We did it.'],
    ['the perfect', undertake, 'They have undertaken it.', 'They have done it.'],
    ['the passive', undertake, 'It was undertaken by us.', 'It was done by us.'],
    ['the past of one that shows no difference', 'term: commence, partOfSpeech: verb, replacements: [begin]', 'It commenced.', 'It began.'],
    ['the perfect of one that shows no difference', 'term: commence, partOfSpeech: verb, replacements: [begin]', 'It has commenced.', 'It has begun.'],
    ['a question in the perfect', 'term: commence, partOfSpeech: verb, replacements: [begin]', 'Has it commenced?', 'Has it begun?'],
    ['-ing', leverage, 'Leveraging our platform helps.', 'Using our platform helps.'],
    [
      'a verb of several words',
      'term: drill down into, partOfSpeech: verb, replacements: [look closely at]',
      'It drills down into it.',
      'It looks closely at it.',
    ],
    ['two verbs', 'term: pick and choose, partOfSpeech: verb, replacements: [select]', 'She picked and chose it.', 'She selected it.'],
    ['two verbs for one', 'term: deliver, partOfSpeech: verb, replacements: [plan and run]', 'We delivered it.', 'We planned and ran it.'],
    ['one before its noun', leverage, 'A leveraged tool.', 'A used tool.'],
    ['one before its noun, in two words', decommission, 'The decommissioned server.', 'The switched-off server.'],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('what belongs to a verb is kept or mended', () => {
  it.each([
    ['a preposition of the entry goes', 'term: reach out to, partOfSpeech: verb, replacements: [contact]', 'She reached out to us.', 'She contacted us.'],
    ['a preposition beside the entry goes', 'term: reach out, partOfSpeech: verb, replacements: [contact]', 'She reached out to us.', 'She contacted us.'],
    ['a preposition becomes another', reachOut, 'She reached out to us.', 'She got in touch with us.'],
    ['“impact on” is “affect”', 'term: impact, partOfSpeech: verb, replacements: [affect]', 'Delays impact on delivery.', 'Delays affect delivery.'],
    ['“on” stays before a day', 'term: commence, partOfSpeech: verb, replacements: [start]', 'It commences on Monday.', 'It starts on Monday.'],
    ['a pronoun goes inside', decommission, 'We decommissioned it.', 'We switched it off.'],
    ['“her” is a pronoun', decommission, 'Decommission her now.', 'Switch her off now.'],
    ['“her” is no pronoun before a noun', decommission, 'Decommission her server.', 'Switch off her server.'],
    ['“this” is a pronoun', cascade, 'Cascade this to teams.', 'Pass this on to teams.'],
    ['“this” is no pronoun before a noun', cascade, 'Cascade this note.', 'Pass on this note.'],
    ['a short object goes inside', diarise, 'Diarise the call.', 'Put the call in the diary.'],
    [
      'nothing goes inside where the entry has its object',
      'term: implement a fix, partOfSpeech: verb, replacements: [put in a fix]',
      'We implement a fix this week.',
      'We put in a fix this week.',
    ],
    ['code is an object', leverage, 'We leverage `it`.', 'We use `it`.'],
    ['the object of a split verb follows', signOff, 'They signed the plan off on Monday.', 'They approved the plan on Monday.'],
    ['the pronoun of a split verb follows', signOff, 'He signs it off.', 'He approves it.'],
    ['the object stays inside', 'term: spin up, partOfSpeech: verb, replacements: [set up]', 'We spun it up.', 'We set it up.'],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('a noun agrees', () => {
  it.each([
    ['in number', stakeholder, 'Two stakeholders asked.', 'Two partners asked.'],
    ['in number at its head', endUser, 'End users are here.', 'People who use it are here.'],
    ['with a possessive', stakeholder, 'The stakeholder’s view.', 'The partner’s view.'],
    ['with the possessive of several', stakeholder, 'The stakeholders’ view.', 'The partners’ view.'],
    [
      'with the possessive of an irregular plural',
      'term: stakeholder, partOfSpeech: noun, replacements: [person]',
      "The stakeholders' view.",
      "The people's view.",
    ],
    ['with its verb', skillset, 'The skillset is here.', 'The skills are here.'],
    ['without an article where several have none', skillset, 'She has a broad skillset.', 'She has broad skills.'],
    ['without an article at the start', skillset, 'A skillset is here.', 'Skills are here.'],
    ['with the verb that shows its number', 'term: data, partOfSpeech: noun, replacements: [facts]', 'Data is here.', 'Facts are here.'],
    ['with the verb that shows several', 'term: data, partOfSpeech: noun, replacements: [facts]', 'Data are here.', 'Facts are here.'],
    [
      'with no verb of another noun',
      skillset,
      'The use of this skillset is rare, the use of a skillset is not.',
      'The use of this skillset is rare, the use of skills is not.',
    ],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('the article', () => {
  it.each([
    ['a becomes an', 'term: deep dive, partOfSpeech: noun, replacements: [exact look]', 'A deep dive helps.', 'An exact look helps.'],
    ['an becomes a', 'term: ask, partOfSpeech: noun, replacements: [request]', 'It is an ask.', 'It is a request.'],
    ['a stays before a spoken consonant', 'term: deep dive, partOfSpeech: noun, replacements: [useful look]', 'A deep dive helps.', 'A useful look helps.'],
    ['an stands before spoken letters', 'term: mandate, partOfSpeech: noun, replacements: [HR rule]', 'It is a mandate.', 'It is an HR rule.'],
    ['stays in capitals', 'term: ask, partOfSpeech: noun, replacements: [request]', 'AN ASK', 'A request'.toUpperCase()],
    ['agrees with what an omission leaves', very, 'A very old app.', 'An old app.'],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('an adjective', () => {
  it.each([
    ['is compared with -er', robust, 'A more robust plan.', 'A stronger plan.'],
    ['is compared with -est', robust, 'The most robust plan.', 'The strongest plan.'],
    ['keeps the capital of “more”', robust, 'More robust plans.', 'Stronger plans.'],
    ['keeps the capitals of “MORE”', robust, 'MORE ROBUST PLANS.', 'STRONGER PLANS.'],
    ['keeps “more” where it has no -er', 'term: robust, partOfSpeech: adjective, replacements: [careful]', 'A more robust plan.', 'A more careful plan.'],
    ['is compared irregularly', optimal, 'A more optimal way.', 'A better way.'],
    ['mends the article before “more”', 'term: robust, partOfSpeech: adjective, replacements: [easy]', 'A more robust plan.', 'An easier plan.'],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('a phrase', () => {
  it.each([
    ['is replaced as it is', priorTo, 'Reply prior to May.', 'Reply before May.'],
    ['gets the “of” that a pronoun needs', majority, 'The majority of them came.', 'Most of them came.'],
    ['needs no “of” before a noun', majority, 'The majority of users came.', 'Most users came.'],
    [
      'takes its full stop along before a comma',
      'term: e.g., partOfSpeech: phrase, replacements: [for example]',
      'Fruit, e.g., pears.',
      'Fruit, for example, pears.',
    ],
    ['takes its full stop along before a word', 'term: approx., replacements: [about]', 'It took approx. five days.', 'It took about five days.'],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('capitals', () => {
  it.each([
    ['of a sentence', priorTo, 'Prior to May it rained.', 'Before May it rained.'],
    ['of a sentence within a paragraph', leverage, 'It rained. Leverage it.', 'It rained. Use it.'],
    ['of a shout', 'term: deep dive, partOfSpeech: noun, replacements: [close look]', 'THE DEEP DIVE', 'THE CLOSE LOOK'],
    ['of a title', 'term: deep dive, partOfSpeech: noun, replacements: [close look]', '# Our Deep Dive Today', '# Our Close Look Today'],
    ['of a title’s single word', stakeholder, '# Our Stakeholder Meets Today', '# Our Partner Meets Today'],
    ['of no title', 'term: Slack, caseSensitive: true, partOfSpeech: noun, replacements: [chat]', 'We use Slack today.', 'We use chat today.'],
    ['of what is brought in', 'term: intranet, partOfSpeech: noun, replacements: [Acme Today]', 'See the intranet.', 'See the Acme Today.'],
  ])('are those %s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('spelling', () => {
  const cancel = 'term: kill, partOfSpeech: verb, replacements: [cancel]';
  const organise = 'term: marshal, partOfSpeech: verb, replacements: [organise]';
  it.each([
    ['en-US', organise, 'We marshal it.', 'We organize it.'],
    ['en-GB', organise, 'We marshal it.', 'We organise it.'],
    ['en-AU', 'term: marshal, partOfSpeech: verb, replacements: [organize]', 'We marshal it.', 'We organise it.'],
    ['en', 'term: marshal, partOfSpeech: verb, replacements: [organize]', 'We marshal it.', 'We organize it.'],
    ['en-US', cancel, 'We killed it.', 'We canceled it.'],
    ['en-GB', cancel, 'We killed it.', 'We cancelled it.'],
    ['en-US', 'term: hub, partOfSpeech: noun, replacements: [centre]', 'Two hubs.', 'Two centers.'],
    ['en-GB', 'term: hub, partOfSpeech: noun, replacements: [center]', 'Two hubs.', 'Two centres.'],
    ['en-US', 'term: mindset, partOfSpeech: noun, replacements: [behaviour]', 'Mindset matters.', 'Behavior matters.'],
  ])('is that of %s', async (language, entry, before, after) => {
    expect(await fix(entry, before, language)).toBe(after);
  });
});

describe('leaving out', () => {
  it.each([
    ['takes its comma along', goingForward, 'Going forward, we meet.', 'We meet.'],
    ['takes both commas', goingForward, 'We will, going forward, meet.', 'We will meet.'],
    ['takes the comma before at the end', goingForward, 'We meet, going forward.', 'We meet.'],
    ['leaves one space', goingForward, 'We meet going forward on Monday.', 'We meet on Monday.'],
    ['keeps the small letter of a name', goingForward, 'Going forward, iPads work.', 'iPads work.'],
    ['keeps a question mark', goingForward, 'Shall we meet going forward?', 'Shall we meet?'],
    ['keeps a line end', goingForward, 'We meet\ngoing forward on Monday.', 'We meet\non Monday.'],
  ])('%s', async (_what, entry, before, after) => {
    expect(await fix(entry, before)).toBe(after);
  });
});

describe('what cannot be made to agree is left to a person, with the reason', () => {
  it.each([
    ['the tense of “hit”', 'term: hit up, partOfSpeech: verb, replacements: [contact]', 'We hit up staff.', 'Use “contact” (check it: the tense is open)'],
    [
      'an infinitive behind it',
      'term: undertake, partOfSpeech: verb, replacements: [do]',
      'We undertake to answer.',
      'Use “do” (check it: “to” may not follow it)',
    ],
    [
      'a preposition behind it',
      'term: liaise, partOfSpeech: verb, replacements: [tell]',
      'We liaise with staff.',
      'Use “tell” (check it: “with” may not follow it)',
    ],
    ['no object behind it', leverage, 'They want to leverage and grow.', 'Use “use” (check it: something has to follow it)'],
    [
      'an object that may not follow',
      'term: evolve, partOfSpeech: verb, replacements: [happen]',
      'We evolve the plan.',
      'Use “happen” (check it: nothing may follow it directly)',
    ],
    ['an object inside that may not follow', reachOut, 'We can reach it out.', 'Use “get in touch it” (check it: nothing may follow it directly)'],
    ['a long object', diarise, 'We diarised the long call.', 'Use “put in the diary” (check it: the word order has to change)'],
    [
      'no passive',
      'term: procure, partOfSpeech: verb, replacements: [get]',
      'It was procured by us.',
      'Use “got” (check it: it may read badly in the passive)',
    ],
    [
      'a noun behind it',
      'term: stakeholder, partOfSpeech: noun, replacements: [person affected]',
      'All stakeholder groups met.',
      'Use “person affected” (check it: it stands before another noun)',
    ],
    [
      'a noun behind an entry of no part of speech',
      'term: stakeholder, replacements: [person affected]',
      'All stakeholder groups met.',
      'Use “person affected” (check it: it stands before a noun)',
    ],
    ['a possessive', endUser, 'The end user’s view.', 'Use “person who uses it” (check it: the possessive may not fit)'],
    ['a number that a word contradicts', skillset, 'This skillset helps.', 'Use “skills” (check it: the number changes)'],
    [
      'a mass noun after “a”',
      'term: resource, partOfSpeech: noun, replacements: [help]',
      'It is a resource.',
      'Use “help” (check it: “a” may not go before it)',
    ],
    ['a superlative after “an”', optimal, 'An optimal way.', 'Use “best” (check it: “a” may not go before it)'],
    ['a comparison of two', robust, 'A more robust and safe plan.', 'Use “stronger” (check it: “more” belongs to both words)'],
    ['a comparison of two with a comma', robust, 'A more robust, safe plan.', 'Use “stronger” (check it: “more” belongs to both words)'],
    ['a comparison twice over', robust, 'It is more and more robust.', 'Use “stronger” (check it: “more” belongs to both words)'],
    ['the number of a verb before it', skillset, 'There is skillset.', 'Use “skills” (check it: the number changes)'],
    [
      'how something is done',
      'term: end to end, partOfSpeech: adjective, replacements: [complete]',
      'We tested it end to end.',
      'Use “complete” (check it: it may say how something is done)',
    ],
    ['a word twice', leverage, 'Use and leverage it.', 'Use “use” (check it: a word would stand twice)'],
    ['a word twice over a slash', leverage, 'We leverage/use it.', 'Use “use” (check it: a word would stand twice)'],
    ['a word twice behind it', priorTo, 'Shut prior to before May.', 'Use “before” (check it: a word would stand twice)'],
    ['a plural that may be a verb', 'term: impact, replacements: [child]', 'The impacts.', 'Use “children” (check it: it may be a verb here)'],
    ['brackets without anything in them', goingForward, 'It is (going forward) ok.', 'Leave out “going forward” (check it: nothing would be left there)'],
    ['dashes with nothing between', goingForward, 'It is – going forward – ok.', 'Leave out “going forward” (check it: nothing would be left there)'],
    ['an empty item', goingForward, '- Going forward', 'Leave out “Going forward” (check it: nothing would be left there)'],
    ['a colon at the start', goingForward, 'Going forward: we meet.', 'Leave out “Going forward” (check it: punctuation would be left alone)'],
    ['an article without a noun', very, 'We met the very.', 'Leave out “very” (check it: something would be missing)'],
    [
      'a quotation at the start',
      goingForward,
      'Going forward, “we” meet.',
      'Leave out “Going forward” (check it: the sentence would begin with something else)',
    ],
  ])('%s', async (_what, entry, text, title) => {
    expect(await offer(entry, text)).toEqual([`${title} (review)`]);
    expect(await fix(entry, text)).toBe(text);
  });
});
