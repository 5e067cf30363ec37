import { templates } from 'liaison:templates';
import { stringify } from 'yaml';
import type { Organisation } from '../engine/organisation.js';
import type { Goal } from '../goals/schema.js';
import type { MessageKind } from '../model/document.js';
import { fillTemplate } from './fill-template.js';

/** The kinds of message that there is a template for. */
export const draftKinds = ['announcement', 'status', 'deck', 'strategy'] as const satisfies readonly MessageKind[];
export type DraftKind = (typeof draftKinds)[number];

export interface DraftRequest {
  readonly kind: DraftKind;
  /** ISO date of the message. */
  readonly date: string;
  readonly subject?: string | undefined;
  /** The audience of its folder when absent. */
  readonly audience?: string | undefined;
  /** Ids of the goals that it serves. When absent, those of its folder; for a strategy, all that count on its date. */
  readonly goals?: readonly string[] | undefined;
}

/**
 * Writes the draft of a message that will stand at `location`: front matter, and a body whose gaps stand in square brackets.
 * A goal that the organisation does not list leaves a gap for its name.
 */
export function writeDraft(organisation: Organisation, location: string, request: DraftRequest): string {
  const { kind, date } = request;
  const subject = tidySubject(request.subject);
  const defaults = organisation.defaultsFor(location);
  const listed = organisation.goals?.goals ?? [];
  const counting = listed.filter((goal) => isCurrent(goal, date));
  const ids = request.goals ?? defaults?.goals ?? (kind === 'strategy' ? counting.map(({ id }) => id) : []);
  const goals = ids.map((id) => listed.find((goal) => goal.id === id) ?? { id });
  return fillTemplate(readTemplate(kind), {
    audience: writeScalar(request.audience ?? defaults?.audience ?? organisation.config.audience),
    goals: writeGoalIds(ids, counting),
    subject: writeScalar(subject ?? subjectGaps[kind]),
    date,
    heading: subject === undefined ? subjectGaps[kind] : escapeMarkdown(subject),
    goal: describeGoals(goals),
    goalList: listGoals(goals),
    vision: organisation.goals?.vision?.replace(/\s+/g, ' ') ?? 'By [which year] [what people can do then that they cannot do now].',
  });
}

const subjectGaps: Readonly<Record<DraftKind, string>> = {
  announcement: '[what changes, and when]',
  status: '[what it is about: on time or not, and what you need]',
  deck: '[what people can do in future]',
  strategy: '[what it is for, and which years]',
};

/** How many goals to choose from a line of front matter can hold. */
const offered = 6;

function readTemplate(kind: DraftKind): string {
  // One for each kind: a test writes them all.
  return templates[`${kind}.md`] ?? '';
}

/** One line, without spaces around it; `undefined` when nothing is left. */
function tidySubject(subject: string | undefined): string | undefined {
  const tidy = subject?.replace(/\s+/g, ' ').trim();
  return tidy === '' ? undefined : tidy;
}

function isCurrent({ status, from, until }: Goal, date: string): boolean {
  return status === 'active' && (from ?? '') <= date && date <= (until ?? '9999');
}

/** A value of front matter, quoted where YAML would take it for something else. */
function writeScalar(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: needsQuotes(value) ? 'QUOTE_DOUBLE' : 'PLAIN' }).trimEnd();
}

/** Older readers of YAML take these for truth values, dates or numbers. */
function needsQuotes(value: string): boolean {
  return /^(?:y|n|yes|no|on|off|true|false|null|~)$|^[\d.+-]/i.test(value);
}

/** Where none is chosen, the goals to choose from stand beside the empty list. */
function writeGoalIds(ids: readonly string[], choices: readonly Goal[]): string {
  if (ids.length > 0) return `[${ids.map((id) => (/^[\p{L}\p{N}_-]+$/u.test(id) ? writeScalar(id) : JSON.stringify(id))).join(', ')}]`;
  const named = choices.slice(0, offered).map(({ id, title }) => `${id} (${title.replace(/\s+/g, ' ')})`);
  return named.length === 0 ? '[]' : `[] # choose from ${named.join(', ')}${choices.length > offered ? ' and more' : ''}`;
}

type ChosenGoal = Pick<Goal, 'id'> & Partial<Goal>;

function describeGoals(goals: readonly ChosenGoal[]): string {
  const names = goals.map(({ title }) => `“${title === undefined ? '[which goal]' : nameGoal(title)}”`);
  if (names.length < 2) return `This is a step towards our goal ${names[0] ?? '“[which goal]”'}.`;
  return `This is a step towards our goals ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`;
}

function listGoals(goals: readonly ChosenGoal[]): string {
  const known = goals.filter(({ title }) => title !== undefined);
  if (known.length === 0) return Array.from({ length: 3 }, () => '- [What people can do, or will notice, and by when].').join('\n');
  return known.map(({ title, statement }) => `- **${nameGoal(title ?? '')}.** ${statement ?? '[What people can do, or will notice, and by when].'}`).join('\n');
}

function nameGoal(title: string): string {
  return escapeMarkdown(title.replace(/\s+/g, ' ').replace(/[.\s]+$/, ''));
}

/** Keeps characters of a name from being read as markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<]/g, '\\$&');
}
