import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Block, BlockKind } from '../model/block.js';
import type { Document, IgnoreDirective, MessageFields } from '../model/document.js';
import type { Span } from '../model/span.js';
import { BlockBuilder } from './block-builder.js';
import { checkUnclosed, readFrontMatter } from './fields.js';
import type { TextFormat } from './format.js';
import { type Comment, collectComments, readDirectives } from './ignores.js';
import { type Chunk, frontMatterEnd, splitChunks } from './markdown-chunks.js';
import { parseMarkdown, parseMarkdownBody } from './markdown-parser.js';
import { markdownSyntax } from './markdown-syntax.js';

/** What one chunk of Markdown yields, in offsets of the chunk. */
interface ReadChunk {
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly frontMatter: { readonly yaml: string; readonly start: number; readonly span: Span } | undefined;
}

/** Markdown, also with code in it as R, Ruby and React write it. */
export const markdown: TextFormat = {
  title: 'Markdown',
  extensions: ['.md.erb', '.markdown', '.md', '.mdx', '.qmd', '.rmd'],
  holds: 'text',
  read: readMarkdown,
};

/** Remembers the chunks of the last version of a document, so that a keystroke parses one paragraph. */
export class MarkdownCache {
  readonly chunks = new Generation<ReadChunk>();
  readonly definitions = new Generation<ReadonlySet<string>>();
}

/** Keeps what the last version of a document used. */
class Generation<Value> {
  private known = new Map<string, Value>();
  private touched = new Map<string, Value>();

  get(key: string, make: () => Value): Value {
    const value = this.touched.get(key) ?? this.known.get(key) ?? make();
    this.touched.set(key, value);
    return value;
  }

  /** Forgets what the version just read did not use. */
  finish(): void {
    this.known = this.touched;
    this.touched = new Map();
  }
}

// Read once, a document is parsed in larger pieces: each call of the parser has a cost of its own.
const batchSize = 16_000;

/** Reads Markdown: CommonMark with GitHub's tables, strike-through and task lists, and YAML front matter. */
export function readMarkdown(path: string, source: string, cache?: MarkdownCache): Document {
  // micromark drops a byte order mark without counting it. Files joined by hand have two.
  const first = /^\uFEFF*/.exec(source)?.[0].length ?? 0;
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  let fields: MessageFields = { span: { start: first, end: first } };
  let ignores: readonly IgnoreDirective[] = [];
  let problems = checkUnclosed(path, source, first);
  const chunks = splitChunks(first === 0 ? source : source.slice(first), cache === undefined ? batchSize : 0);
  const definitions = findDefinitions(chunks, cache);
  for (const chunk of chunks) {
    const text = chunk.text + listBorrowed(chunk.text, definitions);
    const make = (): ReadChunk => readChunk(parseChunk(chunk, text), chunk.text);
    const read = cache === undefined ? make() : cache.chunks.get(`${chunk.start === 0} ${text}`, make);
    const base = chunk.start + first;
    for (const block of read.blocks) blocks.push({ ...block, map: block.map.movedBy(base) });
    for (const comment of read.comments) comments.push({ value: comment.value, start: comment.start + base, end: comment.end + base });
    if (read.frontMatter !== undefined) {
      const { yaml, start, span } = read.frontMatter;
      // Only the line of dashes stands above it.
      const place = { path, yaml, start: start + base, line: 2 };
      ({ fields, ignores, problems } = readFrontMatter(place, { start: span.start + base, end: span.end + base }, source.length));
    }
  }
  cache?.chunks.finish();
  cache?.definitions.finish();
  return { path, source, fields, blocks, ignores: [...ignores, ...readDirectives(comments, source)], problems, syntax: markdownSyntax };
}

/** Looks for front matter where some stands: where it only begins, the parser would take the whole document for it. */
function parseChunk(chunk: Chunk, text: string): Root {
  return chunk.start === 0 && frontMatterEnd(chunk.text) > 0 ? parseMarkdown(text) : parseMarkdownBody(text);
}

/** Labels of all link definitions: the one thing in Markdown that reaches from one chunk into another. */
function findDefinitions(chunks: readonly Chunk[], cache: MarkdownCache | undefined): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const chunk of chunks) {
    if (chunks.length === 1 || !chunk.text.includes(']:')) continue;
    const find = (): ReadonlySet<string> => collectDefinitions(parseChunk(chunk, chunk.text));
    for (const label of cache === undefined ? find() : cache.definitions.get(`${chunk.start === 0} ${chunk.text}`, find)) labels.add(label);
  }
  return labels;
}

function collectDefinitions(root: Root): ReadonlySet<string> {
  const labels = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') labels.add(normaliseLabel(node.identifier));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return labels;
}

/** Definitions for the labels that a chunk may refer to. They stand after its own text, where they shift nothing. */
function listBorrowed(text: string, definitions: ReadonlySet<string>): string {
  if (definitions.size === 0 || !text.includes('[')) return '';
  const used = new Map(Array.from(text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]/g), (match) => [normaliseLabel(match[1] ?? ''), match[1]]));
  return Array.from(used, ([label, written]) => (definitions.has(label) ? `\n\n[${written}]: x` : '')).join('');
}

/** Labels match whatever their case and white space. Capitals last: two letters may share their capital only. */
function normaliseLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** `own` is the chunk without the definitions that it borrows. */
function readChunk(root: Root, own: string): ReadChunk {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  let frontMatter: ReadChunk['frontMatter'];

  const visit = (node: Nodes, parent: Nodes | undefined, isQuoted: boolean): void => {
    const span = spanOf(node);
    // Definitions borrowed from elsewhere stand after the chunk's own text.
    if (span.start >= own.length && own.length > 0) return;
    switch (node.type) {
      case 'yaml':
        frontMatter = { yaml: node.value, start: /^.*?(?:\r\n|\n|\r)/.exec(own)?.[0].length ?? 0, span };
        return;
      case 'html':
        collectComments(node.value, span.start, comments);
        return;
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        addBlock(
          node,
          node.type === 'paragraph' ? (parent?.type === 'listItem' ? 'list-item' : 'paragraph') : node.type === 'heading' ? 'heading' : 'cell',
          isQuoted,
        );
        return;
      default:
        if ('children' in node) for (const child of node.children) visit(child, node, isQuoted || node.type === 'blockquote');
    }
  };

  const addBlock = (node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>, kind: BlockKind, quoted: boolean): void => {
    const builder = new BlockBuilder();
    for (const child of node.children) addInline(builder, child, comments);
    if (builder.length > 0) blocks.push(builder.build({ kind, quoted, ...(node.type === 'heading' ? { depth: node.depth } : {}) }));
  };

  visit(root, undefined, false);
  return { blocks, comments, frontMatter };
}

function addInline(builder: BlockBuilder, node: PhrasingContent, comments: Comment[]): void {
  const span = spanOf(node);
  switch (node.type) {
    case 'text':
      // Text without segments is an address in angle brackets.
      if (node.data?.segments === undefined) builder.addOpaque(node.value.includes('@') ? 'email' : 'url', node.value, span);
      else builder.addText(node.value, node.data.segments);
      return;
    case 'inlineCode':
      builder.addOpaque('code', node.value, span);
      return;
    case 'image':
    case 'imageReference':
      builder.addOpaque('image', node.alt ?? '', span);
      return;
    case 'break':
      builder.addCharacter('\u2028', span);
      return;
    case 'html':
      if (/^<br\b/i.test(node.value)) builder.addCharacter('\u2028', span);
      else collectComments(node.value, span.start, comments);
      return;
    case 'link':
    case 'linkReference': {
      const start = builder.length;
      for (const child of node.children) addInline(builder, child, comments);
      builder.addLink(start, node.type === 'link' ? node.url : '', node.type === 'linkReference' && node.referenceType !== 'full');
      return;
    }
    default:
      if ('children' in node) for (const child of node.children) addInline(builder, child, comments);
  }
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
