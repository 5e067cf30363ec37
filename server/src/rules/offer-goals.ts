import type { Goal } from '../goals/schema.js';
import type { Document } from '../model/document.js';
import type { Edit } from '../model/finding.js';
import type { MessageContext, TextSuggestion } from './define-rule.js';
import { listActive, rankActive } from './evidence/goal.js';

const offered = 5;
/** A sentence in the body is offered for the goals that fit best. */
const spelledOut = 2;

/**
 * Goals to tie a message to, those that it seems to serve first, with the reason. Each is written into the front matter; for those
 * that fit best, a second choice also says so in the body.
 */
export function offerGoals(
  context: Pick<MessageContext<unknown>, 'document' | 'blocks' | 'goals' | 'organisationGoals' | 'goalMatcher' | 'today'>,
): readonly TextSuggestion[] {
  const { document } = context;
  const ranked = rankActive(context);
  const fitting = ranked.map(({ goal }) => goal);
  const others = listActive(context).filter((goal) => !fitting.includes(goal));
  const fields = ranked
    .slice(0, offered)
    .flatMap(({ goal, words }) => tie(goal, document, words.length === 0 ? '' : ` (both speak of ${words.slice(0, 3).join(', ')})`));
  const sentences = fitting.slice(0, spelledOut).flatMap((goal): TextSuggestion[] => {
    const field = fieldOf(goal, document);
    const sentence = addParagraph(document, `This serves our goal “${goal.title}”.`);
    if (field === undefined || sentence === undefined) return [];
    return [{ title: `Tie it to ${goal.id}, and say so in the text`, safety: 'review', edits: [field, sentence] }];
  });
  return [...fields, ...sentences, ...others.slice(0, Math.max(0, offered - fields.length)).flatMap((goal) => tie(goal, document, ''))];
}

function tie(goal: Goal, document: Document, reason: string): TextSuggestion[] {
  const field = fieldOf(goal, document);
  return field === undefined ? [] : [{ title: `Tie it to ${goal.id}, ${goal.title}${reason}`, safety: 'review', edits: [field] }];
}

function fieldOf({ id }: Goal, document: Document): Edit | undefined {
  return document.syntax?.insertField(document, 'goals', id);
}

/** The edit that adds a paragraph behind the first one of the message. */
function addParagraph(document: Document, text: string): Edit | undefined {
  const { blocks, fields } = document;
  const first = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0];
  const offset = first === undefined ? fields.span.end : first.map.toSource({ start: 0, end: first.text.length }).end;
  return document.syntax?.insertBehind(document, offset, [{ kind: 'paragraph', text }]);
}
