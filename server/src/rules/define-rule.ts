import type { z } from 'zod';
import type { TermAutomaton } from '../glossary/compile.js';
import type { Glossary } from '../glossary/glossary.js';
import type { GoalMatcher } from '../goals/match.js';
import type { Goals } from '../goals/schema.js';
import type { Block } from '../model/block.js';
import type { Document, IgnoreDirective, MessageKind } from '../model/document.js';
import type { Severity } from '../model/finding.js';
import type { Span } from '../model/span.js';
import type { TextCounts } from '../text/scores.js';
import type { BlockAnalysis } from './analysis.js';
import type { PartName } from './check-up.js';
import type { RareWordFinder } from './rare-words.js';

export const categories = ['jargon', 'plain words', 'readability', 'goals', 'message', 'deck', 'strategy', 'upkeep'] as const;

/** The kinds of message that are sent to somebody, as against pages that stay where they are. */
export const sentKinds: readonly MessageKind[] = ['announcement', 'status', 'newsletter'];
export const allKinds: readonly MessageKind[] = ['announcement', 'status', 'deck', 'newsletter', 'strategy', 'page'];

/** A document that shows a rule at work. `‹` and `›` mark what it flags. Plain text is an announcement to everyone. */
export interface RuleExamples {
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** What all safe fixes make of a bad example, where there are any. */
  readonly fixed?: Readonly<Record<string, string>>;
}

export interface RuleMeta {
  readonly id: string;
  readonly title: string;
  readonly category: (typeof categories)[number];
  /** Why it matters to a reader, in a sentence or two. */
  readonly why: string;
  readonly severity: Severity;
  readonly kinds: readonly MessageKind[];
  readonly examples: RuleExamples;
}

/** Who will read the message. */
export interface AudienceView {
  readonly name: string;
  readonly readingAge: number;
  /** Whether it knows a term by this name, of this domain. */
  knows(term: string, domain?: string, knownTo?: readonly string[]): boolean;
}

/** A suggestion in offsets of the block's text. */
export interface TextSuggestion {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly (Span & { readonly text: string })[];
}

/** What a rule found. `span` is in text offsets of `block`, or in source offsets without one. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly term?: string;
  readonly glossary?: string;
  readonly suggestions?: readonly TextSuggestion[];
}

export interface AnalysedBlock {
  readonly block: Block;
  readonly analysis: BlockAnalysis;
}

/** What a block rule may read: nothing beyond the block, the audience and its options, so its findings can be kept. */
export interface BlockContext<Options> extends AnalysedBlock {
  readonly audience: AudienceView;
  /** Of the organisation: how replacements are spelled. */
  readonly language: string;
  readonly options: Options;
}

export interface MessageContext<Options> {
  readonly document: Document;
  readonly blocks: readonly AnalysedBlock[];
  readonly counts: TextCounts;
  readonly kind: MessageKind;
  readonly audience: AudienceView;
  /** Of the organisation: how replacements are spelled. */
  readonly language: string;
  /** Names of the audiences that the organisation has. */
  readonly audiences: readonly string[];
  /** The audience that the organisation gives to messages of this folder, where it gives one. */
  readonly folderAudience: string | undefined;
  /** Goal ids of the message, from its fields or the defaults of its folder. */
  readonly goals: readonly string[];
  readonly organisationGoals: Goals | undefined;
  /** Tells which of these goals a text serves; `undefined` without any. */
  readonly goalMatcher: GoalMatcher | undefined;
  readonly automaton: TermAutomaton;
  readonly glossaries: readonly Glossary[];
  /** `undefined` where no list of word frequencies is at hand. */
  readonly rareWords: RareWordFinder | undefined;
  /** ISO date of the day of linting. */
  readonly today: string;
  readonly options: Options;
}

/** A finding of a message rule, in a block when it has one. */
export interface MessageFinding extends RuleFinding {
  readonly block?: Block;
}

/** What became of a part or target of the check-up in one message. */
export interface PartState {
  readonly isMet: boolean;
  /** Source span of the words that show it. */
  readonly evidence?: Span;
}

/** The state of a part that is there when its evidence is. */
export function toState(evidence: Span | undefined): PartState {
  return evidence === undefined ? { isMet: false } : { isMet: true, evidence };
}

/** Every part that applies to the message, by name. */
export type PartStates = ReadonlyMap<PartName, PartState>;

/** How a rule finds a part that it answers for. */
export interface PartDefinition<Options> {
  readonly name: PartName;
  /** `undefined` when the part does not apply to this message. */
  find(context: MessageContext<Options>): PartState | undefined;
}

interface RuleBase<Schema extends z.ZodObject> {
  readonly meta: RuleMeta;
  readonly options: Schema;
}

export interface BlockRule<Schema extends z.ZodObject = z.ZodObject> extends RuleBase<Schema> {
  readonly scope: 'block';
  check(context: BlockContext<z.output<Schema>>): Iterable<RuleFinding>;
}

export interface MessageRule<Schema extends z.ZodObject = z.ZodObject> extends RuleBase<Schema> {
  readonly scope: 'message';
  /** `parts` are those of all rules: what is missing may have its place beside what is there. */
  check(context: MessageContext<z.output<Schema>>, parts: PartStates): Iterable<MessageFinding>;
  /** Parts and targets of the check-up that this rule answers for, in the kinds whose table names them. */
  readonly parts?: readonly PartDefinition<z.output<Schema>>[];
}

/** An ignore of the message and what became of it on this run. */
export interface IgnoreUse {
  readonly directive: IgnoreDirective;
  readonly hidFindings: boolean;
  readonly isExpired: boolean;
}

export interface UpkeepContext<Options> {
  readonly ignores: readonly IgnoreUse[];
  /** Ids of the rules that ran: only their ignores can be called unused. */
  readonly ranRules: ReadonlySet<string>;
  readonly ruleIds: readonly string[];
  readonly options: Options;
}

/** A rule about the ignores themselves, run after all others; spans are source spans. */
export interface UpkeepRule<Schema extends z.ZodObject = z.ZodObject> extends RuleBase<Schema> {
  readonly scope: 'upkeep';
  check(context: UpkeepContext<z.output<Schema>>): Iterable<RuleFinding>;
}

export type Rule = BlockRule | MessageRule | UpkeepRule;

/** Defines a rule over single blocks. */
export function defineBlockRule<Schema extends z.ZodObject>(rule: Omit<BlockRule<Schema>, 'scope'>): BlockRule {
  // The engine hands each rule the options that its own schema made, so the wider type is sound.
  return { scope: 'block', ...rule } as unknown as BlockRule;
}

/** Defines a rule over the whole message. */
export function defineMessageRule<Schema extends z.ZodObject>(rule: Omit<MessageRule<Schema>, 'scope'>): MessageRule {
  // As above.
  return { scope: 'message', ...rule } as unknown as MessageRule;
}

/** Defines a rule over the ignores of a message. */
export function defineUpkeepRule<Schema extends z.ZodObject>(rule: Omit<UpkeepRule<Schema>, 'scope'>): UpkeepRule {
  // As above.
  return { scope: 'upkeep', ...rule } as unknown as UpkeepRule;
}

/** The source span of the first words of a message: where a finding about the whole of it stands. */
export function findOpening(document: Document): Span {
  const subject = document.fields.subject?.span;
  if (subject !== undefined) return subject;
  const block = document.blocks.find((candidate) => candidate.text.trim() !== '');
  if (block === undefined) return { start: document.fields.span.start, end: document.fields.span.start };
  return spanOfOpening(block);
}

const shownLength = 80;

/** The source span of a block's first words: where a finding about all that follows stands. */
export function spanOfOpening(block: Block): Span {
  const length = Math.min(block.text.length, shownLength);
  const cut = length < block.text.length ? Math.max(block.text.lastIndexOf(' ', length), 1) : length;
  return block.map.toSource({ start: 0, end: cut });
}
