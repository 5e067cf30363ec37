import type { Span } from '../../model/span.js';
import type { AnalysedBlock } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence, type PlacedSentence } from '../sentence-search.js';
import { anyOf } from './any-of.js';

/** What a line or a section that says whom to ask is called. */
const labels =
  /^(?:contacts?|questions?|queries|any questions?|who to (?:ask|contact|call)|whom to (?:ask|contact|call)|who|ask|help|need help|help ?desk|support|service ?desk|stuck|trouble|problems?|more help|get in touch|your contact|got (?:a )?questions?|something (?:broken|wrong)|wondering\b.*|feedback|reach us|find us|talk to us|phone|telephone|tel|e-?mail|call|write)$/iu;
/** The sentence is about asking, so that a way in it is meant for questions. */
const asking =
  /\b(?:contact|ask|questions?|help|support|trouble|problems?|queries|query|quer(?:y|ies)|issues?|feedback|get in touch|reach|raise|report|ticket|service ?desk|help ?desk|hotline|helpline|wrong|broken|stuck|unsure|know more|hear more|tell|puzzl\w+|surpris\w+|doubt|missing|isn[’']t (?:yours|right)|answers?)\b/iu;

/** Words beside which a link leads to somebody who answers. “Support for” a thing, and a “report”, lead elsewhere. */
const askingByLink = anyOf(
  /\bcontact(?:ing)? (?!with\b|between\b)\p{L}+\b/iu,
  /^\W*questions?\b/iu,
  /\b(?:any|your|have|got|more|ask|further) (?:\p{L}+ )?questions?\b/iu,
  /\b(?:with|for) (?:your |any )?questions?\b/iu,
  /\bquestions? (?:about|on|to|or|and|regarding|should)\b/iu,
  /\b(?:any|your|for) quer(?:y|ies)\b/iu,
  /\b(?:send|give|leave|have|any|your|with) (?:us )?feedback\b/iu,
  /\bfeedback (?:form|page|to|in|on|at|here)\b/iu,
  /\bget in touch\b/iu,
  /\breach (?:out|us|me)\b/iu,
  /\blet us know\b/iu,
  /\b(?:report|raise) (?:it|them|this|any|an?|the|your|problems?|issues?|bugs?)\b/iu,
  /\b(?:open|file|log|submit|create|post) (?:an?|your|any) (?:[\p{L}-]+ ){0,2}(?:issue|ticket|request|bug|case)\b/iu,
  /\btickets?\b/iu,
  /\bservice ?desk\b/iu,
  /\bhelp ?desk\b/iu,
  /\bstuck\b/iu,
  /\bchat with\b/iu,
  /\bask (?:us|me|them|it|in|on|at|for|your|the|any|a question)\b/iu,
  /\b(?:need|for|get|more|any|further) (?:[\p{L}-]+ )?(?:help|support|assistance)\b/iu,
  /\b(?:help|support) (?:team|desk|pages?|centre|center|portal|form|channel|line|site|requests?|staff)\b/iu,
);

/** A telephone number; not a date, and not the number of a version. */
const phone = /(?:\+\d|\b00\d|\(0|(?<![\p{L}\d.:/-])0)[\d ()./-]{6,18}\d\b|\(\d{3}\)\s?\d{3}[-. ]\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b/u;
/** An extension is a number beside a word that says so, or beside a desk. */
const extension = anyOf(
  /\b(?:ext(?:ension|n)?|phone|tel(?:ephone)?|call|ring|dial|text|(?<!\bin )line|helpline|hotline|bleep|pager|desk|answers?|number)\b[.:]?\s*(?:(?:is|on|at|us|me|it|number|no)\b[.:]?\s*)*[^.!?\d]{0,45}?(?<![\d.,:/£$€-])\d{3,7}\b(?![.,:/]\d|\s?(?:%|ms|MB|GB|people|users|staff|words|pages|hours|minutes|days|times|in\b|are\b|were\b|have\b))/iu,
  /\bon \d{4,6}\b(?=\s*[,.;)]|$|\s+(?:and|or|will|knows|to|if|by|any|between)\b)/iu,
  /(?<!\d(?:st|nd|rd|th)?|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)),\s\d{4,6}(?=\s*(?:[,.;]|$))/iu,
);
/** A number that is looked up, not called. */
const reference =
  /\b(?:ref(?:erence)?|ticket|case|order|invoice|version|change (?:no|number|request)|incident (?:no|number)|job (?:no|number)|serial|isbn|account number|chg|inc)\b/iu;
/** A channel of a chat: “ask in #help-it”. */
const channel =
  /(?:\b(?:ask|post|in|on|join|channel|slack|teams|chat|to|via|at)\b[^.!?]{0,30}|^[^\p{L}#]*|[?:]\s+)#[a-z][\w-]+|\b(?:radio )?channel \d{1,3}\b/iu;
/** A channel without its sign: “post in the staff group”. */
const namedChannel =
  /\b(?:ask|post|grumble|shout|message us|talk to us|write|ping us)\b[^.!?]{0,40}\b(?:channel|chat|forum|mailing list|group|thread|comments)\b/iu;
/** Where somebody sits. */
const place =
  '(?:room|desk|floor|building|office|library|counter|stand|door|window|hatch|basement|foyer|lobby|reception|cart|centre|center|kitchen|mess|canteen|house|hall|hub|lodge|stand-up|drop-in|clinic|bar)';
/** Somebody to go to, or who answers at a place. */
const inPerson = new RegExp(
  `\\b(?:come (?:to|and (?:see|find))|come by|drop in(?:to)?|drop by|stop by|pop in(?:to)?|visit|speak to (?:us|me)|find (?:us|me)|see (?:us|me)|meet (?:us|me)|catch (?:us|me|the [\\p{L} ]+)|grab (?:us|me)|knock (?:at|on)|look for)\\b[^.!?]*\\b(?:${place}|\\d+\\.\\d+)\\b|\\b${place}\\b[^.!?]*\\b(?:is open|open to|are open|answers? questions?|will (?:also )?(?:tell|help|know|answer))\\b|\\b(?:sits?|is|are) (?:on|in|at) [^.!?]*\\b${place}\\b[^.!?]*\\b(?:answer|ask|help|question)`,
  'iu',
);
/** A sort of address that only a label or a word of asking makes a contact: “Print room: basement of the Library, 8 to 5”. */
const location = new RegExp(`\\b${place}\\b|\\b[A-Z]?\\s?\\d+\\.\\d+\\b`, 'iu');
/** “Print room: basement of the library, 8 to 5”. */
const openingHours = /^[^.!?]{3,60}[:,]\s[^.!?]{3,60},\s\d{1,2}(?:[:.]\d\d)?\s?(?:to|-|–)\s?\d{1,2}\b/iu;
/** A number that only its label makes a telephone number. */
const bareNumber = /(?<![\d.,:/£$€-])\d{4,6}\b(?![.,:/]\d)/u;
/** Somebody whom everybody knows how to find. */
const known =
  /\b(?:ask|speak to|talk to|tell|see|contact|turn to|go to|check with|have a word with)\s+(?:to\s+)?(?:(?:any|your|the|our|a)\s+)(?:own\s+)?(?:[\p{L}-]+\s+)?(?:line manager|manager|head of department|head|supervisor|team leader|team lead|tutor|porter|receptionist|reception|librarian|ward clerk|matron|front desk|site office|school office|department office|it champion|champion|super-?users?|floor ?walkers?)\b|\bany (?:porter|librarian|receptionist|ward clerk|tutor|champion|technician|trainer)\b/iu;
/** The message itself can be answered. */
const reply =
  /\b(?:reply|respond)\s+(?:directly\s+)?to this\b|\bhit reply\b|\bpress reply\b|\breply (?:to (?:me|us|it)|with|here|by email)\b|\bjust reply\b|\banswer this (?:e-?mail|message|post)\b|\bcomment (?:below|on this)\b/iu;
/** A request can be raised. */
const portal =
  /\b(?:raise|log|open|file|submit|create)\s+(?:a|an|your)\s+(?:[\p{L}-]+\s+)?(?:ticket|request|call|issue|case)\s+(?:in|on|at|with|through|via|using)\b|\btickets? (?:to|in) (?:the )?(?:queue|[A-Z])/iu;
/** Links that open a mail, a call or a chat. */
const contactTarget = /^(?:mailto|tel|sip|sms|slack|msteams|skype):/i;
/** Addresses that nobody reads. */
const noReply = /^(?:no|do-?not)-?_?reply/iu;
/** Where a link is an errand, not a person: what to register, download or read. */
const errand =
  /^\W*(?:(?:please|to)\s+)*(?:register|sign up|read|download|see|find|look|watch|book|apply|learn|rsvp|subscribe|view|visit|follow|check out|vote|fill)\b/iu;
/** The way is closed: “do not reply”. */
const offHook =
  /\b(?:do not|don[’']t|never|cannot|can[’']t|no longer|won[’']t|not able to)\s+(?:call|ring|phone|contact|reply|respond|email|write)\b|\bnot monitored\b|\bwere? (?:called|emailed|contacted)\b/iu;

/** The sentence that says whom to ask, and by what way: a number, an address, a channel, a place, somebody at hand. */
export function findContact(blocks: readonly AnalysedBlock[]): Span | undefined {
  return findBestSentence(blocks, scoreContact, 5);
}

/** What the words of a sentence say of asking, whatever its links lead to. */
interface Wording {
  readonly isOffHook: boolean;
  readonly isLabelled: boolean;
  readonly isAsking: boolean;
  /** Whether a link in it leads to somebody who answers. */
  readonly isAskingByLink: boolean;
  /** How plainly the words alone give a way to reach somebody: 0 to 3. */
  readonly way: number;
  /** Whether it is worth a look when it gives no such way. */
  readonly hasLocation: boolean;
  readonly hasBareNumber: boolean;
}

const measureWording = keepBySentence(({ text, label }): Wording => {
  const isLabelled = labels.test(label.trim());
  return {
    isOffHook: hasGap(text) || offHook.test(text),
    isLabelled,
    isAsking: isLabelled || asking.test(text),
    isAskingByLink: !errand.test(text) && (isLabelled || askingByLink.test(text)),
    way: scoreWords(text),
    hasLocation: location.test(text) && (isLabelled || openingHours.test(text)),
    hasBareNumber: isLabelled && bareNumber.test(text),
  };
});

function scoreContact(placed: PlacedSentence): number {
  const { block } = placed;
  const wording = measureWording(placed);
  const { isLabelled, isAsking } = wording;
  if (wording.isOffHook) return 0;
  const way = wording.way === 3 ? 3 : Math.max(wording.way, scoreAddress(placed, wording.isAskingByLink));
  if (way === 0) {
    if (block.kind === 'heading') return 0;
    if (wording.hasBareNumber) return 5;
    return wording.hasLocation ? 2 : 0;
  }
  if (block.kind === 'heading') return 1;
  return way + (isLabelled ? 2 : isAsking ? 1 : 0);
}

function scoreWords(text: string): number {
  if ((phone.test(text) || extension.test(text)) && !reference.test(text)) return 3;
  if (channel.test(text) || reply.test(text)) return 3;
  // “Does your guide ask newcomers to join a group?” asks, and says nothing of whom.
  if (text.trimEnd().endsWith('?')) return 0;
  return inPerson.test(text) || portal.test(text) || namedChannel.test(text) || known.test(text) ? 2 : 0;
}

/** A mail address or a link that opens a mail or a call is plain; any other link counts in a sentence that speaks of asking. */
function scoreAddress({ block, sentence }: PlacedSentence, isAskingByLink: boolean): number {
  if (block.opaque.length === 0 && block.links.length === 0) return 0;
  const isInside = (offset: number): boolean => sentence.start <= offset && offset < sentence.end;
  if (block.opaque.some(({ kind, offset, value }) => kind === 'email' && isInside(offset) && !noReply.test(value))) return 3;
  const links = block.links.filter(({ span }) => isInside(span.start));
  if (links.some(({ target }) => contactTarget.test(target) && !noReply.test(target.slice(target.indexOf(':') + 1)))) return 3;
  if (!isAskingByLink) return 0;
  return links.length > 0 || block.opaque.some(({ kind, offset }) => kind === 'url' && isInside(offset)) ? 2 : 0;
}
