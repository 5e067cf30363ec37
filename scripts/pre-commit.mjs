#!/usr/bin/env node
// What pre-commit runs in its own clone of this repository: builds once, then checks the files that it is given.

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Written last, so that a build that was broken off is made anew.
const stamp = join(root, 'dist', 'built-for-pre-commit');

/** Runs a program in the clone; shows what it said, and ends, only when it fails. */
function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`liaison could not be built: ${command} ${args.join(' ')}\n${error?.message ?? `${stdout}${stderr}`}`);
  process.exit(2);
}

if (!existsSync(stamp)) {
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  run(process.execPath, ['scripts/build.mjs']);
  writeFileSync(stamp, '');
}
const { status } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), 'lint', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 2;
