// Runs the suite in real VS Code:
//   node test/editor/run.mjs [--host remote|web] [--results FILE] [--screenshots FOLDER] [--theme light|dark]
// remote: the Node extension host, as on a desktop. web: a worker in the browser, as on vscode.dev.

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { bundleForNode, bundleForWeb } from "./bundle-suite.mjs";
import { folder, root } from "./places.mjs";
import { openBrowser, startVsCode, workbenchAddress } from "./vscode-server.mjs";
import { startWebProxy } from "./web-proxy.mjs";

const timeLimit = Number(process.env.LIAISON_TIME_LIMIT ?? 180_000);
const themes = { light: "Default Light Modern", dark: "Default Dark Modern" };
const resultsMark = "LIAISON_RESULTS ";

const { values: options } = parseArgs({
  options: {
    host: { type: "string", default: "remote" },
    results: { type: "string" },
    screenshots: { type: "string" },
    theme: { type: "string", default: "light" },
  },
});
if (!["remote", "web"].includes(options.host) || themes[options.theme] === undefined) {
  console.error("Use --host remote or --host web, and --theme light or --theme dark.");
  process.exit(2);
}
if (!existsSync(join(root, "dist", "client-node.cjs"))) {
  console.error("The extension is not built: run npm run build first.");
  process.exit(2);
}

const workspace = mkdtempSync(join(tmpdir(), "liaison-workspace-"));
cpSync(join(folder, "workspace"), workspace, { recursive: true });
const closing = [() => rmSync(workspace, { recursive: true, force: true })];
let exitCode = 1;
try {
  exitCode = await runSuite();
} finally {
  for (const close of closing.reverse()) await close();
}
process.exit(exitCode);

async function runSuite() {
  const vscode = await startVsCode({ settings: { "workbench.colorTheme": themes[options.theme] } });
  closing.push(vscode.stop);
  const address = options.host === "web" ? await prepareWeb(vscode) : await prepareRemote(vscode);
  const { page, close } = await openBrowser();
  closing.push(close);

  let results;
  const ended = new Promise((resolve) => {
    const timer = setTimeout(() => resolve("the time limit"), timeLimit);
    const end = (code) => {
      clearTimeout(timer);
      resolve(code);
    };
    page.exposeFunction("codeAutomationExit", end);
  });
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    const text = args.join(" ");
    const at = text.indexOf(resultsMark);
    if (at >= 0) results = JSON.parse(text.slice(at + resultsMark.length));
    else if (process.env.LIAISON_VERBOSE) console.log(`${type}: ${text}`);
    else if (text.includes("[suite]")) console.log(text.slice(text.indexOf("[suite]") + 8));
  });
  if (process.env.LIAISON_VERBOSE) page.on("console", (message) => console.log(`page: ${message.text()}`));
  await page.goto(address);
  const end = await ended;
  if (options.screenshots !== undefined) {
    mkdirSync(options.screenshots, { recursive: true });
    await page.screenshot({ path: join(options.screenshots, `${options.host}-${options.theme}.png`) });
  }
  if (typeof end === "string") console.error(`The suite was stopped by ${end} of ${timeLimit / 1000} s.`);
  if (results === undefined) {
    console.error("The suite gave no results. LIAISON_VERBOSE=1 shows what VS Code says.");
    return 1;
  }
  if (options.results !== undefined) {
    mkdirSync(dirname(options.results), { recursive: true });
    writeFileSync(options.results, JSON.stringify(results));
  }
  console.log(`${results.stats.passes} passed, ${results.stats.failures} failed in the ${options.host} extension host`);
  return end === 0 && results.stats.failures === 0 && results.stats.passes > 0 ? 0 : 1;
}

async function prepareRemote(vscode) {
  const at = (path) => `vscode-remote://${vscode.authority}${path}`;
  return workbenchAddress(vscode.base, workspace, [
    ["extensionDevelopmentPath", at(root)],
    ["extensionTestsPath", at(await bundleForNode())],
    ["skipWelcome", "true"],
  ]);
}

async function prepareWeb(vscode) {
  const proxy = await startWebProxy(vscode.base, { extension: root, tests: await bundleForWeb(root) });
  closing.push(proxy.stop);
  return workbenchAddress(proxy.base, workspace, [["skipWelcome", "true"]]);
}
