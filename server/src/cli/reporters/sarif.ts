import { type RuleMeta, rules } from '../../index.js';
import type { Report, ReportedEdit, ReportedSuggestion } from '../report.js';
import { describePlace, type Entry, type EntryPosition, type EntryRange, groupEntries } from './entries.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;
// What GitHub sorts alerts by.
const ranks = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

// A finding may be as long as its file, and a snippet shows all of it or nothing.
const snippetLength = 1000;

/**
 * The report as SARIF 2.1.0, for code scanning of GitHub and for editors. A problem is a result too, under its code, because
 * platforms show nothing but results. Columns count UTF-16 code units. A fix whose lines are not known says offsets.
 */
export function formatSarif(report: Report, { version }: { readonly version: string }): string {
  const groups = groupEntries(report);
  const entries = groups.flatMap((group) => group.entries);
  const ids = [...new Set(entries.map(({ rule }) => rule))].sort();
  const ruleIndexes = new Map(ids.map((id, index) => [id, index]));
  const artifactIndexes = new Map(groups.map(({ path }, index) => [path, index]));
  const urls = new Map(entries.map(({ rule, url }) => [rule, url]));
  const toResult = (entry: Entry) => {
    const { path, rule, severity, message, fingerprint, range, place, text, suggestions } = entry;
    const artifactLocation = { uri: toUri(path), index: artifactIndexes.get(path) ?? 0 };
    return {
      ruleId: rule,
      ruleIndex: ruleIndexes.get(rule) ?? 0,
      level: levels[severity],
      message: { text: place === null ? message : `${capitalise(describePlace(entry))}: ${message}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            ...(range === undefined ? {} : { region: { ...toRegion(range), ...(text === '' || text.length > snippetLength ? {} : { snippet: { text } }) } }),
          },
          ...(place === null ? {} : { logicalLocations: [{ fullyQualifiedName: place }] }),
        },
      ],
      partialFingerprints: { 'liaison/v1': fingerprint },
      ...(suggestions.length === 0 ? {} : { fixes: suggestions.map((suggestion) => toFix(suggestion, artifactLocation)) }),
    };
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Liaison', version, semanticVersion: version, rules: ids.map((id) => describeRule(id, urls.get(id))) } },
        columnKind: 'utf16CodeUnits',
        artifacts: groups.map(({ path }) => ({ location: { uri: toUri(path) }, roles: ['analysisTarget'] })),
        results: entries.map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describeRule(id: string, url: string | undefined) {
  const meta = rules.find((rule) => rule.meta.id === id)?.meta;
  return {
    id,
    ...(meta === undefined ? describeCode(id) : describeMeta(meta)),
    // SARIF takes absolute addresses only.
    ...(url !== undefined && URL.canParse(url) ? { helpUri: url } : {}),
  };
}

function describeMeta(meta: RuleMeta) {
  const { id, title, why, severity, category, examples } = meta;
  const list = (found: readonly string[]): string => found.map((example) => `\`\`\`markdown\n${example.trimEnd()}\n\`\`\``).join('\n\n');
  const ignore = `To leave one place alone, give a reason: \`<!-- liaison-ignore-next-line ${id}: why it is right here -->\`.`;
  return {
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: `${title}. ${why}`,
      markdown: [why, 'What it flags, between ‹ and ›:', list(examples.bad), 'What it leaves alone:', list(examples.good), ignore].join('\n\n'),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [category], 'problem.severity': ranks[severity] },
  };
}

function describeCode(code: string) {
  const about =
    code === 'unreadable-file' ? 'A file that cannot be read.' : 'Something to mend in liaison.yml, a glossary, the goals, or what a message says of itself.';
  return {
    shortDescription: { text: about },
    fullDescription: { text: about },
    help: { text: about, markdown: about },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['your own files'], 'problem.severity': 'error' },
  };
}

function toRegion({ start, end }: EntryRange) {
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
    ...(start.offset === undefined || end?.offset === undefined ? {} : toOffsets(start.offset, end.offset)),
  };
}

function toOffsets(start: number, end: number) {
  return { charOffset: start, charLength: end - start };
}

function toFix({ title, edits }: ReportedSuggestion, artifactLocation: { readonly uri: string; readonly index: number }) {
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements: edits.map((edit) => ({ deletedRegion: toDeleted(edit), insertedContent: { text: edit.text } })) }],
  };
}

function toDeleted({ start, end, from, to }: ReportedEdit) {
  const toPlace = ({ line, column }: EntryPosition, offset: number): EntryPosition => ({ line, column, offset });
  return from === undefined || to === undefined ? toOffsets(start, end) : toRegion({ start: toPlace(from, start), end: toPlace(to, end) });
}

/** A path below the working directory stays relative to it. */
function toUri(path: string): string {
  const encoded = path.split('/').map((part, index) => (index === 0 && /^[a-z]:$/i.test(part) ? part : encodeURIComponent(part)));
  const uri = encoded.join('/');
  return path.startsWith('/') ? `file://${uri}` : /^[a-z]:\//i.test(path) ? `file:///${uri}` : uri;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
