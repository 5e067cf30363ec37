import { existsSync } from 'node:fs';
import { createColors, isColorSupported } from 'picocolors';
import { readBytes } from '../host/node-files.js';
import {
  type Block,
  countsOn,
  type Document,
  type Goal,
  type GoalMatch,
  GoalMatcher,
  type GoalSentence,
  LineIndex,
  listGoalSentences,
  type Organisation,
  readMessage,
  servesFrom,
} from '../index.js';
import { createOrganisations, readFileBytes, readStdin, toLocation, toReported } from './messages.js';
import { print } from './print.js';
import { formatProblems, showControls, sortProblems } from './problems.js';
import { choose } from './read-options.js';
import { UsageError } from './usage-error.js';
import { loadWordFrequency, loadWordVectors } from './word-lists.js';

export interface MatchOptions {
  readonly format: string;
  readonly config?: string;
}

const formats = ['pretty', 'json'] as const;

// Words shown of those that a text shares with a goal.
const shownWords = 6;

// A goal that falls short, but not by much, is worth naming.
const worthNaming = 0.15;

/** Prints which goals a message serves, the likeliest first. `-`, or nothing, stands for standard input. */
export async function matchGoals(path: string | undefined, options: MatchOptions): Promise<void> {
  const format = choose('--format', options.format, formats);
  const isStdin = path === undefined || path === '-';
  if (path === undefined && process.stdin.isTTY) throw new UsageError('Name a file, or send a text, as in “liaison goals match < draft.md”.');
  const location = toLocation(isStdin ? 'stdin.md' : path);
  const organisation = await loadOrganisation(location, options.config);
  const goals = listGoals(organisation);
  const document = await readText(location, isStdin);
  const matcher = new GoalMatcher(goals, { frequency: loadWordFrequency(), vectors: loadWordVectors });
  const ranking = matcher.rank(listSentences(document));
  const matches = ranking.filter(({ score }) => score >= servesFrom);
  if (format === 'json') {
    const listed = matches.map(({ goal, score, evidence }) => ({ goal: goal.id, score: round(score), evidence: evidence?.shown ?? '' }));
    await print(`${JSON.stringify({ version: 1, matches: listed }, undefined, 2)}\n`);
    return;
  }
  await print(renderPretty(matches, ranking[0], document, goals.length));
}

/** A sentence of a message with its place in the source. */
interface ShownSentence extends GoalSentence {
  /** On one line, with what stands for code and addresses put back. */
  readonly shown: string;
  /** Offset in the source. */
  readonly offset: number;
  readonly place: string | undefined;
}

async function loadOrganisation(location: string, config: string | undefined): Promise<Organisation> {
  const organisations = createOrganisations();
  if (config === undefined) return organisations.forMessage(location);
  const named = toLocation(config);
  if (readBytes(named) === undefined) throw new UsageError(`There is no config file “${toReported(named)}”.`);
  return organisations.load(named);
}

/** The goals that count today. Throws a UsageError when there are none, and says what is wrong in the files on the way. */
function listGoals({ folder, goals, problems }: Organisation): readonly Goal[] {
  const serious = problems.filter(({ severity }) => severity === 'error').map((problem) => ({ ...problem, path: toReported(problem.path) }));
  if (serious.length > 0) console.error(formatProblems(sortProblems(serious), createColors(isColorSupported && process.stderr.isTTY === true)).join('\n'));
  if (goals === undefined) {
    throw new UsageError(
      folder === undefined
        ? 'There are no goals to match with: no liaison.yml was found. Write one with “goals: ./goals.yml”, or name yours with --config.'
        : 'There are no goals to match with: liaison.yml names no goals file that can be read. Add “goals: ./goals.yml” to it.',
    );
  }
  const path = toReported(goals.path);
  if (goals.goals.length === 0) throw new UsageError(`There are no goals to match with: “${path}” lists none. Add one with an id and a title.`);
  const today = new Date().toISOString().slice(0, 10);
  const counting = goals.goals.filter((goal) => countsOn(goal, today));
  if (counting.length === 0) throw new UsageError(`There are no goals to match with: none in “${path}” counts today. Check “status”, “from” and “until”.`);
  return counting;
}

/** Throws a UsageError when the message cannot be read. */
async function readText(location: string, isStdin: boolean): Promise<Document> {
  const name = isStdin ? 'Standard input' : `“${toReported(location)}”`;
  if (!isStdin && !existsSync(location)) throw new UsageError(`There is no file ${name}.`);
  const bytes = isStdin ? await readStdin() : readFileBytes(location);
  const document = 'reason' in bytes ? bytes : await readMessage(location, bytes);
  if ('reason' in document) throw new UsageError(`${name} cannot be read: ${document.reason}.`);
  return document;
}

/** The sentences of a message, its subject first. What it quotes from others is not its own. */
function listSentences({ fields: { subject }, blocks }: Document): ShownSentence[] {
  const ofSubject =
    subject === undefined
      ? []
      : listGoalSentences(subject.value).map(({ sentence, text }) => ({ sentence, shown: text, offset: subject.span.start, place: undefined }));
  const ofBlocks = blocks
    .filter(({ quoted }) => !quoted)
    .flatMap((block) =>
      listGoalSentences(block.text).map(({ sentence }) => ({
        sentence,
        shown: showText(block, sentence.start, sentence.end),
        offset: block.map.toSource(sentence).start,
        place: block.place,
      })),
    );
  return [...ofSubject, ...ofBlocks];
}

function showText(block: Block, start: number, end: number): string {
  let shown = '';
  let from = start;
  for (const { offset, kind, value } of block.opaque) {
    if (offset < start || offset >= end) continue;
    shown += block.text.slice(from, offset) + (kind === 'code' || kind === 'url' || kind === 'email' ? value : '');
    from = offset + 1;
  }
  return (shown + block.text.slice(from, end)).replace(/\s+/g, ' ').trim();
}

function renderPretty(matches: readonly GoalMatch<ShownSentence>[], nearest: GoalMatch<ShownSentence> | undefined, document: Document, goals: number): string {
  const colors = createColors(isColorSupported && process.stdout.isTTY === true);
  if (matches.length === 0) {
    const count = `${goals} ${goals === 1 ? 'goal' : 'goals'}`;
    const hint = nearest === undefined || nearest.score < worthNaming ? '' : ` The nearest is ${nameOf(nearest.goal)}, at ${percent(nearest.score)}.`;
    return showControls(`This text shows none of your ${count}.${hint} Say which one it serves, in the words of the goal.\n`);
  }
  const lines = new LineIndex(document.source);
  const shown = matches.map(({ goal, score, words, evidence }) => {
    const head = `${colors.bold(goal.id)}  ${goal.title}  ${colors.dim(percent(score))}`;
    const reason = words.length === 0 ? 'by its meaning as a whole' : words.slice(0, shownWords).join(', ');
    if (evidence === undefined) return `${head}\n  shared words: ${reason}\n`;
    const place = evidence.place ?? `line ${lines.at(evidence.offset).line}`;
    return `${head}\n  shared words: ${reason}\n  ${colors.dim(`${place}:`)} ${evidence.shown}\n`;
  });
  return showControls(shown.join('\n'));
}

function nameOf({ id, title }: Goal): string {
  return `${id} (${title})`;
}

function percent(score: number): string {
  return `${Math.round(score * 100)}%`;
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
