import { createColors, isColorSupported } from 'picocolors';
import { type Candidate, CandidateMiner, type Glossary, ListedWords, type Organisation } from '../index.js';
import { formatCsv } from './csv.js';
import { readMessages, toReported } from './messages.js';
import { print } from './print.js';
import { choose, readCount } from './read-options.js';
import { loadWordFrequency } from './word-lists.js';

export interface SuggestOptions {
  readonly limit: string;
  readonly minCount: string;
  readonly format: string;
}

const formats = ['pretty', 'csv', 'json', 'yaml'] as const;

/** What the candidates of a run are written from. */
interface Suggestions {
  readonly messages: number;
  readonly candidates: readonly Candidate[];
}

/** Prints words, phrases and acronyms of the messages that may belong in a glossary, those worth a look first on top. */
export async function suggestTerms(paths: readonly string[], options: SuggestOptions): Promise<void> {
  const format = choose('--format', options.format, formats);
  const limit = readCount('--limit', options.limit);
  const minCount = Math.max(1, readCount('--min-count', options.minCount));
  const frequency = loadWordFrequency();
  if (frequency === undefined) throw new Error('the list of word frequencies is missing from this installation');
  const miner = new CandidateMiner(frequency);
  const organisations = new Set<Organisation>();
  for await (const { document, organisation } of readMessages(paths)) {
    organisations.add(organisation);
    miner.add(document);
  }
  const glossaries = new Set([...organisations].flatMap((organisation): readonly Glossary[] => organisation.glossaries));
  const tagger = [...organisations].map(({ automaton }) => automaton.tagger).find((candidate) => candidate !== undefined);
  const found = miner.rank({ limit, minCount, listed: new ListedWords([...glossaries]), tagger });
  const candidates = found.map((candidate) => ({ ...candidate, example: { ...candidate.example, path: toReported(candidate.example.path) } }));
  await print(render({ messages: miner.documents, candidates }, format));
}

function render(suggestions: Suggestions, format: (typeof formats)[number]): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ version: 1, ...suggestions }, undefined, 2)}\n`;
    case 'csv':
      return formatCsv([
        ['term', 'kind', 'expansion', 'uses', 'messages', 'score', 'where', 'example'],
        ...suggestions.candidates.map((candidate) => [
          candidate.term,
          candidate.kind,
          candidate.expansion ?? '',
          candidate.uses,
          candidate.documents,
          candidate.score,
          placeOf(candidate),
          candidate.example.sentence,
        ]),
      ]);
    case 'yaml':
      return renderYaml(suggestions);
    case 'pretty':
      return renderPretty(suggestions);
  }
}

function renderPretty({ messages, candidates }: Suggestions): string {
  const colors = createColors(isColorSupported && process.stdout.isTTY === true);
  if (candidates.length === 0) return `${colors.green('✓')} Nothing in ${countOf(messages, 'message')} looks like a term that your glossaries lack.\n`;
  const rank = String(candidates.length).length;
  const lines = candidates.flatMap((candidate, index) => [
    `${String(index + 1).padStart(rank)}  ${colors.bold(candidate.term)}${candidate.expansion === undefined ? '' : ` (${candidate.expansion})`}  ${colors.dim(
      `${candidate.kind} · ${countOf(candidate.uses, 'use')} in ${countOf(candidate.documents, 'message')} · score ${candidate.score}`,
    )}`,
    `${' '.repeat(rank + 2)}${colors.dim(placeOf(candidate))}  ${candidate.example.sentence}`,
  ]);
  return `${lines.join('\n')}\n\n${countOf(candidates.length, 'candidate')} in ${countOf(messages, 'message')}. --format yaml makes a glossary of them to decide on.\n`;
}

/** A glossary that can be loaded as it is: its entries are proposed, so they flag nothing yet. */
function renderYaml({ messages, candidates }: Suggestions): string {
  const entries = candidates.flatMap((candidate) => [
    `  # ${countOf(candidate.uses, 'use')} in ${countOf(candidate.documents, 'message')}. ${placeOf(candidate)}: ${candidate.example.sentence.replace(/\s+/g, ' ')}`,
    `  - term: ${JSON.stringify(candidate.term)}`,
    ...(candidate.expansion === undefined ? [] : [`    expansion: ${JSON.stringify(candidate.expansion)}`]),
    '    status: proposed',
  ]);
  return [
    `# Candidates from ${countOf(messages, 'message')}, the likeliest first. Nothing is flagged while “status” is “proposed”.`,
    '# For each: add what to say instead, what it means or what it stands for, and set “status: approved”. Or remove it.',
    'name: candidates',
    'title: Terms to decide on',
    candidates.length === 0 ? 'terms: []' : 'terms:',
    ...entries,
    '',
  ].join('\n');
}

function placeOf({ example }: Candidate): string {
  return example.place === undefined ? `${example.path}:${example.line}` : `${example.path}, ${example.place}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
