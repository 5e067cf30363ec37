// Modules that the build makes or opens up; see scripts/build-plugins.mjs.

declare module 'liaison:glossaries' {
  import type { BundledGlossary } from './glossary/bundled.js';
  /** The glossaries of the folder glossaries/, checked and stripped of their examples at build time. */
  export const bundledGlossarySources: readonly BundledGlossary[];
}

declare module 'liaison:templates' {
  /** The files of the folder templates/ by their path in it: `announcement.md`, `starter/goals.yml`. Lines end with `\n`. */
  export const templates: Readonly<Record<string, string>>;
}

declare module 'retext-simplify/patterns' {
  export const patterns: Readonly<Record<string, { readonly replace: readonly string[]; readonly omit?: boolean }>>;
}

/** The platform's own, in Node, in browsers and in workers alike; declared here because the engine sees no platform's types. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  /** The name of the encoding that the label stands for. */
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** The platform's own, as above. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
