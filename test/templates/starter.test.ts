import { describe, expect, it } from 'vitest';
import { GlossaryChecker, Organisations, readDocument, rules, type StarterRequest, writeStarter } from '../../server/src/index.js';
import { lintResult } from '../support/lint-text.js';
import { organisationsOf, today } from '../support/organisation.js';

/** A folder with nothing in it. */
const empty = { folder: '/acme', readText: () => Promise.resolve(undefined), glossaries: [] } as const;

async function start(request: Partial<StarterRequest> = {}) {
  const files = await writeStarter({ ...empty, language: 'en-GB', today, ...request });
  const texts = Object.fromEntries(files.map(({ path, text }) => [`/acme/${path}`, text]));
  const organisation = await organisationsOf(texts).forMessage('/acme/message.md');
  return { paths: files.map(({ path }) => path), texts, organisation };
}

describe('the files that an organisation begins with', () => {
  it('are settings, goals, a glossary and a first message', async () => {
    expect((await start()).paths).toEqual(['liaison.yml', 'goals.yml', 'glossaries/house.yml', 'announcements/first-message.md']);
    expect((await start({ name: 'Acme Council' })).paths).toContain('glossaries/acme-council.yml');
  });

  it.each<Partial<StarterRequest>>([
    {},
    { language: 'en', name: 'Acme', owner: 'communications@example.org' },
    { language: 'en-US', name: 'yes', owner: '@here: us' },
    { language: 'en-AU', name: 'Ärzte & Co: #1 "best"', owner: '- the head of IT # for now' },
    { today: '2028-02-29', name: '2026', owner: 'null' },
  ])('hold nothing to mend: %o', async (request) => {
    const { texts, organisation, paths } = await start(request);
    expect(organisation.problems).toEqual([]);
    expect(organisation.config.language).toBe(request.language ?? 'en-GB');
    expect(organisation.goals?.goals.map(({ id }) => id)).toEqual(['G1']);
    expect(organisation.goals?.goals[0]?.owner).toBe(request.owner ?? 'Head of IT');
    const location = `/acme/${paths[2]}`;
    const own = organisation.glossaries.at(-1);
    expect(own?.path).toBe(location);
    if (request.owner !== undefined) expect(own?.owner).toBe(request.owner);
    const organisations = new Organisations((path) => Promise.resolve(texts[path]), rules);
    const checker = new GlossaryChecker(rules, readDocument);
    expect(await checker.check(location, texts[location] ?? '', await organisations.forMessage(location), today)).toEqual([]);
  });

  it('begin with a message that shows what is open, and no other finding than that', async () => {
    const { texts, organisation } = await start();
    const path = 'announcements/first-message.md';
    const { checkup, findings, kind } = lintResult(texts[`/acme/${path}`] ?? '', { organisation, path });
    expect(kind).toBe('announcement');
    const parts = checkup.map(({ part }) => part as string);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['contact', 'when']));
    expect(findings.filter(({ rule }) => !parts.includes(rule) && rule !== 'subject-line')).toEqual([]);
    expect(checkup.find(({ part }) => part === 'goal')?.met).toBe(true);
  });
});
