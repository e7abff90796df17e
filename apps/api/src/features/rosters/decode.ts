import type { RosterEncoding } from '@glossator/contract';

const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, n) => bytes[n] === byte);

/**
 * Text of a file whose letters nobody has named: by its byte order mark, else as UTF-8, else as what
 * Chinese spreadsheets write. What is none of them is not guessed at.
 */
export function decodeRoster(
  bytes: Uint8Array,
): { readonly encoding: RosterEncoding; readonly text: string } | null {
  const order: readonly RosterEncoding[] = begins(bytes, 0xff, 0xfe)
    ? ['utf-16le']
    : begins(bytes, 0xfe, 0xff)
      ? ['utf-16be']
      : ['utf-8', 'gb18030'];
  for (const encoding of order) {
    const text = strict(encoding, bytes);
    // A table of text has none: it is some other kind of file.
    if (text !== null && !text.includes('\0')) return { encoding, text };
  }
  return null;
}
