import type { Problem } from '../index.js';
import type { Colors } from './reporters/pretty.js';

const paint = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** What is wrong in an organisation's own files, a line each. */
export function formatProblems(problems: readonly Problem[], colors: Colors): string[] {
  return problems.map(
    ({ path, start, severity, message, code }) =>
      `  ${path}:${start.line}:${start.column}  ${colors[paint[severity]](severity)}  ${showControls(message)}  ${colors.dim(code)}`,
  );
}

/** By path, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start.line - b.start.line || a.start.column - b.start.column));
}

/** Puts signs in the place of characters that a terminal obeys: a glossary may come from anybody. */
export function showControls(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}
