import { lettersOf, type FoldHan } from './folded.ts';

/**
 * What near-identical texts share: 128 signed 32-bit numbers, or none of a text too short to tell.
 * MinHash (Broder 1997) over stretches of letters; two texts agree in about as many places as
 * their sets of stretches have in common, give or take 0.044.
 */
export type Fingerprint = readonly number[];

/** Raised whenever the same text may give other numbers; stored ones are made anew. */
export const fingerprintVersion = 1;

const size = 128;
const rowsOfBand = 4;
/**
 * From this share in agreement on two texts are near. Notes that different people wrote on one
 * clause share 0.11 at most; one text with three words replaced, a name put to it or a sentence
 * added shares 0.6 and more. `fingerprint.test.ts` measures both.
 */
export const nearFrom = 0.5;
/** Fewer different stretches than this are a text whose one word makes it another. */
const fewest = 30;

const han = /\p{Script=Han}/u;
/** A hanzi says about as much as three letters. */
const widthAt = (letter: string): number => (han.test(letter) ? 2 : 5);

// The last step of MurmurHash3: every bit of the result hangs on every bit of the number.
function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

// FNV-1a over UTF-16 units.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

const seeds = Int32Array.from({ length: size }, (_, n) => mixed(n + 1));

function stretchesOf(letters: string): ReadonlySet<number> {
  const all = [...letters];
  const found = new Set<number>();
  for (const [at, letter] of all.entries()) {
    const end = at + widthAt(letter);
    if (end <= all.length) found.add(hashOf(all.slice(at, end).join('')));
  }
  return found;
}

/** Layout, punctuation, case, width and unseen characters do not count; cost grows with length. */
export function fingerprint(body: string, foldHan?: FoldHan): Fingerprint {
  const stretches = stretchesOf(lettersOf(body, foldHan));
  if (stretches.size < fewest) return [];
  const least = new Int32Array(size).fill(0x7fffffff);
  for (const stretch of stretches)
    for (let n = 0; n < size; n += 1) {
      const hash = mixed(stretch ^ (seeds[n] ?? 0));
      if (hash < (least[n] ?? 0)) least[n] = hash;
    }
  return Array.from(least);
}

/**
 * Whether two texts are near-identical. That says nothing of what they mean: a text and its denial
 * are a word apart, so whoever decides on them together must see where they differ.
 */
export function isNear(one: Fingerprint, other: Fingerprint): boolean {
  if (one.length !== size || other.length !== size) return false;
  let same = 0;
  for (let n = 0; n < size; n += 1) if (one[n] === other[n]) same += 1;
  return same >= nearFrom * size;
}

/**
 * Thirty-two words to find candidates by in an index: near texts share one at least, of those that
 * share half of their stretches 87 in a hundred, of those that share 0.6 nearly 99. Texts that
 * share a tenth have one in common once in three hundred times; `isNear` sorts them out.
 */
export function bands(print: Fingerprint): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at + rowsOfBand <= print.length; at += rowsOfBand) {
    let hash = at;
    for (const number of print.slice(at, at + rowsOfBand)) hash = mixed(hash ^ number);
    words.push(`${String(at / rowsOfBand)}.${(hash >>> 0).toString(16)}`);
  }
  return words;
}
