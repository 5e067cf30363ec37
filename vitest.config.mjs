import { defineConfig } from 'vitest/config';
import { vitePlugin } from './scripts/build-plugins.mjs';

export default defineConfig({
  plugins: [vitePlugin],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
  },
});
