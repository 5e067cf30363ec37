// How well texts are matched to goals: node bench/goals.mjs STRATEGIES MESSAGES [--misses] [--weights]
//   STRATEGIES  a folder with goals.csv (org, goal_id, title, description) and labelled_items.jsonl (text, goals)
//   MESSAGES    a folder with a folder for each source of messages that serve none of these goals
// The weights of the matcher are found on four fifths of the goals and sources and tried on the fifth that is left, five times.
// --weights finds them on everything and prints them: what stands in server/src/goals/match.ts.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { importBundled } from "../scripts/bundle.mjs";
import { goalsOfOthers } from "./goal-sets.mjs";
import { runProgram, UsageError } from "./usage-error.mjs";

const folds = 5;
// Their authors work on digital services of a government: some of their posts may well serve the goals of another one.
const related = ["18f-blog", "digital-gov-news"];
const messagesOfASource = 40;
// Set by hand. The weights that ship have seen all texts, so that no fold may start from them.
const firstGuess = { base: -5, titleWords: 3, otherWords: 2, pairs: 2, coverage: 3, titleMeaning: 2, otherMeaning: 2, keyword: 3.5, length: 0.8 };

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: "boolean" }, weights: { type: "boolean" } } });
  const [strategies, messageFolder] = positionals.map((path) => resolve(path));
  if (messageFolder === undefined) throw new UsageError("Name the folder of the strategies and the folder of the messages.");
  process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
  const parts = await importBundled("bench/goal-parts.ts");
  const bench = new Bench(
    parts,
    readGoals(join(strategies, "goals.csv")),
    readItems(join(strategies, "labelled_items.jsonl")),
    readMessages(messageFolder, parts),
  );

  if (values.weights) {
    console.log(
      fitWeights(
        bench.listTraining(() => true),
        firstGuess,
      ),
    );
    return;
  }
  const weightsOfFold = Array.from({ length: folds }, (_, fold) =>
    fitWeights(
      bench.listTraining((other) => other !== fold),
      firstGuess,
    ),
  );
  const rows = bench.measure(weightsOfFold, values.misses === true);
  console.log("| | first | among the first three | refused | another goal claimed |\n|---|--:|--:|--:|--:|");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

class Bench {
  constructor(parts, goals, items, messages) {
    Object.assign(this, { parts, goals, items, messages, options: new Map() });
    this.frequency = new parts.WordFrequency(readFileSync("data/word-frequency/en.txt", "utf8"));
    const vectors = new parts.WordVectors(readFileSync("data/word-vectors/en.txt", "utf8"));
    this.vectors = () => vectors;
    const ids = [...new Set(items.map(({ goal }) => goal))].sort();
    const sources = [...new Set(messages.map(({ source }) => source))].sort();
    for (const item of items) item.fold = ids.indexOf(item.goal) % folds;
    for (const message of messages) message.fold = sources.indexOf(message.source) % folds;
    const unrelated = messages.filter(({ source }) => !related.includes(source));
    this.unrelated = unrelated;
    this.titles = goals.map(({ id, title }) => ({ id, title, status: "active" }));
    this.groups = this.listGroups(unrelated);
  }

  /** Texts with the goals they are matched with and, where there is one, the goal they serve. */
  listGroups(unrelated) {
    const { parts, goals, items } = this;
    const alone = (item) => parts.listGoalSentences(item.text);
    const messagesOfFold = Array.from({ length: folds }, (_, fold) => unrelated.filter((message) => message.fold === fold && message.sentences.length > 4));
    const inMessage = (item, index) => {
      const around = messagesOfFold[item.fold][index % messagesOfFold[item.fold].length].sentences;
      const middle = around.length >> 1;
      return [...around.slice(0, middle), ...alone(item), ...around.slice(middle)];
    };
    const few = (goal, index) =>
      goals
        .filter(({ id }, position) => id === goal || (position + index) % 4 === 0)
        .map(({ statement, ...rest }) => ({ ...rest, statement: firstSentence(statement) }));
    const matchers = new Map();
    const matcherOf = (set) => {
      const key = JSON.stringify(set);
      if (!matchers.has(key)) matchers.set(key, new Matcher(this, set));
      return matchers.get(key);
    };
    const serving = (name, sentencesOf, goalsOf) => ({
      name,
      serves: true,
      cases: items.map((item, index) => ({
        item,
        goal: item.goal,
        fold: item.fold,
        sentences: sentencesOf(item, index),
        matcher: matcherOf(goalsOf(item, index)),
      })),
    });
    const other = (name, list, sentencesOf, goalsOf) => ({
      name,
      serves: false,
      cases: list.map((entry, index) => ({
        item: entry,
        goal: undefined,
        fold: entry.fold,
        sentences: sentencesOf(entry),
        matcher: matcherOf(goalsOf(index)),
      })),
    });
    const others = Object.values(goalsOfOthers).map((set) => set.map((goal) => ({ ...goal, status: "active" })));
    return [
      serving("text of 20 to 60 words", alone, () => goals),
      serving("the same within a message about something else", inMessage, () => goals),
      serving("goals of a title only", alone, () => this.titles),
      serving("a few goals with a short statement each", alone, (item, index) => few(item.goal, index)),
      other(
        "messages of other subject",
        unrelated,
        ({ sentences }) => sentences,
        () => goals,
      ),
      other(
        "their first 60 words",
        unrelated,
        ({ sentences }) => opening(sentences),
        () => goals,
      ),
      other(
        "messages, goals of a title only",
        unrelated,
        ({ sentences }) => sentences,
        () => this.titles,
      ),
      other(
        "the labelled texts, goals of other organisations",
        items.flatMap((item) => others.map(() => item)),
        alone,
        (index) => others[index % others.length],
      ),
      other(
        "messages, goals of other organisations",
        unrelated,
        ({ sentences }) => sentences,
        (index) => others[index % others.length],
      ),
    ];
  }

  listTraining(isIn) {
    return this.groups.flatMap(({ cases, serves }, _, groups) => {
      const chosen = cases.filter(({ fold }) => isIn(fold));
      // A text that serves a goal and is refused does more harm than one that is offered a goal too many.
      const share = (serves ? 2 : 1) / (chosen.length * groups.filter((group) => group.serves === serves).length);
      return chosen.map((entry) => ({ ...entry, share, options: this.listOptions(entry) }));
    });
  }

  /** Worked out once for all folds. */
  listOptions(entry) {
    const known = this.options.get(entry) ?? entry.matcher.listOptions(entry.sentences);
    this.options.set(entry, known);
    return known;
  }

  measure(weightsOfFold, isListing) {
    const rows = [];
    const baseline = new Baseline(this.parts, this.goals);
    const ranks = this.items.map((item) => baseline.rank(item.text).indexOf(item.goal));
    rows.push(["TF-IDF cosine, text of 20 to 60 words", percentOf(ranks, (rank) => rank === 0), percentOf(ranks, (rank) => rank >= 0 && rank < 3), "", ""]);
    for (const { name, serves, cases } of this.groups) {
      const results = cases.map((entry) => {
        const ranking = entry.matcher.rank(entry.sentences, weightsOfFold[entry.fold]);
        const rank = ranking.findIndex(({ goal }) => goal.id === entry.goal);
        const isRefused = (ranking[0]?.score ?? 0) < this.parts.servesFrom;
        const rival = serves ? this.parts.findRival(ranking, [entry.goal]) : undefined;
        if (isListing && (serves ? rank !== 0 || isRefused || rival !== undefined : !isRefused)) {
          const best = ranking.slice(0, 3).map(({ goal, score, words }) => `${goal.id} ${score.toFixed(2)} (${words.slice(0, 6).join(", ")})`);
          console.error(
            `${name}: ${entry.goal ?? entry.item.path ?? ""} at ${rank + 1}; ${best.join("; ")}${rival === undefined ? "" : " RIVAL"}\n    ${(ranking[0]?.evidence?.text ?? "").slice(0, 300)}`,
          );
        }
        return { rank, isRefused, isRival: rival !== undefined };
      });
      const refused = percentOf(results, ({ isRefused }) => isRefused);
      rows.push(
        serves
          ? [
              name,
              percentOf(results, ({ rank }) => rank === 0),
              percentOf(results, ({ rank }) => rank >= 0 && rank < 3),
              refused,
              percentOf(results, ({ isRival }) => isRival),
            ]
          : [name, "", "", refused, ""],
      );
    }
    const wrong = this.groups[0].cases.flatMap((entry) => {
      const ranking = entry.matcher.rank(entry.sentences, weightsOfFold[entry.fold]);
      return this.goals.filter(({ id }) => id !== entry.goal).map(({ id }) => this.parts.findRival(ranking, [id])?.goal.id === entry.goal);
    });
    const isShown = ({ matcher, sentences, fold }, goal) => matcher.hasEvidence(goal, sentences, weightsOfFold[fold]);
    const percentShown = (cases, goalOf) => percentOf(cases, (entry, index) => !isShown(entry, goalOf(entry, index)));
    rows.push(["the goal of the text declared, and not found in it", "", "", percentShown(this.groups[0].cases, ({ goal }) => goal), ""]);
    rows.push(["the same within a message", "", "", percentShown(this.groups[1].cases, ({ goal }) => goal), ""]);
    rows.push([
      "some goal declared in a message of other subject, and not found in it",
      "",
      "",
      percentShown(this.groups[4].cases, (_, index) => this.goals[index % this.goals.length].id),
      "",
    ]);
    rows.push(["a wrong goal declared, and the right one claimed instead", "", "", "", percentOf(wrong, (isFound) => isFound)]);
    return rows;
  }
}

/** One set of goals, with any weights. */
class Matcher {
  constructor({ parts, frequency, vectors }, goals) {
    this.make = (weights) => new parts.GoalMatcher(goals, { frequency, vectors, weights });
    this.made = new Map();
    this.plain = this.make(undefined);
  }

  rank(sentences, weights) {
    return this.with(weights).rank(sentences);
  }

  hasEvidence(goal, sentences, weights) {
    return this.with(weights).evidenceFor(goal, sentences).length > 0;
  }

  with(weights) {
    const known = this.made.get(weights) ?? this.make(weights);
    this.made.set(weights, known);
    return known;
  }

  listOptions(sentences) {
    return [...this.plain.listParts(sentences)].map(([goal, passages]) => ({ goal, passages }));
  }
}

/** Words in any inflection, how often, and in how few goals: the cosine of a text with each goal. */
class Baseline {
  constructor({ splitWords, stemOf, isFunctionWord }, goals) {
    this.read = (text) => {
      const counts = new Map();
      for (const { key } of splitWords(text)) if (!isFunctionWord(key)) counts.set(stemOf(key), (counts.get(stemOf(key)) ?? 0) + 1);
      return counts;
    };
    this.goals = goals.map(({ id, title, statement }) => ({ id, counts: this.read(`${title} ${statement}`) }));
    const documents = new Map();
    for (const { counts } of this.goals) for (const stem of counts.keys()) documents.set(stem, (documents.get(stem) ?? 0) + 1);
    this.weigh = (counts) => new Map([...counts].map(([stem, count]) => [stem, count * Math.log((1 + goals.length) / (1 + (documents.get(stem) ?? 0)))]));
  }

  rank(text) {
    const wanted = this.weigh(this.read(text));
    const length = (vector) => Math.hypot(...vector.values()) || 1;
    const scored = this.goals.map(({ id, counts }) => {
      const vector = this.weigh(counts);
      let sum = 0;
      for (const [stem, value] of wanted) sum += value * (vector.get(stem) ?? 0);
      return { id, score: sum / length(vector) / length(wanted) };
    });
    return scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
  }
}

const foundWeights = ["base", "titleWords", "otherWords", "pairs", "coverage", "titleMeaning", "otherMeaning", "length"];

/**
 * Weights that make the right answer likeliest, where “none of the goals” is an answer too and has the sum 0. No labelled
 * text has keywords, so that their weight stays as it is.
 */
function fitWeights(cases, start) {
  let weights = { ...start };
  const rate = 0.5;
  const memory = Object.fromEntries(foundWeights.map((name) => [name, 1e-6]));
  for (let step = 0; step < 300; step++) {
    const slopes = Object.fromEntries(foundWeights.map((name) => [name, name === "base" ? 0 : 0.0005 * (weights[name] - start[name])]));
    // Which passage is the best one changes slowly.
    if (step % 30 === 0) for (const entry of cases) entry.best = entry.options.flatMap(({ goal, passages }) => bestOf(goal, passages, weights));
    for (const { best, goal, share } of cases) {
      const sums = best.map(({ parts }) => Math.exp(sumOf(parts, weights)));
      const total = sums.reduce((sum, value) => sum + value, 0);
      for (const [index, { goal: id, parts }] of best.entries()) {
        // Whether it serves a goal, and which of them it is if it does.
        const errors = [sums[index] / (total + 1) - (id === goal ? 1 : 0), ...(goal === undefined ? [] : [sums[index] / total - (id === goal ? 1 : 0)])];
        for (const error of errors) for (const name of foundWeights) slopes[name] += share * error * (name === "base" ? 1 : parts[name]);
      }
    }
    weights = { ...weights };
    for (const name of foundWeights) {
      memory[name] += slopes[name] ** 2;
      const value = weights[name] - (rate * slopes[name]) / Math.sqrt(memory[name]);
      weights[name] = name === "base" ? value : Math.max(0, value);
    }
  }
  return Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100]));
}

function bestOf(goal, passages, weights) {
  let best;
  let highest = Number.NEGATIVE_INFINITY;
  for (const parts of passages) {
    const sum = sumOf(parts, weights);
    if (sum > highest) [highest, best] = [sum, parts];
  }
  return best === undefined ? [] : [{ goal, parts: best }];
}

function sumOf(parts, weights) {
  let sum = weights.base;
  for (const [name, value] of Object.entries(parts)) sum += weights[name] * value;
  return sum;
}

function opening(sentences) {
  const kept = [];
  let words = 0;
  for (const sentence of sentences) {
    if (words > 0 && words + sentence.sentence.words.length > 60) break;
    words += sentence.sentence.words.length;
    kept.push(sentence);
  }
  return kept;
}

function firstSentence(text) {
  return text.split(/(?:\.| {2,}- )/)[0].slice(0, 200);
}

function percentOf(list, isIn) {
  return `${((100 * list.filter(isIn).length) / list.length).toFixed(1)} %`;
}

function readGoals(path) {
  const [, ...rows] = Array.from(readFileSync(path, "utf8").matchAll(/(?:"(?:[^"]|"")*"|[^\n"])+/g), ([line]) =>
    Array.from(line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain),
  );
  return rows.map(([, id, title, statement]) => ({ id, title, statement, status: "active" }));
}

function readItems(path) {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const { text, goals } = JSON.parse(line);
      return { text, goal: goals[0] };
    });
}

function readMessages(folder, { readDocument, listGoalSentences }) {
  const sources = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sources.flatMap(({ name: source }) => {
    const files = readdirSync(join(folder, source)).sort();
    const step = Math.max(1, Math.floor(files.length / messagesOfASource));
    return files
      .filter((_, index) => index % step === 0)
      .map((file) => {
        const document = readDocument("/message.md", readFileSync(join(folder, source, file), "utf8"));
        return { source, path: `${source}/${file}`, sentences: document.blocks.filter(({ quoted }) => !quoted).flatMap(({ text }) => listGoalSentences(text)) };
      })
      .filter(({ sentences }) => sentences.length > 0);
  });
}

await runProgram(main);
