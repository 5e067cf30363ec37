import { LineIndex, type Problem, readMessage } from '../index.js';
import { exitCodeOf, failLevels } from './fail-on.js';
import { readFileBytes, toLocation } from './messages.js';
import { sortProblems } from './problems.js';
import { choose, readCount } from './read-options.js';
import { type ReadReport, readReport } from './read-report.js';
import { addSource, type ReportedFile, type Summary, sortFiles } from './report.js';
import { parseOutputs, writeReport } from './reporters/index.js';
import { UsageError } from './usage-error.js';

/** The options of `liaison merge`, as the argument parser gives them. */
export interface MergeOptions {
  readonly format: readonly string[];
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly checkup?: boolean;
}

/**
 * Joins JSON reports of parts of a folder into the report that one run over all of it would have written. Lines around
 * findings are taken from the messages where they are at hand and unchanged. Returns the exit code, as `liaison lint` does.
 */
export async function merge(paths: readonly string[], options: MergeOptions, version: string): Promise<number> {
  const outputs = parseOutputs(options.format);
  const failOn = choose('--fail-on', options.failOn, failLevels);
  const maxWarnings = options.maxWarnings === undefined ? Number.POSITIVE_INFINITY : readCount('--max-warnings', options.maxWarnings);
  const reports = new Map(paths.map((path) => [path, readReport(path, version)]));
  const files = joinFiles(reports);
  const report = {
    files: outputs.every(({ format }) => format === 'json') ? files : await Promise.all(files.map(readSource)),
    problems: joinProblems([...reports.values()]),
    summary: addSummaries([...reports.values()].map(({ summary }) => summary)),
  };
  await writeReport(report, outputs, {
    version,
    quiet: false,
    checkup: options.checkup === true,
    failOn,
    jobSummary: process.env['GITHUB_STEP_SUMMARY'],
    stream: process.stdout,
  });
  return exitCodeOf(report, { failOn, maxWarnings });
}

function joinFiles(reports: ReadonlyMap<string, ReadReport>): readonly ReportedFile[] {
  const owners = new Map<string, string>();
  for (const [name, { files }] of reports) {
    for (const { path } of files) {
      const owner = owners.get(path);
      if (owner !== undefined) throw new UsageError(`“${path}” is in both “${owner}” and “${name}”. Each message belongs in one report.`);
      owners.set(path, name);
    }
  }
  return sortFiles([...reports.values()].flatMap(({ files }) => files));
}

/** Each shard tells what is wrong in the files that all share. */
function joinProblems(reports: readonly ReadReport[]): readonly Problem[] {
  const known = new Set<string>();
  const joined: Problem[] = [];
  for (const { problems } of reports) {
    const keys = problems.map((problem) => JSON.stringify(problem));
    joined.push(...problems.filter((_, index) => !known.has(keys[index] ?? '')));
    for (const key of keys) known.add(key);
  }
  return sortProblems(joined);
}

function addSummaries(summaries: readonly Summary[]): Summary {
  const sum = (count: (summary: Summary) => number): number => summaries.reduce((total, summary) => total + count(summary), 0);
  return {
    files: sum(({ files }) => files),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    infos: sum(({ infos }) => infos),
    fixable: sum(({ fixable }) => fixable),
    suppressed: sum(({ suppressed }) => suppressed),
  };
}

/** Adds what the message itself can tell; a message that is gone, or has changed since, tells nothing. */
async function readSource(file: ReportedFile): Promise<ReportedFile> {
  const location = toLocation(file.path);
  if (file.findings.some(({ rule }) => rule === 'unreadable-file')) return file;
  const bytes = readFileBytes(location);
  // What cannot be read is treated as gone: the report is whole without it.
  const document = 'reason' in bytes ? bytes : await readMessage(location, bytes);
  return 'source' in document && isSame(file, document.source) ? addSource(file, document.source) : file;
}

function isSame({ findings, checkup }: ReportedFile, source: string): boolean {
  const lines = new LineIndex(source);
  return (
    checkup.every(({ evidence }) => evidence === undefined || evidence.end <= source.length) &&
    findings.every(({ start, end, text }) => {
      const { line, column } = lines.at(start.offset);
      return line === start.line && column === start.column && source.slice(start.offset, end.offset) === text;
    })
  );
}
