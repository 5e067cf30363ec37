import { appendFile } from 'node:fs/promises';
import { createColors, isColorSupported } from 'picocolors';
import type { FailLevel } from '../fail-on.js';
import type { Report } from '../report.js';
import { describeSystemError } from '../system-error.js';
import { UsageError } from '../usage-error.js';
import { writeWhole } from '../write-whole.js';
import { formatGithub } from './github.js';
import { formatGitlab } from './gitlab.js';
import { formatHtml } from './html.js';
import { formatJson } from './json.js';
import { formatJunit } from './junit.js';
import { formatMarkdown } from './markdown.js';
import { formatPretty, type PrettyOptions } from './pretty.js';
import { formatRdjson } from './rdjson.js';
import { formatSarif } from './sarif.js';

/** What a format may want to know beside the report. */
interface FormatOptions extends PrettyOptions {
  readonly version: string;
  readonly failOn: FailLevel;
}

const reporters = {
  pretty: formatPretty,
  json: (report, { version }) => formatJson(report, version),
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
  gitlab: formatGitlab,
  rdjson: formatRdjson,
  markdown: (report) => formatMarkdown(report),
  html: formatHtml,
} satisfies Record<string, (report: Report, options: FormatOptions) => string>;

export type Format = keyof typeof reporters;
export const formats = Object.keys(reporters).filter((name): name is Format => Object.hasOwn(reporters, name));

/** A format and the file it goes to; without one it is printed. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** Reads what `--format` was given, each `json` or `json=report.json`. Throws a UsageError for anything else. */
export function parseOutputs(values: readonly string[]): readonly Output[] {
  if (values.length === 0) return [{ format: 'pretty' }];
  const outputs = values.map(parseOutput);
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError('Only one format can be printed. Send the others to files, as in --format json=report.json.');
  return outputs;
}

function parseOutput(value: string): Output {
  const [name, ...rest] = value.split('=');
  const format = formats.find((candidate) => candidate === name);
  if (format === undefined) throw new UsageError(`There is no format “${name}”. Use one of: ${formats.join(', ')}.`);
  if (rest.length === 0) return { format };
  const file = rest.join('=');
  if (file === '') throw new UsageError(`Say which file the format goes to, as in --format ${format}=FILE.`);
  return { format, file };
}

/** What to write, beside the report itself. */
export interface WriteOptions {
  readonly version: string;
  readonly quiet: boolean;
  readonly checkup: boolean;
  readonly failOn: FailLevel;
  /** How long the run took: set where figures are asked for. */
  readonly seconds?: number;
  /** Where what has no file is printed. */
  readonly stream: NodeJS.WriteStream;
  /** A file that GitHub shows as the summary of the job: written when annotations are. */
  readonly jobSummary?: string | undefined;
}

/** Writes a report in every format asked for. Throws a UsageError where a file cannot be written. */
export async function writeReport(report: Report, outputs: readonly Output[], { stream, jobSummary, ...shown }: WriteOptions): Promise<void> {
  for (const { format, file } of outputs) {
    if (file !== undefined) {
      await writeWhole(file, [reporters[format](report, { ...shown, colors: createColors(false), width: undefined })]);
      continue;
    }
    const colors = createColors(isColorSupported && stream.isTTY !== false);
    await print(stream, reporters[format](report, { ...shown, colors, width: stream.isTTY ? stream.columns : undefined }));
    if (format === 'github' && jobSummary !== undefined && jobSummary !== '') await appendSummary(jobSummary, report);
  }
}

// GitHub takes a mebibyte of UTF-8; a UTF-16 code unit is at most three bytes.
const summaryLength = Math.floor((1 << 20) / 3);

async function appendSummary(file: string, report: Report): Promise<void> {
  try {
    await appendFile(file, formatMarkdown(report, { maxLength: summaryLength }));
  } catch (error) {
    throw new UsageError(`The job summary “${file}” cannot be written: ${describeSystemError(error)}.`);
  }
}

/** Waits for the stream: ending the process before would cut off what a pipe has not taken yet. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
