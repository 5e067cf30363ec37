import { describe, expect, it } from 'vitest';
import { fixText, lintWith, listSuggestions, markFindings } from '../support/lint-text.js';
import { acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'jargon';
const organisation = await loadOrganisation(
  acmeWithTerms(`
- { term: leverage, partOfSpeech: verb, replacements: [use], exceptions: [financial leverage, leverage the brand] }
- { term: reach out to, partOfSpeech: verb, replacements: [contact] }
- { term: low-hanging fruit, partOfSpeech: noun, replacements: [easy win] }
- { term: learning, partOfSpeech: noun, replacements: [lesson] }
- { term: ask, partOfSpeech: noun, replacements: [request] }
- { term: action, partOfSpeech: verb, replacements: [do] }
- { term: impact, partOfSpeech: verb, replacements: [affect] }
- { term: cloud, replacements: [internet], domain: it }
- { term: cloud computing, replacements: [online services] }
- { term: churn, replacements: [people who leave], knownTo: [executives] }
- { term: ROI, policy: replace, replacements: [return] }
- { term: synergy, reason: Nobody can say what it is. }
- { term: bandwidth, policy: avoid, replacements: [time, space] }
- { term: paradigm, policy: avoid }
- { term: going forward, partOfSpeech: phrase, policy: omit }
- { term: at this time, partOfSpeech: phrase, policy: omit, replacements: [now] }
- { term: SSO, expansion: single sign-on }
- { term: cookie, definition: a small file that a website keeps }
- { term: whilst, replacements: [while], status: approved }
- { term: thus, replacements: [so], status: deprecated }
- { term: hence, replacements: [so], status: retired }
- { term: ergo, replacements: [so], status: proposed }
- { term: kindly, replacements: [please], severity: info }
- { term: Slack, caseSensitive: true, replacements: [chat] }
`),
);
const options = { organisation };
const mark = (text: string): string => markFindings(id, text, options);
const fix = (text: string): string => fixText(text, [id], options);

describe('a term is found', () => {
  it.each([
    ['in its inflections', '‹Leveraging› it, they ‹reached out to› us with ‹learnings›.'],
    ['in any capitals', '‹LEVERAGE› IT. The ‹Low-Hanging Fruit›.'],
    ['with another kind of hyphen, or none', 'A ‹low hanging fruit›, a ‹low‑hanging fruit›.'],
    ['with a possessive', 'The ‹low-hanging fruit›’s taste.'],
    ['in emphasis', 'We **‹leverage›** it.'],
    ['with emphasis inside', 'We ‹reached *out* to› staff.'],
    ['with emphasis over half of it', 'A *‹low*-hanging fruit›.'],
    ['across a line end', 'We ‹reached\nout to› staff.'],
    ['across a line end in a list', '- We ‹reached\n  out to› staff.'],
    ['in a heading, an item and a cell', '# ‹Leverage› it\n\n- ‹Leverage› it\n\n| ‹Leverage› it |\n| - |\n| ‹Leverage› it |'],
    ['in the words of a link', '[‹Leverage› it](https://example.org/leverage).'],
    ['as the longest of several', 'The ‹cloud computing› of our ‹cloud›.'],
    ['only as the part of speech of its entry', 'Please ‹action› it: no action is an ‹ask›, and we ask you. It ‹impacts› you; the impact is small.'],
    ['when it is approved or deprecated', '‹Whilst› it rains, it ‹thus› pours, hence ergo.'],
    ['in its exact spelling where that is asked for', 'Ask in ‹Slack›; cut me some slack.'],
  ])('%s', (_what, marked) => {
    expect(mark(marked)).toBe(marked);
  });

  it('with the severity of its entry', () => {
    expect(lintWith(id, 'Kindly leverage it.', options).map(({ severity, term, glossary }) => [severity, term, glossary])).toEqual([
      ['info', 'kindly', 'house'],
      ['warning', 'leverage', 'house'],
    ]);
  });
});

describe('words are left alone', () => {
  it.each([
    ['in an exception', 'Their financial leverage, their Financial *Leverage*, and how they leverage the brand.'],
    ['in quotation marks', 'She said “leverage it”, "leverage it" and ‘leverage it’.'],
    ['in a quoted reply', '> We leverage it.'],
    ['in code', 'Run `leverage`.\n\n```\nleverage\n```'],
    ['in addresses', 'See https://example.org/leverage, www.leverage.example and leverage@example.org.'],
    ['in a link’s target', '[It](https://example.org/leverage "leverage it")'],
    ['in paths and file names', 'Open /opt/leverage/start, ~/leverage.md and C:\\leverage\\start.'],
    ['in identifiers', 'Set leverage_mode to 1.'],
    ['in names', 'We met the people of Cloud Partners in Leeds.'],
    ['in compounds', 'A leverage-ready, cloud-based tool.'],
    ['in an image’s words', '![leverage](leverage.png)'],
    ['when another rule asks for their meaning', 'An SSO and a cookie.'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
    expect(fix(text)).toBe(text);
  });

  it('that are spelled out right there', () => {
    expect(mark('The return on investment (ROI) is here. The ‹ROI› is high.')).toBe('The return on investment (ROI) is here. The ‹ROI› is high.');
  });

  it('that the audience knows by its name, by domain or by the entry', () => {
    const as = (audience: string): string => markFindings(id, 'The cloud, the churn and the ROI.', { ...options, overrides: { audience } });
    expect(as('everyone')).toBe('The ‹cloud›, the ‹churn› and the ‹ROI›.');
    expect(as('it')).toBe('The cloud, the ‹churn› and the ‹ROI›.');
    expect(as('executives')).toBe('The ‹cloud›, the churn and the ROI.');
  });
});

describe('the message and the suggestions follow the policy', () => {
  it.each([
    ['replace', 'We leverage it.', '“leverage” may lose readers: try “use”.', ['Use “use” (safe)']],
    ['replace with other words', 'The churn.', '“churn” may lose readers: try “people who leave”.', ['Use “people who leave” (safe)']],
    ['omit', 'We meet going forward.', '“going forward” adds nothing for readers: leave it out.', ['Leave out “going forward” (safe)']],
    [
      'omit, with a word for who wants one',
      'We meet at this time.',
      '“at this time” adds nothing for readers: leave it out.',
      ['Leave out “at this time” (review)', 'Use “now” (safe)'],
    ],
    ['avoid', 'A paradigm.', '“paradigm” may lose readers: say it in everyday words.', []],
    ['avoid, with a reason', 'A synergy.', '“synergy” may lose readers: say it in everyday words. Nobody can say what it is.', []],
    ['avoid, with ideas', 'No bandwidth.', '“bandwidth” may lose readers: try “time” or “space”.', ['Use “time” (review)', 'Use “space” (review)']],
  ])('%s', (_policy, text, message, titles) => {
    expect(lintWith(id, text, options).map((finding) => finding.message)).toEqual([message]);
    expect(listSuggestions(id, text, options)).toEqual(titles);
  });

  it('and no suggestion would break markup', () => {
    expect(listSuggestions(id, 'We reached *out* to staff.', options)).toEqual([]);
  });
});
