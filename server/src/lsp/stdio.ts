import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../host/node-files.js';
import { findShippedFolder, readShippedFile } from '../host/shipped-files.js';
import { startServer } from './server.js';

/** Serves an editor over standard input and output. */
export function startOverStdio(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeFiles, {
    readText: (path) => Promise.resolve(readShippedFile(path)),
    rulePages: findShippedFolder('rules'),
  });
}
