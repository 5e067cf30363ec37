import { type Block, type Link, OPAQUE, type OpaqueRun } from '../model/block.js';
import { OffsetMap, type Segment } from '../model/offset-map.js';
import type { Span } from '../model/span.js';

// What people paste into prose that is not prose: addresses, mail addresses, file paths, template tags, Pandoc’s attributes, identifiers.
const notProse =
  /(?<url>\b(?:https?|ftp|mailto|tel):[^\s<>"')\]]+[^\s<>"')\].,;:!?]|\bwww\.[^\s<>"')\]]+[^\s<>"')\].,;:!?])|(?<email>[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+)|(?<markup>\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|\{:?[ \t]*(?:[#.][\w-]+|[\w-]+=)[^{}]{0,1000}\}|<%[^\n]{0,200}?%>|:[a-z0-9_+-]{2,30}:(?!\S)|(?<![\p{L}\p{N}\p{M}_])[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}\p{M}/])(?:~|\.{1,2})?\/[\w.-]+(?:\/[\w.-]+)+\/?|\b[A-Za-z]:\\[^\s]+|(?<![\p{L}\p{N}\p{M}@/.-])[\w-]+(?:\.[\w-]+)*\.(?:gov|com|org|net|edu|uk|ca|io|dev|md|pdf|docx?|xlsx?|pptx?|csv|ya?ml|json|js|ts|py|sh|exe|zip|html?|png|jpe?g)(?:\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])?(?![\p{L}\p{N}]))/gu;

/** Collects a block's clean text and, with it, the map back to the source. */
export class BlockBuilder {
  private text = '';
  private readonly segments: Segment[] = [];
  private readonly opaque: OpaqueRun[] = [];
  private readonly links: Link[] = [];

  get length(): number {
    return this.text.length;
  }

  /** Adds words that stand in the source as `segments` say (offsets of `value`, in order, without gaps). */
  addText(value: string, recorded: readonly Segment[]): void {
    const segments = withoutLead(recorded, (recorded.at(-1)?.textEnd ?? 0) - value.length);
    let from = 0;
    let next = 0;
    // Every alternative needs one of these characters, so most text is spared the search.
    if (/[:@/.{<\\_]/.test(value)) {
      const map = new OffsetMap(segments);
      for (const match of value.matchAll(notProse)) {
        const end = match.index + match[0].length;
        next = this.addSlice(value, segments, next, from, match.index);
        const kind = match.groups?.['url'] !== undefined ? 'url' : match.groups?.['email'] !== undefined ? 'email' : 'markup';
        this.addOpaque(kind, match[0], map.toSource({ start: match.index, end }));
        from = end;
      }
    }
    this.addSlice(value, segments, next, from, value.length);
  }

  /** Adds one character that stands for a whole run of the source. */
  addOpaque(kind: OpaqueRun['kind'], value: string, source: Span): void {
    this.opaque.push({ kind, offset: this.text.length, value });
    this.addCharacter(OPAQUE, source);
  }

  /** Adds a single character for markup that means something to a reader, such as a hard line break. */
  addCharacter(character: string, source: Span): void {
    this.segments.push({ textStart: this.text.length, textEnd: this.text.length + 1, sourceStart: source.start, sourceEnd: source.end, verbatim: false });
    this.text += character;
  }

  addLink(start: number, target: string, isLabel: boolean): void {
    this.links.push({ span: { start, end: this.text.length }, target, isLabel });
  }

  build(rest: Pick<Block, 'kind' | 'quoted'> & Partial<Pick<Block, 'depth' | 'place'>>): Block {
    return { ...rest, text: this.text, map: new OffsetMap(this.segments), opaque: this.opaque, links: this.links };
  }

  /** Adds a slice of a text whose segments before `first` end before it. Gives back the segment that it ends in. */
  private addSlice(value: string, segments: readonly Segment[], first: number, from: number, to: number): number {
    let index = first;
    for (; index < segments.length; index++) {
      // The index is within the list.
      const segment = segments[index] as Segment;
      if (segment.textStart >= to) break;
      const start = Math.max(from, segment.textStart);
      const end = Math.min(to, segment.textEnd);
      if (start >= end) continue;
      const shift = this.text.length - start;
      const isWhole = !segment.verbatim;
      const sourceStart = isWhole ? segment.sourceStart : segment.sourceStart + (start - segment.textStart);
      const sourceEnd = isWhole ? segment.sourceEnd : sourceStart + (end - start);
      this.segments.push({ textStart: start + shift, textEnd: end + shift, sourceStart, sourceEnd, verbatim: segment.verbatim });
      this.text += value.slice(start, end);
    }
    return Math.max(0, index - 1);
  }
}

/** A task list's box takes the white space after it from the text, which has been recorded by then. */
function withoutLead(segments: readonly Segment[], lead: number): readonly Segment[] {
  if (lead <= 0) return segments;
  return segments
    .filter(({ textEnd }) => textEnd > lead)
    .map(({ textStart, textEnd, sourceStart, sourceEnd, verbatim }) => {
      const cut = Math.max(0, lead - textStart);
      return { textStart: textStart + cut - lead, textEnd: textEnd - lead, sourceStart: verbatim ? sourceStart + cut : sourceStart, sourceEnd, verbatim };
    });
}
