import { parse } from 'smol-toml';
import type { MessageFields } from '../model/document.js';
import type { Span } from '../model/span.js';

/**
 * Reads the title from TOML front matter, which site generators take for the subject line. Messages say in YAML what they are.
 * `toml` begins `start` code units into the source. TOML that cannot be read has no title: it is the site generator’s to report.
 */
export function readTomlFrontMatter(toml: string, start: number, whole: Span): MessageFields {
  const title = findTitle(toml);
  const [from, to] = /^[ \t]*title[ \t]*=[ \t]*(.*?)[ \t]*$/dm.exec(toml)?.indices?.[1] ?? [0, 0];
  return { span: whole, ...(title === '' ? {} : { subject: { value: title, span: { start: start + from, end: start + to } } }) };
}

function findTitle(toml: string): string {
  try {
    const { title } = parse(toml);
    return typeof title === 'string' ? title.trim() : '';
  } catch {
    return '';
  }
}
