import { type Organisation, Organisations, rules } from '../../server/src/index.js';

/** Files of an organisation by location, such as `/acme/liaison.yml`. Changing an entry changes the file. */
export type Files = Record<string, string>;

/** Organisations whose files are in memory. */
export function organisationsOf(files: Files): Organisations {
  return new Organisations((location) => Promise.resolve(files[location]), rules);
}

/** The organisation that holds for a message of `/acme`, with these files in that folder. */
export function loadOrganisation(files: Files): Promise<Organisation> {
  const located = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/acme/${name}`, text]));
  return organisationsOf(located).forMessage('/acme/message.md');
}

/** The day on which every test is run. */
export const today = '2026-06-01';

/** An organisation with three audiences and a goal of each status; its messages are announcements. */
export const acme: Files = {
  'liaison.yml': `
goals: ./goals.yml
audience: everyone
audiences:
  everyone: { readingAge: 14 }
  executives: { readingAge: 16, knows: [ROI, KPI] }
  it: { readingAge: 18, knows: ["domain:it"] }
messages:
  - { files: "pages/**", kind: page }
  - { files: "**", kind: announcement }
`,
  'goals.yml': `
goals:
  - { id: G1, title: Easy online services }
  - { id: G2, title: Fewer systems, status: retired }
  - { id: G3, title: A safe network, from: 2023-01-01, until: 2024-12-31, status: achieved }
  - { id: G4, title: Safe streets at night }
`,
};

/** Acme with a glossary of its own, written as the entries of its YAML, on top of those in `glossaries`. */
export function acmeWithTerms(entries: string, glossaries = ''): Files {
  return {
    ...acme,
    'liaison.yml': `${acme['liaison.yml'] ?? ''}glossaries: [${glossaries === '' ? '' : `${glossaries}, `}./house.yml]\n`,
    'house.yml': `name: house\nterms:\n${entries.replace(/^/gm, '  ')}\n`,
  };
}
