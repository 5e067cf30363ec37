// Takes the README's pictures of the editor: node test/editor/picture.mjs
// Opens a message of examples/ with its problems, in light and dark, and writes docs/images/editor-*.png.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./places.mjs";
import { openBrowser, startVsCode, workbenchAddress } from "./vscode-server.mjs";

const themes = { light: "Default Light Modern", dark: "Default Dark Modern" };
const workspace = mkdtempSync(join(tmpdir(), "acme-"));
cpSync(join(root, "examples"), workspace, { recursive: true });
mkdirSync(join(root, "docs", "images"), { recursive: true });
try {
  for (const [name, theme] of Object.entries(themes)) {
    const vscode = await startVsCode({
      settings: { "workbench.colorTheme": theme, "editor.minimap.enabled": false, "editor.wordWrap": "on", "explorer.autoReveal": false },
    });
    const browser = await openBrowser();
    try {
      const at = (path) => `vscode-remote://${vscode.authority}${path}`;
      const message = join(workspace, "announcements", "sso-go-live.md");
      await browser.page.goto(
        workbenchAddress(vscode.base, workspace, [
          ["extensionDevelopmentPath", at(root)],
          ["openFile", at(message)],
          ["skipWelcome", "true"],
        ]),
      );
      await browser.page.waitForSelector(".squiggly-warning", { timeout: 60_000 });
      await browser.page.keyboard.press("Control+Shift+M");
      await browser.page.keyboard.press("Control+B");
      await browser.page.waitForTimeout(3000);
      await browser.page.screenshot({ path: join(root, "docs", "images", `editor-${name}.png`) });
    } finally {
      await browser.close();
      await vscode.stop();
    }
  }
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
