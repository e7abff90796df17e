import type { DraftSaved } from '@glossator/contract';
import { parseDraft, type DraftText } from './choose-draft.ts';

/** A draft in this browser: two tabs of it may be writing for one place. */
interface Held extends DraftText {
  readonly writer: string;
}

const writerOf = (json: string | null): unknown => {
  try {
    return json === null ? null : (JSON.parse(json) as { writer?: unknown }).writer;
  } catch {
    return null;
  }
};

// Storage may be full or forbidden; writing must go on all the same: the server's copy remains.
function attempt<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const read = (key: string): string | null => attempt(() => localStorage.getItem(key), null);
const beside = (key: string): string => `${key}#other`;

/** What this browser holds, the tab that wrote last first. */
export function heldDrafts(key: string): DraftText[] {
  return [read(key), read(beside(key))].flatMap((json) => parseDraft(json) ?? []);
}

/** Another tab's text steps aside; it is not written over. */
export function holdDraft(key: string, draft: Held): void {
  const before = read(key);
  attempt(() => {
    const other = parseDraft(before);
    if (before !== null && other !== null && writerOf(before) !== draft.writer)
      if (!draft.body.startsWith(other.body)) localStorage.setItem(beside(key), before);
    localStorage.setItem(key, JSON.stringify(draft));
  }, undefined);
}

/** Lets go of a text, wherever it is held. */
export function releaseDraft(key: string, body: string): void {
  for (const each of [key, beside(key)])
    if (parseDraft(read(each))?.body === body)
      attempt(() => {
        localStorage.removeItem(each);
      }, undefined);
}

export interface Saving {
  readonly draft: DraftText;
  readonly writer: string;
  /** The version it was begun from. */
  readonly over: string;
}

const address = (place: string, choice: Record<string, string> = {}): string => {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== ''));
  return `/api/drafts/${encodeURIComponent(place)}${query.size === 0 ? '' : `?${query.toString()}`}`;
};

/** What the server holds now; null where it could not be reached. */
export async function saveDraft(
  place: string,
  { draft: { body, layer, kind, tags, pointing, begun }, writer, over }: Saving,
): Promise<DraftSaved | null> {
  try {
    const answer = await fetch(address(place), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        body,
        layer,
        kind,
        tags,
        ...(pointing === null ? {} : { pointing }),
        begun,
        writer,
        ...(over === '' ? {} : { over }),
      }),
    });
    return answer.ok ? ((await answer.json()) as DraftSaved) : null;
  } catch {
    return null;
  }
}

export async function dropDraft(
  place: string,
  choice: { writer: string; version: string },
): Promise<boolean> {
  if (choice.writer === '' && choice.version === '') return true;
  try {
    const answer = await fetch(address(place, choice), { method: 'DELETE' });
    return answer.ok || answer.status === 404;
  } catch {
    return false;
  }
}
