import { z } from 'zod';
import { findOverlapping, itself, type Span } from '../model/span.js';
import { isEverydayAcronym } from '../text/acronyms.js';
import { inflect } from '../text/inflection.js';
import { isPlural } from '../text/number.js';
import { isEverydayWord } from '../text/retext-bridge.js';
import { isQuoted } from './analysis.js';
import { allKinds, defineMessageRule, type TextSuggestion } from './define-rule.js';
import { fitToText } from './replacement/replace.js';

export default defineMessageRule({
  meta: {
    id: 'undefined-acronym',
    title: 'Acronyms that are never spelled out',
    category: 'jargon',
    why: 'An acronym is a word that only insiders know. Spelled out once, it works for everybody.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: ['Sign in with ‹SSO› from Monday.'],
      good: ['Sign in with single sign-on (SSO) from Monday. SSO saves time.', 'Sign in with SSO (single sign-on) from Monday.', 'Please read the PDF.'],
    },
  },
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Acronyms that all your readers know.'),
  }),
  *check({ blocks, automaton, audience, language, options }) {
    const allowed = new Set(options.allow.map((acronym) => acronym.toUpperCase()));
    const settled = new Set<string>();
    const defined = new Set(blocks.flatMap(({ analysis }) => analysis.acronyms.filter(({ isDefined }) => isDefined).map(({ value }) => value)));
    for (const { block, analysis } of blocks) {
      for (const acronym of analysis.acronyms) {
        if (acronym.isDefined) settled.add(acronym.value);
        if (settled.has(acronym.value) || allowed.has(acronym.value)) continue;
        // A heading is too short to spell things out: the text below it does.
        if (findOverlapping(analysis.exceptions, acronym, itself) !== undefined) continue;
        if (block.kind === 'heading' || block.quoted || isQuoted(analysis, acronym)) continue;
        const match = findOverlapping(analysis.matches, acronym, (candidate) => candidate.span);
        if (match !== undefined && match.term.policy !== 'expand') continue;
        const term = match?.term ?? automaton.terms.get(acronym.value.toLowerCase());
        if (term !== undefined && (term.policy !== 'expand' || audience.knows(term.term, term.domain, term.knownTo))) continue;
        if (term === undefined && (isEverydayAcronym(acronym.value) || audience.knows(acronym.value) || isShoutedWord(acronym.value))) continue;
        settled.add(acronym.value);
        const expansion = term?.expansion;
        if (term === undefined || expansion === undefined || match === undefined) {
          yield { block, span: acronym, message: `Readers may not know “${acronym.value}”: spell it out where you first use it.` };
          continue;
        }
        const isDefinedLater = defined.has(acronym.value);
        const doubt = isDefinedLater ? 'it is spelled out further down' : findDoubt(block.text, acronym, expansion);
        const spelledOut = `${acronym.isPlural && !isPlural(expansion) ? inflect(expansion, 'noun', 'plural') : expansion} (${block.text.slice(acronym.start, acronym.end)})`;
        const suggestion: TextSuggestion = {
          title: `Spell it out: “${spelledOut}”${doubt === undefined ? '' : ` (check it: ${doubt})`}`,
          // The same letters mean different things in different places; an organisation's own glossary knows which.
          safety: term.bundled || doubt !== undefined ? 'review' : 'safe',
          edits: [fitToText({ text: block.text, analysis, match, language }, spelledOut)],
        };
        yield {
          block,
          span: acronym,
          message: isDefinedLater
            ? `“${acronym.value}” is spelled out only further down: do it here, where you first use it.`
            : `Readers may not know “${acronym.value}”: spell it out as “${expansion} (${acronym.value})”.`,
          term: term.term,
          glossary: term.glossary,
          // Half of `UI/UX` or of `SSO-enabled` cannot be spelled out by itself.
          suggestions: /[-/]/.test(block.text.charAt(acronym.start - 1) + block.text.charAt(acronym.end)) ? [] : [suggestion],
          ...(term.severity === undefined ? {} : { severity: term.severity }),
        };
      }
    }
  },
});

/** Why the words and their brackets would not read well here. */
function findDoubt(text: string, { start, end }: Span, expansion: string): string | undefined {
  const after = text.slice(end, end + 40);
  if (/^['’]/.test(after)) return 'a possessive follows';
  if (/[([][^)\]]*$/.test(text.slice(Math.max(0, start - 80), start))) return 'it stands in brackets';
  if (/^\s*[([]/.test(after)) return 'brackets follow';
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  // “An OTP password”, “the SLA agreements”
  const last = expansion.split(/[\s-]/).at(-1)?.toLowerCase() ?? '';
  const follows = text.slice(0, start).trimEnd().toLowerCase().endsWith(expansion.toLowerCase());
  return follows || next === last || next === inflect(last, 'noun', 'plural') ? 'a word would stand twice' : undefined;
}

const longestUnknown = 5;

/** Capitals that no glossary knows and that are a word, or too long for an acronym: somebody raises their voice, or names a file. */
function isShoutedWord(value: string): boolean {
  return value.length > longestUnknown || isEverydayWord(value.toLowerCase());
}
