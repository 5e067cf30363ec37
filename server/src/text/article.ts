// Spelled with a vowel, said with a consonant: a user, a one-off, a European.
const consonantSound = /^(?:uni(?!n|m)|us[aeiu]|ut[ei]|eu|ewe|one\b|once\b|ubiq|ufo\b|uk\b|url\b|usb\b)/i;
// Spelled with a silent h.
const silentH = /^(?:hour|honest|honou?r|heir)/i;
// Letters whose names begin with a vowel: an SSO, an FAQ.
const vowelLetterNames = /^[AEFHILMNORSX]$/;

/** Whether English puts `an` rather than `a` before the word or phrase. */
export function takesAn(word: string): boolean {
  const acronym = /^[A-Z]{2,}s?(?![\p{L}\p{N}])/u.exec(word)?.[0];
  if (acronym !== undefined && !isSaidAsWord(acronym)) return vowelLetterNames.test(word.charAt(0));
  if (/^8|^1[18]\b/.test(word)) return true;
  if (silentH.test(word)) return true;
  return /^[aeiou]/i.test(word) && !consonantSound.test(word);
}

/** Acronyms that people read as a word: their first sound follows the spelling. */
function isSaidAsWord(word: string): boolean {
  return /^(?:NASA|LAN|WAN|RAM|ROM|SIM|SAML|LDAP|NATO|PIN|SAP|SCRUM|FAT|RAID|SaaS|NAS|SAN|MAC)s?$/.test(word);
}
