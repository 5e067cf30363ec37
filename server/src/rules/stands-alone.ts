// What hangs on the sentence before it: “This means …”, “However, …”.
const leaning =
  /^\W*(?:this|that|these|those|it|its|they|their|them|he|she|his|her|such|both|so|but|and|or|yet|then|thus|hence|too|also|however|therefore|instead|otherwise|moreover|furthermore|additionally|consequently|similarly|likewise|meanwhile|nevertheless|nonetheless|besides|rather|indeed|in (?:addition|fact|other words|turn|short|this|that|these|those|each|both)|as (?:a result|such|well)|for (?:example|instance|this|that|these|those)|on the other hand|that is|which|who|here|there|one (?:of (?:these|them)|such)|another|others?|some|(?:the )?(?:first|second|third|fourth|last|former|latter)|additional|more|specifically|firstly|secondly|thirdly|finally|lastly|next|after (?:that|this)|by (?:then|that|this)|until then|because of (?:this|that)|with (?:this|that)|at (?:this|that)|if (?:so|not|it|they|this|that)|when (?:it|they|this|that)|doing so|to do (?:so|this|that)|even so|again|only then|no|yes)\b/iu;

const leaningInside = /^(?:[^\s]+\s+){1,5}?(?:it|this|that|these|those|they|them|also|too|such|so|do|did|does)\b/iu;

/** Whether a sentence can be moved, or open a paragraph: it begins with a capital, and nothing near its start points back. */
export function standsAlone(sentence: string): boolean {
  return /^["“]?\p{Lu}/u.test(sentence) && !leaning.test(sentence) && !leaningInside.test(sentence);
}
