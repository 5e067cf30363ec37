import type { Passage } from '../model/format-syntax.js';
import type { PartName } from './check-up.js';
import type { MessageContext } from './define-rule.js';

/** Text that brings a missing part into a strategy, with gaps where only its writer knows. */
export interface StrategyLine {
  readonly part: PartName;
  readonly title: string;
  readonly passages: readonly Passage[];
}

const most = 6;

/** Lines for a strategy: from the goals file of the organisation where there is one. */
export function listStrategyLines({ organisationGoals, today }: Pick<MessageContext<unknown>, 'organisationGoals' | 'today'>): StrategyLine[] {
  const lines: StrategyLine[] = [];
  const vision = organisationGoals?.vision;
  if (vision !== undefined) lines.push({ part: 'vision', title: 'Start with the vision of the goals file', passages: [{ kind: 'paragraph', text: vision }] });
  else
    lines.push({
      part: 'vision',
      title: 'Add a vision',
      passages: [{ kind: 'paragraph', text: 'By [month and year], [what will be different for the people we serve].' }],
    });

  const active = (organisationGoals?.goals ?? []).filter(({ status, until }) => status === 'active' && today <= (until ?? '9999')).slice(0, most);
  const goals =
    active.length > 0
      ? active.map(({ id, title }) => `${id}: ${title}`)
      : ['[what will be true, and by when]', '[what will be true, and by when]', '[what will be true, and by when]'];
  lines.push({
    part: 'goals',
    title: active.length > 0 ? 'Add the goals of the goals file' : 'Add a list of goals',
    passages: [
      { kind: 'heading', text: 'Our goals' },
      { kind: 'list', items: goals },
    ],
  });

  const review = organisationGoals?.reviewBy;
  const date = review !== undefined && review > today ? `by ${spellDate(review)}` : 'in [month and year]';
  lines.push({
    part: 'review-date',
    title: 'Add when it will be looked at again',
    passages: [{ kind: 'paragraph', label: 'Review:', text: `we look at this strategy again ${date}.` }],
  });
  return lines;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2027-03-31` as 31 March 2027. */
function spellDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}
