import { CancellationToken, type CodeLens, CodeLensRefreshRequest, type Location } from 'vscode-languageserver';
import { countsOn } from '../index.js';
import { toRange } from './convert.js';
import { type Entry, listEntries } from './entries.js';
import type { Mentions } from './message-index.js';
import { type ShowReferences, showReferencesCommand } from './protocol.js';
import { describeError, type Feature, isYaml, type Session } from './session.js';
import { findGoal, isSameTerm } from './subjects.js';
import { isGlossary, isGoalsFile, today } from './workspace.js';

/** What a lens needs to know to be completed. */
interface LensData {
  readonly uri: string;
  readonly list: 'terms' | 'goals';
  readonly name: string;
  readonly partOfSpeech?: string | undefined;
}

/** Above each term of a glossary where it is used, or would be flagged; above each goal which messages count for it. */
export const codeLenses: Feature = {
  start(session) {
    if (session.client.capabilities.textDocument?.codeLens === undefined) return undefined;
    session.connection.onCodeLens(({ textDocument: { uri } }): Promise<CodeLens[] | null> => listLenses(session, uri));
    const refresh = new LensRefresh(session);
    session.connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
      const mentions = await session.index.readMentions(token);
      refresh.afterNextChange();
      // The data is what `listLenses` put there.
      const data = lens.data as LensData;
      const { title, places } = data.list === 'goals' ? await describeGoal(session, data, mentions) : await describeTerm(session, data, mentions);
      const canShow = places.length > 0 && session.options.commands?.includes(showReferencesCommand) === true;
      const args: ShowReferences = [data.uri, lens.range.start, places];
      return { ...lens, command: canShow ? { title, command: showReferencesCommand, arguments: [...args] } : { title, command: '' } };
    });
    return { codeLensProvider: { resolveProvider: true } };
  },
};

async function listLenses(session: Session, uri: string): Promise<CodeLens[] | null> {
  const document = session.documents.get(uri);
  if (document === undefined || !isYaml(uri)) return null;
  const location = session.files.toLocation(uri);
  const organisation = await session.workspace.organisationOf(uri);
  const list = isGoalsFile(location, organisation) ? 'goals' : isGlossary(location, organisation) ? 'terms' : undefined;
  if (list === undefined) return null;
  return listEntries(location, document.getText(), list).map((entry) => ({
    range: toRange(document, entry.nameSpan),
    data: { uri, list, name: entry.name, partOfSpeech: partOfSpeechOf(entry) } satisfies LensData,
  }));
}

function partOfSpeechOf({ value }: Entry): string | undefined {
  return typeof value['partOfSpeech'] === 'string' ? value['partOfSpeech'] : undefined;
}

interface Description {
  readonly title: string;
  readonly places: readonly Location[];
}

async function describeTerm(session: Session, { uri, name, partOfSpeech }: LensData, mentions: readonly Mentions[]): Promise<Description> {
  const path = session.files.toLocation(uri);
  const organisation = await session.workspace.organisationOf(uri);
  const glossary = organisation.glossaries.find((candidate) => candidate.path === path);
  if (glossary === undefined) return { title: 'Not in use: no liaison.yml names this glossary', places: [] };
  const subject = { name, glossary: { name: glossary.name, path }, partOfSpeech };
  const found = mentions.flatMap((message) => message.uses.filter(({ term }) => isSameTerm(subject, term)).map((use) => ({ uri: message.uri, ...use })));
  const isProposed = glossary.terms.some((term) => term.status === 'proposed' && isSameTerm(subject, term));
  const counted = isProposed ? found.filter(({ wouldFlag }) => wouldFlag) : found;
  const places = counted.map(({ uri: message, range }): Location => ({ uri: message, range }));
  const messages = new Set(places.map((place) => place.uri)).size;
  if (isProposed)
    return { title: places.length === 0 ? 'Would flag nothing' : `Would flag ${countOf(places.length, 'place')} ${inMessages(messages)}`, places };
  if (places.length === 0) return { title: 'Not used', places };
  const flagged = found.filter(({ decision }) => decision === 'flagged').length;
  return { title: `${countOf(places.length, 'use')} ${inMessages(messages)}${flagged === 0 ? ', none flagged' : `, ${flagged} flagged`}`, places };
}

async function describeGoal(session: Session, { uri, name }: LensData, mentions: readonly Mentions[]): Promise<Description> {
  const path = session.files.toLocation(uri);
  const organisation = await session.workspace.organisationOf(uri);
  if (organisation.goals?.path !== path) return { title: 'Not in use: no liaison.yml names these goals', places: [] };
  // Documentation is read for its words alone; no goal is asked of it.
  const messages = mentions.filter((message) => message.kind !== 'page' && message.organisation.goals?.path === path && message.goals.includes(name));
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const places = messages.map((message): Location => ({ uri: message.uri, range: message.goalIds.find(({ id }) => id === name)?.range ?? top }));
  const goal = findGoal(organisation, name);
  if (places.length > 0) return { title: countOf(places.length, 'message'), places };
  return { title: goal !== undefined && countsOn(goal, today()) ? 'No message names this goal yet' : 'No message', places };
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function inMessages(count: number): string {
  return `in ${countOf(count, 'message')}`;
}

/** Has lenses drawn again some time after messages changed: clients only ask when the glossary itself does. */
class LensRefresh {
  private isWaiting = false;

  constructor(private readonly session: Session) {}

  afterNextChange(): void {
    const { connection, changes, client } = this.session;
    if (this.isWaiting || client.capabilities.workspace?.codeLens?.refreshSupport !== true) return;
    this.isWaiting = true;
    changes
      .next(CancellationToken.None)
      .then(() => {
        this.isWaiting = false;
        return connection.sendRequest(CodeLensRefreshRequest.type);
      })
      .catch((error: unknown) => connection.console.error(describeError(error)));
  }
}
