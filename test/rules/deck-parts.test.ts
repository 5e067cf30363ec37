import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintResult, lintWith } from '../support/lint-text.js';

const top = '---\nkind: deck\ngoals: [G1]\nsubject: "Kick-off: book leave online"\ndate: 2027-01-18\n---\n\n';
const opening = '# Book leave online\n\nKick-off meeting, Monday 18 January 2027';
const deck = (...slides: readonly string[]): string => `${top}${[opening, ...slides].join('\n\n---\n\n')}\n`;

/** The words that show a part; `missing`, or `undefined` where the part does not apply. */
function evidenceOf(part: string, text: string): string | undefined {
  const found = lintResult(text).checkup.find((candidate) => candidate.part === part);
  if (found === undefined) return undefined;
  return found.evidence === undefined ? 'missing' : text.slice(found.evidence.start, found.evidence.end);
}

const complete = [
  '## Who is affected\n\n- All 1,400 staff who book leave',
  '## Who does what\n\n- Head of Payroll: decides the rules',
  '## Dates\n\n- 1 March 2027: first trial',
  '## What we need from you\n\n- One name from each department by 29 January 2027',
  '## Help you will get\n\n- A one-hour course in May',
  '## Questions?\n\nWrite to leave@example.org.',
];

describe('a kick-off', () => {
  it('with every part is left alone', () => {
    expect(lintWith('deck-parts', deck(...complete))).toEqual([]);
  });

  it('is told once what it lacks', () => {
    const [finding, ...others] = lintWith('deck-parts', deck(...complete.slice(0, 2)));
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      'This kick-off does not tell people the dates, what you need from them, the help they will get and whom to ask: add a slide for each.',
    );
    expect(finding?.text).toBe('"Kick-off: book leave online"');
  });

  it('is told of one thing in the singular', () => {
    expect(lintWith('deck-parts', deck(...complete.slice(0, 5))).map(({ message }) => message)).toEqual([
      'This kick-off does not tell people whom to ask: add a slide for it.',
    ]);
  });

  it('without a goal is told so, unless a slide is about it', () => {
    const text = deck(...complete).replace('goals: [G1]\n', '');
    expect(lintWith('deck-parts', text).map(({ message }) => message)).toEqual(['This kick-off does not tell people the goal it serves: add a slide for it.']);
    expect(lintWith('deck-parts', text.replace('## Who is', '## Why we do it\n\nPaper is slow.\n\n---\n\n## Who is'))).toEqual([]);
  });
});

describe('the parts of a kick-off', () => {
  it.each([
    ['people-affected', '## Whose day changes\n\n- Tutors: one click to agree', 'Tutors: one click to agree'],
    ['people-affected', '## Who will notice\n\n| Who | What |\n|---|---|\n| Clinic clerks | one button more |', 'Who will notice'],
    ['people-affected', '## The plan\n\nIt affects all staff who book leave.', 'It affects all staff who book leave.'],
    ['people-affected', '## Who is affected\n\n- [who, and how many]: [what will be different for them]', 'missing'],
    ['people-affected', '## Who is affected', 'missing'],
    ['people-affected', '## Who is affected\n\n![A map of departments](map.png)', '\u0021[A map of departments](map.png)'],
    ['roles', '## The team\n\nThe Registrar pays and decides.', 'The Registrar pays and decides.'],
    ['roles', '## How we work\n\n- Sponsor: Head of Payroll', 'Sponsor: Head of Payroll'],
    ['roles', '## What it can do\n\n- Leads to fewer forms', 'missing'],
    ['dates', '## The road\n\n| | |\n|---|---|\n| 7 Dec | first form |', '7 Dec'],
    ['dates', '## Timeline\n\n- Summer 2027: open to all', 'Summer 2027: open to all'],
    ['dates', '## Timeline\n\n- To be confirmed', 'missing'],
    ['dates', '## The idea\n\n- Open to everyone from 1 June 2027', 'Open to everyone from 1 June 2027'],
    ['dates', '## History\n\n- The form dates from 3 May 1998', 'missing'],
    ['dates', '## What we need from you\n\n- One name by 29 January 2027', 'missing'],
    ['needs', '## Three requests\n\n- Lend us a caretaker', 'Lend us a caretaker'],
    ['needs', '## The plan\n\nWe need one person from each department.', 'We need one person from each department.'],
    ['needs', '## The plan\n\nWe need a faster server.', 'missing'],
    ['support', '## You are not alone\n\n- A card with pictures', 'A card with pictures'],
    ['support', '## Support\n\nCall the service desk on 1234.', 'missing'],
    ['support', '## After that\n\nA trainer will sit with you for the first hour.', 'A trainer will sit with you for the first hour.'],
    ['support', '## After that\n\nMore follows in due course.', 'missing'],
    ['contact', '## Any questions?', 'missing'],
    ['contact', '## Ask us\n\nRing the project desk on 3318.', 'Ring the project desk on 3318.'],
  ])('%s in %j: %s', (part, slide, evidence) => {
    expect(evidenceOf(part, deck(slide))).toBe(evidence);
  });

  it('may be said by the speaker', () => {
    expect(evidenceOf('needs', deck('## The plan\n\n<!-- We need one name from each of you. -->'))).toBe('We need one name from each of you.');
  });
});

describe('a deck that is no kick-off', () => {
  it.each([
    ['a lecture', '---\nkind: deck\ntitle: Agile and scrum\n---\n\n# Agile\n\n---\n\n## Roles\n\n- Product owner\n\n---\n\n## The road to agile\n\n- 2001'],
    [
      'a talk with a team and a call for help',
      '---\nkind: deck\ntitle: What we do\n---\n\n# Us\n\n---\n\n## Meet the team\n\n- Two of us\n\n---\n\n## How can we help?\n\n- Training\n\n---\n\n## We need you\n\n- Join us',
    ],
  ])('is told nothing: %s', (_what, text) => {
    expect(lintWith('deck-parts', text)).toEqual([]);
    expect(lintResult(text).checkup.map(({ part }) => part)).not.toContain('roles');
  });

  it('becomes one by its slides', () => {
    const text = deck(...complete.slice(0, 5)).replace(/Kick-off(?:: | meeting)/g, '');
    expect(lintWith('deck-parts', text)).toHaveLength(1);
  });
});

describe('a slide to fill in', () => {
  const titled = (title: string, text: string): string => {
    const edits = lintWith('deck-parts', text)[0]?.suggestions.find((suggestion) => suggestion.title === title)?.edits ?? [];
    return applyEdits(text, edits);
  };

  it('stands before the slide that closes the deck', () => {
    const slides = [...complete.slice(0, 4), complete[5] ?? ''];
    const filled = titled('Add a slide about the help people will get', deck(...slides));
    expect(filled).toBe(deck(...complete.slice(0, 4), '## Help you will get\n\n- [a course, a guide, somebody to sit with you]', complete[5] ?? ''));
    expect(evidenceOf('support', filled)).toBe('missing');
  });

  it('stands at the end of a deck without one, behind its notes', () => {
    const slides = complete.slice(0, 4);
    expect(titled('Add a slide about the help people will get', deck(...slides, '## More\n\na\n\n<!-- Say it. -->'))).toBe(
      deck(...slides, '## More\n\na\n\n<!-- Say it. -->', '## Help you will get\n\n- [a course, a guide, somebody to sit with you]'),
    );
  });

  it('has titles as deep as the others, and the separator of the deck', () => {
    const text = '---\nformat: revealjs\nkind: deck\ngoals: [G1]\ntitle: Kick-off\n---\n\n# One\n\na\n\n# Two\n\nb\n';
    expect(titled('Add a slide that says who does what', text)).toBe(
      `${text.trimEnd()}\n\n# Who does what\n\n- [name or role]: answers for the project\n- [name or role]: runs it from day to day\n`,
    );
  });

  it('is a line where the last slide asks for questions', () => {
    const slides = [...complete.slice(0, 5), '## Any questions?'];
    expect(titled('Add a line that says whom to ask', deck(...slides))).toBe(
      deck(...slides.slice(0, 5), '## Any questions?\n\nAsk [who], on [number] or at [address].'),
    );
  });

  it('keeps the line ends of the deck', () => {
    const filled = titled('Add a slide with the dates', deck(...complete.slice(0, 2)).replaceAll('\n', '\r\n'));
    expect(filled.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
