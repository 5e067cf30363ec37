import type { Problem } from '../model/problem.js';
import { shorten } from '../model/shorten.js';
import { isFunctionWord } from '../text/part-of-speech.js';
import { stemOf } from '../text/word-family.js';
import { splitWords } from '../text/words.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import type { ParsedGoals } from './parse.js';
import type { Goal } from './schema.js';

/** Everything that is wrong, or will be, in a goals file. `today` is an ISO date. */
export function checkGoals(parsed: ParsedGoals, today: string): readonly Problem[] {
  const { goals, reviewBy } = parsed.goals;
  const file = parsed.file.fork();
  if (reviewBy !== undefined && reviewBy < today)
    file.add(['reviewBy'], 'warning', 'overdue-review', `These goals were to be reviewed by ${reviewBy}. Look through them and set a new date.`);
  const placed = goals.map((goal, index): PlacedGoal => ({ goal, path: ['goals', parsed.places[index] ?? index] }));
  if (placed.length === 0 && file.problems.length === 0)
    file.add(['goals'], 'warning', 'no-goals', 'This file lists no goal yet. Write one as “- id: G1”, with its title below.');
  checkIds(placed, parsed.file.value, file);
  checkAlike(placed, file);
  for (const entry of placed) checkUpkeep(entry, today, file);
  return [...file.problems].sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
}

interface PlacedGoal {
  readonly goal: Goal;
  /** Where it stands in the file. */
  readonly path: readonly (string | number)[];
}

// Commas and spaces part ids in the header of an email; brackets, colons and quotation marks mean something in front matter.
const plainId = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._/-]*$/u;

function checkIds(placed: readonly PlacedGoal[], source: unknown, file: YamlFile): void {
  const byLetters = new Map<string, string>();
  for (const { goal, path } of placed) {
    const { id } = goal;
    if (!plainId.test(id))
      file.add(
        [...path, 'id'],
        'warning',
        'odd-id',
        `“${shorten(id)}” is awkward to write in a message. Use letters and digits, with “-”, “_”, “.” or “/” between them.`,
      );
    // 1.10 and 1.1 are one number.
    else if (/^\d+\.\d+$/.test(id) && !isWrittenAsText(source, path))
      file.add([...path, 'id'], 'warning', 'number-id', `“${id}” is read as a number, so a nought at its end is lost. Put the id in quotation marks.`);
    const letters = id.toLowerCase();
    const other = byLetters.get(letters);
    if (other === undefined) byLetters.set(letters, id);
    else file.add([...path, 'id'], 'warning', 'similar-id', `“${shorten(id)}” differs from “${shorten(other)}” in its capitals only. Give it another id.`);
  }
}

function isWrittenAsText(source: unknown, path: readonly (string | number)[]): boolean {
  let value = source;
  for (const step of [...path, 'id']) value = typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined;
  return typeof value === 'string';
}

/** What a goal needs so that somebody can follow it, and whether it is still one. */
function checkUpkeep({ goal, path }: PlacedGoal, today: string, file: YamlFile): void {
  // Nobody needs to answer for what is over.
  if (goal.status !== 'active') return;
  const { id, until, owner, statement, measures } = goal;
  const name = shorten(id);
  if (until !== undefined && until < today)
    file.add(
      [...path, 'until'],
      'warning',
      'goal-over',
      `“${name}” ended on ${until} and is still active. Set its status to achieved or retired, or give it a new date.`,
    );
  const missing = [
    ...(owner === undefined ? [{ key: 'owner', purpose: 'who answers for it' }] : []),
    ...(statement === undefined ? [{ key: 'statement', purpose: 'what will be true by when' }] : []),
    ...(measures === undefined || measures.length === 0 ? [{ key: 'measures', purpose: 'how progress is seen' }] : []),
  ];
  if (missing.length === 0) return;
  const keys = joinWords(missing.map(({ key }) => `no “${key}”`));
  const purposes = joinWords(missing.map(({ purpose }) => purpose));
  file.add(
    path,
    'info',
    'incomplete-goal',
    `“${name}” has ${keys}. Add ${keys === 'no “owner”' || keys === 'no “statement”' ? 'it' : 'them'} to say ${purposes}.`,
  );
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** How many words of two wordings, each counted once, must be shared by both. */
const leastShared = 0.75;
// Goals looked at for each word: more share one only in a file of thousands, and time must not grow with the square.
const mostCompared = 50;

/**
 * Active goals in nearly the same words, each told once. Wordings are compared as sets of stems. Two sets that share most of
 * their words share one of the rarest of each, so only goals that meet there are compared (Bayardo et al. 2007, prefix filter).
 */
function checkAlike(placed: readonly PlacedGoal[], file: YamlFile): void {
  const active = placed.filter(({ goal }) => goal.status === 'active');
  const told = new Set<PlacedGoal>();
  for (const part of ['title', 'statement'] as const) {
    const worded = active.map((entry) => ({ entry, stems: stemsOf(entry.goal[part] ?? '') }));
    const counts = new Map<string, number>();
    for (const { stems } of worded) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const byStem = new Map<string, Worded[]>();
    const bySet = new Map<string, Worded>();
    for (const one of worded) {
      // A title of one word is a theme, and goals may share it.
      if (one.stems.size < 2) continue;
      const rarestFirst = [...one.stems].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
      const same = bySet.get(rarestFirst.join(' '));
      const alike = same !== undefined && overlap(same.entry.goal, one.entry.goal) ? same : findAlike(one, rarestFirst, byStem);
      if (same === undefined) bySet.set(rarestFirst.join(' '), one);
      if (alike === undefined || told.has(one.entry)) continue;
      told.add(one.entry);
      const { id, title } = alike.entry.goal;
      file.add(
        [...one.entry.path, part],
        'warning',
        'near-duplicate',
        `“${shorten(one.entry.goal.id)}” is worded much like “${shorten(id)}” (${shorten(title)}). Merge the two, or say what sets them apart.`,
      );
    }
  }
}

interface Worded {
  readonly entry: PlacedGoal;
  readonly stems: ReadonlySet<string>;
}

/** The first earlier goal in nearly these words; enters this one among them. */
function findAlike(one: Worded, rarestFirst: readonly string[], byStem: Map<string, Worded[]>): Worded | undefined {
  const prefix = rarestFirst.slice(0, rarestFirst.length - Math.ceil(leastShared * rarestFirst.length) + 1);
  let found: Worded | undefined;
  for (const stem of prefix) {
    const known = byStem.get(stem) ?? [];
    found ??= known.find((other) => shareOf(one.stems, other.stems) >= leastShared && overlap(one.entry.goal, other.entry.goal));
    if (known.length < mostCompared) known.push(one);
    byStem.set(stem, known);
  }
  return found;
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    splitWords(text)
      .filter(({ key }) => !isFunctionWord(key))
      .map(({ key }) => stemOf(key)),
  );
}

/** The words of both by the words of either. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const stem of a) if (b.has(stem)) both++;
  return both / (a.size + b.size - both);
}

/** Whether there is a day on which both count: the same goal year by year is no mistake. */
function overlap(a: Goal, b: Goal): boolean {
  return (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999');
}
