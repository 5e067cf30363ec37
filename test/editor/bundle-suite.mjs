// Bundles the suite: for the Node host, where mocha comes from this folder's packages, and for the web host, whole.

import { join } from "node:path";
import { build, folder } from "./places.mjs";

const shared = { bundle: true, format: "cjs", external: ["vscode"], logLevel: "warning", absWorkingDir: folder };

/** Returns the bundle's path. */
export async function bundleForNode() {
  const outfile = join(folder, "out", "index-node.cjs");
  await build({ ...shared, entryPoints: ["suite/index-node.ts"], outfile, platform: "node", external: ["vscode", "mocha"] });
  return outfile;
}

/** The bundle stands below the extension's folder, from where the worker loads it. Returns its path without `.js`. */
export async function bundleForWeb(root) {
  const path = "dist/test-web/index";
  await build({
    ...shared,
    entryPoints: ["suite/index-web.ts"],
    outfile: join(root, `${path}.js`),
    platform: "browser",
    define: { global: "globalThis", "process.env.NODE_DEBUG": "undefined" },
  });
  return path;
}
