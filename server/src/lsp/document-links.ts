import type { DocumentLink } from 'vscode-languageserver';
import { isRecord, parentOf, resolveFrom, rules, type Span, YamlFile } from '../index.js';
import { toRange } from './convert.js';
import { withoutQuotes } from './entries.js';
import type { Feature, Session } from './session.js';

/** From the paths in a liaison.yml to their files, and from its rules to their pages. */
export const documentLinks: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.documentLink === undefined) return undefined;
    session.connection.onDocumentLinks(({ textDocument: { uri } }) => (uri.endsWith('/liaison.yml') ? listLinks(session, uri) : null));
    return { documentLinkProvider: {} };
  },
};

function listLinks(session: Session, uri: string): DocumentLink[] | null {
  const document = session.documents.get(uri);
  if (document === undefined) return null;
  const location = session.files.toLocation(uri);
  const text = document.getText();
  const file = new YamlFile(location, text);
  const value = isRecord(file.value) ? file.value : {};
  const link = (span: Span | undefined, target: string, tooltip?: string): DocumentLink[] =>
    span === undefined ? [] : [{ range: toRange(document, withoutQuotes(text, span)), target, ...(tooltip === undefined ? {} : { tooltip }) }];
  const toFile = (path: string): string => session.files.toUri(resolveFrom(parentOf(location) ?? '', path));
  const glossaries = Array.isArray(value['glossaries']) ? value['glossaries'] : [];
  const pages = session.options.rulePages;
  return [
    // A name without a slash or a dot is that of a glossary that ships with Liaison.
    ...glossaries.flatMap((path: unknown, index) =>
      typeof path === 'string' && /[/.\\]/.test(path) ? link(file.spanOf(['glossaries', index]), toFile(path)) : [],
    ),
    ...(typeof value['goals'] === 'string' ? link(file.spanOf(['goals']), toFile(value['goals'])) : []),
    ...(pages === undefined || !isRecord(value['rules'])
      ? []
      : Object.keys(value['rules']).flatMap((id) => {
          const rule = rules.find(({ meta }) => meta.id === id);
          return rule === undefined ? [] : link(file.keySpanOf(['rules', id]), `${pages}/${id}.md`, rule.meta.title);
        })),
  ];
}
