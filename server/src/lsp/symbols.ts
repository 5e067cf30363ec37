import { type DocumentSymbol, type SymbolInformation, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Span } from '../index.js';
import { toRange } from './convert.js';
import { type Entry, listEntries } from './entries.js';
import { type Feature, isYaml, lintOpen, type OpenMessage, type Session, stopIfCancelled } from './session.js';
import { listConfigs } from './subjects.js';
import { isGlossary, isGoalsFile } from './workspace.js';

/** The outline of a file: headings or slides of a message, each with how much there is to mend; terms of a glossary; goals. */
export const documentSymbols: Feature = {
  start(session) {
    const ability = session.client.capabilities.textDocument?.documentSymbol;
    if (ability === undefined) return undefined;
    session.connection.onDocumentSymbol(async ({ textDocument: { uri } }, token): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
      const document = session.documents.get(uri);
      if (document === undefined) return null;
      const symbols = isYaml(uri) ? await outlineEntries(session, document) : outlineMessage(await lintOpen(session, uri, token));
      return ability.hierarchicalDocumentSymbolSupport === true ? symbols : flatten(symbols, uri);
    });
    return { documentSymbolProvider: { label: 'Liaison' } };
  },
};

// More than anybody looks through; the client asks again with every letter.
const mostSymbols = 500;

/** Terms and goals of all organisations in the workspace, by words that are in their names. */
export const workspaceSymbols: Feature = {
  start(session) {
    if (session.client.capabilities.workspace?.symbol === undefined) return undefined;
    session.connection.onWorkspaceSymbol(async ({ query }, token): Promise<WorkspaceSymbol[]> => {
      const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
      const found: WorkspaceSymbol[] = [];
      for (const { path, list } of await listOrganisationFiles(session)) {
        stopIfCancelled(token);
        const file = await session.index.open(session.files.toUri(path));
        if (file === undefined) continue;
        const containerName = session.files.toUri(path).split('/').at(-1) ?? path;
        for (const entry of listEntries(path, file.document.getText(), list)) {
          const name = nameEntry(entry, list);
          if (!wanted.every((word) => name.toLowerCase().includes(word))) continue;
          found.push({ name, kind: kinds[list], containerName, location: { uri: file.document.uri, range: toRange(file.document, entry.nameSpan) } });
          if (found.length >= mostSymbols) return found;
        }
      }
      return found;
    });
    return { workspaceSymbolProvider: true };
  },
};

type List = 'terms' | 'goals';

const kinds = { terms: SymbolKind.String, goals: SymbolKind.Event } as const;

/** Glossaries and goals files that a liaison.yml of the workspace names, each once. */
async function listOrganisationFiles(session: Session): Promise<readonly { readonly path: string; readonly list: List }[]> {
  const found = new Map<string, List>();
  for (const { organisation } of await listConfigs(session)) {
    for (const { path } of organisation.glossaries) if (path !== undefined) found.set(path, 'terms');
    if (organisation.goals !== undefined) found.set(organisation.goals.path, 'goals');
  }
  return [...found].map(([path, list]) => ({ path, list }));
}

function nameEntry({ name, value }: Entry, list: List): string {
  const title = value['title'];
  return list === 'goals' && typeof title === 'string' ? `${name}: ${title}` : name;
}

async function outlineEntries(session: Session, document: TextDocument): Promise<DocumentSymbol[]> {
  const location = session.files.toLocation(document.uri);
  const organisation = await session.workspace.organisationOf(document.uri);
  const list = isGoalsFile(location, organisation) ? 'goals' : isGlossary(location, organisation) ? 'terms' : undefined;
  if (list === undefined) return [];
  return listEntries(location, document.getText(), list).map((entry) => {
    const status = entry.value['status'];
    return {
      name: nameEntry(entry, list) || '…',
      ...(typeof status === 'string' ? { detail: status } : {}),
      kind: kinds[list],
      range: toRange(document, entry.span),
      selectionRange: toRange(document, entry.nameSpan),
    };
  });
}

/** A heading or a slide. */
interface Section {
  readonly name: string;
  readonly depth: number;
  /** Of its title. */
  readonly title: Span;
  readonly start: number;
}

function outlineMessage(message: OpenMessage | undefined): DocumentSymbol[] {
  if (message === undefined) return [];
  const { document, linted } = message;
  const sections = listSections(message);
  const top: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly symbol: DocumentSymbol }[] = [];
  for (const [index, section] of sections.entries()) {
    while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
    const following = sections.slice(index + 1).find(({ depth }) => depth <= section.depth);
    const span = { start: section.start, end: following?.start ?? linted.document.source.length };
    const count = countWithin(linted.result.findings, span);
    const symbol: DocumentSymbol = {
      name: section.name,
      ...(count === 0 ? {} : { detail: count === 1 ? '1 finding' : `${count} findings` }),
      kind: SymbolKind.String,
      range: toRange(document, span),
      selectionRange: toRange(document, section.title),
      children: [],
    };
    (open.at(-1)?.symbol.children ?? top).push(symbol);
    open.push({ depth: section.depth, symbol });
  }
  return top;
}

function listSections({ linted: { document } }: OpenMessage): Section[] {
  if (document.slides !== undefined)
    return document.slides.map(({ number, title, name, span }) => {
      const words = (title?.text ?? name ?? '').trim();
      const place = title === undefined ? { start: span.start, end: span.start } : title.map.toSource({ start: 0, end: title.text.length });
      return { name: words === '' ? `Slide ${number}` : `${number} ${words}`, depth: 1, title: place, start: Math.min(span.start, place.start) };
    });
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.quoted) return [];
    const title = block.map.toSource({ start: 0, end: block.text.length });
    return [{ name: block.text.trim() || '…', depth: block.depth ?? 1, title, start: title.start }];
  });
}

/** How many findings begin in a span. They come by start. */
function countWithin(findings: readonly Finding[], { start, end }: Span): number {
  const before = (offset: number): number => {
    let low = 0;
    let high = findings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((findings[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return before(end) - before(start);
}

function flatten(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [{ name, kind, location: { uri, range } }, ...flatten(children, uri)]);
}
