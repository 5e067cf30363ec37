/** Where the items of one long list stand, and what stands around them. */
export interface ListItems {
  /** Start of each item’s first line, and behind the last one its end. */
  readonly bounds: readonly number[];
}

/**
 * Finds the items of the list under a key at the left edge, each with lines of its own, from their indentation alone: a
 * long file need not be parsed to know where one entry stands. `undefined` when the file is laid out in another way. What
 * comes back is a guess until the number of items is that of the parsed file.
 */
export function findListItems(text: string, key: string): ListItems | undefined {
  // Keys of glossaries need no escaping in a pattern.
  const heading = new RegExp(`(?:^|\\n)${key}:[ \\t]*(?:#[^\\n]*)?\\r?\\n`).exec(text);
  if (heading === null) return undefined;
  const bounds: number[] = [];
  let indent: number | undefined;
  let position = heading.index + heading[0].length;
  while (position < text.length) {
    const newline = text.indexOf('\n', position);
    const end = newline === -1 ? text.length : newline + 1;
    let first = position;
    while (text[first] === ' ') first++;
    const width = first - position;
    const character = text[first];
    const isBlank = character === undefined || character === '\n' || character === '\r' || character === '#';
    // Tabs do not indent; such a line is an error of the item it stands in.
    if (!isBlank && character !== '\t') {
      const isItem = character === '-' && /^-(?:[ \t\r\n]|$)/.test(text.slice(first, first + 2));
      if (indent === undefined && !isItem) return undefined;
      indent ??= width;
      if (width === indent && isItem) bounds.push(position);
      else if (width <= indent) break;
    }
    position = end;
  }
  return bounds.length === 0 ? undefined : { bounds: [...bounds, position] };
}
