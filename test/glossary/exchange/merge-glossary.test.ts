import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../server/src/glossary/exchange/imported.js';
import { type Merged, mergeGlossary } from '../../../server/src/glossary/exchange/merge-glossary.js';

type Draft = Partial<Entry> & Pick<Entry, 'term'>;

/** Merges entries; those with a status say it. */
function merge(text: string, ...drafts: readonly Draft[]): Merged | undefined {
  const entries = drafts.map((draft): Entry => ({ status: 'approved', caseSensitive: false, ...draft }));
  return mergeGlossary(text, entries, { withoutStatus: new Set(entries.filter((_, index) => drafts[index]?.status === undefined)) });
}

const house = `# Our words
name: house   # short
terms:
  # old friends
  - term: utilise # with an s
    partOfSpeech: verb
    replacements:
      - use
    severity: info   # for now
  - { term: SSO, expansion: single sign-on }
  - term: draft
    status: proposed
# the end
`;

describe('merging', () => {
  it('adds new terms at the end, updates known ones and leaves all else as it was', () => {
    const merged = merge(
      house,
      {
        term: 'utilise',
        partOfSpeech: 'verb',
        replacements: ['use', 'apply'],
        reason: 'Long, and it says no more.',
        domain: 'it',
        examples: { flags: ['We utilise it.'] },
      },
      { term: 'sso', definition: 'one password', knownTo: ['it'] },
      { term: 'draft', definition: 'not final' },
      { term: 'via', replacements: ['by'] },
    );
    expect(merged?.text).toBe(`# Our words
name: house   # short
terms:
  # old friends
  - term: utilise # with an s
    partOfSpeech: verb
    replacements: [use, apply]
    reason: "Long, and it says no more."
    severity: info   # for now
    domain: it
    examples:
      flags: [We utilise it.]
  - { term: SSO, expansion: single sign-on, definition: one password, knownTo: [it] }
  - term: draft
    definition: not final
    status: proposed
  - term: via
    replacements: [by]
# the end
`);
    expect(merged).toMatchObject({ added: ['via'], changed: ['utilise', 'sso', 'draft'], unchanged: [] });
  });

  it('changes nothing when there is nothing new', () => {
    const merged = merge(house, { term: 'Utilise', replacements: ['use'] }, { term: 'SSO', expansion: 'single sign-on' });
    expect(merged).toEqual({ text: house, added: [], changed: [], unchanged: ['Utilise', 'SSO'] });
  });

  it('sets a status only when one is said', () => {
    expect(merge(house, { term: 'draft', status: 'approved' })?.text).toContain('  - term: draft\n    status: approved\n');
  });

  it.each([
    ['an empty file', '', 'terms:\n  - term: via\n'],
    ['a header alone', 'name: house\n', 'name: house\nterms:\n  - term: via\n'],
    ['an empty list', 'terms: [] # none yet\n', 'terms:\n  - term: via # none yet\n'],
    ['a key without a value', 'terms:\n', 'terms:\n  - term: via\n'],
    ['no line end', 'terms:\n- term: SSO', 'terms:\n- term: SSO\n- term: via'],
    ['line ends of Windows', 'terms:\r\n  - term: SSO\r\n', 'terms:\r\n  - term: SSO\r\n  - term: via\r\n'],
  ])('begins with %s', (_what, before, after) => {
    expect(merge(before, { term: 'via' })?.text).toBe(after);
  });

  it('refuses what it cannot change in place', () => {
    expect(merge('terms: [{ term: SSO }]\n', { term: 'via' })).toBeUndefined();
    expect(merge('terms: [\n', { term: 'via' })).toBeUndefined();
  });
});
