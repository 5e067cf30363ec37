import { describe, expect, it } from 'vitest';
import { fixText, lintWith, listSuggestions, markFindings } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'simpler-word';
// The bundled glossary of plain words judges most of these phrases first. Here it is left out.
const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}glossaries: [it-jargon]\n` });
const mark = (text: string): string => markFindings(id, text, { organisation });
const fix = (text: string): string => fixText(text, [id], { organisation });
const offer = (text: string): readonly string[] => listSuggestions(id, text, { organisation });

describe('a longer way to say it is found', () => {
  it.each([
    ['in any form', 'We ‹prioritise› calls. She ‹prioritised› them. We are ‹expediting› it and it ‹terminates› today.'],
    ['in British and American spelling', 'We ‹utilise› it. They ‹utilize› it.'],
    ['after not', 'Do not ‹terminate› it.'],
    ['at the start of a sentence', '‹Prior to› May it was here.'],
    ['in a heading', '# What to do ‹in order to› join'],
    ['across a line break', 'Reply ‹in\norder to› join.'],
    ['across emphasis', 'Reply ‹in *order* to› join.'],
    ['in the words of a link', 'See [what to do ‹prior to› May](https://example.org/prior-to).'],
  ])('%s', (_, marked) => {
    expect(mark(marked)).toBe(marked);
  });
});

describe('words that fit are left alone', () => {
  it.each([
    ['quotations', 'She wrote “prior to May” twice.'],
    ['quoted blocks', '> Reply prior to May.'],
    ['code', 'Run `prior to`.'],
    ['names', 'We met some people of Terminate Partners in the hall.'],
    ['an authorised system', 'Use an authorised system and the designated desk.'],
    ['the end of “as well as to”', 'It helps us as well as to you.'],
    ['a failure that lasts', 'It has failed to start.'],
    ['“at this time of year”', 'It snows at this time of year.'],
    ['“for a period of time”', 'It was away for a period of time.'],
    ['compounds', 'It keeps a point-in-time copy.'],
    ['nothing to focus on', 'Your call will be prioritised.'],
  ])('%s', (_, text) => {
    expect(mark(text)).toBe(text);
  });

  it('words that the organisation allows', async () => {
    const allowing = await loadOrganisation({
      ...acme,
      'liaison.yml': `${acme['liaison.yml']}glossaries: []\nrules: { simpler-word: { allow: [Prior to] } }\n`,
    });
    expect(markFindings(id, 'Reply prior to May ‹in order to› join.', { organisation: allowing })).toBe('Reply prior to May ‹in order to› join.');
  });

  it('words that a glossary judges first, as a term or as fine', async () => {
    const judging = await loadOrganisation(acmeWithTerms('- { term: prior to, replacements: [ahead of], exceptions: [in order to form] }'));
    expect(lintWith(id, 'Reply prior to May. They stand in order to form a line.', { organisation: judging })).toEqual([]);
  });
});

describe('the shorter word', () => {
  it.each([
    ['Reply not later than May.', 'Reply by May.'],
    ['Due to the fact that it snows, we close.', 'Because it snows, we close.'],
    ['It costs in excess of £5.', 'It costs more than £5.'],
    ['Take tea in lieu of milk.', 'Take tea instead of milk.'],
    ['Each and every day.', 'Each day.'],
  ])('is certain where it fits everywhere: %j', (text, fixed) => {
    expect(fix(text)).toBe(fixed);
    expect(fix(fixed)).toBe(fixed);
  });

  it.each([
    ['We go whether or not it snows.', ['Use “whether” (review)']],
    ['In the event of a fire, leave.', ['Use “if there is” (review)']],
    ['Sign in accordance with the rules.', ['Use “following” (review)', 'Use “under” (review)']],
    ['Open it by means of a key.', ['Use “with” (review)', 'Use “by” (review)']],
    ['She terminated it.', ['Use “ended” (review)', 'Use “stopped” (review)']],
  ])('is only offered where it may not fit: %j', (text, titles) => {
    expect(offer(text)).toEqual(titles);
    expect(fix(text)).toBe(text);
  });

  it('needs something to focus on', () => {
    expect(offer('We plan and prioritise.')).toEqual(['Use “rank” (review)']);
  });

  it('would break no markup', () => {
    expect(offer('Reply *prior* to May.')).toEqual([]);
  });
});
