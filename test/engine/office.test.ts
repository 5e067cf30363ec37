import { describe, expect, it } from 'vitest';
import { createEngine, type Document, type Finding, rules } from '../../server/src/index.js';
import { paragraph, run, shape } from '../support/office-files.js';
import { acme, loadOrganisation, today } from '../support/organisation.js';
import { readSlides, readWord } from '../support/read-office.js';

const organisation = await loadOrganisation(acme);

function lint(document: Document): readonly Finding[] {
  return createEngine(rules).lint({ document: { ...document, path: '/acme/message.docx' }, organisation, today }).findings;
}

describe('findings in office files', () => {
  it('about the whole message stand where it begins, and offer no line that the file could not take', async () => {
    const findings = lint(
      await readSlides({
        properties: { 'liaison:kind': 'deck' },
        slides: [{ shapes: shape('Title 1', 'Book leave online', 'title') }, { shapes: shape('Text 2', `${'Nine thousand forms a year. '.repeat(8)}`) }],
      }),
    );
    expect(
      findings
        .filter(({ rule }) => /^(?:audience-missing|goal-missing|slide-title)$/.test(rule))
        .map(({ rule, place, suggestions }) => [rule, place, suggestions.length]),
    ).toEqual([
      ['audience-missing', 'slide 1, title', 0],
      ['goal-missing', 'slide 1, title', 0],
      ['slide-title', 'slide 2, Text 2', 0],
    ]);
  });

  it('about what a file says of itself stand in its properties', async () => {
    const findings = lint(await readWord({ body: paragraph('The form moves.'), properties: { 'liaison:kind': 'announcement', 'liaison:goals': 'G1, G99' } }));
    expect(findings.filter(({ rule }) => rule === 'goal-unknown').map(({ text, place, suggestions }) => [text, place, suggestions.length])).toEqual([
      ['G99', 'document properties', 0],
    ]);
  });

  it('offer an edit where all of its words can be written, in however many runs', async () => {
    const body = paragraph(`${run('We uti')}${run('lise it.')}`) + paragraph(`<w:fldSimple w:instr="REF x">${run('We utilise it.')}</w:fldSimple>`);
    expect(
      lint(await readWord(body))
        .filter(({ rule }) => rule === 'jargon')
        .map(({ place, text, suggestions }) => [place, text, suggestions.map(({ title }) => title)]),
    ).toEqual([
      ['paragraph 1', 'utilise', ['Use “use”']],
      ['paragraph 2', 'utilise', []],
    ]);
  });
});
