import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { lettersOf, type FoldHan } from './folded.ts';

/**
 * One key for texts that differ in layout, punctuation, case, width or unseen characters alone:
 * the sha256, in hex, of their folded letters and digits; of a text without any, of itself.
 */
export function sameTextKey(body: string, foldHan?: FoldHan): string {
  const letters = lettersOf(body, foldHan);
  return bytesToHex(sha256(utf8ToBytes(letters === '' ? body.trim() : letters)));
}
