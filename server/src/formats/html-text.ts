import { Tokenizer, TokenizerMode } from 'parse5';
import type { Segment } from '../model/offset-map.js';
import type { Span } from '../model/span.js';

/** A piece of running text as HTML writes it: characters as they are, one reference, or white space of any length. */
export interface TextPiece extends Span {
  readonly kind: 'characters' | 'reference' | 'space';
  readonly value: string;
}

// `</>` is nothing to a browser, and neither is a zero byte.
const special = /[ \t\n\f\r]+|&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?|<\/>|\0+/g;

/** Takes running text apart. It keeps the references that it has resolved. */
export class TextReader {
  private readonly resolved = new Map<string, { readonly value: string; readonly length: number }>();

  constructor(private readonly source: string) {}

  *read({ start, end }: Span): Generator<TextPiece> {
    const text = this.source.slice(start, end);
    let from = 0;
    for (const { 0: found, index } of text.matchAll(special)) {
      if (index > from) yield { kind: 'characters', value: text.slice(from, index), start: start + from, end: start + index };
      from = index;
      if (found.startsWith('&')) {
        const { value, length } = this.resolve(found);
        if (length === 0) continue;
        from = index + length;
        yield { kind: /^[ \t\n\f\r]+$/.test(value) ? 'space' : 'reference', value, start: start + index, end: start + from };
        continue;
      }
      from = index + found.length;
      if (/^[ \t\n\f\r]/.test(found)) yield { kind: 'space', value: found, start: start + index, end: start + from };
    }
    if (from < text.length) yield { kind: 'characters', value: text.slice(from), start: start + from, end };
  }

  /** The words of a span on one line. */
  toLine(span: Span): string {
    let line = '';
    for (const { kind, value } of this.read(span)) line += kind === 'space' ? ' ' : value;
    return line.replace(/ +/g, ' ').trim();
  }

  /** What a reference stands for and how many of its characters belong to it; none when it is an ampersand and no more. */
  private resolve(written: string): { readonly value: string; readonly length: number } {
    const known = this.resolved.get(written);
    if (known !== undefined) return known;
    const text = tokenizeText(written);
    // Some old references need no semicolon, so that letters may follow one. The last character is always its own.
    let shared = 0;
    while (shared < text.length - 1 && text.at(-1 - shared) === written.at(-1 - shared)) shared++;
    const resolved = text === written ? { value: '', length: 0 } : { value: text.slice(0, text.length - shared), length: written.length - shared };
    this.resolved.set(written, resolved);
    return resolved;
  }
}

/** Collects text in which any white space counts as one space, with the places it came from. */
export class CollapsedText {
  value = '';
  readonly segments: Segment[] = [];

  /** Adds characters. `source` is the run that they came from, the same characters when `isVerbatim`. */
  add(value: string, source: Span, isVerbatim: boolean): void {
    const last = this.segments.at(-1);
    const textEnd = this.value.length + value.length;
    if (isVerbatim && last?.verbatim === true && last.sourceEnd === source.start)
      this.segments[this.segments.length - 1] = { ...last, textEnd, sourceEnd: source.end };
    else this.segments.push({ textStart: this.value.length, textEnd, sourceStart: source.start, sourceEnd: source.end, verbatim: isVerbatim });
    this.value += value;
  }
}

/** The text that a browser makes of characters without a tag. */
function tokenizeText(written: string): string {
  let text = '';
  const add = ({ chars }: { readonly chars: string }): void => {
    text += chars;
  };
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onCharacter: add,
      onWhitespaceCharacter: add,
      onNullCharacter: add,
      onStartTag: ignore,
      onEndTag: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.state = TokenizerMode.DATA;
  tokenizer.write(written, true);
  return text;
}
