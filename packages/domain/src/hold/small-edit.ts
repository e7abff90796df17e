import { lettersOf } from './folded.ts';
import type { HoldQuestion } from './question.ts';

const width = 4;
/** At most this share of the new text may be new. */
const newShare = 0.3;

/** Every stretch of `width` letters, with how often it stands there. */
function stretches(letters: string): Map<string, number> {
  const all = [...letters];
  const found = new Map<string, number>();
  if (letters === '') return found;
  for (let at = 0; at + width <= Math.max(all.length, width); at += 1) {
    const one = all.slice(at, at + width).join('');
    found.set(one, (found.get(one) ?? 0) + 1);
  }
  return found;
}

/**
 * Whether an edit leaves most of a public note as it was: at most three tenths of its stretches of
 * four letters were not there, or those that one mended letter touches. Cost grows with the length.
 */
export function isSmallEdit({ isEdit, body, previousBody }: HoldQuestion): boolean {
  if (!isEdit || previousBody === null) return false;
  const before = stretches(lettersOf(previousBody));
  let total = 0;
  let added = 0;
  for (const [one, count] of stretches(lettersOf(body))) {
    total += count;
    added += Math.max(0, count - (before.get(one) ?? 0));
  }
  // In a note of two or three words one mended letter is a larger share.
  return added <= Math.max(newShare * total, Math.min(width, total / 2));
}
