/** The public interface: what the command line, the language server and other programs build on. */

export { bundledGlossaries } from './config/config.js';
export { configSchemaFor } from './config/schema.js';
export { applyEdits, chooseSafeEdits, type Fixed, fixAll } from './engine/apply-fixes.js';
export { createEngine, type Engine, type EngineOptions, type LintRequest, type Overrides } from './engine/engine.js';
export { hashText } from './engine/fingerprint.js';
export { GlossaryChecker } from './engine/glossary-checker.js';
export { parentOf, relativeTo, resolveFrom } from './engine/location.js';
export { type Organisation, Organisations, type ReadText } from './engine/organisation.js';
export type { CheckedPart, Metrics, Result } from './engine/result.js';
export { findTermAt } from './engine/term-at.js';
export { decodeText, isReadable, MarkdownCache, readableExtensions, readDocument, type Unreadable } from './formats/index.js';
export type { Glossary, Term } from './glossary/glossary.js';
export { matchTerms, type TermMatch } from './glossary/match.js';
export { glossarySchema } from './glossary/schema.js';
export { goalsSchema } from './goals/schema.js';
export type { Block } from './model/block.js';
export { type Document, type MessageKind, messageKinds } from './model/document.js';
export { type Edit, type Finding, type Severity, type Suggestion, severities } from './model/finding.js';
export { LineIndex, type Position } from './model/line-index.js';
export type { Problem } from './model/problem.js';
export type { Span } from './model/span.js';
export type { Rule, RuleMeta } from './rules/define-rule.js';
export { rules } from './rules/index.js';
export { findSimilar } from './text/similar.js';
export { WordFrequency } from './text/word-frequency.js';
export { splitWords } from './text/words.js';
