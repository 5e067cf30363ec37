import type { Span } from '../../model/span.js';
import { findDate, mayHoldDate } from '../../text/dates.js';
import type { MessageContext } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence, type PlacedSentence } from '../sentence-search.js';

const dayMs = 86_400_000;
/** How long ago a thing may have happened and still be news, in days. */
const newsDays = 21;
/** Before this day, all is history. */
const oldest = '2000';

/** What a line or a section that says when is called. */
const labels = /^(?:when|dates?|day|time|timing|start(?:s|ing)?|from|until|deadline|due|by|detected|resolved|schedule|time ?line|outlook|window)\b/iu;
/** What a date that tells of the past stands beside. */
const history =
  /\b(?:founded|established|built|laid|opened in|introduced in|dates? (?:back|from)|history|back in|first (?:used|given|held|opened|arrived|built)|(?:last|previous) (?:survey|year|upgrade|version)|in (?:the|a|our) survey|a year ago|years? ago|copyright|©|arrived in|in the (?:year|\d{4}s))\b|\bsince (?:\d{4}|(?:the )?[^.,]{0,40} of \d{4})\b|\b(?:old|oldest) [^.]{0,40}\bof \d{4}\b/iu;
/** It has happened. */
const past = /\b(?:was|were|had|did|took|began|came|went|gave|made|said|met|won|followed|follows)\b|\b\p{L}{3,}ed\b/iu;
/** It is to happen, or is asked for. */
const ahead =
  /\b(?:will|shall|is|are|can|must|need|please|from|until|till|by|before|starting|as of|onwards?|due|deadline|closes?|opens?|starts?|begins?|ends?|moves?)\b|[’']ll\b/iu;
/** What is to happen is no history, even where the writer slipped in the year. */
const willBe = /\bwill\b|[’']ll\b/iu;
/** When somebody is at the desk says nothing of when a thing happens. */
const openingHours =
  /\b(?:open|available|staffed|manned|hours|there|reached?|answers?|phone|call|ring|weekdays|mondays? to (?:fri|sun)days?|every ?day|daily|any day|office)\b/iu;
/** A decision is no date of what was decided. */
const decision =
  /\b(?:approv|agreed|decid|signed|blessing|tender|voted|committee|panel|survey|conference|award|invited|proposal|noted|steering group|minutes of)/iu;
/** A time of day and no more. */
const clock = /^(?:at )?(?:from )?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?$/iu;
/** What goes on while it is written: the reader who has it in hand knows when. */
const ongoing =
  /\b(?:currently|at the moment|at present|presently)\s+(?:being|down|unavailable|not available|off(?:line)?|out of|happening|experiencing|investigating|affect\p{L}*|slow|degraded|disrupted|unreachable|inaccessible|having|seeing|facing|under maintenance)\b|\bavailable now\b|\b(?:is|are) now (?:available|open|live|online|ready|supported)\b/iu;
/** A year says when of nothing that a reader does or sees. */
const wholeYear = /^(?:this|next|last) (?:year|term)$/iu;
/** A time without a date: at once, or in a stated time from now. */
const fromNow =
  /\b(?:immediately|with immediate effect|effective (?:now|today)|as of now|from now on|right now|this minute|(?:with)?in (?:the next )?(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|a few) (?:minutes?|hours?|(?:working )?days?|weeks?)|(?:over|during) the (?:coming |next )?weekend|every (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:early|mid|late)[- ](?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:the )?(?:end|start|beginning|middle) of (?:january|february|march|april|may|june|july|august|september|october|november|december|term)|(?:in|by|from|until|till|during|since|before|after) (?:january|february|march(?! of)|april|may(?! be)|june|july|august|september|october|november|december)(?! \d))\b/iu;

/** The sentence that says when: of the change, or of what is asked. */
export function findTime({ blocks, document, kind }: Pick<MessageContext<unknown>, 'blocks' | 'document' | 'kind'>): Span | undefined {
  const { date, subject } = document.fields;
  const near = date !== undefined && /^\d{4}-\d\d-\d\d(?!\d)/.test(date.value) ? date.value.slice(0, 10) : undefined;
  const found = findBestSentence(blocks, (placed) => scoreTime(placed, near ?? ''), 4);
  if (found !== undefined) return found;
  // “Release notes of 14 March 2026”: the subject says it for the whole of the message.
  if (subject !== undefined && scoreSubject(subject.value, near) > 0) return subject.span;
  // A notice of an outage carries the minute at which it began.
  return kind === 'status' && date !== undefined && /\d\d:\d\d/.test(date.value) ? date.span : undefined;
}

function scoreSubject(subject: string, near: string | undefined): number {
  if (hasGap(subject) || !mayHoldDate(subject) || history.test(subject)) return 0;
  const mention = findDate(subject, near);
  if (mention === undefined || wholeYear.test(subject.slice(mention.start, mention.end)) || (mention.day ?? '9') < oldest) return 0;
  return 1;
}

const scoreTime = keepBySentence(({ text, label, block, sentence }: PlacedSentence, setting): number => {
  if (hasGap(text)) return 0;
  const near = setting === '' ? undefined : setting;
  const mention = mayHoldDate(text) ? findDate(text, near) : undefined;
  if (mention === undefined) return fromNow.test(text) || ongoing.test(text) ? 1 : 0;
  const words = text.slice(mention.start, mention.end);
  if (/^for\b/iu.test(words)) return 0;
  if (wholeYear.test(words)) return /^next/iu.test(words) && !text.trimEnd().endsWith('?') ? 1 : 0;
  const at = { start: sentence.start + mention.start, end: sentence.start + mention.end };
  // A date in the words of a link is part of the name of what it leads to: “[advisory of 6 October]”.
  if (block.links.some(({ span }) => span.start < at.start && at.end <= span.end)) return 1;
  if (labels.test(label.trim())) return 4;
  if (openingHours.test(text) && clock.test(words)) return 0;
  if (/^(?:last|yesterday)\b/iu.test(words) && past.test(text) && !/\byesterday\b/iu.test(words)) return 0;
  if (history.test(text) || (mention.day ?? '9') < oldest) return 0;
  const days = mention.day === undefined || near === undefined ? undefined : (Date.parse(mention.day) - Date.parse(near)) / dayMs;
  if (days !== undefined && days < -newsDays) return (/\bsince\b/iu.test(text) && !decision.test(text)) || willBe.test(text) ? 2 : 0;
  const isPast = days !== undefined && days < 0;
  if (block.kind === 'heading') return isPast ? 1 : 2;
  if (isPast && decision.test(text)) return 0;
  if (isPast || !ahead.test(text)) return past.test(text) && !ahead.test(text) ? 2 : 3;
  return mention.day === undefined ? 3 : 4;
});
