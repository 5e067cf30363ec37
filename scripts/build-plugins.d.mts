import type { Plugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';

export declare function listBundledGlossaries(): string[];
export declare const esbuildPlugin: Plugin;
export declare const vitePlugin: VitePlugin;
