import { bundledGlossarySources } from 'liaison:glossaries';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBundledGlossaries } from '../../scripts/build-plugins.mjs';
import { applyEdits } from '../../server/src/engine/apply-fixes.js';
import { createEngine } from '../../server/src/engine/engine.js';
import { Organisations } from '../../server/src/engine/organisation.js';
import { readDocument } from '../../server/src/formats/index.js';
import { readBundledGlossary } from '../../server/src/glossary/bundled.js';
import { parseGlossary } from '../../server/src/glossary/parse.js';
import type { Finding } from '../../server/src/model/finding.js';
import { rules } from '../../server/src/rules/index.js';

const engine = createEngine(rules);

describe.each(listBundledGlossaries().map((path) => ({ path, name: basename(path, '.yml') })))('the glossary $name', ({ path, name }) => {
  const { glossary, problems } = parseGlossary(path, readFileSync(path, 'utf8'), true);

  it('has at least 100 entries and no problem', () => {
    expect(problems).toEqual([]);
    expect(glossary.terms.length).toBeGreaterThanOrEqual(100);
  });

  it('reads the same from the bundle as from its file', () => {
    const bundled = bundledGlossarySources.map(readBundledGlossary).find((candidate) => candidate.name === name);
    expect(bundled?.terms).toEqual(glossary.terms.map(({ source: _source, examples: _examples, ...term }) => term));
  });

  it('does what the examples of its entries say', async () => {
    const organisations = new Organisations((location) => Promise.resolve(location === '/liaison.yml' ? `glossaries: [${name}]\n` : undefined), rules);
    const organisation = await organisations.load('/liaison.yml');
    const find = (text: string, term: string): Finding[] =>
      engine.lint({ document: readDocument('/a.md', text), organisation, today: '2026-06-01' }).findings.filter((finding) => finding.term === term);
    const wrong: string[] = [];
    for (const { term, examples = {} } of glossary.terms) {
      for (const text of examples.flags ?? []) if (find(text, term).length === 0) wrong.push(`${term} does not flag: ${text}`);
      for (const text of examples.allows ?? []) if (find(text, term).length > 0) wrong.push(`${term} flags: ${text}`);
      for (const [text, becomes] of Object.entries(examples.becomes ?? {})) {
        const left = applyEdits(
          text,
          find(text, term).flatMap(({ suggestions }) => suggestions[0]?.edits ?? []),
        );
        if (left !== becomes) wrong.push(`${term} makes “${left}” of “${text}”, not “${becomes}”`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
