/// <reference lib="webworker" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientFiles } from '../host/client-files.js';
import { readBytesMethod, readFileMethod } from './protocol.js';
import { startServer } from './server.js';

// The web worker that the browser extension starts. A worker has no files: the editor reads them for it.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(
  connection,
  createClientFiles(
    (uri) => connection.sendRequest<string | null>(readFileMethod, uri),
    (uri) => connection.sendRequest<string | null>(readBytesMethod, uri),
  ),
);
