import type { Span } from '../../model/span.js';
import type { AnalysedBlock, MessageContext } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence, listSentences } from '../sentence-search.js';
import { anyOf } from './any-of.js';
import { hasPlannedDowntime } from './follow-up.js';

/** What a line or a section about help is called. */
const labels =
  /^(?:(?:the )?help(?: (?:you get|for you|for your \p{L}+|on offer|and training|while you \p{L}+))?|support(?: (?:you get|for you|on offer|available|and training))?|training(?: and \p{L}+)?|learn(?:ing)?\b.*|show me|how (?:we|you)(?:[’']ll| will| can)? (?:help|learn|get help)\b.*|what you get from us|you are not alone|getting (?:started|used to it|help)|guides?|demos?|drop-ins?|try it(?: out)?|practi[cs]e)$/iu;
/** Courses, guides and places to try it. */
const course =
  /\b(?:training|trainers?|courses?|workshops?|webinars?|tutorials?|walk-?throughs?|how-?to|step-by-step|demo(?:s|nstrations?)?|drop-?ins?|open hours|office hours|coaching|q ?& ?a|question and answer|lunch and learn|info(?:rmation)? sessions?|(?<!\binteractive )sessions? (?:on|for|to|at|in|every)|[\p{L}\d]+-(?:minute|hour|page) (?:film|video|guide|session|card|sheet|crib|demos?)|cheat sheets?|crib sheets?|quick (?:guide|reference|start)|user guide|handbook|(?:short|half-page|easy-read|illustrated|printed|little|pocket|simple|new|online|one-page|two-page) (?:guides?|films?|videos?|clips?|cards?|manual|booklet|leaflet)|(?:how-to|short) clips|knowledge base|faqs?|marking breakfasts|pictures? (?:of each step|for)|picture (?:card|guide|sheet)s?|page of pictures|steps? (?:are|is) (?:drawn|shown|explained)|guides? (?:is|are|hangs?|for|on|to|in|you)|instructions (?:are|for)|playground|practi[cs]e (?:site|inbox|copy|area|with|version|account|room)|(?:in|with) (?:a|the|your) sandbox|try it out)\b/iu;
/** People who help. */
const helpers =
  /\b(?:helpers?|volunteers?|interpreters?|advisers?|staff (?:at|of|in|will)|floor ?walkers?|champions?|super-?users?|buddy|buddies|mentors?|student helpers|ambassadors|technicians?|assistants?|trainers?|colleagues?|clerks?|cashier|officers?|librarians?|nurses|pharmacists|people|folks|students|team|specialists?|experts?|we|i|somebody|someone)\b[^.!?]{0,80}\b(?:(?:will |can |[’']ll )?(?:sits?|stands?|stays?|helps?|shows?|walks?|guides?|visits?|comes? (?:round|along|to)|goes? through|takes? you|bring|carry|carries|takes? on|(?:does|do|makes?) (?:the|your) first|(?:be )?on hand|be there|be on every|is on|are on)|know it by heart)|\bthere(?:[’']s| is| are) (?:an?|two|three|always)\b[^.!?]{0,30}\b(?:volunteers?|helpers?|trainers?|advisers?)|\bbooked (?:interpreters|trainers|helpers)\b/iu;
/** Somebody shows how. */
const shown = anyOf(
  /\b(?:shows?|walks?|guides?|helps?|talks?|leads?) (?:you|your \p{L}+|them|everyone|each of you|it|any\p{L}*|staff|people|users)\b(?! (?:feel|to (?:be|have)))/iu,
  /\btakes? (?:you|them) through\b/iu,
  /\bshows? how\b/iu,
  /\bsits? (?:down )?(?:with|beside|next to)\b/iu,
  /\bstands? (?:by|at|beside)\b/iu,
  /\b(?:goes?|go|run) through (?:it|them|the)\b/iu,
  /\bfill it in with you\b/iu,
  /\bhave a go\b/iu,
  /\bask as often as\b/iu,
  /\bextra (?:staff|people|hands|support|help)\b/iu,
  /\b(?:support|help) (?:is|will be) (?:available|on hand|at hand|there|offered)\b/iu,
  /\bcan try (?:it|them) (?:out|first)\b/iu,
  /\bheater at your door\b/iu,
  /\bbring you a\b/iu,
  /\bfree of charge\b.*\bloan\b/iu,
  /\bwe (?:will|[’']ll|can) (?:help|support|train|teach|coach|show)\b/iu,
  /\blearn (?:how|to|it|the)\b/iu,
);
/** Films, cards and the like that show how. */
const material =
  /\b(?:films?|cartoon|animation|poster|leaflet|card|pictures?|clips?|videos?)\b[^.!?]*\b(?:behind|shows?|explains?|walks?|under|pinned|for your|waits?)\b|\bvideos? (?:at|on)\b/iu;
/** It is for the readers. */
const audience = /\b(?:you|your|yours|everyone|anyone|any|each|every|users?|staff|teams?|managers?|students?|people|ward|floor|office|desk|room)\b/iu;
/** There is no such help. */
const refusal =
  /\b(?:no|not|cannot|can[’']t|won[’']t|without|never|isn[’']t|aren[’']t|don[’']t)\b[^.!?]{0,40}\b(?:training|courses?|guides?|support|help|helpers?|demos?|sessions?|workshops?)\b|\b(?:training|courses?|guides?|support|help)\b[^.!?]{0,30}\b(?:(?:is|are|will|was|were|can) ?not|cannot|(?:is|are|be) cancell?ed|isn[’']t|aren[’']t|won[’']t|ended|was held|were held|is planned|are being considered)\b/iu;
/** “Full support for the 2025 standard” helps nobody. */
const technical = /\bsupport(?:s|ed)? (?:for (?:the|\d|\p{Lu})|an? |by|of)\b|\bof course\b|\bin the course\b|\brace course\b/u;
/** The writer wants help, or gives it no more; or a thing helps, and nobody. */
const forUs =
  /\bhelps? (?:us|me)\b|\byour help\b|\b(?:this|that|it|which|these|those|authori[sz]ation|feature|tool|change|information) (?:\p{L}+ )?(?:can |will |may |should |could )?helps? (?:you|your|them|users|people)\b|\bno longer (?:provid|offer|hold|giv)\p{L}+/iu;
/** Whom to ask is a part of its own. */
const contactOnly = /\b(?:questions?|quer(?:y|ies)|contact|service ?desk|help ?desk|ring|call|phone|email|write to|reply)\b/iu;
/** It was held already. */
const past = /\b(?:was|were|had|did|reported|noted|noticed|asked|told|took part|came|attended|trained|held|ran|spoke|won(?![’'])|joined us)\b/iu;

/** The sentence that says what help people will get with a change. */
export function findSupport(blocks: readonly AnalysedBlock[]): Span | undefined {
  return findBestSentence(blocks, (placed) => scoreSupport(placed), 6);
}

const scoreSupport = keepBySentence(({ text, label, block }) => {
  if (hasGap(text) || refusal.test(text) || forUs.test(text) || block.kind === 'heading') return 0;
  let strength = 0;
  if (material.test(text)) strength += 2;
  if (course.test(text) && !technical.test(text)) strength += 2;
  if (helpers.test(text)) strength += 1.5;
  if (shown.test(text)) strength += 1.5;
  if (audience.test(text)) strength += 0.5;
  if (past.test(text)) strength -= 1.5;
  if (contactOnly.test(text)) strength -= 1;
  if (text.trimEnd().endsWith('?')) strength -= 2;
  if (strength >= 0.5 && labels.test(label.trim())) return 5;
  return strength >= 2 ? strength : 0;
});

/** What readers use. */
const tool =
  /\b(?:apps?|applications?|systems?|platforms?|portals?|forms?|screens?|pages?|tools?|software|services?|accounts?|passwords?|badges?|cards?|log-?ins?|sign-?ins?|sign in|log in|e-?mails?|mail|mailbox(?:es)?|printers?|print\p{L}*|laptops?|computers?|phones?|handsets?|bleeps?|fax(?:es)?|usb|sticks?|process(?:es)?|procedures?|workflows?|channels?|drives?|folders?|files?|catalogues?|calendars?|booking|claims?|marking|papers?|vault|inbox(?:es)?|buttons?|sites?|websites?|suite|barrier|fobs?|rotas?|lectures?|tablets?|chat|network|vpn|directory|records?|chart|lists?|payslips?|leave|approv\p{L}+|upgrade|version|release)\b/iu;
/** What only technicians see. */
const machine =
  /\b(?:database|data (?:centre|center|hall)|servers?|cluster|racks?|backups?|cabl(?:e|ing)|nodes?|equipment|virtual machines?|VMs?|hosts?|controllers?|runtimes?|kubernetes|certificates?|https|tls)\b/iu;
/** Something comes, goes or takes the place of another. */
const takesPlace = anyOf(
  /\bno longer (?!than\b)(?!\p{L}+ing\b)/iu,
  /\bany ?more\b(?! than)/iu,
  /\bin (?:its|their) place\b/iu,
  /\btakes? (?:the|its|their) place\b/iu,
  /\b(?:will be|is|are|be|being|gets?) (?:replaced|retired|withdrawn|phased out|switched off for good|decommissioned|introduced|rolled out|launched|moved to|merged|blocked|limited|discontinued)\b/iu,
  /\breplac(?:es|ing)\b(?! (?:the )?(?:cable|switch|batter|filter|disk|pipe|cooling|broken|faulty)\p{L}*)/iu,
  /\bfrom (?:now|then) on\b/iu,
  /\bgo(?:es)? away\b/iu,
  /\bgo(?:es)?[- ]live\b/iu,
  /\blaunch(?:es|ing)?\b/iu,
  /\broll(?:s|ing)?[- ]?out\b/iu,
  /\bretires?\b/iu,
  /\bmov(?:es?|ing) to (?!a (?:meeting|vote))/iu,
  /\bswitch(?:es|ing)? (?:over )?to\b/iu,
  /\bwill not arrive\b/iu,
  /\bwon[’']t be able to\b/iu,
);
/** It holds from a day on. */
const openEnded =
  /^[^\p{L}]*(?:(?:starting|beginning|as of|as from|from|since|effective)\b[^,.!?]{0,40}?(?:\d|day\b|january|february|march|april|may|june|july|august|september|october|november|december)\p{L}*)/iu;
/** It is over after a while. */
const temporary =
  /\b(?:until|till|between|during the (?:works?|outage|move|night|window|maintenance)|will (?:return|reopen|resume|come back)|maintenance|outage|downtime|interruption|temporar\p{L}+|trial|pilot|window)\b|\bfrom\b[^.!?]{1,40}\b(?:to|until)\b\s+(?:the\s+)?\d|\d\s?(?:–|-|to)\s?\d{1,2}[:.]\d\d|\bfor (?:an?|one|two|three|four|\d+) (?:minutes?|hours?|days?)\b/iu;

/** A newer version of the same. */
const upgrade = /\b(?:will be|is|are|be|being|gets?) (?:upgraded|migrated)\b/iu;
/** Readers are named. */
const readers =
  /\b(?:you|your|yours|users?|staff|customers?|everyone|teams?|students?|teachers?|people|managers?|colleagues|labs|paper|faculties|wards?|units?|offices?)\b/iu;
/** What the writers themselves do without is theirs to learn. */
const ownAffair = /\bwe(?:[’']ll| will| can| do)? no longer (?:rely|depend|need|have|use)\b/iu;
/** It is to happen. */
const willed = /\bwill\b|[’']ll\b|\bwon[’']t\b/iu;
/** It is to happen, or holds from a day on. */
const anchored =
  /\bwill\b|[’']ll\b|\bwon[’']t\b|\b(?:now|today|from|starting|as of|since|next|the same day|this (?:week|month|term|spring|summer|autumn|winter)|on (?:\d|mon|tues|wednes|thurs|fri|satur|sun)\p{L}*|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|retires?|go(?:es)? live|are replacing|is replacing)\b/iu;
/** More than this and a text is a report or an essay. */
const shortMessage = 40;

/** Whether words that sound like help are meant for the reader, although no change is told of: in a short message or a deck. */
export function mayOfferHelp({ blocks, kind }: Pick<MessageContext<unknown>, 'blocks' | 'kind'>): boolean {
  return kind === 'deck' || listSentences(blocks).length <= shortMessage;
}

/** A change that somebody has to get used to stands at the top of its message, not in an aside further down. */
const leadSentences = 12;

/** Whether the message tells of a tool, a service or a way of working that will be another from now on: people need help with that. */
export function hasLastingChange(blocks: readonly AnalysedBlock[]): boolean {
  // What is upgraded in a night off is for the technicians to learn.
  const mayUpgrade = !hasPlannedDowntime(blocks);
  return listSentences(blocks)
    .slice(0, leadSentences)
    .some(({ text }, index, all) => {
      if (hasGap(text) || text.trimEnd().endsWith('?') || temporary.test(text) || machine.test(text) || past.test(text)) return false;
      const before = all[index - 1]?.text ?? '';
      // “It will be introduced”: the sentence before says what.
      if (!tool.test(text) && !(/^(?:it|they|these|this)\b/iu.test(text) && tool.test(before))) return false;
      if (ownAffair.test(text)) return false;
      if (openEnded.test(text) && /\byour?\b|\bstaff\b/iu.test(text)) return true;
      if (!anchored.test(text) || !(willed.test(text) || readers.test(`${before} ${text} ${all[index + 1]?.text ?? ''}`))) return false;
      return takesPlace.test(text) || (mayUpgrade && upgrade.test(text));
    });
}
