import { existsSync } from "node:fs";

/** Something the person at the terminal can put right: printed as a sentence, without a stack. */
export class UsageError extends Error {}

/** Runs a program's `main`; a failure leaves with exit code 2. */
export async function runProgram(main) {
  try {
    await main();
  } catch (error) {
    // parseArgs reports a wrong option as a TypeError with such a code.
    const isForTheUser = error instanceof UsageError || String(error?.code).startsWith("ERR_PARSE_ARGS");
    console.error(isForTheUser ? error.message : error);
    process.exitCode = 2;
  }
}

export function requireBuiltLiaison(cli) {
  if (existsSync(cli)) return;
  throw new UsageError(`${cli} does not exist: build Liaison first (npm run build in the repository's root), or name another build with --cli FILE.`);
}

export function readCount(text, option) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`${option} takes a whole number from 1, not "${text}".`);
  return count;
}
