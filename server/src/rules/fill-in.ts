import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { PartName } from './check-up.js';
import type { MessageContext, PartStates, TextSuggestion } from './define-rule.js';
import { fillInSlide } from './fill-in-slide.js';
import { insertField } from './front-matter.js';
import { offerGoals } from './offer-goals.js';
import { endOfChunk, newlineOf } from './paragraphs.js';
import { listStrategyLines, type StrategyLine } from './strategy-lines.js';

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
export function fillIn(part: PartName, context: Omit<MessageContext<unknown>, 'options'>, parts: PartStates): readonly TextSuggestion[] {
  const { document, audiences, kind, goals } = context;
  // An id that is wrong or over has suggestions of its own.
  if (part === 'goal') return goals.length > 0 ? [] : offerGoals(context);
  if (kind === 'strategy')
    return listStrategyLines(context).flatMap((fill) => (fill.part === part ? [review(fill.title, placeInStrategy(fill, document, parts))] : []));
  if (part === 'subject') return [review('Add a subject line', insertField(document, 'subject: "[what changes, and when]"'))];
  if (part === 'audience') return audiences.slice(0, 5).map((name) => review(`Say it is for “${name}”`, insertField(document, `audience: ${name}`)));
  if (kind === 'deck') return fillInSlide(part, document);
  const fill = bodyLines.get(part);
  if (fill === undefined) return [];
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
  const newline = newlineOf(source);
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

/** A strategy opens with its vision, goes on with its goals and ends with its review. */
function placeInStrategy({ part, text }: StrategyLine, document: Document, parts: PartStates): Edit {
  const { source, blocks } = document;
  const newline = newlineOf(source);
  const lines = text.replaceAll('\n', newline);
  const title = blocks[0]?.kind === 'heading' ? blocks[0] : undefined;
  const first = blocks[title === undefined ? 0 : 1];
  if (part === 'vision' && first !== undefined) {
    const start = startOfLine(source, first);
    return { start, end: start, text: `${lines}${newline}${newline}` };
  }
  // A list of goals has a heading of its own, so it stands behind the section of the vision.
  const vision = part === 'goals' ? parts.get('vision')?.evidence : undefined;
  const next = vision === undefined ? -1 : blocks.findIndex((block) => block.kind === 'heading' && block.map.toSource({ start: 0, end: 1 }).start > vision.end);
  const last = next < 1 ? blocks.at(-1) : blocks[next - 1];
  const from = last === undefined ? document.fields.span.end : last.map.toSource({ start: 0, end: last.text.length }).end;
  const start = endOfChunk(source, Math.max(from, document.fields.span.end));
  return { start, end: start, text: `${newline}${newline}${lines}` };
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
