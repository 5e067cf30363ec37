import { defaultConfig } from '../config/config.js';
import { checkGlossary, type FailedExample, SpellingKeys } from '../glossary/check.js';
import type { Term } from '../glossary/glossary.js';
import { type ParsedGlossary, parseGlossary } from '../glossary/parse.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import type { Rule } from '../rules/define-rule.js';
import { loadTagger, type Tagger } from '../text/tagger.js';
import { applyEdits } from './apply-fixes.js';
import { DocumentBlocks } from './block-cache.js';
import { createEngine } from './engine.js';
import { assembleOrganisation, type Organisation } from './organisation.js';
import { termRules } from './term-use.js';

// Examples that were run and not changed since are not run again; this many entries bound the memory for them.
const mostKept = 20_000;
// Whole glossaries; an editor has few of an organisation’s own to check.
const mostRead = 4;

/**
 * Checks glossaries, with their examples run through the rules as a message would be. Each entry is tried by itself, so what
 * it did is kept until it changes: in the editor a keystroke pays for one entry.
 */
export class GlossaryChecker {
  private readonly engine;
  private readonly config;
  private readonly kept = new Map<string, readonly FailedExample[]>();
  private readonly read = new Map<string, { readonly text: string; readonly parsed: ParsedGlossary }>();
  private readonly spellings = new SpellingKeys();

  constructor(
    rules: readonly Rule[],
    private readonly readDocument: (path: string, source: string) => Document,
  ) {
    // The rules that read a glossary; the others would be asked in vain.
    const own = rules.filter(({ meta }) => termRules.has(meta.id));
    this.engine = createEngine(own);
    this.config = defaultConfig(own);
  }

  /** Reads a glossary as `parseGlossary` does, and remembers it: an organisation that reads by this spares the check the same work. */
  parse(path: string, text: string): ParsedGlossary {
    const known = this.read.get(path);
    if (known?.text === text) return known.parsed;
    const parsed = parseGlossary(path, text);
    if (this.read.size >= mostRead) this.read.clear();
    this.read.set(path, { text, parsed });
    return parsed;
  }

  /** Problems of the glossary at `path`, which the organisation may name or not. */
  async check(path: string, text: string, organisation: Organisation, today: string): Promise<readonly Problem[]> {
    const tagger = await loadTagger();
    return checkGlossary({
      parsed: this.parse(path, text),
      spellings: this.spellings,
      others: organisation.glossaries.filter((glossary) => glossary.path !== path),
      audiences: organisation.folder === undefined ? undefined : Object.keys(organisation.config.audiences),
      today,
      tryExamples: (term) => this.tryExamples(term, tagger, today),
    });
  }

  private tryExamples(term: Term, tagger: Tagger, today: string): readonly FailedExample[] {
    if (term.examples === undefined || term.status === 'retired') return [];
    const { source: _, glossary: __, ...entry } = term;
    const key = JSON.stringify(entry);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const failed = [...this.runExamples(term, tagger, today)];
    if (this.kept.size >= mostKept) this.kept.clear();
    this.kept.set(key, failed);
    return failed;
  }

  private *runExamples(term: Term, tagger: Tagger, today: string): Generator<FailedExample> {
    // A proposed entry has examples so that they can be tried before it flags anything.
    const tried: Term = { ...term, status: 'approved', knownTo: [] };
    const organisation = assembleOrganisation(
      { folder: undefined, config: this.config, glossaries: [{ name: term.glossary, terms: [tried] }], goals: undefined, problems: [], files: new Set() },
      tagger,
    );
    const find = (text: string): readonly Finding[] =>
      this.engine
        .lint({ document: this.readDocument('/example.md', text), organisation, today, blocks: new DocumentBlocks() })
        .findings.filter((finding) => finding.term === term.term);
    const { flags = [], allows = [], becomes = {} } = term.examples ?? {};
    for (const [index, text] of flags.entries()) {
      if (find(text).length === 0) yield { kind: 'flags', key: index, message: `“${term.term}” is not flagged in “${text}”. Mend the entry, or the example.` };
    }
    for (const [index, text] of allows.entries()) {
      const [found] = find(text);
      if (found !== undefined)
        yield { kind: 'allows', key: index, message: `“${found.text}” is flagged in “${text}”. Add an exception or a part of speech, or mend the example.` };
    }
    for (const [text, wanted] of Object.entries(becomes)) {
      const left = applyEdits(
        text,
        find(text).flatMap(({ suggestions }) => suggestions[0]?.edits ?? []),
      );
      if (left !== wanted)
        yield {
          kind: 'becomes',
          key: text,
          message: left === text ? `Nothing is replaced in “${text}”, which is to become “${wanted}”.` : `“${text}” becomes “${left}”, not “${wanted}”.`,
        };
    }
  }
}
