import type { MessageKind } from '../model/document.js';

/** What a message of a kind must contain and reach. */
export interface CheckUpTable {
  /** In the order in which a writer would fill them in. */
  readonly parts: readonly PartName[];
  readonly targets: readonly PartName[];
}

/** Every part and target, with what it means to a writer. */
export const partTitles = {
  goal: 'The goal it serves',
  audience: 'Who it is for',
  subject: 'A subject line that says what it is about',
  'what-changes': 'What changes for the reader',
  when: 'When',
  'next-step': 'What to do, or that there is nothing to do',
  contact: 'Whom to ask, and how',
  support: 'The help people will get',
  'follow-up': 'A check after the downtime',
  'way-to-answer': 'A way to answer',
  'people-affected': 'Who is affected',
  roles: 'Who does what',
  dates: 'The dates',
  needs: 'What we need from them',
  vision: 'A vision at the start',
  goals: 'The goals',
  'review-date': 'When it will be looked at again',
  'reading-age': 'At ease for these readers',
  'jargon-load': 'Little jargon',
  'one-topic': 'One topic',
  'one-screen': 'One screen',
  'one-page': 'One side of A4',
  'reader-first': 'The reader first',
} as const;

export type PartName = keyof typeof partTitles;

const message: CheckUpTable = {
  parts: ['goal', 'audience', 'subject', 'what-changes', 'when', 'next-step', 'contact', 'support', 'follow-up', 'way-to-answer'],
  targets: ['reading-age', 'jargon-load', 'one-topic', 'one-screen', 'reader-first'],
};

/** The parts and targets of each kind. A part that does not apply to a message is left out of its check-up. */
export const checkUpTables: Readonly<Record<MessageKind, CheckUpTable>> = {
  announcement: message,
  status: message,
  // A newsletter has several topics by nature, and takes the room they need.
  newsletter: { ...message, targets: ['reading-age', 'jargon-load', 'reader-first'] },
  deck: { parts: ['goal', 'audience', 'people-affected', 'roles', 'dates', 'needs', 'support', 'contact'], targets: ['reading-age', 'jargon-load'] },
  strategy: { parts: ['vision', 'goals', 'review-date'], targets: ['reading-age', 'jargon-load', 'one-page'] },
  page: { parts: [], targets: ['reading-age', 'jargon-load'] },
};
