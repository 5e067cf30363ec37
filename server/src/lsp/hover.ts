import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FieldValue, type Finding, findTermAt, type Goal, type Organisation, type Span, type Term } from '../index.js';
import { toRange } from './convert.js';
import { describeIntent, describeKind, describeReaders } from './field-values.js';
import { type Feature, lintOpen, type OpenMessage } from './session.js';

/** What a glossary says about a term, and what the organisation's files say about a value of the front matter. */
export const hover: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.hover === undefined) return undefined;
    session.connection.onHover(async ({ textDocument, position }, token): Promise<Hover | null> => {
      const message = await lintOpen(session, textDocument.uri, token);
      if (message === undefined) return null;
      const offset = message.document.offsetAt(position);
      return hoverOnField(message, offset) ?? hoverOnTerm(message, offset);
    });
    return { hoverProvider: true };
  },
};

function toHover(document: TextDocument, span: Span, paragraphs: readonly string[]): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') }, range: toRange(document, span) };
}

function hoverOnField({ document, linted: { document: read, organisation } }: OpenMessage, offset: number): Hover | undefined {
  const { kind, audience, intent, goals = [] } = read.fields;
  const isHere = (field: FieldValue | undefined): field is FieldValue => field !== undefined && field.span.start <= offset && offset <= field.span.end;
  const show = (field: FieldValue, paragraphs: readonly string[] | undefined): Hover | undefined =>
    paragraphs === undefined ? undefined : toHover(document, field.span, paragraphs);
  if (isHere(kind)) return show(kind, named(kind.value, describeKind(kind.value)));
  if (isHere(intent)) return show(intent, named(intent.value, describeIntent(intent.value)));
  if (isHere(audience)) return show(audience, named(audience.value, describeReaders(organisation, audience.value)));
  const goal = goals.find(isHere);
  return goal === undefined ? undefined : show(goal, describeGoal(organisation, goal.value));
}

function named(name: string, meaning: string | undefined): readonly string[] | undefined {
  return meaning === undefined ? undefined : [`**${escapeMarkdown(name)}**`, escapeMarkdown(meaning)];
}

function describeGoal({ goals }: Organisation, id: string): readonly string[] | undefined {
  const goal = goals?.goals.find((candidate) => candidate.id === id);
  return goal === undefined ? undefined : goalParagraphs(goal);
}

/** A goal in a few paragraphs of Markdown: title, statement, owner, dates. */
export function goalParagraphs({ id, title, statement, owner, from, until, status, measures }: Goal): readonly string[] {
  const dates = [...(from === undefined ? [] : [`from ${from}`]), ...(until === undefined ? [] : [`until ${until}`])].join(' ');
  const state = status === 'active' ? [] : [`This goal is ${status}.`];
  return [
    `**${escapeMarkdown(id)}**: ${escapeMarkdown(title)}`,
    ...(statement === undefined ? [] : [escapeMarkdown(statement)]),
    ...(measures?.length ? [`Measured by ${measures.map(escapeMarkdown).join(', ')}.`] : []),
    ...(dates === '' ? state : [...state, `Counts ${dates}.`]),
    ...(owner === undefined ? [] : [`_${escapeMarkdown(owner)} answers for it_`]),
  ];
}

function hoverOnTerm({ document, linted: { document: read, organisation, result } }: OpenMessage, offset: number): Hover | null {
  const found = findTermAt(read, organisation, offset);
  if (found === undefined) return null;
  const glossary = organisation.glossaries.find(({ name }) => name === found.term.glossary);
  const finding = result.findings.find(({ start, end, term }) => term === found.term.term && start < found.span.end && found.span.start < end);
  return toHover(document, found.span, describeTerm(found.term, { glossaryOwner: glossary?.owner, finding, audience: result.audience }));
}

interface Surroundings {
  readonly glossaryOwner: string | undefined;
  /** What is said of this very use. */
  readonly finding: Finding | undefined;
  readonly audience: string;
}

function describeTerm(term: Term, { glossaryOwner, finding, audience }: Surroundings): readonly string[] {
  const name = term.expansion === undefined ? `**${escapeMarkdown(term.term)}**` : `**${escapeMarkdown(term.term)}**: ${escapeMarkdown(term.expansion)}`;
  const meaning = term.definition === undefined ? [] : [`Means ${escapeMarkdown(term.definition)}.`];
  const reason = term.reason === undefined ? [] : [escapeMarkdown(term.reason)];
  const instead = term.replacements?.length ? [`Say instead: ${term.replacements.map((word) => `“${escapeMarkdown(word)}”`).join(', ')}.`] : [];
  const known = term.knownTo?.length ? [`Known to: ${term.knownTo.map(escapeMarkdown).join(', ')}.`] : [];
  const flagged = finding === undefined ? [`Nothing to mend here for the audience “${escapeMarkdown(audience)}”.`] : [];
  const owner = term.owner ?? glossaryOwner;
  const origin = `_Glossary ${escapeMarkdown(term.glossary)}${owner === undefined ? '' : `, kept by ${escapeMarkdown(owner)}`}_`;
  return [name, ...meaning, ...reason, ...instead, ...known, ...flagged, origin];
}

/** Glossaries hold plain text; what looks like markup in it is not. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
