import { joinReports, type Report, type ReportedFile, reportFile, reportUnreadable } from '../../server/src/cli/report.js';
import type { Finding, Problem, Result, Suggestion } from '../../server/src/index.js';

/** A finding on the first place where `source` has `text`, as a rule would yield it. */
export function findingIn(source: string, text: string, fields: Partial<Finding> = {}): Finding {
  const start = source.indexOf(text);
  return {
    rule: 'jargon',
    severity: 'warning',
    message: `“${text}” may lose readers: try another word.`,
    text,
    start,
    end: start + text.length,
    suggestions: [],
    fingerprint: `${start.toString(16).padStart(8, '0')}-${text.length}`,
    ...fields,
  };
}

/** A suggestion that replaces one text by another. */
export function replaceIn(source: string, text: string, replacement: string): Suggestion {
  const start = source.indexOf(text);
  return { title: `Use “${replacement}”`, safety: 'safe', edits: [{ start, end: start + text.length, text: replacement }] };
}

/** The report of a file of these findings. */
export function fileOf(path: string, source: string, findings: readonly Finding[], fields: Partial<Result> = {}): ReportedFile {
  return reportFile(path, source, {
    kind: 'page',
    audience: 'everyone',
    goals: [],
    metrics: { words: 40, sentences: 3, readingAge: 14, gradeLevel: 9, readingEase: 60, jargonPer100: 2.5 },
    checkup: [],
    findings,
    problems: [],
    suppressed: 0,
    ...fields,
  });
}

/** A text of several bytes to a character, and what it has in it. */
export const source = '# Näws 👍\n\nWe utilise “it”,\nand we leverage it.\n';

/** What a platform would obey if it got it raw: of a terminal, of XML, of Markdown, of HTML, of GitHub. */
export const hostile = '\u001b[31m]]>|<script>alert(1)</script>\n::error::@all `x` #1 %0A ##[error]\ud800&amp;';

export const configProblem: Problem = {
  path: 'liaison.yml',
  start: { line: 2, column: 3 },
  severity: 'warning',
  code: 'unknown-key',
  message: 'There is no key “rool”. Did you mean “rule”?',
};

/** One of each: lines, an edit, a place without lines, a file that cannot be read, a clean file, problems, hostile text. */
export function sampleReport(): Report {
  return joinReports(
    [
      fileOf('plain/with space.md', source, [
        findingIn(source, 'utilise', { suggestions: [replaceIn(source, 'utilise', 'use')] }),
        findingIn(source, 'it”,\nand', { rule: 'long-sentence', severity: 'info' }),
      ]),
      fileOf('kick-off.pptx', source, [
        findingIn(source, 'leverage', { severity: 'error', place: 'slide 3, title', suggestions: [replaceIn(source, 'leverage', 'use')] }),
      ]),
      fileOf('hostile.md', hostile, [findingIn(hostile, hostile, { message: hostile })]),
      fileOf('clean.md', source, [], { suppressed: 1 }),
      reportUnreadable('old.doc', { reason: 'it is not text' }, 'f00d'),
    ],
    [configProblem, { ...configProblem, path: 'plain/with space.md', severity: 'error', code: 'unknown-kind', message: '“stauts” is no kind of message.' }],
  );
}
