import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import type { Path, Uid } from './model.ts';

// Crockford's base32 has no i, l, o, u: a uid read aloud or off paper stays itself.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const UID = /^s-[0-9a-hjkmnp-tv-z]{8}$/;

export function isUid(value: string): value is Uid {
  return UID.test(value);
}

function encode(text: string): Uid {
  let bits = 0n;
  for (const byte of sha256(utf8ToBytes(text)).slice(0, 5)) bits = (bits << 8n) | BigInt(byte);
  let out = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) {
    out += ALPHABET.charAt(Number((bits >> shift) & 31n));
  }
  return `s-${out}`;
}

/**
 * The uid of a unit born at `path`: 40 bits of sha256(workKey|path). On collision `|1`, `|2`, …
 * are appended to the hashed string. Minted once; afterwards the frozen list of ids rules.
 */
export function mintUid(workKey: string, path: Path, taken: ReadonlySet<string>): Uid {
  const base = `${workKey}|${path}`;
  let uid = encode(base);
  for (let n = 1; taken.has(uid); n += 1) uid = encode(`${base}|${String(n)}`);
  return uid;
}
