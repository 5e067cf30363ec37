// Builds everything that ships, into dist/: node scripts/build.mjs [--minify]

import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const minify = process.argv.includes('--minify');
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
// Said here and not for the whole package: VS Code in a browser refuses an extension that calls itself a module.
writeFileSync('dist/package.json', '{ "type": "module" }\n');

await Promise.all([
  // The command line. Splitting keeps the language server out of the way of a lint run.
  bundle({
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    minify,
  }),
  // The extension in the desktop, and its server as a process.
  bundle({
    entryPoints: { 'client-node': 'client/src/extension-node.ts', server: 'server/src/lsp/main-node.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    // Listing files takes a package that asks where it is, which a CommonJS module says in another way.
    define: { 'import.meta.url': 'ownAddress' },
    banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
    external: ['vscode'],
    minify,
  }),
  // The extension in the browser, and its server as a worker.
  bundle({
    entryPoints: { 'client-browser': 'client/src/extension-browser.ts' },
    outdir: 'dist',
    format: 'cjs',
    platform: 'browser',
    target: 'es2023',
    external: ['vscode'],
    minify,
  }),
  bundle({
    entryPoints: { 'server-browser': 'server/src/lsp/main-browser.ts' },
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    // A worker has no page: packages that offer a version without `document` give that one.
    conditions: ['worker', 'browser'],
    target: 'es2023',
    minify,
  }),
]);

// Under licences of their own, so that each stays a file of its own with what its licence asks for beside it.
cpSync('data/word-frequency', 'dist/word-frequency', { recursive: true });
cpSync('data/word-vectors', 'dist/word-vectors', { recursive: true });

// The editor opens a rule's page from the extension itself, so that it works without a network.
if (existsSync('docs/rules')) cpSync('docs/rules', 'dist/rules', { recursive: true });
