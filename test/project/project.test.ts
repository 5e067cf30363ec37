import { bundledGlossarySources } from 'liaison:glossaries';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/index.js';
import { isRecord } from '../../server/src/yaml/yaml-file.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const exists = (path: string): boolean => existsSync(new URL(`../../${path}`, import.meta.url));

/** The ids of the product page, by category. They are final. */
const finalRuleIds = [
  ...['jargon', 'undefined-acronym', 'unexplained-term', 'unlisted-jargon', 'mixed-terms', 'jargon-load'],
  ...['simpler-word', 'hidden-verb', 'passive-voice'],
  ...['hard-sentence', 'long-sentence', 'long-paragraph', 'reading-age'],
  ...['goal-missing', 'goal-unknown', 'goal-inactive', 'goal-not-shown', 'goal-buried', 'goal-mismatch'],
  ...['audience-missing', 'audience-unknown', 'subject-line', 'one-topic', 'one-screen', 'next-step', 'when', 'contact', 'what-changes'],
  ...['reader-first', 'closed-door', 'follow-up', 'way-to-answer', 'support'],
  ...['slide-words', 'slide-title', 'deck-parts'],
  ...['one-page', 'vision-first'],
  ...['unused-ignore', 'expired-ignore'],
];

describe('rules', () => {
  it('have ids of the product page, each once', () => {
    const ids = rules.map((rule) => rule.meta.id);
    expect(ids.filter((id) => !finalRuleIds.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have defaults for all their options', () => {
    for (const rule of rules) expect(() => rule.options.parse({}), rule.meta.id).not.toThrow();
  });

  it.each(rules.map((rule) => rule.meta.id))('have a page and a setting in the editor: %s', (id) => {
    expect(exists(`docs/rules/${id}.md`)).toBe(true);
    expect(read('package.json')).toContain(`"liaison.rules.${id}"`);
  });
});

describe('the package', () => {
  const manifest: unknown = JSON.parse(read('package.json'));

  it('asks for nothing at run time', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundledDependencies']) expect(manifest).not.toHaveProperty(kind);
  });

  it('runs nothing when it is installed', () => {
    const scripts = isRecord(manifest) && isRecord(manifest['scripts']) ? Object.keys(manifest['scripts']) : [];
    expect(scripts.filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

describe('bundled glossaries', () => {
  it.each(bundledGlossarySources.map(({ name, terms }) => ({ name, count: terms.length })))('$name has at least 100 terms', ({ count }) => {
    expect(count).toBeGreaterThanOrEqual(100);
  });

  it('ship without their examples', () => {
    expect(JSON.stringify(bundledGlossarySources)).not.toContain('"examples"');
  });
});

describe('the tool’s own words', () => {
  it('blame nobody', () => {
    const said = rules.map((rule) => `${rule.meta.title} ${rule.meta.why}`).join(' ');
    expect(said).not.toMatch(/\b(?:wrong|mistake|fail|must|illegal|invalid|bad)\b/i);
  });
});
