import "mocha/mocha.js";
import { reportRun } from "./report";

/** What the extension host calls. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 30_000, reporter: "min" });
  await import("./liaison.test");
  await reportRun((done) => mocha.run(done));
}
