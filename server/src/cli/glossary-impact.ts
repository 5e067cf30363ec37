import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { createColors, isColorSupported } from 'picocolors';
import { type Change, type ChangeKind, createEngine, type Glossary, GlossaryComparison, parseGlossary, rules, type TermImpact } from '../index.js';
import { readGlossaryText } from './glossary-files.js';
import { createOrganisations, readMessages, toLocation, toReported } from './messages.js';
import { print } from './print.js';
import { showControls } from './problems.js';
import { choose } from './read-options.js';
import { UsageError } from './usage-error.js';
import { loadWordFrequency } from './word-lists.js';

export interface ImpactOptions {
  readonly term?: string;
  readonly base?: string;
  readonly format: string;
}

const formats = ['pretty', 'json', 'markdown'] as const;
const kinds: readonly ChangeKind[] = ['new', 'gone', 'changed'];

/** Prints what a changed or proposed glossary would flag, against the same glossary as it is. */
export async function showImpact(name: string, paths: readonly string[], options: ImpactOptions): Promise<void> {
  const format = choose('--format', options.format, formats);
  const path = await findGlossaryFile(name);
  const after = await readGlossary(path);
  if (after === undefined) throw new UsageError(`There is no glossary “${name}”. Give the path of its file.`);
  const base = await readBase(path, options.base);
  const comparison = new GlossaryComparison({
    // Only what is said about words can hang on a glossary.
    engine: createEngine(
      rules.filter(({ meta }) => meta.category === 'jargon' || meta.category === 'plain words'),
      { frequency: loadWordFrequency() },
    ),
    path,
    before: base.glossary,
    after,
    today: new Date().toISOString().slice(0, 10),
  });
  for await (const { document, organisation } of readMessages(paths)) comparison.add(document, organisation);
  const wanted = options.term?.toLowerCase();
  const terms = comparison.list().filter(({ term }) => wanted === undefined || term?.toLowerCase() === wanted);
  const impact: Impact = { glossary: toReported(path), base: base.name, messages: comparison.messages, changedMessages: comparison.changedMessages, terms };
  await print(render(impact, format));
}

/** The file of a glossary: a path, or the name of one that the organisation of the working directory keeps. */
async function findGlossaryFile(name: string): Promise<string> {
  const location = toLocation(name);
  if ((await stat(location).catch(() => undefined))?.isFile()) return location;
  const organisation = await createOrganisations().forMessage(toLocation('message.md'));
  const glossary = organisation.glossaries.find((candidate) => candidate.name === name);
  return glossary?.terms.find(({ source }) => source !== undefined)?.source?.path ?? location;
}

/** What is wrong in the file is told on standard error; its good entries count. */
async function readGlossary(location: string): Promise<Glossary | undefined> {
  const text = await readGlossaryText(location);
  if (text === undefined) return undefined;
  const { glossary, problems } = parseGlossary(location, text);
  for (const { start, message } of problems) console.error(`liaison: ${toReported(location)}:${start.line}:${start.column}: ${showControls(message)}`);
  return glossary;
}

/** What the glossary is compared with, and how to call it. */
interface Base {
  readonly name: string;
  readonly glossary: Glossary | undefined;
}

async function readBase(path: string, base: string | undefined): Promise<Base> {
  if (base !== undefined) {
    const glossary = await readGlossary(toLocation(base));
    if (glossary !== undefined) return { name: toReported(toLocation(base)), glossary };
  }
  const revision = base ?? 'HEAD';
  const committed = await readCommitted(path, revision);
  if (committed !== undefined) return { name: revision, glossary: parseGlossary(path, committed).glossary };
  if (base !== undefined) throw new UsageError(`“${base}” is neither a file nor a revision of git that has ${toReported(path)}.`);
  return { name: 'no such glossary', glossary: undefined };
}

/** The file as a revision has it; `undefined` when there is no git, no such revision or no such file in it. */
function readCommitted(path: string, revision: string): Promise<string | undefined> {
  // What starts with a hyphen would be an option.
  if (revision === '' || revision.startsWith('-')) return Promise.resolve(undefined);
  // No shell, no pager, and neither filters nor helper programs that the repository's settings name.
  const args = ['--no-pager', 'show', '--no-textconv', '--no-ext-diff', `${revision}:./${basename(path)}`];
  const options = {
    cwd: dirname(path),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' },
  } as const;
  return new Promise((resolve) => {
    execFile('git', args, options, (error, stdout) => resolve(error === null ? stdout : undefined));
  });
}

/** All that the reports are written from. */
interface Impact {
  readonly glossary: string;
  readonly base: string;
  readonly messages: number;
  readonly changedMessages: number;
  readonly terms: readonly TermImpact[];
}

function render(impact: Impact, format: (typeof formats)[number]): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(toJson(impact), undefined, 2)}\n`;
    case 'markdown':
      return renderMarkdown(impact);
    case 'pretty':
      return renderPretty(impact);
  }
}

function toJson({ terms, ...impact }: Impact) {
  return {
    version: 1,
    ...impact,
    summary: addUp(terms),
    terms: terms.map(({ term, counts, samples }) => ({
      term: term ?? null,
      ...counts,
      samples: samples.map((sample) => ({ ...sample, path: toReported(sample.path) })),
    })),
  };
}

function renderPretty(impact: Impact): string {
  const colors = createColors(isColorSupported && process.stdout.isTTY === true);
  const paint = { new: colors.yellow, gone: colors.green, changed: colors.blue };
  const lines = impact.terms.flatMap(({ term, counts, samples }) => [
    `${colors.bold(term ?? 'No single term')}  ${colors.dim(describeCounts(counts))}`,
    ...samples.flatMap((sample) => [
      `  ${paint[sample.kind](sample.kind.padEnd(7))}  ${colors.dim(describePlace(sample))}  ${sample.sentence}`,
      ...describeSuggestions(sample).map((line) => `           ${colors.dim(line)}`),
    ]),
    '',
  ]);
  return `${[...lines, summarise(impact)].join('\n')}\n`;
}

function renderMarkdown(impact: Impact): string {
  const lines = [`## What ${escapeMarkdown(impact.glossary)} changes`, '', summarise(impact), ''];
  if (impact.terms.length === 0) return lines.join('\n');
  lines.push('| term | new | gone | changed |', '|---|---|---|---|');
  for (const { term, counts } of impact.terms)
    lines.push(`| ${escapeMarkdown(term ?? 'no single term')} | ${counts.new} | ${counts.gone} | ${counts.changed} |`);
  lines.push('');
  for (const { term, samples } of impact.terms) {
    lines.push(`### ${escapeMarkdown(term ?? 'No single term')}`, '');
    for (const sample of samples) {
      const suggestions = describeSuggestions(sample).map((line) => ` ${escapeMarkdown(line)}.`);
      lines.push(`- **${sample.kind}** ${escapeMarkdown(describePlace(sample))}: ${escapeMarkdown(sample.sentence)}${suggestions.join('')}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function summarise({ glossary, base, messages, changedMessages, terms }: Impact): string {
  const against = `${glossary} against ${base}`;
  if (terms.length === 0) return `${against}: nothing changes in ${countOf(messages, 'message')}.`;
  return `${against}: ${describeCounts(addUp(terms))} in ${changedMessages} of ${countOf(messages, 'message')}.`;
}

function addUp(terms: readonly TermImpact[]): Record<ChangeKind, number> {
  const sum = { new: 0, gone: 0, changed: 0 };
  for (const { counts } of terms) for (const kind of kinds) sum[kind] += counts[kind];
  return sum;
}

function describeCounts(counts: Readonly<Record<ChangeKind, number>>): string {
  return `${counts.new} new, ${counts.gone} gone, ${counts.changed} changed`;
}

function describeSuggestions({ kind, before, after }: Change): string[] {
  const list = (titles: readonly string[]): string => (titles.length === 0 ? 'no suggestion' : titles.join(', '));
  if (kind === 'changed') return [`${list(before)} → ${list(after)}`];
  return kind === 'new' && after.length > 0 ? [list(after)] : [];
}

function describePlace({ path, line, place }: Change): string {
  return place === undefined ? `${toReported(path)}:${line}` : `${toReported(path)}, ${place}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
