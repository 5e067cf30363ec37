// How every bundle is made: one place for what they share.

import { build } from 'esbuild';
import { esbuildPlugin } from './build-plugins.mjs';

/** Bundles what `options` name, with what all bundles share. Rejects with esbuild's messages when it cannot. */
export function bundle(options) {
  return build({
    bundle: true,
    target: 'node20',
    format: 'esm',
    platform: 'node',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
    plugins: [esbuildPlugin, ...(options.plugins ?? [])],
  });
}

/** Bundles a TypeScript module in memory and imports it: for scripts that need the engine's own data. */
export async function importBundled(entry) {
  const { outputFiles } = await bundle({ entryPoints: [entry], write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
