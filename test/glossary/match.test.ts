import { describe, expect, it } from 'vitest';
import { TermAutomaton } from '../../server/src/glossary/compile.js';
import { type Glossary, matchTerms, parseGlossary, splitWords } from '../../server/src/index.js';
import { loadTagger, type Tagger } from '../../server/src/text/tagger.js';
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

  it.each([
    ['leveraging', '- { term: leverage, partOfSpeech: verb }', '‹Leveraging› our platform helps.'],
    ['reached out to', '- { term: reach out to, partOfSpeech: verb }', 'She ‹reached out to› us.'],
    ['learnings', '- { term: learning, partOfSpeech: noun }', 'Our ‹learnings› are here.'],
    ['drills down into', '- { term: drill down into, partOfSpeech: verb }', 'It ‹drills down into› costs.'],
    ['an irregular past', '- { term: undertake, partOfSpeech: verb }', 'We ‹undertook› it; it was ‹undertaken›.'],
    ['an irregular plural', '- { term: criterion, partOfSpeech: noun }', 'Two ‹criteria› count.'],
    ['a doubled consonant', '- { term: transfer, partOfSpeech: verb }', 'We ‹transferred› it.'],
    ['a y that becomes an i', '- { term: rely on, partOfSpeech: verb }', 'She ‹relies on› it and ‹relied on› it.'],
    ['the head of a noun phrase', '- { term: point of contact, partOfSpeech: noun }', 'Two ‹points of contact›.'],
    ['both verbs of a pair', '- { term: slice and dice, partOfSpeech: verb }', 'She ‹slices and dices› it; ‹slicing and dicing› helps; she slices and dice.'],
    ['one verb that holds an “and”', '- { term: hit and run, partOfSpeech: noun }', 'Two ‹hit and runs›.'],
    ['a participle that looks like the plain verb', '- { term: sunset, partOfSpeech: verb }', 'It was ‹sunset›. We met at sunset.'],
  ])('is found in its inflections: %s', async (_what, entries, marked) => {
    expect(await mark(entries, marked.replace(/[‹›]/g, ''))).toBe(marked);
  });

  it.each([
    ['-ise and -ize', '- { term: organise, partOfSpeech: verb }', 'We ‹organize›, ‹organised› and are ‹organizing› it.'],
    ['-ize and -ise', '- { term: prioritize, partOfSpeech: verb }', 'We ‹prioritise› it, ‹prioritized› it.'],
    ['-our and -or', '- { term: behaviour, partOfSpeech: noun }', 'Their ‹behavior›, two ‹behaviours›.'],
    ['-re and -er', '- { term: data centre, partOfSpeech: noun }', 'The ‹data center›, two ‹data centres›, the ‹data-center›.'],
    ['one l and two', '- { term: model, partOfSpeech: verb }', 'We ‹modeled› it, are ‹modelling› it.'],
    ['-ogue and -og', '- { term: dialogue, partOfSpeech: noun }', 'A ‹dialog› and ‹dialogues›.'],
  ])('is found in British and American spelling: %s', async (_what, entries, marked) => {
    expect(await mark(entries, marked.replace(/[‹›]/g, ''))).toBe(marked);
  });

  const roadmap = '- { term: roadmap, partOfSpeech: noun }';
  const factors = '- { term: multi-factor authentication, partOfSpeech: noun }';
  it.each([
    ['a hyphen is closed up', '- { term: road-map, partOfSpeech: noun }', 'A ‹roadmap›, a ‹road map›, ‹roadmaps›.'],
    ['a space is closed up', '- { term: life cycle, partOfSpeech: noun }', 'A ‹lifecycle›, a ‹life-cycle›, ‹lifecycles›.'],
    ['a closed compound is opened', roadmap, 'A ‹road map›, two ‹road maps›, a ‹road-map›.'],
    ['a hyphen in a longer term is closed up', factors, 'Use ‹multifactor authentication›, ‹multi factor authentication›.'],
    ['a non-breaking hyphen', factors, 'Use ‹multi\u2011factor authentication›.'],
    ['a non-breaking space', '- { term: touch base, partOfSpeech: verb }', 'We ‹touch\u00A0base›.'],
    ['a verb is written with a hyphen', '- { term: fast track, partOfSpeech: verb }', 'We ‹fast-track› it.'],
    ['a verb is written without its hyphen', '- { term: cherry-pick, partOfSpeech: verb }', 'We ‹cherry pick› it, ‹cherrypicked› it.'],
    ['a phrasal verb is written with a hyphen', '- { term: kick off, partOfSpeech: verb }', 'You can ‹kick-off› today.'],
    ['a letter in front', '- { term: e-signature, partOfSpeech: noun }', 'An ‹esignature›, an ‹e-signature›, an ‹e signature›.'],
  ])('is found where %s', async (_what, entries, marked) => {
    expect(await mark(entries, marked.replace(/[‹›]/g, ''))).toBe(marked);
  });

  it.each([
    ['a phrasal verb, where it is a noun with a hyphen', '- { term: log on, partOfSpeech: verb }', 'The log-on page. Changes to log-on. Log-on help.'],
    ['a verb of one word, where two words say where', '- { term: on-board, partOfSpeech: verb }', 'Everyone is on board. Get us on board.'],
    ['a noun of one word, where two words are a verb', '- { term: workaround, partOfSpeech: noun }', 'They work around it.'],
    ['an everyday word that a compound would close up to', '- { term: after noon, partOfSpeech: noun }', 'Have a nice afternoon.'],
  ])('is not %s', async (_what, entries, text) => {
    expect(await mark(entries, text)).toBe(text);
  });

  const sweat = '- { term: "don\'t sweat it", partOfSpeech: phrase }';
  it.each([
    ['a curly apostrophe', sweat, '‹Don’t sweat it›.'],
    ['a straight apostrophe', sweat, "‹Don't sweat it›."],
    ['a curly possessive', '- { term: end user, partOfSpeech: noun }', 'The ‹end user›’s view, the ‹end users›’ view.'],
    ['a straight possessive', '- { term: end user, partOfSpeech: noun }', "The ‹end user›'s view, the ‹end users›' view."],
    ['capitals of every kind', '- { term: deep dive, partOfSpeech: noun }', 'The ‹Deep dive›, the ‹Deep Dive›, the ‹DEEP DIVE›.'],
    ['a double space', '- { term: deep dive, partOfSpeech: noun }', 'A ‹deep  dive›.'],
    ['a slash', '- { term: CI/CD }', 'Our ‹CI/CD› helps.'],
    ['an ampersand', '- { term: R&D }', 'Our ‹R&D› helps.'],
    ['a plus sign', '- { term: C++ }', 'Written in ‹C++›.'],
    ['a full stop', '- { term: approx. }', 'It has ‹approx.› five.'],
  ])('is found with %s', async (_what, entries, marked) => {
    expect(await mark(entries, marked.replace(/[‹›]/g, ''))).toBe(marked);
  });

  const signOff = '- { term: sign off, partOfSpeech: verb }';
  it.each([
    ['a pronoun', 'He ‹signs it off›.'],
    ['an article and a noun', '‹Sign the plan off›.'],
    ['a few words', 'They ‹signed the new plan off› on Monday.'],
    ['nothing', 'It was ‹signed off›.'],
    ['no object of its own', 'Please sign in the book and log off.'],
  ])('that is a phrasal verb may be split by %s', async (_what, marked) => {
    expect(await mark(signOff, marked.replace(/[‹›]/g, ''))).toBe(marked);
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

  it('knows the object that splits it', () => {
    const automaton = new TermAutomaton([parse('- { term: sign off, partOfSpeech: verb }')]);
    const [match] = matchTerms(automaton, 'Sign the plan off.', splitWords('Sign the plan off.')).terms;
    expect(match).toMatchObject({ firstWord: 0, lastWord: 3, object: { firstWord: 1, lastWord: 2 } });
  });

  it('takes time in proportion to the text', () => {
    const text = 'low hanging '.repeat(20_000);
    expect(matchTerms(house.automaton, text, splitWords(text)).terms).toEqual([]);
  });
});

describe('an exception', () => {
  it.each([
    ['in its inflections', 'Two leverage ratios.'],
    ['with a hyphen', 'Its financial-leverage is high.'],
    ['whatever its capitals', 'FINANCIAL LEVERAGE, Financial Leverage.'],
    ['across a line end', 'Their financial\nleverage grew.'],
  ])('silences a term %s', async (_what, text) => {
    expect(await mark('- { term: leverage, exceptions: [financial leverage, leverage ratio] }', text)).toBe(text);
  });

  it('holds for every term inside it', async () => {
    const entries = '- { term: cloud, exceptions: [cloud nine hotel] }\n- { term: hotel }';
    expect(await mark(entries, 'The Cloud Nine Hotel, a hotel, a cloud.')).toBe('The Cloud Nine Hotel, a ‹hotel›, a ‹cloud›.');
  });

  it('holds against an entry that is only spelled otherwise', async () => {
    const entries = '- { term: roadmap, partOfSpeech: noun, exceptions: [road map] }';
    expect(await mark(entries, 'The road map hangs here, the roadmap there.')).toBe('The road map hangs here, the ‹roadmap› there.');
  });

  it('gives way to a longer term', async () => {
    const entries = '- { term: cloud, exceptions: [cloud nine] }\n- { term: cloud nine project }';
    expect(await mark(entries, 'On cloud nine, the cloud nine project.')).toBe('On cloud nine, the ‹cloud nine project›.');
  });
});

describe('entries that clash', () => {
  const find = (...glossaries: readonly string[]): readonly string[] => {
    const automaton = new TermAutomaton(glossaries.map(parse));
    return matchTerms(automaton, 'We plan it. The plan is here.', splitWords('We plan it. The plan is here.')).terms.map(({ term }) => term.reason ?? '');
  };

  it('are settled by the later glossary', () => {
    expect(find('- { term: plan, reason: first }', '- { term: plan, reason: second }')).toEqual(['second', 'second']);
  });

  it('stand side by side as different parts of speech', () => {
    expect(find('- { term: plan, partOfSpeech: verb, reason: do }\n- { term: plan, partOfSpeech: noun, reason: thing }')).toEqual(['do', 'thing']);
  });

  it('are silenced by a later one that is retired', () => {
    expect(find('- { term: plan, reason: first }', '- { term: plan, status: retired }')).toEqual([]);
  });
});

describe('the tagger', async () => {
  const real = await loadTagger();
  const glossary = parse(
    '- { term: impact, partOfSpeech: verb }\n- { term: ask, partOfSpeech: noun }\n- { term: leverage, partOfSpeech: verb }\n- { term: via }',
  );

  /** Which sentences are tagged while terms are found in the text. */
  function listTagged(text: string): readonly string[] {
    const tagged: string[] = [];
    const tagger: Tagger = {
      tag(words) {
        tagged.push(words.join(' '));
        return real.tag(words);
      },
    };
    matchTerms(new TermAutomaton([glossary], tagger), text, splitWords(text));
    return tagged;
  }

  it.each([
    ['where no term stands', 'The cat sat on the mat. It rained all day.'],
    ['where the entry names no part of speech', 'We came via Leeds.'],
    ['where the words beside the term settle it', 'This will impact you. The impact is small. We ask you. The ask is simple.'],
    ['where the form settles it', 'Staff were impacted. We leveraged it.'],
  ])('is not asked %s', (_where, text) => {
    expect(listTagged(text)).toEqual([]);
  });

  it('is asked once, and only about the sentence that is in doubt', () => {
    expect(listTagged('The cat sat. Delays impact delivery and customers impact sales. It rained.')).toEqual([
      'Delays impact delivery and customers impact sales',
    ]);
  });
});

function parse(entries: string): Glossary {
  return parseGlossary('/acme/house.yml', `name: house\nterms:\n${entries.replace(/^/gm, '  ')}\n`).glossary;
}
