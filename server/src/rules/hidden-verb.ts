import { z } from 'zod';
import type { Term } from '../glossary/glossary.js';
import type { TermMatch } from '../glossary/match.js';
import { OPAQUE } from '../model/block.js';
import { inflect } from '../text/inflection.js';
import { splitWords } from '../text/words.js';
import { type BlockAnalysis, isJudged, isQuoted } from './analysis.js';
import { allKinds, defineBlockRule, type TextSuggestion } from './define-rule.js';
import { findHiddenVerbs, type HiddenVerbMatch } from './hidden-verb-patterns.js';
import { isInName } from './names.js';
import { suggestReplacements } from './replacement/replace.js';

export default defineBlockRule({
  meta: {
    id: 'hidden-verb',
    title: 'A verb hidden in a noun',
    category: 'plain words',
    why: 'A verb says who does what. Wrapped in a noun it needs three more words and says less.',
    severity: 'info',
    kinds: allKinds,
    examples: {
      bad: [
        'We will ‹conduct an evaluation of› the trial.',
        'They ‹carried out a test of› the backup.',
        'We will ‹conduct a thorough review of› the plan.',
        'Nobody ‹made any changes to› your files.',
      ],
      good: ['We will evaluate the trial.', 'He wrote “make changes to” twice.', 'We make changes to save time.', 'The evaluation of the trial is done.'],
      fixed: {
        'We will conduct an evaluation of the trial.': 'We will evaluate the trial.',
        'They carried out a test of the backup.': 'They tested the backup.',
      },
    },
  },
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Phrases to leave alone, as in “make changes to”.'),
  }),
  *check({ block, analysis, language, options }) {
    if (block.quoted) return;
    const allowed = new Set(options.allow.map(normalise));
    for (const hidden of findHiddenVerbs(block.text, analysis.words)) {
      const match = toTermMatch(hidden, analysis);
      if (allowed.has(normalise(hidden.phrase)) || isQuoted(analysis, match.span) || isInName(block.text, analysis, match) || isJudged(analysis, match.span))
        continue;
      if (isDoneByOthers(hidden, analysis) || !hasObject(block.text, hidden, analysis) || isCausative(block.text, hidden, analysis)) continue;
      const written = block.text.slice(match.span.start, match.span.end).replace(/\s+/g, ' ');
      const offered = suggestReplacements({ text: block.text, analysis, match, language }, [hidden.verb], hidden.isExact).map((suggestion) =>
        withAdverb(suggestion, hidden),
      );
      yield {
        span: match.span,
        message: `“${written}” hides its verb: try “${offered[0]?.edits[0]?.text ?? hidden.verb}”.`,
        term: hidden.phrase,
        // A number, or an adjective that makes no adverb, would be lost: there the writer knows best.
        suggestions: hidden.losesWords ? [] : offered,
      };
    }
  },
});

/** The same key for “make a change to” and “making the changes to”. */
function normalise(phrase: string): string {
  const text = phrase.toLowerCase();
  return findHiddenVerbs(text, splitWords(text))[0]?.phrase.replace(/ an? /, ' ') ?? text;
}

function toTermMatch({ phrase, verb, inflection, firstWord, lastWord }: HiddenVerbMatch, { words }: BlockAnalysis): TermMatch {
  const term: Term = {
    term: phrase,
    partOfSpeech: 'verb',
    replacements: [verb],
    policy: 'replace',
    status: 'approved',
    caseSensitive: false,
    glossary: 'hidden verbs',
    bundled: true,
  };
  return { term, partOfSpeech: 'verb', inflection, span: { start: words[firstWord]?.start ?? 0, end: words[lastWord]?.end ?? 0 }, firstWord, lastWord };
}

/** “Review” with “thoroughly” before it, capitals included. */
function withAdverb(suggestion: TextSuggestion, { adverb = '' }: HiddenVerbMatch): TextSuggestion {
  if (adverb === '') return suggestion;
  const edits = suggestion.edits.map((edit) => {
    const isCapital = /^\p{Lu}/u.test(edit.text);
    const first = isCapital ? adverb.charAt(0).toUpperCase() + adverb.slice(1) : adverb;
    return { ...edit, text: `${first} ${isCapital ? edit.text.charAt(0).toLowerCase() + edit.text.slice(1) : edit.text}` };
  });
  return { ...suggestion, title: `Use “${edits[0]?.text ?? ''}”`, edits };
}

const skipped = /^(?:not|also|already|always|never|now|still|just|recently|since|yet|all|both|\w+ly)$/;

/** “The team was given approval to” and “staff given approval to” are passive: the verb would have another subject. */
function isDoneByOthers({ firstWord, inflection, phrase }: HiddenVerbMatch, { words }: BlockAnalysis): boolean {
  if (inflection !== 'past' && inflection !== 'pastParticiple') return false;
  let index = firstWord - 1;
  while (index >= 0 && skipped.test(words[index]?.key ?? '')) index--;
  const before = words[index]?.key ?? '';
  if (/^(?:am|is|are|was|were|be|been|being|get|gets|got|isn't|aren't|wasn't|weren't)$/.test(before)) return true;
  const isParticipleOnly = inflect(phrase, 'verb', 'past') !== inflect(phrase, 'verb', 'pastParticiple') && inflection === 'pastParticiple';
  return isParticipleOnly && !/^(?:has|have|had|having|hasn't|haven't|hadn't|\w+'(?:ve|d)|and|or)$/.test(before);
}

const outcomes =
  /^(?:easy|hard|easier|harder|possible|impossible|simpler|difficult|faster|slower|smoother|clearer|safer|better|worse|cheaper|visible|public|permanent|more|less|unnecessary|necessary)$/;

/** “It makes changes to the form harder” does not change the form. */
function isCausative(text: string, { phrase, lastWord }: HiddenVerbMatch, { words }: BlockAnalysis): boolean {
  if (!phrase.startsWith('make ')) return false;
  for (let index = lastWord + 1; index < Math.min(words.length, lastWord + 10); index++) {
    const gap = text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? 0);
    const key = words[index]?.key ?? '';
    if (!/^\s*[-"“”]?$/.test(gap) || /^(?:to|that|which|who|so|and|or|but|if|when|because|by|for|in|on|with|the)$/.test(key)) {
      if (index > lastWord + 1) return false;
    }
    if (index > lastWord + 1 && outcomes.test(key))
      return !/^\p{L}/u.test(text.slice(words[index]?.end ?? 0).trimStart()) || outcomesFollow.test(words[index + 1]?.key ?? '');
  }
  return false;
}

/** What may follow an outcome, where a noun would make it part of the object: “harder for us”, not “better forms”. */
const outcomesFollow = /^(?:for|to|than|and|or|if|when|by|in|on|at|confusing|difficult|complicated|visible|likely|again)$/;

const nounStarts =
  /^(?:the|an?|this|that|these|those|my|your|his|her|its|our|their|all|some|any|every|each|both|it|them|us|him|me|you|how|what|which|who|whether|where|why|one|two|three)$/;
const times =
  /^(?:\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|time|behalf|average|demand|request|order|general|particular|advance|addition|turn|case|early|late|mid|next|last|spring|summer|autumn|winter)$/;

/**
 * Whether what follows is what the verb acts on. “Changes to the form” changes it, “changes to save time” may not; “checks on
 * the server” checks it, “checks on Friday” do not. What is not clearly a noun is left alone.
 */
function hasObject(text: string, { verb, lastWord }: HiddenVerbMatch, { words }: BlockAnalysis): boolean {
  const follower = words[lastWord];
  const next = words[lastWord + 1];
  if (follower === undefined) return false;
  const keepsFollower = verb.endsWith(` ${follower.key}`);
  const gap = text.slice(follower.end, next?.start ?? text.length);
  // Code and addresses are things.
  if (gap.trimStart().startsWith(OPAQUE)) return true;
  if (next === undefined || !/^\s+["“‘'(]?$/.test(gap)) return false;
  // “A decision that helps” is not “decide that”.
  if (follower.key === 'that') return nounStarts.test(next.key) || /^(?:we|they|he|she|i|there)$/.test(next.key);
  // “Place an order for us” orders something else.
  if (follower.key === 'for' && /^(?:you|us|me|him|her|them|yourself|themselves|ourselves)$/.test(next.key)) return false;
  // “Backed up it” is no English.
  if (verb === 'back up' && /^(?:it|them)$/.test(next.key)) return false;
  if (keepsFollower) return true;
  if (times.test(next.key) && !(follower.key === 'of' && /^\d/.test(next.key))) return false;
  if (follower.key !== 'to') return true;
  return nounStarts.test(next.key) || (/[^s]s$/.test(next.key) && !/(?:us|is)$/.test(next.key)) || /^\p{Lu}/u.test(next.value);
}
