import type { Audience } from '../config/schema.js';
import { GoalMatcher } from '../goals/match.js';
import type { Goals } from '../goals/schema.js';
import type { Block } from '../model/block.js';
import type { Document, IgnoreDirective, MessageKind } from '../model/document.js';
import type { Edit, Finding, Severity, Suggestion } from '../model/finding.js';
import { findOverlapping, itself, type Span } from '../model/span.js';
import { isWritable } from '../model/text-run.js';
import { analyseBlock } from '../rules/analysis.js';
import { checkUpTables, type PartName } from '../rules/check-up.js';
import type {
  AnalysedBlock,
  AudienceView,
  BlockRule,
  IgnoreUse,
  MessageContext,
  MessageFinding,
  PartState,
  Rule,
  RuleFinding,
  TextSuggestion,
} from '../rules/define-rule.js';
import { fillIn } from '../rules/fill-in.js';
import { RareWordFinder } from '../rules/rare-words.js';
import { listSlides, titleOf } from '../rules/slides.js';
import { addCounts, gradeLevel, noCounts, readingAge, readingEase, type TextCounts } from '../text/scores.js';
import type { WordFrequency } from '../text/word-frequency.js';
import type { WordVectors } from '../text/word-vectors.js';
import { describeMessage } from './about-message.js';
import { BlockCache, type KnownBlocks, type ReadBlock } from './block-cache.js';
import { listFieldProblems } from './field-problems.js';
import { hashText } from './fingerprint.js';
import type { Organisation } from './organisation.js';
import { findPlace } from './place.js';
import type { CheckedPart, Metrics, Result, SlideFigures } from './result.js';

/** What is asked for on top of the organisation's files: by flags of the command line or settings of the editor. */
export interface Overrides {
  readonly audience?: string | undefined;
  readonly kind?: MessageKind | undefined;
  readonly severities?: ReadonlyMap<string, Severity | 'off'> | undefined;
}

export interface LintRequest {
  readonly document: Document;
  readonly organisation: Organisation;
  /** ISO date of the day, for goals and ignores that end. */
  readonly today: string;
  readonly overrides?: Overrides | undefined;
  /** Told of a rule that failed: its findings are missing, those of the others are there. */
  readonly onRuleFailure?: ((rule: string, error: unknown) => void) | undefined;
  /** What is known of the blocks of this document, in place of what the engine keeps of all. */
  readonly blocks?: KnownBlocks | undefined;
}

export interface Engine {
  lint(request: LintRequest): Result;
}

/** A finding of a rule with the block its offsets belong to. */
interface RawFinding {
  readonly rule: string;
  readonly finding: RuleFinding;
  readonly block: Block | undefined;
}

/** What applies to one message. */
interface Setting {
  readonly kind: MessageKind;
  readonly audience: AudienceView;
  readonly folderAudience: string | undefined;
  readonly goals: readonly string[];
  readonly severityOf: (rule: Rule) => Severity | 'off';
  readonly optionsOf: (rule: Rule) => Readonly<Record<string, unknown>>;
  /** Names all of the above that a block's findings hang on. */
  readonly profile: string;
}

export interface EngineOptions {
  /** How common words are in English at large. Without it, no word can be called rare. */
  readonly frequency?: WordFrequency | undefined;
  /** What words mean, asked for when a rule first compares a message with the goals. Without it, only the goals’ own words count. */
  readonly vectors?: (() => WordVectors | undefined) | undefined;
}

/** Makes an engine. It keeps what blocks yielded from one call to the next. */
export function createEngine(rules: readonly Rule[], { frequency, vectors }: EngineOptions = {}): Engine {
  const cache = new BlockCache();
  const rareWords = frequency === undefined ? undefined : new RareWordFinder(frequency);
  // A matcher reads its goals when it is first asked, so that making one costs nothing.
  const matchers = new WeakMap<Goals, GoalMatcher>();
  const matcherOf = (goals: Goals | undefined): GoalMatcher | undefined => {
    if (goals === undefined || goals.goals.length === 0) return undefined;
    const matcher = matchers.get(goals) ?? new GoalMatcher(goals.goals, { frequency, vectors });
    matchers.set(goals, matcher);
    return matcher;
  };
  const organisationIds = new WeakMap<Organisation, number>();
  let lastId = 0;
  const idOf = (organisation: Organisation): number => {
    const known = organisationIds.get(organisation);
    if (known !== undefined) return known;
    organisationIds.set(organisation, ++lastId);
    return lastId;
  };

  return {
    lint(request) {
      const { document, organisation } = request;
      const setting = resolveSetting(request, idOf(organisation));
      const active = rules.filter((rule) => rule.meta.kinds.includes(setting.kind) && setting.severityOf(rule) !== 'off');
      const attempt = makeAttempt(request);

      const blockRules = active.filter((rule) => rule.scope === 'block');
      const raw: RawFinding[] = [];
      const blocks: AnalysedBlock[] = [];
      let counts = noCounts;
      for (const block of document.blocks) {
        const read = (request.blocks ?? cache).get(setting.profile, block, () => readBlock(block, blockRules, setting, organisation, attempt));
        blocks.push({ block, analysis: read.analysis });
        counts = addCounts(counts, read.analysis.counts);
        for (const { rule, finding } of read.findings) raw.push({ rule, finding, block });
      }

      const context: Omit<MessageContext<unknown>, 'options'> = {
        document,
        blocks,
        counts,
        kind: setting.kind,
        audience: setting.audience,
        language: organisation.config.language,
        audiences: Object.keys(organisation.config.audiences),
        folderAudience: setting.folderAudience,
        goals: setting.goals,
        organisationGoals: organisation.goals,
        goalMatcher: matcherOf(organisation.goals),
        automaton: organisation.automaton,
        glossaries: organisation.glossaries,
        rareWords,
        today: request.today,
      };
      const messageRules = active.flatMap((rule) =>
        rule.scope === 'message' ? [{ rule, ruleContext: { ...context, options: setting.optionsOf(rule) } }] : [],
      );
      const { parts: partNames, targets } = checkUpTables[setting.kind];
      const expected = [...partNames, ...targets];
      const parts = new Map<PartName, PartState>();
      for (const { rule, ruleContext } of messageRules) {
        for (const part of rule.parts ?? []) {
          if (!expected.includes(part.name)) continue;
          attempt(rule, () => {
            const state = part.find(ruleContext);
            if (state !== undefined) parts.set(part.name, state);
          });
        }
      }
      for (const { rule, ruleContext } of messageRules) {
        attempt(rule, () => {
          for (const finding of rule.check(ruleContext, parts)) raw.push({ rule: rule.meta.id, finding, block: (finding as MessageFinding).block });
        });
      }
      const checkup = expected.flatMap((name): CheckedPart[] => {
        const state = parts.get(name);
        if (state === undefined) return [];
        const suggestions = state.isMet ? [] : fillIn(name, context, parts).filter(({ edits }) => isApplicable(document, edits));
        return [
          {
            part: name,
            met: state.isMet,
            ...(state.evidence === undefined ? {} : { evidence: state.evidence }),
            ...(suggestions.length === 0 ? {} : { suggestions }),
          },
        ];
      });

      const severities = new Map(
        active.flatMap((rule): [string, Severity][] => {
          const severity = setting.severityOf(rule);
          return severity === 'off' ? [] : [[rule.meta.id, severity]];
        }),
      );
      const isConfigured = (rule: string): boolean =>
        organisation.config.rules.get(rule)?.isConfigured === true || request.overrides?.severities?.has(rule) === true;
      const convert = ({ rule, finding, block }: RawFinding): Omit<Finding, 'fingerprint'> => {
        const severity = severities.get(rule) ?? 'warning';
        // A term's own severity stands unless the organisation set one for the rule.
        return convertFinding(document, setting.kind, isConfigured(rule) ? severity : (finding.severity ?? severity), { rule, finding, block });
      };
      const converted = raw.map(convert);
      const uses = document.ignores.map((directive) => useOf(directive, request.today));
      const kept = converted.filter((finding) => !isHidden(finding, uses));
      const suppressed = converted.length - kept.length;
      const upkeep = active.flatMap((rule) => {
        if (rule.scope !== 'upkeep') return [];
        const found: Omit<Finding, 'fingerprint'>[] = [];
        attempt(rule, () => {
          const ranRules = new Set(active.map((candidate) => candidate.meta.id));
          const ruleIds = rules.map((candidate) => candidate.meta.id);
          for (const finding of rule.check({ ignores: uses, ranRules, ruleIds, options: setting.optionsOf(rule) })) {
            found.push(convert({ rule: rule.meta.id, finding, block: undefined }));
          }
        });
        return found;
      });
      const findings = addFingerprints([...kept, ...upkeep].sort(byPlace), organisation.pathOf(document.path));
      return {
        kind: setting.kind,
        audience: setting.audience.name,
        goals: setting.goals,
        metrics: measure(counts, findings, document.blocks),
        checkup,
        ...(setting.kind === 'deck' && document.slides !== undefined ? { slides: measureSlides(context) } : {}),
        findings,
        problems: listFieldProblems(document, setting.kind),
        suppressed,
      };
    },
  };
}

/** Works out kind, audience, goals and rule settings: asked for first, then front matter, the folder's defaults, the organisation's. */
function resolveSetting({ document, organisation, overrides = {} }: LintRequest, organisationId: number): Setting {
  const { config } = organisation;
  const { kind, audience: name, goals } = describeMessage(document, organisation, overrides);
  const audience = viewAudience(name, config.audiences[name]);
  const ofFolder = organisation.defaultsFor(document.path)?.audience;
  const severities = overrides.severities;
  return {
    kind,
    audience,
    folderAudience: ofFolder !== undefined && config.audiences[ofFolder] !== undefined ? ofFolder : undefined,
    goals,
    severityOf: (rule) => severities?.get(rule.meta.id) ?? config.rules.get(rule.meta.id)?.severity ?? rule.meta.severity,
    optionsOf: (rule) => config.rules.get(rule.meta.id)?.options ?? rule.options.parse({}),
    profile: `${organisationId} ${kind} ${audience.name} ${[...(severities ?? [])].map((pair) => pair.join('=')).join(' ')}`,
  };
}

/** What an audience of the configuration means to a rule. */
export function viewAudience(name: string, audience: Audience | undefined): AudienceView {
  const known = new Set(audience?.knows.map((entry) => entry.toLowerCase()));
  return {
    name,
    readingAge: audience?.readingAge ?? 14,
    knows: (term, domain, knownTo) =>
      known.has(term.toLowerCase()) || (domain !== undefined && known.has(`domain:${domain.toLowerCase()}`)) || knownTo?.includes(name) === true,
  };
}

type Attempt = (rule: Rule, run: () => void) => void;

/** A failing rule must not silence the others. */
function makeAttempt({ onRuleFailure }: LintRequest): Attempt {
  return (rule, run) => {
    try {
      run();
    } catch (error) {
      if (onRuleFailure === undefined) throw error;
      onRuleFailure(rule.meta.id, error);
    }
  };
}

function readBlock(block: Block, rules: readonly BlockRule[], setting: Setting, organisation: Organisation, attempt: Attempt): ReadBlock {
  const analysis = analyseBlock(block, organisation.automaton);
  const findings: { rule: string; finding: RuleFinding }[] = [];
  for (const rule of rules) {
    attempt(rule, () => {
      for (const finding of rule.check({
        block,
        analysis,
        audience: setting.audience,
        language: organisation.config.language,
        options: setting.optionsOf(rule),
      }))
        findings.push({ rule: rule.meta.id, finding });
    });
  }
  return { analysis, findings };
}

/** Turns text offsets into source offsets, and drops every suggestion that would touch markup. */
function convertFinding(document: Document, kind: MessageKind, severity: Severity, { rule, finding, block }: RawFinding): Omit<Finding, 'fingerprint'> {
  const span = block === undefined ? finding.span : block.map.toSource(finding.span);
  const place = block?.place ?? (document.runs === undefined ? undefined : findPlace(document, span.start));
  return {
    rule,
    severity,
    message: finding.message,
    ...span,
    text: document.source.slice(span.start, span.end),
    suggestions: (finding.suggestions ?? [])
      .flatMap((suggestion) => convertSuggestion(suggestion, block, document, kind))
      .filter(({ edits }) => isApplicable(document, edits)),
    ...(place === undefined ? {} : { place }),
    ...(finding.term === undefined ? {} : { term: finding.term }),
    ...(finding.glossary === undefined ? {} : { glossary: finding.glossary }),
  };
}

// What a format may read as markup when a replacement brings it in.
const markup = /[*_`[\]<>|\\~]/;

function convertSuggestion({ title, safety, edits }: TextSuggestion, block: Block | undefined, { syntax }: Document, kind: MessageKind): Suggestion[] {
  if (block === undefined) return [{ title, safety, edits }];
  const converted: Edit[] = [];
  for (const edit of edits) {
    if (!block.map.isContiguous(edit) || isOnLabel(block, edit) || markup.test(edit.text)) return [];
    converted.push({ ...block.map.toSource(edit), text: syntax?.escape(edit.text) ?? edit.text });
  }
  // Other pages may link to a heading by its words, so that no heading of a page is changed unseen.
  const isAnchor = kind === 'page' && block.kind === 'heading';
  return [{ title, safety: isAnchor ? 'review' : safety, edits: converted }];
}

/** Whether all edits can be written into the file. Where the source is the file's own text, they can. */
function isApplicable({ runs }: Document, edits: readonly Edit[]): boolean {
  return runs === undefined || edits.every((edit) => isWritable(runs, edit));
}

function isOnLabel(block: Block, edit: Span): boolean {
  return findOverlapping(block.links, edit, ({ span }) => span)?.isLabel === true;
}

function useOf(directive: IgnoreDirective, today: string): IgnoreUse & { hidFindings: boolean } {
  return { directive, hidFindings: false, isExpired: directive.until !== undefined && directive.until < today };
}

/** Whether an ignore with a reason covers the finding; marks each one that does. */
function isHidden(finding: Pick<Finding, 'rule' | 'start' | 'end'>, uses: (IgnoreUse & { hidFindings: boolean })[]): boolean {
  let hidden = false;
  for (const use of uses) {
    const { rules, reason, covers } = use.directive;
    if (use.isExpired || reason === '' || !rules.includes(finding.rule)) continue;
    if (finding.start < covers.start || finding.start >= Math.max(covers.end, covers.start + 1)) continue;
    use.hidFindings = true;
    hidden = true;
  }
  return hidden;
}

function byPlace(a: Pick<Finding, 'start' | 'end' | 'rule'>, b: Pick<Finding, 'start' | 'end' | 'rule'>): number {
  return a.start - b.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) || a.end - b.end;
}

function addFingerprints(findings: readonly Omit<Finding, 'fingerprint'>[], path: string): Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const identity = `${path}\n${finding.rule}\n${finding.text.replace(/\s+/g, ' ')}`;
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    return { ...finding, fingerprint: hashText(`${identity}\n${ordinal}`) };
  });
}

function measure(counts: TextCounts, findings: readonly Finding[], blocks: readonly Block[]): Metrics {
  // The words of speaker notes are not counted, so their jargon is not either.
  const notes = blocks.filter(({ isNote }) => isNote === true).map(({ map, text }) => map.toSource({ start: 0, end: text.length }));
  const jargon = findings.filter(
    (finding) => (finding.rule === 'jargon' || finding.rule === 'undefined-acronym') && findOverlapping(notes, finding, itself) === undefined,
  ).length;
  return {
    words: counts.words,
    sentences: counts.sentences,
    readingAge: counts.words === 0 ? 0 : readingAge(counts),
    gradeLevel: roundToTenth(gradeLevel(counts)),
    readingEase: roundToTenth(readingEase(counts)),
    jargonPer100: counts.words === 0 ? 0 : roundToTenth((jargon * 100) / counts.words),
  };
}

function measureSlides(context: Pick<MessageContext<unknown>, 'document' | 'blocks'>): SlideFigures[] {
  return listSlides(context).map(({ slide, words, counts }) => ({
    number: slide.number,
    title: titleOf(slide) ?? null,
    words,
    readingAge: counts.words === 0 ? 0 : readingAge(counts),
  }));
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
