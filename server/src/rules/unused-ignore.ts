import { z } from 'zod';
import { findSimilar } from '../text/similar.js';
import { allKinds, defineUpkeepRule } from './define-rule.js';

export default defineUpkeepRule({
  meta: {
    id: 'unused-ignore',
    title: 'An ignore that does nothing',
    category: 'upkeep',
    why: 'An ignore that hides nothing, or gives no reason, misleads whoever edits the message next.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: [
        '‹<!-- liaison-ignore-next-line jargon: the name of a product -->›\nWe use the portal.',
        '‹<!-- liaison-ignore-next-line jargon -->›\nWe leverage the portal.',
      ],
      good: ['<!-- liaison-ignore-next-line jargon: the name of a product -->\nWe leverage the portal.'],
    },
  },
  options: z.strictObject({}),
  *check({ ignores, ranRules, ruleIds }) {
    for (const { directive, hidFindings, isExpired } of ignores) {
      const { span, rules, reason } = directive;
      if (rules.length === 0) {
        yield { span, message: 'This ignore names no rule, so it hides nothing: name one, as in “liaison-ignore jargon: why”.' };
        continue;
      }
      const unknown = rules.find((rule) => !ruleIds.includes(rule));
      if (unknown !== undefined) {
        const similar = findSimilar(unknown, ruleIds);
        yield { span, message: `There is no rule “${unknown}” to ignore${similar === undefined ? '.' : `: did you mean “${similar}”?`}` };
      } else if (reason === '') {
        yield { span, message: 'This ignore gives no reason, so it hides nothing: write why after a colon.' };
      } else if (!hidFindings && !isExpired && rules.every((rule) => ranRules.has(rule))) {
        yield { span, message: 'This ignore hides nothing: remove it.' };
      }
    }
  },
});
