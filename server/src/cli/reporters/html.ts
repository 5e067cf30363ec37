import type { Severity } from '../../index.js';
import type { Report, ReportedFile, ReportedFinding, ReportedPart } from '../report.js';
import { describePlace, type Entry, type EntryGroup, groupEntries } from './entries.js';
import { htmlStyle } from './html-style.js';
import { describePart } from './part-detail.js';
import { countOf, describeProblems, describeSuppressed } from './summary.js';

/** What a page may want to know beside the report. */
export interface HtmlOptions {
  readonly version: string;
  /** Lists what each message has and lacks. */
  readonly checkup: boolean;
}

const severityNames = { error: 'Error', warning: 'Warning', info: 'For information' } as const;
const severityPlurals = { error: 'Errors', warning: 'Warnings', info: 'For information' } as const;

/**
 * The report as one page that needs nothing beside it: no network, no script. It follows the reader's light or dark setting,
 * works with the keyboard alone and prints with everything open.
 */
export function formatHtml(report: Report, options: HtmlOptions): string {
  const groups = groupEntries(report);
  const shown = groups.filter(({ entries, file }) => entries.length > 0 || (options.checkup && hasCheckup(file)));
  const clean = groups.filter((group) => !shown.includes(group));
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { entries } of groups) for (const { severity } of entries) counts[severity]++;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Liaison: ${countOf(
    groups.reduce((sum, { entries }) => sum + entries.length, 0),
    'finding',
  )} in ${countOf(report.summary.files, 'file')}</title>
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>What readers would stumble over</h1>
<p>${escapeHtml(describe(report))}</p>
</header>
<main>
${shown.length === 0 ? '' : `${formatFilter(counts)}\n${formatOverview(shown)}\n<div id="findings">\n${shown.map((group, index) => formatGroup(group, index, options)).join('\n')}\n</div>\n`}${formatClean(clean)}</main>
<footer><p>Made by Liaison ${escapeHtml(options.version)}.</p></footer>
</body>
</html>
`;
}

function describe(report: Report): string {
  const { summary } = report;
  const total = summary.errors + summary.warnings + summary.infos;
  const isClean = total === 0 && report.problems.length === 0;
  const sentences = [
    isClean ? `${countOf(summary.files, 'file')} read, nothing to mend.` : `${countOf(summary.files, 'file')} read, ${countOf(total, 'finding')}.`,
    summary.fixable > 0 ? `${summary.fixable} can be mended with liaison lint --fix.` : '',
    describeSuppressed(summary),
    ...describeProblems(report),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function formatFilter(counts: Readonly<Record<Severity, number>>): string {
  const boxes = (['error', 'warning', 'info'] as const).map(
    (severity) =>
      `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked> ${severityPlurals[severity]} <b>${counts[severity]}</b></label>`,
  );
  return `<fieldset class="filter"><legend>Show</legend>${boxes.join('')}</fieldset>`;
}

function formatOverview(groups: readonly EntryGroup[]): string {
  const rows = groups.map(({ path, file, entries }, index) => {
    const count = (severity: Severity): string => {
      const number = entries.filter((entry) => entry.severity === severity).length;
      return `<td class="number${number === 0 ? ' none' : ` ${severity}`}">${number}</td>`;
    };
    // The score of a few words says nothing.
    const age = file === undefined || file.metrics.words < 30 ? '' : String(file.metrics.readingAge);
    const jargon = file === undefined || file.metrics.words < 30 ? '' : file.metrics.jargonPer100.toFixed(1);
    return `<tr><th scope="row"><a href="#file-${index}">${escapeHtml(path)}</a></th>${count('error')}${count('warning')}${count('info')}<td class="number">${age}</td><td class="number">${jargon}</td></tr>`;
  });
  const head = ['Errors', 'Warnings', 'Information', 'Reading age', 'Jargon per 100 words']
    .map((title) => `<th scope="col" class="number">${title}</th>`)
    .join('');
  return `<h2 id="files">Files</h2>\n<div class="scroll" tabindex="0" role="region" aria-labelledby="files"><table>\n<thead><tr><th scope="col">File</th>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
}

function formatGroup({ path, file, entries }: EntryGroup, index: number, { checkup }: HtmlOptions): string {
  const about =
    file === undefined || file.metrics.words === 0
      ? ''
      : ` <span class="about">${escapeHtml(`${file.kind} for ${file.audience}, ${countOf(file.metrics.words, 'word')}`)}</span>`;
  const frames = new Map(file?.findings.map((finding) => [finding.fingerprint, finding]));
  const list =
    entries.length === 0 ? '' : `<ul class="entries">\n${entries.map((entry) => formatEntry(entry, frames.get(entry.fingerprint))).join('\n')}\n</ul>\n`;
  return `<section id="file-${index}">\n<h2>${escapeHtml(path)}${about}</h2>\n${list}${checkup && file !== undefined && hasCheckup(file) ? formatCheckup(file) : ''}</section>`;
}

function formatEntry(entry: Entry, finding: ReportedFinding | undefined): string {
  const { severity, message, rule } = entry;
  const place = describePlace(entry);
  const shownPlace = place === '' ? '' : `<span class="place">${escapeHtml(entry.place === null ? `line ${place}` : place)}</span> `;
  const frame = finding === undefined || finding.frame.line === '' ? '' : `\n<p class="frame">${formatFrame(finding)}</p>`;
  const titles = finding === undefined ? [] : finding.suggestions.map(({ title }) => `<li>${escapeHtml(title)}</li>`);
  const suggestions = titles.length === 0 ? '' : `\n<ul class="suggestions" aria-label="Suggestions">${titles.join('')}</ul>`;
  return `<li class="entry ${severity}"><p><span class="severity">${severityNames[severity]}</span> ${shownPlace}<span class="message">${escapeHtml(message)}</span> <code class="rule">${escapeHtml(rule)}</code></p>${frame}${suggestions}</li>`;
}

function formatFrame({ frame }: ReportedFinding): string {
  const { line, from, to } = frame;
  return `${escapeHtml(line.slice(0, from))}<mark>${escapeHtml(line.slice(from, to))}</mark>${escapeHtml(line.slice(to))}`;
}

/** Pages have no parts to fill. */
function hasCheckup(file: ReportedFile | undefined): boolean {
  return file !== undefined && file.kind !== 'page' && file.checkup.length > 0;
}

function formatCheckup({ checkup }: ReportedFile): string {
  const met = checkup.filter((part) => part.met).length;
  return `<details open><summary>Check-up: ${met} of ${checkup.length} met</summary>\n<ul class="parts">\n${checkup.map(formatPart).join('\n')}\n</ul></details>\n`;
}

function formatPart(part: ReportedPart): string {
  const { met, title } = part;
  const detail = describePart(part);
  const words = detail === '' ? '' : ` <span class="about">${escapeHtml(detail)}</span>`;
  return `<li class="${met ? 'met' : 'missing'}"><b>${met ? 'Met' : 'Missing'}</b> ${escapeHtml(title)}${words}</li>`;
}

function formatClean(groups: readonly EntryGroup[]): string {
  if (groups.length === 0) return '';
  const paths = groups.map(({ path }) => `<li>${escapeHtml(path)}</li>`).join('');
  return `<details class="clean"><summary>${countOf(groups.length, 'file')} with nothing to mend</summary><ul>${paths}</ul></details>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and attributes alike. Characters that a page cannot hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Surrogate}/gu, '\ufffd').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
