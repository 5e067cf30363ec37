import { describe, expect, it } from 'vitest';
import { lintResult, lintWith } from '../support/lint-text.js';
import { acme, acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const id = 'jargon-load';
const terms = `
- { term: blorp, partOfSpeech: noun, definition: a big thing }
- { term: snarf, partOfSpeech: verb, replacements: [take] }
- { term: QZX, expansion: quite zealous x-ray }
- { term: wibble, partOfSpeech: noun, replacements: [lamp], domain: it }
`;
const files = acmeWithTerms(terms);
const organisation = await loadOrganisation(files);

/** Thirty-two everyday words. */
const filler = 'We came home at noon and had some tea with milk and bread, and then we all went out to see the sea and the sun in the warm wind of May.';
const heavy = `We snarf the blorp and the wibble and the QZX today. ${filler}`;

/** Three terms, twice each. */
const three = `The blorp, the wibble and the QZX: a blorp, a wibble and a QZX. ${filler}`;

const isFlagged = (text: string, options = {}): boolean => lintWith(id, text, { organisation, ...options }).length > 0;

describe('the load of jargon', () => {
  it('is flagged at the first words of the message', () => {
    expect(lintWith(id, heavy, { organisation }).map(({ start, message }) => ({ start, message }))).toEqual([
      { start: 0, message: 'About 9 of every 100 words here may be unknown to these readers: keep the few that matter, and explain them.' },
    ]);
  });

  it('is flagged at the subject where there is one', () => {
    expect(lintWith(id, `---\nsubject: Tea\n---\n\n${heavy}`, { organisation })[0]?.text).toBe('Tea');
  });

  it('is a part of the check-up', () => {
    const part = (text: string): boolean | undefined => lintResult(text, { organisation }).checkup.find((checked) => checked.part === id)?.met;
    expect([part(heavy), part(filler), part('We snarf it.')]).toEqual([false, true, undefined]);
  });

  it.each([
    ['that the readers know', three, { overrides: { audience: 'it' } }],
    ['in a short message', 'We snarf the blorp and the wibble and the QZX.', {}],
    ['in headings and cells', `# Snarf blorp wibble QZX\n\n| Snarf | blorp | wibble | QZX |\n| - | - | - | - |\n\n${filler}`, {}],
    ['in quotations', `She said “snarf the blorp and the wibble and the QZX”. ${filler}`, {}],
    ['in quoted blocks', `> We snarf the blorp and the wibble and the QZX.\n\n${filler}`, {}],
    ['in code', `We \`snarf blorp wibble QZX\` it. ${filler}`, {}],
    ['of one term again and again', `A blorp, a blorp, a blorp, a blorp and a blorp. ${filler}`, {}],
    ['that is explained', `We snarf the blorp (a very big thing) and the QZX (quite zealous x-ray) and the wibble (a lamp). ${filler}`, {}],
    ['that is explained further on', `${three} A blorp (a big thing) is here.`, {}],
  ])('is not made by jargon %s', (_, text, options) => {
    expect([isFlagged(heavy), isFlagged(three)]).toEqual([true, true]);
    expect(isFlagged(text, options)).toBe(false);
  });

  it('does not count long-winded words that everybody knows', async () => {
    const plain = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}glossaries: [plain-words]\n` });
    const text = `In order to commence, utilise it prior to May, in addition to which terminate it with regard to us. ${filler}`;
    expect(lintWith('jargon', text, { organisation: plain }).length).toBeGreaterThan(4);
    expect(lintWith(id, text, { organisation: plain })).toEqual([]);
  });

  it('has a limit that an organisation can move', async () => {
    const patient = await loadOrganisation({ ...files, 'liaison.yml': `${files['liaison.yml']}rules: { jargon-load: { maxPer100: 40 } }\n` });
    const strict = await loadOrganisation({ ...files, 'liaison.yml': `${files['liaison.yml']}rules: { jargon-load: { maxPer100: 2 } }\n` });
    expect([lintWith(id, heavy, { organisation: patient }).length, lintWith(id, heavy, { organisation: strict }).length]).toEqual([0, 1]);
  });
});
