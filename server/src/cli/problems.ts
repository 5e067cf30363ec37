import type { Problem } from '../index.js';
import type { Colors } from './reporters/pretty.js';

const paint = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** What is wrong in an organisation's own files, a line each. */
export function formatProblems(problems: readonly Problem[], colors: Colors): string[] {
  return problems.map(
    ({ path, start, severity, message, code }) =>
      `  ${path}:${start.line}:${start.column}  ${colors[paint[severity]](severity)}  ${message}  ${colors.dim(code)}`,
  );
}

/** By path, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start.line - b.start.line || a.start.column - b.start.column));
}
