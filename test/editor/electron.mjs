// The same suite in a desktop VS Code, where one can be downloaded or VSCODE_EXECUTABLE names one:
//   node test/editor/electron.mjs

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleForNode } from "./bundle-suite.mjs";
import { folder, root } from "./places.mjs";

const { runTests } = await import("@vscode/test-electron");
const workspace = mkdtempSync(join(tmpdir(), "liaison-workspace-"));
cpSync(join(folder, "workspace"), workspace, { recursive: true });
try {
  process.exitCode = await runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleForNode(),
    launchArgs: [workspace, "--disable-extensions", "--disable-workspace-trust"],
  });
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
