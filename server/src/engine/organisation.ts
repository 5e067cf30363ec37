import { bundledGlossarySources } from 'liaison:glossaries';
import picomatch from 'picomatch/posix';
import { type Config, type ConfigurableRule, defaultConfig, type ParsedConfig, parseConfig } from '../config/config.js';
import type { MessageDefaults } from '../config/schema.js';
import { readBundledGlossary } from '../glossary/bundled.js';
import { TermAutomaton } from '../glossary/compile.js';
import type { Glossary } from '../glossary/glossary.js';
import { type ParsedGlossary, parseGlossary } from '../glossary/parse.js';
import { parseGoals } from '../goals/parse.js';
import type { Goals } from '../goals/schema.js';
import type { Problem } from '../model/problem.js';
import { findSimilar } from '../text/similar.js';
import { loadTagger, type Tagger } from '../text/tagger.js';
import { parentOf, relativeTo, resolveFrom } from './location.js';

/** Everything an organisation's files say, compiled and ready to lint with. */
export interface Organisation {
  /** Folder of its liaison.yml, which globs and paths start from; `undefined` without one. */
  readonly folder: string | undefined;
  readonly config: Config;
  readonly glossaries: readonly Glossary[];
  readonly automaton: TermAutomaton;
  readonly goals: Goals | undefined;
  readonly problems: readonly Problem[];
  /** Locations of all files that went into it. */
  readonly files: ReadonlySet<string>;
  /** The message's location, relative to the folder. */
  pathOf(location: string): string;
  isIgnored(location: string): boolean;
  defaultsFor(location: string): MessageDefaults | undefined;
}

/** Reads a file of the organisation; `undefined` when there is none. Rejects when it cannot be read. */
export type ReadText = (location: string) => Promise<string | undefined>;

const configName = 'liaison.yml';

/**
 * Finds and keeps the organisation of each message: the nearest liaison.yml above it, and the files that it names.
 * Locations are absolute, with forward slashes.
 */
export class Organisations {
  private readonly byConfig = new Map<string, Promise<Organisation>>();
  private readonly configOfFolder = new Map<string, Promise<string | undefined>>();
  /** The last text of each liaison.yml, glossary and goals file that was YAML. */
  private readonly lastGood = new Map<string, string>();

  constructor(
    private readonly readText: ReadText,
    private readonly rules: readonly ConfigurableRule[],
    private readonly parse: (path: string, text: string) => ParsedGlossary = parseGlossary,
  ) {}

  /** The organisation of the message at `location`. */
  async forMessage(location: string): Promise<Organisation> {
    const config = await this.findConfig(parentOf(location));
    return this.load(config);
  }

  /** The organisation of a liaison.yml, or the one that holds without any. */
  load(config: string | undefined): Promise<Organisation> {
    const key = config ?? '';
    const known = this.byConfig.get(key);
    if (known !== undefined) return known;
    const loading = config === undefined ? this.withoutConfig() : this.read(config);
    this.byConfig.set(key, loading);
    return loading;
  }

  /** Forgets what depends on a file that was changed, made or removed. Returns whether anything did. */
  async invalidate(location: string): Promise<boolean> {
    let isUsed = false;
    if (location.endsWith(`/${configName}`)) {
      this.configOfFolder.clear();
      isUsed = true;
    }
    for (const [key, loading] of [...this.byConfig]) {
      const organisation = await loading;
      if (!organisation.files.has(location)) continue;
      this.byConfig.delete(key);
      isUsed = true;
    }
    return isUsed;
  }

  private findConfig(folder: string | undefined): Promise<string | undefined> {
    if (folder === undefined) return Promise.resolve(undefined);
    const known = this.configOfFolder.get(folder);
    if (known !== undefined) return known;
    const candidate = `${folder}/${configName}`;
    // One that is there and cannot be read is the nearest all the same; reading it will say why.
    const finding = this.readText(candidate).then(
      (text) => (text === undefined ? this.findConfig(parentOf(folder)) : candidate),
      () => candidate,
    );
    this.configOfFolder.set(folder, finding);
    return finding;
  }

  private async withoutConfig(): Promise<Organisation> {
    const config = defaultConfig(this.rules);
    const glossaries = bundledGlossarySources.map(readBundledGlossary);
    return assembleOrganisation({ folder: undefined, config, glossaries, goals: undefined, problems: [], files: new Set() }, await loadTagger());
  }

  private async read(path: string): Promise<Organisation> {
    const folder = parentOf(path) ?? '';
    const loadingTagger = loadTagger();
    const files = new Set([path]);
    const problems: Problem[] = [];
    const text = await this.tryRead(path, problems);
    const parsed = this.parseGood(
      path,
      text ?? '',
      (version) => parseConfig(path, version, this.rules),
      () => true,
    );
    const glossaries: Glossary[] = [];
    const named = new Set<string>();
    for (const [index, name] of parsed.config.glossaries.entries()) {
      const place = bundledGlossarySources.some((candidate) => candidate.name === name) ? name : resolveFrom(folder, name);
      if (named.has(place)) {
        parsed.file.add(['glossaries', index], 'warning', 'duplicate-glossary', `“${name}” is already in this list. Remove it here.`);
        continue;
      }
      named.add(place);
      const glossary = await this.readGlossary(name, index, folder, parsed, files, problems);
      if (glossary !== undefined) glossaries.push(glossary);
    }
    const goals = await this.readGoals(parsed, folder, files, problems);
    return assembleOrganisation(
      { folder, config: parsed.config, glossaries, goals, problems: [...(parsed.isOutdated ? parsed.problems : parsed.file.problems), ...problems], files },
      await loadingTagger,
    );
  }

  /**
   * Parses a file, or its last good version where it is broken by now, as it is with every other letter while somebody types:
   * what comes back are the values of the one and the problems of the other. `isUseless` tells of a broken file whether the
   * good version is better: most slips cost one entry of a list.
   */
  private parseGood<Parsed extends { readonly problems: readonly Problem[] }>(
    path: string,
    text: string,
    parse: (text: string) => Parsed,
    isUseless: (parsed: Parsed) => boolean,
  ): Parsed & { readonly isOutdated?: true } {
    const parsed = parse(text);
    const [broken] = parsed.problems.filter(({ code }) => code === 'not-yaml');
    const good = this.lastGood.get(path);
    if (broken === undefined) this.lastGood.set(path, text);
    if (broken === undefined || good === undefined || !isUseless(parsed)) return parsed;
    const message = `This file cannot be read as it is, so its last version that could be read holds until then. ${broken.message}`;
    const problems = parsed.problems.map((problem) => (problem === broken ? { ...problem, message } : problem));
    return { ...parse(good), problems, isOutdated: true };
  }

  /** `undefined` for a file that is not there, `null` and a problem for one that cannot be read. */
  private async tryRead(path: string, problems: Problem[]): Promise<string | undefined | null> {
    try {
      return await this.readText(path);
    } catch (error) {
      const message = `This file cannot be read: the system says “${error instanceof Error ? error.message : String(error)}”.`;
      problems.push({ path, start: { line: 1, column: 1 }, severity: 'error', code: 'unreadable-file', message });
      return null;
    }
  }

  private async readGlossary(
    name: string,
    index: number,
    folder: string,
    parsed: ParsedConfig,
    files: Set<string>,
    problems: Problem[],
  ): Promise<Glossary | undefined> {
    const bundled = bundledGlossarySources.find((candidate) => candidate.name === name);
    if (bundled !== undefined) return readBundledGlossary(bundled);
    if (!/[/.\\]/.test(name)) {
      const similar = findSimilar(
        name,
        bundledGlossarySources.map((candidate) => candidate.name),
      );
      parsed.file.add(
        ['glossaries', index],
        'error',
        'unknown-glossary',
        `There is no glossary “${name}”.${similar === undefined ? ' For a file of your own, write its path, as in “./glossaries/house.yml”.' : ` Did you mean “${similar}”?`}`,
      );
      return undefined;
    }
    const path = resolveFrom(folder, name);
    files.add(path);
    const text = await this.tryRead(path, problems);
    if (text === null) return undefined;
    if (text === undefined) {
      parsed.file.add(['glossaries', index], 'error', 'missing-file', `There is no file “${name}”. Check the path, or remove the entry.`);
      return undefined;
    }
    const { glossary, problems: found } = this.parseGood(
      path,
      text,
      (version) => this.parse(path, version),
      (parsed) => parsed.glossary.terms.length === 0,
    );
    problems.push(...found);
    return glossary;
  }

  private async readGoals(parsed: ParsedConfig, folder: string, files: Set<string>, problems: Problem[]): Promise<Goals | undefined> {
    const name = parsed.config.goals;
    if (name === undefined) return undefined;
    const path = resolveFrom(folder, name);
    if (path === parsed.file.path) {
      parsed.file.add(['goals'], 'error', 'wrong-file', `“${name}” is this file itself. Name the file that lists your goals, as in “./goals.yml”.`);
      return undefined;
    }
    files.add(path);
    const text = await this.tryRead(path, problems);
    if (text === null) return undefined;
    if (text === undefined) {
      parsed.file.add(['goals'], 'error', 'missing-file', `There is no file “${name}”. Check the path, or remove the entry.`);
      return undefined;
    }
    const { goals, problems: found } = this.parseGood(
      path,
      text,
      (version) => parseGoals(path, version),
      (parsed) => parsed.goals.goals.length === 0,
    );
    problems.push(...found);
    const ids = goals.goals.map((goal) => goal.id);
    for (const defaults of parsed.config.messages) {
      for (const [position, id] of (defaults.goals ?? []).entries()) {
        if (ids.includes(id)) continue;
        const similar = findSimilar(id, ids);
        parsed.file.add(
          ['messages', defaults.index, 'goals', position],
          'error',
          'unknown-goal',
          `There is no goal “${id}” in ${name}.${similar === undefined ? '' : ` Did you mean “${similar}”?`}`,
        );
      }
    }
    return goals;
  }
}

/**
 * The same organisation with another version of the glossary at a location, in its place in the order; at the end when the
 * organisation has none there, left out without a version.
 */
export function replaceGlossary(organisation: Organisation, location: string, version: Glossary | undefined): Organisation {
  const index = organisation.glossaries.findIndex(({ path }) => path === location);
  const glossaries = [...organisation.glossaries];
  glossaries.splice(index < 0 ? glossaries.length : index, index < 0 ? 0 : 1, ...(version === undefined ? [] : [version]));
  return assembleOrganisation({ ...organisation, glossaries }, organisation.automaton.tagger);
}

/** Puts an organisation together from its parts. */
export function assembleOrganisation(
  parts: Pick<Organisation, 'folder' | 'config' | 'glossaries' | 'goals' | 'problems' | 'files'>,
  tagger: Tagger | undefined,
): Organisation {
  const { folder, config } = parts;
  const pathOf = (location: string): string => (folder === undefined ? (location.split('/').at(-1) ?? location) : relativeTo(folder, location));
  const isIgnored = config.ignore.length === 0 ? () => false : picomatch([...config.ignore], { dot: true });
  const defaults = config.messages.map((entry) => ({
    entry,
    matches: picomatch(typeof entry.files === 'string' ? entry.files : [...entry.files], { dot: true }),
  }));
  let automaton: TermAutomaton | undefined;
  return {
    ...parts,
    // Whoever only checks files needs none.
    get automaton() {
      automaton ??= new TermAutomaton(parts.glossaries, tagger);
      return automaton;
    },
    pathOf,
    isIgnored: (location) => isIgnored(pathOf(location)),
    defaultsFor: (location) => {
      const path = pathOf(location);
      return defaults.find(({ matches }) => matches(path))?.entry;
    },
  };
}
