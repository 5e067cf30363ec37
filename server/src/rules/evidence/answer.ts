import type { Span } from '../../model/span.js';
import type { AnalysedBlock } from '../define-rule.js';
import { hasGap } from '../gaps.js';
import { findBestSentence, keepBySentence, type PlacedSentence } from '../sentence-search.js';

/** A question that wants no answer, or that the message answers itself. */
const rhetorical =
  /^\W*(?:(?:is|are|was|were|do|does|did|has|have|wo|would|could|should|ca)n[’']t\b|(?:is|are|was|were) (?:not|we|it not|there)\b|are we\b|why (?:not|wait|now|this|are we|do we|is)\b|who (?:would|wouldn|could|doesn|knew|knows|has not|hasn|said)\b|did you know|have you (?:ever )?(?:heard|noticed|wondered)|(?:any|got|have|more) (?:\p{L}+ )?questions|questions|problems|trouble|sound (?:good|familiar)|ready|excited|curious|what(?:[’']s| is) (?:new|next|it|this|the|changing|happening|in it)|what happens|how (?:does|will) (?:it|this)|when (?:does|will|is)|need (?:help|more)|want to know more|something (?:broken|wrong)|wondering|stuck|not in town)\b/iu;
/** The writer speaks for the reader: “What do I need to do?” */
const ofReader = /\b(?:I|my|me)\b/u;
/** Words of a question that asks for something to be told. */
const question = /\b(?:or|you|your|yours|which|what|how|should|would|where|who)\b/iu;
/** The question is put to the reader. */
const toReader = /\b(?:you|your|yours|which|should we|should the|would|better|rather|prefer|keep|mornings? or|or (?:in|at|on|by|under|with|an?|the|not))\b/iu;
/** A way in which readers can make themselves heard. */
const invitation =
  /\b(?:tell (?:us|me)|let (?:us|me) (?:know|have)|vote|answer(?: with)?|(?<!\bin )reply|send (?:us|me|it|them|your|in)|write (?:to us|it|them|your)|tap your|drop (?:a|it|your|us|in)|put (?:a|your (?!name)|it|them)|pick (?:one|your)|choose (?:one|between)|comment|add (?:yours|your|it)|take (?:part|the (?:survey|poll))|fill in the (?:survey|poll|questionnaire|form)|have your say|survey|poll|questionnaire|suggestion box|ideas? (?:to|at|in)|count hands|your (?:views?|thoughts?|ideas?|feedback|comments?|votes?|answers?|opinions?|suggestions?)|raise (?:it|them|your)|speak up|grab me|scribble|one line to|cross out|say (?:yes|no|so)|nominate|volunteer|or shout|shoot holes|pull request|mark (?:it|them) up)\b/iu;
/** Where an answer goes: a place, an address, a channel, a time to come by. */
const way =
  /\ufffc|@|#\p{L}|\b(?:reply|below|this (?:message|e-?mail|page|post|thread|poll|survey)|that page|the (?:tile|box|jar|jars|channel|form|poll|survey|thread|page|bar|board|wall|poster|link|button|meeting|workshop|session|editor|team)|on \d{3,}|ext(?:ension)?\.? ?\d|room|hall|theatre|hatch|jars?|box|union|canteen|reception|counts)\b|\b\d{1,2}[:.]\d\d\b|\b(?:mon|tues|wednes|thurs|fri)day\b/iu;
/** Something to come to. */
const gathering =
  /\b(?:join (?:us|the)|come (?:to|along|and)|bring (?:the|your|one|a)|meet(?:ing)? (?:us|to|on|at)|workshop|session|drop in|discuss(?:ion)?)\b/iu;
/** What makes a gathering one at which readers are heard. */
const opinion =
  /\b(?:ideas?|views?|opinions?|feedback|discuss\p{L}*|decid\p{L}+|shape|argue|votes?|your say|hear (?:from )?you|red pens?|workshop|suggestions?|what you (?:think|want|need|would)|cross out|design (?:it )?with|questions for)\b/iu;
/** We say that we would love it; nobody says how. */
const vague = /\b(?:we (?:love|look forward|want|welcome|value|appreciate)|our doors?|stay in|join the conversation|be part of|on board|journey)\b/iu;

/** The sentence that asks readers something and says how to answer, or invites them to say what they think. */
export function findAnswer(blocks: readonly AnalysedBlock[]): Span | undefined {
  return findBestSentence(blocks, scoreAnswer, 5);
}

const measureAnswer = keepBySentence(({ text, block }) => ({
  hasGap: hasGap(text),
  isQuestion: block.kind !== 'heading' && isQuestion(text),
  mayInvite: !text.trimEnd().endsWith('?') && !vague.test(text),
  isInviting: invitation.test(text),
  isGathering: gathering.test(text),
  isAboutOpinion: opinion.test(text),
  hasWay: way.test(text),
}));

function scoreAnswer(placed: PlacedSentence, index: number, all: readonly PlacedSentence[]): number {
  const measured = measureAnswer(placed);
  if (measured.hasGap) return 0;
  if (measured.isQuestion) {
    const answers = all.slice(index + 1, index + 4).filter((next) => !measureAnswer(next).isQuestion);
    return answers.some((next) => isInvitation(next, [placed, next])) ? 5 : 2;
  }
  const around = all.slice(Math.max(0, index - 1), index + 2);
  return placed.block.kind !== 'heading' && isInvitation(placed, around) ? 3 : 0;
}

function isQuestion(text: string): boolean {
  if (!text.trimEnd().endsWith('?')) return false;
  return !rhetorical.test(text) && !ofReader.test(text) && question.test(text) && toReader.test(text);
}

/** Whether the sentence invites readers to answer and says how. A gathering is such a way when those `around` it speak of opinions. */
function isInvitation(placed: PlacedSentence, around: readonly PlacedSentence[]): boolean {
  const { mayInvite, isInviting, isGathering, hasWay } = measureAnswer(placed);
  if (!mayInvite || !(isInviting || (isGathering && around.some((other) => measureAnswer(other).isAboutOpinion)))) return false;
  const { block, sentence } = placed;
  return hasWay || block.links.some(({ span }) => sentence.start <= span.start && span.start < sentence.end);
}
