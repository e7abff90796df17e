import type { LayerKind } from '@glossator/domain';

export interface DraftText {
  readonly body: string;
  readonly layer: LayerKind;
  /** ISO 8601. */
  readonly saved: string;
}

/** The moment of a draft, by this browser's clock. */
export function now(): string {
  return new Date().toISOString();
}

/** The later of two drafts is shown; the other is offered where it says something else. */
export function chooseDraft(
  here: DraftText | null,
  stored: DraftText | null,
): { readonly shown: DraftText | null; readonly offered: DraftText | null } {
  if (here === null || stored === null) return { shown: here ?? stored, offered: null };
  const [shown, other] =
    Date.parse(here.saved) >= Date.parse(stored.saved) ? [here, stored] : [stored, here];
  return { shown, offered: other.body === shown.body ? null : other };
}

/** Reads what this browser stored; anything else than a draft counts as none. */
export function parseDraft(json: string | null): DraftText | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    const { body, layer, saved } = value as Record<string, unknown>;
    if (typeof body !== 'string' || typeof saved !== 'string') return null;
    if (layer !== 'public' && layer !== 'notebook') return null;
    return Number.isNaN(Date.parse(saved)) ? null : { body, layer, saved };
  } catch {
    return null;
  }
}
