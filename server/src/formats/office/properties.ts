import type { FieldValue, MessageFields } from '../../model/document.js';
import type { OfficePackage } from './package.js';
import type { TextView } from './text-view.js';
import { decodeXml } from './xml.js';

const fieldNames = ['kind', 'audience', 'goals', 'intent', 'subject', 'date'] as const;
type FieldName = (typeof fieldNames)[number];

/** What the properties of a file say of it. */
export interface Properties {
  /** Custom properties `liaison:kind` and so on. */
  readonly own: ReadonlyMap<FieldName, string>;
  /** The title among the properties, unless a program made it up. */
  readonly title: string | undefined;
}

// What programs write for a title when nobody gave one.
const madeUp =
  /^(?:powerpoint[ -]presentation|presentation ?\d*|pr[äé]sentation(?: powerpoint)?|slide ?\d*|folie ?\d*|diapositive ?\d*|no slide title|(?:word )?document ?\d*|microsoft (?:word|powerpoint) - .*|untitled(?: document)?|title|.*\.(?:docx?|pptx?|pdf|dotx?|potx?))$/i;

/** Reads the properties of a file. One that is damaged says nothing. */
export function readProperties(pack: OfficePackage): Properties {
  const own = new Map<FieldName, string>();
  let property: FieldName | undefined;
  let start = 0;
  const relations = [...pack.relationsOf('').values()];
  const partOf = (type: string): string => relations.find((relation) => relation.type === type && !relation.isExternal)?.target ?? '';
  pack.readPart(partOf('custom-properties'), (xml) => ({
    open: ({ name, get, end }) => {
      if (localOf(name) === 'property') property = readName(get('name') ?? '');
      start = end;
    },
    close: (name, end) => {
      if (localOf(name) === 'property') property = undefined;
      else if (property !== undefined && end > start) {
        const value = decodeXml(xml.slice(start, end)).text.trim();
        if (value !== '') own.set(property, value);
        start = end;
      }
    },
  }));
  let title: string | undefined;
  pack.readPart(partOf('core-properties'), (xml) => ({
    open: ({ end }) => {
      start = end;
    },
    close: (name, end) => {
      if (localOf(name) === 'title' && end > start) title = decodeXml(xml.slice(start, end)).text.trim();
    },
  }));
  return { own, title: title === undefined || title === '' || madeUp.test(title) ? undefined : title };
}

/**
 * Puts what a file says of itself above its text, a line for each, and gives back the fields. The title among the properties
 * is the subject where none is given and the text shows no title of its own: what nobody sees is soon out of date.
 */
export function addFields(view: TextView, { own, title }: Properties, hasTitle: boolean): MessageFields {
  const fields: { -readonly [Key in keyof MessageFields]: MessageFields[Key] } = { span: { start: 0, end: 0 } };
  for (const name of fieldNames) {
    const value = own.get(name) ?? (name === 'subject' && !hasTitle ? title : undefined);
    if (value === undefined) continue;
    const line = view.addLine(`${name}: ${value}`);
    const span = { start: line.start + name.length + 2, end: line.end };
    if (name === 'goals') fields.goals = splitGoals(value, span.start);
    else fields[name] = { value, span };
    fields.span = { start: 0, end: line.end };
  }
  view.addBlankLine();
  return fields;
}

function splitGoals(text: string, start: number): FieldValue[] {
  return [...text.matchAll(/[^\s,;](?:[^,;]*[^\s,;])?/g)].map((match) => ({
    value: match[0],
    span: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

function readName(name: string): FieldName | undefined {
  const written = /^liaison:(\w+)$/i.exec(name.trim())?.[1]?.toLowerCase();
  return fieldNames.find((field) => field === written || (field === 'goals' && written === 'goal'));
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
