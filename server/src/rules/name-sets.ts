import type { PartOfSpeech } from '../text/part-of-speech.js';

/** Names that messages give to one thing. Spellings of a name and its acronym stand together, divided by `|`. */
export interface NameSet {
  readonly names: readonly string[];
  readonly partOfSpeech?: PartOfSpeech;
}

const nouns = (...names: string[]): NameSet => ({ names, partOfSpeech: 'noun' });
const verbs = (...names: string[]): NameSet => ({ names, partOfSpeech: 'verb' });

/**
 * Sets in which a reader who meets two names really wonders whether they are two things. A name is here only in a form that
 * means nothing else: “laptop” and “notebook computer”, not “notebook”.
 */
export const nameSets: readonly NameSet[] = [
  nouns('help desk|helpdesk', 'service desk|servicedesk', 'support desk', 'IT help desk|IT helpdesk', 'IT service desk', 'IT support desk'),
  verbs('sign in', 'log in', 'log on'),
  verbs('sign out', 'log out', 'log off'),
  nouns('sign-in page|sign-in screen', 'login page|log-in page|login screen|log-in screen', 'logon page|log-on page|logon screen|log-on screen'),
  nouns(
    'two-step verification|2SV',
    'two-step authentication',
    'two-factor authentication|2FA',
    'multi-factor authentication|multifactor authentication|MFA',
    'multi-factor verification',
  ),
  nouns('security code', 'verification code', 'one-time code', 'one-time passcode', 'one-time password', 'authentication code'),
  nouns('authenticator app', 'authentication app', 'verification app'),
  nouns('username|user name', 'user ID', 'login name', 'sign-in name', 'logon name'),
  nouns('work account', 'staff account', 'corporate account', 'company account'),
  nouns('laptop', 'notebook computer', 'portable computer'),
  nouns('memory stick', 'USB stick', 'USB drive', 'flash drive', 'thumb drive'),
  nouns('mobile phone', 'cell phone|cellphone', 'cellular phone'),
  nouns('wifi|wi-fi', 'wireless network'),
  nouns('intranet', 'staff site'),
  nouns('shared drive', 'network drive', 'shared network drive', 'file share'),
  nouns('mailing list', 'distribution list', 'email list|e-mail list'),
  nouns('junk folder|junk mail folder|junk email folder', 'spam folder'),
  nouns('out-of-office message|out-of-office reply', 'automatic reply|auto-reply', 'vacation message'),
  nouns('support ticket', 'support request', 'support case', 'help ticket', 'service request'),
  nouns('video call', 'video conference|videoconference', 'web conference'),
  nouns('staff directory', 'people directory', 'phone directory|telephone directory', 'phone book'),
  nouns('web form', 'online form', 'electronic form|e-form'),
  nouns('drop-down list', 'drop-down menu', 'pull-down menu'),
  nouns('screenshot', 'screen capture', 'screen grab'),
  nouns('privacy notice', 'privacy policy', 'privacy statement'),
  nouns('terms of use', 'terms of service', 'terms and conditions'),
  nouns('go-live date', 'launch date', 'release date', 'cutover date|cut-over date'),
  nouns('planned outage|scheduled outage', 'planned downtime|scheduled downtime', 'maintenance window'),
  nouns('test phase', 'pilot phase', 'trial phase', 'trial period'),
];
