import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintResult, lintWith, listSuggestions } from '../support/lint-text.js';
import { loadOrganisation } from '../support/organisation.js';

const council = await loadOrganisation({
  'liaison.yml': 'goals: goals.yml\nmessages: [{ files: "**", kind: announcement }]\n',
  'goals.yml': `
goals:
  - id: G1
    title: Easy online services
    statement: By 2028 nine in ten requests start and finish online.
    keywords: [self-service, online form]
  - id: G2
    title: Clean air in every street
    statement: By 2030 no street has more exhaust fumes than doctors allow.
    keywords: [electric vehicle, emissions]
  - id: G3
    title: Paper-free offices
    statement: No forms on paper.
    status: retired
    keywords: [paper]
`,
});
const options = { organisation: council };

const permits =
  'From Monday you can apply for a parking permit with an online form. Our online services are open at any hour, so you no longer need to come to the counter. You pay online too.';
const lorries =
  'Twelve electric vehicles join our fleet on Monday. Their emissions are nil, so the air in the streets where we work gets cleaner. Drivers charge them at the depot.';
const coffee = 'The coffee machine on the second floor has a new filter. Please empty the jug after use, and tell the caretaker when the beans run out.';
const about = (goals: string, text: string): string => `---\ngoals: ${goals}\n---\n\n${text}`;
const goalPart = (text: string) => {
  const part = lintResult(text, options).checkup.find((candidate) => candidate.part === 'goal');
  return [part?.met, part?.evidence === undefined ? undefined : text.slice(part.evidence.start, part.evidence.end)];
};

describe('a goal that the text shows', () => {
  it('is met by the sentence that shows it', () => {
    expect(goalPart(about('[G1]', permits))).toEqual([true, 'Our online services are open at any hour, so you no longer need to come to the counter.']);
  });

  it('is met by the field where no sentence plainly shows it', () => {
    expect(goalPart(about('[G1]', coffee))).toEqual([true, 'G1']);
  });

  it('is not met by a goal that nobody knows or that is over', () => {
    expect([goalPart(about('[G9]', permits)), goalPart(about('[G3]', permits))]).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
  });

  it('may be named in the text alone', () => {
    const text = `${coffee} This serves our goal “Clean air in every street”.`;
    expect(goalPart(text)).toEqual([true, 'This serves our goal “Clean air in every street”.']);
    expect(lintWith('goal-missing', text, options)).toEqual([]);
  });

  it('is not named by a gap that waits for a name', () => {
    expect(goalPart(`${coffee} This serves our goal “[which goal]”.`)).toEqual([false, undefined]);
  });
});

describe('a goal that the text does not show', () => {
  const findings = (text: string) => lintWith('goal-not-shown', text, options).map(({ message, severity, text: marked }) => [marked, severity, message]);

  it('is reported where it is declared', () => {
    expect(findings(about('[G2]', coffee))).toEqual([
      ['G2', 'warning', 'No sentence of this text speaks of the goal “Clean air in every street”: add one that says how this serves it.'],
    ]);
  });

  it('is only for information where another goal is shown', () => {
    expect(findings(about('[G1, G2]', permits)).map(([goal, severity]) => [goal, severity])).toEqual([['G2', 'info']]);
  });

  it.each([
    ['is shown', about('[G2]', lorries)],
    ['is named', about('[G2]', `${coffee} That is goal G2.`)],
    ['is over', about('[G3]', `${coffee} No more paper.`)],
    ['has hardly a text to be shown in', about('[G2]', 'The jug is new.')],
    ['may be what the message is good for', about('[G2]', `${coffee} The filter is made of paper and saves two kilos of waste a week.`)],
  ])('is not reported when it %s', (_when, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('a goal that shows late', () => {
  const filler = 'The builders took down the old wall and carried every stone of it to the yard behind the barn. ';
  const show = (words: number): string => about('[G2]', `${filler.repeat(Math.ceil(words / 18))}\n\n${lorries}`);

  it('is reported with the first sentence that shows it, and how many words stand before', () => {
    const [finding] = lintWith('goal-buried', show(200), options);
    expect([finding?.text, finding?.message]).toEqual([
      'Twelve electric vehicles join our fleet on Monday.',
      'This is the first that shows the goal “Clean air in every street”, after 228 words: say it further up.',
    ]);
  });

  it('is fine on the first screen', () => {
    expect(lintWith('goal-buried', show(100), options)).toEqual([]);
  });
});

describe('a text that reads like another goal', () => {
  it('is reported with the sentence that reads so, and the goal that it seems to serve', () => {
    const [finding] = lintWith('goal-mismatch', about('[G2]', permits), options);
    expect([finding?.text, finding?.message]).toEqual([
      'G2',
      'The text says nothing of “Clean air in every street” and reads like G1 (Easy online services), as in “Our online services are open at any hour, so you no longer need to come to the counter.”: name that goal, or say how this serves G2.',
    ]);
    const text = about('[G2]', permits);
    expect(applyEdits(text, finding?.suggestions[0]?.edits ?? [])).toBe(about('[G1]', permits));
  });

  it.each([
    ['shows its own goal', about('[G1]', permits)],
    ['shows its own goal beside another', about('[G2]', `${permits} ${lorries}`)],
    ['shows none', about('[G2]', coffee)],
    ['declares both', about('[G1, G2]', permits)],
  ])('is not reported when it %s', (_when, text) => {
    expect(lintWith('goal-mismatch', text, options)).toEqual([]);
  });
});

describe('a message without a goal', () => {
  it('is offered the goal that it reads like first, with the reason, in the front matter or in the text as well', () => {
    const [finding] = lintWith('goal-missing', lorries, options);
    expect(finding?.message).toBe('This message names no goal that it serves. It reads like G2 (Clean air in every street): add “goals:” at the top.');
    expect(listSuggestions('goal-missing', lorries, options)).toEqual([
      'Tie it to G2, Clean air in every street (both speak of electric vehicles, emissions, cleaner) (review)',
      'Tie it to G2, and say so in the text (review)',
      'Tie it to G1, Easy online services (review)',
    ]);
    expect(applyEdits(lorries, finding?.suggestions[0]?.edits ?? [])).toBe(about('[G2]', lorries));
    const spelledOut = applyEdits(lorries, finding?.suggestions[1]?.edits ?? []);
    expect(spelledOut).toBe(`${about('[G2]', lorries)}\n\nThis serves our goal “Clean air in every street”.`);
    expect(lintResult(spelledOut, options).findings.filter(({ rule }) => rule.startsWith('goal'))).toEqual([]);
  });

  it('has an empty list filled', () => {
    const text = '---\nkind: announcement\ngoals: []\n---\n\nIt opens.';
    const [finding] = lintWith('goal-missing', text, options);
    expect(applyEdits(text, finding?.suggestions[0]?.edits ?? [])).toBe('---\nkind: announcement\ngoals: [G1]\n---\n\nIt opens.');
  });
});

it('ten thousand goals are matched in bounded time', async () => {
  const goals = Array.from({ length: 10_000 }, (_, index) => `  - { id: N${index}, title: Goal number ${index} of the plan for street ${index % 97} }\n`).join(
    '',
  );
  const organisation = await loadOrganisation({
    'liaison.yml': 'goals: goals.yml\nmessages: [{ files: "**", kind: announcement }]\n',
    'goals.yml': `goals:\n${goals}`,
  });
  const part = lintResult(about('[N77]', lorries), { organisation }).checkup.find((candidate) => candidate.part === 'goal');
  expect(part?.met).toBe(true);
});
