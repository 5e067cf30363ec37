import { createEngine, type Finding, fixAll, Organisations, readDocument, rules } from '../../server/src/index.js';

/** One sentence of the development set; README.md of this folder says what its keys mean. */
export interface RewriteItem {
  readonly term: string;
  readonly entry?: Readonly<Record<string, unknown>>;
  readonly also?: readonly { readonly term: string; readonly entry?: Readonly<Record<string, unknown>> }[];
  readonly text: string;
  readonly becomes?: string | readonly string[];
  readonly leaves?: string;
  readonly review?: string;
}

/**
 * What became of an item: `right` and `wrong` are safe fixes as an editor would leave them or not; `unfixed` is flagged with
 * suggestions to look at only; `unflagged` is not flagged; `alarm` is flagged where it should not be.
 */
export type Outcome = 'right' | 'wrong' | 'unfixed' | 'unflagged' | 'alarm' | 'left';

export interface MeasuredItem {
  readonly item: RewriteItem;
  readonly outcome: Outcome;
  /** The text after all safe fixes. */
  readonly text: string;
  readonly titles: readonly string[];
}

const engine = createEngine(rules.filter(({ meta }) => ['jargon', 'undefined-acronym'].includes(meta.id)));

/** Applies the safe fixes of the item's entries, and of nothing else, to its text. */
export async function measureItem(item: RewriteItem): Promise<MeasuredItem> {
  const terms = [{ term: item.term, entry: item.entry }, ...(item.also ?? [])].map(({ term, entry }) => ({ term, ...entry }));
  const files: Record<string, string> = {
    '/house/liaison.yml': 'glossaries: [./terms.yml]\nmessages: [{ files: "**", kind: announcement }]\n',
    // JSON is YAML.
    '/house/terms.yml': JSON.stringify({ name: 'terms', terms }),
  };
  const organisation = await new Organisations((location) => Promise.resolve(files[location]), rules).load('/house/liaison.yml');
  if (organisation.problems.length > 0) throw new Error(`“${item.term}”: ${organisation.problems.map(({ message }) => message).join(' ')}`);
  const lint = (text: string): readonly Finding[] =>
    engine.lint({ document: readDocument('/house/message.md', text), organisation, today: '2026-06-01' }).findings.filter(({ term }) => term !== undefined);
  const findings = lint(item.text);
  const text = fixAll(item.text, lint).text;
  return {
    item,
    outcome: judge(item, findings, text),
    text,
    titles: findings.flatMap(({ suggestions }) => suggestions.map(({ title, safety }) => `${title} (${safety})`)),
  };
}

function judge({ becomes, leaves, text: before }: RewriteItem, findings: readonly Finding[], text: string): Outcome {
  const isFixed = text !== before;
  if (becomes !== undefined && (typeof becomes === 'string' ? [becomes] : becomes).includes(text)) return 'right';
  if (isFixed) return 'wrong';
  if (leaves !== undefined) return findings.length > 0 ? 'alarm' : 'left';
  return findings.length > 0 ? 'unfixed' : 'unflagged';
}

/** How many of the safe fixes are right, and how many of the terms that should get one do. */
export function summarise(measured: readonly MeasuredItem[]) {
  const count = (outcome: Outcome): number => measured.filter((one) => one.outcome === outcome).length;
  const fixed = count('right') + count('wrong');
  const flagged = fixed + count('unfixed') + count('alarm');
  return {
    items: measured.length,
    right: count('right'),
    wrong: count('wrong'),
    unfixed: count('unfixed'),
    unflagged: count('unflagged'),
    alarms: count('alarm'),
    left: count('left'),
    safeAreRight: count('right') / fixed,
    flaggedGetSafe: fixed / flagged,
  };
}
