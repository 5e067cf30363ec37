import { z } from 'zod';
import { TermAutomaton } from '../glossary/compile.js';
import type { Term } from '../glossary/glossary.js';
import { matchTerms, type TermMatch } from '../glossary/match.js';
import { type BlockAnalysis, isJudged, isPartOfName, isQuoted } from './analysis.js';
import { allKinds, defineBlockRule } from './define-rule.js';
import { suggestReplacements } from './replacement.js';

/** Phrases that wrap a verb in a noun, and the verb. Both are given as lemmas and take the form that the text needs. */
const hiddenVerbs: Readonly<Record<string, string>> = {
  'achieve a reduction in': 'reduce',
  'achieve an improvement in': 'improve',
  'carry out a check of': 'check',
  'carry out a review of': 'review',
  'carry out a test of': 'test',
  'carry out an analysis of': 'analyse',
  'carry out an assessment of': 'assess',
  'carry out an evaluation of': 'evaluate',
  'carry out an installation of': 'install',
  'carry out an investigation into': 'investigate',
  'carry out checks on': 'check',
  'carry out maintenance on': 'maintain',
  'carry out testing of': 'test',
  'come to a conclusion': 'conclude',
  'come to a decision on': 'decide on',
  'conduct a review of': 'review',
  'conduct a survey of': 'survey',
  'conduct a test of': 'test',
  'conduct an analysis of': 'analyse',
  'conduct an assessment of': 'assess',
  'conduct an evaluation of': 'evaluate',
  'conduct an investigation into': 'investigate',
  'do a review of': 'review',
  'do an analysis of': 'analyse',
  'give an explanation of': 'explain',
  'give approval to': 'approve',
  'give consideration to': 'consider',
  'have a discussion about': 'discuss',
  'have an effect on': 'affect',
  'have an impact on': 'affect',
  'hold a discussion about': 'discuss',
  'hold a discussion on': 'discuss',
  'issue an invitation to': 'invite',
  'make a choice between': 'choose between',
  'make a comparison between': 'compare',
  'make a comparison of': 'compare',
  'make a contribution to': 'contribute to',
  'make a decision about': 'decide about',
  'make a decision on': 'decide on',
  'make a decision to': 'decide to',
  'make a recommendation that': 'recommend that',
  'make a request for': 'ask for',
  'make an announcement about': 'announce',
  'make an application for': 'apply for',
  'make an assessment of': 'assess',
  'make an attempt to': 'try to',
  'make an effort to': 'try to',
  'make an improvement to': 'improve',
  'make changes to': 'change',
  'make improvements to': 'improve',
  'make modifications to': 'change',
  'make reference to': 'refer to',
  'offer an apology for': 'apologise for',
  'perform a restart of': 'restart',
  'perform a review of': 'review',
  'perform a test of': 'test',
  'perform an analysis of': 'analyse',
  'perform an assessment of': 'assess',
  'perform an evaluation of': 'evaluate',
  'perform an installation of': 'install',
  'perform an upgrade of': 'upgrade',
  'perform maintenance on': 'maintain',
  'place an order for': 'order',
  'provide a description of': 'describe',
  'provide a summary of': 'summarise',
  'provide an explanation of': 'explain',
  'provide an overview of': 'outline',
  'reach a conclusion': 'conclude',
  'reach a decision on': 'decide on',
  'reach an agreement on': 'agree on',
  'send a notification to': 'notify',
  'take into consideration': 'consider',
  'undertake a review of': 'review',
  'undertake an analysis of': 'analyse',
  'undertake an assessment of': 'assess',
  'undertake an investigation into': 'investigate',
};

const automaton = new TermAutomaton([
  {
    name: 'hidden verbs',
    terms: Object.entries(hiddenVerbs).map(
      ([term, verb]): Term => ({
        term,
        partOfSpeech: 'verb',
        replacements: [verb],
        policy: 'replace',
        status: 'approved',
        caseSensitive: false,
        glossary: 'hidden verbs',
        bundled: true,
      }),
    ),
  },
]);

export default defineBlockRule({
  meta: {
    id: 'hidden-verb',
    title: 'A verb hidden in a noun',
    category: 'plain words',
    why: 'A verb says who does what. Wrapped in a noun it needs three more words and says less.',
    severity: 'info',
    kinds: allKinds,
    examples: {
      bad: ['We will ‹conduct an evaluation of› the trial.', 'They ‹carried out a test of› the backup.'],
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
    const allowed = new Set(options.allow.map((phrase) => phrase.toLowerCase()));
    for (const match of matchTerms(automaton, block.text, analysis.words).terms) {
      const phrase = match.term.term;
      if (allowed.has(phrase) || isQuoted(analysis, match.span) || isPartOfName(analysis, match) || isJudged(analysis, match.span)) continue;
      if (isBeforeVerb(phrase, match, analysis)) continue;
      const written = block.text.slice(match.span.start, match.span.end);
      const suggestions = suggestReplacements({ text: block.text, analysis, match, language }, match.term.replacements ?? [], true);
      yield { span: match.span, message: `“${written}” hides its verb: try “${suggestions[0]?.edits[0]?.text ?? ''}”.`, term: phrase, suggestions };
    }
  },
});

const determiner = /^(?:the|an?|this|that|these|those|my|your|his|her|its|our|their|all|some|any|every|each|both)$/;

/** “We make changes to the form” changes it; “we make changes to save time” may not. What is not clearly a noun is left alone. */
function isBeforeVerb(phrase: string, { term, lastWord }: TermMatch, { words }: BlockAnalysis): boolean {
  const keepsTo = term.replacements?.[0]?.endsWith(' to') === true;
  return phrase.endsWith(' to') && !keepsTo && !determiner.test(words[lastWord + 1]?.key ?? '');
}
