import type { Block } from '../model/block.js';
import type { BlockAnalysis } from '../rules/analysis.js';
import type { RuleFinding } from '../rules/define-rule.js';

/** What a block yields under one set of terms, audience and rules. */
export interface ReadBlock {
  readonly analysis: BlockAnalysis;
  readonly findings: readonly { readonly rule: string; readonly finding: RuleFinding }[];
}

// Characters of text kept in each of the two generations: enough for the largest document in the editor.
const generationLimit = 4_000_000;

/**
 * Keeps what blocks yielded, so that a keystroke pays for one paragraph and a folder once for a repeated one.
 * Of two generations the older is dropped when the younger is full, which keeps memory bounded without bookkeeping.
 */
export class BlockCache {
  private young = new Map<string, ReadBlock>();
  private old = new Map<string, ReadBlock>();
  private youngSize = 0;

  /** `profile` names everything besides the block that the result hangs on. */
  get(profile: string, block: Block, read: () => ReadBlock): ReadBlock {
    const links = block.links.map(({ span, target }) => `${span.start}-${span.end} ${target}`).join(' ');
    const key = `${profile}\n${block.kind} ${block.depth ?? ''} ${block.quoted} ${block.isNote === true} ${links}\n${block.text}`;
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const result = this.old.get(key) ?? read();
    if (this.youngSize > generationLimit) {
      this.old = this.young;
      this.young = new Map();
      this.youngSize = 0;
    }
    this.young.set(key, result);
    this.youngSize += key.length;
    return result;
  }
}
