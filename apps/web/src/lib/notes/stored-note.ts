export interface StoredNote {
  readonly version: number;
  readonly body: string | null;
  readonly html: string | null;
}

/** The stored note that a stale edit was refused with. */
export function storedNote(current: unknown): StoredNote | null {
  if (typeof current !== 'object' || current === null) return null;
  const { version, body, html } = current as Record<string, unknown>;
  if (typeof version !== 'number') return null;
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { version, body: textOf(body), html: textOf(html) };
}
