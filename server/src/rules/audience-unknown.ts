import { z } from 'zod';
import { findSimilar } from '../text/similar.js';
import { allKinds, defineMessageRule } from './define-rule.js';

export default defineMessageRule({
  meta: {
    id: 'audience-unknown',
    title: 'An audience that nobody described',
    category: 'message',
    why: 'What readers know and how they read hangs on who they are. An unknown audience is read as the default one.',
    severity: 'error',
    kinds: allKinds,
    examples: {
      bad: ['---\naudience: ‹everone›\n---\n\nThe portal opens on Monday.'],
      good: ['---\naudience: everyone\n---\n\nThe portal opens on Monday.', 'The portal opens on Monday.'],
    },
  },
  options: z.strictObject({}),
  *check({ document, audiences }) {
    const field = document.fields.audience;
    if (field === undefined || audiences.includes(field.value)) return;
    const similar = findSimilar(field.value, audiences);
    yield {
      span: field.span,
      message: `There is no audience “${field.value}”: ${similar === undefined ? `use one of ${audiences.join(', ')}.` : `did you mean “${similar}”?`}`,
      suggestions: similar === undefined ? [] : [{ title: `Use “${similar}”`, safety: 'review', edits: [{ ...field.span, text: similar }] }],
    };
  },
});
