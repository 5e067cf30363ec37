import { describe, expect, it } from 'vitest';
import { house } from '../support/house.js';
import { lintResult, lintText, markFindings } from '../support/lint-text.js';

const options = { organisation: house };
const ignoreRules = ['jargon', 'unused-ignore', 'expired-ignore'];

/** What the rules about jargon and ignores say: `rule: message`. */
function listMessages(text: string, overrides = {}): readonly string[] {
  return lintText(text, { ...options, ...overrides })
    .filter(({ rule }) => ignoreRules.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const jargon = 'jargon: “utilise” may lose readers: try “use”.';

describe('an ignore of the next line', () => {
  it.each([
    ['the line below', '<!-- liaison-ignore-next-line jargon: the legal name -->\nWe utilise it.'],
    ['the line below a gap', '<!-- liaison-ignore-next-line jargon: the legal name -->\n\nWe utilise it.'],
    ['a line of a list', '- One\n  <!-- liaison-ignore-next-line jargon: the legal name -->\n  we utilise it.'],
    ['a line with Windows line ends', '<!-- liaison-ignore-next-line jargon: the legal name -->\r\nWe utilise it.\r\n'],
    ['several findings', '<!-- liaison-ignore-next-line jargon: the legal name -->\nWe utilise it and utilise it.'],
    ['after front matter', '---\nkind: status\n---\n<!-- liaison-ignore-next-line jargon: the legal name -->\nWe utilise it.'],
  ])('hides %s', (_where, text) => {
    expect(listMessages(text)).toEqual([]);
  });

  it.fails('hides a line with old Mac line ends', () => {
    const text = '<!-- liaison-ignore-next-line jargon: the legal name -->\rWe utilise it.\rThey ‹utilise› it.';
    expect(markFindings('jargon', text, options)).toBe(text);
  });

  it('hides nothing on the line after', () => {
    const text = '<!-- liaison-ignore-next-line jargon: the legal name -->\nWe utilise it.\nThey ‹utilise› it.';
    expect(markFindings('jargon', text, options)).toBe(text);
  });

  it('hides nothing on the line before', () => {
    const text = 'We ‹utilise› it.\n<!-- liaison-ignore-next-line jargon: the legal name -->\nThey utilise it.';
    expect(markFindings('jargon', text, options)).toBe(text);
  });

  it('hides only the rules that it names', () => {
    expect(listMessages('<!-- liaison-ignore-next-line simpler-word, jargon: why -->\nPlease utilise it prior to Monday.')).toEqual([]);
    expect(listMessages('<!-- liaison-ignore-next-line simpler-word: why -->\nPlease utilise it prior to Monday.')).toEqual([jargon]);
  });

  it('is counted', () => {
    expect(lintResult('<!-- liaison-ignore-next-line jargon: why -->\nWe utilise it and utilise it.', options).suppressed).toBe(2);
  });
});

describe('an ignore of a range', () => {
  const open = '<!-- liaison-ignore jargon: a quotation -->';
  const close = '<!-- liaison-end-ignore -->';

  it('hides what stands inside', () => {
    const text = `We ‹utilise› it.\n\n${open}\n\nWe utilise it.\n\nThey utilise it.\n\n${close}\n\nWe ‹utilise› it.`;
    expect(markFindings('jargon', text, options)).toBe(text);
  });

  it('reaches to the end when nothing ends it', () => {
    const text = `We ‹utilise› it.\n\n${open}\n\nWe utilise it.\n\nThey utilise it.`;
    expect(markFindings('jargon', text, options)).toBe(text);
  });

  it('may stand inside a line', () => {
    const text = `We ${open}utilise${close} it and ‹utilise› it.`;
    expect(markFindings('jargon', text, options)).toBe(text);
  });

  it('may hold another', () => {
    const text = `${open}\n\n<!-- liaison-ignore simpler-word: why -->\n\nUse it prior to Monday.\n\n${close}\n\nWe utilise it.\n\n${close}\n\nWe ‹utilise› it.`;
    expect(markFindings('jargon', text, options)).toBe(text);
    expect(listMessages(text).filter((message) => message.startsWith('unused'))).toEqual([]);
  });

  it('needs nothing when an end stands alone', () => {
    expect(listMessages(`We use it.\n\n${close}`)).toEqual([]);
  });
});

describe('an ignore in front matter', () => {
  it('hides the rule everywhere', () => {
    expect(listMessages('---\nliaison: { ignore: { jargon: the legal name } }\n---\n\nWe utilise it.\n\nThey utilise it.')).toEqual([]);
  });

  it('needs a reason', () => {
    expect(listMessages('---\nliaison: { ignore: { jargon: "" } }\n---\n\nWe utilise it.')).toEqual([
      'unused-ignore: This ignore gives no reason, so it hides nothing: write why after a colon.',
      jargon,
    ]);
  });

  it('stands where its reason stands', () => {
    const text = '---\nliaison:\n  ignore:\n    jargon: ‹the legal name›\n---\n\nWe use it.';
    expect(markFindings('unused-ignore', text, options)).toBe(text);
  });

  it('may run out', () => {
    expect(listMessages('---\nliaison: { ignore: { jargon: "until 2026-05-31: the old name" } }\n---\n\nWe utilise it.')).toEqual([
      'expired-ignore: This ignore ran out on 2026-05-31: mend what it hid, or give it a new date.',
      jargon,
    ]);
  });

  it('hides a finding about the message itself', () => {
    const rules = lintText('---\nliaison: { ignore: { goal-missing: a personal note } }\n---\n\nWe meet on Monday.', options).map(({ rule }) => rule);
    expect(rules).not.toContain('goal-missing');
    expect(rules).not.toContain('unused-ignore');
  });
});

describe('an ignore that does nothing', () => {
  it.each([
    ['hides nothing', '<!-- liaison-ignore-next-line jargon: why -->\nWe use it.', ['unused-ignore: This ignore hides nothing: remove it.']],
    [
      'has no reason',
      '<!-- liaison-ignore-next-line jargon -->\nWe utilise it.',
      ['unused-ignore: This ignore gives no reason, so it hides nothing: write why after a colon.', jargon],
    ],
    [
      'has an empty reason',
      '<!-- liaison-ignore-next-line jargon: -->\nWe utilise it.',
      ['unused-ignore: This ignore gives no reason, so it hides nothing: write why after a colon.', jargon],
    ],
    [
      'names no rule',
      '<!-- liaison-ignore-next-line: why -->\nWe utilise it.',
      ['unused-ignore: This ignore names no rule, so it hides nothing: name one, as in “liaison-ignore jargon: why”.', jargon],
    ],
    [
      'misspells a rule',
      '<!-- liaison-ignore-next-line jargn: why -->\nWe utilise it.',
      ['unused-ignore: There is no rule “jargn” to ignore: did you mean “jargon”?', jargon],
    ],
    ['stands at the end', 'We use it.\n\n<!-- liaison-ignore-next-line jargon: why -->', ['unused-ignore: This ignore hides nothing: remove it.']],
  ])('is reported when it %s', (_what, text, messages) => {
    expect(listMessages(text)).toEqual(messages);
  });

  it('is not reported when its rule does not run', () => {
    const overrides = { severities: new Map([['jargon', 'off' as const]]) };
    expect(listMessages('<!-- liaison-ignore-next-line jargon: why -->\nWe utilise it.', { overrides })).toEqual([]);
  });

  it('is not reported when another says the same', () => {
    const text = '---\nliaison: { ignore: { jargon: the legal name } }\n---\n\n<!-- liaison-ignore-next-line jargon: the legal name -->\nWe utilise it.';
    expect(listMessages(text)).toEqual([]);
  });

  it('is an ordinary comment when it does not speak to us', () => {
    expect(listMessages('<!-- liaison is our tool: utilise it -->\n\nWe use it.')).toEqual([]);
  });
});

describe('an ignore with a date', () => {
  const before = '<!-- liaison-ignore-next-line jargon: until 2026-06-01: renamed by then -->\nWe utilise it.';

  it('hides until that day', () => {
    expect(listMessages(before, { today: '2026-06-01' })).toEqual([]);
  });

  it('runs out the day after', () => {
    expect(listMessages(before, { today: '2026-06-02' })).toEqual([
      'expired-ignore: This ignore ran out on 2026-06-01: mend what it hid, or give it a new date.',
      jargon,
    ]);
  });

  it('may have its date before the colon', () => {
    const text = '<!-- liaison-ignore-next-line jargon until 2026-05-31: renamed by then -->\nWe utilise it.';
    expect(listMessages(text)).toEqual(['expired-ignore: This ignore ran out on 2026-05-31: mend what it hid, or give it a new date.', jargon]);
  });

  it('needs a reason too', () => {
    expect(listMessages('<!-- liaison-ignore-next-line jargon: until 2027-01-31: -->\nWe utilise it.')).toEqual([
      'unused-ignore: This ignore gives no reason, so it hides nothing: write why after a colon.',
      jargon,
    ]);
  });
});
