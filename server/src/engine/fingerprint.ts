/**
 * A 64-bit hash as 16 hexadecimal digits: two runs of 32-bit FNV-1a with different offsets.
 * It tells findings apart; it does not guard against anyone who wants two to look alike.
 */
export function hashText(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + (first >>> 24)), 0x01000193);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
