#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import type { CheckOptions } from './check-files.js';
import type { ExportOptions } from './glossary-export.js';
import type { ImpactOptions } from './glossary-impact.js';
import type { ImportOptions } from './glossary-import.js';
import type { StatsOptions } from './glossary-stats.js';
import type { SuggestOptions } from './glossary-suggest.js';
import type { CoverageOptions } from './goals-coverage.js';
import type { MatchOptions } from './goals-match.js';
import type { InitOptions } from './init.js';
import type { LintOptions } from './lint.js';
import type { MergeOptions } from './merge.js';
import type { NewOptions } from './new.js';
import { isClosedPipe } from './system-error.js';
import { UsageError } from './usage-error.js';

const program = new Command('liaison')
  .description('Reads drafts the way their audience will: jargon, readability, goals.')
  .version(version, '-v, --version')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError('(liaison --help shows what there is)')
  .showSuggestionAfterError();

const formatNames = 'pretty, json, sarif, junit, github, gitlab, rdjson, markdown or html';
const collect = (value: string, before: readonly string[]): string[] => [...before, value];

program
  .command('lint')
  .description('check messages and print what their readers would stumble over')
  .argument('[paths...]', 'files and folders; the working directory when there are none')
  .option('--format <format>', `${formatNames}; FORMAT=FILE writes to a file; may be repeated`, collect, [])
  .option('--fix', 'apply all safe suggestions')
  .option('--in-place', 'with --fix, mend Word files and decks themselves and not a copy')
  .option('--fail-on <severity>', 'exit with 1 from this severity on: error, warning, info or never', 'error')
  .option('--max-warnings <count>', 'exit with 1 when there are more warnings')
  .option('--quiet', 'report errors only')
  .option('--checkup', 'list what each message has and lacks, with the words that show it or a line to add')
  .option('--stats', 'add figures to the pretty report: words, reading age, jargon, time, what was found most')
  .option('--config <file>', 'use this liaison.yml for all files')
  .option('--audience <name>', 'read all messages as this audience')
  .option('--kind <kind>', 'read all messages as this kind: announcement, status, deck, newsletter, strategy or page')
  .option('--rule <id=severity>', 'set a rule to error, warning, info or off; may be repeated', collect, [])
  .option('--changed [ref]', 'only files that differ from a commit, HEAD when none is named, and files that git does not know yet')
  .option('--file-list <file>', 'files to read, one a line; - reads the list from standard input')
  .option('--shard <i/n>', 'only part i of n, to be joined by liaison merge')
  .option('--stdin', 'read one message from standard input; with --fix the mended text is printed')
  .option('--stdin-filename <path>', 'the path to treat it as')
  .addHelpText(
    'after',
    `
Examples:
  liaison lint announcements/            check a folder
  liaison lint --fix draft.md            mend what is safe to mend
  liaison lint --checkup draft.md        see which parts are there and which are missing
  liaison lint --format json=report.json --fail-on warning docs/
  liaison lint --format github --format sarif=liaison.sarif docs/
  liaison lint --stdin --stdin-filename announcements/new.md < draft.md

Exit codes: 0 nothing at or over --fail-on, 1 findings, 2 wrong use, a config that cannot be read, or a failure of our own.`,
  )
  .action(async (paths: string[], options: LintOptions) => {
    const { lint } = await import('./lint.js');
    process.exitCode = await lint(paths, options, version);
  });

program
  .command('merge')
  .description('join the JSON reports of parts of a folder into one')
  .argument('<reports...>', 'files that liaison lint --format json=FILE wrote')
  .option('--format <format>', `${formatNames}; FORMAT=FILE writes to a file; may be repeated`, collect, [])
  .option('--fail-on <severity>', 'exit with 1 from this severity on: error, warning, info or never', 'error')
  .option('--max-warnings <count>', 'exit with 1 when there are more warnings')
  .option('--checkup', 'list what each message has and lacks')
  .addHelpText(
    'after',
    `
The report is the one that a single run over all the messages writes. Lines around findings are shown where the messages
are at hand. So are suggestions for reviewdog. Run it where the reports were made.

Examples:
  liaison merge shard-1.json shard-2.json
  liaison merge --format json=report.json --format github shards/*.json

Exit codes: those of liaison lint.`,
  )
  .action(async (reports: string[], options: MergeOptions) => {
    const { merge } = await import('./merge.js');
    process.exitCode = await merge(reports, options, version);
  });

program
  .command('explain')
  .description('say what a rule checks or what a term means; without a name, list the rules')
  .argument('[name]', 'a rule or a term')
  .addHelpText('after', '\nExamples:\n  liaison explain long-sentence\n  liaison explain "circle back"')
  .action(async (name: string | undefined) => {
    const { explain } = await import('./explain.js');
    await explain(name);
  });

const glossary = program
  .command('glossary')
  .description('keep glossaries: check them, find candidates, see what is used, try a change, bring terms in and hand them on');

glossary
  .command('check')
  .description('find what is wrong in glossaries: shape, duplicates, replacements that lead nowhere, overdue reviews, examples that fail')
  .argument('[paths...]', 'glossary files and folders; your own glossaries of the nearest liaison.yml when there are none')
  .option('--format <format>', 'pretty or json', 'pretty')
  .option('--fail-on <severity>', 'exit with 1 from this severity on: error, warning, info or never', 'error')
  .addHelpText(
    'after',
    `
Examples:
  liaison glossary check
  liaison glossary check glossaries/ --fail-on warning
  liaison glossary check --format json glossaries/acme.yml`,
  )
  .action(async (paths: string[], options: CheckOptions) => {
    const { checkGlossaries } = await import('./glossary-check.js');
    process.exitCode = await checkGlossaries(paths, options);
  });

glossary
  .command('import')
  .description('bring terms in from a spreadsheet, from TBX, or from lists of Vale, cspell and prh')
  .argument('<files...>', 'files; for Vale also a folder of rules')
  .option('--from <format>', 'csv, xlsx, tbx, vale, cspell or prh; told from the file when absent')
  .option('--to <file>', 'write a new glossary to this file; to standard output when absent')
  .option('--into <file>', 'merge into this glossary: add new terms, update known ones, keep its comments')
  .option('--name <name>', 'name of the new glossary')
  .option('--status <status>', 'status of terms that come without one: proposed, approved, deprecated or retired')
  .option('--language <code>', 'which language of a TBX file', 'en')
  .option('--format <format>', 'how to print problems: text or json', 'text')
  .option('--force', 'write over a file that is there')
  .addHelpText(
    'after',
    `
Examples:
  liaison glossary import terms.xlsx --to glossaries/house.yml
  liaison glossary import new-terms.csv --into glossaries/house.yml --status proposed
  liaison glossary import translators.tbx --language en-GB --to glossaries/house.yml
  liaison glossary import styles/Microsoft --from vale --to glossaries/microsoft.yml
  liaison glossary import cspell.json --to glossaries/words.yml

Exit codes: 0 everything came in, 1 some entries or patterns did not, 2 wrong use or a file that cannot be read.`,
  )
  .action(async (files: string[], options: ImportOptions) => {
    const { importGlossary } = await import('./glossary-import.js');
    process.exitCode = await importGlossary(files, options);
  });

glossary
  .command('export')
  .description('write a glossary as CSV, as a spreadsheet, or as TBX for translators')
  .argument('<glossary>', 'a glossary file, or the name of one that comes with Liaison')
  .option('--to <file>', 'write to this file, ending in .csv, .xlsx or .tbx; to standard output when absent')
  .option('--format <format>', 'csv, xlsx or tbx; told from --to when absent')
  .option('--language <code>', 'the language of the terms, for TBX', 'en')
  .option('--force', 'write over a file that is there')
  .addHelpText(
    'after',
    `
Examples:
  liaison glossary export glossaries/house.yml --to house.xlsx
  liaison glossary export it-jargon --to it-jargon.tbx
  liaison glossary export plain-words > plain-words.csv

Exit codes: 0 all is written, 1 something could not go along, 2 wrong use or a glossary that cannot be read.`,
  )
  .action(async (name: string, options: ExportOptions) => {
    const { exportGlossary } = await import('./glossary-export.js');
    process.exitCode = await exportGlossary(name, options);
  });

glossary
  .command('suggest')
  .description('list words, phrases and acronyms of your messages that may belong in a glossary')
  .argument('[paths...]', 'files and folders; the working directory when there are none')
  .option('--limit <count>', 'how many candidates to list', '50')
  .option('--min-count <count>', 'leave out what is used less often', '3')
  .option('--format <format>', 'pretty, csv, json or yaml', 'pretty')
  .addHelpText(
    'after',
    `
Examples:
  liaison glossary suggest announcements/
  liaison glossary suggest --format csv docs/ > candidates.csv
  liaison glossary suggest --format yaml --limit 30 > glossaries/candidates.yml`,
  )
  .action(async (paths: string[], options: SuggestOptions) => {
    const { suggestTerms } = await import('./glossary-suggest.js');
    await suggestTerms(paths, options);
  });

glossary
  .command('stats')
  .description('count how often each term is used, where, and what became of it')
  .argument('[paths...]', 'files and folders; the working directory when there are none')
  .option('--glossary <name>', 'this glossary only')
  .option('--unused', 'name the terms that nobody uses')
  .option('--format <format>', 'pretty, json or csv', 'pretty')
  .addHelpText(
    'after',
    `
Examples:
  liaison glossary stats
  liaison glossary stats --glossary acme --unused announcements/
  liaison glossary stats --format csv > terms.csv`,
  )
  .action(async (paths: string[], options: StatsOptions) => {
    const { showStatistics } = await import('./glossary-stats.js');
    await showStatistics(paths, options);
  });

glossary
  .command('impact')
  .description('show what a changed or proposed glossary would flag, before it ships')
  .argument('<glossary>', 'the glossary’s file, or its name; its proposed terms count as approved')
  .argument('[paths...]', 'files and folders; the working directory when there are none')
  .option('--term <term>', 'this term only')
  .option('--base <revision-or-file>', 'what to compare with; the last commit by default')
  .option('--format <format>', 'pretty, json or markdown', 'pretty')
  .addHelpText(
    'after',
    `
Examples:
  liaison glossary impact glossaries/acme.yml
  liaison glossary impact acme --term leverage announcements/
  liaison glossary impact acme --base main --format markdown > impact.md
  liaison glossary impact new.yml --base old.yml

The exit code is 0 whatever changes.`,
  )
  .action(async (name: string, paths: string[], options: ImpactOptions) => {
    const { showImpact } = await import('./glossary-impact.js');
    await showImpact(name, paths, options);
  });

const goals = program.command('goals').description('keep goals: check them, see which of them your messages serve and how many messages each audience gets');

goals
  .command('check')
  .description('find what is wrong in a goals file: ids, dates, statuses, overdue reviews, goals that are over, that nobody owns, or that are alike')
  .argument('[files...]', 'goals files; that of the nearest liaison.yml when there are none')
  .option('--format <format>', 'pretty or json', 'pretty')
  .option('--fail-on <severity>', 'exit with 1 from this severity on: error, warning, info or never', 'error')
  .addHelpText(
    'after',
    `
Examples:
  liaison goals check
  liaison goals check goals.yml --fail-on warning
  liaison goals check --format json

Exit codes: 0 nothing at or over --fail-on, 1 problems, 2 wrong use.`,
  )
  .action(async (files: string[], options: CheckOptions) => {
    const { checkGoalsFiles } = await import('./goals-check.js');
    process.exitCode = await checkGoalsFiles(files, options);
  });

goals
  .command('coverage')
  .description('show which goals your messages serve, month by month, and the weeks in which an audience gets too many messages')
  .argument('[paths...]', 'files and folders; the working directory when there are none')
  .option('--format <format>', 'pretty or json', 'pretty')
  .addHelpText(
    'after',
    `
Examples:
  liaison goals coverage
  liaison goals coverage announcements/ status/
  liaison goals coverage --format json > coverage.json

Pages are no messages and are left out. The exit code is 0 whatever is found.`,
  )
  .action(async (paths: string[], options: CoverageOptions) => {
    const { showCoverage } = await import('./goals-coverage.js');
    await showCoverage(paths, options);
  });

goals
  .command('match')
  .description('say which goals a message serves, with the sentence that shows it')
  .argument('[file]', 'a message; “-”, or nothing, reads standard input')
  .option('--format <format>', 'pretty or json', 'pretty')
  .option('--config <file>', 'use the goals of this liaison.yml')
  .addHelpText(
    'after',
    `
Examples:
  liaison goals match announcements/new-portal.md
  liaison goals match --format json - < draft.md
  liaison goals match --config acme/liaison.yml draft.md

Only goals that count today are looked at. The list is empty when the text serves none of them.
Exit codes: 0 whatever is found, 2 wrong use, no goals, or a file that cannot be read.`,
  )
  .action(async (file: string | undefined, options: MatchOptions) => {
    const { matchGoals } = await import('./goals-match.js');
    await matchGoals(file, options);
  });

program
  .command('init')
  .description('start well: write liaison.yml, goals.yml, a glossary and a first message')
  .argument('[folder]', 'where they go; made when it is not there', '.')
  .option('--name <name>', 'your organisation’s short name, for its glossary; “house” when absent')
  .option('--language <code>', 'spelling of replacements: en, en-GB, en-US or en-AU', 'en-GB')
  .option('--owner <who>', 'who keeps the words and the goals: a person, a role or an address')
  .option('--dry-run', 'list what would be written, and write nothing')
  .addHelpText(
    'after',
    `
A file that is there stays as it is. To begin it anew, move it away first.

Examples:
  liaison init
  liaison init messages/ --name Acme --language en-US --owner communications@acme.example
  liaison init --dry-run`,
  )
  .action(async (folder: string, options: InitOptions) => {
    const { init } = await import('./init.js');
    await init(folder, options);
  });

program
  .command('new')
  .description('write the draft of a message, with gaps to fill in')
  .argument('<kind>', 'announcement, status, deck or strategy')
  .argument('[file]', 'the file or folder; the folder that liaison.yml keeps for this kind when absent, else the current one')
  .option('--goal <id>', 'the goal that it serves; may be repeated', collect, [])
  .option('--audience <name>', 'who it is for')
  .option('--subject <words>', 'its subject line')
  .option('--date <date>', 'its date, as in 2027-06-30; today when absent')
  .option('--stdout', 'print it and write no file')
  .addHelpText(
    'after',
    `
Examples:
  liaison new announcement
  liaison new announcement --goal G1 --subject "Book your leave online from 1 June"
  liaison new status --audience managers status/may.md
  liaison new deck --stdout > kick-off.md`,
  )
  .action(async (kind: string, file: string | undefined, options: NewOptions) => {
    const { startMessage } = await import('./new.js');
    await startMessage(kind, file, options);
  });

program
  .command('lsp')
  .description('run the language server for an editor')
  .option('--stdio', 'speak over standard input and output (the only way, and the default)')
  .action(async () => {
    const { startOverStdio } = await import('../lsp/stdio.js');
    startOverStdio();
  });

// Whoever reads the output may have seen enough, as in `liaison … | head`.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong; returns the exit code. */
function report(error: unknown): number {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isClosedPipe(error)) return Number(process.exitCode ?? 0);
  if (error instanceof UsageError) console.error(`liaison: ${error.message}`);
  else console.error(`liaison failed, which is our mistake, not yours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 2;
}
