import type { Files } from './files.js';

/** Asks the editor for a file's text, or for its bytes in base64; `null` when there is none. */
export type AskForFile = (uri: string) => Promise<string | null>;

/** Asks the editor for the addresses of files; `null` when it cannot list any. */
export type AskForList = (folder: string, extensions: readonly string[]) => Promise<readonly string[] | null>;

/** Files that only the editor can read: in a browser, or on a server that the editor knows how to reach. */
export function createClientFiles(askForText: AskForFile, askForBytes: AskForFile, askForList: AskForList): Files {
  return {
    readText: async (location) => (await askForText(toUri(location))) ?? undefined,
    readBytes: async (location) => {
      const encoded = await askForBytes(toUri(location));
      return encoded === null ? undefined : Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    },
    listFiles: async (folder, extensions) => ((await askForList(toUri(folder), extensions)) ?? []).map(toLocation),
    toLocation,
    toUri,
  };
}

/** An address without its escapes, so that paths written in a file can be joined to it. */
function toLocation(uri: string): string {
  const { scheme, path } = splitUri(uri);
  return `${scheme}${decodeURIComponent(path)}`;
}

function toUri(location: string): string {
  const { scheme, path } = splitUri(location);
  return `${scheme}${path.split('/').map(encodeURIComponent).join('/')}`;
}

function splitUri(uri: string): { scheme: string; path: string } {
  const scheme = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
  return { scheme, path: uri.slice(scheme.length) };
}
