import type { Document } from '../model/document.js';

/** Where an offset is, in a document whose source has no lines of its own: the place of its block, or of what the file says of itself. */
export function findPlace({ blocks, fields }: Document, offset: number): string | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && block.map.toSource({ start: 0, end: 0 }).start <= offset) low = middle + 1;
    else high = middle;
  }
  // What stands above the first block is a line of the view's own.
  if (offset < fields.span.end) return 'document properties';
  return (blocks[low - 1] ?? blocks[0])?.place;
}
