import type { RequestEvent } from '@sveltejs/kit';
import { call, type Answer } from './api.ts';

interface Location {
  readonly work: string;
  readonly address: string;
  readonly thread: string;
}

export function locateNote(event: RequestEvent, id: string): Promise<Answer<Location>> {
  return call<Location>(event, 'GET', `/api/annotations/${encodeURIComponent(id)}/location`);
}

/** A note where it stands: beside its clause, brought into view. */
export function noteHref(
  { work, address }: Pick<Location, 'work' | 'address'>,
  id: string,
): string {
  return `/t/${work}/${address}?note=${id}#n-${id}`;
}
