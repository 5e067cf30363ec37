// Wall time of a cold run of Liaison and its peers over the Markdown files of a folder:
//   node bench/cold.mjs FOLDER [--runs N] [--only liaison,cspell,textlint,alex] [--config LIAISON.YML] [--cli FILE]
// README.md beside this file says what each tool does in that time.

import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { copyMarkdownFiles, isFolder } from "./markdown-files.mjs";
import { findNodeForPeers } from "./node-versions.mjs";
import { quantile } from "./statistics.mjs";
import { readCount, requireBuiltLiaison, runProgram, UsageError } from "./usage-error.mjs";

const benchFolder = dirname(fileURLToPath(import.meta.url));
const toolNames = ["liaison", "cspell", "textlint", "alex"];

await runProgram(async () => {
  const options = readOptions();
  const temporary = mkdtempSync(join(tmpdir(), "liaison-bench-"));
  try {
    const files = copyMarkdownFiles(options.folder, join(temporary, "files"));
    const place = { folder: join(temporary, "files"), temporary, files };
    const contestants = listContestants(options);
    for (const contestant of contestants) await warmUp(contestant, place);
    await measureInTurn(contestants, place, options.runs);
    printReport(contestants, place, options);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: "string", default: "5" },
      only: { type: "string", default: toolNames.join(",") },
      config: { type: "string" },
      cli: { type: "string", default: join(benchFolder, "..", "dist", "cli.js") },
    },
  });
  if (positionals.length !== 1 || !isFolder(positionals[0])) {
    throw new UsageError("Name one folder: node bench/cold.mjs FOLDER [--runs N] [--only liaison,cspell,textlint,alex]");
  }
  const only = values.only.split(",");
  const unknown = only.find((name) => !toolNames.includes(name));
  if (unknown !== undefined) throw new UsageError(`--only does not know "${unknown}": choose from ${toolNames.join(", ")}.`);
  const cli = resolve(values.cli);
  if (only.includes("liaison")) requireBuiltLiaison(cli);
  const config = values.config === undefined ? undefined : resolve(values.config);
  if (config !== undefined && !existsSync(config)) throw new UsageError(`--config names a file that does not exist: ${values.config}`);
  return { folder: resolve(positionals[0]), runs: readCount(values.runs, "--runs"), only, cli, config };
}

/**
 * A contestant is a tool on a Node version. `count` reads from what a run printed how many files it checked and how
 * many findings it made; files undefined means that the output is not a report.
 */
function listContestants({ only, cli, config }) {
  const node = findNodeForPeers();
  if (node === undefined) {
    throw new UsageError(
      `cspell needs Node 22.18 or newer and this is ${process.version}: run this script with a newer Node. On Linux x64, npm install in bench/ brings one.`,
    );
  }
  const liaison = {
    version: "",
    arguments: [cli, "lint", "--format", "json", ...(config === undefined ? [] : ["--config", config])],
    count: countInLiaison,
  };
  if (only.includes("liaison")) liaison.version = readVersion(join(dirname(cli), "..", "package.json"));
  const own = { path: process.execPath, version: process.version };
  const all = [
    { tool: "liaison", name: "liaison", node, ...liaison },
    ...(own.version === node.version ? [] : [{ tool: "liaison", name: "liaison", node: own, ...liaison }]),
    {
      ...describePeer("cspell", countInCspell),
      node,
      options: ["lint", "--no-cache", "--no-progress", "--no-color", "--dot", "--config", join(benchFolder, "config", "cspell.json")],
    },
    {
      ...describePeer("textlint", countInTextlint),
      node,
      options: ["--no-color", "--format", "json", "--config", join(benchFolder, "config", "textlintrc.json")],
    },
    { ...describePeer("alex", countInAlex), node, options: [] },
  ];
  return all
    .filter(({ tool }) => only.includes(tool))
    .map((contestant) => ({
      ...contestant,
      version: contestant.version ?? readVersion(join(benchFolder, "node_modules", contestant.tool, "package.json")),
      arguments: contestant.arguments ?? [findProgram(contestant.tool), ...contestant.options],
      milliseconds: [],
      peakKilobytes: [],
    }));
}

function describePeer(tool, count) {
  return { tool, name: tool, count };
}

function readManifest(path) {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist: run npm ci in bench/ first.`);
  return JSON.parse(readFileSync(path, "utf8"));
}

function readVersion(path) {
  return readManifest(path).version;
}

function findProgram(tool) {
  const folder = join(benchFolder, "node_modules", tool);
  const { bin } = readManifest(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

/** The untimed round: fills the system's file cache, and proves that the tool really checks every file. */
async function warmUp(contestant, place) {
  const outputFile = join(place.temporary, "stdout");
  const errorFile = join(place.temporary, "stderr");
  const output = openSync(outputFile, "w");
  const errors = openSync(errorFile, "w");
  const run = await runOnce(contestant, place, ["ignore", output, errors]);
  closeSync(output);
  closeSync(errors);
  const stdout = readFileSync(outputFile, "utf8");
  const stderr = readFileSync(errorFile, "utf8");
  const failure = describeFailure(run) ?? describeMissingFiles(contestant.count({ stdout, stderr }), place.files.length);
  if (failure !== undefined) {
    throw new UsageError(`${contestant.name} on Node ${contestant.node.version} ${failure}\n${lastLines(stderr) || lastLines(stdout)}`);
  }
  contestant.exitCode = run.exitCode;
  contestant.counted = contestant.count({ stdout, stderr });
}

/** One run of each in turn, so that other work on the machine hits all alike; each round starts with another tool. */
async function measureInTurn(contestants, place, runs) {
  for (let round = 0; round < runs; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const contestant = contestants[(round + turn) % contestants.length];
      const run = await runOnce(contestant, place, ["ignore", "ignore", "ignore"]);
      // The same files must end the same way; anything else means that this run did not do the work.
      const failure =
        describeFailure(run) ?? (run.exitCode === contestant.exitCode ? undefined : `exited with ${run.exitCode}, before with ${contestant.exitCode}.`);
      if (failure !== undefined) throw new UsageError(`${contestant.name} on Node ${contestant.node.version} ${failure}`);
      contestant.milliseconds.push(run.milliseconds);
      contestant.peakKilobytes.push(run.peakKilobytes);
    }
  }
}

/** Starts the tool over all files and waits for its exit. "ignore" as output is the system's null device. */
function runOnce(contestant, place, stdio) {
  const probeFile = join(place.temporary, "probe");
  rmSync(probeFile, { force: true });
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(contestant.node.path, ["--require", join(benchFolder, "exit-probe.cjs"), ...contestant.arguments, ...place.files], {
      cwd: place.folder,
      stdio,
      // alex otherwise asks the network for a newer version of itself.
      env: { ...environment, LIAISON_BENCH_PROBE: probeFile, NO_UPDATE_NOTIFIER: "1", NO_COLOR: "1" },
    });
    child.on("error", (error) => {
      const isTooLong = error.code === "E2BIG" || error.code === "ENAMETOOLONG";
      fail(isTooLong ? new UsageError("The folder has more files than fit on a command line: choose a smaller one.") : error);
    });
    child.on("exit", (exitCode, signal) => {
      const milliseconds = performance.now() - start;
      const reports = existsSync(probeFile)
        ? readFileSync(probeFile, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [];
      done({
        milliseconds,
        exitCode,
        signal,
        crash: reports.find(({ crash }) => crash !== undefined)?.crash,
        // With child processes the sum of the peaks, which is at least the peak of the sum.
        peakKilobytes: reports.reduce((sum, report) => sum + report.peakKilobytes, 0),
      });
    });
  });
}

/** Undefined for a good run. All four tools exit with 0 or 1 when they have done their work. */
function describeFailure({ exitCode, signal, crash }) {
  if (signal !== null) return `was ended by ${signal}.`;
  if (crash !== undefined) return `crashed: ${crash}`;
  if (exitCode > 1) return `failed with exit code ${exitCode}.`;
  return undefined;
}

function describeMissingFiles({ files }, expected) {
  if (files === undefined) return "printed no report.";
  return files === expected ? undefined : `checked ${files} of ${expected} files.`;
}

function lastLines(text) {
  return text.trimEnd().split("\n").slice(-10).join("\n");
}

function countInLiaison({ stdout }) {
  const report = parseJson(stdout);
  if (report?.summary === undefined) return { files: undefined };
  return { files: report.summary.files, findings: report.results.reduce((sum, { findings }) => sum + findings.length, 0) };
}

function countInTextlint({ stdout }) {
  const report = parseJson(stdout);
  if (!Array.isArray(report)) return { files: undefined };
  return { files: report.length, findings: report.reduce((sum, { messages }) => sum + messages.length, 0) };
}

function countInCspell({ stderr }) {
  const summary = /Files checked: (\d+), Issues found: (\d+)/.exec(stderr);
  return summary === null ? { files: undefined } : { files: Number(summary[1]), findings: Number(summary[2]) };
}

/** alex names each file on a line of its own, and indents its findings below. */
function countInAlex({ stderr }) {
  const files = stderr.match(/^\S.*\.md(?:: no issues found)?$/gm)?.length;
  return { files, findings: stderr.match(/^\s+\d+:\d+\S*\s+(?:warning|error)\s/gm)?.length ?? 0 };
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    // The caller says that there is no report, and shows what was printed instead.
    return undefined;
  }
}

function printReport(contestants, { folder, files }, { runs }) {
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const cspell = contestants.find(({ tool }) => tool === "cspell");
  const rows = contestants.map((contestant) => {
    const median = quantile(contestant.milliseconds, 0.5);
    return [
      contestant.name,
      contestant.version,
      contestant.node.version,
      inSeconds(median),
      inSeconds(Math.min(...contestant.milliseconds)),
      inSeconds(Math.max(...contestant.milliseconds)),
      `${Math.round(quantile(contestant.peakKilobytes, 0.5) / 1024)} MB`,
      contestant.counted.files,
      contestant.counted.findings,
      cspell === undefined ? "–" : (median / quantile(cspell.milliseconds, 0.5)).toFixed(2),
    ];
  });
  const [processor] = cpus();
  console.log(
    `${files.length} Markdown files, ${(bytes / 1e6).toFixed(1)} MB; ${runs} cold runs each, in turn; ${cpus().length} × ${processor?.model ?? "unknown processor"}\n`,
  );
  console.log("| tool | version | Node | median | min | max | peak memory | files | findings | ratio to cspell |");
  console.log("|---|---|---|--:|--:|--:|--:|--:|--:|--:|");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

function inSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
