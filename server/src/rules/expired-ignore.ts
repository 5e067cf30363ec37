import { z } from 'zod';
import { allKinds, defineUpkeepRule } from './define-rule.js';

export default defineUpkeepRule({
  meta: {
    id: 'expired-ignore',
    title: 'An ignore that has run out',
    category: 'upkeep',
    why: 'An end date is a promise to look again.',
    severity: 'warning',
    kinds: allKinds,
    examples: {
      bad: ['‹<!-- liaison-ignore-next-line jargon: until 2025-01-31: the portal is renamed by then -->›\nWe leverage the portal.'],
      good: ['<!-- liaison-ignore-next-line jargon: until 2099-01-31: the portal is renamed by then -->\nWe leverage the portal.'],
    },
  },
  options: z.strictObject({}),
  *check({ ignores }) {
    for (const { directive, isExpired } of ignores) {
      if (isExpired) yield { span: directive.span, message: `This ignore ran out on ${directive.until}: mend what it hid, or give it a new date.` };
    }
  },
});
