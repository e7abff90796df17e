export interface StoredNote {
  readonly version: number;
  /** Number of the edit that waits, whose words these are; 0 where none does. */
  readonly proposal: number;
  readonly body: string | null;
  readonly html: string | null;
}

const fieldsOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

/** What a stale edit was refused with: the stored note, or the edit that waits in its place. */
export function storedNote(current: unknown): StoredNote | null {
  const note = fieldsOf(current);
  if (note === null || typeof note['version'] !== 'number') return null;
  const proposed = fieldsOf(fieldsOf(note['review'])?.['proposal']);
  const number = proposed?.['number'];
  const { body, html } = proposed ?? note;
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    version: note['version'],
    proposal: typeof number === 'number' ? number : 0,
    body: textOf(body),
    html: textOf(html),
  };
}
