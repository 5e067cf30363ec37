import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../server/src/text/acronyms.js';
import { splitWords } from '../../server/src/text/words.js';

const find = (text: string): readonly string[] =>
  findAcronyms(text, splitWords(text)).map(({ value, isDefined }) => (isDefined ? `${value} is defined` : value));

describe('an acronym is spelled out', () => {
  it.each([
    ['before its brackets', 'single sign-on (SSO)', 'SSO'],
    ['in brackets after it', 'SSO (single sign-on)', 'SSO'],
    ['in square brackets', 'single sign-on [SSO]', 'SSO'],
    ['with words between', 'Department for Work and Pensions (DWP)', 'DWP'],
    ['with an “or”', 'multi-factor authentication (or MFA)', 'MFA'],
    ['with an “also known as”', 'multi-factor authentication (also known as MFA)', 'MFA'],
    ['in quotation marks', 'single sign-on (“SSO”)', 'SSO'],
    ['in the plural', 'key performance indicators (KPIs)', 'KPI'],
    ['in the plural after it', 'KPIs (key performance indicators)', 'KPI'],
    ['after a dash', 'SSO – single sign-on', 'SSO'],
    ['by “stands for”', 'SSO stands for single sign-on', 'SSO'],
    ['at the start of a text in brackets', 'The virtual private network (VPN, for short) is new', 'VPN'],
    ['with an ampersand', 'research & development (R&D)', 'R&D'],
  ])('%s', (_where, text, acronym) => {
    expect(find(text)).toEqual([`${acronym} is defined`]);
  });

  it.each([
    ['other words in brackets', 'Sign in with SSO (from Monday)'],
    ['a bracket of its own', 'Sign in (with SSO)'],
    ['words with other initials', 'the new portal (SSO)'],
    ['nothing', 'Use SSO'],
  ])('not by %s', (_what, text) => {
    expect(find(text)).toEqual(['SSO']);
  });
});

describe('capitals are no acronym', () => {
  it.each([
    ['when they are a number', 'Part IV and chapter XII'],
    ['when three in a row shout', 'PLEASE READ THIS NOW'],
    ['alone', 'Plan A and I'],
    ['in a case number', 'See EP/S021779/1 and USN-3183'],
    ['in a state', 'Washington, DC'],
    ['beyond eight', 'ABCDEFGHIJ'],
    ['in a mixed word', 'eBay and YouTube'],
  ])('%s', (_what, text) => {
    expect(find(text)).toEqual([]);
  });
});

it('finds plurals and possessives without their endings', () => {
  expect(find('APIs and the API’s owner')).toEqual(['API', 'API']);
});

it('finds an acronym with digits', () => {
  expect(find('Use S3 or M365')).toEqual(['S3', 'M365']);
});
