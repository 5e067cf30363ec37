import Mocha from "mocha";
import { reportRun } from "./report";

/** What the extension host calls. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "min" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./liaison.test");
  await reportRun((done) => mocha.run(done));
}
