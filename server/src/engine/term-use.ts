import { chooseTerms, TermAutomaton } from '../glossary/compile.js';
import type { Glossary, Term } from '../glossary/glossary.js';
import type { TermMatch } from '../glossary/match.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { findOverlapping, type Span } from '../model/span.js';
import { analyseBlock, isQuoted } from '../rules/analysis.js';
import type { AnalysedBlock, AudienceView } from '../rules/define-rule.js';
import { isInName } from '../rules/names.js';
import { viewAudience } from './engine.js';
import type { Organisation } from './organisation.js';
import type { Result } from './result.js';

/**
 * What became of one use of a term. `repeated`: the message was told at an earlier use. `not-approved`: the entry is
 * proposed or retired, so that nothing is flagged. `allowed`: left alone for a reason that is none of the others, such as
 * a rule that is off.
 */
export const decisions = ['flagged', 'repeated', 'known', 'explained', 'quoted', 'name', 'ignored', 'not-approved', 'allowed'] as const;
export type Decision = (typeof decisions)[number];

/** A use of a glossary term in a message. */
export interface TermUse {
  readonly term: Term;
  /** Source span. */
  readonly span: Span;
  /** Where it is, for formats whose source has no lines. */
  readonly place?: string;
  readonly decision: Decision;
}

/** The rules that speak about glossary terms. */
export const termRules: ReadonlySet<string> = new Set(['jargon', 'undefined-acronym', 'unexplained-term']);

/** Finds the uses of all terms of an organisation, also of those that are only proposed or retired by now. */
export class TermUseReader {
  private readonly automaton: TermAutomaton;
  /** Entries as the glossaries have them, by the approved copy that is searched for. */
  private readonly originals = new Map<Term, Term>();

  constructor(private readonly organisation: Organisation) {
    const glossaries = organisation.glossaries.map((glossary): Glossary => ({ ...glossary, terms: glossary.terms.map((term) => this.approve(term)) }));
    this.automaton = new TermAutomaton(glossaries, organisation.automaton.tagger);
  }

  /** The uses in a message, and what linting it said of each. */
  read(document: Document, result: Result): TermUse[] {
    const audience = viewAudience(result.audience, this.organisation.config.audiences[result.audience]);
    const findings = result.findings.filter(({ rule, term }) => term !== undefined && termRules.has(rule));
    const flagged = new Set(findings.map(({ term }) => term));
    return document.blocks.flatMap((block) => {
      const analysed = { block, analysis: analyseBlock(block, this.automaton) };
      return analysed.analysis.matches.map((match): TermUse => {
        const term = this.originals.get(match.term) ?? match.term;
        const span = block.map.toSource(match.span);
        const decision = decide({ document, analysed, match, term, span, audience, findings, flagged });
        return { term, span, decision, ...(block.place === undefined ? {} : { place: block.place }) };
      });
    });
  }

  private approve(term: Term): Term {
    const copy: Term = { ...term, status: 'approved' };
    this.originals.set(copy, term);
    return copy;
  }
}

/** Terms of the glossaries whose entry holds: on a clash that of the later glossary. */
export function listEffectiveTerms(organisation: Organisation): ReadonlySet<Term> {
  return new Set(chooseTerms(organisation.glossaries));
}

interface Use {
  readonly document: Document;
  readonly analysed: AnalysedBlock;
  readonly match: TermMatch;
  readonly term: Term;
  readonly span: Span;
  readonly audience: AudienceView;
  /** By start. */
  readonly findings: readonly Finding[];
  /** Names of all terms with a finding in the message. */
  readonly flagged: ReadonlySet<string | undefined>;
}

function decide({ document, analysed, match, term, span, audience, findings, flagged }: Use): Decision {
  const { block, analysis } = analysed;
  if (term.status === 'proposed' || term.status === 'retired') return 'not-approved';
  if (findOverlapping(findings, span, (finding) => finding)?.term === term.term) return 'flagged';
  if (audience.knows(term.term, term.domain, term.knownTo)) return 'known';
  if (block.quoted || isQuoted(analysis, match.span)) return 'quoted';
  if (isIgnored(document, span)) return 'ignored';
  if (isInName(block.text, analysis, match)) return 'name';
  if (term.policy !== 'expand' && term.policy !== 'explain') return 'allowed';
  return flagged.has(term.term) ? 'repeated' : 'explained';
}

function isIgnored({ ignores }: Document, { start }: Span): boolean {
  return ignores.some(({ rules, reason, covers }) => reason !== '' && rules.some((rule) => termRules.has(rule)) && covers.start <= start && start < covers.end);
}
