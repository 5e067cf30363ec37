import { isoWeekOf } from '../model/day.js';
import { countsOn, whyInactive } from './inactive.js';
import type { Goal, Goals } from './schema.js';

/** What coverage needs to know of a message. */
export interface CoveredMessage {
  readonly path: string;
  /** Ids that it names, or that its folder does. */
  readonly goals: readonly string[];
  readonly audience: string;
  /** ISO date; `undefined` where neither the message nor its name has one. */
  readonly day: string | undefined;
}

export interface CoverageOptions {
  /** `undefined` without a goals file: then every id that a message names counts as a goal. */
  readonly goals: Goals | undefined;
  /** How many messages an audience is to get in a week; `undefined` without a limit. */
  readonly limitOf: (audience: string) => number | undefined;
  /** ISO date of the day. */
  readonly today: string;
}

/** The messages about one goal. */
export interface CoverageOfGoal {
  readonly goal: Goal;
  /** By ISO month, `2026-03`; those without a date are in none. */
  readonly byMonth: ReadonlyMap<string, number>;
  readonly paths: readonly string[];
  /** Day of the latest. */
  readonly last: string | undefined;
  /** Whether it counts today and no message names it. */
  readonly isSilent: boolean;
}

/** How many messages there are in a month, and how many of them serve a goal. */
export interface MonthCoverage {
  readonly month: string;
  readonly messages: number;
  readonly tied: number;
}

/** The messages of one week to one audience. */
export interface WeekCoverage {
  readonly audience: string;
  /** ISO week, `2026-W10`, and the Monday that it begins on. */
  readonly week: string;
  readonly monday: string;
  readonly limit: number | undefined;
  readonly paths: readonly string[];
  readonly isOverLimit: boolean;
}

/** Messages that name a goal which does not count, and why: `ended on 2024-12-31`, `is not in the goals file`. */
export interface DoubtfulGoal {
  readonly id: string;
  readonly reason: string;
  readonly paths: readonly string[];
}

/** Which goals the messages serve, and how many messages each audience gets. Paths and lists are in the order of the messages. */
export interface CoverageFigures {
  readonly messages: number;
  readonly tied: number;
  readonly goals: readonly CoverageOfGoal[];
  /** Months that have messages, in order. */
  readonly months: readonly MonthCoverage[];
  /** Weeks that have messages, by audience and in order. */
  readonly weeks: readonly WeekCoverage[];
  /** Messages that name no goal of the goals file. */
  readonly untied: readonly string[];
  readonly unknown: readonly DoubtfulGoal[];
  /** Goals that were over, or had not begun, when the message went out. */
  readonly outdated: readonly DoubtfulGoal[];
  readonly undated: readonly string[];
}

interface OpenGoal {
  readonly byMonth: Map<string, number>;
  readonly paths: string[];
  last: string | undefined;
}

/** Counts messages by goal, month, audience and week. It keeps paths, and no texts. */
export class Coverage {
  private messages = 0;
  private tied = 0;
  private readonly goals = new Map<string, OpenGoal>();
  private readonly definitions: ReadonlyMap<string, Goal>;
  private readonly months = new Map<string, { messages: number; tied: number }>();
  private readonly weeks = new Map<string, { audience: string; week: string; monday: string; paths: string[] }>();
  private readonly untied: string[] = [];
  private readonly undated: string[] = [];
  private readonly unknown = new Map<string, DoubtfulGoal & { paths: string[] }>();
  private readonly outdated = new Map<string, DoubtfulGoal & { paths: string[] }>();

  constructor(private readonly options: CoverageOptions) {
    this.definitions = new Map(options.goals?.goals.map((goal) => [goal.id, goal]));
  }

  add(message: CoveredMessage): void {
    const { path, day, audience } = message;
    const named = [...new Set(message.goals)];
    const served = this.options.goals === undefined ? named : named.filter((id) => this.definitions.has(id));
    const isTied = served.length > 0;
    this.messages++;
    if (isTied) this.tied++;
    else this.untied.push(path);
    for (const id of named) this.addGoal(id, message);
    if (day === undefined) {
      this.undated.push(path);
      return;
    }
    const month = this.months.get(day.slice(0, 7)) ?? { messages: 0, tied: 0 };
    month.messages++;
    if (isTied) month.tied++;
    this.months.set(day.slice(0, 7), month);
    const { week, monday } = isoWeekOf(day);
    const key = `${audience}\n${week}`;
    const counted = this.weeks.get(key) ?? { audience, week, monday, paths: [] };
    counted.paths.push(path);
    this.weeks.set(key, counted);
  }

  summarise(): CoverageFigures {
    const weeks = [...this.weeks.values()].map((counted): WeekCoverage => {
      const limit = this.options.limitOf(counted.audience);
      return { ...counted, limit, isOverLimit: limit !== undefined && counted.paths.length > limit };
    });
    return {
      messages: this.messages,
      tied: this.tied,
      goals: [...this.definitions.values()].map((goal) => this.coverageOf(goal)),
      months: [...this.months].map(([month, counts]) => ({ month, ...counts })).sort((a, b) => compare(a.month, b.month)),
      weeks: weeks.sort((a, b) => compare(a.audience, b.audience) || compare(a.monday, b.monday)),
      untied: this.untied,
      unknown: [...this.unknown.values()],
      outdated: [...this.outdated.values()],
      undated: this.undated,
    };
  }

  private addGoal(id: string, { path, day }: CoveredMessage): void {
    const { goals, today } = this.options;
    const goal = this.definitions.get(id);
    if (goal === undefined) {
      if (goals !== undefined) addPath(this.unknown, { id, reason: 'is not in the goals file', path });
      return;
    }
    const counted = this.goals.get(id) ?? { byMonth: new Map<string, number>(), paths: [], last: undefined };
    counted.paths.push(path);
    if (day !== undefined) {
      counted.byMonth.set(day.slice(0, 7), (counted.byMonth.get(day.slice(0, 7)) ?? 0) + 1);
      if (counted.last === undefined || day > counted.last) counted.last = day;
    }
    this.goals.set(id, counted);
    const reason = whyInactive(goal, day ?? today, today);
    if (reason !== undefined) addPath(this.outdated, { id, reason, path });
  }

  private coverageOf(goal: Goal): CoverageOfGoal {
    const { byMonth, paths, last } = this.goals.get(goal.id) ?? { byMonth: new Map<string, number>(), paths: [], last: undefined };
    const isCounting = countsOn(goal, this.options.today);
    return { goal, byMonth, paths, last, isSilent: isCounting && paths.length === 0 };
  }
}

function addPath(list: Map<string, DoubtfulGoal & { paths: string[] }>, { id, reason, path }: { id: string; reason: string; path: string }): void {
  const key = `${id}\n${reason}`;
  const known = list.get(key);
  if (known === undefined) list.set(key, { id, reason, paths: [path] });
  else known.paths.push(path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
