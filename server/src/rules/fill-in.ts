import type { Block } from '../model/block.js';
import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { Passage } from '../model/format-syntax.js';
import type { PartName } from './check-up.js';
import type { MessageContext, PartStates, TextSuggestion } from './define-rule.js';
import { fillInSlide } from './fill-in-slide.js';
import { offerGoals } from './offer-goals.js';
import { listStrategyLines, type StrategyLine } from './strategy-lines.js';

/** A line that the writer completes: its gaps stand in square brackets, and a part counts as missing while one is left. */
interface FillIn {
  readonly title: string;
  readonly label: string;
  readonly text: string;
}

/** Lines of the body, in the order in which a reader wants them. */
const bodyLines: ReadonlyMap<PartName, FillIn> = new Map<PartName, FillIn>([
  ['what-changes', { title: 'Add a line that says what changes', label: 'What changes:', text: '[what will be different for the reader].' }],
  ['when', { title: 'Add a line that says when', label: 'When:', text: '[day, date and time].' }],
  ['next-step', { title: 'Add a line that says what to do', label: 'What to do:', text: '[what the reader does, and by when, or “nothing”].' }],
  ['support', { title: 'Add a line about the help people get', label: 'Help you get:', text: '[a course, a guide, somebody to sit with you].' }],
  [
    'follow-up',
    {
      title: 'Add a promise to check afterwards',
      label: 'Afterwards:',
      text: 'we check that everything works again, and tell you by [time] on [day and date].',
    },
  ],
  ['way-to-answer', { title: 'Add a question and a way to answer', label: 'Tell us:', text: '[your question]? Reply to this message by [day and date].' }],
  ['contact', { title: 'Add a line that says whom to ask', label: 'Questions?', text: 'Ask [who], on [number] or at [address].' }],
]);

/** Edits that write a missing part into the message, for the writer to complete. Empty for what no line can mend. */
export function fillIn(part: PartName, context: Omit<MessageContext<unknown>, 'options'>, parts: PartStates): readonly TextSuggestion[] {
  const { document, audiences, kind, goals } = context;
  // An id that is wrong or over has suggestions of its own.
  if (part === 'goal') return goals.length > 0 ? [] : offerGoals(context);
  if (kind === 'strategy')
    return listStrategyLines(context).flatMap((fill) => (fill.part === part ? review(fill.title, placeInStrategy(fill, document, parts)) : []));
  if (part === 'subject') return review('Add a subject line', document.syntax?.insertField(document, 'subject', '[what changes, and when]'));
  if (part === 'audience')
    return audiences.slice(0, 5).flatMap((name) => review(`Say it is for “${name}”`, document.syntax?.insertField(document, 'audience', name)));
  if (kind === 'deck') return fillInSlide(part, document);
  const fill = bodyLines.get(part);
  if (fill === undefined) return [];
  return review(fill.title, placeLine(part, fill, document, parts));
}

function review(title: string, edit: Edit | undefined): TextSuggestion[] {
  return edit === undefined ? [] : [{ title, safety: 'review', edits: [edit] }];
}

/** Puts the line behind the part that a reader looks for before it; what nothing precedes stands first, under the heading and the greeting. */
function placeLine(part: PartName, { label, text }: FillIn, document: Document, parts: PartStates): Edit | undefined {
  const { syntax } = document;
  const line: Passage = { kind: 'paragraph', label, text };
  const order = [...bodyLines.keys()];
  const before = order.slice(0, order.indexOf(part)).reverse();
  const isLast = part === 'contact' || part === 'way-to-answer';
  const neighbour = isLast ? undefined : before.map((name) => parts.get(name)?.evidence).find((evidence) => evidence !== undefined);
  const first = document.blocks.find(({ kind, text }) => kind !== 'heading' && !greeting.test(text.trim()));
  if (neighbour === undefined && !isLast && first !== undefined) return syntax?.insertBefore(document, first, [line]);
  const last = findSignOff(document.blocks) ?? document.blocks.length;
  return syntax?.insertBehind(document, neighbour?.end ?? endOf(document.blocks[last - 1], document), [line]);
}

/** A strategy opens with its vision, goes on with its goals and ends with its review. */
function placeInStrategy({ part, passages }: StrategyLine, document: Document, parts: PartStates): Edit | undefined {
  const { blocks, syntax } = document;
  const title = blocks[0]?.kind === 'heading' ? blocks[0] : undefined;
  const first = blocks[title === undefined ? 0 : 1];
  if (part === 'vision' && first !== undefined) return syntax?.insertBefore(document, first, passages);
  // A list of goals has a heading of its own, so it stands behind the section of the vision.
  const vision = part === 'goals' ? parts.get('vision')?.evidence : undefined;
  const next = vision === undefined ? -1 : blocks.findIndex((block) => block.kind === 'heading' && block.map.toSource({ start: 0, end: 1 }).start > vision.end);
  return syntax?.insertBehind(document, endOf(next < 1 ? blocks.at(-1) : blocks[next - 1], document), passages);
}

/** Where a block ends; without one, where the body begins. */
function endOf(block: Block | undefined, document: Document): number {
  return block === undefined ? document.fields.span.end : block.map.toSource({ start: 0, end: block.text.length }).end;
}

const signOff =
  /^(?:(?:kind|best|warm|many)\s+(?:regards|wishes|thanks)|regards|thanks|thank you|yours\s+(?:sincerely|faithfully|truly)|sincerely|cheers|all the best)\b[^.!?]{0,60}$/iu;

/** A line that only greets: what comes first stands behind it. */
const greeting = /^(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))\b[^.!?\n\u2028]{0,80}[,!:.]?$/iu;

/** Index of the block in which the writer says goodbye: nothing is added below it. */
function findSignOff(blocks: readonly Block[]): number | undefined {
  const index = blocks.findLastIndex(({ text }) => signOff.test(text.trim()));
  return index < blocks.length - 3 || index < 1 ? undefined : index;
}
