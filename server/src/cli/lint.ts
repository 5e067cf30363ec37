import { nodeFiles, readBytes } from '../host/node-files.js';
import {
  type BinaryFormat,
  chooseSafeEdits,
  createEngine,
  type Document,
  encodeText,
  findSimilar,
  fixAll,
  hashText,
  type MessageKind,
  messageKinds,
  type Organisation,
  Organisations,
  openMessage,
  type PlacedKind,
  type Problem,
  readDocument,
  readMessage,
  rules,
  type Severity,
  severities,
  type Unreadable,
} from '../index.js';
import { type FailLevel, failLevels, hasBrokenConfig, isFailure } from './fail-on.js';
import { readFileBytes, readStdin, toLocation, toReported } from './messages.js';
import { nameCopy } from './name-copy.js';
import { sortProblems } from './problems.js';
import { Progress } from './progress.js';
import { choose, readCount } from './read-options.js';
import { joinReports, type Report, type ReportedFile, reportFile, reportUnreadable } from './report.js';
import { type Output, parseOutputs, writeReport } from './reporters/index.js';
import { listTargets, readShard, type Target } from './targets.js';
import { UsageError } from './usage-error.js';
import { loadWordFrequency, loadWordVectors } from './word-lists.js';
import { writeWhole } from './write-whole.js';

/** The options of `liaison lint`, as the argument parser gives them. */
export interface LintOptions {
  readonly format: readonly string[];
  readonly fix?: boolean;
  readonly inPlace?: boolean;
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  readonly checkup?: boolean;
  readonly stats?: boolean;
  readonly config?: string;
  readonly audience?: string;
  readonly kind?: string;
  readonly rule: readonly string[];
  readonly fileList?: string;
  readonly changed?: string | true;
  readonly shard?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

// Few files need a second round; this many bound those that would go on for ever.
const mostRounds = 10;

/** Lints files and writes the report. Returns the exit code: 0, or 1 with findings at or over `--fail-on`, or 2 when the config cannot be read. */
export async function lint(paths: readonly string[], options: LintOptions, version: string): Promise<number> {
  const started = performance.now();
  const run = readOptions(options);
  if (options.stdin && paths.length > 0) throw new UsageError('Give either files or --stdin, not both.');
  const linter = new Linter(run);
  const files = options.stdin
    ? [await linter.lintStdin(options.stdinFilename ?? 'stdin.md')]
    : await lintTargets(linter, {
        paths,
        fileList: options.fileList,
        changedSince: options.changed === true ? 'HEAD' : options.changed,
        shard: options.shard === undefined ? undefined : readShard(options.shard),
      });
  const full = joinReports(
    files.filter((file) => file !== undefined),
    await linter.listProblems(),
  );
  const report = run.quiet ? keepErrors(full) : full;
  await writeReport(report, run.outputs, {
    version,
    quiet: run.quiet,
    checkup: options.checkup === true,
    failOn: run.failOn,
    jobSummary: process.env['GITHUB_STEP_SUMMARY'],
    ...(options.stats === true ? { seconds: (performance.now() - started) / 1000 } : {}),
    stream: options.stdin && options.fix ? process.stderr : process.stdout,
  });
  if (hasBrokenConfig(report)) return 2;
  for (const failure of linter.failures) console.error(`liaison: ${failure}`);
  if (linter.failures.length > 0) return 2;
  return isFailure(full, run) ? 1 : 0;
}

/** The options once checked. */
interface Run {
  readonly outputs: readonly Output[];
  readonly fix: boolean;
  readonly inPlace: boolean;
  readonly failOn: FailLevel;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly config: string | undefined;
  readonly audience: string | undefined;
  readonly kind: MessageKind | undefined;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

function readOptions(options: LintOptions): Run {
  return {
    outputs: parseOutputs(options.format),
    fix: options.fix === true,
    inPlace: options.inPlace === true,
    failOn: choose('--fail-on', options.failOn, failLevels),
    maxWarnings: options.maxWarnings === undefined ? Number.POSITIVE_INFINITY : readCount('--max-warnings', options.maxWarnings),
    quiet: options.quiet === true,
    config: options.config === undefined ? undefined : toLocation(options.config),
    audience: options.audience,
    kind: options.kind === undefined ? undefined : choose('--kind', options.kind, messageKinds),
    severities: new Map(options.rule.map(readRule)),
  };
}

function readRule(value: string): [string, Severity | 'off'] {
  const [id = '', severity = ''] = value.split('=');
  const ids = rules.map((rule) => rule.meta.id);
  if (!ids.includes(id)) {
    const similar = findSimilar(id, ids);
    throw new UsageError(`There is no rule “${id}”.${similar === undefined ? ' liaison explain lists them.' : ` Did you mean “${similar}”?`}`);
  }
  return [id, choose(`--rule ${id}=`, severity, [...severities, 'off'] as const)];
}

async function lintTargets(linter: Linter, target: Target): Promise<(ReportedFile | undefined)[]> {
  const progress = new Progress(process.stderr);
  const files: (ReportedFile | undefined)[] = [];
  for await (const location of listTargets(target)) {
    progress.update(toReported(location));
    files.push(await linter.lintFile(location));
  }
  progress.clear();
  return files;
}

class Linter {
  private readonly engine = createEngine(rules, { frequency: loadWordFrequency(), vectors: loadWordVectors });
  private readonly organisations = new Organisations((location) => nodeFiles.readText(location), rules);
  /** Rules that failed: a mistake of ours, told at the end. */
  readonly failures: string[] = [];
  private readonly used = new Set<Organisation>();
  private readonly messageProblems: Problem[] = [];
  private readonly today = new Date().toISOString().slice(0, 10);

  constructor(private readonly run: Run) {}

  /** `undefined` for a file that the organisation leaves out. */
  async lintFile(location: string): Promise<ReportedFile | undefined> {
    const organisation = await this.organisationOf(location);
    if (organisation.isIgnored(location)) return undefined;
    const bytes = readFileBytes(location);
    if ('reason' in bytes) return this.unreadable(location, bytes);
    const fixed = this.run.fix ? await this.fixBytes(location, bytes, organisation) : undefined;
    if (fixed === undefined) return this.lintBytes(location, bytes, organisation);
    const target = this.run.inPlace || !isMendedAsCopy(location, bytes) ? location : nameCopy(location);
    await writeWhole(target, [fixed]);
    if (target !== location) console.error(`liaison: ${toReported(location)} is as it was; the mended copy is ${toReported(target)}.`);
    return this.lintBytes(target, fixed, organisation);
  }

  /** With `--fix`, the mended message is printed, or the message as it came where nothing could be mended. */
  async lintStdin(filename: string): Promise<ReportedFile | undefined> {
    const location = toLocation(filename);
    const organisation = await this.organisationOf(location);
    const bytes = await readStdin();
    const isIgnored = organisation.isIgnored(location);
    const fixed = this.run.fix && !isIgnored ? await this.fixBytes(location, bytes, organisation) : undefined;
    if (this.run.fix) process.stdout.write(fixed ?? bytes);
    return isIgnored ? undefined : this.lintBytes(location, fixed ?? bytes, organisation);
  }

  /** What is wrong in the organisations' own files, and in what the messages say of themselves. */
  async listProblems(): Promise<Problem[]> {
    const problems = new Map<string, Problem>();
    for (const organisation of this.used) {
      for (const problem of organisation.problems) {
        const path = toReported(problem.path);
        problems.set(`${path}:${problem.start.line}:${problem.start.column}:${problem.message}`, { ...problem, path });
      }
    }
    return sortProblems([...problems.values(), ...this.messageProblems]);
  }

  private async organisationOf(location: string): Promise<Organisation> {
    const { config, audience } = this.run;
    if (config !== undefined && readBytes(config) === undefined) throw new UsageError(`There is no config file “${toReported(config)}”.`);
    const organisation = await (config === undefined ? this.organisations.forMessage(location) : this.organisations.load(config));
    this.used.add(organisation);
    const names = Object.keys(organisation.config.audiences);
    if (audience !== undefined && !names.includes(audience)) {
      const similar = findSimilar(audience, names);
      throw new UsageError(`There is no audience “${audience}”.${similar === undefined ? ` Known: ${names.join(', ')}.` : ` Did you mean “${similar}”?`}`);
    }
    return organisation;
  }

  private async lintBytes(location: string, bytes: Uint8Array, organisation: Organisation): Promise<ReportedFile> {
    const document = await readMessage(location, bytes, undefined, this.placedKind(location, organisation));
    if ('reason' in document) return this.unreadable(location, document);
    const path = toReported(location);
    const result = this.runEngine(document, organisation);
    this.messageProblems.push(...result.problems.map((problem) => ({ ...problem, path })));
    return reportFile(path, document.source, result);
  }

  /** The file with all safe fixes, written down as it was; `undefined` when nothing changes. */
  private async fixBytes(location: string, bytes: Uint8Array, organisation: Organisation): Promise<Uint8Array | undefined> {
    const opened = openMessage(location, bytes);
    if ('reason' in opened) return undefined;
    if (opened.holds === 'bytes') return this.fixBinary(opened.format, location, bytes, organisation);
    const placed = this.placedKind(location, organisation);
    const { text } = fixAll(opened.text, (version) => this.runEngine(readDocument(location, version, undefined, placed), organisation).findings);
    return text === opened.text ? undefined : encodeText({ ...opened, text });
  }

  /** Round by round, as a mended word may be part of the next finding. */
  private async fixBinary(format: BinaryFormat, location: string, bytes: Uint8Array, organisation: Organisation): Promise<Uint8Array | undefined> {
    let fixed: Uint8Array | undefined;
    for (let round = 0; round < mostRounds; round++) {
      const before = fixed ?? bytes;
      const document = await format.read(location, before);
      const edits = 'reason' in document ? [] : chooseSafeEdits(this.runEngine(document, organisation).findings);
      if ('reason' in document || edits.length === 0) break;
      const after = format.write(before, document, edits);
      if ('reason' in after) {
        console.error(`liaison: ${toReported(location)} is left as it is: ${after.reason}.`);
        break;
      }
      if (Buffer.compare(after, before) === 0) break;
      fixed = after;
    }
    return fixed;
  }

  private placedKind(location: string, organisation: Organisation): PlacedKind {
    return { override: this.run.kind, folder: organisation.defaultsFor(location)?.kind };
  }

  private runEngine(document: Document, organisation: Organisation) {
    const { audience, kind, severities: ruleSeverities } = this.run;
    return this.engine.lint({
      document,
      organisation,
      today: this.today,
      overrides: { audience, kind, severities: ruleSeverities },
      onRuleFailure: (rule, error) => {
        this.failures.push(
          `The rule “${rule}” failed on ${toReported(document.path)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      },
    });
  }

  private unreadable(location: string, unreadable: Unreadable): ReportedFile {
    const path = toReported(location);
    return reportUnreadable(path, unreadable, hashText(`${path}\nunreadable-file`));
  }
}

function isMendedAsCopy(location: string, bytes: Uint8Array): boolean {
  const opened = openMessage(location, bytes);
  return !('reason' in opened) && opened.holds === 'bytes' && opened.format.isMendedAsCopy === true;
}

function keepErrors(report: Report): Report {
  const files = report.files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') }));
  return joinReports(
    files,
    report.problems.filter(({ severity }) => severity === 'error'),
  );
}
