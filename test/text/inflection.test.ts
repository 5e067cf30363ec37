import { describe, expect, it } from 'vitest';
import { type Inflection, inflect, listForms } from '../../server/src/text/inflection.js';

const verbForms: readonly Inflection[] = ['thirdPerson', 'past', 'pastParticiple', 'presentParticiple'];

describe('inflecting a verb', () => {
  it.each([
    ['use', 'uses used used using'],
    ['fix', 'fixes fixed fixed fixing'],
    ['try', 'tries tried tried trying'],
    ['play', 'plays played played playing'],
    ['agree', 'agrees agreed agreed agreeing'],
    ['tie', 'ties tied tied tying'],
    ['plan', 'plans planned planned planning'],
    ['stop', 'stops stopped stopped stopping'],
    ['open', 'opens opened opened opening'],
    ['offer', 'offers offered offered offering'],
    ['refer', 'refers referred referred referring'],
    ['commit', 'commits committed committed committing'],
    ['visit', 'visits visited visited visiting'],
    ['help', 'helps helped helped helping'],
    ['need', 'needs needed needed needing'],
    ['allow', 'allows allowed allowed allowing'],
    ['relax', 'relaxes relaxed relaxed relaxing'],
    ['cancel', 'cancels cancelled cancelled cancelling'],
    ['travel', 'travels travelled travelled travelling'],
    ['reveal', 'reveals revealed revealed revealing'],
    ['go', 'goes went gone going'],
    ['do', 'does did done doing'],
    ['have', 'has had had having'],
    ['be', 'is was been being'],
    ['write', 'writes wrote written writing'],
    ['set', 'sets set set setting'],
    ['begin', 'begins began begun beginning'],
    ['choose', 'chooses chose chosen choosing'],
    ['lead', 'leads led led leading'],
    ['equip', 'equips equipped equipped equipping'],
    ['set up', 'sets up set up set up setting up'],
    ['carry out', 'carries out carried out carried out carrying out'],
    ['kick off', 'kicks off kicked off kicked off kicking off'],
  ])('%s', (verb, forms) => {
    expect(verbForms.map((form) => inflect(verb, 'verb', form)).join(' ')).toBe(forms);
  });

  it.each([
    ['quit', 'quits quit quit quitting'],
    ['double-check', 'double-checks double-checked double-checked double-checking'],
  ])('%s', (verb, forms) => {
    expect(verbForms.map((form) => inflect(verb, 'verb', form)).join(' ')).toBe(forms);
  });

  it('leaves the plain form alone', () => {
    expect(inflect('use', 'verb', 'base')).toBe('use');
  });
});

describe('the plural of a noun', () => {
  it.each([
    ['tool', 'tools'],
    ['box', 'boxes'],
    ['branch', 'branches'],
    ['process', 'processes'],
    ['policy', 'policies'],
    ['day', 'days'],
    ['person', 'people'],
    ['child', 'children'],
    ['analysis', 'analyses'],
    ['criterion', 'criteria'],
    ['photo', 'photos'],
    ['video', 'videos'],
    ['hero', 'heroes'],
    ['API', 'APIs'],
    ['SMS', 'SMSs'],
    ['software', 'software'],
    ['staff', 'staff'],
    ['point of contact', 'points of contact'],
    ['return on investment', 'returns on investment'],
    ['service desk', 'service desks'],
    ['easy win', 'easy wins'],
  ])('of %s is %s', (singular, plural) => {
    expect(inflect(singular, 'noun', 'plural')).toBe(plural);
  });
});

describe('other parts of speech', () => {
  it.each(['adjective', 'adverb', 'phrase'] as const)('have no other form: %s', (partOfSpeech) => {
    expect(inflect('robust', partOfSpeech, 'plural')).toBe('robust');
    expect(listForms('robust', partOfSpeech).map(({ text }) => text)).toEqual(['robust']);
  });
});

describe('the forms of a term', () => {
  const forms = (lemma: string, partOfSpeech?: 'verb' | 'noun'): string =>
    listForms(lemma, partOfSpeech)
      .map(({ text }) => text)
      .join(' ');

  it('are those of its part of speech', () => {
    expect(forms('leverage', 'verb')).toBe('leverage leverages leveraged leveraging');
    expect(forms('stakeholder', 'noun')).toBe('stakeholder stakeholders');
  });

  it('are those of verb and noun when it names none', () => {
    expect(forms('impact').split(' ')).toEqual(expect.arrayContaining(['impact', 'impacts', 'impacted', 'impacting']));
  });

  it('tell a past from a participle where they differ', () => {
    expect(forms('undertake', 'verb')).toBe('undertake undertakes undertook undertaken undertaking');
  });

  it('are American too', () => {
    expect(forms('model', 'verb').split(' ')).toEqual(expect.arrayContaining(['modelled', 'modeled', 'modelling', 'modeling']));
  });
});
