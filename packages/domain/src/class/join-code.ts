// Crockford's base32: what is read aloud or off a projector has no letter that looks like another.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const joinCodeLength = 8;

/** A code from as many random bytes; 40 bits of them tell. */
export const joinCodeOf = (bytes: readonly number[]): string =>
  bytes
    .slice(0, joinCodeLength)
    .map((byte) => alphabet.charAt(byte % alphabet.length))
    .join('');

/** A code as it was typed: in any letters, with hyphens or spaces, or as the link that holds it. Null: none. */
export function readJoinCode(typed: string): string | null {
  const last = typed.trim().split('/').at(-1) ?? '';
  const code = last
    .toUpperCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  const isCode =
    code.length === joinCodeLength && [...code].every((letter) => alphabet.includes(letter));
  return isCode ? code : null;
}

/** Two halves, to be read aloud. */
export const writeJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
