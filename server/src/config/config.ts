import type { z } from 'zod';
import type { Severity } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import { findSimilar } from '../text/similar.js';
import { isRecord, YamlFile } from '../yaml/yaml-file.js';
import { type Cadence, readCadence } from './cadence.js';
import { type Audience, audienceSchema, configShape, type MessageDefaults, messageDefaultsSchema, severitySetting } from './schema.js';

/** What the configuration needs to know of a rule. */
export interface ConfigurableRule {
  readonly meta: { readonly id: string; readonly severity: Severity };
  readonly options: z.ZodObject;
}

/** A rule as it is to run. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  /** Whether the organisation asked for this severity, so that it also overrides a term's own. */
  readonly isConfigured: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Defaults for messages and their place in the list as written, where bad entries count too. */
export interface PlacedDefaults extends MessageDefaults {
  readonly index: number;
}

/** A liaison.yml with every default filled in. Paths are as written, relative to the folder of the file. */
export interface Config {
  readonly language: string;
  readonly glossaries: readonly string[];
  readonly goals: string | undefined;
  readonly audience: string;
  readonly audiences: Readonly<Record<string, Audience>>;
  readonly messages: readonly PlacedDefaults[];
  readonly cadence: Cadence;
  readonly html: { readonly navigation: boolean };
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly ignore: readonly string[];
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** For what is only known later, a glossary that is missing: adds a problem at an entry. */
  readonly file: YamlFile;
}

export const bundledGlossaries = ['plain-words', 'business-buzzwords', 'it-jargon', 'it-acronyms'] as const;

const defaultAudiences: Readonly<Record<string, Audience>> = { everyone: { readingAge: 14, knows: [] } };

/** Reads a liaison.yml. Each key stands for itself: what is wrong is reported and replaced by its default. */
export function parseConfig(path: string, text: string, rules: readonly ConfigurableRule[]): ParsedConfig {
  const file = new YamlFile(path, text);
  const value = isRecord(file.value) ? file.value : {};
  if (!isRecord(file.value) && file.value !== null && file.value !== undefined && file.problems.length === 0) {
    file.add([], 'error', 'wrong-shape', 'liaison.yml lists keys such as “glossaries:” and “audience:”. See the documentation of its format.');
  }
  const known = Object.keys(configShape);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const similar = findSimilar(key, known);
    file.addAtKey(
      [key],
      'warning',
      'unknown-key',
      `“${key}” is not a key of liaison.yml.${similar === undefined ? ` Known keys: ${known.join(', ')}.` : ` Did you mean “${similar}”?`}`,
    );
  }
  const read = <Key extends Exclude<keyof typeof configShape, 'audiences' | 'messages' | 'cadence' | 'rules'>>(
    key: Key,
  ): z.output<(typeof configShape)[Key]> | undefined =>
    value[key] === undefined || value[key] === null
      ? undefined
      : (file.check(configShape[key], value[key], [key]) as z.output<(typeof configShape)[Key]> | undefined);

  const audiences = readAudiences(file, value['audiences']);
  const messages = readMessages(file, value['messages'], audiences);
  const audience = read('audience') ?? 'everyone';
  if (audiences[audience] === undefined) file.add(['audience'], 'error', 'unknown-audience', unknownAudience(audience, audiences));
  const config: Config = {
    language: read('language') ?? 'en-GB',
    glossaries: read('glossaries') ?? bundledGlossaries,
    goals: read('goals'),
    audience: audiences[audience] === undefined ? (Object.keys(audiences)[0] ?? 'everyone') : audience,
    audiences,
    messages,
    cadence: readCadence(file, value['cadence'], Object.keys(audiences)),
    html: read('html') ?? { navigation: false },
    rules: readRules(file, value['rules'], rules),
    ignore: read('ignore') ?? [],
  };
  return { config, problems: file.problems, file };
}

/** The settings of every rule when nobody configured anything. */
export function defaultConfig(rules: readonly ConfigurableRule[]): Config {
  return parseConfig('', '', rules).config;
}

function readAudiences(file: YamlFile, value: unknown): Record<string, Audience> {
  // Without a prototype, so that no audience is there by the name of `constructor`.
  const audiences: Record<string, Audience> = Object.assign(Object.create(null), defaultAudiences);
  if (value === undefined || value === null) return audiences;
  if (!isRecord(value)) {
    file.add(['audiences'], 'error', 'wrong-shape', '“audiences” maps each name to its settings, as in “everyone: { readingAge: 14 }”.');
    return audiences;
  }
  for (const [name, entry] of Object.entries(value)) {
    const audience = file.check(audienceSchema, entry ?? {}, ['audiences', name]);
    if (audience !== undefined) audiences[name] = audience;
  }
  return audiences;
}

function readMessages(file: YamlFile, value: unknown, audiences: Readonly<Record<string, Audience>>): PlacedDefaults[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    file.add(['messages'], 'error', 'wrong-shape', '“messages” is a list: write each entry as “- { files: …, kind: … }”.');
    return [];
  }
  return value.flatMap((entry, index) => {
    const defaults = file.check(messageDefaultsSchema, entry, ['messages', index]);
    if (defaults === undefined) return [];
    if (defaults.audience !== undefined && audiences[defaults.audience] === undefined) {
      file.add(['messages', index, 'audience'], 'error', 'unknown-audience', unknownAudience(defaults.audience, audiences));
    }
    return [{ ...defaults, index }];
  });
}

function readRules(file: YamlFile, value: unknown, rules: readonly ConfigurableRule[]): Map<string, RuleSetting> {
  const settings = new Map(
    rules.map((rule): [string, RuleSetting] => [rule.meta.id, { severity: rule.meta.severity, isConfigured: false, options: rule.options.parse({}) }]),
  );
  if (value === undefined || value === null) return settings;
  if (!isRecord(value)) {
    file.add(['rules'], 'error', 'wrong-shape', '“rules” maps each rule to a severity or to its options, as in “passive-voice: off”.');
    return settings;
  }
  for (const [id, entry] of Object.entries(value)) {
    const rule = rules.find((candidate) => candidate.meta.id === id);
    if (rule === undefined) {
      const similar = findSimilar(id, settings.keys());
      file.addAtKey(['rules', id], 'error', 'unknown-rule', `There is no rule “${id}”.${similar === undefined ? '' : ` Did you mean “${similar}”?`}`);
      continue;
    }
    // YAML 1.1 tools write `off` as false.
    const plain = entry === false ? 'off' : entry;
    const { severity, ...options } = isRecord(plain) ? plain : { severity: plain };
    const checkedSeverity =
      severity === undefined
        ? rule.meta.severity
        : file.check(severitySetting, severity === false ? 'off' : severity, isRecord(plain) ? ['rules', id, 'severity'] : ['rules', id]);
    const checkedOptions = file.check(rule.options, options, ['rules', id]);
    settings.set(id, {
      severity: checkedSeverity ?? rule.meta.severity,
      isConfigured: severity !== undefined && checkedSeverity !== undefined,
      options: checkedOptions ?? rule.options.parse({}),
    });
  }
  return settings;
}

function unknownAudience(name: string, audiences: Readonly<Record<string, Audience>>): string {
  const similar = findSimilar(name, Object.keys(audiences));
  return `There is no audience “${name}” under “audiences”.${similar === undefined ? ` Add it, or use one of: ${Object.keys(audiences).join(', ')}.` : ` Did you mean “${similar}”?`}`;
}
