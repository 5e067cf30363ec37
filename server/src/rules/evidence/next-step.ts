import type { Span } from '../../model/span.js';
import type { MessageContext } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence } from '../sentence-search.js';
import { anyOf } from './any-of.js';

// Verbs that open a request to the reader. At the start of a sentence these can hardly be anything else.
const verbs =
  "accept|add|adjust|allow|answer|apply|arrange|ask|attach|attend|avoid|back up|bear|bin|book|borrow|bring|carry|catch|check|choose|clear|click|collect|come|compare|complete|confirm|connect|cross(?! referenc| team| function)|decide|delete|disconnect|do not|don[’']t|never|download|enter|ensure|export|fill|find|finish|follow|forward|get|give|go|grab|hand|have|hold|import|install|invite|join|keep|leave|let|log|look|make|mention|move|name|nominate|pass|paste|pay|pick|place|please|pop|prepare|press|print|propose|pull|push|put|raise|read|refresh|register|remember|remove|rename|renew|reply|reset|respond|restart|return|rsvp|save|scan|scribble|see|select|send|set|share|show|shut|sign|sit|sort|speak|stay|stick|stop|store|submit|swap|switch|take|talk|tap|tell|throw|tick|try|turn|type|unplug|upload|visit|vote|wait|walk|watch|wear|write";
// These name things as often: “Change of plan”, “Use is free”.
const nouns =
  'block|call|change|close|contact|copy|create|drop|email|exchange|lock|mark|note|phone|plan|record|replace|report|request|review|ring|start|step|test|update|use';
/** “Change is hard” and “print team” ask nothing. */
const notAfterVerb = "(?!\\s+(?:is|are|was|were|will|has|have|had|team|centre|center|of)\\b|[’'-])";
/** A word that may be a noun asks for something when it has an object. */
const objectAfterNoun =
  '(?=\\s+(?:the|your|yours|a|an|it|this|that|them|these|those|all|any|each|every|one|our|us|me|up|out|with|only|now|both|another|\\d|["“*_]))';
/** An order, as it stands at the start of a clause. */
const imperative = `(?:(?:${verbs})\\b${notAfterVerb}|(?:${nouns})\\b${objectAfterNoun}|open\\b(?!\\s+(?:issues?\\b|source|data|house|office|day|to|for|until|from|on|at|daily|all|seven|\\d))|work (?:at|from|through)\\b)`;
/** The sentence opens with an order. */
const opening = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:\\d{1,2}[.)]\\s*)?(?:(?:and|but|so|or|then|next|now|first|second|third|finally|also|just|simply|instead|otherwise|afterwards|until then|before then|for now|meanwhile|in the meantime|for the time being)[,:]?\\s+)*(?:please\\s+)?${imperative}`,
  'iu',
);
/** The order follows a condition or a day: “If you use it, save your work”. */
const afterCondition = new RegExp(
  `^[^\\p{L}]*(?:if|when|whenever|once|before|after|until|to|by|on|from|for|at|in|with|as soon as|as of)\\b[^.!?]*?[,:]\\s+(?:please\\s+)?${imperative}|^[^\\p{L}]*(?:from|by|before|after|on|until)\\s+[^,.!?]{3,50}\\s+(?:please\\s+)?(?:send|use|apply|sign|book|log|enter|register|go|check|bring|submit)\\b`,
  'iu',
);
/** The reader is asked or has to. */
const mustDo = anyOf(
  /\bplease\b/iu,
  /\byou(?:[’']ll)?(?:\s+(?:will|may|might|also|all|each|first|then|still|only|both|do|just|now|therefore))*\s+(?:(?:need|have|ought)\s+(?:only\s+)?to\b|need only\b|must\b|should\b)\s+(?!know\b|be aware\b|(?:still |also |now )?(?:be|have|find|see|notice|expect|get|receive|worry|understand|hear)\b)/iu,
  /\bwe\s+(?:ask|need|would like|want|invite|encourage|urge)\s+(?:you|everyone|everybody|all|each|anyone|staff)(?: all)? to\b/iu,
  /\b(?:all|every(?:one|body)|anyone|staff|users|managers|teams|colleagues|students|teachers|those concerned|customers|members|developers|applicants|maintainers|instructors|authors|agencies|clients|owners|people|each\s+\w+)\s+(?:(?!are\b|is\b|to\b|the\b|no\b|who\b|that\b)\p{L}+\s+){0,3}(?:(?:must|should|need to|needs to|has to|have to)\s+(?!know\b|be aware\b)|may look\b|(?:is|are) (?:asked|requested|invited|required|reminded)\b)/iu,
  /\b(?:must|should|has to|have to|needs to|need to) (?:therefore )?(?:be (?:in|sent|submitted|returned|raised|completed|filled|handed|booked|made|received|done|registered|moved|saved|cleared|with)|reach (?:me|us))\b/iu,
  /\byou(?:\s+are|[’']re)?\s+(?:asked|invited|requested|required|reminded)\s+to\b/iu,
  /\ball you (?:have|need) to do\b/iu,
);
/** The reader may. */
const offer =
  /\byou(?:\s+(?:will|may|also|now|still|then))*\s+(?:can|could|may)\s+(?:(?:now|also|still|either|then|already)\s+)?(?:apply|ask|attend|bring|book|choose|claim|collect|come|download|drop|find out|get|go|join|pick|register|reply|request|reserve|restage|restart|see|send|share|sign|submit|take part|tell|try|use|vote|watch|write)\b/iu;
/** Nothing is asked. */
const nothingToDo = anyOf(
  /\bno\s+(?:further\s+|other\s+|user\s+)?action\b/iu,
  /\bnothing\s+(?:\p{L}+\s+){0,4}?(?:to\s+(?:\p{L}+\s+)?(?:do|install|set|set up|turn on|switch on|change|sign|book|download|learn|fill)|(?:you |that )?(?:need|have)[\s\p{L}]{0,12}do|is (?:needed|required|asked|expected)|(?:changes?|will change|is changing) for\b)/iu,
  /\b(?:you|nobody|no one|teams?|they|staff|users|there)\b[^.!?]{0,30}?\b(?:do not|don[’']t|won[’']t|will not|does not|doesn[’']t|need not|needn[’']t|is no|[’']s no)\s+(?:need|have)?(?:\s+to)?\s*(?:do|change|install|ask|lift|take)\b[^.!?]{0,20}\b(?:any\w*|a thing|nothing|for|finger|step|steps|action)\b/iu,
  /\b(?:nobody|no one|no other person|no user|no member of staff) (?:needs?|has|have)(?: to)? (?:do|take|lift|change|install|act)\b/iu,
  /\b(?:you |staff |users )?need (?:not )?do (?:nothing|anything)\b/iu,
  /\bfor (?:your )?information only\b/iu,
  /\bno need (?:to|for)\b/iu,
  /\bdo nothing\b/iu,
  /\b(?:carry|go|keep) on (?:as (?:usual|before|normal|you)|working|using|doing|with what)/iu,
  /\bbusiness as usual\b/iu,
  /\bdecision (?:wanted|needed)[^.]*\bnone\b/iu,
  /\b(?:you|staff) (?:are not|aren[’']t) (?:asked|required|expected) to\b/iu,
  /\b(?:nothing|no \w+) (?:is )?(?:needed|required) (?:from|of|by|on) (?:you|your|users|staff)\b/iu,
);
/** What comes next in a status message. */
const nextInStatus =
  /^\W*(?:and )?next\b|\bnext\s+(?:steps?|week|month|sprint|phase|milestone|quarter|word|update|up)\b|\bwhat(?:[’']s| is| happens| comes)\s+next\b|\bby (?:then|our next)\b|\bwe(?:[’']ll| (?:will|plan to|are going to|aim to|expect to)|(?:[’']re| are) (?:now |still |currently )?(?:working (?:on|to)|investigating|looking into))\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december) we\b|\bfurther updates?\b/iu;

/** “**Please check once:** compare the label”, “the rest is easy: open the app”. */
const afterColon = new RegExp(`(?<!\\bsays)[:–—;]\\s+(?:please\\s+)?${imperative}(?=\\s+\\p{L})`, 'iu');
/** With a day it is the plainer. */
const byDay = /\b(?:by|before|until|no later than)\b/iu;
/** What a line or a section that says what to do is called. */
const labels =
  /^(?:(?:what|things?) (?:do |should |must |can |does )?(?:you|i|we|staff|they)?\s*(?:need to |have to |must |should |can )?(?:do|does)\b(?! (?:it|this|that|the|an?)\b)|your (?:part|turn|task|next)|(?:next|first) steps?|next\b|action|actions? (?:needed|required)|to ?do\b|do\b|steps?\b|how to\b|before (?:you|then|the)|please\b|outlook|what happens next|and then|decision (?:wanted|needed))/iu;
/** Under these labels as much is told as asked: “How to fix it”, “First step: collected the answers”. */
const looseLabels = /^(?:how to|(?:next|first) steps?|steps?)\b/iu;
/** It was done: “First step: collected the answers”. */
const toldAsDone = /^[^\p{L}]*(?:\p{L}+[^\p{L}]{1,3}){0,3}[:\s]\s*\p{L}+ed\b/u;
/** Headings of lists that tell what was done in the words of an order: “Add a search box (#12)”. */
const doneLabels =
  /\b(?:change ?logs?|(?:platform|facing|impacting|other|minor|internal|breaking|feature) changes|release notes?|releases?|added|fixed|fixes|removed|changed|deprecated|^\W*changes\W*$|highlights|accomplishments|achievements|initiatives|done|completed|upgrades?|bumps?)\b|\bv?\d+\.\d+/iu;
/** The numbers of a change log. */
const doneEntry = /#\d+|\bv?\d+\.\d+\.\d+|\b\d{2,5} - /u;
/** The reader is spoken to. */
const toYou = /\byour?\b|\bplease\b/iu;
/** Whom to ask is a part of its own, and reading on is no step. */
const asking =
  /^\W*(?:(?:please|or|and|also|just)[,\s]+)*(?:if|for|should|with|in case of|have|got|any)\b[^,:?!]{0,80}\b(?:questions?|quer(?:y|ies)|problems?|trouble|issues?|help|assistance|information|feedback|concerns?|wrong|broken|unsure|in doubt|know more|hear more|copy)\b|^\W*(?:please[,\s]+|or[,\s]+)?(?:contact|ring|call|phone|dial|text|email|e-mail|ask|write to|get in touch|speak to|reach out)\b(?![^.]*\b(?:by|before|until)\b)/iu;
/** Reading on is no step. */
const readingOn =
  /^\W*(?:please[,\s]+)?(?:read|find out|learn|see|hear|watch|look|click here|have a look|visit|check out|view|follow us|stay|keep|join us|meet|remember|imagine|thank|note|enjoy)\b[^.!?]{0,70}\b(?:more|below|above|details?|here|blog|post|page|website|site|attached|conversation|tuned|touch|in mind|that|us on|informed|eye)\b/iu;
/** “See the report” cites. */
const citing = /^\W*(?:see|read)\s+(?!that\b|to it\b|if\b)/iu;
/** Courtesies that sound like requests. */
const thanks =
  /\b(?:grab a (?:coffee|tea)|sit back|have a (?:great|good|nice|lovely))\b|\bplease (?:accept|bear with|join (?:me|us) in (?:thank|congrat|welcom)|feel free|do not hesitate|don[’']t hesitate)/iu;
/** “Could you please check?” asks for more than an answer. */
const politeRequest = /\b(?:can|could|would|will) you (?:all )?(?:please|kindly)\b/iu;
/** What stands in brackets or quotation marks is not asked of the reader. */
const aside = /\([^()]*\)|“[^”]*”|"[^"]*"/gu;
/** What only sounds like an offer. */
const appeal =
  /\b(?:could|can|would|might) (?:not|hardly|only|also|now|already|happily)\b|\byou (?:can|could|may) (?:expect|imagine|see (?:that|how|why|from)|also (?:read|find)|rest assured)\b/iu;

/** The sentence that asks something of the reader, or says that nothing is asked; in a status message also what comes next. */
export function findNextStep({ blocks, kind }: Pick<MessageContext<unknown>, 'blocks' | 'kind'>): Span | undefined {
  return findBestSentence(blocks, (placed) => scoreNextStep(placed, kind), 5);
}

const scoreNextStep = keepBySentence(({ block, text, label }, kind) => {
  if (hasGap(text)) return 0;
  if (nothingToDo.test(text)) return 4;
  const isLabelled = labels.test(label.trim());
  if (asking.test(text) || readingOn.test(text) || citing.test(text) || thanks.test(text)) return 0;
  // Headings name things rather than ask for them, so there only a plain request counts.
  if (block.kind === 'heading') return mustDo.test(text) && !text.trimEnd().endsWith('?') ? 1 : 0;
  if (text.trimEnd().endsWith('?')) return politeRequest.test(text) ? 4 : 0;
  if (isLabelled && !(looseLabels.test(label.trim()) && (toldAsDone.test(text) || !toYou.test(text)) && !opening.test(text) && !afterColon.test(text)))
    return 5;
  const own = text.replace(aside, ' ');
  const urgency = byDay.test(own) ? 0.5 : 0;
  if (mustDo.test(own)) return 4 + urgency;
  if (block.kind === 'list-item' && !toYou.test(text) && (doneLabels.test(label) || doneEntry.test(text))) return 0;
  if (opening.test(text) || afterCondition.test(text) || afterColon.test(text)) return 3 + urgency;
  if (offer.test(text) && !appeal.test(text)) return 2;
  return kind === 'status' && nextInStatus.test(text) ? 2 : 0;
});

/** Whether the sentence begins by asking something of the reader. */
export function opensWithRequest(text: string): boolean {
  return opening.test(text);
}
