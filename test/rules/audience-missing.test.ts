import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintResult, lintWith } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

const id = 'audience-missing';
const isFlagged = (text: string, path = 'message.md'): boolean => lintWith(id, text, { path }).length > 0;
const evidenceOf = (text: string): string | undefined => {
  const part = lintResult(text).checkup.find((checked) => checked.part === 'audience');
  return part?.evidence === undefined ? undefined : text.slice(part.evidence.start, part.evidence.end);
};

describe('who a message is for', () => {
  it.each([
    ['For: everyone who books rooms.', 'For: everyone who books rooms.'],
    ['**Who this is for:** staff in block B', 'Who this is for:** staff in block B'],
    ['Audience: line managers', 'Audience: line managers'],
    ['This message is for line managers. It is short.', 'This message is for line managers.'],
    ['This affects you if you book rooms.', 'This affects you if you book rooms.'],
    ['The form only affects staff who work in block B2. This only affects people in block B2.', 'This only affects people in block B2.'],
    ['The outage affects everyone who books rooms.', 'The outage affects everyone who books rooms.'],
    ['If you approve leave, this change affects you.', 'If you approve leave, this change affects you.'],
    ['You’re receiving this because you book rooms.', 'You’re receiving this because you book rooms.'],
    ['Attention all lab users: the lab is closed.', 'Attention all lab users: the lab is closed.'],
    ['Dear line managers,\n\nthe form has moved.', 'Dear line managers,'],
    ['To everybody who works in Chemistry, the shop included.\n\nThere is no water.', 'To everybody who works in Chemistry, the shop included.'],
    ['For heads of department and building managers\n\nThe form has moved.', 'For heads of department and building managers'],
    ['Dear second-year students of History, Law and Biology,\n\nthe form has moved.', 'Dear second-year students of History, Law and Biology,'],
    ['# News\n\n## Who will notice?\n\nEveryone on floors 1 to 12.', 'Everyone on floors 1 to 12.'],
    ['To the whole library team:\n\nThe form has moved.', 'To the whole library team:'],
    ['# For line managers: approve leave by Friday\n\nThe form has moved.', 'For line managers: approve leave by Friday'],
    ['# News\n\n## Who is affected?\n\nStaff in block B2. Nobody else.', 'Staff in block B2.'],
    ['| Who this is for | Staff in block B |\n| - | - |\n| When | Monday |', 'Staff in block B'],
    ['---\naudience: executives\n---\n\nThis is for managers.', 'executives'],
    ['---\nsubject: "For line managers: approve leave"\n---\n\nThe form has moved.', '"For line managers: approve leave"'],
  ])('is said by %j', (text, evidence) => {
    expect([evidenceOf(text), isFlagged(text)]).toEqual([evidence, false]);
  });

  it.each([
    'Hi all,\n\nThe form has moved.',
    'Dear colleagues,\n\nThe form has moved.',
    'Dear all staff,\n\nThe form has moved.',
    'Hello everyone, the form has moved.',
    'For your information, the form has moved.',
    'For example: the form has moved.',
    'For more information: call us.',
    'This is for your records.',
    'This message is for information only.',
    'This affects all download requests.',
    'The change affects the leave form.',
    'This is how the change affects you: the form has moved.',
    'Audience: who is this page for?',
    'For managers, the change means more work.',
    'For people in block B2, please use the back door.',
    'To help people find it, there is a map.',
    'For: [who it is for]',
    'This is for people to find it.',
    '# Who this is for\n\n## What changes\n\nThe form has moved.',
    '> This message is for line managers.\n\nThe form has moved.',
  ])('is not said by %j', (text) => {
    expect([evidenceOf(text), isFlagged(text)]).toEqual([undefined, true]);
  });

  it('may be said for a whole folder', async () => {
    const files = {
      ...acme,
      'liaison.yml': `${acme['liaison.yml'] ?? ''}`.replace('messages:', 'messages:\n  - { files: "it/**", kind: status, audience: it }'),
    };
    const organisation = await loadOrganisation(files);
    const { findings, checkup } = lintResult('The form has moved.', { organisation, path: 'it/message.md' });
    expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
    expect(checkup.find(({ part }) => part === 'audience')).toEqual({ part: 'audience', met: true });
  });

  it('leaves an unknown audience to its own rule', () => {
    const { findings, checkup } = lintResult('---\naudience: everone\n---\n\nThis is for managers.');
    expect(findings.map(({ rule }) => rule)).toContain('audience-unknown');
    expect(findings.map(({ rule }) => rule)).not.toContain(id);
    expect(checkup.find(({ part }) => part === 'audience')).toMatchObject({ met: false });
  });

  it('says so in a sentence, and offers the audiences that there are', () => {
    const text = '---\nsubject: The form has moved\naudience:\n---\n\nThe form has moved.';
    const [finding] = lintWith(id, text);
    expect([finding?.severity, finding?.message]).toEqual([
      'warning',
      'This message does not say who it is for: add “audience:” at the top (everyone, executives, it), or a line such as “For: everyone who books rooms”.',
    ]);
    expect(finding?.suggestions.map(({ title }) => title)).toEqual(['Say it is for “everyone”', 'Say it is for “executives”', 'Say it is for “it”']);
    expect(applyEdits(text, finding?.suggestions[1]?.edits ?? [])).toBe('---\nsubject: The form has moved\naudience: executives\n---\n\nThe form has moved.');
  });

  it('is only for information where there is no audience to choose', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'messages: [{ files: "**", kind: announcement }]\n' });
    const [finding] = lintWith(id, 'The form has moved.', { organisation });
    expect([finding?.severity, finding?.message]).toEqual([
      'info',
      'This message does not say who it is for: add “audience:” at the top, or a line such as “For: everyone who books rooms”.',
    ]);
  });
});
