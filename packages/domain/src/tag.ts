export const tagLimits = { count: 10, length: 50 } as const;

export type TagFailure = 'too-many' | 'too-long' | 'malformed';

/** Two tags are one when they differ only in case. */
export const tagKey = (tag: string): string => tag.normalize('NFC').toLowerCase();

/**
 * Tags as they are stored: NFC, trimmed, inner space single, each once by its key, in the order
 * written. Lengths in code points.
 */
export function readTags(
  tags: readonly string[],
):
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly reason: TagFailure } {
  const byKey = new Map<string, string>();
  for (const raw of tags) {
    const tag = raw.normalize('NFC').replace(/^#/u, '').trim().replaceAll(/\s+/gu, ' ');
    if (tag === '') continue;
    if (/[\p{C},，、;；"“”]/u.test(tag)) return { ok: false, reason: 'malformed' };
    if ([...tag].length > tagLimits.length) return { ok: false, reason: 'too-long' };
    if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag);
  }
  if (byKey.size > tagLimits.count) return { ok: false, reason: 'too-many' };
  return { ok: true, value: [...byKey.values()] };
}
