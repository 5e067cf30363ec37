import { type CoverageFigures, type CoverageOfGoal, type DoubtfulGoal, isoWeekOf, type OrganisationCoverage, type WeekCoverage } from '../index.js';
import { toReported } from './messages.js';
import { showControls } from './problems.js';
import type { Colors } from './reporters/pretty.js';

export interface CoverageTableOptions {
  readonly colors: Colors;
  /** Columns of the terminal; `undefined` elsewhere. */
  readonly width: number | undefined;
  /** Names the liaison.yml, where there are several. */
  readonly showConfig: boolean;
  /** ISO date of the day. */
  readonly today: string;
}

const columnWidth = 5;
const outerWidth = 8;
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
    `${countOf(figures.messages, 'message')}, ${figures.tied.toLocaleString('en')} tied to a goal (${percent(figures)}).${left}`,
    `${colors.bold('Next:')} ${nextStep(coverage, options.today)}`,
    '',
  ].join('\n');
}

function formatTable({ figures, organisation }: OrganisationCoverage, { colors, width = 110, today }: CoverageTableOptions): string[] {
  const named = figures.goals.filter(({ goal, paths }) => paths.length > 0 || goal.status === 'active');
  const shown = named.slice(0, mostGoals);
  const idWidth = Math.min(14, Math.max(2, ...shown.map(({ goal }) => goal.id.length)));
  const longestTitle = Math.min(widestTitle, Math.max(14, ...shown.map(({ goal }) => goal.title.length + stateOf(goal).length)));
  const fixed = 2 + idWidth + 2 + totalWidth;
  const room = Math.floor((width - fixed - Math.min(longestTitle, 24) - 2 * outerWidth) / columnWidth);
  const months = chooseMonths(figures, today, Math.max(3, Math.min(mostMonths, room)));
  const isEarlier = (month: string): boolean => month < (months[0] ?? '');
  const isLater = (month: string): boolean => month > (months.at(-1) ?? '');
  const earlier = figures.months.some(({ month }) => isEarlier(month)) ? outerWidth : 0;
  const later = figures.months.some(({ month }) => isLater(month)) ? outerWidth : 0;
  const titleWidth = Math.max(14, Math.min(longestTitle, width - fixed - earlier - later - months.length * columnWidth));
  const head = ' '.repeat(2 + idWidth + 2 + titleWidth);
  const row = (id: string, title: string, counts: ReadonlyMap<string, number>, total: number, undated: number): string => {
    const sum = (holds: (month: string) => boolean): number => [...counts].reduce((all, [month, count]) => all + (holds(month) ? count : 0), 0);
    const cells = [
      ...(earlier > 0 ? [{ count: sum(isEarlier), cell: earlier }] : []),
      ...months.map((month) => ({ count: counts.get(month) ?? 0, cell: columnWidth })),
      ...(later > 0 ? [{ count: sum(isLater), cell: later }] : []),
    ];
    const shownCells = cells.map(({ count, cell }) => (count === 0 ? colors.dim('·'.padStart(cell)) : String(count).padStart(cell)));
    return `  ${padTo(id, idWidth)}  ${padTo(title, titleWidth)}${shownCells.join('')}${String(total).padStart(totalWidth)}${undated > 0 ? colors.dim(` (${undated} undated)`) : ''}`;
  };
  const goalRow = ({ goal, byMonth, paths, isSilent }: CoverageOfGoal): string => {
    const state = stateOf(goal);
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
  return [
    colors.dim(`${head}${' '.repeat(earlier)}${yearsOf(months)}`.trimEnd()),
    colors.dim(
      `${head}${earlier > 0 ? 'before'.padStart(earlier) : ''}${months.map((month) => nameMonth(month).padStart(columnWidth)).join('')}${later > 0 ? 'later'.padStart(later) : ''}${'all'.padStart(totalWidth)}`,
    ),
    ...shown.map(goalRow),
    ...(named.length > shown.length ? [colors.dim(`  … and ${countOf(named.length - shown.length, 'goal')} more: --format json lists them.`)] : []),
    ...(figures.untied.length > 0
      ? [row('', organisation.goals === undefined ? 'naming no goal' : 'serving no goal', untied, figures.untied.length, figures.untied.length - datedUntied)]
      : []),
    row('', 'all messages', all, figures.messages, figures.undated.length),
    `  ${padTo('', idWidth)}  ${padTo('tied to a goal', titleWidth)}${' '.repeat(earlier)}${shares.join('')}${' '.repeat(later)}${percent(figures).padStart(totalWidth)}`,
  ];
}

function stateOf({ status }: CoverageOfGoal['goal']): string {
  return status === 'active' ? '' : ` (${status})`;
}

/** The last months up to that of the latest message, as many as there is room for, without gaps. */
function chooseMonths({ months }: CoverageFigures, today: string, most: number): readonly string[] {
  const first = months[0]?.month;
  // A slip in the year of one message must not push the others out.
  const last = (months.findLast(({ month }) => monthNumber(month) <= monthNumber(today) + 12) ?? months.at(-1))?.month;
  if (first === undefined || last === undefined) return [];
  const count = Math.min(most, monthNumber(last) - monthNumber(first) + 1);
  return Array.from({ length: count }, (_, index) => monthAt(monthNumber(last) - count + 1 + index));
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function nameMonth(month: string): string {
  return monthNames[Number(month.slice(5, 7)) - 1] ?? month;
}

/** The year above the first month, and above each January. */
function yearsOf(months: readonly string[]): string {
  return months.map((month, index) => (index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '').padStart(columnWidth)).join('');
}

/** What needs somebody: a few lines for each, and nothing where all is well. */
function listNotes({ figures, organisation }: OrganisationCoverage, colors: Colors): string[] {
  const silent = figures.goals.filter(({ isSilent }) => isSilent);
  const over = figures.weeks.filter(({ isOverLimit }) => isOverLimit).sort((a, b) => (a.monday < b.monday ? 1 : a.monday > b.monday ? -1 : 0));
  const note = (title: string, entries: readonly (readonly string[])[]): string[] =>
    entries.length === 0
      ? []
      : [
          colors.bold(title),
          ...entries.slice(0, mostListed).flatMap(([first = '', ...rest]) => [`  ${first}`, ...rest.map((line) => `    ${line}`)]),
          ...restOf(entries.length, colors),
          '',
        ];
  const isUnread = organisation.goals === undefined && organisation.config.goals !== undefined;
  return [
    ...(isUnread ? [colors.yellow('The goals file cannot be read, so that every id counts as a goal. “liaison goals check” says why.'), ''] : []),
    ...note(
      'Goals nobody talks about',
      silent.map(({ goal }) => [describeGoal(goal)]),
    ),
    ...note(
      'Messages that serve no goal',
      figures.untied.map((path) => [showPath(path)]),
    ),
    ...note('Goals that do not exist', figures.unknown.map(describeDoubtful)),
    ...note('Goals named outside their dates', figures.outdated.map(describeDoubtful)),
    ...note('Messages a week', describeAudiences(figures.weeks)),
    ...note('Weeks over the limit', over.map(describeWeek)),
    ...note(
      'Messages without a date, in no month or week',
      figures.undated.map((path) => [showPath(path)]),
    ),
  ];
}

function restOf(count: number, colors: Colors): string[] {
  return count > mostListed ? [colors.dim(`  … and ${(count - mostListed).toLocaleString('en')} more: --format json lists them.`)] : [];
}

function describeGoal({ id, title, owner }: CoverageOfGoal['goal']): string {
  return showControls(`${id}  ${shortenTo(title, 70)}${owner === undefined ? '' : ` · ${shortenTo(owner, 40)}`}`);
}

function describeDoubtful({ id, reason, paths }: DoubtfulGoal): readonly string[] {
  return [`${showControls(id)} ${reason}`, ...listPaths(paths)];
}

/** How busy the weeks of each audience are, and its limit. */
function describeAudiences(weeks: readonly WeekCoverage[]): readonly (readonly string[])[] {
  const byAudience = new Map<string, { busiest: WeekCoverage; over: number }>();
  for (const week of weeks) {
    const known = byAudience.get(week.audience) ?? { busiest: week, over: 0 };
    if (week.paths.length > known.busiest.paths.length) known.busiest = week;
    if (week.isOverLimit) known.over++;
    byAudience.set(week.audience, known);
  }
  return [...byAudience].map(([audience, { busiest, over }]) => {
    const isOver = over === 0 ? 'never over it' : `over it in ${countOf(over, 'week')}`;
    const limit = busiest.limit === undefined ? 'no limit: “cadence” in liaison.yml sets one' : `the limit is ${busiest.limit}, ${isOver}`;
    return [`${showControls(audience)}: ${busiest.paths.length} in the busiest week, from ${nameDay(busiest.monday)}; ${limit}`];
  });
}

function describeWeek({ audience, week, monday, limit = 0, paths }: WeekCoverage): readonly string[] {
  return [`${week} from ${nameDay(monday)}, ${showControls(audience)}: ${paths.length}, and the limit is ${limit}`, ...listPaths(paths)];
}

function listPaths(paths: readonly string[]): readonly string[] {
  const shown = paths.slice(0, mostListed).map(showPath);
  return paths.length > shown.length ? [...shown, `… and ${(paths.length - shown.length).toLocaleString('en')} more`] : shown;
}

function showPath(path: string): string {
  return showControls(toReported(path));
}

function nameDay(day: string): string {
  return `${Number(day.slice(8))} ${nameMonth(day)} ${day.slice(0, 4)}`;
}

/** The one thing to do next: what misleads first, then what is missing, then what can only be done better from now on. */
function nextStep({ figures, organisation }: OrganisationCoverage, today: string): string {
  const [unknown] = figures.unknown;
  if (unknown !== undefined) return `mend the goal “${showControls(unknown.id)}” in ${showPath(unknown.paths[0] ?? '')}, which is not in the goals file.`;
  if (organisation.goals === undefined && organisation.config.goals === undefined)
    return 'write your goals into a goals.yml, and name it in liaison.yml as “goals: ./goals.yml”.';
  if (organisation.goals === undefined) return 'mend the goals file, so that it can be read.';
  const over = figures.weeks.filter(({ isOverLimit }) => isOverLimit);
  const { monday: thisWeek } = isoWeekOf(today);
  const coming = over.find(({ monday }) => monday >= thisWeek);
  if (coming !== undefined)
    return `move or join some of the ${coming.paths.length} messages to ${showControls(coming.audience)} in the week from ${nameDay(coming.monday)}.`;
  const [untied] = figures.untied;
  if (untied !== undefined && figures.untied.length * 2 > figures.messages) return describeUntied(untied, figures.untied.length);
  const silent = figures.goals.find(({ isSilent }) => isSilent);
  if (silent !== undefined) return `write about ${showControls(silent.goal.id)} (${shortenTo(silent.goal.title, 50)}), or retire it.`;
  if (untied !== undefined) return describeUntied(untied, figures.untied.length);
  const [outdated] = figures.outdated;
  if (outdated !== undefined) return `give ${showPath(outdated.paths[0] ?? '')} a goal that counts, as ${showControls(outdated.id)} ${outdated.reason}.`;
  const [undated] = figures.undated;
  if (undated !== undefined) return `give ${showPath(undated)} a “date:”, so that it counts in its month and week.`;
  const [past] = over;
  if (past !== undefined) return `plan at most ${past.limit} a week to ${showControls(past.audience)}.`;
  return 'nothing. Every goal is talked about, and every message serves one.';
}

function describeUntied(path: string, count: number): string {
  return `tie ${showPath(path)}${count > 1 ? ` and ${count - 1} more` : ''} to a goal, as in “goals: [G1]”.`;
}

function percent({ messages, tied }: { readonly messages: number; readonly tied: number }): string {
  return `${Math.round((tied * 100) / messages)}%`;
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Cut or filled up to a width. */
function padTo(text: string, width: number): string {
  return shortenTo(text, width).padEnd(width);
}

function shortenTo(text: string, width: number): string {
  const line = showControls(text.replace(/\s+/g, ' '));
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
