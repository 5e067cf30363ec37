import type { CoverageFigures, CoverageOfGoal, DoubtfulGoal, OrganisationCoverage, WeekCoverage } from '../index.js';
import { toReported } from './messages.js';
import { showControls } from './problems.js';
import type { Colors } from './reporters/pretty.js';

export interface CoverageTableOptions {
  readonly colors: Colors;
  /** Columns of the terminal; `undefined` elsewhere. */
  readonly width: number | undefined;
  /** Names the liaison.yml, where there are several. */
  readonly showConfig: boolean;
}

const columnWidth = 5;
const totalWidth = 7;
const widestTitle = 36;
const mostGoals = 60;
const mostMonths = 12;
const mostListed = 5;

/** The coverage of an organisation for people: goals by month, then what needs somebody, then the next thing to do. */
export function formatCoverage(coverage: OrganisationCoverage, options: CoverageTableOptions): string {
  const { figures, pages, organisation } = coverage;
  const { colors } = options;
  const config = options.showConfig && organisation.folder !== undefined ? [colors.underline(toReported(`${organisation.folder}/liaison.yml`)), ''] : [];
  const left = pages === 0 ? '' : ` ${countOf(pages, 'page')} left out.`;
  if (figures.messages === 0) {
    const advice = pages === 0 ? '' : ' Give messages a kind, in their front matter or by folder under “messages” of liaison.yml.';
    return [...config, `No messages here.${left}${advice}`, ''].join('\n');
  }
  return [
    ...config,
    ...formatTable(coverage, options),
    '',
    ...listNotes(coverage, colors),
    `${countOf(figures.messages, 'message')}, ${figures.tied} tied to a goal (${percent(figures)}).${left}`,
    `${colors.bold('Next:')} ${nextStep(coverage)}`,
    '',
  ].join('\n');
}

function formatTable({ figures, organisation }: OrganisationCoverage, { colors, width = 110 }: CoverageTableOptions): string[] {
  const named = figures.goals.filter(({ goal, paths }) => paths.length > 0 || goal.status === 'active');
  const shown = named.slice(0, mostGoals);
  const idWidth = Math.min(14, Math.max(2, ...shown.map(({ goal }) => goal.id.length)));
  const longestTitle = Math.min(widestTitle, Math.max(14, ...shown.map(({ goal }) => goal.title.length)));
  const fixed = 2 + idWidth + 2 + totalWidth;
  const room = (titleWidth: number): number => Math.floor((width - fixed - titleWidth) / columnWidth);
  const months = chooseMonths(figures, Math.max(3, Math.min(mostMonths, room(Math.min(longestTitle, 24)) - 2)));
  const earlier = countOutside(figures, (month) => month < (months[0] ?? ''));
  const later = countOutside(figures, (month) => month > (months.at(-1) ?? ''));
  const extra = (earlier > 0 ? 1 : 0) + (later > 0 ? 1 : 0);
  const titleWidth = Math.max(14, Math.min(longestTitle, width - fixed - (months.length + extra) * columnWidth));
  const head = ' '.repeat(2 + idWidth + 2 + titleWidth);
  const row = (id: string, title: string, counts: ReadonlyMap<string, number>, total: number, undated: number): string => {
    const sum = (holds: (month: string) => boolean): number => [...counts].reduce((all, [month, count]) => all + (holds(month) ? count : 0), 0);
    const cells = [
      ...(earlier > 0 ? [sum((month) => month < (months[0] ?? ''))] : []),
      ...months.map((month) => counts.get(month) ?? 0),
      ...(later > 0 ? [sum((month) => month > (months.at(-1) ?? ''))] : []),
    ];
    const shownCells = cells.map((count) => (count === 0 ? colors.dim('·'.padStart(columnWidth)) : String(count).padStart(columnWidth)));
    return `  ${fit(id, idWidth)}  ${fit(title, titleWidth)}${shownCells.join('')}${String(total).padStart(totalWidth)}${undated > 0 ? colors.dim(` (${undated} undated)`) : ''}`;
  };
  const goalRow = ({ goal, byMonth, paths, isSilent }: CoverageOfGoal): string => {
    const state = goal.status === 'active' ? '' : ` (${goal.status})`;
    const dated = [...byMonth.values()].reduce((all, count) => all + count, 0);
    const line = row(goal.id, `${shortenTo(goal.title, titleWidth - state.length)}${state}`, byMonth, paths.length, paths.length - dated);
    return isSilent ? colors.yellow(line) : line;
  };
  const untied = new Map(figures.months.map(({ month, messages, tied }) => [month, messages - tied]));
  const datedUntied = [...untied.values()].reduce((all, count) => all + count, 0);
  const all = new Map(figures.months.map(({ month, messages }) => [month, messages]));
  const shares = months.map((month) => {
    const counted = figures.months.find((candidate) => candidate.month === month);
    return (counted === undefined ? '' : percent(counted)).padStart(columnWidth);
  });
  const blank = ' '.repeat(columnWidth);
  return [
    colors.dim(`${head}${earlier > 0 ? blank : ''}${yearsOf(months)}`.trimEnd()),
    colors.dim(
      `${head}${earlier > 0 ? ' past' : ''}${months.map((month) => nameMonth(month).padStart(columnWidth)).join('')}${later > 0 ? ' then' : ''}${'all'.padStart(totalWidth)}`,
    ),
    ...shown.map(goalRow),
    ...(named.length > shown.length ? [colors.dim(`  … and ${countOf(named.length - shown.length, 'goal')} more: --format json lists them.`)] : []),
    ...(figures.untied.length > 0
      ? [row('', organisation.goals === undefined ? 'naming no goal' : 'serving no goal', untied, figures.untied.length, figures.untied.length - datedUntied)]
      : []),
    row('', 'all messages', all, figures.messages, figures.undated.length),
    `  ${fit('', idWidth)}  ${fit('tied to a goal', titleWidth)}${earlier > 0 ? blank : ''}${shares.join('')}${later > 0 ? blank : ''}${percent(figures).padStart(totalWidth)}`,
  ];
}

/** The last months up to that of the latest message, as many as there is room for, without gaps. */
function chooseMonths({ months }: CoverageFigures, most: number): readonly string[] {
  const first = months[0]?.month;
  // A slip in the year of one message must not push the others out.
  const middle = months[Math.floor(months.length / 2)]?.month ?? '';
  const last = months.findLast(({ month }) => monthNumber(month) - monthNumber(middle) < 10 * 12)?.month;
  if (first === undefined || last === undefined) return [];
  const count = Math.min(most, monthNumber(last) - monthNumber(first) + 1);
  return Array.from({ length: count }, (_, index) => monthAt(monthNumber(last) - count + 1 + index));
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function countOutside({ months }: CoverageFigures, holds: (month: string) => boolean): number {
  return months.reduce((sum, { month, messages }) => sum + (holds(month) ? messages : 0), 0);
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function nameMonth(month: string): string {
  return monthNames[Number(month.slice(5)) - 1] ?? month;
}

/** The year above the first month, and above each January. */
function yearsOf(months: readonly string[]): string {
  return months.map((month, index) => (index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '').padStart(columnWidth)).join('');
}

/** What needs somebody: a line or a few for each, and nothing where all is well. */
function listNotes({ figures, organisation }: OrganisationCoverage, colors: Colors): string[] {
  const silent = figures.goals.filter(({ isSilent }) => isSilent);
  const over = figures.weeks.filter(({ isOverLimit }) => isOverLimit).sort((a, b) => (a.monday < b.monday ? 1 : a.monday > b.monday ? -1 : 0));
  const note = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [colors.bold(title), ...lines.slice(0, mostListed).map((line) => `  ${line}`), ...restOf(lines.length, colors), ''];
  const isUnread = organisation.goals === undefined && organisation.config.goals !== undefined;
  return [
    ...(isUnread ? [colors.yellow('The goals file cannot be read, so that every id counts as a goal. “liaison goals check” says why.'), ''] : []),
    ...note(
      'Goals nobody talks about',
      silent.map(({ goal }) => describeGoal(goal)),
    ),
    ...note('Messages that serve no goal', figures.untied.map(toReported)),
    ...note('Goals that do not exist', figures.unknown.map(describeDoubtful)),
    ...note('Goals named outside their dates', figures.outdated.map(describeDoubtful)),
    ...note('Weeks with too many messages', over.map(describeWeek)),
    ...note('Messages without a date, in no month or week', figures.undated.map(toReported)),
  ];
}

function restOf(count: number, colors: Colors): string[] {
  return count > mostListed ? [colors.dim(`  … and ${(count - mostListed).toLocaleString('en')} more: --format json lists them.`)] : [];
}

function describeGoal({ id, title, owner }: CoverageOfGoal['goal']): string {
  return showControls(`${id}  ${shortenTo(title, 70)}${owner === undefined ? '' : ` · ${shortenTo(owner, 40)}`}`);
}

function describeDoubtful({ id, reason, paths }: DoubtfulGoal): string {
  return `${showControls(id)} ${reason}: ${listPaths(paths)}`;
}

function describeWeek({ audience, week, monday, limit, paths }: WeekCoverage): string {
  return `${week} (from ${nameDay(monday)})  ${showControls(audience)}: ${paths.length} where ${limit} ${limit === 1 ? 'is' : 'are'} planned: ${listPaths(paths)}`;
}

function listPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, 4).map((path) => showControls(toReported(path)));
  return `${shown.join(', ')}${paths.length > shown.length ? ` and ${paths.length - shown.length} more` : ''}`;
}

function nameDay(day: string): string {
  return `${Number(day.slice(8))} ${nameMonth(day.slice(0, 7))}`;
}

/** The one thing to do next: what misleads first, then what is missing. */
function nextStep({ figures, organisation }: OrganisationCoverage): string {
  const [unknown] = figures.unknown;
  if (unknown !== undefined) return `mend the goal “${showControls(unknown.id)}” in ${listPaths(unknown.paths.slice(0, 1))}, which is not in the goals file.`;
  if (organisation.goals === undefined && organisation.config.goals === undefined)
    return 'write your goals into a goals.yml, and name it in liaison.yml as “goals: ./goals.yml”.';
  const [untied] = figures.untied;
  if (untied !== undefined && figures.untied.length * 2 > figures.messages) return describeUntied(untied, figures.untied.length);
  const over = figures.weeks
    .filter(({ isOverLimit }) => isOverLimit)
    .reduce<WeekCoverage | undefined>((a, b) => (a === undefined || b.monday > a.monday ? b : a), undefined);
  if (over !== undefined) return `spread or join the ${over.paths.length} messages to ${showControls(over.audience)} in the week from ${nameDay(over.monday)}.`;
  const silent = figures.goals.find(({ isSilent }) => isSilent);
  if (silent !== undefined) return `write about ${showControls(silent.goal.id)} (${showControls(shortenTo(silent.goal.title, 50))}), or retire it.`;
  if (untied !== undefined) return describeUntied(untied, figures.untied.length);
  const [outdated] = figures.outdated;
  if (outdated !== undefined) return `give ${listPaths(outdated.paths.slice(0, 1))} a goal that counts: ${showControls(outdated.id)} ${outdated.reason}.`;
  const [undated] = figures.undated;
  if (undated !== undefined) return `give ${showControls(toReported(undated))} a “date:”, so that it counts in its month and week.`;
  return 'nothing. Every goal is talked about, and every message serves one.';
}

function describeUntied(path: string, count: number): string {
  return `tie ${showControls(toReported(path))}${count > 1 ? ` and ${count - 1} more` : ''} to a goal, as in “goals: [G1]”.`;
}

function percent({ messages, tied }: { readonly messages: number; readonly tied: number }): string {
  return `${Math.round((tied * 100) / messages)}%`;
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Cut or filled up to a width. */
function fit(text: string, width: number): string {
  return shortenTo(text, width).padEnd(width);
}

function shortenTo(text: string, width: number): string {
  const line = showControls(text.replace(/\s+/g, ' '));
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
