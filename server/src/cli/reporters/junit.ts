import { type FailLevel, fails } from '../fail-on.js';
import type { Report } from '../report.js';
import { describePlace, type Entry, type EntryGroup, groupEntries } from './entries.js';

/**
 * The report as JUnit XML, as Jenkins and GitLab take it: a suite for each file, a test for each finding. What fails the run
 * is a failure; the rest is a test that passes and says what it found.
 */
export function formatJunit(report: Report, { failOn }: { readonly failOn: FailLevel }): string {
  const suites = groupEntries(report).map((group) => formatSuite(group, failOn));
  const sum = (count: (suite: Suite) => number): number => suites.reduce((total, suite) => total + count(suite), 0);
  const attributes = `name="liaison" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="0" time="0"`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${attributes}>`, ...suites.flatMap(({ lines }) => lines), '</testsuites>', ''].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

function formatSuite({ path, entries }: EntryGroup, failOn: FailLevel): Suite {
  const tests = Math.max(1, entries.length);
  const failures = entries.filter(({ severity }) => fails(severity, failOn)).length;
  const cases =
    entries.length === 0
      ? [`    <testcase name="nothing to mend" classname="${escapeXml(path)}" time="0"/>`]
      : entries.flatMap((entry) => formatCase(entry, failOn));
  const attributes = `name="${escapeXml(path)}" tests="${tests}" failures="${failures}" errors="0" skipped="0" time="0"`;
  return { tests, failures, lines: [`  <testsuite ${attributes}>`, ...cases, '  </testsuite>'] };
}

function formatCase(entry: Entry, failOn: FailLevel): string[] {
  const { path, rule, severity, message, text } = entry;
  const place = describePlace(entry);
  const name = place === '' ? rule : `${rule} at ${place}`;
  const where = entry.range === undefined ? `${path}${place === '' ? '' : `, ${place}`}` : `${path}:${place}`;
  const details = [`${where}: ${severity}: ${message}`, ...(text === '' ? [] : [cut(text)])].map(escapeXml).join('\n');
  return [
    `    <testcase name="${escapeXml(name)}" classname="${escapeXml(path)}" time="0">`,
    fails(severity, failOn)
      ? `      <failure type="${escapeXml(severity)}" message="${escapeXml(message)}">${details}</failure>`
      : `      <system-out>${details}</system-out>`,
    '    </testcase>',
  ];
}

const shownLength = 300;

/** A finding may be as long as its file. */
function cut(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** For text and attributes alike. What XML cannot hold, such as a terminal's escapes and halves of characters, becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character);
}
