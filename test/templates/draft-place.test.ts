import { describe, expect, it } from 'vitest';
import { nameDraftIn, placeDraft, toSlug } from '../../server/src/index.js';
import { loadOrganisation, today } from '../support/organisation.js';

const place = async (messages: string, here = '/acme', subject?: string) =>
  placeDraft(await loadOrganisation({ 'liaison.yml': `messages:\n${messages}\nignore: ["old/**"]\n` }), here, { kind: 'deck', date: today, subject });

describe('the place of a draft', () => {
  it('is the folder that liaison.yml keeps for its kind', async () => {
    expect(await place('- { files: "decks/**", kind: deck }', '/acme', 'Book leave online')).toBe('/acme/decks/2026-06-01-book-leave-online.md');
    expect(await place('- { files: "sent/decks/*.md", kind: deck }')).toBe('/acme/sent/decks/2026-06-01-deck.md');
  });

  it('is the current folder when messages of its kind live there', async () => {
    expect(await place('- { files: "decks/**", kind: deck }', '/acme/decks/2026')).toBe('/acme/decks/2026/2026-06-01-deck.md');
  });

  it('passes over folders where other settings win, other files are meant, or nothing is read', async () => {
    const messages = '- { files: "all/**", kind: page }\n- { files: ["all/decks/**", "slides/*.pptx", "old/**", "talks/**"], kind: deck }';
    expect(await place(messages)).toBe('/acme/talks/2026-06-01-deck.md');
  });

  it('is the current folder, with the kind in its name, when no folder is kept for it', async () => {
    expect(await place('- { files: "status/**", kind: status }', '/acme/status', 'Leave')).toBe('/acme/status/2026-06-01-deck-leave.md');
  });

  it('is the current folder without a liaison.yml', async () => {
    const request = { kind: 'status', date: today, subject: 'Leave' } as const;
    expect(placeDraft(await loadOrganisation({}), '/elsewhere', request)).toBe('/elsewhere/2026-06-01-status-leave.md');
  });

  it('can be a folder that somebody named', async () => {
    const organisation = await loadOrganisation({ 'liaison.yml': 'messages: [{ files: "status/**", kind: status }]' });
    expect(nameDraftIn('/acme/status', organisation, { kind: 'status', date: today, subject: 'Leave' })).toBe('/acme/status/2026-06-01-leave.md');
    expect(nameDraftIn('/acme/x', organisation, { kind: 'status', date: today, subject: 'Leave' })).toBe('/acme/x/2026-06-01-status-leave.md');
  });
});

describe('a name for files', () => {
  it.each([
    ['One password: for *all*!', 'one-password-for-all'],
    ['Was ändert sich für Ärzte?', 'was-andert-sich-fur-arzte'],
    ['What’s new', 'whats-new'],
    ['../../etc', 'etc'],
    ['– …', ''],
    ['新しい', '新しい'],
    [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
    ['a'.repeat(100), 'a'.repeat(60)],
  ])('is made of words: %s', (text, slug) => {
    expect(toSlug(text)).toBe(slug);
  });
});
