// What the bundler and the test runner must know beyond plain modules: the bundled glossaries, the templates, and one file
// of a package that its own exports leave out.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const glossaryFolder = join(root, 'glossaries');
const templateFolder = join(root, 'server', 'src', 'templates');
/** In this order a later one wins. */
const order = ['plain-words', 'business-buzzwords', 'it-jargon', 'it-acronyms'];

/** Absolute paths of the bundled glossaries, in their order. */
export function listBundledGlossaries() {
  const found = readdirSync(glossaryFolder).filter((name) => name.endsWith('.yml'));
  const unknown = found.find((name) => !order.includes(name.replace('.yml', '')));
  if (unknown !== undefined) throw new Error(`glossaries/${unknown} has no place in the order of scripts/build-plugins.mjs`);
  return order.map((name) => join(glossaryFolder, `${name}.yml`));
}

/** The module that says how an entry is written: the engine's own, so that what is worked out here is what it would find. */
async function importSpellings() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'server', 'src', 'glossary', 'spellings.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The module `liaison:glossaries`: entries without what is only for tests and readers of the file, and their spellings, worked out. */
async function makeGlossaryModule() {
  const { listSpellings, packSpelling } = await importSpellings();
  const sources = listBundledGlossaries().map((path) => {
    const { terms, licence: _, ...header } = parse(readFileSync(path, 'utf8'));
    return {
      ...header,
      terms: terms.map(({ examples: _examples, ...term }) => term),
      spellings: terms.map((term) => listSpellings(term).map(packSpelling)),
    };
  });
  // A parsed string starts faster than an object literal of this size.
  return `export const bundledGlossarySources = JSON.parse(${JSON.stringify(JSON.stringify(sources))});`;
}

/** Absolute paths of the templates. */
function listTemplates() {
  return readdirSync(templateFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|yml)$/.test(name))
    .sort()
    .map((name) => join(templateFolder, name));
}

/** The module `liaison:templates`: the text of each file by its path in the folder, the same whatever line ends the checkout has. */
function makeTemplateModule() {
  const texts = listTemplates().map((path) => [relative(templateFolder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8').replaceAll('\r\n', '\n')]);
  return `export const templates = ${JSON.stringify(Object.fromEntries(texts))};`;
}

const modules = {
  'liaison:glossaries': { make: makeGlossaryModule, listFiles: listBundledGlossaries },
  'liaison:templates': { make: makeTemplateModule, listFiles: listTemplates },
};

const resolvePatterns = () => join(dirname(createRequire(import.meta.url).resolve('retext-simplify')), 'lib', 'patterns.js');

/** @type {import('esbuild').Plugin} */
export const esbuildPlugin = {
  name: 'liaison',
  setup(build) {
    build.onResolve({ filter: /^liaison:/ }, ({ path }) => ({ path, namespace: 'liaison' }));
    build.onLoad({ filter: /.*/, namespace: 'liaison' }, async ({ path }) => ({
      contents: await modules[path].make(),
      loader: 'js',
      watchFiles: modules[path].listFiles(),
    }));
    build.onResolve({ filter: /^retext-simplify\/patterns$/ }, () => ({ path: resolvePatterns() }));
  },
};

/** The same for Vitest. */
export const vitePlugin = {
  name: 'liaison',
  enforce: 'pre',
  resolveId(id) {
    if (id in modules) return `\0${id}`;
    return id === 'retext-simplify/patterns' ? resolvePatterns() : undefined;
  },
  load(id) {
    return modules[id.replace('\0', '')]?.make();
  },
};
