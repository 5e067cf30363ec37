import { describe, expect, it } from 'vitest';
import { limitOf } from '../../server/src/config/cadence.js';
import { parseConfig } from '../../server/src/config/config.js';
import { configSchemaFor, rules } from '../../server/src/index.js';
import { lintResult, lintText, lintWith } from '../support/lint-text.js';
import { loadOrganisation } from '../support/organisation.js';

const parse = (text: string) => parseConfig('liaison.yml', text, rules);

/** The problems of a liaison.yml: `line:column severity code: message`. */
const listProblems = (text: string): readonly string[] =>
  parse(text).problems.map(({ start, severity, code, message }) => `${start.line}:${start.column} ${severity} ${code}: ${message}`);

describe('a liaison.yml', () => {
  it('may be empty', () => {
    const { config, problems } = parse('');
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      language: 'en-GB',
      glossaries: ['plain-words', 'business-buzzwords', 'it-jargon', 'it-acronyms'],
      goals: undefined,
      audience: 'everyone',
      audiences: { everyone: { readingAge: 14, knows: [] } },
      messages: [],
      ignore: [],
    });
  });

  it('may have keys without a value', () => {
    expect(listProblems('glossaries:\ngoals:\naudience:\naudiences:\nmessages:\nrules:\nignore:\nlanguage:')).toEqual([]);
  });

  it('is read as the product page writes it', () => {
    const { config, problems } = parse(`
language: en-GB
glossaries:
  - plain-words
  - ./glossaries/acme.yml
goals: ./goals.yml
audience: everyone
audiences:
  everyone:   { readingAge: 14 }
  executives: { readingAge: 16, knows: [ROI, KPI] }
  it:         { readingAge: 18, knows: ["domain:it"] }
messages:
  - { files: "announcements/**", kind: announcement }
  - { files: "status/**", kind: status, audience: executives, goals: [G2] }
rules:
  long-sentence: { severity: warning, maxWords: 20 }
  passive-voice: off
ignore: ["archive/**"]
`);
    expect(problems).toEqual([]);
    expect(config.rules.get('long-sentence')).toEqual({ severity: 'warning', isConfigured: true, options: { maxWords: 20 } });
    expect(config.audiences['executives']).toEqual({ readingAge: 16, knows: ['ROI', 'KPI'] });
    expect(config.messages[1]).toEqual({ files: 'status/**', kind: 'status', audience: 'executives', goals: ['G2'], index: 1 });
  });

  it.each([
    ['a misspelt key', 'audiance: everyone', ['1:1 warning unknown-key: “audiance” is not a key of liaison.yml. Did you mean “audience”?']],
    [
      'a key of nobody',
      'colour: red',
      [
        '1:1 warning unknown-key: “colour” is not a key of liaison.yml. Known keys: language, glossaries, goals, audience, audiences, messages, cadence, html, rules, ignore.',
      ],
    ],
    ['a list', '- glossaries', ['1:1 error wrong-shape: liaison.yml lists keys such as “glossaries:” and “audience:”. See the documentation of its format.']],
    [
      'an audience that is nowhere',
      'audience: executive\naudiences: { executives: {} }',
      ['1:11 error unknown-audience: There is no audience “executive” under “audiences”. Did you mean “executives”?'],
    ],
    [
      'an audience like no other',
      'audience: board',
      ['1:11 error unknown-audience: There is no audience “board” under “audiences”. Add it, or use one of: everyone.'],
    ],
    ['a reading age out of range', 'audiences:\n  it: { readingAge: 3 }', ['2:21 error wrong-shape: “readingAge” is 3. Write a number from 6 up.']],
    ['audiences as a list', 'audiences: [it]', ['1:12 error wrong-shape: “audiences” maps each name to its settings, as in “everyone: { readingAge: 14 }”.']],
    ['messages as a mapping', 'messages: { files: a }', ['1:11 error wrong-shape: “messages” is a list: write each entry as “- { files: …, kind: … }”.']],
    ['rules as a list', 'rules: [jargon]', ['1:8 error wrong-shape: “rules” maps each rule to a severity or to its options, as in “passive-voice: off”.']],
    ['a misspelt rule', 'rules:\n  jargn: off', ['2:3 error unknown-rule: There is no rule “jargn”. Did you mean “jargon”?']],
    [
      'an option of nobody',
      'rules:\n  long-sentence: { maxword: 3 }',
      ['2:20 error unknown-key: “maxword” is not a key that belongs here. Remove it, or check its spelling.'],
    ],
    [
      'a folder’s audience that is nowhere',
      'messages:\n  - { files: a, audience: its }',
      ['2:27 error unknown-audience: There is no audience “its” under “audiences”. Add it, or use one of: everyone.'],
    ],
  ])('with %s is told so at its place', (_what, text, problems) => {
    expect(listProblems(text)).toEqual(problems);
  });

  it.each([
    'language: de',
    'glossaries: plain-words',
    'goals: 5',
    'rules: { jargon: loud }',
    'rules: { long-sentence: { maxWords: many } }',
    'messages: [{ files: a, kind: letter }]',
  ])('keeps its other keys beside the bad one in “%s”', (bad) => {
    const { config, problems } = parse(`audiences: { it: { readingAge: 18 } }\n${bad}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.start.line).toBe(2);
    expect(config.audiences['it']?.readingAge).toBe(18);
    expect(config.rules.get('jargon')?.severity).toBe('warning');
  });

  it('keeps its good audiences beside a bad one', () => {
    expect(Object.keys(parse('audiences: { it: { readingAge: 18 }, board: { readingAge: old } }').config.audiences)).toEqual(['everyone', 'it']);
  });

  it('takes a rule that is still to come, when it is off', () => {
    expect(listProblems('rules: { passive-voice: off, hidden-verb: false }')).toEqual([]);
  });

  it.each(['off', 'false', '{ severity: off }'])('turns a rule off by %s', (value) => {
    expect(parse(`rules: { jargon: ${value} }`).config.rules.get('jargon')?.severity).toBe('off');
  });

  // A plain object answers to `constructor` and `toString` too.
  it('is not confused by names that every object has', () => {
    expect(parse('audience: constructor').config.audience).toBe('everyone');
    expect(parse('audience: toString').problems).toHaveLength(1);
  });
});

describe('rules in a liaison.yml', () => {
  it('do not run when they are off', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'rules: { jargon: off }' });
    expect(lintWith('jargon', 'We utilise it.', { organisation })).toEqual([]);
  });

  it('have the severity that they are given, also over that of a term', async () => {
    const organisation = await loadOrganisation({
      'liaison.yml': 'glossaries: [./house.yml]\nrules: { jargon: error }',
      'house.yml': 'terms: [{ term: utilise, severity: info }]',
    });
    expect(lintWith('jargon', 'We utilise it.', { organisation })[0]?.severity).toBe('error');
  });

  it('leave a term its own severity otherwise', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'glossaries: [./house.yml]', 'house.yml': 'terms: [{ term: utilise, severity: info }]' });
    expect(lintWith('jargon', 'We utilise it.', { organisation })[0]?.severity).toBe('info');
  });

  it('take their options', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'rules: { long-sentence: { maxWords: 5 }, undefined-acronym: { allow: [XYZ] } }' });
    expect(lintText('Use XYZ or QRS to see all of it now.', { organisation }).map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
      'long-sentence: Use XYZ or QRS to see all of it now.',
      'undefined-acronym: QRS',
    ]);
  });
});

describe('what holds for a message', () => {
  const files = {
    'liaison.yml': 'audiences: { it: { readingAge: 18, knows: ["domain:it"] } }\nmessages: [{ files: "it/**", kind: status, audience: it, goals: [G1] }]',
  };

  it.each([
    ['the folder’s defaults', 'it/a.md', 'Text.', 'status it G1'],
    ['its own fields before those', 'it/a.md', '---\nkind: announcement\naudience: everyone\ngoals: [G2]\n---\n\nText.', 'announcement everyone G2'],
    ['the organisation’s defaults', 'a.md', 'Text.', 'page everyone '],
    ['no field that means nothing', 'it/a.md', '---\nkind: letter\naudience: martians\n---\n\nText.', 'status it G1'],
    ['a kind in capitals', 'a.md', '---\nkind: Status\n---\n\nText.', 'status everyone '],
    ['an empty list of goals', 'it/a.md', '---\ngoals: []\n---\n\nText.', 'status it '],
  ])('is %s', async (_what, path, text, held) => {
    const { kind, audience, goals } = lintResult(text, { organisation: await loadOrganisation(files), path });
    expect(`${kind} ${audience} ${goals.join(' ')}`).toBe(held);
  });
});

it('has a schema of its own rules', () => {
  const schema = configSchemaFor(rules);
  expect(schema.safeParse({ rules: { jargon: 'off', 'long-sentence': { maxWords: 20, severity: 'info' } } }).success).toBe(true);
  expect(schema.safeParse({ rules: { 'long-sentence': { maxWords: 'many' } } }).success).toBe(false);
  expect(schema.safeParse({ colour: 'red' }).success).toBe(false);
});

it('reads a message for an audience that is called like a method', () => {
  expect(lintText('---\naudience: constructor\n---\n\nText.').map(({ rule }) => rule)).toContain('audience-unknown');
});

describe('the cadence', () => {
  it('is a limit for any audience, and others for some', () => {
    const { config, problems } = parse('audiences: { executives: {} }\ncadence: { perWeek: 3, audiences: { executives: 2 } }');
    expect(problems).toEqual([]);
    expect(['everyone', 'executives'].map((audience) => limitOf(config.cadence, audience))).toEqual([3, 2]);
  });

  it('is without limits when nobody sets any', () => {
    expect(limitOf(parse('').config.cadence, 'everyone')).toBeUndefined();
    expect(listProblems('cadence:')).toEqual([]);
  });

  it.each([
    ['a number', 'cadence: 3', '1:10 error wrong-shape: “cadence” says how many messages an audience is to get in a week: write “perWeek: 3” below it.'],
    ['no number', 'cadence: { perWeek: many }', '1:21 error wrong-shape: “perWeek” is text. Write a number.'],
    ['too small', 'cadence: { perWeek: 0 }', '1:21 error wrong-shape: “perWeek” is 0. Write a number from 1 up.'],
    ['half a message', 'cadence: { perWeek: 2.5 }', '1:21 error wrong-shape: “perWeek” is a number. Write a whole number.'],
    ['misspelt', 'cadence: { perweek: 3 }', '1:12 error unknown-key: “perweek” is not a key that belongs here. Did you mean “perWeek”?'],
    [
      'for an audience at the wrong level',
      'cadence: { everyone: 3 }',
      '1:12 error unknown-key: “everyone” is not a key that belongs here. The limit of an audience stands one level down: write “audiences: { everyone: 3 }”.',
    ],
    [
      'for an audience of nobody',
      'cadence: { audiences: { everone: 3 } }',
      '1:25 error unknown-audience: There is no audience “everone” under “audiences”. Did you mean “everyone”?',
    ],
    ['a list of audiences', 'cadence: { audiences: [everyone] }', '1:23 error wrong-shape: “audiences” maps each audience to its limit, as in “everyone: 3”.'],
  ])('that is %s is told so', (_what, text, problem) => {
    expect(listProblems(text)).toEqual([problem]);
  });

  it('keeps good limits beside bad ones', () => {
    const { cadence } = parse('audiences: { it: {} }\ncadence: { perWeek: many, audiences: { it: 2, everyone: few } }').config;
    expect(['it', 'everyone'].map((audience) => limitOf(cadence, audience))).toEqual([2, undefined]);
  });
});
