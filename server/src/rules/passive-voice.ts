import { z } from 'zod';
import { OPAQUE } from '../model/block.js';
import { findOverlapping } from '../model/span.js';
import { findVerb, isPastParticiple } from '../text/participles.js';
import { findPassives, type Passive } from '../text/passive.js';
import { isAllCapitals, type Word } from '../text/words.js';
import { suggestActive } from './active-voice.js';
import { isQuoted } from './analysis.js';
import { allKinds, defineBlockRule } from './define-rule.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Participles that say how something is, whatever stands around them: nobody asks who interested us. */
const adjectives = set(`
  abandoned accustomed acquainted advanced affected affiliated aged aimed alarmed aligned amazed annoyed armed ashamed astonished aware balanced based beloved blessed
  bored born bound centred centered committed complicated concerned confused congested convinced crowded cursed dated dedicated delighted depressed detailed
  devoted disappointed doomed done dressed embarrassed engaged enlarged entitled equipped excited exhausted experienced fascinated finished focused focussed fond
  frustrated geared gifted gone hooked indebted honored honoured humbled impacted impressed inclined interested intended invested involved inspired jointed left limited located
  lost married meant misguided mistaken mixed motivated naked obliged obsessed occupied opposed oriented outdated overburdened overwhelmed overloaded packed pleased positioned prejudiced
  prepared privileged proportioned qualified related relieved resigned rooted rugged satisfied scared seated shocked situated skilled sophisticated sorry
  stressed stuck suited supposed surprised talented tempted thrilled tired trusted united varied versed worried wicked worn degraded disrupted delayed
  bottlenecked empowered excused faced staggered tailored tasked valued
`);

/** Participles that say how something is after “is”, “was” or “will be”, and what somebody does after “is being” or “has been”. */
const states = set(`
  allowed associated attached attended broken classed closed composed comprised connected dated enclosed enrolled expected forbidden headed hurt included integrated intended
  joined known licensed linked logged mapped needed open permitted populated prohibited reflected registered represented required structured subscribed surrounded
  tied wanted worded
`);

/** Participles that say how something is after “is” and “was”: “was scheduled for May”. “Will be scheduled” has somebody who does it. */
const factStates = set(`
  called crashed damaged disconnected excluded founded hidden listed locked named organised organized planned scheduled separated set shut signed split spread titled torn
`);

/** Participles that say how something is after “is” and “are” only: “was installed” has somebody who did it. */
const presentStates = set(`
  accepted assigned automated aggregated certified compensated drawn derived determined ended forced funded paid distributed available blocked booked built completed configured contained covered defined deprecated described designed detailed disabled displayed divided documented
  enabled encrypted exposed extended filled fixed found frozen given grouped guaranteed highlighted hosted housed implemented indicated installed laid led loaded
  maintained marked mentioned mounted noted numbered offset outlined paused postponed powered published reserved resolved restricted retired saved shown signed specified spelled spelt
  staffed stated stored stopped summarised summarized supported suspended targeted vetted wired written
`);

export default defineBlockRule({
  meta: {
    id: 'passive-voice',
    title: 'Nobody is named who does it',
    category: 'plain words',
    why: 'Readers want to know who acts: they, you or a machine. A passive verb leaves that open, and makes a promise sound like the weather.',
    severity: 'info',
    kinds: allKinds,
    examples: {
      bad: ['The portal ‹will be switched off› on Friday.', 'Your files ‹have been moved›.', 'Forms ‹must be returned› by Monday.', '‹Was the backup tested›?'],
      good: [
        'We will switch off the portal on Friday.',
        'The guide was written by the council.',
        'The office is closed on Sundays.',
        'She wrote “the portal will be switched off”.',
      ],
    },
  },
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Participles to leave alone, such as “published”.'),
  }),
  *check({ block, analysis, options }) {
    // A heading or a cell says things in short, without a subject to put in front.
    if (block.quoted || block.kind === 'heading' || block.kind === 'cell' || block.kind === 'caption') return;
    const allowed = new Set(options.allow.map((participle) => participle.toLowerCase()));
    for (const sentence of analysis.sentences) {
      if (isShouted(sentence.words)) continue;
      for (const passive of findPassives(block.text, sentence.words)) {
        if (allowed.has(passive.participle) || isState(passive, sentence.words) || isFragment(passive, sentence.words)) continue;
        if (isActorNamed(block.text, sentence.words, passive) || isQuoted(analysis, passive.span)) continue;
        // The organisation's own glossary has the first word on “is able to” and “it is recommended that”.
        const auxiliary = sentence.words[passive.auxiliary];
        if (auxiliary !== undefined && findOverlapping(analysis.matches, auxiliary, (match) => match.span) !== undefined) continue;
        const { message, suggestions } = suggestActive(block.text, sentence, passive);
        yield { span: passive.span, message, suggestions };
      }
    }
  },
});

function isShouted(words: readonly Word[]): boolean {
  return words.length > 2 && words.filter(({ value }) => isAllCapitals(value)).length > words.length / 2;
}

/** Whether the participle says how something is rather than what was done to it. */
function isState({ participle, frame, lastWord, particle }: Passive, words: readonly Word[]): boolean {
  if (adjectives.has(participle)) return true;
  // “unchanged” is no verb, “undone” and “unlocked” are.
  if (participle.startsWith('un') && findVerb(participle) === undefined && isPastParticiple(participle.slice(2))) return true;
  const next = words[lastWord + 1]?.key;
  if (participle === 'used' && next === 'to' && (frame === 'present' || frame === 'past' || frame === 'get')) return true;
  // “get lost” is what somebody becomes; “get replaced” is done to it.
  if (frame === 'get') return findVerb(participle) === undefined || getStates.has(participle);
  if (participle === 'made' && particle === 'up') return true;
  // “Sold out” is a state; “signed off” and “shut down” are done by somebody, “signed in” is not.
  if (participle === 'sold') return next === 'out';
  if (frame === 'present') return states.has(participle) || factStates.has(participle) || (presentStates.has(participle) && particle === undefined);
  if (particle !== undefined && particle !== 'in') return false;
  if (frame === 'past') return states.has(participle) || factStates.has(participle);
  return (frame === 'modal' || frame === 'infinitive' || frame === 'bare') && states.has(participle);
}

/** After “get” these are what somebody becomes: “get started”. */
const getStates = set('started involved stuck lost rid ready dressed paid used connected organised organized acquainted set vaccinated going');

/** Without a subject in front there is nothing to turn round: “To be confirmed.” */
function isFragment({ firstWord, frame, isQuestion }: Passive, words: readonly Word[]): boolean {
  if (isQuestion) return false;
  // “You’re asked to wait” has its subject in the same word.
  if (/^\p{L}+'(?:re|ve|ll|d|m)$/u.test(words[firstWord]?.key ?? '')) return false;
  const before = words[firstWord - 1]?.key ?? '';
  if (before === 'there' || words.slice(0, firstWord).every(({ key }) => fragmentStarts.test(key))) return true;
  // “Builds to be moved” says what they are for; “need to be moved” asks somebody to do it.
  if (frame === 'infinitive') return !asking.test(before);
  // “And be told”: the rest of another verb.
  return frame === 'bare' && continuing.test(before);
}

const fragmentStarts = /^(?:and|or|but|so|then|also|please|not|to|there)$/;
const asking = /^(?:needs?|needed|has|have|had|is|are|was|were|ought|going|due|likely)$/;
const continuing = /^(?:and|or|but|then|please|not|also|always|never|to|will|would|can|could|should|may|might|must|just|simply)$/;

const clauseStarts =
  /^(?:because|when|while|if|although|though|which|who|that|so|but|until|unless|where|since|after|before|will|is|are|was|were|has|have|had)$/;
const meansOrTime = set(`
  then now next late early mid noon midday midnight tomorrow today tonight email e post mail phone telephone letter text hand default mistake accident chance
  means way design nature using clicking monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer autumn fall winter christmas easter itself themselves themself far about approximately around roughly nearly almost half date name number type region area hand proxy sms fax bus train air road sea end close weekend week month year quarter consensus card cheque
`);

// “By hosting organisations” names who, “by hosting a party” says how; these mostly stand before a noun.
const groups =
  /^(?:hosting|participating|existing|leading|visiting|following|remaining|working|training|marketing|engineering|building|nursing|housing|planning|accounting|everything|anything|something)$/;

/** Whether “by” tells who does it: “by the council” does, “by Friday”, “by email” and “by clicking” don't. */
function isActorNamed(text: string, words: readonly Word[], { participle, lastWord }: Passive): boolean {
  for (let index = lastWord + 1; index < Math.min(words.length, lastWord + 14); index++) {
    const word = words[index];
    const previous = words[index - 1];
    if (word === undefined || previous === undefined || /[;:.!?()–—]/.test(text.slice(previous.end, word.start)) || clauseStarts.test(word.key)) return false;
    if (word.key !== 'by') continue;
    // “caused by missing fonts” names the cause, whatever its form.
    if (/^(?:caused|followed|triggered|prompted|driven)$/.test(participle)) return true;
    // Code or an address: a program did it.
    if (
      text
        .slice(word.end, word.end + 3)
        .trimStart()
        .startsWith(OPAQUE)
    )
      return true;
    let at = index + 1;
    while (/^(?:the|a|an|this|that|end|close|mid|early|late|all|any|some)$/.test(words[at]?.key ?? '')) {
      if (/^(?:end|close)$/.test(words[at]?.key ?? '')) return false;
      at++;
    }
    const actor = words[at]?.key ?? '';
    const isGerund = actor.endsWith('ing') && !groups.test(actor);
    if (!meansOrTime.has(actor) && !isGerund && !/^\d/.test(actor) && !/^\s*[£$€]/.test(text.slice(word.end, word.end + 3))) return true;
  }
  return false;
}
