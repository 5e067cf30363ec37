/** Ends the reading of a file that cannot be read. The message is the reason as a writer sees it; it is caught where the file comes in. */
export class Refusal extends Error {}
