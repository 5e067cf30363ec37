import type { Span } from '../../model/span.js';
import type { AnalysedBlock } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence, type PlacedSentence } from '../sentence-search.js';
import { anyOf } from './any-of.js';
import { opensWithRequest } from './next-step.js';

/** What a line or a section that tells of the change is called. */
const labels =
  /^(?:what(?:[’']s| is| has| will be|)?\s*(?:changes?|changed|changing|new|different|better|happening|happened|happens|off|down|affected|gone|moving|closing)\b|what this means|what (?:you|staff|users) (?:get|will (?:see|notice|get))|(?:the )?changes?\b(?! (?:request|log|number|no\b|advisory))|changed\b|new$|what\b(?: you get)?$|impact|effects?|in short|affected services?|services? affected|symptoms?)/iu;

/** One thing takes the place of another. */
const exchange = anyOf(
  /\bno longer\b/iu,
  /\bnot (?:\p{L}+ )?any ?more\b/iu,
  /\bany ?more\b/iu,
  /\binstead\b/iu,
  /\bin (?:its|their|the) place\b/iu,
  /\btakes? the place of\b/iu,
  /\b(?:is|are|be|been|being) replaced\b/iu,
  /\breplac(?:es|ing)\b/iu,
  /\bfrom (?:now|then) on\b/iu,
  /\bgo(?:es)? away\b/iu,
  /\b(?:is|are|be) (?:going|gone)\b(?! to\b)/iu,
  /\bwhere (?:there were|it (?:was|took)|they (?:were|took))\b/iu,
  /\bwhat was\b/iu,
  /\brather than\b.*\byou/iu,
  /\bused to\b/iu,
  /\bnot as (?:an?|the)\b/iu,
  /\bdown from\b/iu,
  /\band not (?:three|\d)/iu,
);
/** Something is not to be had. */
const loss = anyOf(
  /\b(?:is|are|be|been|being|was|were|goes?|gone|stays?|remains?)\s+(?:(?:currently|temporarily|completely|partly|all|also|still|now|both)\s+)*(?:unavailable|not available|inaccessible|unreachable|unresponsive|closed|shut(?: down)?|down|off(?:[- ]?line)?|out of (?:use|service|order|action)|withdrawn|switched off|turned off|cut off|dead|dark|cold|interrupted|suspended|disrupted|degraded|slow(?:er)?|delayed|affected|stuck|read-only)\b/iu,
  /\b(?:is|are|will be|has been|have been|had to be) (?:cancell?ed|postponed|called off)\b/iu,
  /\b(?:put|taken?|taking|brought|kept|moved) (?:back )?(?:off(?:[- ]?line)?|down)\b/iu,
  /\b(?:may|might|could|can) (?:\p{L}+ly )?(?:time out|fail|be (?:down|slow(?:er)?|unavailable|offline|delayed|interrupted|affected|impacted))\b/iu,
  /\b(?:go(?:es)?|went|gone) (?:cold|dark|dead|off(?:line)?|down|read-only|out)\b/iu,
  /\b(?:is|are) not (?:read|shown|sent|answered|heard|lit|paid|\p{L}+ed)\b/iu,
  /\bha(?:s|ve) not (?:worked|opened|run|rung|arrived)\b/iu,
  /\b(?:will|would|do|does|did) not (?:reach|ring|connect|appear|update|show|open|work|arrive|fire|load|start|run|print|sync|be (?:able|possible|available))\b/iu,
  /\b(?:can(?:not|[’']t| not)|won[’']?t|will not|unable to)\s+(?!wait\b|thank\b|be (?:happier|prouder|thrown)\b|help\b|stress\b)(?:be\s+)?(?:\p{L}+ly\s+)?(?:able to\s+)?\p{L}+/iu,
  /\bunable to\b/iu,
  /\b(?:is|are|was|were) (?:\p{L}+ly )?not (?:being )?(?:updat|comput|deliver|send|sent|load|respond|reach|synchroni[sz]|process|publish|made available|answer)\p{L}*/iu,
  /(?:^|, )down for\b/iu,
  /\bshould (?:either )?(?:queue|cancel|fail)\b/iu,
  /\bwe(?:[’']re| are| have(?: had to)?| had to| decided to)? (?:temporarily )?(?:disabl|suspend)\p{L}*/iu,
  /\bstopped (?:\p{L}+ing|working)\b/iu,
  /\b(?:not|isn[’']t|aren[’']t|n[’']t) working\b/iu,
  /\bshows? an? (?:empty|error|blank)/iu,
  /\b(?:reached|arrived?|came)\b[^.]{0,40}\blate\b/iu,
  /\bthere(?:[’']ll| will) be no\b/iu,
  /^\W*no (?!update|news|action|need|change|decision|one\b|booking|training|further)\p{L}+[^.!?]*\b(?:on|in|from|until|at)\b/iu,
  /\bfail(?:s|ed|ing)? to\b/iu,
  /\bmay (?:experience|notice|see)\b/iu,
);
/** Names of what goes wrong; they tell of a change where it is going on. */
const trouble = /\b(?:timeouts?|errors?|outages?|interruptions?|downtime|disruptions?|failures?|problems?|maintenance|issues?)\b/iu;
/** It goes on, or is to. */
const ongoing =
  /\b(?:experienc(?:e|ing)|having|will|investigating|currently|ongoing|planned|scheduled|due to|returning|there (?:is|are|was|were|will be|may be|might be|could be)|right now|at the moment|today|during|expect|while)\b/iu;
/** Something is there that was not. */
const gain = anyOf(
  /\bthere (?:are|is) now\b/iu,
  /\b(?:has|have) (?:been extended|added)\b/iu,
  /\b(?:now|again)\b(?=[^.!?]*\b(?:you|your|can|\p{L}+s)\b)/iu,
  /\b(?:is|are|will be) now\b/iu,
  /\byou can now\b/iu,
  /\b(?:are|is|be) (?:now )?(?:available|open(?:ed)?|free|live)\b/iu,
  /\bgo(?:es)? live\b/iu,
  /\bcomes? (?:with|back|as|in)\b/iu,
  /\b(?:goes|went) (?:in|up|straight)\b/iu,
  /\b(?:lands?|appears?|arrives?|reaches|sits?|stays?|starts?|opens?|closes?|ends?|retires?|expires?|moves?|changes?|switches|becomes?|begins?|launch(?:es)?|drops?|rises?|joins?|merges?|costs?)\b/iu,
);
/** Something is to happen to what readers use. */
const willBe =
  /\bwill\s+(?:(?:also|now|then|soon|all|both|only)\s+)*(?:move|close|open|end|start|begin|stop|change|switch|need|have|see|get|find|be able|receive|appear|arrive|look|work|use|pay|retire|expire|launch|become|replace|merge|join|speak|fill|show|be (?:closed|moved|moving|closing|changed|changing|replaced|retired|removed|merged|deleted|available|open|live|on|in|at|able|charged|sent|asked|shut|decommissioned|blocked|restarted|rebooted|extended|paused|queued|cancell?ed|postponed|renamed|split|discontinued|ended|disabled|enabled|turned|switched|required|automatic\p{L}*))\b/iu;
/** What was not to be had before. */
const offered =
  /\bnow (?:also )?(?:provides?|offers?|supports?|includes?|alerts?|lets?|allows?|requires?)\b|\b(?:survey|poll|questionnaire|newsletter|programme|election) (?:is (?:now )?|are )(?:here|out|open)\b/iu;
/** Something to go to, on offer at a time. */
const event =
  /\b(?:will be (?:host|hold|runn|organi[sz]|offer)ing|(?:is|are) (?:host|hold|runn|organi[sz]|offer)ing|(?:will )?(?:host|hold|run)s? (?:an?|the|our|its)|join us|you(?:[’']re| are) invited|is invited to|(?:will )?takes? place|applications? (?:are|is) (?:now )?open|call for|we invite you|registration (?:is|opens))\b/iu;
/** The writers do it to what readers use. */
const ourDeed =
  /\bwe(?:[’']re| are| will|[’']ll| have to| must| need to| (?:have |had )?decided to)(?: be)?(?: going to)?\s+(?:(?:also|now|then)\s+)*(?:mov|clos|switch|turn|chang|replac|remov|delet|retir|stop|shut|introduc|bring|merg|open|add|block|renam|launch|start|end|discontinu|decommission|disabl|enabl|suspend|upgrad|migrat|run|reboot|restart|tak)\p{L}*\b/iu;
/** A day from which something holds. */
const fromDay =
  /^[^\p{L}]*(?:(?:(?:starting|beginning|effective|as of|as from|from|since|after|until|between|every)\b[^,.!?]{0,60}?|(?:in|this|on)\s+(?:\p{L}+\s+){0,2}?)(?:\d|day\b|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|month|week|christmas|then|now|year|term)\p{L}*)/iu;
/** Readers are told what they do, get or see, not what they must do. */
const readerSubject =
  /\byou(?:[’']ll|[’']re)?\s+(?!need\b|must\b|should\b|have to\b|know\b|want\b|like\b|think\b|would\b|could\b|might\b|said\b|asked\b|told\b|had\b|were\b|did\b|thought\b|may have\b|can (?:reach|contact|ask|write|call|always|also find)\b|have (?:any|been|seen|heard|told|asked|given|helped)\b|all\b|for\b|to\b|and\b|in\b|on\b|at\b)\p{L}+|\byour\s+(?:\p{L}+\s+){1,3}(?:will|can|can[’']t|cannot|no longer|won[’']t|may|now|retires?|moves?|stays?|goes?|changes?|ends?|closes?|expires?|lost?)\b/iu;
/** A day stands beside it. */
const dated =
  /\b(?:on|at|from|by|until|in|before|after|between)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}\b|january|february|march|april|may|june|july|august|september|october|november|december)/iu;
/** What was is no change. */
const past = /\b(?:told|said|was|were|had|did|came|went|got|saw|took|asked|wanted|wrote|spent|saved)\b/iu;
/** The help that people get is a part of its own. */
const help =
  /\b(?:trainers?|helpers?|training|colleague|demonstrat\p{L}+|course|workshop|drop-in|film|video|guide|sits? (?:with|beside)|thrown in|practi[cs]e)\b/iu;
/** Words about whoever writes, and about machines, which change nothing that a reader sees. */
const aboutUs =
  /^[^\p{L}]*(?:(?:the|our|this)\s+)?(?:\p{L}+\s+){0,2}(?:we|team|panel|committee|board|project|programme|supplier|suppliers|contract|phase|milestones?|vendor|department|unit)\b/iu;
/** What is done to machines, and version numbers, change nothing that a reader sees. */
const machine =
  /\b(?:will be|is|are|was|were|has been|have been|being)\s+(?:successfully\s+)?(?:upgraded|migrated|patched|updated|deployed|implemented|rolled out|introduced|refactored|provisioned|cut over|failed over|approved|completed|chosen|signed|tested)\b|\bversion \d|\bv\d+\.\d/iu;
/** Whom to ask, thanks and feelings are no news. */
const asking =
  /\b(?:questions?|quer(?:y|ies)|contact|help ?desk|service ?desk|feedback|know more|hear more|find out|read more|thank|delighted|proud|pleased|excited|sorry for|apologi[sz]e|hope)\b/iu;
/** All stays as it was. */
const nothingNew =
  /^\W*nothing\b|\bhere (?:is|are) (?:what|the)\b|\b(?:two|three|four|some|several|these) changes\b|\bas (?:before|usual|now|ever)\b|\bstays? (?:where|as|the same)\b|\bunchanged\b/iu;
/** It happens only to some, or perhaps. */
const conditional = /^[^\p{L}]*(?:if|should|in case)\b/iu;

/** The sentence that says what is different for the reader: what they get, lose, see or do from now on. */
export function findChange(blocks: readonly AnalysedBlock[]): Span | undefined {
  return findBestSentence(blocks, scoreChange);
}

const enough = 2;
/** From this sentence on a change has to be told the more plainly: long texts say much that is no news. */
const farDown = 25;
/** Headings of lists in which each entry is a change: “Customer facing changes”, “Removed”. */
const changeList =
  /\bchanges\b|\bchange ?log\b|\brelease notes\b|\bwhat[’']s new\b|^\W*(?:new features?|added|removed|deprecated|fixed|fixes|improvements?)\W*$/iu;

const measure = keepBySentence(({ text, label, block }) => {
  if (hasGap(text) || text.trimEnd().endsWith('?')) return { isLabelled: false, isListed: false, strength: 0 };
  const isLabelled = block.kind !== 'heading' && labels.test(label.trim()) && text.length > label.length + 4;
  return { isLabelled, isListed: block.kind === 'list-item' && changeList.test(label), strength: isClause(text) ? measureChange(text) : 0 };
});

/** “Since last month.” tells nothing. */
function isClause(text: string): boolean {
  return /\S+\s+\S+\s+\S+\s+\S/u.test(text);
}

function scoreChange(placed: PlacedSentence, index: number, all: readonly PlacedSentence[]): number {
  const { isLabelled, isListed, strength } = measure(placed);
  if (placed.block.kind === 'heading') return strength >= 4 ? enough : 0;
  // The news comes first; what follows is about the news.
  const lead = 2.5 * (1 - index / all.length);
  if (isLabelled) return 5 + lead;
  if (strength >= (index < farDown ? enough : enough + 1)) return strength + lead;
  return isListed ? 1 + lead / 4 : 0;
}

/** How plainly a sentence tells of something that is or will be different, at most 4. */
export function measureChange(text: string): number {
  const isFromDay = fromDay.test(text);
  const isReader = readerSubject.test(text);
  const isLoss = loss.test(text);
  let strength = 0;
  if (exchange.test(text)) strength += 3;
  if (isLoss) strength += 2.5;
  if (willBe.test(text) || ourDeed.test(text) || offered.test(text)) strength += 2;
  if (gain.test(text)) strength += 1;
  if (event.test(text)) strength += 1.5;
  if (isReader) strength += 1.5;
  else if (/\byour?\b/iu.test(text)) strength += 0.5;
  if (isFromDay) strength += 2;
  else if (dated.test(text)) strength += 0.75;
  if (trouble.test(text)) strength += ongoing.test(text) ? 2 : 1;
  if (machine.test(text) && !isReader && !isLoss) strength -= 2;
  if (aboutUs.test(text) && !isReader && !isLoss) strength -= 2;
  if (asking.test(text)) strength -= 3;
  if (conditional.test(text)) strength -= 1;
  if (past.test(text) && !exchange.test(text) && !isLoss) strength -= 1;
  if (help.test(text)) strength -= 1.5;
  if (opensWithRequest(text) || nothingNew.test(text)) strength -= 2;
  return Math.min(4, strength);
}
