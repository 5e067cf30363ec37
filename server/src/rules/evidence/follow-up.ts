import type { Span } from '../../model/span.js';
import { mayHoldDate } from '../../text/dates.js';
import type { AnalysedBlock } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence, listSentences, type PlacedSentence } from '../sentence-search.js';
import { anyOf } from './any-of.js';

/** Something will be out of reach for a while, by plan. */
const plannedLoss = anyOf(
  /\b(?:will|shall|has to|have to|must|is to|are to|going to)\b[^.!?]{0,40}\b(?:unavailable|not be available|inaccessible|unreachable|closed|close\b|shut|(?<!\b(?:step|stepping|slow|slowing|break|write|sit|settle|cut|track|scale|wind) )down(?! (?:to|as|by|from)\b)|off(?:line)?(?! (?:by default|to|from (?!\d|the \d|noon|midnight))\b)|out of (?:use|service|order|action)|withdrawn|switched off|turned off|cut off|dead|interrupted|suspended|disrupted|read-only|no (?:\p{L}+ ){0,2}(?:water|power|network|heating|access|service|internet|phones?|e-?mail)|rebooted|restarted|without (?:\p{L}+ )?(?:power|water|network|heating|service))\b/iu,
  /\b(?:is|are|goes?|be)\s+(?:unavailable|not available|closed|shut|down(?! (?:to|as|by|from)\b)|off(?:line)?(?! (?:by default|to|from (?!\d|the \d|noon|midnight))\b)|out of (?:use|service|order|action)|switched off|turned off|cut off|interrupted|dead|cold|dark|read-only)\b/iu,
  /\b(?:go(?:es)?) (?:cold|dark|dead|off(?:line)?|down|read-only)\b/iu,
  /\b(?:can(?:not|[’']t| not)|won[’']t|will not|unable to)\b[^.!?]{0,60}\b(?:open|use|enter|change|log|sign|access|reach|record(?:ed)?|watch(?:ed)?|consult(?:ed)?|book(?:ed)?|work|print|call|be (?:used|reached|opened|booked|recorded))\b/iu,
  /\bstands? still\b/iu,
  /^\W*no \p{L}+/iu,
  /\bthere(?:[’']ll| will) be no\b/iu,
  /\bmaintenance (?:window|work|period|on|from|is|has been|will)\b/iu,
  /\b(?:planned|scheduled|upcoming) (?:\p{L}+ ){0,2}(?:maintenance|downtime|outage|interruption|work|shutdown|closure|reboot)\b/iu,
  /\bwill be closing\b/iu,
);
/** What a line that says what is off is called. */
const lossLabel = /^(?:what(?:[’']s| is| will be)? (?:off|down|closed|unavailable|affected)|downtime|outage|maintenance(?: window)?|affected)/iu;
/** The end of it, or how long it lasts: what stays away for good has no afterwards. */
const spell = anyOf(
  /\b(?:until|till|to|and(?! on)|–|-)\s*(?:(?:on|the|about|around)\s+)?(?:\d|noon|midnight|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)/iu,
  /\d\s?(?:–|-|—)\s?\d/iu,
  /\bfor (?:about |up to |around )?(?:an?|one|two|three|four|five|six|half|\d+|as long as)\b/iu,
  /\b(?:between|during|overnight|all (?:day|night)|that (?:day|night|morning|evening)|temporar\p{L}+|while|over the weekend|warm up again|come back|returns?|reopens?|on (?:\d|mon|tues|wednes|thurs|fri|satur|sun))/iu,
);
/** What has happened already, or happens by itself, was not planned. */
const unplanned =
  /\b(?:has been|have been|have had|was|were|since|stopped|failed|crash(?:ed)?|investigat\p{L}+|incident|fault|unexpected\p{L}*|currently|right now|at the moment|is back|restored|again now|this morning)\b/iu;
/** It is over. */
const past = /\b(?:did|had|went|came|took|began|found|received|noticed|caused|(?!closed\b)\p{L}{3,}ed (?:a|an|the|from|by|to|that))\b/iu;
/** It happens perhaps. */
const hypothetical = /^[^\p{L}]*(?:if|should|in case|when(?:ever)? you)\b/iu;
/** A limit is no downtime: “you cannot log in from abroad”. */
const lasting =
  /\b(?:applications?|registrations?|nominations?|submissions?|entries|polls?|survey|call for|elections?|ballots?|vot(?:e|es|ing)|rounds?|enrolments?|bookings?)\b[^!?]{0,120}\b(?:open|clos)(?:s|e|es|ed|ing)?\b|\b(?:deprecat|decommission|retir|discontinu|end[- ]of[- ]life|sunset|wind(?:ing)? down|shut(?:ting)? down all)\p{L}*\b|\b(?:no longer|any ?more|from now on|for good|permanently|unless|over \d+ ?[gm]b)\b/iu;

/** Somebody looks whether it works. */
const look =
  /\b(?:tests?|tested|testing|checks?|checked|checking|try|tries|tried|trying|verif(?:y|ies|ied)|go(?:es)? (?:round|through)|walks?|runs?|put\b[^.!?]{0,20}\bthrough|look(?:s)? (?:up|at|in|over)|ring every|call every|monitors?|inspect\p{L}*|send a \p{L}+|see if (?:it|they|all|every)|see whether|confirm|watch|measure|all-clear)\b/iu;
/** Somebody is told. */
const report =
  /\b(?:tell|tells|told|report|reports|post|posts|posted|publish|write|writes|put (?:the|it|a|word)|let you know|e-?mail you|text you|gets? (?:a |an |the )?(?:text|e-?mail|message|readings|results?|outcome|all-clear|word|note)|circulat\p{L}+|announce|confirm|notify|inform|update(?: you| this)?|all-clear|send (?:a|an|you|out)|hang (?:his|her|the|a)|put a note|is on our page|on the (?:home|front|sports|payment|staff|status) page)\b/iu;
/** It is done when the downtime is over. */
const afterwards =
  /\b(?:after(?:wards)?|once|as soon as|when (?:it|they|we|the|all|everything)|before (?:you|the doors|we let|eight|\d|anyone)|upon completion|are back|is back|straight after|the same (?:evening|day|night)|works? again|up again|outcome|results?|readings|everything works|back to normal|all systems|by (?:\d+|eight|nine|ten|eleven|seven|noon|the time)|at (?:\d+|eight|nine|ten|eleven|seven|noon)|first thing|next morning|that (?:evening|night|morning))\b/iu;
/** What a line about the time after it is called. */
const labels = /^(?:and then|afterwards?|after(?: the| it)?\b.*|follow-?up|when it is back|then|how (?:you|we) (?:will )?know.*|checks?)$/iu;

/** What is told is whether it works. */
const outcome = /\b(?:fine|whether|if (?:it|all|everything)\b|works?|all is well|how long|outcome|results?|passed|ready|all-?clear)\b/iu;
/** “We write to you once it is back.” */
const onceDone = /\b(?:once|as soon as|when|after)\b[^.!?]{0,60}\b(?:back|again|done|finished|complete[d]?|over|works?|restored|normal)\b/iu;

/** Whether a sentence announces downtime by itself, or only beside one that says how long. */
const measureDowntime = keepBySentence(({ text, label, block }) => {
  const hasEnd = spell.test(text);
  const none = { isDowntime: false, needsEnd: false, hasEnd };
  if (hasGap(text) || unplanned.test(text) || hypothetical.test(text) || lasting.test(text) || text.trimEnd().endsWith('?')) return none;
  if (lossLabel.test(label.trim()) && block.kind !== 'heading' && !/\bper ?cent\b|%/iu.test(text)) return { ...none, isDowntime: true };
  if (!plannedLoss.test(text) || (past.test(text) && !/\b(?:will|[’']ll)\b/iu.test(text))) return none;
  const isPlain =
    block.kind !== 'heading' &&
    /\b(?:will be (?:closing|down|unavailable|closed)|go(?:es)? cold|(?:unavailable|not available|off|down) for (?:about |up to )?(?:an?|one|two|half|\d+) (?:\p{L}+ )?(?:hours?|minutes?|days?))\b/iu.test(
      text,
    );
  return { isDowntime: hasEnd && (isPlain || mayHoldDate(text)), needsEnd: isPlain, hasEnd };
});

/** Whether the message announces that something will be out of reach for a while. */
export function hasPlannedDowntime(blocks: readonly AnalysedBlock[]): boolean {
  return listSentences(blocks).some((placed, index, all) => {
    const { isDowntime, needsEnd } = measureDowntime(placed);
    if (isDowntime || !needsEnd) return isDowntime;
    const next = all[index + 1];
    return next !== undefined && measureDowntime(next).hasEnd;
  });
}

/** The sentence that promises to check afterwards and to tell. */
export function findFollowUp(blocks: readonly AnalysedBlock[]): Span | undefined {
  return findBestSentence(blocks, scoreFollowUp, 5);
}

const measureFollowUp = keepBySentence(({ text, label, block }) => ({
  isNone: hasGap(text) || block.kind === 'heading' || hypothetical.test(text) || text.trimEnd().endsWith('?'),
  isLabelled: labels.test(label.trim()),
  isLooking: look.test(text),
  isReporting: report.test(text),
  isAfterwards: afterwards.test(text),
  isUnplanned: unplanned.test(text),
  isOnceDone: onceDone.test(text) && /\b(?:we|you|I)\b/iu.test(text),
  isAboutOutcome: outcome.test(text) && /\b(?:we|you|I)\b/iu.test(text),
}));

function scoreFollowUp(placed: PlacedSentence, index: number, all: readonly PlacedSentence[]): number {
  const { isNone, isLabelled, isLooking, isReporting, isAfterwards, isUnplanned, isOnceDone, isAboutOutcome } = measureFollowUp(placed);
  if (isNone || (isUnplanned && !isAfterwards)) return 0;
  if (isLooking && isReporting && (isAfterwards || isLabelled)) return 5;
  const next = all[index + 1];
  if (isLooking && (isAfterwards || isLabelled) && next !== undefined && measureFollowUp(next).isReporting) return 4;
  if ((isLooking && isAfterwards && isLabelled) || (isReporting && isAfterwards && isAboutOutcome)) return 4;
  return isReporting && isOnceDone ? 3 : 0;
}
