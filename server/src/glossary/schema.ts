import { z } from 'zod';
import { severities } from '../model/finding.js';
import { partsOfSpeech } from '../text/part-of-speech.js';
import { isoDate, words } from '../yaml/shapes.js';

export const policies = ['replace', 'omit', 'expand', 'explain', 'avoid'] as const;
/** What a writer should do with a term. */
export type Policy = (typeof policies)[number];

export const statuses = ['proposed', 'approved', 'deprecated', 'retired'] as const;

/** Texts that show what an entry does; `liaison glossary check` runs them. */
const examplesSchema = z
  .strictObject({
    flags: z.array(words).optional().describe('Sentences in which the term is flagged.'),
    allows: z.array(words).optional().describe('Sentences in which it is left alone.'),
    becomes: z.record(z.string(), z.string()).optional().describe('Sentences and what the first replacement makes of them.'),
  })
  .describe('Texts that show what the entry does, run as tests.');

/** One entry of a glossary. */
export const termSchema = z.strictObject({
  term: words.describe('The word or phrase as a dictionary lists it: singular noun, plain verb.'),
  variants: z.array(words).optional().describe('Other spellings of the same term.'),
  partOfSpeech: z.enum(partsOfSpeech).optional().describe('noun, verb, adjective, adverb or phrase; any when absent.'),
  replacements: z.array(words).optional().describe('What to write instead, best first; inflected to fit the text.'),
  expansion: words.optional().describe('An acronym spelled out.'),
  definition: words.optional().describe('What the term means to the reader, in plain words.'),
  reason: words.optional().describe('Why readers stumble over it.'),
  exceptions: z.array(words).optional().describe('Longer phrases in which the term is fine.'),
  knownTo: z.array(words).optional().describe('Audiences that know the term.'),
  domain: words.optional().describe('The field the term comes from.'),
  status: z.enum(statuses).default('approved').describe('Only approved and deprecated terms are flagged.'),
  severity: z.enum(severities).optional().describe('Overrides the severity of the rule.'),
  caseSensitive: z.boolean().default(false).describe('Flag only this exact spelling.'),
  policy: z.enum(policies).optional().describe('replace, omit, expand, explain or avoid; worked out from the entry when absent.'),
  owner: words.optional().describe('Whom to ask about this term.'),
  examples: examplesSchema.optional(),
});

/** What stands above the terms. */
export const headerSchema = z.strictObject({
  name: words.optional().describe('Short name, used in liaison.yml and in reports.'),
  title: words.optional(),
  owner: words.optional().describe('Whom to ask about this glossary.'),
  reviewBy: isoDate.optional().describe('When to look at it again.'),
  licence: words.optional(),
});

/** A whole glossary file, for the JSON Schema. */
export const glossarySchema = headerSchema.extend({ terms: z.array(termSchema).describe('The entries.') });
