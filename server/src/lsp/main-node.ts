import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../host/node-files.js';
import { startServer } from './server.js';

// The process that the desktop extension starts, which says in its arguments how to reach it.
startServer(createConnection(ProposedFeatures.all), nodeFiles);
