import type { Parent, Root, Text } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Segment } from '../model/offset-map.js';

declare module 'mdast' {
  interface TextData extends Data {
    /** Where each run of the value stands in the source. */
    segments?: Segment[];
  }
}

/**
 * Makes parsers for GitHub's Markdown. Literal autolinks are left out: they cost a pass of their own, and addresses in
 * prose are set aside by us for every format.
 */
function createProcessor() {
  return unified()
    .use(remarkParse)
    .use(function (this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [gfmTable(), gfmStrikethrough(), gfmTaskListItem()];
      data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown(), recordSegments];
    });
}

/** Parses a whole document, front matter and all. */
export function parseMarkdown(text: string): Root {
  return firstProcessor.parse(text);
}

/** Parses a later part of a document, where a line of dashes is no front matter. */
export function parseMarkdownBody(text: string): Root {
  return bodyProcessor.parse(text);
}

/**
 * Notes, for each text node, which run of the source each part of its value came from. micromark knows; mdast forgets.
 * Each handler does what the one it replaces does, and records.
 */
const recordSegments: Extension = {
  exit: {
    data: exitData,
    characterEscapeValue: exitData,
    characterReference: exitCharacterReference,
    lineEnding: exitLineEnding,
  },
};

const typesWithLineEndings = new Set(['emphasis', 'fragment', 'heading', 'paragraph', 'strong', 'delete']);

function exitData(this: CompileContext, token: Token): undefined {
  appendValue(this.stack.pop(), this.sliceSerialize(token), token);
}

function exitLineEnding(this: CompileContext, token: Token): undefined {
  const parent = this.stack.at(-1);
  if (parent === undefined || !('children' in parent)) return;
  if (this.data.atHardBreak) {
    const hardBreak = parent.children.at(-1);
    if (hardBreak?.position) hardBreak.position.end = toPoint(token.end);
    this.data.atHardBreak = undefined;
    return;
  }
  if (this.data.setextHeadingSlurpLineEnding || !typesWithLineEndings.has(parent.type)) return;
  // One character in the text, also where the source has CR LF.
  const children: Parent['children'] = parent.children;
  let tail = children.at(-1);
  if (tail?.type !== 'text') {
    tail = { type: 'text', value: '', position: { start: toPoint(token.start), end: toPoint(token.end) } };
    children.push(tail);
  }
  appendValue(tail, this.sliceSerialize(token), token);
}

function exitCharacterReference(this: CompileContext, token: Token): undefined {
  const tail = this.stack.pop();
  if (!isText(tail)) return;
  const segments = segmentsOf(tail);
  segments.push({
    textStart: segments.at(-1)?.textEnd ?? 0,
    textEnd: tail.value.length,
    sourceStart: token.start.offset,
    sourceEnd: token.end.offset,
    verbatim: false,
  });
  if (tail.position) tail.position.end = toPoint(token.end);
}

function appendValue(tail: object | undefined, value: string, token: Token): void {
  if (!isText(tail)) return;
  const textStart = tail.value.length;
  tail.value += value;
  if (tail.position) tail.position.end = toPoint(token.end);
  segmentsOf(tail).push({
    textStart,
    textEnd: tail.value.length,
    sourceStart: token.start.offset,
    sourceEnd: token.end.offset,
    verbatim: token.end.offset - token.start.offset === value.length,
  });
}

function segmentsOf(node: Text): Segment[] {
  node.data ??= {};
  node.data.segments ??= [];
  return node.data.segments;
}

function isText(node: object | undefined): node is Text {
  return node !== undefined && 'type' in node && node.type === 'text';
}

function toPoint(point: Token['start']): { line: number; column: number; offset: number } {
  return { line: point.line, column: point.column, offset: point.offset };
}

// Last, because freezing a processor reads the handlers above.
const bodyProcessor = createProcessor().freeze();
const firstProcessor = createProcessor().use(remarkFrontmatter, ['yaml', 'toml']).freeze();
