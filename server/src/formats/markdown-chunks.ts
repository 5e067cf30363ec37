/** A part of a Markdown document that can be parsed on its own. */
export interface Chunk {
  readonly text: string;
  /** Offset in the document. */
  readonly start: number;
}

const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
// HTML that runs to its own end mark rather than to a blank line, with that mark.
const htmlUntil: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/**
 * Cuts Markdown where no block can reach across: at a line that starts in the first column after a blank line, outside
 * fenced code, raw HTML and front matter, leaving pieces of at least `smallest` code units. Only link definitions see further. A fence or HTML that is indented might sit in a list and end with it, so after one nothing is cut.
 */
export function splitChunks(source: string, smallest = 0): Chunk[] {
  const cuts = [0];
  let isAfterBlank = false;
  let fenceEnd: RegExp | undefined;
  let htmlEnd: RegExp | undefined;
  let isUncertain = false;
  const offset = frontMatterEnd(source);

  for (const match of source.slice(offset).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const line = match[1] ?? '';
    const start = offset + match.index;
    if (start >= source.length) break;
    if (fenceEnd !== undefined) {
      if (fenceEnd.test(line)) fenceEnd = undefined;
      isAfterBlank = false;
      continue;
    }
    if (htmlEnd !== undefined) {
      if (htmlEnd.test(line)) htmlEnd = undefined;
      isAfterBlank = false;
      continue;
    }
    if (/^[ \t]*$/.test(line)) {
      isAfterBlank = true;
      continue;
    }
    // A byte order mark would be dropped at the start of a chunk.
    if (isAfterBlank && !isUncertain && start - (cuts.at(-1) ?? 0) >= smallest && /^[^ \t\uFEFF]/.test(line)) cuts.push(start);
    isAfterBlank = false;

    const opening = fence.exec(line.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+/, (marker) => ' '.repeat(Math.min(3, marker.length))));
    const isTopLevel = /^[`~<]/.test(line);
    if (opening?.[1] !== undefined) {
      const mark = opening[1];
      if (isTopLevel) fenceEnd = new RegExp(`^ {0,3}${mark.charAt(0) === '`' ? '`' : '~'}{${mark.length},}[ \\t]*$`);
      else isUncertain = true;
    }
    const html = htmlUntil.find(([begin]) => begin.test(line));
    if (html !== undefined && !html[1].test(line.replace(/^ {0,3}<!?/, ''))) {
      if (isTopLevel) htmlEnd = html[1];
      else isUncertain = true;
    }
  }
  return cuts.map((start, index) => ({ text: source.slice(start, cuts[index + 1] ?? source.length), start }));
}

/** Offset just after YAML or TOML front matter; 0 when there is none. */
export function frontMatterEnd(source: string): number {
  const match = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??\1[ \t]*(?:\r\n|\n|\r|$)/.exec(source);
  return match?.[0].length ?? 0;
}
