import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { formText } from './form-text.ts';

/**
 * What became a note is no draft any more; versions of other devices stay, until somebody decides.
 * A failure costs an old draft shown once: no refusal.
 */
export async function forgetDraft(
  event: RequestEvent,
  place: string,
  data: FormData,
): Promise<void> {
  const query = new URLSearchParams();
  for (const name of ['writer', 'version']) {
    const value = formText(data, `draft-${name}`);
    if (value !== '') query.set(name, value);
  }
  if (query.size === 0) return;
  await call(event, 'DELETE', `/api/drafts/${encodeURIComponent(place)}?${query.toString()}`);
}
