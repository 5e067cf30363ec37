import { z } from 'zod';
import { readBytes } from '../host/node-files.js';
import { messageKinds, type PartName, type Problem, partTitles, severities } from '../index.js';
import type { ReportedFile, Summary } from './report.js';
import { describeSystemError } from './system-error.js';
import { UsageError } from './usage-error.js';

/** What a JSON report holds. */
export interface ReadReport {
  readonly files: readonly ReportedFile[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}

const count = z.int().min(0);
const position = z.object({ offset: count, line: count.min(1), column: count.min(1) });
const severity = z.enum(severities);
const span = { start: count, end: count };
const suggestion = z.object({
  title: z.string(),
  safety: z.enum(['safe', 'review']),
  edits: z.array(z.object({ ...span, text: z.string() })),
});
const finding = z.object({
  rule: z.string(),
  severity,
  message: z.string(),
  text: z.string(),
  start: position,
  end: position,
  place: z.string().nullable(),
  term: z.string().exactOptional(),
  glossary: z.string().exactOptional(),
  fingerprint: z.string(),
  url: z.string(),
  suggestions: z.array(suggestion),
});
const part = z.object({
  part: z.custom<PartName>((value) => typeof value === 'string' && Object.hasOwn(partTitles, value)),
  met: z.boolean(),
  evidence: z.object(span).exactOptional(),
  suggestions: z.array(suggestion).exactOptional(),
});
const reportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('liaison'), version: z.string() }),
  summary: z.object({ files: count, errors: count, warnings: count, infos: count, fixable: count, suppressed: count }),
  results: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(messageKinds),
      audience: z.string(),
      goals: z.array(z.string()),
      metrics: z.object({
        words: z.number(),
        sentences: z.number(),
        readingAge: z.number(),
        gradeLevel: z.number(),
        readingEase: z.number(),
        jargonPer100: z.number(),
      }),
      slides: z.array(z.object({ number: z.number(), title: z.string().nullable(), words: z.number(), readingAge: z.number() })).exactOptional(),
      checkup: z.array(part),
      findings: z.array(finding),
    }),
  ),
  problems: z.array(z.object({ path: z.string(), start: z.object({ line: count, column: count }), severity, code: z.string(), message: z.string() })),
});

/**
 * Reads what `liaison lint --format json` wrote. What only the sources can tell, such as frames, is empty. Throws a UsageError
 * for a file that is missing, damaged, or made by another program or version.
 */
export function readReport(path: string, version: string): ReadReport {
  const value = parse(path);
  const head = reportSchema.pick({ tool: true }).safeParse(value);
  if (!head.success) throw new UsageError(`“${path}” is no report of Liaison. Give files that “liaison lint --format json=FILE” wrote.`);
  const written = head.data.tool.version;
  if (written !== version) throw new UsageError(`“${path}” was written by Liaison ${written}, and this is ${version}. Use one version for all of them.`);
  const { data, error } = reportSchema.safeParse(value);
  if (data === undefined) throw new UsageError(`“${path}” is damaged${describeIssue(error)}. Write it anew with “liaison lint --format json=FILE”.`);
  return { files: data.results.map(toFile), problems: data.problems, summary: data.summary };
}

function parse(path: string): unknown {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readBytes(path);
  } catch (error) {
    throw new UsageError(`“${path}” cannot be read: ${describeSystemError(error)}.`);
  }
  if (bytes === undefined) throw new UsageError(`There is no report “${path}”.`);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new UsageError(`“${path}” is no JSON, or only part of it. Write it anew with “liaison lint --format json=FILE”.`);
  }
}

function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined || issue.path.length === 0 ? '' : ` at “${issue.path.join('.')}”`;
}

function toFile({ findings, checkup, ...file }: z.output<typeof reportSchema>['results'][number]): ReportedFile {
  return {
    ...file,
    // A report counts what was ignored in its summary only.
    suppressed: 0,
    checkup: checkup.map((checked) => ({ ...checked, title: partTitles[checked.part] })),
    findings: findings.map((found) => ({ ...found, frame: { line: '', from: 0, to: 0 } })),
  };
}
