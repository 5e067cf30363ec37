import type { Definition, Location } from 'vscode-languageserver';
import type { Feature } from './session.js';
import { findDefinition, findMentions, findSubject } from './subjects.js';

/** From a term or a goal id to its entry. A term that ships with Liaison has no file to go to. */
export const definition: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.definition === undefined) return undefined;
    session.connection.onDefinition(async ({ textDocument, position }, token): Promise<Definition | null> => {
      const subject = await findSubject(session, textDocument.uri, position, token);
      return subject === undefined ? null : ((await findDefinition(session, subject))?.location ?? null);
    });
    return { definitionProvider: true };
  },
};

/** All uses of a term, however it is inflected, and all messages and folders that name a goal. */
export const references: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.references === undefined) return undefined;
    session.connection.onReferences(async ({ textDocument, position, context }, token): Promise<Location[] | null> => {
      const subject = await findSubject(session, textDocument.uri, position, token);
      if (subject === undefined) return null;
      const own = context.includeDeclaration ? await findDefinition(session, subject) : undefined;
      return [...(own === undefined ? [] : [own.location]), ...(await findMentions(session, subject, token))];
    });
    return { referencesProvider: true };
  },
};
