// How well the parts of a message are found: node bench/parts.mjs [FOLDER…] [--show PART]
// Each FOLDER holds messages, NAME.md, and what a careful reader found in each, NAME.yml. Without one: test/messages/a, b and c, and all of them together.
//   1. every part, found and missing: precision and recall;
//   2. every flaw that a reader would want to see: precision and recall of the rule's findings.
// --show lists each message in which the tool and the reader differ about one part, target or rule, or about `all`.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { bundle } from "../scripts/bundle.mjs";
import { runProgram } from "./usage-error.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/** The day on which the goals of the messages are in force or over as their labels say. */
const today = "2026-12-01";

const targets = ["reading-age", "jargon-load", "one-topic", "one-screen", "one-page", "reader-first"];
const isTarget = (part) => targets.includes(part);

/** Counts, by name, of what was told, what is so, and what was told rightly. */
class Tally {
  #counts = new Map();

  add(name, isTold, isSo, isRight = isTold && isSo) {
    const counts = this.#counts.get(name) ?? { told: 0, so: 0, right: 0 };
    this.#counts.set(name, { told: counts.told + Number(isTold), so: counts.so + Number(isSo), right: counts.right + Number(isRight) });
  }

  /** Takes on the counts of another. */
  join(other) {
    for (const [name, { told, so, right }] of other.#counts) {
      const counts = this.#counts.get(name) ?? { told: 0, so: 0, right: 0 };
      this.#counts.set(name, { told: counts.told + told, so: counts.so + so, right: counts.right + right });
    }
  }

  keys() {
    return [...this.#counts.keys()].sort();
  }

  show(name) {
    const { told, so, right } = this.#counts.get(name);
    const share = (all) => (all === 0 ? "–" : (right / all).toFixed(2));
    return `${so} | ${told} | ${share(told)} | ${share(so)}`;
  }
}

await runProgram(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: "string" } } });
  const folders = positionals.length > 0 ? positionals : ["a", "b", "c"].map((name) => join(root, "test/messages", name));
  const work = mkdtempSync(join(tmpdir(), "liaison-bench-"));
  try {
    const module = join(work, "parts.mjs");
    await bundle({ entryPoints: [join(root, "bench/message-parts.ts")], outfile: module });
    const liaison = await import(module);
    const total = { messages: 0, parts: new Tally(), missing: new Tally(), flaws: new Tally() };
    for (const folder of folders) await scoreFolder(liaison, resolve(folder), values.show, total);
    if (folders.length > 1) printTables("all of them", total);
  } finally {
    rmSync(work, { recursive: true });
  }
});

async function scoreFolder(liaison, folder, show, total) {
  const { createEngine, Organisations, readDocument, rules, WordFrequency, WordVectors } = liaison;
  const readData = (name) => readFileSync(join(root, "data", name), "utf8");
  const vectors = new WordVectors(readData("word-vectors/en.txt"));
  const engine = createEngine(rules, { frequency: new WordFrequency(readData("word-frequency/en.txt")), vectors: () => vectors });
  const organisations = new Organisations((location) => readFile(location, "utf8").catch(() => undefined), rules);
  const parts = new Tally();
  const missing = new Tally();
  const flaws = new Tally();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort();
  for (const name of names) {
    const path = join(folder, name);
    const source = readFileSync(path, "utf8");
    const labels = parse(readFileSync(path.replace(/\.md$/, ".yml"), "utf8"));
    const organisation = await organisations.forMessage(path);
    const result = engine.lint({ document: readDocument(path, source, undefined, { folder: organisation.defaultsFor(path)?.kind }), organisation, today });
    const tell = (subject, text) => {
      if (show === subject || show === "all") console.log(`${name}: ${subject} ${text}`);
    };
    const found = new Map(result.checkup.map((part) => [part.part, part]));
    for (const part of new Set([...Object.keys(labels.parts ?? {}), ...result.checkup.map(({ part }) => part)])) {
      if (isTarget(part)) continue;
      const quotes = [labels.parts?.[part] ?? []].flat();
      const checked = found.get(part);
      const words = checked?.evidence === undefined ? undefined : source.slice(checked.evidence.start, checked.evidence.end);
      // The organisation's own files may say it for a whole folder, which leaves no words to point at.
      const isRight = checked?.met === true && quotes.length > 0 && (words === undefined || quotes.some((quote) => overlaps(source, quote, checked.evidence)));
      parts.add(part, checked?.met === true, quotes.length > 0, isRight);
      const lacks = labels.parts !== undefined && part in labels.parts && quotes.length === 0;
      missing.add(part, checked?.met === false, lacks);
      if (checked?.met === true && quotes.length === 0) tell(part, `found, the reader ${lacks ? "misses it" : "sees no need"}: ${words}`);
      else if (checked?.met === true && !isRight) tell(part, `found elsewhere: ${words}\n    the reader: ${quotes.join(" | ")}`);
      else if (checked?.met === false && !lacks) tell(part, `missing, the reader ${quotes.length > 0 ? `sees: ${quotes.join(" | ")}` : "sees no need"}`);
      else if (checked === undefined) tell(part, `not looked for, the reader ${lacks ? "misses it" : `sees: ${quotes.join(" | ")}`}`);
    }
    const told = new Set(result.findings.map(({ rule }) => rule));
    for (const rule of rules) {
      if (!["goals", "message", "deck", "strategy"].includes(rule.meta.category)) continue;
      const { id } = rule.meta;
      const wanted = labels.flaws.includes(id);
      flaws.add(id, told.has(id), wanted);
      if (told.has(id) === wanted) continue;
      const finding = result.findings.find((candidate) => candidate.rule === id);
      tell(id, wanted ? "is a flaw to the reader" : `is no flaw to the reader: ${finding.message}`);
    }
  }
  printTables(relative(root, folder), { messages: names.length, parts, missing, flaws });
  total.messages += names.length;
  total.parts.join(parts);
  total.missing.join(missing);
  total.flaws.join(flaws);
}

function printTables(title, { messages, parts, missing, flaws }) {
  console.log(`\n${title}: ${messages} messages\n`);
  console.log("| part | there | found | precision | recall | missing | told | precision | recall |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|");
  for (const part of parts.keys()) console.log(`| ${part} | ${parts.show(part)} | ${missing.show(part)} |`);
  console.log("\n| flaw | there | told | precision | recall |\n|---|--:|--:|--:|--:|");
  for (const rule of flaws.keys()) console.log(`| ${rule} | ${flaws.show(rule)} |`);
}

/** Whether the evidence and the quote share words: a reader who is led there sees what was meant. */
function overlaps(source, quote, { start, end }) {
  const at = source.indexOf(quote);
  return at >= 0 && at < end && start < at + quote.length;
}
