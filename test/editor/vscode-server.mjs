// VS Code's own server and a real browser on it. Everything listens on 127.0.0.1 and lives in a folder of its own.

import { spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";
import { codeServer, findChromium, findNodeForServer } from "./places.mjs";

/** Settings that keep the workbench still: no welcome page, no chat, nothing that asks the network. */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "chat.agentHost.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "files.autoSave": "off",
  "git.enabled": false,
};

function findFreePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a fresh server; `stop` ends it with all it started and removes its folder. */
export async function startVsCode({ settings = {} } = {}) {
  const home = mkdtempSync(join(tmpdir(), "liaison-vscode-"));
  const port = await findFreePort();
  mkdirSync(join(home, "user", "User"), { recursive: true });
  mkdirSync(join(home, "extensions"));
  writeFileSync(join(home, "user", "User", "settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  const log = join(home, "server.log");
  const output = openSync(log, "w");
  const child = spawn(
    findNodeForServer(),
    [
      join(codeServer, "lib", "vscode", "out", "server-main.js"),
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--accept-server-license-terms"],
      ...["--server-data-dir", home, "--user-data-dir", join(home, "user"), "--extensions-dir", join(home, "extensions")],
      // Only with the smoke test driver does the server take the places of an extension and its tests from the address.
      ...["--telemetry-level", "off", "--disable-workspace-trust", "--enable-smoke-test-driver"],
    ],
    {
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home },
    },
  );
  closeSync(output);
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    // The server heads a process group of its own, with the extension hosts in it.
    for (const signal of ["SIGTERM", "SIGKILL"]) {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
      await wait(300);
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const deadline = Date.now() + 30_000;
  while (!(await answers(`${base}/version`))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      const said = readFileSync(log, "utf8");
      await stop();
      throw new Error(`VS Code's server did not start:\n${said}`);
    }
    await wait(50);
  }
  return { base, authority: `127.0.0.1:${port}`, stop };
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Opens a page in a browser with a profile of its own. */
export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "liaison-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    // The sandbox does not work for root in a container.
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address of the workbench on a folder. `payload` holds pairs of a name and a value. */
export function workbenchAddress(base, workspace, payload) {
  return `${base}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
