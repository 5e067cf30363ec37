// What parts.mjs asks of Liaison, beside reading files.

export { createEngine, Organisations, readDocument, rules, WordFrequency, WordVectors } from "../server/src/index.js";
