import type { createColors } from 'picocolors';
import { formatProblems, showControls } from '../problems.js';
import type { Report, ReportedFile, ReportedFinding } from '../report.js';
import { describePart } from './part-detail.js';
import { formatStatistics } from './statistics.js';
import { countOf, describeCounts, describeProblems, describeSuppressed, splitProblems } from './summary.js';

export type Colors = ReturnType<typeof createColors>;

export interface PrettyOptions {
  readonly colors: Colors;
  /** Columns to wrap at; `undefined` where the output is not a terminal. */
  readonly width: number | undefined;
  /** Leaves out what concerns neither findings nor problems. */
  readonly quiet: boolean;
  /** Lists what each message has and lacks. */
  readonly checkup: boolean;
  /** How long the run took: set where figures are asked for. */
  readonly seconds?: number | undefined;
}

const paint = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** The report for people: a heading per file, each finding with the line it stands on, and a summary. */
export function formatPretty(report: Report, options: PrettyOptions): string {
  const lines: string[] = [];
  for (const file of report.files) {
    const checkup = options.checkup ? formatCheckup(file, options) : [];
    if (file.findings.length > 0 || checkup.length > 0) lines.push(...formatFile(file, options), ...checkup, '');
  }
  const { own, ofMessages } = splitProblems(report);
  if (ofMessages.length > 0) lines.push(options.colors.underline('What messages say of themselves'), ...formatProblems(ofMessages, options.colors), '');
  if (own.length > 0) lines.push(options.colors.underline('Your own files'), ...formatProblems(own, options.colors), '');
  lines.push(formatSummary(report, options));
  if (options.seconds !== undefined) lines.push('', ...formatStatistics(report, options.seconds));
  return `${lines.join('\n')}\n`;
}

function formatFile(file: ReportedFile, options: PrettyOptions): string[] {
  const { colors } = options;
  const { metrics } = file;
  // The score of a few words says nothing.
  const age = metrics.words < 30 ? '' : ` · reading age ${metrics.readingAge}`;
  const about = metrics.words === 0 ? '' : `  ${file.kind} for ${showControls(file.audience)} · ${metrics.words} words${age}`;
  const width = Math.max(0, ...file.findings.map((finding) => positionOf(finding).length));
  return [`${colors.underline(showControls(file.path))}${colors.dim(about)}`, ...file.findings.flatMap((finding) => formatFinding(finding, width, options))];
}

/** Every part and target: met, with the words that show it, or missing, with the line that would mend it. Pages have none to fill. */
function formatCheckup({ checkup, kind, slides }: ReportedFile, { colors, width: columns }: PrettyOptions): string[] {
  if (checkup.length === 0 || kind === 'page') return [];
  const met = checkup.filter((part) => part.met).length;
  const width = Math.max(...checkup.map(({ title }) => title.length));
  const rows = checkup.map((part) => {
    const title = part.title.padEnd(width);
    const room = columns === undefined ? undefined : Math.max(20, columns - width - 10);
    const detail = showControls(describePart(part));
    const shown = room !== undefined && detail.length > room ? `${detail.slice(0, room - 1)}…` : detail;
    return `    ${part.met ? colors.green('✓') : colors.red('✗')} ${title}  ${colors.dim(shown)}`.trimEnd();
  });
  return [`  ${colors.bold('Check-up')}${colors.dim(`: ${met} of ${checkup.length} met`)}`, ...rows, ...formatSlides(slides, colors)];
}

/** Words and reading age of each slide: the score of a few words says nothing. */
function formatSlides(slides: ReportedFile['slides'] = [], colors: Colors): string[] {
  if (slides.length === 0) return [];
  const numbers = String(slides.at(-1)?.number ?? 0).length;
  const words = Math.max(...slides.map((slide) => String(slide.words).length));
  const rows = slides.map(({ number, title, words: count, readingAge }) => {
    const age = count < 30 ? '' : `, reading age ${readingAge}`;
    return `    ${String(number).padStart(numbers)}  ${title ?? '(no title)'}  ${colors.dim(`${String(count).padStart(words)} words${age}`)}`;
  });
  return [`  ${colors.bold('Slides')}`, ...rows];
}

function formatFinding(finding: ReportedFinding, width: number, { colors, width: columns }: PrettyOptions): string[] {
  const { severity, message, rule, frame } = finding;
  const position = positionOf(finding).padStart(width);
  const indent = width + 4 + 'warning'.length + 2;
  const wrapped = wrap(showControls(message), columns === undefined ? undefined : columns - indent - rule.length - 2);
  const lines = wrapped.map((line, index) =>
    index === 0
      ? `  ${colors.dim(position)}  ${colors[paint[severity]](severity.padEnd(7))}  ${line}${wrapped.length === 1 ? `  ${colors.dim(rule)}` : ''}`
      : `${' '.repeat(indent)}${line}${index === wrapped.length - 1 ? `  ${colors.dim(rule)}` : ''}`,
  );
  if (frame.line === '') return lines;
  const shown = showControls(frame.line).slice(0, columns === undefined ? undefined : Math.max(20, columns - indent));
  if (frame.from >= shown.length) return lines;
  const marked = `${colors.dim(shown.slice(0, frame.from))}${colors[paint[severity]](shown.slice(frame.from, frame.to))}${colors.dim(shown.slice(frame.to))}`;
  lines.push(`${' '.repeat(indent)}${marked}`);
  // Without colours the place is marked below.
  if (!colors.isColorSupported) lines.push(`${' '.repeat(indent + frame.from)}${'^'.repeat(Math.min(frame.to, shown.length) - frame.from)}`);
  return lines;
}

function formatSummary(report: Report, { colors }: PrettyOptions): string {
  const { summary, problems, files } = report;
  const total = summary.errors + summary.warnings + summary.infos;
  const read = countOf(summary.files, 'file');
  const suppressed = describeSuppressed(summary);
  const join = (sentences: readonly string[]): string => sentences.filter((sentence) => sentence !== '').join(' ');
  if (total === 0 && problems.length === 0)
    return join([`${colors.green('✓')} ${summary.files === 0 ? 'No messages here' : `${read} read, nothing to mend`}.`, suppressed]);
  const withFindings = files.filter((file) => file.findings.length > 0).length;
  const where = `${countOf(total, 'finding')} in ${withFindings} of ${read}`;
  const fixable = summary.fixable > 0 ? `${summary.fixable} can be mended with --fix.` : '';
  const hasErrors = summary.errors > 0 || problems.some(({ severity }) => severity === 'error');
  const mark = hasErrors ? colors.red('✖') : colors.yellow('!');
  return join([`${mark} ${where}: ${describeCounts(summary)}.`, fixable, suppressed, ...describeProblems(report)]);
}

function positionOf({ start, place }: ReportedFinding): string {
  return place ?? `${start.line}:${start.column}`;
}

function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined || text.length <= width || width < 30) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
