// How glossaries scale: node bench/glossaries.mjs FOLDER [--runs 5] [--cli FILE]
//   1. reading and compiling 1,000 and 100,000 terms: time and memory, each in a process of its own;
//   2. linting the Markdown files of FOLDER with 1,000 and with 100,000 terms, in turn: the ratio is what counts;
//   3. loading the glossaries that ship with Liaison.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "../scripts/bundle.mjs";
import { copyMarkdownFiles } from "./markdown-files.mjs";
import { quantile } from "./statistics.mjs";
import { readCount, requireBuiltLiaison, runProgram, UsageError } from "./usage-error.mjs";

const benchFolder = dirname(fileURLToPath(import.meta.url));
const sizes = [1_000, 100_000];

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: "string", default: "5" }, cli: { type: "string", default: join(benchFolder, "..", "dist", "cli.js") } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new UsageError("Name a folder with Markdown files.");
  const cli = resolve(values.cli);
  requireBuiltLiaison(cli);
  const runs = readCount(values.runs, "--runs");
  const work = mkdtempSync(join(tmpdir(), "liaison-bench-"));
  try {
    const parts = join(work, "parts.mjs");
    await bundle({ entryPoints: [join(benchFolder, "glossary-parts.ts")], outfile: parts });
    for (const size of sizes) {
      mkdirSync(join(work, String(size)));
      writeFileSync(join(work, String(size), "terms.yml"), writeGlossary(size));
      writeFileSync(join(work, String(size), "liaison.yml"), "glossaries: [plain-words, business-buzzwords, it-jargon, it-acronyms, ./terms.yml]\n");
    }
    console.log(
      `Node ${process.version}\n\n| terms | YAML | read | compiled | heap, terms and automaton | peak memory of the process |\n|--:|--:|--:|--:|--:|--:|`,
    );
    for (const size of sizes) console.log(timeCompile(parts, join(work, String(size), "terms.yml"), size, runs));

    const messages = join(work, "messages");
    copyMarkdownFiles(folder, messages);
    const seconds = new Map(sizes.map((size) => [size, []]));
    for (let run = 0; run < runs; run++) for (const size of sizes) seconds.get(size).push(timeLint(cli, messages, join(work, String(size), "liaison.yml")));
    console.log("\n| terms | linting the folder, median | fastest | slowest |\n|--:|--:|--:|--:|");
    for (const size of sizes) {
      const times = seconds.get(size);
      console.log(`| ${size.toLocaleString("en")} | ${show(quantile(times, 0.5))} | ${show(Math.min(...times))} | ${show(Math.max(...times))} |`);
    }
    const [few, many] = sizes.map((size) => quantile(seconds.get(size), 0.5));
    console.log(`\nWith 100,000 terms it takes ${(many / few).toFixed(2)} times as long as with 1,000.`);

    const loads = Array.from({ length: runs }, () => measure(parts, loadShipped, []));
    const median = (key) =>
      quantile(
        loads.map((load) => load[key]),
        0.5,
      );
    console.log(
      `\nShipped glossaries, ${loads[0].terms.toLocaleString("en")} terms: read and compiled in ${median("glossaries").toFixed(0)} ms; with the tagger in ${median("all").toFixed(0)} ms.`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function show(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Terms of one to three invented words, of each part of speech, so that none is found: what is timed is looking for them. */
function writeGlossary(size) {
  const syllables = Array.from("bdfgklmnprstvz").flatMap((consonant) => Array.from("aeiou", (vowel) => consonant + vowel));
  const word = (number) => {
    let rest = (number * 7919) % 24_010_000;
    let text = "";
    for (let index = 0; index < 4; index++) {
      text += syllables[rest % syllables.length];
      rest = Math.floor(rest / syllables.length);
    }
    return text;
  };
  const everyday = "data service system user cloud network access platform process security".split(" ");
  const shapes = [
    (index) => `  - term: ${word(index)}\n    partOfSpeech: verb\n    replacements: [use]\n    reason: Readers may not know it.\n`,
    (index) => `  - term: ${everyday[index % 10]} ${word(index)}\n    partOfSpeech: noun\n    replacements: [plain thing]\n`,
    (index) => `  - term: ${word(index)}-${word(index + 1)} ${everyday[index % 10]}\n    definition: something that a reader may not know\n`,
  ];
  return `name: terms\nterms:\n${Array.from({ length: size }, (_, index) => shapes[index % 3](index)).join("")}`;
}

function timeCompile(parts, path, size, runs) {
  const times = Array.from({ length: runs }, () => measure(parts, compileTerms, [path]));
  const median = (key) =>
    quantile(
      times.map((time) => time[key]),
      0.5,
    );
  const megabytes = (key) => `${(median(key) / 1e6).toFixed(0)} MB`;
  return `| ${size.toLocaleString("en")} | ${(readFileSync(path).length / 1e6).toFixed(1)} MB | ${show(median("read"))} | ${show(median("compiled"))} | ${megabytes("heap")} | ${megabytes("peak")} |`;
}

/** Runs a function in a process of its own, with the parts imported, and gives back what it returns. */
function measure(parts, work, args) {
  const script = `import * as parts from ${JSON.stringify(new URL(`file://${parts}`).href)}; console.log(JSON.stringify(await (${work})(parts, ...${JSON.stringify(args)})));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function compileTerms({ parseGlossary, TermAutomaton }, path) {
  const { readFileSync: readText } = await import("node:fs");
  const text = readText(path, "utf8");
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  let { glossary, problems } = parseGlossary(path, text);
  const read = performance.now() - start;
  if (problems.length > 0) throw new Error(problems[0].message);
  const compiling = performance.now();
  const automaton = new TermAutomaton([glossary]);
  const compiled = performance.now() - compiling;
  glossary = undefined;
  problems = undefined;
  globalThis.gc();
  return { read, compiled, heap: process.memoryUsage().heapUsed - before, peak: process.resourceUsage().maxRSS * 1024, terms: automaton.terms.size };
}

async function loadShipped({ Organisations, TermAutomaton, rules }) {
  const start = performance.now();
  const organisation = await new Organisations(() => Promise.resolve(undefined), rules).load(undefined);
  const all = performance.now() - start;
  const again = performance.now();
  const automaton = new TermAutomaton(organisation.glossaries);
  return { all, glossaries: performance.now() - again, terms: automaton.terms.size };
}

function timeLint(cli, folder, config) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, "lint", folder, "--config", config, "--fail-on", "never", "--format", "json"], {
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(String(stderr));
  return performance.now() - start;
}
