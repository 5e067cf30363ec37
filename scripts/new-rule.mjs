// Starts a new rule: npm run new-rule -- long-paragraph

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const [id] = process.argv.slice(2);
if (id === undefined || !/^[a-z]+(?:-[a-z]+)*$/.test(id)) {
  console.error('Name the rule in kebab-case: npm run new-rule -- long-paragraph');
  process.exit(2);
}
const path = `server/src/rules/${id}.ts`;
if (existsSync(path)) {
  console.error(`${path} is there already.`);
  process.exit(2);
}
writeFileSync(
  path,
  `import { z } from 'zod';
import { allKinds, defineBlockRule } from './define-rule.js';

export default defineBlockRule({
  meta: {
    id: '${id}',
    title: 'What it flags, in a few words',
    category: 'plain words',
    why: 'Why it matters to a reader.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      // ‹ and › mark what is flagged. These are the rule's tests and its page.
      bad: ['A ‹placeholder› stands here.'],
      good: ['Nothing to see.'],
    },
  },
  options: z.strictObject({}),
  *check({ block, analysis }) {
    if (block.quoted) return;
    for (const word of analysis.words) {
      if (word.key === 'placeholder') yield { span: word, message: \`“\${word.value}” says nothing: write what you mean.\` };
    }
  },
});
`,
);
const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' });
console.log(`Wrote ${path}, its page in docs/rules and its setting.\nNow: write its check and examples, run npm run generate, then npm test.`);
process.exitCode = status ?? 1;
