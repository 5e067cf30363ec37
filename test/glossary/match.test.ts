import { describe, expect, it } from 'vitest';
import { matchTerms, splitWords } from '../../server/src/index.js';
import { house } from '../support/house.js';
import { writeMarks } from '../support/marks.js';
import { acmeWithTerms, loadOrganisation } from '../support/organisation.js';

/** The text with marks around the terms that a glossary of these entries finds. */
async function mark(entries: string, text: string): Promise<string> {
  const { automaton } = await loadOrganisation(acmeWithTerms(entries));
  const { terms } = matchTerms(automaton, text, splitWords(text));
  return writeMarks(
    text,
    terms.map(({ span }) => span),
  );
}

/** The term, its part of speech and its form for each match. */
function describeMatches(text: string): readonly string[] {
  return matchTerms(house.automaton, text, splitWords(text)).terms.map(({ term, partOfSpeech, inflection }) => `${term.term} ${partOfSpeech} ${inflection}`);
}

const leverage = '- { term: leverage, partOfSpeech: verb, exceptions: [financial leverage, leverage ratio] }';
const verb = '- { term: touch base, partOfSpeech: verb, variants: [reach out] }';
const fruit = '- { term: low-hanging fruit, partOfSpeech: noun }';

describe('a term', () => {
  it.each([
    ['is found in every form', leverage, 'We ‹leverage›, they ‹leveraged›, she ‹leverages›, we are ‹leveraging› it.'],
    ['is found whatever its capitals', leverage, '‹Leverage› it. ‹LEVERAGE› IT.'],
    ['is found in its variants', '- { term: utilise, variants: [utilize] }', 'We ‹utilise› and ‹utilized› it.'],
    ['is found with a possessive', '- { term: stakeholder }', 'The ‹stakeholder›’s view, the ‹stakeholders›’ view.'],
    ['is not found inside a word', '- { term: use }', 'It is useful and reused.'],
    ['is not found across a sentence', verb, 'We touch. Base it on this.'],
    ['is not found across a comma', verb, 'We touch, base and go.'],
    ['is found across a line end', verb, 'We ‹touch\nbase› now.'],
    [
      'is the longest of several',
      '- { term: cloud }\n- { term: cloud computing }\n- { term: cloud computing platform }',
      'The ‹cloud computing› of a ‹cloud›, a ‹cloud computing platform›.',
    ],
    ['is not found within another', '- { term: base }\n- { term: touch base }', 'We ‹touch base› at ‹base›.'],
    ['is found where a longer one breaks off', '- { term: cloud }\n- { term: cloud computing platform }', 'The ‹cloud› computing team.'],
    ['is found with a hyphen or a space', fruit, 'A ‹low-hanging fruit›, a ‹low hanging fruit›, ‹low‑hanging fruits›.'],
    ['is found when its entry has no hyphen', '- { term: end to end }', 'It is ‹end-to-end›, ‹end to end›.'],
    ['is not half of a compound', '- { term: impact }', 'It has an ‹impact›, a high-impact one.'],
    ['is found in a phrasal verb’s forms', verb, 'We ‹touched base›, are ‹touching base›, she ‹reaches out›.'],
    ['is no noun where it is a verb', leverage, 'The leverage of the firm helps.'],
    ['is found after a subject', leverage, 'This ‹leverages› it.'],
    ['is left alone in its exceptions', leverage, 'Their financial leverage and leverage ratios: they ‹leverage› it.'],
    ['of capitals is found in capitals only', '- { term: IT, expansion: information technology }', '‹IT› is what it is. Its It.'],
    ['of capitals is found in the plural', '- { term: API }', 'The ‹API› and ‹APIs›, not the apis.'],
    ['may ask for its exact spelling', '- { term: Slack, caseSensitive: true }', 'Ask in ‹Slack›; cut them some slack.'],
    [
      'that is retired or proposed is not found',
      '- { term: via, status: retired }\n- { term: per, status: proposed }\n- { term: thus, status: deprecated }',
      'Via it, per day, ‹thus› so.',
    ],
  ])('%s', async (_what, entries, marked) => {
    expect(await mark(entries, marked.replace(/[‹›]/g, ''))).toBe(marked);
  });

  it.each(['of', 'by', 'for', 'in', 'without'])('is a verb after “%s” when it ends in -ing', async (preposition) => {
    const marked = `It is a way ${preposition} ‹leveraging› it.`;
    expect(await mark(leverage, marked.replace(/[‹›]/g, ''))).toBe(marked);
  });
});

describe('a match', () => {
  it('knows its form', () => {
    expect(describeMatches('We utilised it, they are leveraging it, two stakeholders.')).toEqual([
      'utilise verb past',
      'leverage verb presentParticiple',
      'stakeholder noun plural',
    ]);
  });

  it('tells exceptions apart from terms', () => {
    const text = 'A via ferrata.';
    const { terms, exceptions } = matchTerms(house.automaton, text, splitWords(text));
    expect(terms).toEqual([]);
    expect(exceptions).toEqual([{ start: 2, end: 13 }]);
  });

  it('takes time in proportion to the text', () => {
    const text = 'low hanging '.repeat(20_000);
    expect(matchTerms(house.automaton, text, splitWords(text)).terms).toEqual([]);
  });
});
