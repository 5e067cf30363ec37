/** The public interface: what the command line, the language server and other programs build on. */

export { bundledGlossaries } from './config/config.js';
export { configSchemaFor, languages } from './config/schema.js';
export { applyEdits, chooseSafeEdits, type Fixed, fixAll } from './engine/apply-fixes.js';
export { DocumentBlocks } from './engine/block-cache.js';
export { createEngine, type Engine, type EngineOptions, type LintRequest, type Overrides } from './engine/engine.js';
export { hashText } from './engine/fingerprint.js';
export { GlossaryChecker } from './engine/glossary-checker.js';
export { type Change, type ChangeKind, GlossaryComparison, type TermImpact } from './engine/glossary-impact.js';
export { GoalCoverage, type OrganisationCoverage } from './engine/goal-coverage.js';
export { parentOf, relativeTo, resolveFrom } from './engine/location.js';
export { assembleOrganisation, type Organisation, Organisations, type ReadText } from './engine/organisation.js';
export type { CheckedPart, Metrics, Result, SlideFigures } from './engine/result.js';
export { findTermAt } from './engine/term-at.js';
export { type GlossaryFigures, type TermFigures, type TermPlace, TermStatistics } from './engine/term-statistics.js';
export { type Decision, decisions, TermUseReader, termRules } from './engine/term-use.js';
export type { BinaryFormat, Unreadable } from './formats/format.js';
export { isReadable, type OpenedMessage, openMessage, readableExtensions, readDocument, readMessage } from './formats/index.js';
export { MarkdownCache, readMarkdown } from './formats/markdown.js';
export { type DecodedText, decodeText, encodeText } from './formats/text-encoding.js';
export { readCspell } from './glossary/exchange/cspell.js';
export { readCsv, writeCsv } from './glossary/exchange/csv.js';
export { type ExportFormat, exportFormats, guessFormat, type ImportFormat, importFormats } from './glossary/exchange/formats.js';
export { type Entry, type Exported, type Header, type Imported, keyOf, type Loss } from './glossary/exchange/imported.js';
export { type Merged, mergeGlossary } from './glossary/exchange/merge-glossary.js';
export { readPrh } from './glossary/exchange/prh.js';
export { type GlossaryFile, readGlossary } from './glossary/exchange/read-glossary.js';
export { readTbx, writeTbx } from './glossary/exchange/tbx.js';
export { readVale, type SourceFile } from './glossary/exchange/vale.js';
export { writeGlossary, writeGlossaryPieces } from './glossary/exchange/write-glossary.js';
export { readXlsx, writeXlsx } from './glossary/exchange/xlsx.js';
export type { Glossary, Term } from './glossary/glossary.js';
export { ListedWords } from './glossary/listed-words.js';
export { matchTerms, type TermMatch } from './glossary/match.js';
export { parseGlossary } from './glossary/parse.js';
export { glossarySchema, statuses } from './glossary/schema.js';
export { type Candidate, CandidateMiner } from './glossary/term-candidates.js';
export { checkGoals } from './goals/check.js';
export type { CoverageFigures, CoverageOfGoal, DoubtfulGoal, WeekCoverage } from './goals/coverage.js';
export { countsOn } from './goals/inactive.js';
export {
  findRival,
  type GoalEvidence,
  type GoalMatch,
  GoalMatcher,
  type GoalSentence,
  listGoalSentences,
  type MatcherOptions,
  servesFrom,
  showsFrom,
} from './goals/match.js';
export { parseGoals } from './goals/parse.js';
export { type Goal, type Goals, goalsSchema } from './goals/schema.js';
export type { Block } from './model/block.js';
export { isoWeekOf } from './model/day.js';
export { type Document, type FieldValue, intents, type MessageKind, messageKinds, type Placement } from './model/document.js';
export { type Edit, type Finding, type Severity, type Suggestion, severities } from './model/finding.js';
export { LineIndex, type Position } from './model/line-index.js';
export type { Problem } from './model/problem.js';
export type { Slide } from './model/slide.js';
export type { Span } from './model/span.js';
export { checkUpTables, type PartName, partTitles } from './rules/check-up.js';
export type { Rule, RuleMeta } from './rules/define-rule.js';
export { findGaps } from './rules/gaps.js';
export { rules } from './rules/index.js';
export { type DraftKind, type DraftRequest, draftKinds, writeDraft } from './templates/draft.js';
export { nameDraftIn, placeDraft, toSlug } from './templates/draft-place.js';
export { type StarterFile, type StarterRequest, writeStarter } from './templates/starter.js';
export { findSimilar } from './text/similar.js';
export { WordFrequency } from './text/word-frequency.js';
export { WordVectors } from './text/word-vectors.js';
export { splitWords } from './text/words.js';
export { findListItems } from './yaml/list-items.js';
export { isoDate } from './yaml/shapes.js';
export { isRecord, YamlFile } from './yaml/yaml-file.js';
