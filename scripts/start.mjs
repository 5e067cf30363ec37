// The first command of the README: installs, builds, lints the examples and says where to go on.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Liaison needs Node 20 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined) throw error;
  return status;
}

if (!existsSync('node_modules/esbuild') && run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) process.exit(2);
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(2);

console.log('\nWhat Liaison says about the messages in examples/:\n');
// The examples hold mistakes on purpose, so findings are what should be seen here.
if (run(process.execPath, ['dist/cli.js', 'lint', 'examples', '--fail-on', 'never']) !== 0) process.exit(2);
console.log('\nLint your own:  node dist/cli.js lint FILE_OR_FOLDER\nSee all it can do:  node dist/cli.js --help');
