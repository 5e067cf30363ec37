import { z } from 'zod';
import { shorten } from '../../model/shorten.js';
import { partsOfSpeech } from '../../text/part-of-speech.js';
import { headerSchema, termSchema } from '../schema.js';
import { decodeChunks } from './decode.js';
import { type Entry, EntryCollector, type Exported, type Header, type Imported, limits, type Place, tidyEntry, tidyHeader } from './imported.js';
import { escapeXml, notXml, type XmlElement, XmlReader } from './xml.js';

/**
 * TBX, the exchange format of translators (ISO 30042:2019), in its dialect TBX-Basic. Reads both styles, DCA (the
 * category is an attribute) and DCT (the category is the element), and files of the older version 2 (martif). Writes
 * DCA. What TBX-Basic has no category for goes into one note a concept, which `readTbx` understands.
 */
export interface TbxOptions {
  /** The language whose terms come in or go out, such as `en`. */
  readonly language: string;
}

/** Starts the note that holds what TBX-Basic has no category for. */
const noteStart = 'liaison ';

/** What the note may hold. */
const noteSchema = termSchema
  .pick({ exceptions: true, knownTo: true, severity: true, policy: true, owner: true })
  .extend({
    status: termSchema.shape.status.unwrap(),
    caseSensitive: z.literal(true),
    partOfSpeech: z.literal('phrase'),
    examples: termSchema.shape.examples.unwrap().pick({ allows: true, becomes: true }),
    /** Texts whose spaces or characters XML does not keep, by what stands in their place, in the order of the file. */
    exact: z.record(z.string(), z.array(z.string())),
  })
  .partial();

/** Writes a glossary as TBX-Basic. Nothing is lost on the way back through `readTbx`. */
export function writeTbx(header: Header, entries: readonly Entry[], { language }: TbxOptions): Exported<string> {
  const concepts = new Set<string>();
  const body = entries.map((entry) => writeConcept(tidyEntry(entry), nameConcept(entry, concepts), language));
  const losses = entries.length > 0 ? [] : [{ entry: undefined, message: 'TBX must hold at least one term. Add one before sending this file to anybody.' }];
  const line = (label: string, value: string | undefined): string[] => (value === undefined ? [] : [`<p>${label}: ${escapeXml(toXmlText(value))}</p>`]);
  const publication = [...line('Owner', header.owner), ...line('Review by', header.reviewBy), ...line('Licence', header.licence)];
  const inexact = Object.fromEntries(Object.entries(tidyHeader(header)).filter(([, value]) => value !== undefined && toXmlText(value) !== value));
  const held = Object.keys(inexact).length === 0 ? '' : `<p>${toNote(inexact)}</p>`;
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dca" xml:lang="${escapeXml(language)}" xmlns="urn:iso:std:iso:30042:ed-2">`,
    '  <tbxHeader>',
    '    <fileDesc>',
    ...(header.title === undefined ? [] : [`      <titleStmt><title>${escapeXml(toXmlText(header.title))}</title></titleStmt>`]),
    ...(publication.length === 0 ? [] : [`      <publicationStmt>${publication.join('')}</publicationStmt>`]),
    `      <sourceDesc>${line('Glossary', header.name).join('')}<p>Written by Liaison.</p>${held}</sourceDesc>`,
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...body,
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
  return { content, losses };
}

/** An id that stays the same while the term does, wherever it stands. */
function nameConcept(entry: Entry, taken: Set<string>): string {
  const slug = entry.term
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = ['c', slug, entry.partOfSpeech].filter(Boolean).join('-');
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}

function writeConcept(entry: Entry, id: string, language: string): string {
  // Texts are noted in the order in which they will be read.
  const noted = new Map<string, string[]>();
  const text = (value: string): string => {
    const written = toXmlText(value);
    noted.set(written, [...(noted.get(written) ?? []), value]);
    return escapeXml(written);
  };
  const isDeprecated = entry.replacements !== undefined || ['replace', 'omit', 'avoid'].includes(entry.policy ?? '') || (!entry.expansion && !entry.definition);
  const headStatus = isDeprecated ? 'deprecatedTerm' : 'admittedTerm';
  const headType = entry.expansion === undefined ? undefined : /^[\p{Lu}\p{N}&]+$/u.test(entry.term) ? 'acronym' : 'abbreviation';
  const partOfSpeech = entry.partOfSpeech === 'phrase' ? 'other' : entry.partOfSpeech;
  const writeTerm = (term: string, type: string | undefined, status: string, more: () => readonly string[] = () => []): string[] => [
    '          <termSec>',
    `            <term>${text(term)}</term>`,
    ...(type === undefined ? [] : [`            <termNote type="termType">${type}</termNote>`]),
    ...(partOfSpeech === undefined ? [] : [`            <termNote type="partOfSpeech">${partOfSpeech}</termNote>`]),
    `            <termNote type="administrativeStatus">${status}-admn-sts</termNote>`,
    ...more(),
    '          </termSec>',
  ];
  const body = [
    ...(entry.domain === undefined ? [] : [`        <descrip type="subjectField">${text(entry.domain)}</descrip>`]),
    `        <langSec xml:lang="${escapeXml(language)}">`,
    ...(entry.definition === undefined ? [] : [`          <descrip type="definition">${text(entry.definition)}</descrip>`]),
    ...writeTerm(entry.term, headType, headStatus, () => [
      ...(entry.examples?.flags ?? []).map((context) => `            <descrip type="context">${text(context)}</descrip>`),
      ...(entry.reason === undefined ? [] : [`            <note>${text(entry.reason)}</note>`]),
    ]),
    ...(entry.expansion === undefined ? [] : writeTerm(entry.expansion, 'fullForm', isDeprecated ? 'admittedTerm' : 'preferredTerm')),
    ...(entry.variants ?? []).flatMap((variant) => writeTerm(variant, 'variant', headStatus)),
    ...(entry.replacements ?? []).flatMap((replacement, index) => writeTerm(replacement, undefined, index === 0 ? 'preferredTerm' : 'admittedTerm')),
    '        </langSec>',
  ];
  const exact = Object.fromEntries([...noted].filter(([written, values]) => values.some((value) => value !== written)));
  const note = writeNote(entry, exact);
  return [`      <conceptEntry id="${id}">`, ...(note === undefined ? [] : [`        <note>${note}</note>`]), ...body, '      </conceptEntry>'].join('\n');
}

function writeNote(entry: Entry, exact: Readonly<Record<string, string[]>>): string | undefined {
  const { allows, becomes } = entry.examples ?? {};
  const held = {
    ...(entry.partOfSpeech === 'phrase' ? { partOfSpeech: 'phrase' } : {}),
    ...(entry.policy === undefined ? {} : { policy: entry.policy }),
    ...(entry.severity === undefined ? {} : { severity: entry.severity }),
    ...(entry.status === 'approved' ? {} : { status: entry.status }),
    ...(entry.caseSensitive ? { caseSensitive: true } : {}),
    ...(entry.exceptions === undefined ? {} : { exceptions: entry.exceptions }),
    ...(entry.knownTo === undefined ? {} : { knownTo: entry.knownTo }),
    ...(entry.owner === undefined ? {} : { owner: entry.owner }),
    ...(allows || becomes ? { examples: { ...(allows ? { allows } : {}), ...(becomes ? { becomes } : {}) } } : {}),
    ...(Object.keys(exact).length === 0 ? {} : { exact }),
  };
  if (Object.keys(held).length === 0) return undefined;
  return toNote(held);
}

function toNote(held: object): string {
  const json = JSON.stringify(held).replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  // Spaces in a row are not kept between tags.
  return escapeXml(noteStart + json.replace(/[^\S ]| (?= )/gu, (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** The text as it comes back: readers of XML take any spaces and line ends for one space. */
function toXmlText(value: string): string {
  return value.replace(notXml, '\ufffd').replace(/\s+/g, ' ').trim();
}

/** Reads a TBX file in pieces. */
export function readTbx(path: string, chunks: Iterable<Uint8Array>, { language }: TbxOptions): Imported {
  const collector = new EntryCollector(path);
  const reader = new TbxReader(collector, language);
  const xml = new XmlReader(reader);
  for (const text of decodeChunks(chunks, collector)) {
    xml.write(text);
    if (xml.fault !== undefined || collector.isFull) break;
  }
  if (!collector.isFull) xml.end();
  if (xml.fault !== undefined) {
    const { at, reason } = xml.fault;
    if (reader.isTbx)
      collector.report(
        at,
        'error',
        'not-xml',
        `This is not well-formed XML: ${reason}. What follows was left out. Mend this place, or export the file again where it came from.`,
      );
    else collector.reportUnreadable(at, 'not-tbx', `This is not TBX: ${reason}. Export the terms as TBX-Basic.`);
  } else if (!reader.isTbx && !collector.hasProblems)
    collector.reportUnreadable(
      { line: 1, column: 1 },
      'not-tbx',
      'This is not TBX: it has no “tbx” or “martif” element at its start. Export the terms as TBX-Basic.',
    );
  return reader.finish();
}

interface TermSection {
  readonly at: Place;
  term: string;
  readonly notes: Map<string, string>;
  readonly contexts: string[];
  readonly remarks: string[];
}

interface LanguageSection {
  readonly language: string;
  definition: string | undefined;
  readonly terms: TermSection[];
}

interface Concept {
  readonly at: Place;
  readonly id: string | undefined;
  domain: string | undefined;
  definition: string | undefined;
  held: z.output<typeof noteSchema> | undefined;
  readonly languages: LanguageSection[];
  isBad: boolean;
}

const conceptNames = new Set(['conceptEntry', 'termEntry']);
const languageNames = new Set(['langSec', 'langSet']);
const termNames = new Set(['termSec', 'tig', 'ntig']);
/** Markup inside a text, which is read through. */
const inlineNames = new Set(['hi', 'foreign', 'sc', 'ec', 'ph', 'emph']);
/** Elements of the core that say nothing by themselves. */
const groupNames = new Set([
  'descripGrp',
  'termNoteGrp',
  'termGrp',
  'adminGrp',
  'transacGrp',
  'body',
  'text',
  'back',
  'tbxHeader',
  'martifHeader',
  'fileDesc',
  'titleStmt',
  'publicationStmt',
  'sourceDesc',
  'encodingDesc',
  'revisionDesc',
  'change',
]);

class TbxReader {
  isTbx = false;
  private readonly header: { -readonly [Key in keyof Header]?: Header[Key] } = {};
  private exactHeader: Header = {};
  private concept: Concept | undefined;
  private section: LanguageSection | undefined;
  private termSection: TermSection | undefined;
  /** The element whose text is being read, and how many elements inside it are open. */
  private open_: { readonly category: string; readonly at: Place; inner: number } | undefined;
  private buffer = '';
  private tooLong = false;
  private depth = 0;
  private readonly ids = new Map<string, number>();
  /** What was left out of many entries, told once: how often, and where first. */
  private readonly leftOut = new Map<string, { count: number; at: Place }>();
  private readonly otherLanguages = new Map<string, { count: number; at: Place }>();

  constructor(
    private readonly collector: EntryCollector,
    private readonly language: string,
  ) {}

  open(element: XmlElement): void {
    this.depth++;
    const { name, attributes, at } = element;
    if (this.depth === 1) {
      this.isTbx = name === 'tbx' || name === 'martif';
      return;
    }
    if (!this.isTbx) return;
    if (this.open_ !== undefined) {
      this.open_.inner++;
      return;
    }
    if (conceptNames.has(name))
      this.concept = { at, id: attributes['id'], domain: undefined, definition: undefined, held: undefined, languages: [], isBad: false };
    else if (languageNames.has(name)) {
      this.section = { language: attributes['xml:lang'] ?? attributes['lang'] ?? '', definition: undefined, terms: [] };
      this.concept?.languages.push(this.section);
    } else if (termNames.has(name)) {
      this.termSection = { at, term: '', notes: new Map(), contexts: [], remarks: [] };
      this.section?.terms.push(this.termSection);
    } else if (!groupNames.has(name)) {
      // In DCA the category is an attribute, in DCT it is the element.
      this.open_ = { category: attributes['type'] ?? name, at, inner: 0 };
      this.buffer = '';
      this.tooLong = false;
    }
  }

  close(name: string): void {
    this.depth--;
    if (this.open_ !== undefined) {
      if (this.open_.inner > 0) this.open_.inner--;
      else {
        this.take(this.open_.category, this.buffer.replace(/\s+/g, ' ').trim(), this.open_.at);
        this.open_ = undefined;
      }
      return;
    }
    if (termNames.has(name)) this.termSection = undefined;
    else if (languageNames.has(name)) this.section = undefined;
    else if (conceptNames.has(name) && this.concept !== undefined) {
      this.takeConcept(this.concept);
      this.concept = undefined;
    }
  }

  text(text: string): void {
    if (this.open_ === undefined || this.tooLong) return;
    this.buffer += text;
    if (this.buffer.length <= limits.valueLength) return;
    this.tooLong = true;
    this.buffer = '';
    this.reject(
      this.open_.at,
      'wrong-value',
      `This text has more than ${limits.valueLength.toLocaleString('en')} characters, so its entry was left out. Shorten it.`,
    );
  }

  unknownEntity(at: Place): void {
    this.reject(
      at,
      'entity',
      'This text uses an entity that the file declares for itself. Liaison expands none, so the entry was left out. Write the text in its place.',
    );
  }

  finish(): Imported {
    for (const [what, { count, at }] of this.leftOut)
      this.collector.report(
        at,
        'warning',
        'unknown-category',
        `“${what}” has no place in a glossary, so it was left out of ${count === 1 ? 'this entry' : `${count} entries`}.`,
      );
    for (const [language, { count, at }] of this.otherLanguages)
      this.collector.report(
        at,
        'warning',
        'other-language',
        `The terms in “${language}” were left out of ${count === 1 ? 'this entry' : `${count} entries`}: a glossary has one language. Import them with --language ${language} into a glossary of their own.`,
      );
    const header = headerSchema.safeParse({ ...this.header, ...this.exactHeader });
    if (header.success) return this.collector.finish(tidyHeader(header.data));
    const { reviewBy: _, ...rest } = this.header;
    this.collector.report(
      { line: 1, column: 1 },
      'error',
      'wrong-value',
      `“Review by” in the header is “${shorten(this.header.reviewBy ?? '')}”: write a date as 2027-06-30.`,
    );
    return this.collector.finish(tidyHeader(rest));
  }

  private reject(at: Place, code: string, message: string): void {
    // One complaint an entry: a bomb has thousands of the same.
    if (this.concept?.isBad) return;
    if (this.concept !== undefined) this.concept.isBad = true;
    this.collector.report(at, 'error', code, message);
  }

  private take(category: string, text: string, at: Place): void {
    if (text === '' || this.tooLong) return;
    if (this.concept === undefined) {
      this.takeHeader(category, text);
      return;
    }
    const { concept, section, termSection } = this;
    if (category === 'note' && text.startsWith(noteStart)) {
      this.takeNote(concept, text.slice(noteStart.length), at);
      return;
    }
    switch (category) {
      case 'subjectField':
        concept.domain ??= text;
        return;
      case 'definition':
        if (section === undefined) concept.definition ??= text;
        else section.definition ??= text;
        return;
      case 'term':
        if (termSection !== undefined) termSection.term = text;
        return;
      case 'partOfSpeech':
      case 'termType':
        termSection?.notes.set(category, text);
        return;
      // The second is how larger dialects of TBX name it.
      case 'administrativeStatus':
      case 'normativeAuthorization':
        termSection?.notes.set('administrativeStatus', text.replace(/-admn-sts$/, ''));
        return;
      case 'context':
      case 'example':
        if (termSection !== undefined) termSection.contexts.push(text);
        else this.leaveOut(category, at);
        return;
      case 'note':
        if (termSection !== undefined) termSection.remarks.push(text);
        else this.leaveOut(category, at);
        return;
      default:
        if (!inlineNames.has(category)) this.leaveOut(category, at);
    }
  }

  private leaveOut(what: string, at: Place): void {
    const known = this.leftOut.get(what);
    if (known !== undefined) known.count++;
    else if (this.leftOut.size < 100) this.leftOut.set(what, { count: 1, at });
  }

  private takeHeader(category: string, text: string): void {
    if (text.startsWith(noteStart)) {
      const parsed = headerSchema.partial().safeParse(parseJson(text.slice(noteStart.length)));
      if (parsed.success) this.exactHeader = tidyHeader(parsed.data);
      return;
    }
    if (category === 'title') this.header.title ??= text;
    const [, label, value = ''] = /^(Owner|Review by|Licence|Glossary): (.+)$/.exec(text) ?? [];
    if (label === 'Owner') this.header.owner ??= value;
    else if (label === 'Review by') this.header.reviewBy ??= value;
    else if (label === 'Licence') this.header.licence ??= value;
    else if (label === 'Glossary') this.header.name ??= value;
  }

  private takeNote(concept: Concept, json: string, at: Place): void {
    const parsed = noteSchema.safeParse(parseJson(json));
    if (parsed.success) concept.held = parsed.data;
    else
      this.collector.report(
        at,
        'warning',
        'wrong-value',
        'This note was written by Liaison and has been changed, so what it held was left out. Export the glossary again, or set these values by hand.',
      );
  }

  private takeConcept(concept: Concept): void {
    const section = this.chooseLanguage(concept);
    if (concept.id !== undefined) {
      const before = this.ids.get(concept.id);
      if (before === undefined) this.ids.set(concept.id, concept.at.line);
      else {
        this.collector.report(
          concept.at,
          'error',
          'duplicate-id',
          `The id “${shorten(concept.id)}” already stands in line ${before}, so this entry was left out. Give it an id of its own.`,
        );
        return;
      }
    }
    if (concept.isBad || section === undefined) return;
    const terms = section.terms.filter(({ term }) => term !== '');
    const head = chooseHead(terms);
    if (head === undefined) {
      this.collector.report(concept.at, 'error', 'missing-term', 'This concept has no term, so it was left out. Add a “term” to it.');
      return;
    }
    const draft = this.toDraft(concept, section, terms, head);
    const parsed = termSchema.safeParse(draft);
    if (parsed.success) this.collector.add(parsed.data, head.at, { saysStatus: concept.held?.status !== undefined });
    else
      this.collector.report(
        head.at,
        'error',
        'wrong-value',
        `“${shorten(head.term)}” is not right: ${parsed.error.issues[0]?.message ?? 'it does not fit'}. The entry was left out.`,
      );
  }

  /** The section in the wanted language: exactly, then by its first part; the only section of a file without it is not taken for it. */
  private chooseLanguage(concept: Concept): LanguageSection | undefined {
    const wanted = this.language.toLowerCase();
    const isExact = ({ language }: LanguageSection): boolean => language.toLowerCase() === wanted;
    const isNear = ({ language }: LanguageSection): boolean => language.toLowerCase().split('-')[0] === wanted.split('-')[0];
    const chosen = concept.languages.find(isExact) ?? concept.languages.find(isNear);
    for (const section of concept.languages) {
      if (section === chosen) continue;
      const known = this.otherLanguages.get(section.language);
      if (known !== undefined) known.count++;
      else if (this.otherLanguages.size < 100) this.otherLanguages.set(section.language, { count: 1, at: concept.at });
    }
    if (chosen === undefined && !concept.isBad)
      this.collector.report(
        concept.at,
        'error',
        'missing-language',
        `This concept has no terms in “${this.language}”, so it was left out. Choose another language with --language.`,
      );
    return chosen;
  }

  private toDraft(concept: Concept, section: LanguageSection, terms: readonly TermSection[], head: TermSection): unknown {
    const { exact, examples, ...held } = concept.held ?? {};
    const queues = new Map(Object.entries(exact ?? {}).map(([written, texts]) => [written, [...texts]]));
    // In the order in which `writeConcept` noted them.
    const restore = (text: string): string => queues.get(text)?.shift() ?? text;
    const domain = concept.domain === undefined ? undefined : restore(concept.domain);
    const foundDefinition = section.definition ?? concept.definition;
    const definition = foundDefinition === undefined ? undefined : restore(foundDefinition);
    const isAbbreviated = /^(?:acronym|abbreviation|initialism|shortForm)$/.test(head.notes.get('termType') ?? '');
    const isHeadDeprecated = isDeprecated(head);
    let term = '';
    let expansion: string | undefined;
    let reason: string | undefined;
    const flags: string[] = [];
    const variants: string[] = [];
    const replacements: string[] = [];
    for (const each of terms) {
      const text = restore(each.term);
      const type = each.notes.get('termType');
      if (each === head) {
        term = text;
        for (const context of each.contexts) flags.push(restore(context));
        // A remark on the term itself is the nearest that TBX has to the reason.
        const [first, ...others] = each.remarks;
        if (first !== undefined) reason = restore(first);
        for (const _ of others) this.leaveOut('note', each.at);
        continue;
      }
      for (const _ of each.contexts) this.leaveOut('context of another term', each.at);
      for (const _ of each.remarks) this.leaveOut('note', each.at);
      if (type === 'fullForm' && isAbbreviated && expansion === undefined) expansion = text;
      else if (isHeadDeprecated && !isDeprecated(each) && type !== 'variant') {
        if (each.notes.get('administrativeStatus') === 'preferredTerm') replacements.unshift(text);
        else replacements.push(text);
      } else variants.push(text);
    }
    const partOfSpeech = readPartOfSpeech(head.notes.get('partOfSpeech'));
    const allExamples = { ...(flags.length > 0 ? { flags } : {}), ...examples };
    return {
      term,
      ...(variants.length > 0 ? { variants } : {}),
      ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
      ...(replacements.length > 0 ? { replacements } : {}),
      ...(expansion === undefined ? {} : { expansion }),
      ...(definition === undefined ? {} : { definition }),
      ...(reason === undefined ? {} : { reason }),
      ...(domain === undefined ? {} : { domain }),
      ...held,
      ...(Object.keys(allExamples).length > 0 ? { examples: allExamples } : {}),
    };
  }
}

/** `undefined` for what is not JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isDeprecated({ notes }: TermSection): boolean {
  return /^(?:deprecatedTerm|supersededTerm)$/.test(notes.get('administrativeStatus') ?? '');
}

/** The term that an entry is about: the one to avoid, else the short one, else the preferred one, else the first. */
function chooseHead(terms: readonly TermSection[]): TermSection | undefined {
  return (
    terms.find(isDeprecated) ??
    terms.find(({ notes }) => /^(?:acronym|abbreviation|initialism)$/.test(notes.get('termType') ?? '')) ??
    terms.find(({ notes }) => notes.get('administrativeStatus') === 'preferredTerm') ??
    terms[0]
  );
}

function readPartOfSpeech(value: string | undefined): Entry['partOfSpeech'] {
  if (value === undefined) return undefined;
  const plain = value === 'properNoun' ? 'noun' : value;
  return partsOfSpeech.find((known) => known === plain);
}
