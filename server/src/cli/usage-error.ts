/** Wrong use of the command line: said in a sentence, without a stack, with exit code 2. */
export class UsageError extends Error {}
