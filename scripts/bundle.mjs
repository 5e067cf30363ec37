// How every bundle is made: one place for what they share.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { esbuildPlugin } from './build-plugins.mjs';

// Some packages are CommonJS and ask for Node's own modules by require, which ES modules do not have.
const requireForModules = "import { createRequire as createRequireForBundle } from 'node:module';\nconst require = createRequireForBundle(import.meta.url);";

/** Bundles what `options` name, with what all bundles share. Rejects with esbuild's messages when it cannot. */
export function bundle(options) {
  return build({
    bundle: true,
    target: 'node20',
    format: 'esm',
    platform: 'node',
    legalComments: 'none',
    logLevel: 'warning',
    ...((options.format ?? 'esm') === 'esm' ? { banner: { js: requireForModules } } : {}),
    ...options,
    plugins: [esbuildPlugin, ...(options.plugins ?? [])],
  });
}

/** Bundles a TypeScript module and imports it: for scripts that need the engine's own data. */
export async function importBundled(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    await bundle({ entryPoints: [entry], outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
