import { countsOn, whyInactive } from '../../goals/inactive.js';
import { findRival, type GoalMatch, type GoalSentence } from '../../goals/match.js';
import type { Goal } from '../../goals/schema.js';
import type { Span } from '../../model/span.js';
import { readMessageDay } from '../../text/dates.js';
import { splitWords } from '../../text/words.js';
import type { MessageContext, PartState } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { listSentences } from '../sentence-search.js';

type GoalContext = Pick<MessageContext<unknown>, 'document' | 'blocks' | 'goals' | 'organisationGoals' | 'goalMatcher' | 'today'>;

/** A sentence of the message, or its subject line, as goals are matched with it; `span` is in source offsets. */
export interface ShownSentence extends GoalSentence {
  readonly text: string;
  readonly span: Span;
  /** Whether it is running text, as against a title. */
  readonly isProse: boolean;
  /** Words of running text that stand before it. */
  readonly wordsBefore: number;
}

const listed = new WeakMap<MessageContext<unknown>['blocks'], readonly ShownSentence[]>();

/** What a message says for itself, its subject line first. What still has a gap says nothing yet. */
export function listShown({ document, blocks }: Pick<GoalContext, 'document' | 'blocks'>): readonly ShownSentence[] {
  const known = listed.get(blocks);
  if (known !== undefined) return known;
  const shown: ShownSentence[] = [];
  const { subject } = document.fields;
  if (subject !== undefined) {
    const words = splitWords(subject.value);
    shown.push({ text: subject.value, span: subject.span, isProse: false, wordsBefore: 0, sentence: { start: 0, end: subject.value.length, words } });
  }
  let wordsBefore = 0;
  for (const { block, sentence, text } of listSentences(blocks)) {
    if (!hasGap(text)) shown.push({ text, span: block.map.toSource(sentence), isProse: block.kind !== 'heading', wordsBefore, sentence });
    if (block.kind === 'paragraph' || block.kind === 'list-item') wordsBefore += sentence.words.length;
  }
  listed.set(blocks, shown);
  return shown;
}

/** The goals that the message declares and the organisation has. */
export function listDeclared({ goals, organisationGoals }: Pick<GoalContext, 'goals' | 'organisationGoals'>): readonly Goal[] {
  return (organisationGoals?.goals ?? []).filter(({ id }) => goals.includes(id));
}

/** The goals that a message of today may serve. */
export function listActive({ organisationGoals, today }: Pick<GoalContext, 'organisationGoals' | 'today'>): readonly Goal[] {
  return (organisationGoals?.goals ?? []).filter((goal) => countsOn(goal, today));
}

/** A sentence that shows a goal, from 0 to 1: how surely. */
interface Showing {
  readonly sentence: ShownSentence;
  readonly strength: number;
  /** Whether it shows the goal to anybody: by name, or by more than one word. */
  readonly isPlain: boolean;
}

const plain = 0.8;

/** The sentences that show a goal, in their order: those that name it, and those that speak of the same thing. */
export function findShowing(goal: Goal, context: GoalContext): readonly Showing[] {
  const shown = listShown(context);
  const evidence = new Map(context.goalMatcher?.evidenceFor(goal.id, shown).map((found) => [found.sentence, found]));
  return shown.flatMap((sentence): Showing[] => {
    if (isNamed(goal, sentence.text)) return [{ sentence, strength: 1, isPlain: true }];
    const found = evidence.get(sentence);
    if (found === undefined) return [];
    return [{ sentence, strength: found.strength, isPlain: found.strength >= plain && found.words.length > 1 }];
  });
}

/** Below this score a text has nothing of a goal, however it is put. */
const nothingOf = 0.003;
/** Below this one it has nothing of it in the goal’s own words or near ones. */
const hardlyAny = 0.01;
/** What something is good for. It may be the goal in words that nobody foresaw: “an hour more at the bedside”. */
const purpose =
  /\b(?:so that|so (?:you|we|they|it|no)\b|which means|sav(?:es?|ed|ing)|fewer|less|more (?:time|quickly|easily)|faster|sooner|safer|shorter|easier|quicker|instead of|because|in order (?:to|that)|the aim|that(?:[’']s| is) why|(?:the|this) reason|down (?:from|to)|than (?:last|before)|cuts?|no longer|any more|need not|protects?|the same day)\b/iu;

/** Whether the text has nothing of a goal, as far as can be told: where it says what something is good for, that may be it. */
export function isAbsent(goal: Goal, context: GoalContext): boolean {
  if (context.goalMatcher === undefined || findShowing(goal, context).length > 0) return false;
  const shown = listShown(context);
  const score = context.goalMatcher.rank(shown).find((match) => match.goal.id === goal.id)?.score ?? 0;
  return score < nothingOf || (score < hardlyAny && !shown.some(({ text }) => purpose.test(text)));
}

/** Whether a text says the goal’s title, or its id as the name of a goal. */
function isNamed({ id, title }: Goal, text: string): boolean {
  const lower = text.toLowerCase();
  if (title.includes(' ') && lower.includes(title.toLowerCase())) return true;
  const at = text.indexOf(id);
  if (at < 0) return false;
  const isWhole = !/[\p{L}\p{N}]/u.test(`${text.charAt(at - 1)}${text.charAt(at + id.length)}`);
  return isWhole && /\b(?:goals?|aims?|objectives?|strateg\p{L}+|serves?)\b/iu.test(text);
}

/** The first goal that the text names outright, with the sentence that does: it need not stand in a field as well. */
export function findNamed(context: GoalContext): { readonly goal: Goal; readonly sentence: ShownSentence } | undefined {
  for (const sentence of listShown(context)) {
    const goal = listActive(context).find((candidate) => isNamed(candidate, sentence.text));
    if (goal !== undefined && /\b(?:goals?|aims?|objectives?|strateg\p{L}+|serves?)\b/iu.test(sentence.text)) return { goal, sentence };
  }
  return undefined;
}

/** The goals that the text shows, the likeliest first, of those that a message of today may serve. */
export function rankActive(context: GoalContext): readonly GoalMatch<ShownSentence>[] {
  const { goalMatcher, today } = context;
  return goalMatcher?.match(listShown(context)).filter(({ goal }) => countsOn(goal, today)) ?? [];
}

/** The goal that the text reads like instead of those it declares. */
export function findOther(context: GoalContext): GoalMatch<ShownSentence> | undefined {
  const { goalMatcher, goals, today } = context;
  const declared = listDeclared(context);
  if (goalMatcher === undefined || declared.length === 0) return undefined;
  if (declared.some((goal) => findShowing(goal, context).some(({ isPlain }) => isPlain))) return undefined;
  const rival = findRival(goalMatcher.rank(listShown(context)), goals);
  return rival !== undefined && countsOn(rival.goal, today) ? rival : undefined;
}

/** Whether the message is tied to a goal that exists and counts, and the words that show it. */
export function findGoal(context: GoalContext): PartState {
  const { document, goals, organisationGoals, today } = context;
  const fields = document.fields.goals ?? [];
  if (organisationGoals === undefined) return goals.length === 0 ? { isMet: false } : { isMet: true, ...evidenceAt(fields[0]?.span) };
  const day = readMessageDay(document.fields.date?.value, document.path) ?? today;
  const counting = listDeclared(context).filter((goal) => whyInactive(goal, day, today) === undefined);
  if (goals.length === 0) {
    const named = findNamed(context);
    return named === undefined ? { isMet: false } : { isMet: true, evidence: named.sentence.span };
  }
  const [first] = counting;
  if (first === undefined) return { isMet: false };
  const [best] = counting
    .flatMap((goal) => findShowing(goal, context))
    .filter(({ sentence, isPlain }) => isPlain && sentence.isProse && !sentence.text.trimEnd().endsWith('?'))
    .sort((a, b) => b.strength - a.strength);
  return { isMet: true, ...evidenceAt(best?.sentence.span ?? fields.find(({ value }) => value === first.id)?.span) };
}

function evidenceAt(span: Span | undefined): { readonly evidence?: Span } {
  return span === undefined ? {} : { evidence: span };
}
