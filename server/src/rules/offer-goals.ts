import type { Goal } from '../goals/schema.js';
import type { Edit } from '../model/finding.js';
import type { MessageContext, TextSuggestion } from './define-rule.js';
import { listActive, rankActive } from './evidence/goal.js';
import { insertField } from './front-matter.js';
import { addParagraph } from './paragraphs.js';

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
    .map(({ goal, words }) => tie(goal, document, words.length === 0 ? '' : ` (both speak of ${words.slice(0, 3).join(', ')})`));
  const sentences = fitting.slice(0, spelledOut).map(
    (goal): TextSuggestion => ({
      title: `Tie it to ${goal.id}, and say so in the text`,
      safety: 'review',
      edits: [fieldOf(goal, document), addParagraph(document, `This serves our goal “${goal.title}”.`)],
    }),
  );
  return [...fields, ...sentences, ...others.slice(0, Math.max(0, offered - fields.length)).map((goal) => tie(goal, document, ''))];
}

function tie(goal: Goal, document: MessageContext<unknown>['document'], reason: string): TextSuggestion {
  return { title: `Tie it to ${goal.id}, ${goal.title}${reason}`, safety: 'review', edits: [fieldOf(goal, document)] };
}

function fieldOf({ id }: Goal, document: MessageContext<unknown>['document']): Edit {
  return insertField(document, `goals: [${JSON.stringify(id).slice(1, -1)}]`);
}
