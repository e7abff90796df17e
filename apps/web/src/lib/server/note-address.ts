import type { RequestEvent } from '@sveltejs/kit';
import { assignmentQuery } from '../reader/in-assignment.ts';
import { call, type Answer } from './api.ts';

interface Location {
  readonly work: string;
  readonly address: string;
  readonly thread: string;
  readonly assignment: string | null;
}

export function locateNote(event: RequestEvent, id: string): Promise<Answer<Location>> {
  return call<Location>(event, 'GET', `/api/annotations/${encodeURIComponent(id)}/location`);
}

/** A note where it stands: beside its clause, brought into view. */
export function noteHref(
  { work, address, assignment = null }: Pick<Location, 'work' | 'address'> & Partial<Location>,
  id: string,
): string {
  const inside = assignment === null ? '' : `${assignmentQuery(assignment)}&`;
  return `/t/${work}/${address}?${inside}note=${id}#n-${id}`;
}
