import type { Runner } from "mocha";

/** Prints each test as it ends and, at the end, all results on one line that run.mjs reads. Resolves or rejects with the run. */
export function reportRun(start: (done: (failures: number) => void) => Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    const failures: { title: string; message: string }[] = [];
    let passes = 0;
    const runner = start((failed) => {
      console.log(`LIAISON_RESULTS ${JSON.stringify({ stats: { passes, failures: failed }, failures })}`);
      if (failed === 0) resolve();
      else reject(new Error(`${failed} tests failed`));
    });
    runner.on("pass", (test) => {
      passes++;
      console.log(`[suite] ✓ ${test.fullTitle()}`);
    });
    runner.on("fail", (test, error: Error) => {
      failures.push({ title: test.fullTitle(), message: error.message });
      console.log(`[suite] ✗ ${test.fullTitle()}: ${error.message}`);
    });
  });
}
