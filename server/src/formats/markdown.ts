import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Block, BlockKind } from '../model/block.js';
import { chooseKind, type Document, type Placement } from '../model/document.js';
import type { Span } from '../model/span.js';
import { BlockBuilder } from './block-builder.js';
import { chooseDeckStyle, isDeckForm } from './deck-style.js';
import { checkUnclosed, type ReadFrontMatter, readFrontMatter } from './fields.js';
import type { TextFormat } from './format.js';
import { type Comment, collectComments, readDirectives } from './ignores.js';
import { type Chunk, frontMatterEnd, splitChunks } from './markdown-chunks.js';
import { parseMarkdown, parseMarkdownBody } from './markdown-parser.js';
import { assembleSlides, type DeckMark, planSlides } from './markdown-slides.js';
import { markdownSyntax } from './markdown-syntax.js';
import { readTomlFrontMatter } from './toml-front-matter.js';

/** What one chunk of Markdown yields, in offsets of the chunk. */
interface ReadChunk {
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  /** Of a deck: what may begin a slide or fill one without words. */
  readonly marks: readonly DeckMark[];
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

/** Reads Markdown: CommonMark with GitHub's tables, strike-through and task lists, YAML front matter, and the slides of a deck. */
export function readMarkdown(path: string, source: string, cache?: MarkdownCache, placed: Placement = {}): Document {
  // micromark drops a byte order mark without counting it. Files joined by hand have two.
  const first = /^\uFEFF*/.exec(source)?.[0].length ?? 0;
  const text = first === 0 ? source : source.slice(first);
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  const marks: DeckMark[] = [];
  const { fields, ignores, problems, values } = readTop(path, text, first);
  const isDeck = chooseKind(fields.kind?.value, placed, isDeckForm(values)) === 'deck';
  const style = isDeck ? chooseDeckStyle(values, path, text) : undefined;
  const plan = style === undefined ? undefined : planSlides(text, frontMatterEnd(text), style);
  const chunks = splitChunks(plan?.text ?? text, cache === undefined ? batchSize : 0);
  const definitions = findDefinitions(chunks, cache);
  for (const chunk of chunks) {
    const whole = chunk.text + listBorrowed(chunk.text, definitions);
    const make = (): ReadChunk => readChunk(parseChunk(chunk, whole), chunk.text, isDeck);
    const read = cache === undefined ? make() : cache.chunks.get(`${chunk.start === 0} ${isDeck} ${whole}`, make);
    const base = chunk.start + first;
    for (const block of read.blocks) blocks.push({ ...block, map: block.map.movedBy(base) });
    for (const comment of read.comments) comments.push({ value: comment.value, start: comment.start + base, end: comment.end + base });
    for (const mark of read.marks) marks.push({ ...mark, start: mark.start + base, end: mark.end + base });
  }
  cache?.chunks.finish();
  cache?.definitions.finish();
  const document = { path, source, fields, ignores: [...ignores, ...readDirectives(comments, source)], problems, syntax: markdownSyntax };
  return plan === undefined || style === undefined
    ? { ...document, blocks }
    : { ...document, ...assembleSlides({ source, first, plan, style, blocks, marks }) };
}

/** Reads the YAML or TOML at the top. `first` is where the text begins in its source. */
function readTop(path: string, text: string, first: number): ReadFrontMatter {
  const end = frontMatterEnd(text);
  if (end === 0) return { fields: { span: { start: first, end: first } }, ignores: [], problems: checkUnclosed(path, text, first), values: {} };
  const whole = text.slice(0, end).replace(/(?:\r\n|\n|\r)$/, '');
  const start = /^.*?(?:\r\n|\n|\r)/.exec(whole)?.[0].length ?? 0;
  const inner = whole.slice(start).replace(/(?:^|\r\n|\n|\r)(?:---|\+\+\+)[ \t]*$/, '');
  const span = { start: first, end: whole.length + first };
  if (text.startsWith('+++')) return { fields: readTomlFrontMatter(inner, start + first, span), ignores: [], problems: [], values: {} };
  // Only the line of dashes stands above it.
  return readFrontMatter({ path, yaml: inner, start: start + first, line: 2 }, span, text.length + first);
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
function readChunk(root: Root, own: string, isDeck: boolean): ReadChunk {
  const blocks: Block[] = [];
  const comments: Comment[] = [];

  const visit = (node: Nodes, parent: Nodes | undefined, isQuoted: boolean): void => {
    const span = spanOf(node);
    // Definitions borrowed from elsewhere stand after the chunk's own text.
    if (span.start >= own.length && own.length > 0) return;
    switch (node.type) {
      case 'yaml':
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
    for (const [index, child] of node.children.entries()) {
      if (startsLabelledLine(node.children, index)) {
        const { start } = spanOf(child);
        builder.addCharacter('\u2028', { start, end: start });
      }
      addInline(builder, child, comments);
    }
    if (builder.length > 0) blocks.push(builder.build({ kind, quoted, ...(node.type === 'heading' ? { depth: node.depth } : {}) }));
  };

  visit(root, undefined, false);
  return { blocks, comments, marks: isDeck ? root.children.flatMap((node) => listMarks(node, own)) : [] };
}

/** Whether a line begins with a label in bold, as in “**When:** Monday”. Such lines are a list to their writer, whatever Markdown makes of them. */
function startsLabelledLine(nodes: readonly PhrasingContent[], index: number): boolean {
  const [before, node, after] = [nodes[index - 1], nodes[index], nodes[index + 1]];
  if (node?.type !== 'strong' || before?.type !== 'text' || !before.value.endsWith('\n')) return false;
  const last = node.children.at(-1);
  return (last?.type === 'text' && /[:?]$/.test(last.value)) || (after?.type === 'text' && after.value.startsWith(':'));
}

/** A node of the top level as a deck sees it. */
function listMarks(node: Nodes, own: string): DeckMark[] {
  const span = spanOf(node);
  // Borrowed definitions stand after the chunk's own text.
  if (span.start >= own.length) return [];
  switch (node.type) {
    case 'thematicBreak':
      return [{ ...span, kind: 'break', value: own.slice(span.start, span.end) }];
    case 'heading':
      return [{ ...span, kind: 'heading', depth: node.depth }];
    case 'code':
      // Quarto runs such code, and shows nothing of it.
      return node.lang?.startsWith('{') === true && /\binclude\s*[:=]\s*false\b/i.test(`${node.meta ?? ''} ${node.value}`)
        ? []
        : [{ ...span, kind: 'picture' }];
    case 'html':
      return /^\s*<(?:!--|(?:style|script|link|meta)\b)/i.test(node.value) ? [] : [{ ...span, kind: 'html', value: node.value }];
    default:
      return [];
  }
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
