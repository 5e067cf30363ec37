import { defineConfig } from 'vitest/config';
import { vitePlugin } from './scripts/build-plugins.mjs';

export default defineConfig({
  plugins: [vitePlugin],
  test: {
    include: ['test/**/*.test.ts'],
    // A property is tried many times, and on slow machines too.
    testTimeout: 60_000,
    exclude: ['test/editor/**', '**/node_modules/**'],
  },
});
