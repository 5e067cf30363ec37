import type { MessageKind, Organisation } from '../index.js';

const kinds: Readonly<Record<MessageKind, string>> = {
  announcement: 'Tells people of something that changes for them.',
  status: 'Says how a piece of work is going.',
  deck: 'Slides for a meeting, such as a project kick-off.',
  newsletter: 'Several topics in one message.',
  strategy: 'Where the organisation is going, on one side of A4.',
  page: 'Ordinary documentation: only words and readability are checked.',
};

const intentMeanings: Readonly<Record<string, string>> = {
  inform: 'Readers are to know something.',
  ask: 'Readers are to do something.',
  engage: 'Readers are to say what they think, so they need a question and a way to answer.',
  collaborate: 'Readers are to work on it together, so they need a place to do so.',
};

/** What a kind of message is, in a sentence; `undefined` when there is no such kind. */
export function describeKind(kind: string): string | undefined {
  return kinds[kind.toLowerCase() as MessageKind];
}

/** What a message of this intent wants of its readers; `undefined` when there is no such intent. */
export function describeIntent(intent: string): string | undefined {
  return intentMeanings[intent.toLowerCase()];
}

/** Who an audience is to the checks; `undefined` when the organisation has no such audience. */
export function describeReaders({ config }: Organisation, name: string): string | undefined {
  const audience = config.audiences[name];
  if (audience === undefined) return undefined;
  const known = audience.knows.map((entry) => (entry.startsWith('domain:') ? `the words of ${entry.slice('domain:'.length)}` : entry));
  const knowing = known.length === 0 ? '' : ` Knows ${known.length > 5 ? `${known.slice(0, 5).join(', ')} and ${known.length - 5} more` : known.join(', ')}.`;
  return `Can follow a text for readers of ${audience.readingAge}.${knowing}`;
}
