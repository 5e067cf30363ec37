import { type CompletionItem, CompletionItemKind, CompletionItemTag, MarkupKind, type Position } from 'vscode-languageserver';
import { z } from 'zod';
import {
  bundledGlossaries,
  configSchemaFor,
  countsOn,
  type Goal,
  glossarySchema,
  goalsSchema,
  intents,
  messageKinds,
  type Organisation,
  rules,
} from '../index.js';
import { toScalar } from './entries.js';
import { describeIntent, describeKind, describeReaders } from './field-values.js';
import { goalParagraphs } from './hover.js';
import { today } from './workspace.js';
import { findYamlCursor, type YamlCursor } from './yaml-cursor.js';

/** The kinds of YAML that people write for Liaison. */
export type YamlKind = 'config' | 'glossary' | 'goals' | 'front-matter';

/** Part of a JSON Schema. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

const text = { type: 'string' } as const;

/** What a message may say of itself. Other keys belong to other tools. */
const frontMatter: Schema = {
  properties: {
    kind: { ...text, description: 'What this message is.' },
    audience: { ...text, description: 'Who will read it.' },
    goals: { type: 'array', items: text, description: 'The strategic goals that it serves.' },
    intent: { ...text, description: 'What it wants of its readers.' },
    subject: { ...text, description: 'The line that readers see in their list of messages.' },
    date: { ...text, description: 'The day on which it goes out, as 2027-06-30.' },
    liaison: {
      properties: {
        ignore: { description: 'Rules that are to leave this message alone, each with the reason.', additionalProperties: text },
      },
    },
  },
};

const toJsonSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** The schemas, each made when it is first asked for. */
export class YamlSchemas {
  private readonly made = new Map<YamlKind, Schema>();

  of(kind: YamlKind): Schema {
    const known = this.made.get(kind);
    if (known !== undefined) return known;
    const schema =
      kind === 'front-matter' ? frontMatter : toJsonSchema(kind === 'config' ? configSchemaFor(rules) : kind === 'glossary' ? glossarySchema : goalsSchema);
    this.made.set(kind, schema);
    return schema;
  }
}

export interface YamlCompletion {
  readonly kind: YamlKind;
  readonly schemas: YamlSchemas;
  readonly organisation: Organisation;
  /** Lines of the YAML, up to its end. */
  readonly lines: readonly string[];
  /** Of the cursor, in these lines. */
  readonly position: Position;
  /** Lines of the document above them. */
  readonly linesAbove: number;
}

/** One value or key that may stand at the cursor. */
interface Choice {
  readonly value: string;
  readonly detail?: string | undefined;
  readonly documentation?: readonly string[] | undefined;
  /** Whether it is listed last, struck through. */
  readonly isStale?: boolean;
}

/** Keys and values that may stand at the cursor, best first. */
export function completeYaml(request: YamlCompletion): CompletionItem[] {
  const { kind, schemas, lines, position } = request;
  const cursor = findYamlCursor(lines, position.line, position.character);
  if (cursor === undefined) return [];
  const found = resolve([schemas.of(kind)], cursor.path);
  const choices = listValues(request, cursor, found);
  if (choices.length > 0) return toItems(request, cursor, choices, false);
  return cursor.role === 'open' ? toItems(request, cursor, listKeys(request, cursor, found), true) : [];
}

/** The schemas that hold at a path. */
function resolve(schemas: readonly Schema[], path: readonly string[]): readonly Schema[] {
  const open = schemas.flatMap((schema): readonly Schema[] => (schema.anyOf === undefined ? [schema] : [schema, ...schema.anyOf]));
  const [step, ...rest] = path;
  if (step === undefined) return open;
  const below = open.flatMap((schema): Schema[] => {
    if (step === '*') return schema.items === undefined ? [] : [schema.items];
    const property = schema.properties?.[step];
    if (property !== undefined) return [property];
    return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  });
  return resolve(below, rest);
}

function listValues(request: YamlCompletion, cursor: YamlCursor, schemas: readonly Schema[]): readonly Choice[] {
  const known = listKnownValues(request, cursor.path);
  if (known.length > 0) return known.filter(({ value }) => !cursor.siblings.includes(value));
  if (cursor.role === 'open' && cursor.path.at(-1) !== '*') return [];
  return schemas.flatMap((schema) => {
    if (schema.type === 'boolean') return [{ value: 'true' }, { value: 'false' }];
    return (schema.enum ?? []).map((value) => ({ value: String(value) }));
  });
}

/** Values that hang on the organisation rather than on the format. */
function listKnownValues({ kind, organisation }: YamlCompletion, path: readonly string[]): readonly Choice[] {
  const audiences = (): Choice[] =>
    Object.keys(organisation.config.audiences).map((value) => ({ value, documentation: [describeReaders(organisation, value) ?? ''] }));
  const goals = (): Choice[] => (organisation.goals?.goals ?? []).map(toChoice).sort((a, b) => Number(a.isStale) - Number(b.isStale));
  const kinds = (): Choice[] => messageKinds.map((value) => ({ value, documentation: [describeKind(value) ?? ''] }));
  // An audience may have any name.
  const place = kind === 'config' && path[0] === 'audiences' ? ['audiences', '*', ...path.slice(2)] : path;
  switch (`${kind}: ${place.join('.')}`) {
    case 'front-matter: kind':
    case 'config: messages.*.kind':
      return kinds();
    case 'front-matter: audience':
    case 'config: audience':
    case 'config: messages.*.audience':
    case 'glossary: terms.*.knownTo.*':
      return audiences();
    case 'front-matter: goals':
    case 'front-matter: goal':
    case 'front-matter: goals.*':
    case 'config: messages.*.goals.*':
      return goals();
    case 'front-matter: intent':
      return intents.map((value) => ({ value, documentation: [describeIntent(value) ?? ''] }));
    case 'config: glossaries.*':
      return bundledGlossaries.map((value) => ({ value, detail: organisation.glossaries.find(({ name }) => name === value)?.title ?? 'ships with Liaison' }));
    case 'config: audiences.*.knows.*':
      return listDomains(organisation).map((domain) => ({ value: `domain:${domain}`, detail: `all terms of “${domain}”` }));
    case 'glossary: terms.*.domain':
      return listDomains(organisation).map((value) => ({ value }));
    default:
      return [];
  }
}

function toChoice(goal: Goal): Choice {
  return { value: goal.id, detail: goal.title, documentation: goalParagraphs(goal), isStale: !countsOn(goal, today()) };
}

function listDomains({ glossaries }: Organisation): readonly string[] {
  return [...new Set(glossaries.flatMap(({ terms }) => terms.flatMap(({ domain }) => domain ?? [])))].sort();
}

function listKeys({ kind, organisation }: YamlCompletion, { path, siblings }: YamlCursor, schemas: readonly Schema[]): readonly Choice[] {
  if (kind === 'front-matter' && path.join('.') === 'liaison.ignore') return listRules(siblings);
  const fromSchema = schemas.flatMap(({ properties = {} }) =>
    Object.entries(properties).map(
      ([value, { description, anyOf }]): Choice => ({ value, detail: description ?? anyOf?.find((one) => one.description)?.description }),
    ),
  );
  const audiences = kind === 'config' && path.join('.') === 'cadence.audiences' ? Object.keys(organisation.config.audiences).map((value) => ({ value })) : [];
  return [...fromSchema, ...audiences].filter(({ value }) => !siblings.includes(value));
}

function listRules(siblings: readonly string[]): readonly Choice[] {
  return rules
    .map(({ meta }) => ({ value: meta.id, detail: meta.title, documentation: [meta.why] }))
    .filter(({ value }) => !siblings.includes(value))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

function toItems(request: YamlCompletion, cursor: YamlCursor, choices: readonly Choice[], isKey: boolean): CompletionItem[] {
  const line = request.position.line + request.linesAbove;
  const following = (request.lines[request.position.line] ?? '').slice(cursor.end);
  const isQuoted = /["']/.test((request.lines[request.position.line] ?? '').charAt(cursor.start - 1));
  return choices.map(({ value, detail, documentation, isStale = false }, index) => ({
    label: value,
    kind: isKey ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation.join('\n\n') } }),
    ...(isStale ? { tags: [CompletionItemTag.Deprecated] } : {}),
    sortText: String(index).padStart(4, '0'),
    filterText: value,
    textEdit: {
      range: { start: { line, character: cursor.start }, end: { line, character: cursor.end } },
      newText: `${cursor.needsSpace ? ' ' : ''}${isKey ? `${value}${following.startsWith(':') ? '' : ': '}` : isQuoted ? value : toScalar(value)}`,
    },
  }));
}
