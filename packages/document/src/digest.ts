import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** sha256 in lower-case hex of the UTF-8 form: the digest of one segment's reading text. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * One hash over an edition version's committed layers, independent of their order: sha256 of
 * `name`, space, sha256 of the layer's bytes, line feed, for each layer sorted by name.
 */
export function versionDigest(layers: Readonly<Record<string, string>>): string {
  const rows = Object.entries(layers)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, content]) => `${name} ${digest(content)}\n`);
  return digest(rows.join(''));
}
