// The look ahead keeps a bracket that never closes from being searched again and again.
const gap = /\[(?=[^[\]\n]{1,120}\])(?:[^[\]\n]*\p{L}[^[\]\n]*\s[^[\]\n]*|date|day|time|name|number|address|link|place|who|what|when|where)\]/iu;

/** Whether the text holds a gap for the writer to fill in, such as `[day and date]`: what stands around it says nothing yet. */
export function hasGap(text: string): boolean {
  return gap.test(text);
}
