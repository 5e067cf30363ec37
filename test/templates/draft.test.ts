import { describe, expect, it } from 'vitest';
import { type DraftKind, type DraftRequest, draftKinds, findGaps, type Organisation, readDocument, writeDraft, writeStarter } from '../../server/src/index.js';
import { lintResult } from '../support/lint-text.js';
import { acme, loadOrganisation, today } from '../support/organisation.js';

/** A folder with nothing in it. */
const empty = { folder: '/acme', readText: () => Promise.resolve(undefined), glossaries: [] } as const;
const starter = await writeStarter({ ...empty, language: 'en-GB', today });
const started = await loadOrganisation(Object.fromEntries(starter.map(({ path, text }) => [path, text])));
const americanStarter = await writeStarter({ ...empty, language: 'en-US', today });
const startedInAmerica = await loadOrganisation(Object.fromEntries(americanStarter.map(({ path, text }) => [path, text])));
const folders: Readonly<Record<DraftKind, string>> = { announcement: 'announcements', status: 'status', deck: 'decks', strategy: 'strategy' };

function draft(request: Partial<DraftRequest> & Pick<DraftRequest, 'kind'>, organisation: Organisation = started): string {
  return writeDraft(organisation, `/acme/${folders[request.kind]}/draft.md`, { date: today, ...request });
}

function lint(kind: DraftKind, text: string, organisation: Organisation = started) {
  return lintResult(text, { organisation, path: `${folders[kind]}/draft.md` });
}

/** What a writer might put into each gap. A gap that is not listed fails the test: nobody has tried to fill it. */
const fillings: Readonly<Record<string, string>> = {
  'what changes, and when': 'Book your leave online from 1 July',
  'what it is about: on time or not, and what you need': 'Leave online: on time, one choice needed by 12 June',
  'what people can do in future': 'Book your leave online',
  'what it is for, and which years': 'Online services, 2026 to 2028',
  'which goal': 'Easy online services',
  'which year': '2028',
  'what people can do then that they cannot do now': 'anyone can book any service online',
  'day, date and time': 'Wednesday 1 July 2026, 9am,',
  'can do something new, or do it in a new way': 'can book your leave online, on any phone or computer',
  'What you do, and by when. If it is nothing, say so': 'Sign in to the leave page by Friday 10 July 2026, and check your dates',
  'How it makes your day easier, in a sentence': 'You book online and no longer fill in a form on paper',
  'A course, a guide, or somebody who sits with you': 'A guide with pictures, and a one-hour course on Monday 6 July 2026',
  who: 'the service desk',
  number: '01632 960 123',
  address: 'help@example.org',
  'get what we promised, on time or not': 'can book your leave online from 1 July 2026, as we promised',
  'What is better already, in a sentence': 'Your teams book online already, and get an answer the same day',
  'What is done, as a number against the plan': 'Three of four teams can book leave online. The plan was three',
  'will notice this or that': 'will see a new button on the leave page',
  'One thing, and what we do about it': 'The course is full. We will add a second one on 8 July 2026',
  'What you decide or do, and by when. If it is nothing, say so': 'Please choose by Friday 12 June 2026 which team goes last',
  'day and date': 'Monday 6 July 2026',
  'a number that shows how things are': 'an answer takes six days',
  'the same number, and by when': 'an answer on the same day, from 1 July 2026',
  'Which people, and how many': 'All 1,400 staff',
  'Which other people': 'The 160 managers',
  'will do something in a new way': 'will book their leave online',
  'Name and role': 'The head of customer services',
  'What you do': 'Name one person from your team',
  'What you decide': 'Choose your first day online',
  'A course, and where': 'A one-hour course in the main library',
  'A guide, and where to find it': 'A guide with pictures, on the leave page',
  'Somebody to ask in the first weeks': 'Somebody to ask in every building in July',
  'What people can do, or will notice, and by when': 'People book online what they book on paper today, by March 2028',
  'what people will notice': 'you can book your leave online',
  'What we leave for later, and why': 'Expense claims, as few people ask for them online',
  'What we count, where it stands today, and where it will stand': 'Requests that finish online: six in ten today, nine in ten by 2028',
};

function fill(text: string): string {
  let filled = text;
  for (const { start, end } of findGaps(text).toReversed()) {
    const gap = text.slice(start + 1, end - 1);
    const filling = fillings[gap];
    if (filling === undefined) throw new Error(`Nobody has tried to fill in [${gap}]`);
    filled = filled.slice(0, start) + filling + filled.slice(end);
  }
  return filled;
}

describe.each(draftKinds)('the template of a message: %s', (kind) => {
  it('meets every part and target of its check-up once its gaps are filled', () => {
    const result = lint(kind, fill(draft({ kind, goals: ['G1'] })));
    expect(result.kind).toBe(kind);
    expect(result.goals).toEqual(['G1']);
    expect(result.checkup.length).toBeGreaterThan(0);
    expect(result.checkup.filter(({ met }) => !met)).toEqual([]);
    expect(result.findings).toEqual([]);
  });

  it('meets them for every audience', () => {
    for (const audience of Object.keys(started.config.audiences)) {
      const { checkup, findings } = lint(kind, fill(draft({ kind, goals: ['G1'], audience })));
      expect(checkup.filter(({ met }) => !met)).toEqual([]);
      expect(findings.filter(({ rule }) => rule !== 'mixed-terms')).toEqual([]);
    }
  });

  it('holds no word and no sentence that its readers stumble over', () => {
    for (const organisation of [started, startedInAmerica]) {
      const { findings } = lint(kind, draft({ kind, goals: ['G1'] }, organisation), organisation);
      const about = ['jargon', 'unlisted', 'acronym', 'unexplained', 'mixed', 'simpler', 'hidden', 'passive', 'hard', 'long', 'reading'];
      expect(findings.filter(({ rule }) => about.some((start) => rule.startsWith(start)))).toEqual([]);
    }
  });

  it('has no list item or line that Markdown takes for the definition of a link', () => {
    const text = draft({ kind });
    const read = lint(kind, text);
    expect(read.metrics.words).toBeGreaterThan(40);
    expect(text).not.toMatch(/^\s*(?:[-*+] )?\[[^\]]*\]:/m);
  });

  it('works for an organisation without a liaison.yml', async () => {
    const nobody = await loadOrganisation({});
    const text = draft({ kind }, nobody);
    expect(text).toContain('audience: everyone\ngoals: []\n');
    expect(lint(kind, fill(text.replace('goals: []', 'goals: [G1]')), nobody).checkup.filter(({ met }) => !met)).toEqual([]);
  });
});

describe('a draft', () => {
  it('says its goal in the front matter and in a plain sentence', () => {
    const text = draft({ kind: 'announcement', goals: ['G1'] });
    expect(text).toContain('\ngoals: [G1]\n');
    expect(text).toContain('This is a step towards our goal “Easy online services”.');
  });

  it('names several goals in one sentence', async () => {
    const organisation = await loadOrganisation(acme);
    expect(draft({ kind: 'status', goals: ['G1', 'G2', 'G3'] }, organisation)).toContain(
      'This is a step towards our goals “Easy online services”, “Fewer systems” and “A safe network”.',
    );
  });

  it('lists the goals that count on its date where none is chosen', async () => {
    const organisation = await loadOrganisation(acme);
    const text = draft({ kind: 'announcement' }, organisation);
    expect(text).toContain('\ngoals: [] # choose from G1 (Easy online services), G4 (Safe streets at night)\n');
    expect(text).toContain('our goal “[which goal]”.');
  });

  it('takes audience and goals from its folder', async () => {
    const organisation = await loadOrganisation({
      ...acme,
      'liaison.yml': `goals: ./goals.yml
audiences: { managers: {} }
messages: [{ files: "status/**", kind: status, audience: managers, goals: [G1] }]
`,
    });
    const text = draft({ kind: 'status' }, organisation);
    expect(text).toContain('audience: managers\ngoals: [G1]\n');
    expect(text).toContain('“Easy online services”');
  });

  it('sets out in a strategy the vision, and the goals that count on its date', () => {
    const text = draft({ kind: 'strategy' });
    expect(text).toContain('goals: [G1]');
    expect(text).toContain('## Our vision\n\nBy 2029 anyone can get help from us in one visit.');
    expect(text).toContain('- **Easy online services.** By 2028 nine in ten requests start and finish online.');
  });

  it('carries its subject into the heading, whatever characters it has', () => {
    for (const subject of ['Leave: *new* rules', '"Quoted" `code` C:\\dir', '- 1 June', 'yes', 'A # B', '2026', '<b>', '{{date}}', '[a] & b', '$& $1']) {
      const text = draft({ kind: 'announcement', subject });
      const result = lint('announcement', text);
      expect(result.kind, subject).toBe('announcement');
      expect(readSubject(text), subject).toBe(subject);
    }
  });

  it('brings a subject of several lines into one', () => {
    expect(readSubject(draft({ kind: 'deck', subject: ' Book your leave\n  online ' }))).toBe('Book your leave online');
  });

  it('leaves a gap for a subject of nothing but spaces', () => {
    expect(readSubject(draft({ kind: 'deck', subject: '  ' }))).toBe('[what people can do in future]');
  });

  it('leaves its parts missing while their gaps are open', () => {
    const { checkup } = lint('announcement', draft({ kind: 'announcement', goals: ['G1'] }));
    const open = checkup.filter(({ met }) => !met).map(({ part }) => part);
    expect(open).toEqual(expect.arrayContaining(['when', 'contact']));
  });
});

function readSubject(text: string): string | undefined {
  return readDocument('/acme/announcements/draft.md', text).fields.subject?.value;
}
