import { z } from 'zod';
import type { Block } from '../model/block.js';
import { shorten } from '../model/shorten.js';
import type { Span } from '../model/span.js';
import { findDate, mayHoldDate } from '../text/dates.js';
import { isFunctionWord } from '../text/part-of-speech.js';
import { stemOf } from '../text/word-family.js';
import type { BlockAnalysis } from './analysis.js';
import { type AnalysedBlock, defineMessageRule, type MessageContext } from './define-rule.js';
import { listSections } from './sections.js';
import { findSubject } from './subject-search.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Leads from one subject to another that has nothing to do with it. */
const changeOfSubject =
  /^\W*(?:in other news|on (?:a|an|another|a different|a separate|a (?:very )?different|an unrelated|a completely different|a related|a lighter|an entirely different) (?:note|subject|topic|matter)|on to other (?:news|things|matters)|unrelated(?:ly)?\b|(?:an)?other (?:news|business|items?|updates?|announcements?)\b(?=\W*(?:$|:))|and now for something|while (?:I|we) have your attention|any other business|AOB\b|elsewhere\b|in unrelated news|changing the subject)/iu;
/** May add to the same subject or bring another. */
const addition =
  /^\W*(?:also|p\.?\s?p?\.?s\.?|one (?:more|other|last|final) thing|another thing|separately|lastly|finally|last but not least|in addition|additionally|incidentally|by the way|while (?:I|we)(?:[’']m|[’']re| am| are) (?:at it|here|writing)|reminder|don[’']t forget|a (?:quick |gentle |final )?reminder|plus)\b[\s,:.–—-]/iu;

/** Headings and lead-ins that name a side of one subject: “What changes”, “When”, “For managers”, “Step 2”. */
const facet = new RegExp(
  `^\\W*(?:(?:what|when|where|who|whom|why|how|which|can|do|does|did|will|is|are|should|if|for|to|from|on|in|before|after|until|during|by|our|your|my|the|about|with|without|at|as|need|want|using|getting|next|first|last|more|other|further|additional|learn|find|read|see|step|phase|stage|part|day|week|month|quarter|sprint|option|note|key|main|known|new|old|current|previous|past|future|upcoming)\\b|(?:a|an) |` +
    `(?:background|context|introduction|intro|overview|summary|abstract|details?|timeline|time ?table|schedule|dates?|times?|agenda|impact|effects?|benefits?|reasons?|rationale|purpose|aims?|goals?|objectives?|scope|changes?|actions?|questions?|faqs?|q\\s?&\\s?a|help|support|contacts?|get in touch|feedback|training|resources|links|documents?|guidance|guides?|instructions?|requirements?|preparation|preparing|risks?|issues?|problems?|blockers?|decisions?|budget|costs?|money|progress|status|highlights?|lowlights?|milestones?|achievements?|accomplishments?|done|doing|to do|todo|planned|plans?|results?|outcomes?|findings?|lessons|learnings?|conclusions?|recommendations?|proposal|solution|cause|root cause|resolution|mitigation|workarounds?|thanks|thank you|acknowledge?ments|credits|references|appendix|notes?|tl;?dr|important|warning|update|updates|news|announcements?|people|team|roles|responsibilities|members|participants|attendees|speakers|location|venue|place|access|availability|eligibility|apply|applying|application|registration|register|sign up|join|volunteer|get involved|examples?|definitions?|terms|metrics|statistics|numbers|data|methodology|methods|approach|process|strategy|vision|conclusion|wrapping up|looking (?:ahead|forward|back)|moving forward|coming up|fixed|added|removed|improvements?|features?|bugs?|security|performance|testing|rollout|roll-out|launch|go-live|switch|migration|windows|mac|macos|linux|android|iphone|iphones|ios|phones?|laptops?|tablets?|staff|managers|users|everyone|students|customers)(?:\\W*$|\\s+(?:and|&|of|for|to|about|on|in|with|from|at|you|your|we|our|is|are|was|were|who|that|this|by|or|/)\\b|\\W+\\d)|` +
    `\\d|[^?]*\\?\\W*$|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b)`,
  'iu',
);

/** Words that any message may use, whatever it is about. */
const anywhere = set(
  'anybody finally lastly one two three four five six seven eight nine ten eleven twelve hundred thousand about able access account action add added address affect affected after again ago all allow already also always announce announcement answer any anyone area arrange ask ask asked available away back become been before begin best better big both bring building busy call case change check choose clear click close closed colleague come community complete contact continue create current currently date day days department different difficult do due during each early easier easy email end ensure enter etc even event every everyone example expect fact feedback feel few find finish first fix follow following form free friday full further future general get give go going good great group guide half happen happy have hear help here high hold home hope hour however idea important include including inform information internal issue it item join just keep kind know large last late later learn leave less let like line link list little live long look lot low main make manager many mean meet meeting member message minute moment monday money month more morning most move much must name need new news next no normal not note nothing now number offer office old once one online only open or order organisation other our out over page part past people person place plan please point possible post problem process project provide put question quick rather reach read ready really reason receive recent recently release remember remind reminder reply report request require required respond rest result review right room run safe same saturday save say see send service set share short show side sign simple since small so soon sort staff start starting state stay step still stop sunday support sure system take talk team tell test than thank thanks thing think third this those thought through thursday time today together tomorrow too tool top tuesday turn two type under until up update updated use used useful user using usual version view visit wait want watch way we wednesday week welcome well what when where which while who whole why will wish with within without word work working world would write year yes yesterday yet you',
);

const anywhereStems: ReadonlySet<string> = new Set([...anywhere].map(stemOf));

/** A part of a message that may be about something else than the rest. */
interface Unit {
  readonly block: Block;
  readonly span: Span;
  readonly name: string;
  readonly stems: ReadonlySet<string>;
  /** Days that it names: what happens on the same one may belong together. */
  readonly days: ReadonlySet<string>;
  readonly hasEvent: boolean;
}

export default defineMessageRule({
  meta: {
    id: 'one-topic',
    title: 'Several topics in one message',
    category: 'message',
    why: 'Readers file a message under its first topic and forget the others. A message each, or a newsletter, lets every topic be found.',
    severity: 'warning',
    kinds: ['announcement', 'status'],
    examples: {
      bad: [
        'The wifi in block C is off on Saturday. Bring a cable if you work there.\n\n‹In other news,› the canteen has a new menu from Monday.',
        '# Wifi off in block C\n\nThe wifi in block C is off on Saturday. Bring a cable.\n\n‹PS:› The canteen serves pizza and pasta from Monday.',
      ],
      good: [
        '# Wifi off in block C\n\n## What changes\n\nThere is no wifi in block C.\n\n## When\n\nOn Saturday from 8:00 to 12:00.\n\n## Who to ask\n\nCall the service desk on 1234.',
        'The wifi in block C is off on Saturday. Also, the wifi in block D is slow until Friday.',
      ],
    },
  },
  options: z.strictObject({}),
  *check(context) {
    const stray = findStray(context);
    if (stray === undefined) return;
    yield {
      block: stray.block,
      span: stray.span,
      message: `This message turns to another topic${stray.name === '' ? '' : ` at “${stray.name}”`}: try one message for each, or a newsletter.`,
    };
  },
  parts: [
    {
      name: 'one-topic',
      find(context) {
        return context.blocks.length === 0 ? undefined : { isMet: findStray(context) === undefined };
      },
    },
  ],
});

type Stray = Pick<Unit, 'block' | 'span' | 'name'>;

const manySubjects =
  /\b(?:and|plus|with)\s+(?:(?:some|a few|lots of)\s+)?(?:other|more)\s+(?:news|updates?|things|items|changes|announcements|stories|topics)\b|\b(?:several|various|assorted|miscellaneous|a few|some|two|three|four|five) (?:\p{L}+ )?(?:updates|announcements|news items|topics|things to know)\b|\bodds and ends\b|\bmiscellan/iu;

/** The first place at which a message turns to something that has no word in common with the rest. */
function findStray(context: MessageContext<unknown>): Stray | undefined {
  const known = strays.get(context.blocks);
  if (known !== undefined) return known.stray;
  const stray = findMarked(context) ?? findUnrelatedSection(context);
  strays.set(context.blocks, { stray });
  return stray;
}

/** The check-up and the finding ask the same of one message. */
const strays = new WeakMap<readonly AnalysedBlock[], { readonly stray: Stray | undefined }>();

/** What follows “In other news” or, where it shares no word with the rest, “Also” or “PS”. */
function findMarked({ blocks, document }: MessageContext<unknown>): Stray | undefined {
  const own = blocks.filter(({ block }) => !block.quoted);
  const subject = subjectStems(document.fields.subject?.value ?? '');
  // In how many blocks a stem stands, counted when it is first asked for.
  let uses: ReadonlyMap<string, number> | undefined;
  for (const [index, analysed] of own.entries()) {
    const { block, analysis } = analysed;
    if (block.kind === 'cell') continue;
    for (const [order, sentence] of analysis.sentences.entries()) {
      const text = block.text.slice(sentence.start, sentence.end);
      if (index === 0 && order === 0) continue;
      const strong = changeOfSubject.exec(text);
      if (strong !== null) return markAt(block, sentence.start, strong[0], text);
      const weak = order === 0 ? addition.exec(text) : null;
      if (weak === null || block.kind === 'list-item' || block.kind === 'heading') continue;
      if (goesOn(weak[0], text.slice(weak[0].length))) continue;
      const stems = listStems([analysed]);
      uses ??= countUses(own);
      const isShared = [...stems].some((stem) => subject.has(stem) || (uses?.get(stem) ?? 0) > 1);
      if (analysis.counts.words >= 6 && stems.size >= 3 && hasEvent([analysed]) && !isShared) return markAt(block, sentence.start, weak[0], text);
    }
  }
  return undefined;
}

function countUses(blocks: readonly AnalysedBlock[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const analysed of blocks) for (const stem of listStems([analysed])) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  return uses;
}

/** “Also, please sign in once” adds to what was said; “Also, please remember your travel claims” and a PS may not. */
function goesOn(mark: string, rest: string): boolean {
  if (!/^\W*(?:also|plus|finally|lastly|in addition|additionally)\b/iu.test(mark)) return false;
  return continuing.test(rest) && !/^\W*(?:please (?:remember|note)|(?:please )?don[’']t forget|we (?:have|will have) a new)\b/iu.test(rest);
}

function markAt(block: Block, start: number, mark: string, text: string): Stray {
  const written = mark.trimEnd();
  const end = text.startsWith(',', mark.length) ? mark.length + 1 : written.length;
  return { block, span: { start: start + (/^\W*/u.exec(mark)?.[0].length ?? 0), end: start + end }, name: '' };
}

/** The first section, or paragraph with a title, that has nothing in common with the subject or any other. */
function findUnrelatedSection({ blocks, document }: MessageContext<unknown>): Stray | undefined {
  const found = findSubject(document);
  // A heading that has sisters is no title.
  const isSection = found?.block?.depth !== undefined && blocks.some(({ block }) => block !== found.block && block.depth === found.block?.depth);
  const subject = isSection ? undefined : found;
  // “Car park, windows, pool” lists topics, so it joins none of them.
  const isList = (subject?.value.split(/[,;]|\band\b/u).length ?? 0) >= 4;
  const common = subjectStems(isList ? '' : (subject?.value ?? ''));
  const units = listUnits(blocks, subject?.block);
  const telling = units.filter(({ stems, hasEvent: happens }) => happens && stems.size >= fewestStems);
  if (telling.length < 2 || units.length > mostUnits) return undefined;
  if (subject !== undefined && manySubjects.test(subject.value)) return telling[1];
  const isAlone = (unit: Unit): boolean => {
    const others = units.filter((other) => other !== unit);
    return countShared(unit.stems, common) === 0 && others.every((other) => isUnrelated(unit, other));
  };
  const alone = telling.filter(isAlone);
  // One section apart may only be worded differently. Two that share nothing with each other or the rest are two topics.
  return alone.length >= (units[0]?.block.kind === 'paragraph' ? fewestParagraphs : 2) ? alone[1] : undefined;
}

const fewestStems = 3;
// A text of more sections is a handbook. Each is compared with all others.
const mostUnits = 40;
// Paragraphs without titles are the weakest sign.
const fewestParagraphs = 3;
// Two texts about different things still share a word now and then.
const chanceShare = 0.06;

function isUnrelated(a: Unit, b: Unit): boolean {
  if (countShared(a.days, b.days) > 0) return false;
  return countShared(a.stems, b.stems) <= Math.min(a.stems.size, b.stems.size) * chanceShare;
}

/** Sections with a heading that names a subject of its own; those of a facet, such as “When”, belong to the one before. */
function listUnits(blocks: readonly AnalysedBlock[], title: Block | undefined): Unit[] {
  const sections = listSections(blocks).filter(({ heading }) => heading !== title || heading === undefined);
  const level = Math.min(...sections.map(({ heading }) => heading?.depth ?? 7));
  const units: { heading: Block; body: AnalysedBlock[] }[] = [];
  for (const { heading, body } of sections) {
    if (heading !== undefined && heading.depth === level && !facet.test(heading.text) && !continuing.test(heading.text))
      units.push({ heading, body: [...body] });
    else units.at(-1)?.body.push(...body);
  }
  if (units.length < 2) {
    const labelled = listLabelled(blocks);
    return labelled.length < 2 && sections.length < 2 ? listParagraphs(blocks) : labelled;
  }
  return units.map(({ heading, body }) => ({
    block: heading,
    span: { start: 0, end: heading.text.length },
    name: shorten(heading.text),
    stems: new Set([...listStems(body), ...subjectStems(heading.text)]),
    days: listDays(body),
    hasEvent: hasEvent(body),
  }));
}

const label = /^\W{0,3}(\p{Lu}[\p{L}\d &’'/-]{2,40}):\s/u;

/** Paragraphs and list items that begin with a title of their own: “Canteen: a new menu from Monday”. */
function listLabelled(blocks: readonly AnalysedBlock[]): Unit[] {
  return blocks.flatMap((analysed): Unit[] => {
    const { block } = analysed;
    const name = block.quoted || block.kind === 'heading' || block.kind === 'cell' ? undefined : label.exec(block.text)?.[1];
    if (name === undefined || facet.test(name)) return [];
    const start = block.text.indexOf(name);
    return [
      {
        block,
        span: { start, end: start + name.length },
        name: shorten(name),
        stems: listStems([analysed]),
        days: listDays([analysed]),
        hasEvent: hasEvent([analysed]),
      },
    ];
  });
}

/** How a paragraph goes on with what the one before was about: “You …”, “Please …”, “If …”. */
const continuing =
  /^\W*(?:you|your|we|our|i|my|it|its|this|that|these|those|they|their|them|he|she|there|here|please|if|when|while|where|as|to|for|from|on|in|at|by|with|after|before|until|once|during|since|because|so|but|and|or|also|then|however|thanks?|questions?|any|no|not|return|switch|start|stop|copy|collect|move|set|turn|hand|give|prepare|back|install|connect|test|share|pick|put|plan|report|attend|submit|pay|some|most|all|both|each|every|everyone|anyone|nobody|what|why|how|who|more|further|other|until|unless|although|though|instead|meanwhile|again|(?:the|a|an|one) (?:new|old|next|same|other|first|second|last|change|changes|work|move|team|reason|aim|goal|following|result|rest)|add|ask|book|bring|call|check|choose|click|come|complete|contact|do|don[’']t|download|email|fill|find|follow|get|go|join|keep|let|log|look|make|open|read|register|remember|reply|save|see|send|sign|take|tell|try|update|use|visit|wait|watch|write)\b/iu;

// What is longer is a text without full stops, which begins nothing.
const longestOpening = 1000;

/** Paragraphs that begin with a thing of their own, in a message without headings. */
function listParagraphs(blocks: readonly AnalysedBlock[]): Unit[] {
  return blocks.flatMap((analysed): Unit[] => {
    const { block, analysis } = analysed;
    const first = analysis.sentences[0];
    if (block.quoted || block.kind !== 'paragraph' || first === undefined || analysis.counts.words < 8) return [];
    if (first.end - first.start > longestOpening) return [];
    const opening = block.text.slice(first.start, first.end);
    const isOwn = !continuing.test(opening) && /[.!]$/.test(opening);
    const words = first.words.slice(0, 4);
    const span = { start: first.start, end: words.at(-1)?.end ?? first.end };
    return [
      {
        block,
        span,
        name: `${block.text.slice(span.start, span.end)} …`,
        stems: listStems([analysed]),
        days: listDays([analysed]),
        hasEvent: isOwn && hasEvent([analysed]),
      },
    ];
  });
}

/** What one block is about. */
interface Matter {
  readonly stems: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  /** Whether something happens in it or is asked: what a message of its own would be about. */
  readonly hasEvent: boolean;
}

/** Kept as long as the block stays as it is, so that a keystroke pays for one: dates are dear to find. */
const matters = new WeakMap<BlockAnalysis, Matter>();

function matterOf({ block: { text }, analysis }: AnalysedBlock): Matter {
  const known = matters.get(analysis);
  if (known !== undefined) return known;
  const stems = new Set<string>();
  for (const { key } of analysis.words) addStem(stems, key);
  const days = new Set(Array.from(text.matchAll(day), ([written]) => written.toLowerCase()));
  const matter = { stems, days, hasEvent: days.size > 0 || happens.test(text) || (mayHoldDate(text) && findDate(text) !== undefined) };
  matters.set(analysis, matter);
  return matter;
}

const day =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)? (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\p{L}+|today|tomorrow|tonight)\b/giu;
const happens = /\b(?:will|from now on|please|new|now|no longer|must|need to)\b/iu;

/** Stems of words that tell what is talked about. */
function listStems(blocks: readonly AnalysedBlock[]): Set<string> {
  return new Set(blocks.flatMap((analysed) => [...matterOf(analysed).stems]));
}

function subjectStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) addStem(stems, word.toLowerCase());
  return stems;
}

function addStem(stems: Set<string>, key: string): void {
  if (key.length < 3 || /^\d/.test(key) || isFunctionWord(key) || anywhere.has(key) || months.test(key)) return;
  const stem = stemOf(key);
  if (!anywhereStems.has(stem)) stems.add(stem);
}

const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}

function listDays(blocks: readonly AnalysedBlock[]): Set<string> {
  return new Set(blocks.flatMap((analysed) => [...matterOf(analysed).days]));
}

function hasEvent(blocks: readonly AnalysedBlock[]): boolean {
  return blocks.some((analysed) => matterOf(analysed).hasEvent);
}
