import { acmeWithTerms, loadOrganisation } from './organisation.js';

/** A small glossary of its own, so that tests of the engine do not hang on the bundled ones. */
export const houseTerms = `
- term: leverage
  partOfSpeech: verb
  replacements: [use]
- term: utilise
  partOfSpeech: verb
  variants: [utilize]
  replacements: [use]
- term: stakeholder
  partOfSpeech: noun
  replacements: [partner, person affected]
- term: low-hanging fruit
  replacements: [easy win]
- term: touch base
  partOfSpeech: verb
  replacements: [talk]
- term: via
  replacements: [through]
  exceptions: [via ferrata]
- term: going forward
  partOfSpeech: phrase
  policy: omit
- term: SSO
  expansion: single sign-on
  definition: one password for all your work systems
- term: VDI
  expansion: virtual desktop interface
- term: API key
  definition: a secret code that lets one program use another
`;

/** Acme with only that glossary. */
export const house = await loadOrganisation(acmeWithTerms(houseTerms));
