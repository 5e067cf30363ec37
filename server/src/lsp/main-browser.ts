/// <reference lib="webworker" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ErrorCodes, ResponseError } from 'vscode-languageserver/browser';
import { createClientFiles } from '../host/client-files.js';
import { type ListFilesParams, listFilesMethod, readBytesMethod, readFileMethod } from './protocol.js';
import { startServer } from './server.js';

// The web worker that the browser extension starts. A worker has no files: the editor reads them for it.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(
  connection,
  createClientFiles(
    (uri) => connection.sendRequest<string | null>(readFileMethod, uri),
    (uri) => connection.sendRequest<string | null>(readBytesMethod, uri),
    (folder, extensions) =>
      connection.sendRequest<readonly string[] | null>(listFilesMethod, { folder, extensions } satisfies ListFilesParams).catch(withoutList),
  ),
);

/** A client that does not know the request has no files to list: what is open counts. */
function withoutList(error: unknown): null {
  if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return null;
  throw error;
}
