import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measureItem, type RewriteItem, summarise } from './measure.js';

const items: readonly RewriteItem[] = parse(readFileSync(new URL('sentences.yml', import.meta.url), 'utf8'));

describe('safe rewrites of the development set', async () => {
  const measured = await Promise.all(items.map(measureItem));
  const summary = summarise(measured);

  // The rest are senses that no grammar tells apart; docs/rewrites.md lists them.
  it('are what a careful editor leaves in 98 of 100', () => {
    const wrong = measured.filter(({ outcome }) => outcome === 'wrong').map(({ item, text }) => `${item.text} → ${text}`);
    expect(summary.safeAreRight, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('are offered for nine in ten terms that are found', () => {
    expect(summary.flaggedGetSafe).toBeGreaterThanOrEqual(0.9);
  });

  it('never leave two spaces, or a word twice that stood there once', () => {
    const broken = measured.filter(
      ({ item, text }) => (/\S {2,}\S/.test(text) && !/\S {2,}\S/.test(item.text)) || (/\b(\w+) \1\b/i.test(text) && !/\b(\w+) \1\b/i.test(item.text)),
    );
    expect(broken.map(({ text }) => text)).toEqual([]);
  });
});
