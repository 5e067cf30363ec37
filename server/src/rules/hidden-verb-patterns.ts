import type { Inflection } from '../text/inflection.js';
import { inflect, listForms } from '../text/inflection.js';
import type { Word } from '../text/words.js';

/** A noun that hides a verb, and the verbs without meaning that carry it: “conduct a review of” for “review”. */
interface HiddenVerb {
  /** Spellings of one noun, as lemmas. */
  readonly nouns: readonly string[];
  readonly carriers: readonly string[];
  /** The plain verb by the word behind the noun, where it says just the same. */
  readonly verbs: Readonly<Record<string, string>>;
  /** The same where it says nearly the same, so that a person has to look. */
  readonly nearVerbs: Readonly<Record<string, string>>;
  /** Whether the noun stands without an article: “carry out maintenance on”. */
  readonly isMass: boolean;
  /** Whether adjectives before the noun leave the verb as it is. “Make better use of” is not “use”. */
  readonly takesAdjectives: boolean;
}

type Verbs = Readonly<Record<string, string>>;
type Extras = Partial<Pick<HiddenVerb, 'nearVerbs' | 'isMass' | 'takesAdjectives'>>;

function hide(nouns: string, carriers: string, verbs: Verbs, extras: Extras = {}): HiddenVerb {
  return { nouns: nouns.split('|'), carriers: carriers.split(', '), verbs, nearVerbs: {}, isMass: false, takesAdjectives: true, ...extras };
}

const work = 'do, carry out, conduct, perform, undertake, complete, execute';
const changes = 'make, carry out, do, perform';
const tell = 'give, provide, offer, make';

const hiddenVerbs: readonly HiddenVerb[] = [
  // Deciding
  hide(
    'decision',
    'make, take, reach, come to, arrive at',
    { on: 'decide on', about: 'decide on', regarding: 'decide on', to: 'decide to' },
    { nearVerbs: { that: 'decide that' } },
  ),
  hide('choice', 'make', { between: 'choose between', of: 'choose' }, { nearVerbs: { to: 'choose to' } }),
  hide('selection', 'make', { of: 'choose', from: 'choose from' }),
  hide('conclusion', 'reach, come to, draw, arrive at', { that: 'conclude that' }, { nearVerbs: { on: 'decide on', about: 'decide on' } }),
  hide('agreement', 'reach, come to', { on: 'agree on', about: 'agree on' }, { nearVerbs: { that: 'agree that', with: 'agree with', to: 'agree to' } }),
  hide('assumption', 'make', { that: 'assume that' }),
  hide('comparison', `make, draw, ${work}`, { of: 'compare', between: 'compare' }, { nearVerbs: { with: 'compare with' } }),
  hide('distinction', 'make, draw', { between: 'distinguish between' }),
  hide('commitment', 'make', { to: 'commit to' }),
  hide('promise', 'make', { to: 'promise to' }, { nearVerbs: { that: 'promise that' } }),
  // Looking into
  hide('review', work, { of: 'review' }, { nearVerbs: { on: 'review', into: 'review' } }),
  hide('assessment', `make, ${work}`, { of: 'assess' }),
  hide('analysis', `make, ${work}`, { of: 'analyse' }, { nearVerbs: { on: 'analyse' } }),
  hide('evaluation', `make, ${work}`, { of: 'evaluate' }),
  hide('investigation', `${work}, launch`, { into: 'investigate', of: 'investigate' }),
  hide('inspection', `make, ${work}`, { of: 'inspect' }),
  hide('examination', `make, ${work}`, { of: 'examine' }),
  hide('audit', work, { of: 'audit' }),
  hide('survey', `${work}, run`, { of: 'survey' }),
  hide('test', `${work}, run`, { of: 'test' }, { nearVerbs: { on: 'test' } }),
  hide('testing', work, { of: 'test' }, { nearVerbs: { on: 'test' }, isMass: true }),
  hide('check', `make, ${work}, run`, { of: 'check', on: 'check' }),
  hide('verification', work, { of: 'check' }),
  hide('validation', work, { of: 'validate' }),
  hide('search', work, { for: 'search for' }, { nearVerbs: { of: 'search' } }),
  hide('calculation', `make, ${work}`, { of: 'calculate' }),
  hide('measurement', `make, take, ${work}`, { of: 'measure' }),
  hide('estimate', 'make, give, provide', { of: 'estimate' }),
  hide('inquiry|enquiry', 'make, conduct', { about: 'ask about' }, { nearVerbs: { into: 'look into' } }),
  // Changing
  hide('change', changes, { to: 'change' }),
  hide('modification', changes, { to: 'change', of: 'change' }),
  hide('alteration', changes, { to: 'change', of: 'change' }),
  hide('amendment', changes, { to: 'amend', of: 'amend' }),
  hide('adjustment', changes, { to: 'adjust', of: 'adjust' }),
  hide('correction', changes, { to: 'correct', of: 'correct' }),
  hide('improvement', `${changes}, achieve, bring about`, { to: 'improve', in: 'improve', of: 'improve' }),
  hide('reduction', 'make, achieve, bring about', { in: 'reduce', of: 'reduce' }),
  hide('increase', 'make, achieve, bring about', { in: 'increase' }),
  hide('update', changes, { to: 'update', of: 'update' }),
  hide('upgrade', `${changes}, undertake, complete`, { to: 'upgrade', of: 'upgrade' }),
  hide('installation', work, { of: 'install' }),
  hide('configuration', work, { of: 'configure' }),
  hide('deployment', work, { of: 'deploy' }),
  hide('implementation', work, { of: 'implement' }),
  hide('migration', work, { of: 'migrate' }),
  hide('replacement', work, { of: 'replace' }),
  hide('removal', work, { of: 'remove' }),
  hide('deletion', work, { of: 'delete' }),
  hide('restart', work, { of: 'restart' }),
  hide('reboot', work, { of: 'restart' }),
  hide('reset', work, { of: 'reset' }),
  hide('backup', `make, take, ${work}`, { of: 'back up' }),
  hide('repair', `make, ${work}`, { to: 'repair', of: 'repair' }),
  hide('maintenance', work, {}, { nearVerbs: { on: 'maintain', of: 'maintain' }, isMass: true }),
  hide('cleaning', work, { of: 'clean' }, { isMass: true }),
  hide('transition', 'make', { to: 'move to' }, { takesAdjectives: false }),
  hide('switch', 'make', { to: 'switch to' }, { takesAdjectives: false }),
  hide('move', 'make', { to: 'move to' }, { takesAdjectives: false }),
  // Telling
  hide('explanation', tell, { of: 'explain' }, { nearVerbs: { for: 'explain' } }),
  hide('description', tell, { of: 'describe' }),
  hide('summary', `${tell}, write`, { of: 'summarise' }),
  hide('overview', tell, {}, { nearVerbs: { of: 'outline' } }),
  hide('definition', tell, { of: 'define' }),
  hide('demonstration', `${tell}, do, carry out`, { of: 'demonstrate' }),
  hide('clarification', tell, { of: 'clarify' }, { nearVerbs: { on: 'clarify' }, isMass: true }),
  hide('confirmation', 'give, provide, send', { of: 'confirm', that: 'confirm that' }, { isMass: true }),
  hide('indication', 'give, provide', { that: 'show that' }, { nearVerbs: { of: 'show' } }),
  hide('answer', 'give, provide', { to: 'answer' }),
  hide('response', 'give, provide, send, make', { to: 'respond to' }),
  hide('reply', 'give, provide, send, make', { to: 'reply to' }),
  hide('announcement', 'make', { of: 'announce' }, { nearVerbs: { that: 'announce that', about: 'announce', on: 'announce' } }),
  hide('recommendation', 'make', {}, { nearVerbs: { that: 'recommend that', for: 'recommend' } }),
  hide('suggestion', 'make', {}, { nearVerbs: { that: 'suggest that', for: 'suggest' } }),
  hide('proposal', 'make', {}, { nearVerbs: { to: 'propose to', that: 'propose that', for: 'propose' } }),
  hide('proposal', 'submit', {}, { nearVerbs: { that: 'propose that', for: 'propose' } }),
  hide('complaint', 'make, submit, file', { about: 'complain about', to: 'complain to' }),
  hide('apology', 'make, offer, issue', { for: 'apologise for', to: 'apologise to' }),
  hide('invitation', 'issue, send, extend', { to: 'invite' }),
  hide('notification', 'send, issue, give, provide', { to: 'notify' }),
  hide('reference', 'make', { to: 'refer to' }, { isMass: true }),
  hide('mention', 'make', { of: 'mention' }, { isMass: true, takesAdjectives: false }),
  hide('note', 'make, take', { of: 'note' }, { isMass: true, takesAdjectives: false }),
  hide('discussion', 'have, hold', { about: 'discuss', on: 'discuss', of: 'discuss' }, { nearVerbs: { with: 'talk to' } }),
  hide('conversation', 'have, hold', {}, { nearVerbs: { about: 'talk about', with: 'talk to' } }),
  hide('meeting', 'have, hold', {}, { nearVerbs: { with: 'meet' } }),
  hide('presentation', 'give, make, do', {}, { nearVerbs: { on: 'talk about', about: 'talk about', of: 'present' } }),
  // Asking for and giving
  hide('request', 'make', { for: 'ask for' }),
  hide('request', 'submit, send, put in', {}, { nearVerbs: { for: 'ask for' } }),
  hide('application', 'make, submit, send, put in', { for: 'apply for' }, { nearVerbs: { to: 'apply to' } }),
  hide('order', 'place, make, put in', { for: 'order' }),
  hide('booking|reservation', 'make', { for: 'book' }),
  hide('payment', 'make', { for: 'pay for', of: 'pay' }, { nearVerbs: { to: 'pay' } }),
  hide('purchase', 'make', { of: 'buy' }),
  hide('donation', 'make', { to: 'donate to', of: 'donate' }),
  hide('contribution', 'make', { to: 'contribute to' }),
  hide('investment', 'make', { in: 'invest in' }),
  hide('delivery', 'make', { of: 'deliver' }),
  hide('visit', 'make, pay', { to: 'visit' }),
  hide('call', 'make', { to: 'call' }),
  hide('trip|journey', 'make', { to: 'travel to' }),
  hide('assistance', 'give, provide, offer', { to: 'help' }, { nearVerbs: { with: 'help with' }, isMass: true }),
  hide('help', 'give, provide, offer', { to: 'help' }, { nearVerbs: { with: 'help with' }, isMass: true }),
  hide('support', 'give, provide, offer', { to: 'support' }, { nearVerbs: { for: 'support' }, isMass: true }),
  hide('training', 'give, provide, deliver', { to: 'train' }, { nearVerbs: { for: 'train' }, isMass: true }),
  hide('advice', 'give, provide, offer', { to: 'advise' }, { nearVerbs: { on: 'advise on', about: 'advise on' }, isMass: true }),
  hide('approval', 'give, grant', {}, { nearVerbs: { for: 'approve', to: 'approve', of: 'approve' }, isMass: true }),
  hide('authorisation|authorization', 'give, grant', {}, { nearVerbs: { for: 'authorise', to: 'authorise' }, isMass: true }),
  hide('permission', 'give, grant', {}, { nearVerbs: { to: 'allow' }, isMass: true }),
  hide('consideration', 'give', { to: 'consider' }, { isMass: true }),
  hide('thought', 'give', { to: 'think about' }, { isMass: true }),
  hide('encouragement', 'give, provide, offer', { to: 'encourage' }, { isMass: true }),
  hide('priority', 'give', {}, { nearVerbs: { to: 'put first' }, isMass: true }),
  hide('preference', 'give', {}, { nearVerbs: { to: 'prefer' }, isMass: true }),
  // Doing something at all
  hide('use', 'make', { of: 'use' }, { isMass: true, takesAdjectives: false }),
  hide('attempt', 'make', { to: 'try to', at: 'try' }),
  hide('effort', 'make', { to: 'try to' }, { takesAdjectives: false }),
  hide('arrangement', 'make', { to: 'arrange to', for: 'arrange for' }),
  hide('preparation', 'make', { for: 'prepare for', to: 'prepare to' }),
  hide('provision', 'make', { for: 'provide for' }, { isMass: true }),
  hide('copy', 'make, take', { of: 'copy' }),
  hide('record', 'make', { of: 'record' }),
  hide('record', 'keep', {}, { nearVerbs: { of: 'record' } }),
  hide('list', 'make', { of: 'list' }),
  hide('action', 'take', { on: 'act on' }, { isMass: true }),
  hide('emphasis', 'place, put, lay', { on: 'stress' }, { isMass: true, takesAdjectives: false }),
  // Being in a state
  hide('effect', 'have', { on: 'affect' }, { takesAdjectives: false }),
  hide('impact', 'have', {}, { nearVerbs: { on: 'affect' }, takesAdjectives: false }),
  hide('influence', 'have', { on: 'influence', over: 'influence' }, { takesAdjectives: false }),
  hide('need', 'have', { for: 'need' }, { takesAdjectives: false }),
  hide('requirement', 'have', { for: 'need' }, { takesAdjectives: false }),
  hide('preference', 'have', { for: 'prefer' }, { takesAdjectives: false }),
  hide('tendency', 'have', { to: 'tend to' }, { takesAdjectives: false }),
  hide('intention', 'have', { to: 'intend to', of: 'intend' }, { takesAdjectives: false }),
  hide('wish|desire', 'have', { to: 'want to', for: 'want' }, { takesAdjectives: false }),
  hide('understanding', 'have', { of: 'understand' }, { takesAdjectives: false }),
  hide('knowledge', 'have', { of: 'know' }, { isMass: true, takesAdjectives: false, nearVerbs: { about: 'know about' } }),
  hide('confidence', 'have', {}, { nearVerbs: { in: 'trust' }, isMass: true, takesAdjectives: false }),
  hide('objection', 'have', { to: 'object to' }, { takesAdjectives: false }),
];

/** A hidden verb in a text. Indexes are into the words. */
export interface HiddenVerbMatch {
  readonly firstWord: number;
  readonly lastWord: number;
  /** As a phrase of lemmas, with its article: `conduct a review of`. */
  readonly phrase: string;
  /** The form of the carrying verb. */
  readonly inflection: Inflection;
  /** The plain verb, as lemma, with the word that goes with it. */
  readonly verb: string;
  /** The adverb that an adjective turns into, “thorough” into “thoroughly”; empty without an adjective, absent when there is none for it. */
  readonly adverb: string | undefined;
  /** Whether nothing but an article, or nothing, stood before the noun, and the verb says just the same. */
  readonly isExact: boolean;
  /** Whether a number or another word with a meaning of its own stood before the noun. */
  readonly losesWords: boolean;
}

interface CarrierForm {
  readonly lemma: string;
  readonly inflection: Inflection;
}

/** Forms of the carrying verbs by their first word: `carried` of “carry out”. */
const carrierForms: ReadonlyMap<string, readonly CarrierForm[]> = (() => {
  const forms = new Map<string, CarrierForm[]>();
  for (const lemma of new Set(hiddenVerbs.flatMap(({ carriers }) => carriers))) {
    for (const { text, inflection } of listForms(lemma, 'verb')) {
      const first = text.split(' ')[0] ?? text;
      forms.set(first, [...(forms.get(first) ?? []), { lemma, inflection }]);
    }
  }
  return forms;
})();

/** Hidden verbs by their noun, and whether it is in the plural. */
const byNoun: ReadonlyMap<string, readonly { readonly entry: HiddenVerb; readonly isPlural: boolean }[]> = (() => {
  const nouns = new Map<string, { entry: HiddenVerb; isPlural: boolean }[]>();
  for (const entry of hiddenVerbs) {
    for (const noun of entry.nouns) {
      const plural = inflect(noun, 'noun', 'plural');
      nouns.set(noun, [...(nouns.get(noun) ?? []), { entry, isPlural: false }]);
      if (!entry.isMass && plural !== noun) nouns.set(plural, [...(nouns.get(plural) ?? []), { entry, isPlural: true }]);
    }
  }
  return nouns;
})();

const articles = /^(?:an?)$/;
const determiners = /^(?:the|some|any|my|your|his|her|its|our|their)$/;
// “Make the move to Leeds easy” makes it easy; “make the decision to move” decides.
const owners = /^(?:the|my|your|his|her|its|our|their)$/;
const decided: ReadonlySet<string> = new Set(['decision', 'choice', 'effort', 'attempt', 'payment', 'promise', 'commitment', 'request', 'application']);
const numbers = /^(?:several|many|further|more|another|two|three|four|five|six|seven|eight|nine|ten|both|all|few|\d+)$/;

/** Adjectives that stand before such nouns, and the adverb for the verb where there is a plain one. */
const adverbs: Readonly<Record<string, string | undefined>> = {
  additional: undefined,
  basic: undefined,
  better: undefined,
  big: undefined,
  brief: 'briefly',
  careful: 'carefully',
  clear: 'clearly',
  close: 'closely',
  complete: 'fully',
  comprehensive: 'fully',
  conscious: 'consciously',
  deep: undefined,
  detailed: undefined,
  direct: 'directly',
  early: undefined,
  explicit: 'explicitly',
  extensive: 'extensively',
  extra: undefined,
  fair: 'fairly',
  final: undefined,
  financial: undefined,
  first: undefined,
  formal: 'formally',
  full: 'fully',
  general: undefined,
  good: undefined,
  great: undefined,
  hard: undefined,
  important: undefined,
  independent: 'independently',
  informed: undefined,
  initial: undefined,
  internal: undefined,
  key: undefined,
  large: undefined,
  last: undefined,
  little: undefined,
  major: undefined,
  manual: 'manually',
  minor: 'slightly',
  necessary: undefined,
  new: undefined,
  online: undefined,
  other: undefined,
  planned: undefined,
  positive: undefined,
  proper: 'properly',
  public: 'publicly',
  quick: 'quickly',
  rapid: 'quickly',
  real: undefined,
  regular: 'regularly',
  relevant: undefined,
  repeated: 'repeatedly',
  required: undefined,
  rough: 'roughly',
  routine: 'routinely',
  scheduled: undefined,
  second: undefined,
  separate: 'separately',
  serious: 'seriously',
  short: 'briefly',
  significant: 'significantly',
  similar: undefined,
  simple: undefined,
  slight: 'slightly',
  small: 'slightly',
  special: undefined,
  specific: undefined,
  substantial: 'substantially',
  successful: 'successfully',
  systematic: 'systematically',
  technical: undefined,
  thorough: 'thoroughly',
  timely: 'promptly',
  urgent: 'urgently',
  useful: undefined,
  valuable: undefined,
  weekly: undefined,
  yearly: undefined,
};

/** What every pattern allows between two of its words: white space, but no line that the writer ended on purpose. */
const joint = /^[^\S\u2028]+$/;

/** Finds the hidden verbs of a text, given by its words. */
export function findHiddenVerbs(text: string, words: readonly Word[]): HiddenVerbMatch[] {
  const found: HiddenVerbMatch[] = [];
  let index = 0;
  while (index < words.length) {
    const match = readAt(text, words, index);
    if (match !== undefined) found.push(match);
    index = (match?.lastWord ?? index) + 1;
  }
  return found;
}

function readAt(text: string, words: readonly Word[], first: number): HiddenVerbMatch | undefined {
  for (const { lemma, inflection } of carrierForms.get(words[first]?.key ?? '') ?? []) {
    const particle = lemma.split(' ')[1];
    if (particle !== undefined && (keyAt(words, first + 1) !== particle || !isJoined(text, words, first + 1))) continue;
    const match = readNoun(text, words, { first, lemma, inflection, next: first + (particle === undefined ? 1 : 2) });
    if (match !== undefined) return match;
  }
  return undefined;
}

function readNoun(
  text: string,
  words: readonly Word[],
  { first, lemma, inflection, next }: { first: number; lemma: string; inflection: Inflection; next: number },
): HiddenVerbMatch | undefined {
  let at = next;
  const opening = keyAt(words, at);
  const hasArticle = articles.test(opening);
  const hasDeterminer = determiners.test(opening);
  const hasNumber = numbers.test(opening);
  if (hasArticle || hasDeterminer || hasNumber) at++;
  // “A few changes”, “a number of tests”.
  let isCounted = hasNumber;
  if (hasArticle && keyAt(words, at) === 'few') {
    isCounted = true;
    at++;
  } else if (hasArticle && /^(?:number|series|range)$/.test(keyAt(words, at)) && keyAt(words, at + 1) === 'of') {
    isCounted = true;
    at += 2;
  }
  const adjectives: string[] = [];
  while (adjectives.length < 2 && Object.hasOwn(adverbs, keyAt(words, at))) adjectives.push(keyAt(words, at++));
  for (const { entry, isPlural } of byNoun.get(keyAt(words, at)) ?? []) {
    if (!entry.carriers.includes(lemma) || (adjectives.length > 0 && !entry.takesAdjectives)) continue;
    if (lemma === 'make' && owners.test(opening) && !decided.has(entry.nouns[0] ?? '')) continue;
    // “More impact” is not “affect”.
    if (isCounted && !entry.takesAdjectives) continue;
    // “Decisions that help” are not “decide that”.
    if (isPlural && keyAt(words, at + 1) === 'that') continue;
    // “Made review of” is no phrase; “make changes to” and “carry out maintenance on” are.
    if (!isPlural && !entry.isMass && !hasArticle && !hasDeterminer && !isCounted) continue;
    const follower = keyAt(words, at + 1);
    const verb = entry.verbs[follower] ?? entry.nearVerbs[follower];
    if (verb === undefined || !areJoined(text, words, first, at + 1)) continue;
    const adverb = adjectives.length === 0 ? '' : adjectives.length === 1 ? adverbs[adjectives[0] ?? ''] : undefined;
    const noun = isPlural ? inflect(entry.nouns[0] ?? '', 'noun', 'plural') : (entry.nouns[0] ?? '');
    const article = hasArticle && !isCounted ? `${/^[aeiou](?!se\b)/.test(noun) ? 'an' : 'a'} ` : '';
    return {
      firstWord: first,
      lastWord: at + 1,
      phrase: `${lemma} ${article}${noun} ${follower}`,
      inflection,
      verb,
      adverb,
      isExact: adjectives.length === 0 && !hasDeterminer && !isCounted && entry.verbs[follower] !== undefined,
      losesWords: isCounted || (adjectives.length > 0 && adverb === undefined),
    };
  }
  return undefined;
}

function keyAt(words: readonly Word[], index: number): string {
  return words[index]?.key ?? '';
}

function isJoined(text: string, words: readonly Word[], index: number): boolean {
  const previous = words[index - 1];
  const word = words[index];
  return previous !== undefined && word !== undefined && joint.test(text.slice(previous.end, word.start));
}

function areJoined(text: string, words: readonly Word[], first: number, last: number): boolean {
  for (let index = first + 1; index <= last; index++) if (!isJoined(text, words, index)) return false;
  return true;
}
