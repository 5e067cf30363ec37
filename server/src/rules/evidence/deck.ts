import type { Span } from '../../model/span.js';
import { findDate, mayHoldDate } from '../../text/dates.js';
import type { AnalysedBlock, MessageContext } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, listSentences, type PlacedSentence } from '../sentence-search.js';
import { listSlides, type ReadSlide, titleOf } from '../slides.js';
import { findContact } from './contact.js';
import { opensWithRequest } from './next-step.js';
import { findSupport } from './support.js';

/** What a kick-off tells on slides of its own. */
export type DeckPart = 'people-affected' | 'roles' | 'dates' | 'needs' | 'support' | 'contact';

type DeckContext = Pick<MessageContext<unknown>, 'document' | 'blocks' | 'today'>;

const kickOff =
  /\bkick[\s-]?off\b|\b(?:project|programme) (?:start|launch|initiation|introduction|briefing)\b|\bstart of (?:the|our) (?:project|programme)\b|\blaunch (?:meeting|briefing|event|of (?:the|our))\b|^launching (?:the|our|a)\b/iu;

/** Titles that announce a part, in the order in which they are tried: “Who is affected” names no role. */
const titles: readonly (readonly [DeckPart | 'goal', RegExp])[] = [
  [
    'people-affected',
    /\b(?:who|whom)\b.{0,20}\b(?:affect\w*|notices?|feels?|touch\w*|impact\w*|concern\w*|benefits?|uses?|is (?:it|this|that) for|(?:it|this|that) is for|changes for)\b|\b(?:people|staff|users|teams|groups|departments|those)\s+(?:\w+\s+){0,2}affected\b|\baffected\b|\bwhose\b|\bimpact on\b|\bwhat\b.{0,24}\b(?:means?|changes?|will change)\b.{0,6}\b(?:for|to)\b|\bwhat\b.{0,40}\b(?:notice|see|feel)s?$|^(?:\w+ )?stakeholders?$|\bfor whom\b|\bwho (?:will )?(?:gains?|loses?|wins?)\b/iu,
  ],
  [
    'needs',
    /\b(?:we|i)(?:[’']d| would)? (?:need|ask|want|like|expect|hope)\b.{0,40}\b(?:from|of|to|you|your|for)\b|\bneed(?:ed)? from\b|\b(?:our|the|my|\d|one|two|three|four|five|six|some)\s+(?:asks?|requests?|favou?rs?|wishes|questions for you)\b|^(?:asks?|requests?|please)\b|\bplease\b|\b(?:help|lend|give|bring) us\b|\bhow (?:you can|can you|to) help\b|\byour (?:part|turn|task|tasks|job|help|homework|contribution|input)\b|\bover to you\b|\bget involved\b|\bcall to action\b|\bwhat you (?:can|need to|should|must|have to) do\b|\b(?:volunteers?|help) (?:wanted|needed)\b|\bcan you help\b/iu,
  ],
  [
    'support',
    /\b(?:support|training|help(?! us\b)|learn(?:ing)?|guidance|not alone|coaching|get from us|getting started|getting used|practi[cs]e|if (?:it|something|things) goes? wrong|how we (?:will |can )?(?:help|support))\b/iu,
  ],
  [
    'roles',
    /\bwho(?:[’']s| is| are)? (?:does|do|doing|carr(?:y|ies)|runs?|leads?|decides?|owns?|answers?|who\b|in (?:the|our) (?:project |programme )?(?:team|group)|behind|responsible|in charge|works? on)|\bwho will (?:do|lead|run|decide|carry)\b|\broles?\b|\bresponsib\w+|^(?!what\b).*\b(?:the|our|your|project|programme|core|delivery|implementation)\s+(?:project |programme |core )?team\b|^team$|\b(?:project )?team (?:members|and roles)\b|\bgovernance\b|\bproject organi[sz]ation\b|\bRACI\b|\bsteering\b|\bsponsors?\b|\bpeople (?:behind|on|in) (?:it|this|the project)\b|\bownership\b/iu,
  ],
  [
    'dates',
    /\b(?:dates?|time ?lines?|time ?table|schedule|milestones?|calendar|road ?map|the road|phases?|stages|steps|when|rollout|roll-out|journey|(?:project |our |the )plan|what happens (?:when|next)|go-live)\b/iu,
  ],
  ['contact', /\b(?:contacts?|questions?|ask us|talk to us|find us|reach us|get in touch|whom to ask|who to ask|feedback)\b/iu],
  ['goal', /\b(?:goals?|aims?|purpose|objectives?|why|vision|benefits?|what .{0,30} for|strategy)\b/iu],
];

const announced = new WeakMap<ReadSlide, DeckPart | 'goal' | 'none'>();

/** The part that the title of a slide announces. */
function partOf(read: ReadSlide): DeckPart | 'goal' | 'none' {
  const known = announced.get(read);
  if (known !== undefined) return known;
  const title = titleOf(read.slide);
  const part = (title === undefined ? undefined : titles.find(([, pattern]) => pattern.test(title))?.[0]) ?? 'none';
  announced.set(read, part);
  return part;
}

const severalParts = 4;
// A title slide has lines; a paragraph may speak of some other kick-off.
const lineWords = 15;

/** Whether the deck starts a project: it says so on top or on its first slide, or several titles are those of a kick-off. */
export function isKickOff(context: DeckContext): boolean {
  const slides = listSlides(context);
  const opening = slides.find(({ isOpening }) => isOpening)?.blocks.slice(0, 4) ?? [];
  const lines = opening.filter(({ block, analysis }) => block.kind === 'heading' || analysis.words.length <= lineWords).map(({ block }) => block.text);
  if ([context.document.fields.subject?.value ?? '', ...lines].some((text) => kickOff.test(text))) return true;
  // A talk may well have slides on a team, on help and on what to do next; one with dates among them is a plan.
  const parts = new Set(slides.map(partOf).filter((part) => part !== 'none' && part !== 'goal'));
  return parts.has('dates') && parts.size >= severalParts;
}

/** Whether a slide with words on it is about the goal or the reason of the project. */
export function tellsGoal(context: DeckContext): boolean {
  return listSlides(context).some((read) => partOf(read) === 'goal' && listContent(read).length > 0);
}

/** The words that show a part of a kick-off, on a slide or else in what is said beside it. */
export function findDeckPart(part: DeckPart, context: DeckContext): Span | undefined {
  const slides = listSlides(context);
  const shown = slides.flatMap(({ blocks }) => blocks);
  const spoken = context.blocks.filter(({ block }) => block.isNote);
  if (part === 'contact') return findContact(shown) ?? findContact(spoken);
  if (part === 'dates') return findMilestone(slides, context);
  const titled = slides.find((read) => partOf(read) === part && (part !== 'support' || listHelp(read).length > 0) && hasContent(read));
  if (titled !== undefined) return chooseEvidence(part, titled);
  if (part === 'support') return findSupport(shown.filter(namesHelp)) ?? findSupport(spoken.filter(namesHelp));
  return findBestSentence(shown, (placed) => scores[part](placed)) ?? findBestSentence(spoken, (placed) => scores[part](placed));
}

/** The sentences below the title of a slide that have no gap left. */
function listContent({ blocks }: ReadSlide): readonly PlacedSentence[] {
  return listSentences(blocks).filter(({ block, text }) => block.kind !== 'heading' && !hasGap(text));
}

/** Whether anything stands below the title: words, or a picture in the place of words. */
function hasContent(read: ReadSlide): boolean {
  return listContent(read).length > 0 || (read.slide.hasPicture && !read.blocks.some(({ block }) => hasGap(block.text)));
}

/** The sentence of a slide that shows the part best; its title where a table or a picture says the rest. */
function chooseEvidence(part: Exclude<DeckPart, 'contact' | 'dates'>, read: ReadSlide): Span | undefined {
  const content = part === 'support' ? listHelp(read) : listContent(read);
  const best = part === 'support' ? undefined : content.find((placed) => scores[part](placed) > 0);
  // The first cells of a table name its columns.
  const found = best ?? content.find(({ block }) => block.kind !== 'cell');
  if (found !== undefined) return found.block.map.toSource(found.sentence);
  const { title } = read.slide;
  return title === undefined ? read.slide.span : title.map.toSource({ start: 0, end: title.text.length });
}

/** A way to ask is a part of its own, and no help. */
const contactOnly = /\b(?:questions?|contact|service ?desk|help ?desk|ring|call|phone|e-?mail|write to|reply|channel)\b|#\w|\uFFFC/iu;

const help =
  /\b(?:training|trainers?|(?<!\b(?:due|of) )courses?|workshops?|webinars?|drop-?ins?|guides?|handbook|how-to|helpers?|champions?|super-?users?|floor ?walkers?|coach\w*|sessions?|videos?|show you|sit with you|walk you|teach)\b/iu;

/** Without a title that says so, only plain words for help count: a deck is full of cards, pages and pictures. */
function namesHelp({ block }: AnalysedBlock): boolean {
  return help.test(block.text);
}

function listHelp(read: ReadSlide): readonly PlacedSentence[] {
  return listContent(read).filter(({ text }) => !contactOnly.test(text) || /\b(?:course|guide|training|session|helper|film|video)s?\b/iu.test(text));
}

const scores: Readonly<Record<'people-affected' | 'roles' | 'needs', (sentence: PlacedSentence) => number>> = {
  'people-affected': scoreAffected,
  roles: scoreRole,
  needs: scoreNeed,
};

const groups =
  '(?:staff|users?|people|colleagues|teams?|managers?|employees|students?|teachers?|tutors?|lecturers?|nurses?|doctors?|clerks?|officers?|departments?|customers?|clients?|patients?|residents?|councillors?|volunteers?|everyone|everybody|anyone|those|you)';
const affected = new RegExp(
  `\\b(?:affects?|will affect|touch(?:es)?|concerns?|impacts?)\\b[^.!?]{0,60}\\b${groups}\\b|\\b${groups}\\b[^.!?]{0,60}\\b(?:(?:is|are|will be|being) (?:\\w+ )?(?:affected|impacted|concerned)|who (?:use|uses|book|books|work|works|will))\\b|\\b(?:changes|change|means)\\b[^.!?]{0,30}\\bfor\\b[^.!?]{0,30}\\b${groups}\\b|\\b(?:all|some|about|around|over|nearly|\\d[\\d,]*)\\s+(?:of\\s+(?:our|the)\\s+)?(?:\\d[\\d,]*\\s+)?${groups}\\b[^.!?]{0,60}\\b(?:will|can|no longer|get|gets|lose|loses|have to|need to)\\b`,
  'iu',
);

function scoreAffected({ text, block }: PlacedSentence): number {
  return block.kind !== 'heading' && !hasGap(text) && affected.test(text) ? 1 : 0;
}

const roleNames =
  '(?:(?:project|product|programme|business|service|process|technical|change|delivery|executive|senior responsible|workstream|test) (?:manager|owner|lead|leader|sponsor|director|officer|architect)|sponsor|project lead|lead|scrum master|steering (?:group|committee|board)|project board)';
const role = new RegExp(
  `^\\W*${roleNames}s?\\s*[:–—-]|\\b(?:is|are|will be|as) (?:the |our |its |your )?${roleNames}\\b|\\b${roleNames}\\b\\W+(?:is|are|will|runs?|leads?|decides?|answers?)\\b|\\b(?:led|run|owned|sponsored|managed|chaired) by\\b|\\b(?:is|are) (?:responsible|accountable) for\\b|\\bleads? the (?:project|programme|work|team)\\b|\\banswers? for (?:it|the project)\\b|[:,] ${roleNames}\\b`,
  'iu',
);

function scoreRole({ text, block }: PlacedSentence): number {
  return block.kind !== 'heading' && !hasGap(text) && role.test(text) ? 1 : 0;
}

const need =
  /\bwe(?:[’']ll| will| also| would| do| only)* (?:need|ask|want|like|rely on|count on|depend on|are looking for)\b[^.!?]*\b(?:you|your|each|every|everyone|all of you|from (?:the|all|both) \w+|volunteers)\b|\bplease\b(?! (?:contact|call|ring|write|ask|see)\b)|\b(?:you|your (?:teams?|departments?|managers?)|each (?:team|department|school|site|ward|office|service)|(?:teams|departments|managers)) (?:will )?(?:need|must|should|have) to\b/iu;

function scoreNeed({ text, block }: PlacedSentence): number {
  if (block.kind === 'heading' || hasGap(text)) return 0;
  if (need.test(text)) return 2;
  return opensWithRequest(text) && /\b(?:us|by|before|your|you)\b/iu.test(text) && !contactOnly.test(text) ? 1 : 0;
}

/** A time that a plan may name without a day. */
const season =
  /\b(?:Q[1-4]|(?:spring|summer|autumn|fall|winter|quarter|term|early|mid|late|week|month|sprint)\s*\d|(?:in|by|until|from|early|mid|late|end of)[- ](?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|^\W*(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|week|month|phase \d)\b)/iu;
const ahead = /\b(?:will|from|by|until|starts?|begins?|opens?|closes?|ends?|goes? live|go-live|launch(?:es)?|ready|pilot|trial|roll-?out|done|complete)\b/iu;

/** The day near which the dates of a deck lie, and the last that is past for sure. */
function readDay({ document, today }: DeckContext): { readonly near: string; readonly past: string } {
  const written = document.fields.date?.value.slice(0, 10);
  if (written !== undefined && /^\d{4}-\d\d-\d\d$/.test(written)) return { near: written, past: written };
  // A deck without a date may be a year old.
  return { near: today, past: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}` };
}

/** The first milestone: a date of the plan, not that of the meeting, of a deadline for listeners or of something long past. */
function findMilestone(slides: readonly ReadSlide[], context: DeckContext): Span | undefined {
  const day = readDay(context);
  let best: { readonly score: number; readonly span: Span | undefined } = { score: 0, span: undefined };
  const consider = (score: number, span: () => Span): void => {
    if (score > best.score) best = { score, span: span() };
  };
  for (const read of slides) {
    const part = partOf(read);
    if (part === 'needs' || part === 'support' || part === 'contact') continue;
    const content = listContent(read);
    const { title, span } = read.slide;
    // A plan may be a picture.
    if (part === 'dates' && content.length === 0 && hasContent(read)) consider(2, () => title?.map.toSource({ start: 0, end: title.text.length }) ?? span);
    for (const { text, block, sentence } of content) {
      const score = part === 'dates' ? scorePlan(text, day.near) : scoreMilestone(text, day);
      consider(score, () => block.map.toSource(sentence));
    }
    if (best.score >= plain) return best.span;
  }
  for (const { text, block, sentence } of listSentences(context.blocks.filter(({ block: said }) => said.isNote))) {
    if (!hasGap(text)) consider(scoreMilestone(text, day), () => block.map.toSource(sentence));
  }
  return best.span;
}

/** A date on a slide of dates. */
const plain = 4;

function scorePlan(text: string, near: string): number {
  if (mayHoldDate(text) && findDate(text, near) !== undefined) return plain;
  return season.test(text) ? 3 : 0;
}

/** Elsewhere a date counts when it lies ahead and the sentence says what happens then: the title slide has that of the meeting. */
function scoreMilestone(text: string, { near, past }: ReturnType<typeof readDay>): number {
  if (!mayHoldDate(text) || !ahead.test(text)) return 0;
  const day = findDate(text, near)?.day;
  // A clock time or a weekday tells when people meet.
  return day !== undefined && day > past ? 2 : 0;
}
