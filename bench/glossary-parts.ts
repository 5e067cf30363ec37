// What glossaries.mjs times by itself, beside whole runs of the command line.

export { TermAutomaton } from "../server/src/glossary/compile.js";
export { parseGlossary } from "../server/src/glossary/parse.js";
export { createEngine, Organisations, rules } from "../server/src/index.js";
