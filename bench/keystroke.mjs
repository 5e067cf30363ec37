// Time from a keystroke to its diagnostics in a large message:
//   node bench/keystroke.mjs [--kilobytes 100] [--changes 200] [--cli FILE]
// Drives the language server as an editor does: one character typed, then diagnostics asked for.

import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { quantile } from "./statistics.mjs";
import { readCount, requireBuiltLiaison, runProgram } from "./usage-error.mjs";

const benchFolder = dirname(fileURLToPath(import.meta.url));
const uri = "file:///message.md";

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      kilobytes: { type: "string", default: "100" },
      changes: { type: "string", default: "200" },
      cli: { type: "string", default: join(benchFolder, "..", "dist", "cli.js") },
    },
  });
  const cli = resolve(values.cli);
  requireBuiltLiaison(cli);
  const text = writeMessage(readCount(values.kilobytes, "--kilobytes") * 1000);
  const changes = readCount(values.changes, "--changes");
  const server = startServer(cli);
  await server.ask("initialize", { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  server.tell("initialized", {});
  const opening = performance.now();
  server.tell("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  const { items } = await server.ask("textDocument/diagnostic", { textDocument: { uri } });
  const opened = performance.now() - opening;

  const lines = text.split("\n");
  const prose = lines.flatMap((line, index) => (/^[A-Z]/.test(line) ? [index] : []));
  const milliseconds = [];
  for (let change = 0; change < changes; change++) {
    // A new paragraph each time, spread over the whole message, so that nothing is warm but what an editor keeps warm.
    const line = prose[Math.floor(((change * 0.618) % 1) * prose.length)];
    const position = { line, character: Math.floor(lines[line].length / 2) };
    const start = performance.now();
    server.tell("textDocument/didChange", {
      textDocument: { uri, version: change + 2 },
      contentChanges: [{ range: { start: position, end: position }, text: "e" }],
    });
    await server.ask("textDocument/diagnostic", { textDocument: { uri } });
    milliseconds.push(performance.now() - start);
  }
  server.stop();
  const show = (value) => `${value.toFixed(1)} ms`;
  console.log(`${(Buffer.byteLength(text) / 1000).toFixed(0)} KB of Markdown, ${items.length} diagnostics, ${changes} keystrokes, Node ${process.version}\n`);
  console.log("| opened | median keystroke | 95 of 100 under | slowest |\n|--:|--:|--:|--:|");
  console.log(`| ${show(opened)} | ${show(quantile(milliseconds, 0.5))} | ${show(quantile(milliseconds, 0.95))} | ${show(Math.max(...milliseconds))} |`);
});

/** Prose with headings, lists, tables, links and code, in which hardly a sentence repeats: a cache must not get it for free. */
function writeMessage(length) {
  const words =
    "the team will move your files to a new place on Monday and you can sign in with the same name as before so please save your work close all windows then call the service desk when something looks wrong or slow because we want every office to use one system that is safe easy and quick for all of us in order to leverage the new platform going forward".split(
      " ",
    );
  let state = 1;
  const next = (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  const sentence = () => {
    const chosen = Array.from({ length: 6 + next(18) }, () => words[next(words.length)]);
    const text = chosen.join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${next(5) === 0 ? " with *SSO* and [a link](https://example.org)" : ""}.`;
  };
  const paragraph = () => Array.from({ length: 2 + next(4) }, sentence).join(" ");
  const parts = [];
  let size = 0;
  while (size < length) {
    const kind = next(8);
    const part =
      kind === 0
        ? `## ${sentence().slice(0, -1)}`
        : kind === 1
          ? Array.from({ length: 4 }, () => `- ${sentence()}`).join("\n")
          : kind === 2
            ? `| when | what |\n|---|---|\n| Monday | ${sentence()} |\n| Friday | ${sentence()} |`
            : kind === 3
              ? `\`\`\`sh\nrun ${next(1000)}\n\`\`\``
              : paragraph();
    parts.push(part);
    size += part.length + 2;
  }
  return `${parts.join("\n\n")}\n`;
}

/** The server as a process, spoken to in JSON-RPC over its standard streams. */
function startServer(cli) {
  const child = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map();
  let lastId = 0;
  let received = Buffer.alloc(0);
  child.stdout.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const header = received.indexOf("\r\n\r\n");
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString("latin1", 0, header))[1]);
      if (received.length < header + 4 + length) return;
      const message = JSON.parse(received.toString("utf8", header + 4, header + 4 + length));
      received = received.subarray(header + 4 + length);
      if (message.method === undefined) settle(message);
      // A request of the server's own, for settings or to watch files: this editor has nothing to say to it.
      else if (message.id !== undefined) send({ id: message.id, result: null });
    }
  });
  const settle = ({ id, result, error }) => {
    const { resolve: done, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) done(result);
    else reject(new Error(error.message));
  };
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  return {
    tell: (method, params) => send({ method, params }),
    ask: (method, params) =>
      new Promise((done, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve: done, reject });
        send({ id, method, params });
      }),
    stop: () => child.kill(),
  };
}
