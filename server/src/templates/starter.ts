import { templates } from 'liaison:templates';
import { stringify } from 'yaml';
import type { languages } from '../config/schema.js';
import { type Organisation, Organisations, type ReadText } from '../engine/organisation.js';
import { rules } from '../rules/index.js';
import { writeDraft } from './draft.js';
import { toSlug } from './draft-place.js';
import { fillTemplate } from './fill-template.js';

export interface StarterRequest {
  /** Location of the folder that liaison.yml will stand in. */
  readonly folder: string;
  /** Reads what the organisation has already. */
  readonly readText: ReadText;
  /** Paths from the folder of the glossaries that it has already: the settings name them. */
  readonly glossaries: readonly string[];
  /** What the organisation calls itself, in a word or two. Must hold a letter or a digit. */
  readonly name?: string | undefined;
  readonly language: (typeof languages)[number];
  /** Who keeps the words and the goals: a person, a role or an address. */
  readonly owner?: string | undefined;
  /** ISO date. */
  readonly today: string;
}

/** A file that an organisation begins with. */
export interface StarterFile {
  /** From the folder of liaison.yml. */
  readonly path: string;
  readonly text: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
}

/**
 * The files that an organisation begins with: its settings, its goals, a glossary, and a first message with gaps to fill in.
 * Those that it has already are among them, but for a glossary: where it has one, another comes only with a name.
 */
export async function writeStarter(request: StarterRequest): Promise<readonly StarterFile[]> {
  const { folder, readText, language, name, owner, today } = request;
  const year = Number(today.slice(0, 4));
  const slug = name === undefined ? 'house' : toSlug(name);
  const glossary = `glossaries/${slug}.yml`;
  const hasGlossary = name === undefined && request.glossaries.length > 0;
  const glossaries = hasGlossary || request.glossaries.includes(glossary) ? request.glossaries : [...request.glossaries, glossary];
  const values = {
    // As wide as most codes, so that the comment behind it stays in its column.
    language: language.padEnd(5),
    glossaries: glossaries.map((path) => `  - ${writeScalar(`./${path}`)}`).join('\n'),
    name: writeScalar(slug),
    title: writeScalar(name === undefined ? 'House terms' : `${name.trim()}: house terms`),
    // A year later; the 29th of February has none.
    reviewBy: `${year + 1}${today.slice(4).replace('-02-29', '-02-28')}`,
    visionYear: String(year + 3),
    goalYear: String(year + 2),
  };
  const fill = (template: string, missingOwner: string): string =>
    fillTemplate(templates[`starter/${template}`] ?? '', { ...values, owner: owner === undefined ? missingOwner : `owner: ${writeScalar(owner)}` });
  const files: StarterFile[] = [
    { path: 'liaison.yml', text: fill('config.yml', ''), purpose: 'who reads your messages, and what is checked' },
    { path: 'goals.yml', text: fill('goals.yml', 'owner: Head of IT'), purpose: 'the goals that your messages serve' },
    ...(hasGlossary
      ? []
      : [{ path: glossary, text: fill('glossary.yml', '# owner: who keeps this list'), purpose: 'your own words, and what to say instead' }]),
  ];
  const path = 'announcements/first-message.md';
  const organisations = new Organisations(
    async (location) => (await readText(location)) ?? files.find((file) => `${folder}/${file.path}` === location)?.text,
    rules,
  );
  const text = draftFirstMessage(await organisations.forMessage(`${folder}/${path}`), `${folder}/${path}`, today);
  return [...files, { path, text, purpose: 'a message with gaps to fill in' }];
}

/** Tied to the goal of the example, unless the organisation has goals of its own to choose from. */
function draftFirstMessage(organisation: Organisation, location: string, date: string): string {
  const isExample = organisation.goals?.goals.some(({ id }) => id === 'G1') === true;
  return writeDraft(organisation, location, { kind: 'announcement', date, ...(isExample ? { goals: ['G1'] } : {}) });
}

function writeScalar(value: string): string {
  return stringify(value.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();
}
