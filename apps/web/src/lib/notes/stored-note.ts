export interface StoredNote {
  readonly version: number;
  readonly html: string | null;
}

/** The stored note that a stale edit was refused with. */
export function storedNote(current: unknown): StoredNote | null {
  if (typeof current !== 'object' || current === null) return null;
  const { version, html } = current as Record<string, unknown>;
  if (typeof version !== 'number') return null;
  return { version, html: typeof html === 'string' ? html : null };
}
