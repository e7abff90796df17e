import type { WaitingPage } from '@glossator/contract';
import { waitingStates } from '@glossator/domain';
import type { RequestEvent } from '@sveltejs/kit';
import { noteFilter } from '#lib/marks/note-filter.ts';
import { clauseHref, readWorkPlace } from '#lib/reader/reader-address.ts';
import { call } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** A clause, section or range; anything else leads to the whole work. */
const address = /^[0-9a-z.-]{1,170}$/;

/** Whether a note of one's own waits on this work; where that cannot be read, the rest is shown. */
async function waitsOn(event: RequestEvent, work: string): Promise<boolean> {
  const answer = await call<WaitingPage>(event, 'GET', '/api/waiting');
  return (
    answer.ok &&
    answer.value.items.some(
      (item) => item.work === work && waitingStates.some((state) => state === item.note.state),
    )
  );
}

/** The filter of the reader as a page of its own, for browsers without script. */
export const load = (async (event) => {
  const { params, url } = event;
  const { viewer } = await event.parent();
  const at = url.searchParams.get('at') ?? '';
  const work = readWorkPlace(params.work);
  return {
    action: clauseHref(work, address.test(at) ? at : ''),
    filter: noteFilter(url.searchParams).toString(),
    waits: viewer.person !== null && (await waitsOn(event, work.slug)),
  };
}) satisfies PageServerLoad;
