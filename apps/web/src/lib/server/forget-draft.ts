import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';

/** What became a note is no draft any more. A failure costs an old draft shown once: no refusal. */
export async function forgetDraft(event: RequestEvent, place: string): Promise<void> {
  await call(event, 'DELETE', `/api/drafts/${encodeURIComponent(place)}`);
}
