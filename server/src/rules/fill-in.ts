import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { PartName } from './check-up.js';
import type { MessageContext, PartStates, TextSuggestion } from './define-rule.js';
import { fillInSlide } from './fill-in-slide.js';
import { insertField } from './front-matter.js';

/** A line that the writer completes: its gaps stand in square brackets, and a part counts as missing while one is left. */
interface FillIn {
  readonly title: string;
  readonly line: string;
}

/** Lines of the body, in the order in which a reader wants them. */
const bodyLines: ReadonlyMap<PartName, FillIn> = new Map<PartName, FillIn>([
  ['what-changes', { title: 'Add a line that says what changes', line: '**What changes:** [what will be different for the reader].' }],
  ['when', { title: 'Add a line that says when', line: '**When:** [day, date and time].' }],
  ['next-step', { title: 'Add a line that says what to do', line: '**What to do:** [what the reader does, and by when, or “nothing”].' }],
  ['support', { title: 'Add a line about the help people get', line: '**Help you get:** [a course, a guide, somebody to sit with you].' }],
  [
    'follow-up',
    { title: 'Add a promise to check afterwards', line: '**Afterwards:** we check that everything works again, and tell you by [time] on [day and date].' },
  ],
  ['way-to-answer', { title: 'Add a question and a way to answer', line: '**Tell us:** [your question]? Reply to this message by [day and date].' }],
  ['contact', { title: 'Add a line that says whom to ask', line: '**Questions?** Ask [who], on [number] or at [address].' }],
]);

/** Edits that write a missing part into the message, for the writer to complete. Empty for what no line can mend. */
export function fillIn(
  part: PartName,
  { document, audiences, kind }: Pick<MessageContext<unknown>, 'document' | 'audiences' | 'kind'>,
  parts: PartStates,
): TextSuggestion[] {
  if (part === 'subject') return [review('Add a subject line', insertField(document, 'subject: "[what changes, and when]"'))];
  if (part === 'audience') return audiences.slice(0, 5).map((name) => review(`Say it is for “${name}”`, insertField(document, `audience: ${name}`)));
  if (kind === 'deck') return fillInSlide(part, document);
  const fill = bodyLines.get(part);
  if (fill === undefined || kind === 'strategy') return [];
  return [review(fill.title, placeLine(part, fill.line, document, parts))];
}

function review(title: string, edit: Edit): TextSuggestion {
  return { title, safety: 'review', edits: [edit] };
}

/** Puts the line behind the part that a reader looks for before it; what nothing precedes stands first, under the heading. */
function placeLine(part: PartName, line: string, document: Document, parts: PartStates): Edit {
  const order = [...bodyLines.keys()];
  const before = order.slice(0, order.indexOf(part)).reverse();
  const { source } = document;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const isLast = part === 'contact' || part === 'way-to-answer';
  const neighbour = isLast ? undefined : before.map((name) => parts.get(name)?.evidence).find((evidence) => evidence !== undefined);
  const body = document.blocks.filter(({ kind }) => kind !== 'heading');
  const first = body[0];
  if (neighbour === undefined && !isLast && first !== undefined) {
    const start = startOfLine(source, first);
    return { start, end: start, text: `${line}${newline}${newline}` };
  }
  const last = findSignOff(document.blocks) ?? document.blocks.length;
  const previous = document.blocks[last - 1];
  const from = neighbour?.end ?? (previous === undefined ? document.fields.span.end : previous.map.toSource({ start: 0, end: previous.text.length }).end);
  const start = endOfChunk(source, Math.max(from, document.fields.span.end));
  return { start, end: start, text: `${newline}${newline}${line}` };
}

function startOfLine(source: string, block: Block): number {
  const { start } = block.map.toSource({ start: 0, end: 1 });
  return source.lastIndexOf('\n', start - 1) + 1;
}

const signOff =
  /^(?:(?:kind|best|warm|many)\s+(?:regards|wishes|thanks)|regards|thanks|thank you|yours\s+(?:sincerely|faithfully|truly)|sincerely|cheers|all the best)\b[^.!?]{0,60}$/iu;

/** Index of the block in which the writer says goodbye: nothing is added below it. */
function findSignOff(blocks: readonly Block[]): number | undefined {
  const index = blocks.findLastIndex(({ text }) => signOff.test(text.trim()));
  return index < blocks.length - 3 || index < 1 ? undefined : index;
}

/** Where the paragraph, list or table around an offset ends. */
function endOfChunk(source: string, offset: number): number {
  // A list goes on behind a blank line with an item, or with what is indented.
  const blankLine = /[ \t]*\r?\n[ \t]*\r?\n(?![ \t]|[-*+][ \t]|\d+[.)][ \t])/g;
  blankLine.lastIndex = offset;
  return blankLine.exec(source)?.index ?? Math.max(offset, source.trimEnd().length);
}
