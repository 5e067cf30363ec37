import { describe, expect, it } from 'vitest';
import { spellFor, toAmerican } from '../../server/src/text/spelling.js';

const pairs: readonly (readonly [british: string, american: string])[] = [
  ['organise', 'organize'],
  ['organised', 'organized'],
  ['organising', 'organizing'],
  ['organisation', 'organization'],
  ['prioritises', 'prioritizes'],
  ['customisable', 'customizable'],
  ['analyse', 'analyze'],
  ['analysed', 'analyzed'],
  ['analysing', 'analyzing'],
  ['behaviour', 'behavior'],
  ['behaviours', 'behaviors'],
  ['favourite', 'favorite'],
  ['neighbouring', 'neighboring'],
  ['unfavourable', 'unfavorable'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['centred', 'centered'],
  ['centring', 'centering'],
  ['kilometres', 'kilometers'],
  ['cancelled', 'canceled'],
  ['travelling', 'traveling'],
  ['labelled', 'labeled'],
  ['modelling', 'modeling'],
  ['catalogue', 'catalog'],
  ['catalogues', 'catalogs'],
  ['defence', 'defense'],
  ['enrol', 'enroll'],
  ['enrols', 'enrolls'],
  ['enrolment', 'enrollment'],
  ['fulfil', 'fulfill'],
  ['grey', 'gray'],
  ['judgement', 'judgment'],
  ['sceptical', 'skeptical'],
  ['ageing', 'aging'],
];

describe('two spellings of a word', () => {
  it.each(pairs)('%s, %s', (british, american) => {
    expect(spellFor('en-US', british)).toBe(american);
    expect(spellFor('en-GB', american)).toBe(british);
    expect(spellFor('en-AU', american)).toBe(british);
    expect([toAmerican(british), toAmerican(american)]).toEqual([american, american]);
  });

  it.each(pairs)('are left as they are in plain English: %s, %s', (british, american) => {
    expect(spellFor('en', `${british} ${american}`)).toBe(`${british} ${american}`);
  });
});

describe('words that look like one of two spellings and are not', () => {
  it.each([
    ...[
      'advise',
      'advertising',
      'comprised',
      'exercise',
      'supervised',
      'enterprise',
      'promise',
      'raised',
      'revise',
      'surprise',
      'otherwise',
      'noise',
      'precise',
    ],
    ...['four', 'hours', 'your', 'tour', 'source', 'resource', 'journal', 'course', 'contour', 'detour'],
    ...['installed', 'filled', 'called', 'skilled', 'controlled', 'patrolling', 'spelled'],
    ...['honorary', 'laborious', 'humorous', 'glamorous', 'vigorous'],
    ...['rise', 'wise', 'this', 'is', 'analysis', 'analyses', 'emphasis', 'isolation', 'visit'],
  ])('%s stays in American', (word) => {
    expect(spellFor('en-US', word)).toBe(word);
  });

  it.each([
    ...['size', 'prize', 'seize', 'resize', 'downsized', 'capsize', 'maize'],
    ...['meter', 'program', 'practice', 'license', 'dialog', 'advisor', 'mold', 'tire', 'check', 'story', 'draft'],
    ...['error', 'doctor', 'monitor', 'author', 'sponsor', 'factor', 'operator', 'horror'],
    ...['enter', 'water', 'filter', 'counter', 'letter', 'later'],
    ...['piled', 'ruled', 'detailed', 'revealed', 'failed'],
  ])('%s stays in British', (word) => {
    expect(spellFor('en-GB', word)).toBe(word);
  });
});

describe('a phrase is spelled for a language', () => {
  it.each([
    ['en-US', 'organise the help centre', 'organize the help center'],
    ['en-GB', 'color-coded label', 'colour-coded label'],
    ['en-US', 'Organise', 'Organize'],
    ['en-US', 'ORGANISE', 'ORGANIZE'],
    ['en-US', 'the organisation’s behaviour', 'the organization’s behavior'],
  ])('%s: %s', (language, phrase, spelled) => {
    expect(spellFor(language, phrase)).toBe(spelled);
  });
});
