import { createColors, isColorSupported } from 'picocolors';
import { createEngine, decisions, findSimilar, type GlossaryFigures, rules, type TermFigures, type TermPlace, TermStatistics, termRules } from '../index.js';
import { formatCsv } from './csv.js';
import { readMessages, toReported } from './messages.js';
import { print } from './print.js';
import { choose } from './read-options.js';
import { UsageError } from './usage-error.js';

export interface StatsOptions {
  readonly glossary?: string;
  readonly unused?: boolean;
  readonly format: string;
}

const formats = ['pretty', 'json', 'csv'] as const;

/** Prints how often the terms of the glossaries are used in the messages, where, and which nobody uses. */
export async function showStatistics(paths: readonly string[], options: StatsOptions): Promise<void> {
  const format = choose('--format', options.format, formats);
  const engine = createEngine(rules.filter(({ meta }) => termRules.has(meta.id)));
  const statistics = new TermStatistics();
  const today = new Date().toISOString().slice(0, 10);
  for await (const { document, organisation } of readMessages(paths)) statistics.add(document, organisation, engine.lint({ document, organisation, today }));
  const figures = chooseGlossary(statistics.list(), options.glossary);
  await print(render(figures, { format, messages: statistics.documents, showUnused: options.unused === true }));
}

function chooseGlossary(figures: readonly GlossaryFigures[], name: string | undefined): readonly GlossaryFigures[] {
  if (name === undefined) return figures;
  const chosen = figures.filter(({ glossary }) => glossary.name === name);
  if (chosen.length > 0 || figures.length === 0) return chosen;
  const names = figures.map(({ glossary }) => glossary.name);
  const similar = findSimilar(name, names);
  throw new UsageError(`There is no glossary “${name}” here.${similar === undefined ? ` There is ${names.join(', ')}.` : ` Did you mean “${similar}”?`}`);
}

interface Rendering {
  readonly format: (typeof formats)[number];
  readonly messages: number;
  readonly showUnused: boolean;
}

function render(figures: readonly GlossaryFigures[], { format, messages, showUnused }: Rendering): string {
  if (format === 'pretty') return renderPretty(figures, messages, showUnused);
  if (format === 'json') return `${JSON.stringify({ version: 1, messages, glossaries: figures.map(toJson) }, undefined, 2)}\n`;
  return formatCsv([
    ['glossary', 'term', 'status', 'uses', 'messages', ...decisions, 'where'],
    ...figures.flatMap(({ glossary, terms }) =>
      terms.map(({ term, uses, documents, decisions: made, places }) => [
        glossary.name,
        term.term,
        term.status,
        uses,
        documents,
        ...decisions.map((decision) => made[decision] ?? 0),
        places.map(describePlace).join(' '),
      ]),
    ),
  ]);
}

function toJson({ glossary, terms }: GlossaryFigures) {
  return {
    name: glossary.name,
    terms: terms.map(({ term, uses, documents, decisions: made, places, isOverruled }) => ({
      term: term.term,
      ...(term.partOfSpeech === undefined ? {} : { partOfSpeech: term.partOfSpeech }),
      status: term.status,
      uses,
      messages: documents,
      decisions: made,
      places: places.map((place) => ({ ...place, path: toReported(place.path) })),
      ...(isOverruled ? { overruled: true } : {}),
    })),
    unused: listUnused(terms).map(({ term }) => term.term),
  };
}

function renderPretty(figures: readonly GlossaryFigures[], messages: number, showUnused: boolean): string {
  const colors = createColors(isColorSupported && process.stdout.isTTY === true);
  if (messages === 0) return 'No messages here.\n';
  const lines = figures.flatMap(({ glossary, terms }) => {
    const used = terms.filter(({ uses }) => uses > 0);
    const unused = listUnused(terms);
    const overruled = terms.filter(({ isOverruled }) => isOverruled).length;
    const width = Math.min(32, Math.max(0, ...used.map(({ term }) => term.term.length)));
    return [
      `${colors.underline(glossary.name)}${colors.dim(`  ${used.length} of ${countOf(terms.length, 'term')} used, ${unused.length} by nobody${overruled === 0 ? '' : `, ${overruled} overruled by a later glossary`}`)}`,
      ...used.flatMap((figure) => [
        `  ${colors.bold(figure.term.term.padEnd(width))}  ${countOf(figure.uses, 'use')} in ${countOf(figure.documents, 'message')}: ${describeDecisions(figure)}`,
        `  ${' '.repeat(width)}  ${colors.dim(figure.places.map(describePlace).join('  '))}`,
      ]),
      ...(showUnused && unused.length > 0 ? [`  Nobody uses: ${unused.map(({ term }) => term.term).join(', ')}`] : []),
      '',
    ];
  });
  const hint = showUnused ? '' : ' --unused names the terms that nobody uses.';
  return `${lines.join('\n')}${lines.length === 0 ? '' : '\n'}${countOf(messages, 'message')} read.${hint}\n`;
}

function listUnused(terms: readonly TermFigures[]): readonly TermFigures[] {
  return terms.filter(({ uses, isOverruled }) => uses === 0 && !isOverruled);
}

const words = { 'not-approved': 'not approved', name: 'part of a name', known: 'known to the audience', repeated: 'flagged before' } as const;

function describeDecisions({ decisions: made }: TermFigures): string {
  return decisions
    .flatMap((decision) => (made[decision] === undefined ? [] : [`${made[decision]} ${decision in words ? words[decision as keyof typeof words] : decision}`]))
    .join(', ');
}

function describePlace({ path, line, place }: TermPlace): string {
  return place === undefined ? `${toReported(path)}:${line}` : `${toReported(path)}, ${place}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
