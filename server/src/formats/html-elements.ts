import type { Token } from 'parse5';

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that have no content and no end. */
export const voidElements = setOf('area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr');

/** Elements that begin and end a block of text. */
export const blockElements = setOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav noframes noscript ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp',
);

/** Elements whose start ends an open paragraph. */
export const endsParagraph = setOf(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
);

/** What is no prose of the message: programs, controls, other media, ready-made text, and the way around a site. */
export const leftOutElements = setOf(
  'audio canvas datalist iframe listing nav noembed noframes noscript object plaintext pre rp rt script select style svg template textarea video xmp',
);

/** Runs that are no words of a sentence, as code is in Markdown. */
export const opaqueElements = setOf('code kbd math samp tt var');

/** What an end tag does not reach out of. */
export const scopeElements = setOf('caption html table td template th');

/** Elements that HTML lets be closed across others, as in `<b><i></b></i>`. */
export const formattingElements = setOf('a b big code em font i nobr s small strike strong tt u');

/** How the tokenizer is to read on behind a start tag, by the name of its mode. */
export const contentModes: ReadonlyMap<string, 'RAWTEXT' | 'RCDATA' | 'SCRIPT_DATA' | 'PLAINTEXT'> = new Map(
  Object.entries({
    script: 'SCRIPT_DATA',
    style: 'RAWTEXT',
    xmp: 'RAWTEXT',
    iframe: 'RAWTEXT',
    noembed: 'RAWTEXT',
    noframes: 'RAWTEXT',
    textarea: 'RCDATA',
    title: 'RCDATA',
    plaintext: 'PLAINTEXT',
  } as const),
);

/** An attribute's value, with its character references resolved; `undefined` when the tag has none of that name. */
export function attributeOf(tag: Token.TagToken, name: string): string | undefined {
  return tag.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Whether the element says that nobody is to see it, or that readers are led past it. */
export function isHidden(tag: Token.TagToken): boolean {
  if (tag.attrs.length === 0) return tag.tagName === 'dialog';
  if (attributeOf(tag, 'hidden') !== undefined || /^true$/i.test(attributeOf(tag, 'aria-hidden') ?? '')) return true;
  if (/^navigation$/i.test(attributeOf(tag, 'role') ?? '') || (tag.tagName === 'dialog' && attributeOf(tag, 'open') === undefined)) return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attributeOf(tag, 'style') ?? '');
}

// Classes by which mail programs mark what a mail answers to, and signatures.
const quoteClass = /(?:^|\s)(?:gmail_quote|gmail_signature|yahoo_quoted|moz-cite-prefix|moz-signature|moz-forward-container|protonmail_quote)(?:\s|$)/;

/** Whether the element holds somebody else's words. */
export function isQuotation(tag: Token.TagToken): boolean {
  return tag.tagName === 'blockquote' || quoteClass.test(attributeOf(tag, 'class') ?? '');
}

/** Whether all that follows is an earlier mail: Outlook puts a mark above it instead of an element around it. */
export function startsEarlierMail(tag: Token.TagToken): boolean {
  return /^(?:appendonsend|divRplyFwdMsg)$/.test(attributeOf(tag, 'id') ?? '');
}

/** Whether the element says that its words are English; `undefined` when it says nothing of it. */
export function isEnglish(tag: Token.TagToken): boolean | undefined {
  const language = attributeOf(tag, 'lang') ?? attributeOf(tag, 'xml:lang');
  return language === undefined || language.trim() === '' ? undefined : /^\s*en(?:[-_]|\s*$)/i.test(language);
}
