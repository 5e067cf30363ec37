// Loaded into every measured process with --require: CommonJS, since a module would start Node's ESM loader in tools
// that do without it. At exit it appends one line of JSON to the file named in LIAISON_BENCH_PROBE.
const { appendFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const report = process.env.LIAISON_BENCH_PROBE;

// Threads share the memory of their process, so only its main thread reports. Child processes report for themselves.
if (report && isMainThread) {
  let crash;
  // The monitor also hears unhandled rejections, and leaves what the tool does about them as it is.
  process.on("uncaughtExceptionMonitor", (error) => {
    crash = String(error?.stack ?? error);
  });
  process.on("exit", () => {
    // Kilobytes on every platform.
    appendFileSync(report, `${JSON.stringify({ peakKilobytes: process.resourceUsage().maxRSS, crash })}\n`);
  });
}
