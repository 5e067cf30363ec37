import type { Block } from '../model/block.js';
import type { BlockAnalysis } from '../rules/analysis.js';
import type { RuleFinding } from '../rules/define-rule.js';

/** What a block yields under one set of terms, audience and rules. */
export interface ReadBlock {
  readonly analysis: BlockAnalysis;
  readonly findings: readonly { readonly rule: string; readonly finding: RuleFinding }[];
}

/** Remembers blocks by all that their findings hang on. */
export interface KnownBlocks {
  /** What a block yields; `read` finds out where it is not known. `profile` names everything besides the block that the result hangs on. */
  get(profile: string, block: Block, read: () => ReadBlock): ReadBlock;
}

// Characters of text kept in each of the two generations: enough for the largest document in the editor.
const generationLimit = 4_000_000;

/**
 * Keeps what the blocks of many messages yielded, so that a folder pays once for a repeated one.
 * Of two generations the older is dropped when the younger is full, which keeps memory bounded without bookkeeping.
 */
export class BlockCache implements KnownBlocks {
  private young = new Map<string, ReadBlock>();
  private old = new Map<string, ReadBlock>();
  private youngSize = 0;

  get(profile: string, block: Block, read: () => ReadBlock): ReadBlock {
    const key = keyOf(profile, block);
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

/** Keeps what the blocks of one document yielded in its last version, so that a keystroke pays for one paragraph and leaves nothing behind. */
export class DocumentBlocks implements KnownBlocks {
  private known = new Map<string, ReadBlock>();
  private touched = new Map<string, ReadBlock>();

  get(profile: string, block: Block, read: () => ReadBlock): ReadBlock {
    const key = keyOf(profile, block);
    const result = this.touched.get(key) ?? this.known.get(key) ?? read();
    this.touched.set(key, result);
    return result;
  }

  /** Forgets what was not asked for since the last time: the version is read. */
  finish(): void {
    this.known = this.touched;
    this.touched = new Map();
  }
}

function keyOf(profile: string, block: Block): string {
  const links = block.links.map(({ span, target }) => `${span.start}-${span.end} ${target}`).join(' ');
  return `${profile}\n${block.kind} ${block.depth ?? ''} ${block.quoted} ${block.isNote === true} ${links}\n${block.text}`;
}
