import { z } from 'zod';
import { messageKinds } from '../model/document.js';
import { severities } from '../model/finding.js';
import { words } from '../yaml/shapes.js';
import { cadenceSchema } from './cadence.js';

export const languages = ['en', 'en-GB', 'en-US', 'en-AU'] as const;

export const audienceSchema = z.strictObject({
  readingAge: z.number().int().min(6).max(30).default(14).describe('Age at which its readers would follow the text.'),
  knows: z.array(words).default([]).describe('Terms it knows, or a whole domain as “domain:it”.'),
});

/** Defaults for messages in a folder. */
export const messageDefaultsSchema = z.strictObject({
  files: z.union([words, z.array(words).min(1)]).describe('Which files, as a glob from the folder of liaison.yml.'),
  kind: z.enum(messageKinds).optional(),
  audience: words.optional(),
  goals: z.array(words).optional(),
});

export const severitySetting = z.enum([...severities, 'off']);

/** Everything of liaison.yml but the rules, whose options are each rule's own. */
export const configShape = {
  language: z.enum(languages).default('en-GB').describe('Spelling of replacements: en, en-GB, en-US or en-AU.'),
  glossaries: z.array(words).describe('Bundled names or paths; on a clash the later one wins.'),
  goals: words.optional().describe('Path of the goals file.'),
  audience: words.default('everyone').describe('The audience of messages that name none.'),
  audiences: z.record(z.string(), audienceSchema).describe('Who reads, up to which reading age, and what they know.'),
  messages: z.array(messageDefaultsSchema).default([]).describe('Defaults by path; the first match wins.'),
  cadence: cadenceSchema.describe('How many messages an audience is to get in a week.'),
  html: z
    .strictObject({ navigation: z.boolean().default(false).describe('Whether menus and lists of links are read too.') })
    .default({ navigation: false })
    .describe('How HTML is read.'),
  rules: z.record(z.string(), z.unknown()).describe('Severity and options by rule id.'),
  ignore: z.array(words).default([]).describe('Files to leave out, as globs.'),
} as const;

export type Audience = z.output<typeof audienceSchema>;
export type MessageDefaults = z.output<typeof messageDefaultsSchema>;

/** The schema of a whole liaison.yml with these rules, for the JSON Schema that editors use. */
export function configSchemaFor(
  rules: readonly { readonly meta: { readonly id: string; readonly title: string }; readonly options: z.ZodObject }[],
): z.ZodObject {
  const settings = rules.map((rule): [string, z.ZodType] => [
    rule.meta.id,
    z
      .union([severitySetting, rule.options.extend({ severity: severitySetting.optional() })])
      .optional()
      .describe(rule.meta.title),
  ]);
  return z.strictObject({ ...configShape, rules: z.object(Object.fromEntries(settings)).describe('Severity and options by rule id.') }).partial();
}
