import { randomInt } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const suffixLength = 8;
const longest = 64;
const suffixed = /^(?:[a-z0-9]+-)*[0-9a-hjkmnp-tv-z]{8}$/;

/** What a wish leaves of letters and digits that an address may have; '' where nothing. */
function squeezed(wish: string, most: number): string {
  return wish
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replaceAll(/^-+|-+$/g, '');
}

/**
 * An address for a text that somebody brings: what they wish, and forty bits that nobody guesses. Were
 * it the wish alone, asking for a name would tell whether somebody has such a text. The same goes for
 * its key, from which uids are minted, and for its editions: see `storeOwnWork`. `room` is how many
 * characters the ids of its editions put behind it.
 */
export function ownSlug(wish: string, room = 12): string {
  const suffix = Array.from({ length: suffixLength }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  ).join('');
  const name = squeezed(wish, longest - suffixLength - 1 - room);
  return name === '' ? suffix : `${name}-${suffix}`;
}

export const isOwnSlug = (slug: string): boolean => suffixed.test(slug);
