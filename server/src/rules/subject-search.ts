import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import type { Span } from '../model/span.js';

/** What a message has for a subject line. */
export interface Subject {
  readonly value: string;
  /** Source span of the words, with the quotes that YAML may want around them. */
  readonly span: Span;
  /** Where it is no field but words of the body. */
  readonly block?: Block;
}

const labelled = /^\W{0,3}subject(?: line)?\W{0,3}:\W{0,3}\s*(?=\S)/iu;
// A heading further down is the title of a section.
const shortestText = 4;
/** Characters in which that many words stand, if there are any. */
const openingLength = 200;

/** The subject of a message: its field or title, a line “Subject: …” at its start, or the heading it opens with. */
export function findSubject({ fields, blocks }: Document): Subject | undefined {
  if (fields.subject !== undefined) return fields.subject;
  const written = blocks.filter(({ text }) => /\p{L}/u.test(text));
  for (const block of written.slice(0, 3)) {
    const label = labelled.exec(block.text);
    if (label === null || block.quoted) continue;
    const end = /[\n\u2028]|$/u.exec(block.text)?.index ?? block.text.length;
    if (end > label[0].length) return fromBlock(block, { start: label[0].length, end });
  }
  const opening = written.findIndex((block) => block.kind === 'heading' || block.text.slice(0, openingLength).split(/\s+/).length >= shortestText);
  const heading = written.find((block, index) => block.kind === 'heading' && (block.depth === 1 || index === opening));
  return heading === undefined ? undefined : fromBlock(heading, { start: 0, end: heading.text.length });
}

function fromBlock(block: Block, span: Span): Subject {
  return { value: block.text.slice(span.start, span.end).trim(), span: block.map.toSource(span), block };
}
